// Pieces: text that a caller puts together itself, of names that were made ready.

package xmltext

import "github.com/mvainnsyn/mvainnsyn/xsd/source"

// Piece returns the text so far, without the ">" of the start tag that it ends with, for the caller to append attributes and content of the element, and hand it to
// PutPiece; or to call DropPiece. It is not ok where nothing can be appended so: after an error, behind the start tag, or where the text is indented.
func (w *Writer) Piece() (text []byte, ok bool) {
	if w.err != nil || w.indent != "" || !w.tagged {
		return nil, false
	}
	w.piece = place{length: len(w.buf), depth: len(w.open), bindings: len(w.bindings.list)}
	return w.buf[:len(w.buf)-len(">")], true
}

// place is where a piece begins.
type place struct{ length, depth, bindings int }

// PutPiece takes the text back. tagged says that it still ends with the start tag. Elements can be written then, and Buffer says what to go on with.
func (w *Writer) PutPiece(text []byte, tagged bool) {
	w.buf, w.tagged = text, tagged
}

// DropPiece leaves the text as it was before Piece, without the error that came since.
func (w *Writer) DropPiece() {
	w.buf, w.open = w.buf[:w.piece.length], w.open[:w.piece.depth]
	w.buf[len(w.buf)-1] = '>'
	w.tagged, w.err = true, nil
	w.leave(w.piece.bindings)
	w.beginTag()
}

// Bare returns the namespace of elements that have no prefix where the writer is.
func (w *Writer) Bare() string { return w.bare }

// Bare are the tags of an element where elements of its namespace have no prefix.
type Bare struct{ space, start, end string }

// Bare returns them.
func (t *Tag) Bare() Bare { return Bare{t.name.Space, t.bare.start, t.bare.end} }

// In returns the tags, "<name>" and "</name>", where elements of a namespace have no prefix. It is not ok where that is another one, or the name is none.
func (b *Bare) In(bare string) (start, end string, ok bool) {
	return b.start, b.end, b.start != "" && source.Same(b.space, bare)
}

// Spell returns the tags of an element as they are where the writer is. It is not ok where they take a declaration, or the name is none.
func (w *Writer) Spell(t *Tag) (start, end string, ok bool) {
	s, _, ok := w.ready(t)
	if !ok {
		return "", "", false
	}
	return s.start, s.end, true
}

// AttrPrefix returns the prefix of attributes in a namespace as it is where the writer is. It is not ok where they take a declaration, other than one that the
// root is to have.
func (w *Writer) AttrPrefix(space string) (prefix string, ok bool) {
	return w.prefixInScope(space, false)
}

// Start returns the text from before the attribute's name to the first quotation mark of its value, "" where the name is none.
func (a *Attribute) Start() string { return a.start }

// AppendText appends character data. It is not ok where the text has a character that XML cannot hold.
func AppendText(to []byte, text string) (all []byte, ok bool) {
	return appendEscaped(to, text, textEscape)
}

// AppendValue appends the value of an attribute. It is not ok where the text has a character that XML cannot hold.
func AppendValue(to []byte, text string) (all []byte, ok bool) {
	return appendEscaped(to, text, valueEscape)
}

func appendEscaped(to []byte, text string, escape uint8) (all []byte, ok bool) {
	i := mustEscape(text, escape)
	if i == len(text) {
		return append(to, text...), true
	}
	to, bad := appendReferences(to, text, i, escape)
	return to, bad == len(text)
}
