// The built-in types whose values are strings (Part 2, sections 3.2.1, 3.2.17 and 3.3.1 to 3.3.12), as Go types and as value
// spaces.

package codec

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
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
// where it did not. Names in a text of such a type are spelt "{namespace}local".
type AnySimple struct {
	Text string
	Type Name
}

// String returns the text.
func (v AnySimple) String() string { return v.Text }

// MarshalText implements encoding.TextMarshaler.
func (v NormalizedString) MarshalText() ([]byte, error) {
	return typeNormalizedString.FormatText(string(v))
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *NormalizedString) UnmarshalText(text []byte) error {
	return unmarshalText(v, text, typeNormalizedString)
}

// MarshalText implements encoding.TextMarshaler.
func (v Token) MarshalText() ([]byte, error) { return typeToken.FormatText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *Token) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeToken) }

// MarshalText implements encoding.TextMarshaler.
func (v Language) MarshalText() ([]byte, error) { return typeLanguage.FormatText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *Language) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeLanguage) }

// MarshalText implements encoding.TextMarshaler.
func (v NMTOKEN) MarshalText() ([]byte, error) { return typeNMTOKEN.FormatText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *NMTOKEN) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeNMTOKEN) }

// MarshalText implements encoding.TextMarshaler.
func (v XMLName) MarshalText() ([]byte, error) { return typeXMLName.FormatText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *XMLName) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeXMLName) }

// MarshalText implements encoding.TextMarshaler.
func (v NCName) MarshalText() ([]byte, error) { return typeNCName.FormatText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *NCName) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeNCName) }

// MarshalText implements encoding.TextMarshaler.
func (v ID) MarshalText() ([]byte, error) { return typeID.FormatText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *ID) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeID) }

// MarshalText implements encoding.TextMarshaler.
func (v IDREF) MarshalText() ([]byte, error) { return typeIDREF.FormatText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *IDREF) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeIDREF) }

// MarshalText implements encoding.TextMarshaler.
func (v ENTITY) MarshalText() ([]byte, error) { return typeENTITY.FormatText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *ENTITY) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeENTITY) }

// MarshalText implements encoding.TextMarshaler.
func (v AnyURI) MarshalText() ([]byte, error) { return typeAnyURI.FormatText(string(v)) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *AnyURI) UnmarshalText(text []byte) error { return unmarshalText(v, text, typeAnyURI) }

// String returns the items with a space between.
func (v NMTOKENS) String() string { return joinItems(v) }

// String returns the items with a space between.
func (v IDREFS) String() string { return joinItems(v) }

// String returns the items with a space between.
func (v ENTITIES) String() string { return joinItems(v) }

// unmarshalText sets *v to the normalised text, if it is of type t.
func unmarshalText[S ~string](v *S, text []byte, t *simple.SimpleType) error {
	normalized, err := t.ParseText(string(text))
	*v = S(normalized)
	return err
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
