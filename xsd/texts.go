// Strings, names as strings, and binary data (XSD 1.0 Part 2, sections 3.2.1, 3.2.15 to 3.2.17 and 3.3.1 to 3.3.12).

package xsd

import "github.com/mvainnsyn/mvainnsyn/xsd/codec"

// String is a value of xs:string, white space kept (section 3.2.1).
type String = codec.String

// NormalizedString is a value of xs:normalizedString: text whose tabs and line breaks have become spaces (section 3.3.1).
type NormalizedString = codec.NormalizedString

// Token is a value of xs:token: text without needless white space (section 3.3.2).
type Token = codec.Token

// Language is a value of xs:language: a language tag of RFC 3066 such as "nb" or "en-GB" (section 3.3.3).
type Language = codec.Language

// NMTOKEN is a value of xs:NMTOKEN: a token of name characters (section 3.3.4).
type NMTOKEN = codec.NMTOKEN

// NMTOKENS is a value of xs:NMTOKENS (section 3.3.5).
type NMTOKENS = codec.NMTOKENS

// XMLName is a value of xs:Name: a name, colons allowed (section 3.3.6); it is not called Name, which is an expanded name here.
type XMLName = codec.XMLName

// NCName is a value of xs:NCName: a name without a colon (section 3.3.7).
type NCName = codec.NCName

// ID is a value of xs:ID: a name that no other ID of the document has (section 3.3.8).
type ID = codec.ID

// IDREF is a value of xs:IDREF: the name of an ID of the document (section 3.3.9).
type IDREF = codec.IDREF

// IDREFS is a value of xs:IDREFS (section 3.3.10).
type IDREFS = codec.IDREFS

// ENTITY is a value of xs:ENTITY: the name of an unparsed entity (section 3.3.11).
type ENTITY = codec.ENTITY

// ENTITIES is a value of xs:ENTITIES (section 3.3.12).
type ENTITIES = codec.ENTITIES

// AnyURI is a value of xs:anyURI: a URI or a reference to one, with any characters (section 3.2.17).
type AnyURI = codec.AnyURI

// AnySimple is a value of xs:anySimpleType: any text, and the name of the type it said it was of (xsi:type), the zero Name
// where it did not. Names in a text of such a type are spelt "{namespace}local".
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.AnySimple] lists its methods.
type AnySimple = codec.AnySimple

// HexBinary is a value of xs:hexBinary. It keeps its text: ab stays ab. The zero HexBinary is no octets.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.HexBinary] lists its methods.
type HexBinary = codec.HexBinary

// ParseHexBinary reads pairs of hexadecimal digits, white space around them allowed.
func ParseHexBinary(text string) (HexBinary, error) {
	return codec.ParseHexBinary(text)
}

// NewHexBinary returns data, written in upper case.
func NewHexBinary(data []byte) HexBinary {
	return codec.NewHexBinary(data)
}

// Base64Binary is a value of xs:base64Binary. It keeps its text. The zero Base64Binary is no octets.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Base64Binary] lists its methods.
type Base64Binary = codec.Base64Binary

// ParseBase64Binary reads base64 (RFC 2045) with its padding; white space may stand anywhere.
func ParseBase64Binary(text string) (Base64Binary, error) {
	return codec.ParseBase64Binary(text)
}

// NewBase64Binary returns data, written without white space.
func NewBase64Binary(data []byte) Base64Binary {
	return codec.NewBase64Binary(data)
}
