// The built-in types whose values are strings (Part 2, sections 3.2.1, 3.2.17 and 3.3.1 to 3.3.12), as Go types and as value
// spaces.

package simple

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// FormatText returns text as it is, if it is of the type.
func (t *SimpleType) FormatText(text string) ([]byte, error) {
	if err := t.checkAlone(text); err != nil {
		return nil, err
	}
	return []byte(text), nil
}

// ParseText returns the normalised text if it is of the type, else "" and a *FacetError.
func (t *SimpleType) ParseText(text string) (string, error) {
	text = t.Normalize(text)
	if err := t.checkAlone(text); err != nil {
		return "", err
	}
	return text, nil
}

// checkAlone is Check for a text that did not come through a reader, which lets only characters of XML pass (section 3.2.1).
func (t *SimpleType) checkAlone(text string) error {
	if !IsXMLText(text) {
		return &FacetError{Rule: "cvc-datatype-valid.1.2.1", Message: Quote(text) + " has a character that XML cannot hold"}
	}
	if fault := t.Check(text, nil); fault != nil {
		return fault
	}
	return nil
}

var (
	stringSpace = &primitive[characters]{
		facets: textFacets, read: readCharacters, length: utf8.RuneCountInString,
	}
	uriSpace = &primitive[characters]{
		facets: textFacets, valid: isURI, read: readCharacters, length: utf8.RuneCountInString,
	}
)

// characters is a value whose canonical form is its text.
type characters string

func readCharacters(text string, _ PrefixResolver) (characters, bool) { return characters(text), true }

func (c characters) compare(d characters) (order int, ok bool) { return 0, c == d }

func (c characters) appendKey(key []byte) []byte { return append(key, c...) }

// isLanguage is the pattern [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*.
func isLanguage(text string) bool {
	first, rest, more := strings.Cut(text, "-")
	if !isSubtag(first) || strings.ContainsAny(first, "0123456789") {
		return false
	}
	for more {
		var subtag string
		if subtag, rest, more = strings.Cut(rest, "-"); !isSubtag(subtag) {
			return false
		}
	}
	return true
}

func isSubtag(text string) bool {
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) && !isLetter(text[i]) {
			return false
		}
	}
	return 1 <= len(text) && len(text) <= 8
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// Names are those of XML 1.0, second edition, which XSD 1.0 refers to (section 3.3.6), not of the fifth: the characters are
// those of \i and \c in patterns. Most names are ASCII, for which no pattern is needed.
func isName(text string) bool {
	return text != "" && isNameByte(text[0]) && !isDigit(text[0]) && text[0] != '-' && text[0] != '.' && isNMTOKEN(text) ||
		!isASCII(text) && namePattern().Match(text)
}

func IsNCName(text string) bool { return strings.IndexByte(text, ':') < 0 && isName(text) }

func isNMTOKEN(text string) bool {
	for i := 0; i < len(text); i++ {
		if !isNameByte(text[i]) {
			return text[i] >= utf8.RuneSelf && nmtokenPattern().Match(text)
		}
	}
	return text != ""
}

func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isNameByte reports whether an ASCII character can be in a name.
func isNameByte(c byte) bool {
	return isLetter(c) || isDigit(c) || c == '_' || c == ':' || c == '-' || c == '.'
}

var (
	namePattern    = sync.OnceValue(func() *pattern.Pattern { return mustCompile(`\i\c*`) })
	nmtokenPattern = sync.OnceValue(func() *pattern.Pattern { return mustCompile(`\c+`) })
)

func mustCompile(expr string) *pattern.Pattern {
	p, err := pattern.Compile(expr)
	if err != nil {
		panic(err) // a fault in this file
	}
	return p
}
