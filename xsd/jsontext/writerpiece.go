// Pieces: text that a caller puts together itself, of keys that were made ready.

package jsontext

import (
	"encoding/binary"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/internal/output"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// A Piece is a text that a caller puts together itself. Members and items are added with a comma before each, and gain what begins their object or array when it ends.
type Piece struct{ output.Buffer }

// A Ready is a text made ready to be written often, such as a key.
type Ready = output.Ready

// NewReady makes a text ready.
func NewReady(text string) *Ready { return output.NewReady(text) }

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
func (p *Piece) AddSafe(before *Ready, text string) {
	all := p.Room(before.Room() + len(text) + len(`"`))
	end := before.Put(all, len(p.Buffer))
	end += copy(all[end:], text)
	all[end] = '"'
	p.Buffer = p.Buffer[:end+1]
}

// AddPlain is AddSafe for a string that is looked at while it is copied, in one function, since most are short. It is not ok, and adds nothing, where isPlain is false.
func (p *Piece) AddPlain(before *Ready, text string) (ok bool) {
	all := p.Room(before.Room() + len(text) + len(`"`))
	begin := before.Put(all, len(p.Buffer))
	end := begin + len(text)
	var together uint64 // the bits of all bytes
	switch {
	case len(text) >= 8:
		for i := 0; i < len(text); i += 8 {
			at := min(i, len(text)-8) // the last word begins among those of the one before
			w := source.Word(text, at)
			if needCare(w) != 0 {
				return false
			}
			binary.LittleEndian.PutUint64(all[begin+at:], w)
			together |= w
		}
	case len(text) >= 4:
		first, last := source.HalfWord(text, 0), source.HalfWord(text, len(text)-4)
		if together = uint64(first) | uint64(last)<<32; needCare(together) != 0 {
			return false
		}
		binary.LittleEndian.PutUint32(all[begin:], first)
		binary.LittleEndian.PutUint32(all[end-4:], last)
	default:
		for i := range len(text) {
			c := text[i]
			if needsCare[c] || c == beyondXML {
				return false
			}
			all[begin+i] = c
			together |= uint64(c)
		}
	}
	if together&tops != 0 && !utf8.ValidString(text) {
		return false
	}
	all[end] = '"'
	p.Buffer = p.Buffer[:end+1]
	return true
}

// What comes before the characters of a string that is an item, and before a number that is one.
var (
	Quote   = NewReady(`"`)
	Nothing = NewReady("")
)

// AddText adds a string that XML can hold. It is not ok, and adds nothing, where XML cannot, or seems not to.
func (p *Piece) AddText(text string) (ok bool) {
	return p.AddPlain(Quote, text) || p.addEscaped(text)
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
		if !isPlain(piece) {
			p.Buffer = p.Buffer[:begin]
			return false
		}
		p.Add(piece)
	}
	p.Add(`":`)
	return true
}

// isPlain reports whether a text has nothing to escape, is UTF-8, and has no character that XML has not.
func isPlain(text string) bool {
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
			if needCare(w) != 0 {
				return false
			}
			all |= w
		}
	}
	return all&tops == 0 || utf8.ValidString(text)
}

// tops are the bits that no byte of ASCII has, in eight of them.
const tops = 0x8080808080808080

// needCare marks the bytes of a word for which isPlain is false, as source.Equal marks its bytes.
func needCare(word uint64) uint64 {
	return source.Below(word, ' ') | source.Equal(word, '"') | source.Equal(word, '\\') | source.Equal(word, beyondXML)
}

// AddNumber adds what comes before a number, and the number, whose spelling, without an exponent, is JSON's too. It is not ok, and adds nothing, where it is not.
func (p *Piece) AddNumber(before *Ready, text string) (ok bool) {
	if !isPlainNumber(text) {
		return false
	}
	all := p.Room(before.Room() + len(text))
	end := before.Put(all, len(p.Buffer))
	end += copy(all[end:], text)
	p.Buffer = p.Buffer[:end]
	return true
}
