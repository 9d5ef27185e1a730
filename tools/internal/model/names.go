// This file makes Go identifiers, package names and file names of the schema's words.

package model

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Identifier returns the exported Go identifier of one schema name or value: normalised to NFC, split at what is no letter
// or digit, the first rune of each part upper-cased, the rest untouched. A minus sign before a leading digit is spelt
// Minus; a text without letters and digits is spelt sign by sign, and Empty is for the empty text only. An identifier that
// would not begin with an upper-case letter gets the prefix X.
func Identifier(text string) string { return exported(suffix(text)) }

// exported puts an X before a word that does not begin with an upper-case letter.
func exported(word string) string {
	if !unicode.IsUpper(firstRune(word)) {
		return "X" + word
	}
	return word
}

// suffix returns text as the later part of a compound identifier, which needs no X: an upper-case letter stands before it.
func suffix(text string) string {
	name := words(text)
	switch {
	case text == "":
		return "Empty"
	case name == "":
		return spell(text, spelling{signs: true, spaces: true})
	case unicode.IsDigit(firstRune(name)) && strings.HasPrefix(strings.TrimSpace(text), "-"):
		return "Minus" + name
	}
	return name
}

// words upper-cases the first rune of each part of text and leaves out what separates them.
func words(text string) string {
	var b strings.Builder
	start := true
	for _, r := range norm.NFC.String(text) {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			start = true
			continue
		case start:
			r = unicode.ToUpper(r)
		}
		start = false
		b.WriteRune(r)
	}
	return b.String()
}

func firstRune(text string) rune {
	for _, r := range text {
		return r
	}
	return 0
}

// ascii spells text with ASCII letters and digits in lower case, as directories, packages and files are named: ae, oe, aa
// for the Norwegian letters, the base letter for accented ones, nothing for the rest.
func ascii(text string) string {
	text = norwegian.Replace(strings.ToLower(norm.NFC.String(text)))
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var norwegian = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "ß", "ss")

// Unexported returns the identifier with its first rune in lower case.
func Unexported(name string) string {
	first := firstRune(name)
	return string(unicode.ToLower(first)) + name[len(string(first)):]
}

// Initial returns the first letter of a Go name in lower-case ASCII, for use in file names; x where it has none.
func Initial(goName string) string {
	if initial := ascii(string(firstRune(goName))); initial != "" {
		return initial[:1]
	}
	return "x"
}
