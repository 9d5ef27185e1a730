// Pieces: text that a caller puts together itself, of keys that were made ready.

package jsontext

import (
	"slices"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/internal/output"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// A Piece is a text that a caller puts together itself. Members and items are added with a comma before each, and gain what begins their object or array when it ends.
type Piece struct{ output.Buffer }

// Piece returns the text so far, for the caller to add members to the innermost object, and hand it to PutPiece; or to call DropPiece. It is not ok where nothing
// can be added so: after an error, where no member can begin, or where the text is indented.
func (w *Writer) Piece() (p Piece, ok bool) {
	if w.err != nil || w.indent != "" || len(w.open) == 0 || w.open[len(w.open)-1].isArray || w.keyed {
		return Piece{}, false
	}
	if !w.open[len(w.open)-1].filled {
		return Piece{w.buf[:len(w.buf)-len("{")]}, true // the comma of the first member gives way to it
	}
	return Piece{w.buf}, true
}

// PutPiece takes the text back.
func (w *Writer) PutPiece(p Piece) {
	object, begin := &w.open[len(w.open)-1], len(w.buf)-len("{")
	w.buf = p.Buffer
	switch {
	case object.filled:
	case len(w.buf) > begin:
		w.buf[begin], object.filled = '{', true
	default:
		w.buf.AddByte('{')
	}
}

// DropPiece leaves the text as it was before Piece.
func (w *Writer) DropPiece() {
	if !w.open[len(w.open)-1].filled {
		w.buf[len(w.buf)-1] = '{'
	}
}

// Whole returns a piece for a caller that puts the whole text together, and hands it to PutWhole. Nothing may have been written.
func (w *Writer) Whole() Piece { return Piece{w.buf[:0]} }

// PutWhole takes the whole text.
func (w *Writer) PutWhole(p Piece) { w.buf, w.done = p.Buffer, true }

// Continue makes the writer add one value to a text. What it was at is forgotten.
func (w *Writer) Continue(text []byte) {
	w.buf, w.err, w.indent = text, nil, ""
	w.open, w.keyed, w.done = w.open[:0], false, false
}

// EndObject ends an object whose members begin at an offset.
func (p *Piece) EndObject(begin int) { p.end(begin, '{', '}') }

// EndArray ends an array whose items begin at an offset.
func (p *Piece) EndArray(begin int) { p.end(begin, '[', ']') }

func (p *Piece) end(begin int, first, last byte) {
	if len(p.Buffer) == begin {
		p.AddByte(first)
	}
	p.Buffer[begin] = first
	p.AddByte(last)
}

// AddSafe adds what comes before a string, its first quote included, and the string, of which every character stands for itself.
func (p *Piece) AddSafe(before, text string) {
	all := p.Buffer
	if n := len(before) + len(text) + len(`"`); n > cap(all)-len(all) {
		all = slices.Grow(all, n)
		p.Buffer = all
	}
	all = append(append(append(all, before...), text...), '"')
	p.Buffer = p.Buffer[:len(all)]
}

// AddText adds a string that XML can hold. It is not ok, and adds nothing, where XML cannot, or seems not to.
func (p *Piece) AddText(text string) (ok bool) {
	if IsPlain(text) {
		p.AddSafe(`"`, text)
		return true
	}
	return p.addEscaped(text)
}

// addEscaped is AddText for a string in which some characters must be escaped.
func (p *Piece) addEscaped(text string) (ok bool) {
	all, from := append(p.Buffer, '"'), 0
	var together byte
	for i := range len(text) {
		c := text[i]
		together |= c
		switch {
		case c == beyondXML, needsCare[c] && letters[c] == 0:
			return false
		case needsCare[c]:
			all = append(append(all, text[from:i]...), '\\', letters[c])
			from = i + 1
		}
	}
	if together >= utf8.RuneSelf && !utf8.ValidString(text) {
		return false
	}
	p.Buffer = append(append(all, text[from:]...), '"')
	return true
}

// letters are those that stand behind a backslash for the characters that XML has too, and JSON only so.
var letters = [256]byte{'"': '"', '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r'}

// AddKey adds a key that is given in pieces, with the colon behind it. It is not ok, and adds nothing, where some characters must be escaped.
func (p *Piece) AddKey(pieces ...string) (ok bool) {
	begin := len(p.Buffer)
	p.AddByte('"')
	for _, piece := range pieces {
		if !IsPlain(piece) {
			p.Buffer = p.Buffer[:begin]
			return false
		}
		p.Add(piece)
	}
	p.Add(`":`)
	return true
}

// IsPlain reports whether a text has nothing to escape, is UTF-8, and has no character that XML has not.
func IsPlain(text string) bool {
	var all uint64
	if len(text) < 8 {
		for i := range len(text) {
			c := text[i]
			if needsCare[c] || c == beyondXML {
				return false
			}
			all |= uint64(c)
		}
	} else {
		for i := 0; i < len(text); i += 8 {
			w := source.Word(text, min(i, len(text)-8)) // the last one begins among those of the one before
			if source.Below(w, ' ')|source.Equal(w, '"')|source.Equal(w, '\\')|source.Equal(w, beyondXML) != 0 {
				return false
			}
			all |= w
		}
	}
	const tops = 0x8080808080808080
	return all&tops == 0 || utf8.ValidString(text)
}

// AddNumber adds what comes before a number, and the number, whose spelling, without an exponent, is JSON's too. It is not ok, and adds nothing, where it is not.
func (p *Piece) AddNumber(before, text string) (ok bool) {
	if !isPlainNumber(text) {
		return false
	}
	p.Buffer = append(append(p.Buffer, before...), text...)
	return true
}
