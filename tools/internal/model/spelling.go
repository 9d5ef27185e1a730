// This file tells names apart that differ only in what identifiers leave out: signs, spaces and the case of first letters.

package model

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"
)

// spelling says what of a text is put into words that an identifier usually leaves out.
type spelling struct {
	signs  bool // what is no letter, digit or space
	spaces bool
	lower  bool // that the first letter of a part is a small one
}

// spellings are the ways to spell a text, from the shortest on.
var spellings = []spelling{
	{signs: true}, {signs: true, spaces: true}, {lower: true}, {signs: true, spaces: true, lower: true},
}

// variants lists the words that tell text apart from others of the same plain word, that one left out.
func variants(text string) []string {
	var list []string
	plain := suffix(text)
	for _, s := range spellings {
		if word := spell(text, s); word != plain && word != "" && !slices.Contains(list, word) {
			list = append(list, word)
		}
	}
	return list
}

// mark is how far a text is from its plain word: the nearest one keeps the word where several would have it.
type mark uint8

// The marks, which add up; a later one weighs more than those before it together.
const (
	markLower   mark = 1 << iota // a part begins with a small letter
	markSpaces                   // spaces are left out
	markForeign                  // of another namespace than what it stands in
	markSigns                    // signs are left out
)

// markOf returns the marks of a text of the namespace it stands in.
func markOf(text string) mark {
	if words(text) == "" { // the plain word is all there is
		return 0
	}
	var m mark
	plain := suffix(text)
	if spell(text, spelling{lower: true}) != plain {
		m |= markLower
	}
	if spell(text, spelling{spaces: true}) != plain {
		m |= markSpaces
	}
	if spell(text, spelling{signs: true}) != plain {
		m |= markSigns
	}
	return m
}

// spell returns the words of a text with those that s asks for. It is the later part of an identifier, and may begin with a digit.
func spell(text string, s spelling) string {
	runes := []rune(norm.NFC.String(text))
	var b strings.Builder
	start := true
	for i, r := range runes {
		if isWordRune(r) {
			if start && s.lower && unicode.IsLower(r) {
				b.WriteString("Lower")
			}
			if start {
				r = unicode.ToUpper(r)
			}
			b.WriteRune(r)
			start = false
			continue
		}
		start = true
		if word, ok := spaceWords[r]; ok {
			if s.spaces {
				b.WriteString(word)
			}
		} else if s.signs || leadingMinus(runes, i) {
			b.WriteString(signWord(runes, i))
		}
	}
	return b.String()
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// leadingMinus reports whether the rune is the sign of a number, which is always spelt.
func leadingMinus(runes []rune, i int) bool {
	return runes[i] == '-' && i+1 < len(runes) && unicode.IsDigit(runes[i+1]) && strings.TrimSpace(string(runes[:i])) == ""
}

// spaceWords are the words of what XML counts as white space, and of other spaces in use.
var spaceWords = map[rune]string{' ': "Space", '\t': "Tab", '\n': "Newline", '\r': "Return", '\u00a0': "Space"}

// signWords are the words of signs whose name in Unicode nobody uses.
var signWords = map[rune]string{
	'.': "Dot", '-': "Minus", '/': "Slash", '\\': "Backslash", '_': "Underscore", '@': "At", '#': "Hash", '"': "Quote", '\'': "Apostrophe",
}

// signWord returns the word of the sign at i.
func signWord(runes []rune, i int) string {
	r := runes[i]
	if r == '-' && i > 0 && i+1 < len(runes) && isWordRune(runes[i-1]) && isWordRune(runes[i+1]) {
		return "Hyphen"
	}
	if word, ok := signWords[r]; ok {
		return word
	}
	name := runenames.Name(r)
	if name == "" || name[0] == '<' {
		return fmt.Sprintf("U%04X", r)
	}
	name = strings.TrimSuffix(strings.TrimSuffix(name, " SIGN"), " MARK")
	return words(strings.ToLower(name))
}
