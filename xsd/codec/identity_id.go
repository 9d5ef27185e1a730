// This file checks xs:ID and xs:IDREF (XSD 1.0 Part 1, section 3.15.4, cvc-id), and xs:ENTITY, whose values a document
// type declaration declares.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// idTable remembers the IDs of a document, and the references to IDs that had not come yet.
type idTable struct {
	ids     map[string]bool
	pending []reference
}

func (t *idTable) reset() {
	clear(t.ids)
	t.pending = t.pending[:0]
}

// note takes a value of a type that takes part in ID checks.
func (t *tracker) note(r reporter, st *simple.SimpleType, text string, ns simple.PrefixResolver) {
	value, fault := st.Parse(text, ns)
	if fault != nil || t.off {
		return
	}
	if st.Variety() == simple.VarietyList {
		for _, item := range value.Items() {
			t.noteAtom(r, item)
		}
		return
	}
	t.noteAtom(r, value)
}

func (t *tracker) noteAtom(r reporter, value simple.Value) {
	st := value.Type()
	if st == nil || st.Variety() != simple.VarietyAtomic {
		return
	}
	text := value.String()
	switch st.BuiltInAncestor() {
	case typeID:
		t.addID(r, text)
	case typeIDREF:
		if !t.ids.ids[text] {
			t.ids.pending = append(t.ids.pending, reference{text, r.violation("cvc-id.1", text, "no element has the ID that is referred to")})
			t.count(r)
		}
	case typeENTITY:
		t.checkEntity(r, text)
	}
}

// checkEntity reports a name that no unparsed entity has (cvc-simple-type, clause 2.1). Only a document type declaration declares such entities: what is written has none, nor
// has JSON.
func (t *tracker) checkEntity(r reporter, name string) {
	declared, unread := r.unparsedEntity(name)
	switch {
	case declared:
	case unread != "":
		v := r.violation("", name, "")
		r.fail(&LimitError{
			Position: source.Position{Line: v.Line, Column: v.Column, Offset: v.Offset},
			Message:  "the unparsed entity " + name + " is declared, if at all, in what is not read: " + unread, Remedy: "declare it in the document",
		})
	default:
		r.add(r.violation("cvc-simple-type.2.1", name, "the document declares no unparsed entity of this name"))
	}
}

// unparsedEntity asks the document type declaration of the document that is read.
func (r *Reader) unparsedEntity(name string) (declared bool, unread string) {
	return r.cursor.unparsed(name)
}

// unparsedEntity knows of none: no declaration is written.
func (w *Writer) unparsedEntity(string) (declared bool, unread string) { return false, "" }

func (t *tracker) addID(r reporter, text string) {
	if t.ids.ids[text] {
		r.add(r.violation("cvc-id.2", text, "another element has the same ID; IDs must differ"))
		return
	}
	if t.ids.ids == nil {
		t.ids.ids = make(map[string]bool)
	}
	t.ids.ids[text] = true
	t.count(r)
}

// count counts what is remembered against the limit.
func (t *tracker) count(r reporter) {
	t.used++
	if t.limit > 0 && t.used > t.limit {
		r.fail(&LimitError{Limit: "CheckIdentity", Max: int64(t.limit), Message: "the number of keys and references to remember", Remedy: "give xsd.CheckIdentity a higher limit"})
	}
}

// finish checks the references at the end of the document.
func (t *tracker) finishIDs(r reporter) {
	for _, ref := range t.ids.pending {
		if !t.ids.ids[ref.key] {
			r.add(ref.violation)
		}
	}
}
