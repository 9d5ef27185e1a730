// xs:hexBinary and xs:base64Binary (Part 2, sections 3.2.15 and 3.2.16): octets that keep the text they came in.

package codec

import (
	"encoding/base64"
	"encoding/hex"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// HexBinary is a value of xs:hexBinary. It keeps its text: ab stays ab. The zero HexBinary is no octets.
type HexBinary struct{ text string }

// Base64Binary is a value of xs:base64Binary. It keeps its text. The zero Base64Binary is no octets.
type Base64Binary struct{ text string }

// ParseHexBinary reads pairs of hexadecimal digits, white space around them allowed.
func ParseHexBinary(text string) (HexBinary, error) {
	text, err := typeHexBinary.ParseText(text)
	return HexBinary{text}, err
}

// NewHexBinary returns data, written in upper case.
func NewHexBinary(data []byte) HexBinary {
	return HexBinary{strings.ToUpper(hex.EncodeToString(data))}
}

// Bytes returns the octets.
func (b HexBinary) Bytes() []byte {
	data, _ := hex.DecodeString(b.text)
	return data
}

// String returns the text as it was read.
func (b HexBinary) String() string { return b.text }

// Equal reports whether b and c are written alike: ab and AB are not.
func (b HexBinary) Equal(c HexBinary) bool { return b == c }

// Compare returns 0 and true for equal octets; there is no order between others.
func (b HexBinary) Compare(c HexBinary) (order int, ok bool) {
	return 0, simple.CanonicalHex(b.text) == simple.CanonicalHex(c.text)
}

// MarshalText implements encoding.TextMarshaler.
func (b HexBinary) MarshalText() ([]byte, error) { return []byte(b.text), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (b *HexBinary) UnmarshalText(text []byte) (err error) {
	*b, err = ParseHexBinary(string(text))
	return err
}

// ParseBase64Binary reads base64 (RFC 2045) with its padding; white space may stand anywhere.
func ParseBase64Binary(text string) (Base64Binary, error) {
	text, err := typeBase64Binary.ParseText(text)
	return Base64Binary{text}, err
}

// NewBase64Binary returns data, written without white space.
func NewBase64Binary(data []byte) Base64Binary {
	return Base64Binary{base64.StdEncoding.EncodeToString(data)}
}

// Bytes returns the octets.
func (b Base64Binary) Bytes() []byte {
	data, _ := base64.StdEncoding.DecodeString(simple.CanonicalBase64(b.text))
	return data
}

// String returns the text as it was read, runs of white space made one space.
func (b Base64Binary) String() string { return b.text }

// Equal reports whether b and c are written alike, white space included.
func (b Base64Binary) Equal(c Base64Binary) bool { return b == c }

// Compare returns 0 and true for equal octets; there is no order between others.
func (b Base64Binary) Compare(c Base64Binary) (order int, ok bool) {
	return 0, simple.CanonicalBase64(b.text) == simple.CanonicalBase64(c.text)
}

// MarshalText implements encoding.TextMarshaler.
func (b Base64Binary) MarshalText() ([]byte, error) { return []byte(b.text), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (b *Base64Binary) UnmarshalText(text []byte) (err error) {
	*b, err = ParseBase64Binary(string(text))
	return err
}
