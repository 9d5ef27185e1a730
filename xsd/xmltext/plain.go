// Plain stretches of text and attribute values: the reader skips what needs no closer look, eight bytes at a time.

package xmltext

import "github.com/mvainnsyn/mvainnsyn/xsd/source"

// plainTextEnd returns where the character data that begins at src[i] ends or needs a closer look.
func plainTextEnd(src string, i int) int {
	for ; i+8 <= len(src); i += 8 {
		w := source.Word(src, i)
		if stops := source.Equal(w, '<') | source.Equal(w, '&') | source.Equal(w, ']') | source.Equal(w, '\r'); stops != 0 {
			return i + source.First(stops)
		}
	}
	for i < len(src) && class[src[i]]&textStop == 0 {
		i++
	}
	return i
}

// plainValueEnd returns where the attribute value between quotes that begins at src[i] ends or needs a closer look.
func plainValueEnd(src string, i int, quote byte) int {
	for ; i+8 <= len(src); i += 8 {
		w := source.Word(src, i)
		if stops := source.Equal(w, quote) | source.Equal(w, '<') | source.Equal(w, '&') | source.Below(w, ' '); stops != 0 {
			return i + source.First(stops)
		}
	}
	for i < len(src) && class[src[i]]&valueStop == 0 {
		i++
	}
	return i
}
