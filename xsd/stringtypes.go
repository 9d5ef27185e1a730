// The built-in types whose values are strings (Part 2, sections 3.2.1, 3.2.17 and 3.3.1 to 3.3.12), as Go types and as value
// spaces.

package xsd

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// String is a value of xs:string, white space kept (section 3.2.1).
type String string

// The other string types. Their methods are strict: MarshalText and UnmarshalText refuse a text that is not of the type, and
// UnmarshalText treats white space as the type says.
type (
	// NormalizedString is a value of xs:normalizedString: text whose tabs and line breaks have become spaces (section 3.3.1).
	NormalizedString string
	// Token is a value of xs:token: text without needless white space (section 3.3.2).
	Token string
	// Language is a value of xs:language: a language tag of RFC 3066 such as "nb" or "en-GB" (section 3.3.3).
	Language string
	// NMTOKEN is a value of xs:NMTOKEN: a token of name characters (section 3.3.4).
	NMTOKEN string
	// XMLName is a value of xs:Name: a name, colons allowed (section 3.3.6); it is not called Name, which is an expanded name here.
	XMLName string
	// NCName is a value of xs:NCName: a name without a colon (section 3.3.7).
	NCName string
	// ID is a value of xs:ID: a name that no other ID of the document has (section 3.3.8).
	ID string
	// IDREF is a value of xs:IDREF: the name of an ID of the document (section 3.3.9).
	IDREF string
	// ENTITY is a value of xs:ENTITY: the name of an unparsed entity (section 3.3.11).
	ENTITY string
	// AnyURI is a value of xs:anyURI: a URI or a reference to one, with any characters (section 3.2.17).
	AnyURI string
)

// The list types. The zero value is an empty list, which is not valid.
type (
	// NMTOKENS is a value of xs:NMTOKENS (section 3.3.5).
	NMTOKENS []NMTOKEN
	// IDREFS is a value of xs:IDREFS (section 3.3.10).
	IDREFS []IDREF
	// ENTITIES is a value of xs:ENTITIES (section 3.3.12).
	ENTITIES []ENTITY
)

// AnySimple is a value of xs:anySimpleType: any text, and the name of the type it said it was of (xsi:type), the zero Name
// where it did not.
type AnySimple struct {
	Text string
	Type Name
}

// String returns the text.
func (v AnySimple) String() string { return v.Text }

// MarshalText implements encoding.TextMarshaler.
func (v NormalizedString) MarshalText() ([]byte, error) {
	return typeNormalizedString.marshalText(string(v))
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *NormalizedString) UnmarshalText(text []byte) error {
	return unmarshalText(v, text, typeNormalizedString)
}

// MarshalText implements encoding.TextMarshaler.
func (v Token) MarshalText() ([]byte, error) { return typeToken.marshalText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *Token) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeToken) }

// MarshalText implements encoding.TextMarshaler.
func (v Language) MarshalText() ([]byte, error) { return typeLanguage.marshalText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *Language) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeLanguage) }

// MarshalText implements encoding.TextMarshaler.
func (v NMTOKEN) MarshalText() ([]byte, error) { return typeNMTOKEN.marshalText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *NMTOKEN) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeNMTOKEN) }

// MarshalText implements encoding.TextMarshaler.
func (v XMLName) MarshalText() ([]byte, error) { return typeXMLName.marshalText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *XMLName) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeXMLName) }

// MarshalText implements encoding.TextMarshaler.
func (v NCName) MarshalText() ([]byte, error) { return typeNCName.marshalText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *NCName) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeNCName) }

// MarshalText implements encoding.TextMarshaler.
func (v ID) MarshalText() ([]byte, error) { return typeID.marshalText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *ID) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeID) }

// MarshalText implements encoding.TextMarshaler.
func (v IDREF) MarshalText() ([]byte, error) { return typeIDREF.marshalText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *IDREF) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeIDREF) }

// MarshalText implements encoding.TextMarshaler.
func (v ENTITY) MarshalText() ([]byte, error) { return typeENTITY.marshalText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *ENTITY) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeENTITY) }

// MarshalText implements encoding.TextMarshaler.
func (v AnyURI) MarshalText() ([]byte, error) { return typeAnyURI.marshalText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *AnyURI) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeAnyURI) }

// String returns the items with a space between.
func (v NMTOKENS) String() string { return joinItems(v) }

// String returns the items with a space between.
func (v IDREFS) String() string { return joinItems(v) }

// String returns the items with a space between.
func (v ENTITIES) String() string { return joinItems(v) }

// marshalText returns text as it is, if it is of the type.
func (t *SimpleType) marshalText(text string) ([]byte, error) {
	if err := t.checkAlone(text); err != nil {
		return nil, err
	}
	return []byte(text), nil
}

// unmarshalText sets *v to the normalised text, if it is of type t.
func unmarshalText[S ~string](v *S, text []byte, t *SimpleType) error {
	normalized, err := t.parseText(string(text))
	*v = S(normalized)
	return err
}

// parseText returns the normalised text if it is of the type, else "" and a *FacetError.
func (t *SimpleType) parseText(text string) (string, error) {
	text = t.Normalize(text)
	if err := t.checkAlone(text); err != nil {
		return "", err
	}
	return text, nil
}

// checkAlone is Check for a text that did not come through a reader, which lets only characters of XML pass (section 3.2.1).
func (t *SimpleType) checkAlone(text string) error {
	if !isXMLText(text) {
		return &FacetError{Rule: "cvc-datatype-valid.1.2.1", Message: quote(text) + " has a character that XML cannot hold"}
	}
	if fault := t.Check(text, nil); fault != nil {
		return fault
	}
	return nil
}

func joinItems[S ~string](items []S) string {
	var text strings.Builder
	for i, item := range items {
		if i > 0 {
			text.WriteByte(' ')
		}
		text.WriteString(string(item))
	}
	return text.String()
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

func isNCName(text string) bool { return strings.IndexByte(text, ':') < 0 && isName(text) }

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
