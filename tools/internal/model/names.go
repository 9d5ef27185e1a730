// This file makes Go identifiers, package names and file names of the schema's words.

package model

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Identifier returns the exported Go identifier of one schema name or value: normalised to NFC, split at what is no letter
// or digit, the first rune of each part upper-cased, the rest untouched. A minus sign before a leading digit is spelt
// Minus; an identifier that would not begin with an upper-case letter gets the prefix X; no letters or digits at all give
// Empty.
func Identifier(text string) string {
	name := words(text)
	switch first := firstRune(name); {
	case name == "":
		return "Empty"
	case unicode.IsDigit(first) && strings.HasPrefix(strings.TrimSpace(text), "-"):
		return "Minus" + name
	case !unicode.IsUpper(first):
		return "X" + name
	}
	return name
}

// suffix returns text as the later part of a compound identifier, which needs no X: an upper-case letter stands before it.
func suffix(text string) string {
	name := Identifier(text)
	if rest, ok := strings.CutPrefix(name, "X"); ok && rest == words(text) {
		return rest
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

// packageName returns the name of the package for a namespace: its last segment that does not look like a version alone,
// with the segments after it. An empty namespace gives nonamespace.
func packageName(namespace string) string {
	segments := strings.FieldsFunc(namespace, func(r rune) bool { return strings.ContainsRune("/:#?", r) })
	name := ""
	for i := len(segments) - 1; i >= 0 && !isName(name); i-- {
		name = ascii(segments[i]) + name
	}
	switch {
	case name == "":
		return "nonamespace"
	case unicode.IsDigit(firstRune(name)):
		return "x" + name
	case isKeyword(name):
		return name + "ns"
	}
	return name
}

// isName reports whether a segment says more than a version does: it starts with a letter and is not v followed by digits.
func isName(segment string) bool {
	if segment == "" || unicode.IsDigit(firstRune(segment)) {
		return false
	}
	return strings.Trim(segment[1:], "0123456789") != "" || segment[0] != 'v'
}

// isPackageName reports whether a name can stand in a package clause and be imported.
func isPackageName(name string) bool {
	plain := strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
	return name != "" && plain && !unicode.IsDigit(firstRune(name)) && !isKeyword(name)
}

// isKeyword reports whether a word cannot name a package: Go's own words, and names generated code or the go command give a
// meaning to.
func isKeyword(name string) bool {
	switch name {
	case "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto",
		"if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var",
		"xsd", "main", "internal", "vendor", "testdata", "documentation": // the last is what the go command ignores
		return true
	}
	return false
}

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
