// What of a text cannot stand as it is, and the references that are written for it.

package xmltext

import (
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// appendEscaped appends text with references for what cannot stand as it is. escape is the
// class of bytes to look at.
func (w *Writer) appendEscaped(text string, escape uint8) {
	if i := mustEscape(text, escape); i < len(text) {
		w.appendWithReferences(text, i, escape)
		return
	}
	w.buf.Add(text)
}

// mustEscape returns where the first byte is that must be looked at, len(text) if none must.
func mustEscape(text string, escape uint8) int {
	i, n := 0, len(text)
	for i+8 <= n && areOrdinary(eightBytes(text[i:i+8])) {
		i += 8
	}
	if i+8 > n && n >= 4 && areOrdinary(lastBytes(text)) {
		return n
	}
	for i < n && class[text[i]]&escape == 0 {
		i++
	}
	return i
}

// lastBytes returns the last eight bytes of a text, or all of them, some twice, where they are fewer but at least four.
func lastBytes(text string) uint64 {
	if n := len(text); n < 8 {
		return fourBytes(text[:4])<<32 | fourBytes(text[n-4:])
	}
	return eightBytes(text[len(text)-8:])
}

func eightBytes(text string) uint64 {
	_ = text[7]
	return uint64(text[0]) | uint64(text[1])<<8 | uint64(text[2])<<16 | uint64(text[3])<<24 |
		uint64(text[4])<<32 | uint64(text[5])<<40 | uint64(text[6])<<48 | uint64(text[7])<<56
}

func fourBytes(text string) uint64 {
	_ = text[3]
	return uint64(text[0]) | uint64(text[1])<<8 | uint64(text[2])<<16 | uint64(text[3])<<24
}

// areOrdinary reports whether eight bytes can be written as they are anywhere: all are ASCII, no control characters and none of
// & < > and the quotation mark. It looks at them at once: in each expression, the top bit of a byte tells what is looked for.
func areOrdinary(x uint64) bool {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	control := (x - ' '*ones) &^ x
	quoteOrAnd := (x | 4*ones) ^ '&'*ones // 0 where it is one of the two, which differ in one bit
	angle := (x | 2*ones) ^ '>'*ones      // likewise
	return (x|control|(quoteOrAnd-ones)&^quoteOrAnd|(angle-ones)&^angle)&tops == 0
}

// appendWithReferences is appendEscaped for a text of which text[i] is the first byte to look at.
func (w *Writer) appendWithReferences(text string, i int, escape uint8) {
	all, bad := appendReferences(w.buf, text, i, escape)
	if bad < len(text) {
		w.failChar(text, bad)
		return
	}
	w.buf = all
}

// appendReferences appends a text of which text[i] is the first byte to look at, and returns where the first character is that XML cannot hold, len(text) if
// there is none.
func appendReferences(to []byte, text string, i int, escape uint8) (all []byte, bad int) {
	from := 0
	for i < len(text) {
		c := text[i]
		if class[c]&escape == 0 {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == utf8.RuneError && size == 1 || !source.IsXMLChar(r) {
				return to, i
			}
			i += size
			continue
		}
		reference := references[c]
		if reference == "" {
			return to, i
		}
		to = append(append(to, text[from:i]...), reference...)
		i++
		from = i
	}
	return append(to, text[from:]...), len(text)
}

// references are how characters are written that cannot stand for themselves. White space
// is among them because a reader would change it.
var references = [utf8.RuneSelf]string{
	'<': "&lt;", '>': "&gt;", '&': "&amp;", '"': "&quot;", '\t': "&#9;", '\n': "&#10;", '\r': "&#13;",
}

func (w *Writer) failChar(text string, i int) {
	r, size := utf8.DecodeRuneInString(text[i:])
	if r == utf8.RuneError && size == 1 {
		w.fail("the text %q is not UTF-8", excerpt(text))
		return
	}
	w.fail("the text %q holds the character U+%04X, which XML cannot hold", excerpt(text), r)
}
