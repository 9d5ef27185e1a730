// The characters that a format allows, checked once over the whole input, eight bytes at a
// time where they are ASCII, so that the readers need not look at each character again.

package source

import (
	"encoding/binary"
	"fmt"
	"unicode/utf8"
)

// A Format says which characters an input may hold.
type Format uint8

// The formats.
const (
	XML  Format = iota // XML 1.0, production Char; the encoding is detected
	JSON               // RFC 8259: any UTF-8
)

// IsXMLChar reports whether XML 1.0 allows the character (production 2, Char).
func IsXMLChar(r rune) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n' || r == '\r'
	case r < 0xD800:
		return true
	default:
		return r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= utf8.MaxRune
	}
}

// valid returns the length of the longest start of text that the format allows.
func (f Format) valid(text []byte) int {
	if f == JSON {
		return validUTF8(text)
	}
	return validXML(text)
}

func validUTF8(text []byte) int {
	n := startOfASCII(text)
	if utf8.Valid(text[n:]) {
		return len(text)
	}
	for {
		r, size := utf8.DecodeRune(text[n:])
		if r == utf8.RuneError && size == 1 {
			return n
		}
		n += size
	}
}

// startOfASCII returns the length of a start of text that is ASCII, a multiple of 32 bytes.
func startOfASCII(text []byte) int {
	i := 0
	for ; i+32 <= len(text); i += 32 {
		if a, b, c, d := fourWords(text[i:]); (a|b|c|d)&highBits != 0 {
			break
		}
	}
	return i
}

// Eight bytes at a time: the same byte in each of the eight.
const (
	highBits = 0x8080808080808080
	lowBits  = 0x7F7F7F7F7F7F7F7F
	tabs     = 0x0909090909090909
	feeds    = 0x0A0A0A0A0A0A0A0A
	control  = 0x9F9F9F9F9F9F9F9F // less a byte below 0x20 it stays above 0x7F, less another ASCII character it does not

	tabOrReturn = 0x0404040404040404 // the bit that returns have and tabs do not
)

func validXML(text []byte) int {
	i := 0
	for {
		i += plainASCII(text[i:])
		if i == len(text) {
			return i
		}
		// Text that is not plain here is not plain nearby either.
		for near := min(i+8, len(text)); i < near; {
			if c := text[i]; c >= 0x20 && c < utf8.RuneSelf {
				i++
				continue
			}
			size := xmlChar(text[i:])
			if size == 0 {
				return i
			}
			i += size
		}
	}
}

// nearby is how many bytes are looked at with more care behind one that asks for it: where there is a tab or a return, there are mostly more.
const nearby = 512

// plainASCII returns the length of a start of text that holds ASCII characters allowed in XML, a multiple of eight bytes.
func plainASCII(text []byte) int {
	for i := 0; ; {
		i += plainLines(text[i:])
		part := text[i:min(i+nearby, len(text))]
		n := plainWords(part)
		if i += n; n+8 <= len(part) || i+8 > len(text) {
			return i
		}
	}
}

// plainLines is plainASCII for text of whose control characters only line feeds are expected.
func plainLines(text []byte) int {
	i := 0
	for ; i+32 <= len(text); i += 32 {
		a, b, c, d := fourWords(text[i:])
		if (beyondLines(a)|beyondLines(b)|beyondLines(c)|beyondLines(d)|a|b|c|d)&highBits != 0 {
			break
		}
	}
	return i
}

// plainWords is plainASCII for any text.
func plainWords(text []byte) int {
	i := 0
	for ; i+32 <= len(text); i += 32 {
		a, b, c, d := fourWords(text[i:])
		if (forbidden(a)|forbidden(b)|forbidden(c)|forbidden(d)|a|b|c|d)&highBits != 0 {
			break
		}
	}
	for ; i+8 <= len(text); i += 8 {
		if w := binary.LittleEndian.Uint64(text[i:]); (forbidden(w)|w)&highBits != 0 {
			break
		}
	}
	return i
}

// fourWords returns the first 32 bytes of text.
func fourWords(text []byte) (a, b, c, d uint64) {
	part := (*[32]byte)(text)
	return binary.LittleEndian.Uint64(part[0:]), binary.LittleEndian.Uint64(part[8:]), binary.LittleEndian.Uint64(part[16:]), binary.LittleEndian.Uint64(part[24:])
}

// beyondLines marks the bytes of a word of ASCII characters that are control characters other than line feeds.
func beyondLines(w uint64) uint64 { return ((w ^ feeds) + lowBits) & (control - w) }

// forbidden marks the bytes of a word of ASCII characters that XML does not allow. Tabs and returns differ in one bit.
func forbidden(w uint64) uint64 {
	other := ((w&^tabOrReturn ^ tabs) + lowBits) & ((w ^ feeds) + lowBits)
	return other & (control - w)
}

// xmlChar returns the length of the XML character that text begins with, 0 if it is none.
func xmlChar(text []byte) int {
	c := text[0]
	switch {
	case c < utf8.RuneSelf:
		if IsXMLChar(rune(c)) {
			return 1
		}
		return 0
	case c >= 0xC2 && c < 0xE0 && len(text) > 1 && text[1]&0xC0 == 0x80:
		return 2 // all of U+0080 to U+07FF
	}
	r, size := utf8.DecodeRune(text)
	if size == 1 || !IsXMLChar(r) {
		return 0
	}
	return size
}

// describeFault says why text, which begins with a character that is not allowed, is refused.
func (f Format) describeFault(text []byte) (message, remedy string) {
	r, size := utf8.DecodeRune(text)
	if r == utf8.RuneError && size == 1 {
		message = "the byte " + hexByte(text[0]) + " is not UTF-8"
		if f == XML {
			return message, "write the document in UTF-8, or declare its encoding, as in <?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
		}
		return message, "write the text in UTF-8"
	}
	return fmt.Sprintf("the character U+%04X is not allowed in XML", r), "remove it: XML has no way to write it"
}
