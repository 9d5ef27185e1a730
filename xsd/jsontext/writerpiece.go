// Pieces: text that a caller puts together itself, of keys that were made ready.

package jsontext

import (
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Piece returns the text so far, for the caller to append members to the innermost object and hand it back to PutPiece. It is not ok where nothing can be
// appended so: after an error, where no member can begin, or where the text is indented.
func (w *Writer) Piece() (text []byte, ok bool) {
	if w.err != nil || w.indent != "" || len(w.open) == 0 || w.open[len(w.open)-1].isArray || w.keyed {
		return nil, false
	}
	return w.buf, true
}

// PutPiece takes the text back.
func (w *Writer) PutPiece(text []byte) {
	w.open[len(w.open)-1].filled = text[len(text)-1] != '{'
	w.buf = text
}

// AppendTo appends the key and its colon, with the comma before it where it is not the first of its object. It is not ok where the key is not UTF-8.
func (m *Member) AppendTo(text []byte) (all []byte, ok bool) {
	if m.start == "" {
		return text, false
	}
	start := m.start[:len(m.start)-len(`"`)]
	if text[len(text)-1] == '{' {
		start = start[len(","):]
	}
	return append(text, start...), true
}

// Continue makes the writer append one value to a text. What it was at is forgotten.
func (w *Writer) Continue(text []byte) {
	w.buf, w.err, w.indent = text, nil, ""
	w.open, w.keyed, w.done = w.open[:0], false, false
}

// AppendSafe appends a member whose value is a string all of whose characters are ASCII and stand for themselves. It is not ok where the key is not UTF-8.
func (m *Member) AppendSafe(text []byte, value string) (all []byte, ok bool) {
	start := m.start
	if start == "" {
		return text, false
	}
	if text[len(text)-1] == '{' {
		start = start[len(","):]
	}
	return append(append(append(text, start...), value...), '"'), true
}

// AppendPlain appends a string all of whose characters stand for themselves, and are such that XML has them too. It is not ok, and appends nothing, where some
// are not, or seem not to be.
func AppendPlain(to []byte, text string) (all []byte, ok bool) {
	if !isPlain(text) {
		return to, false
	}
	return append(append(append(to, '"'), text...), '"'), true
}

// AppendEscaped is AppendPlain for a string in which some characters must be escaped, of those that XML has.
func AppendEscaped(to []byte, text string) (all []byte, ok bool) {
	begin, from := len(to), 0
	to = append(to, '"')
	var together byte
	for i := range len(text) {
		c := text[i]
		together |= c
		switch {
		case c == beyondXML, needsCare[c] && letters[c] == 0:
			return to[:begin], false
		case needsCare[c]:
			to = append(append(to, text[from:i]...), '\\', letters[c])
			from = i + 1
		}
	}
	if together >= utf8.RuneSelf && !utf8.ValidString(text) {
		return to[:begin], false
	}
	return append(append(to, text[from:]...), '"'), true
}

// letters are those that stand behind a backslash for the characters that XML has too, and JSON only so.
var letters = [256]byte{'"': '"', '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r'}

// AppendPlainKey is AppendPlain for a key given in pieces, with the colon behind it.
func AppendPlainKey(to []byte, pieces ...string) (all []byte, ok bool) {
	begin := len(to)
	to = append(to, '"')
	for _, piece := range pieces {
		if !isPlain(piece) {
			return to[:begin], false
		}
		to = append(to, piece...)
	}
	return append(to, `":`...), true
}

// isPlain reports whether a text has nothing to escape, is UTF-8, and has no character that XML has not.
func isPlain(text string) bool {
	var all uint64
	i := 0
	for ; i+8 <= len(text); i += 8 {
		w := source.Word(text, i)
		if source.Below(w, ' ')|source.Equal(w, '"')|source.Equal(w, '\\')|source.Equal(w, beyondXML) != 0 {
			return false
		}
		all |= w
	}
	for ; i < len(text); i++ {
		c := text[i]
		if needsCare[c] || c == beyondXML {
			return false
		}
		all |= uint64(c)
	}
	const tops = 0x8080808080808080
	return all&tops == 0 || utf8.ValidString(text)
}

// AppendNumber appends a number whose spelling, without an exponent, is JSON's too. It is not ok where it is not.
func AppendNumber(to []byte, text string) (all []byte, ok bool) {
	if !isPlainNumber(text) {
		return to, false
	}
	return append(to, text...), true
}
