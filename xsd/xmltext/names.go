// Names and the classes of characters (XML 1.0, fifth edition, section 2.3; Namespaces in
// XML 1.0, section 4).

package xmltext

import (
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// The namespaces that are bound without a declaration (Namespaces in XML 1.0, section 3).
const (
	XMLNamespace   = "http://www.w3.org/XML/1998/namespace"
	xmlnsNamespace = "http://www.w3.org/2000/xmlns/"
)

// What a byte of text can be; a byte beyond ASCII is in no class of names.
const (
	spaceByte     = 1 << iota // production S
	nameStartByte             // may begin an NCName
	nameByte                  // may continue an NCName
	textStop                  // needs a closer look in character data
	valueStop                 // needs a closer look in an attribute value
	textEscape                // cannot be written as it is in character data
	valueEscape               // cannot be written as it is in an attribute value
)

var class = classes()

func classes() (table [256]uint8) {
	add := func(flags uint8, bytes string) {
		for i := range len(bytes) {
			table[bytes[i]] |= flags
		}
	}
	add(spaceByte, " \t\r\n")
	add(nameStartByte|nameByte, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_")
	add(nameByte, "0123456789-.")
	add(textStop, "<&]\r")
	add(valueStop, "\"'<&\t\r\n")
	add(textEscape, "<>&")
	add(valueEscape, "<&\"")
	for c := range table {
		if c < 0x20 || c >= utf8.RuneSelf {
			table[c] |= valueEscape
			if c != '\t' && c != '\n' {
				table[c] |= textEscape
			}
		}
	}
	return table
}

// runeRange is a range of characters, both ends included.
type runeRange struct{ first, last rune }

// nameStartRanges are the characters beyond ASCII that may begin a name (production 4).
var nameStartRanges = [...]runeRange{
	{0xC0, 0xD6},
	{0xD8, 0xF6},
	{0xF8, 0x2FF},
	{0x370, 0x37D},
	{0x37F, 0x1FFF},
	{0x200C, 0x200D},
	{0x2070, 0x218F},
	{0x2C00, 0x2FEF},
	{0x3001, 0xD7FF},
	{0xF900, 0xFDCF},
	{0xFDF0, 0xFFFD},
	{0x10000, 0xEFFFF},
}

// nameRanges are the ones that may continue a name besides (production 4a).
var nameRanges = [...]runeRange{{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}

func inRanges(r rune, ranges []runeRange) bool {
	for _, x := range ranges {
		if r <= x.last {
			return r >= x.first
		}
	}
	return false
}

// scanNCName returns where the NCName that begins at text[i] ends: at i if there is none.
func scanNCName(text string, i int) int {
	if i == len(text) {
		return i
	}
	if c := text[i]; c < utf8.RuneSelf {
		if class[c]&nameStartByte == 0 {
			return i
		}
		i++
	} else {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 || !inRanges(r, nameStartRanges[:]) {
			return i
		}
		i += size
	}
	for i < len(text) && class[text[i]]&nameByte != 0 {
		i++
	}
	if i < len(text) && text[i] >= utf8.RuneSelf {
		return scanNameChars(text, i)
	}
	return i
}

// scanNameChars returns where the characters that continue a name end.
func scanNameChars(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if class[c]&nameByte == 0 {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 || !inRanges(r, nameStartRanges[:]) && !inRanges(r, nameRanges[:]) {
			return i
		}
		i += size
	}
	return i
}

// IsNCName reports whether text is a name without a colon (Namespaces in XML 1.0,
// production 4, with the characters of XML 1.0, fifth edition).
func IsNCName(text string) bool {
	return text != "" && scanNCName(text, 0) == len(text)
}

// whiteSpace are the characters of production 3 of XML 1.0.
const whiteSpace = " \t\r\n"

// skipSpace returns where the white space at text[i] ends. The text holds characters of XML only: of those, all up to the space are white space.
func skipSpace(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		if others := source.Above(source.Word(text, i), ' '); others != 0 {
			return i + source.First(others)
		}
	}
	for i < len(text) && class[text[i]]&spaceByte != 0 {
		i++
	}
	return i
}
