// xs:hexBinary and xs:base64Binary (Part 2, sections 3.2.15 and 3.2.16): octets that keep the text they came in.

package xsd

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
)

// HexBinary is a value of xs:hexBinary. It keeps its text: ab stays ab. The zero HexBinary is no octets.
type HexBinary struct{ text string }

// Base64Binary is a value of xs:base64Binary. It keeps its text. The zero Base64Binary is no octets.
type Base64Binary struct{ text string }

// ParseHexBinary reads pairs of hexadecimal digits, white space around them allowed.
func ParseHexBinary(text string) (HexBinary, error) {
	text, err := typeHexBinary.parseText(text)
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
	return canonicalHex(b.text).compare(canonicalHex(c.text))
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
	text, err := typeBase64Binary.parseText(text)
	return Base64Binary{text}, err
}

// NewBase64Binary returns data, written without white space.
func NewBase64Binary(data []byte) Base64Binary {
	return Base64Binary{base64.StdEncoding.EncodeToString(data)}
}

// Bytes returns the octets.
func (b Base64Binary) Bytes() []byte {
	data, _ := base64.StdEncoding.DecodeString(string(canonicalBase64(b.text)))
	return data
}

// String returns the text as it was read, runs of white space made one space.
func (b Base64Binary) String() string { return b.text }

// Equal reports whether b and c are written alike, white space included.
func (b Base64Binary) Equal(c Base64Binary) bool { return b == c }

// Compare returns 0 and true for equal octets; there is no order between others.
func (b Base64Binary) Compare(c Base64Binary) (order int, ok bool) {
	return canonicalBase64(b.text).compare(canonicalBase64(c.text))
}

// MarshalText implements encoding.TextMarshaler.
func (b Base64Binary) MarshalText() ([]byte, error) { return []byte(b.text), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (b *Base64Binary) UnmarshalText(text []byte) (err error) {
	*b, err = ParseBase64Binary(string(text))
	return err
}

// The canonical form of octets is their canonical text (sections 3.2.15.2 and 3.2.16.1): it is as good as the octets to
// compare, and often is the text itself.
var (
	hexSpace = &primitive[characters]{
		facets: textFacets,
		valid:  isHex,
		read:   func(text string, _ PrefixResolver) (characters, bool) { return canonicalHex(text), true },
		length: hexLength,
	}
	base64Space = &primitive[characters]{
		facets: textFacets,
		valid:  isBase64,
		read:   func(text string, _ PrefixResolver) (characters, bool) { return canonicalBase64(text), true },
		length: base64Length,
	}
)

func isHex(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; !isDigit(c) && (c|0x20 < 'a' || c|0x20 > 'f') {
			return false
		}
	}
	return len(text)%2 == 0
}

func hexLength(text string) int { return len(text) / 2 }

func canonicalHex(text string) characters { return characters(strings.ToUpper(text)) }

// isBase64 takes a collapsed text, so that white space is single spaces between characters.
func isBase64(text string) bool {
	digits, padding, last := 0, 0, byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == ' ':
		case c == '=':
			padding++
		case padding > 0 || sextet(c) < 0:
			return false
		default:
			digits++
			last = c
		}
	}
	switch padding {
	case 0:
		return digits%4 == 0
	case 1: // the last digit carries four bits
		return digits%4 == 3 && sextet(last)&3 == 0
	case 2: // the last digit carries two bits
		return digits%4 == 2 && sextet(last)&15 == 0
	default:
		return false
	}
}

// sextet returns the six bits that c stands for, -1 where c is no digit of base64.
func sextet(c byte) int {
	switch {
	case 'A' <= c && c <= 'Z':
		return int(c - 'A')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 26
	case isDigit(c):
		return int(c-'0') + 52
	case c == '+':
		return 62
	case c == '/':
		return 63
	default:
		return -1
	}
}

func base64Length(text string) int {
	return (len(text) - strings.Count(text, " ") - strings.Count(text, "=")) * 3 / 4
}

func canonicalBase64(text string) characters {
	return characters(strings.ReplaceAll(text, " ", ""))
}
