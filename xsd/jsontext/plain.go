// Plain stretches of strings: the reader skips what needs no closer look, eight bytes at a time.

package jsontext

import "github.com/mvainnsyn/mvainnsyn/xsd/source"

// beyondXML is the first byte, in UTF-8, of the characters that JSON has and XML has not, U+FFFE and U+FFFF, and of others.
const beyondXML = 0xEF

// plainEnd returns where the plain part of a string that begins at src[i] ends.
func plainEnd(src string, i int) int {
	for ; i+8 <= len(src); i += 8 {
		w := source.Word(src, i)
		stops := source.Below(w, ' ') | source.Equal(w, '"') | source.Equal(w, '\\') | source.Equal(w, beyondXML)
		if stops != 0 {
			return i + source.First(stops)
		}
	}
	for i < len(src) && !needsCare[src[i]] && src[i] != beyondXML {
		i++
	}
	return i
}
