// This file puts back, while a value is written, what was noted when it was read.

package codec

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// takeElement finds the note of the element, if there is one. Among members of xs:all that came in another order it marks where the element
// begins.
func (w xmlSink) takeElement(f *writeFrame) {
	if w.notes == nil {
		return
	}
	var found *note
	if f == nil {
		found = w.notes.root
	} else if f.note != nil {
		number := f.numberOf(w.cur.number)
		if f.note.order != nil {
			f.children = append(f.children, placed{start: w.xml.Mark(), number: number})
		}
		found = f.note.children[number]
	}
	if found != nil && found.name == w.cur.name() {
		w.cur.note = found
	}
}

// numberOf returns which child the element that was written last as the field was in the document.
func (f *writeFrame) numberOf(field int) int {
	for n, i := range f.note.order {
		if i == field {
			return n + 1
		}
	}
	return f.arrived()
}

// placed is a child that was written: where, and which one it was in the document.
type placed struct{ start, number int }

// reorder puts the children in the order of the document.
func (w xmlSink) reorder(f *writeFrame) {
	if len(f.children) == 0 {
		return
	}
	marks := make([]int, len(f.children))
	numbers := make([]int, len(f.children))
	for n, c := range f.children {
		marks[n], numbers[n] = c.start, c.number
	}
	w.xml.Reorder(marks, numbers)
	f.children = nil
}

// notedDefault reports whether text is the default value of the element and the document had none there.
func (c *writing) notedDefault(text string) bool {
	return c.note != nil && c.note.empty && c.field != nil && c.field.Constraint != nil && text == c.field.Constraint.Text
}

// notedType reports whether the document said that the element is of the complex type t.
func (c *writing) notedType(t *ComplexType) bool {
	return c.note != nil && c.note.said == t.Name && t.Name.Local != ""
}

// notedNil returns how to say whether an element is nil, "" for not at all.
func (c *writing) notedNil() string {
	said := ""
	if c.note != nil {
		said = c.note.saidNil
	}
	switch {
	case c.nilled && isTrue(typeBoolean.Normalize(said)):
		return said
	case c.nilled:
		return "true"
	case said != "" && c.field != nil && c.field.Nillable && !isTrue(typeBoolean.Normalize(said)):
		return said
	}
	return ""
}

// noted writes the attributes that the document had on an element of simple type.
func (w xmlSink) noted(t *simple.SimpleType, text string, ns simple.Prefixes) string {
	switch w.at {
	case atElement:
		if w.cur.note == nil {
			return text
		}
		w.beginTag()
		text = w.notedText(w.cur.note, t, text, ns)
		if w.notedSimple(t, text, ns) {
			w.sayType(w.cur.note.said)
		}
		if said := w.cur.notedNil(); said != "" {
			w.sayNil(said)
		}
		return text
	case atText:
		return w.notedText(w.top().note, t, text, ns)
	case atAttribute:
		if n := w.top().note; n != nil {
			return spelt(t, n.attributes[w.cur.name()], text)
		}
	}
	return text
}

// notedSimple reports whether the document said of which simple type the element is and the value still is of that type. Nil
// elements have no value, and empty ones of a type with a default have that. A value of xs:anySimpleType says
// itself of which type it is, if of any.
func (w *Writer) notedSimple(t *simple.SimpleType, text string, ns simple.Prefixes) bool {
	said := w.cur.note.said
	if said.Local == "" || w.cur.saysType || t == typeAnySimpleType {
		return false
	}
	if f := w.cur.field; text == "" && w.cur.note.empty && f != nil && f.Constraint != nil {
		text, ns = f.Constraint.Text, f.Constraint.Namespaces
	}
	actual := w.cur.schema.simpleType(said)
	return actual != nil && simple.DerivedSimple(actual, t) && (w.cur.nilled || actual.Accepts(text, ns.Resolver()))
}

// notedText returns the text that the value had in the document, and text where there is no note or the value changed.
func (w *Writer) notedText(n *note, t *simple.SimpleType, text string, ns simple.Prefixes) string {
	if n == nil {
		return text
	}
	if f := w.cur.field; n.empty && f != nil && f.Constraint != nil && sameValue(t, t.Normalize(text), ns.Resolver(), f.Constraint) {
		return ""
	}
	return spelt(t, n.text, text)
}

// spelt returns noted if it is another spelling of the same value, else text. What type t demands of either is not looked at here.
func spelt(t *simple.SimpleType, noted, text string) string {
	a, b := strings.Fields(noted), strings.Fields(text)
	if noted == "" || len(a) != len(b) {
		return text
	}
	if t.Variety() == simple.VarietyList {
		t = t.Item()
	}
	for i := range a {
		if a[i] != b[i] && !sameAtom(t.Primitive(), a[i], b[i]) {
			return text
		}
	}
	return noted
}

// sameAtom reports whether two texts are the same value of a primitive type, of which there is none for unions.
func sameAtom(primitive *simple.SimpleType, a, b string) bool {
	if primitive == nil {
		return false
	}
	v, fault := primitive.Parse(a, nil)
	if fault != nil {
		return false
	}
	w, fault := primitive.Parse(b, nil)
	return fault == nil && v.Equal(w)
}
