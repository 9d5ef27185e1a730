// This file takes notes while a document is read.

package codec

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// noteOfElement returns the note of the element at the reader's position, which may not have been opened yet.
func (r *Reader) noteOfElement() *note { return r.noteAt(len(r.frames), r.cur.name()) }

// noteOfOpen returns the note of the innermost open element.
func (r *Reader) noteOfOpen() *note { return r.noteAt(len(r.frames)-1, r.top().name()) }

// noteAt returns the note of the element at a depth: inside so many open ones.
func (r *Reader) noteAt(depth int, name Name) *note {
	if r.notes.root == nil {
		r.notes.root = new(note)
	}
	at := r.notes.root
	for i := range depth {
		f := &r.frames[i]
		at.name = f.name()
		at = at.child(f.arrived(), Name{})
	}
	at.name = name
	return at
}

// noteType notes that the element says of which type it is, where writing would not say so.
func (r *Reader) noteType(said Name) {
	if r.notes != nil && said.Local != "" {
		r.noteOfElement().said = said
	}
}

// noteNil notes how the element says whether it is nil, unless as writing does.
func (r *Reader) noteNil(text string) {
	if r.notes != nil && text != "true" {
		r.noteOfElement().saidNil = text
	}
}

// noteEmpty notes that the element at the reader's position, or in whose text it stands, has no content and its value is the default.
func (r *Reader) noteEmpty() {
	switch {
	case r.notes == nil:
	case r.at == atText:
		r.noteOfOpen().empty = true
	default:
		r.noteOfElement().empty = true
	}
}

// noteSpelling notes the text of a value that was read where the reader stood, unless it is the one that writing would choose.
func (r *Reader) noteSpelling(stood standing, text, canonical string) {
	if r.notes == nil || text == canonical {
		return
	}
	switch stood {
	case atElement, atRoot:
		r.noteOfElement().text = text
	case atText:
		r.noteOfOpen().text = text
	case atAttribute:
		r.noteOfOpen().noteAttribute(r.cur.name(), text)
	}
}

// noteList is noteSpelling for a list of type t whose items are written in a spelling of their own.
func (r *Reader) noteList(stood standing, t *simple.SimpleType, text string) {
	switch t.Item().Primitive() {
	case typeBoolean, typeDecimal, typeFloat, typeDouble:
		r.noteSpelling(stood, text, "")
	}
}

// noteOrder notes in what order the members of xs:all came, unless in the schema's.
func (r *Reader) noteOrder(f *frame) {
	if !f.plan.all || r.notes == nil {
		return
	}
	order := make([]int, len(f.arrivals))
	for n, a := range f.arrivals {
		order[n] = a.field
	}
	if !slices.IsSortedFunc(order, func(i, j int) int { return f.plan.facts[i].place - f.plan.facts[j].place }) {
		r.noteOfOpen().order = order
	}
}
