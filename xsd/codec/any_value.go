// This file writes the typed values that wildcards let in. What is written is what reading takes there: typed where the schema tells the type, else as if
// nobody knew it.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// letIn takes the element at the writer's position, and returns what its wildcard asks for; process where it is inside what another wildcard let in.
func (w *Writer) letIn(e *AnyElement, process content.ProcessContents) content.ProcessContents {
	w.arrive()
	if len(w.frames) == 0 || w.top().plan == nil {
		return process
	}
	f := w.top()
	switch field := &f.plan.typ.Fields[w.cur.number]; {
	case field.Any != nil:
		return field.Any.Process
	case !f.disorder:
		w.violate("cvc-complex-type.2.4", "", "the schema has a field for element %s here: no wildcard lets it in", e.Name)
	}
	return process
}

// isForeign reports whether an element of this name cannot stand for the one that the writer stands at. A wildcard beside that may let it in.
func (w *Writer) isForeign(name Name) bool {
	w.stand()
	return w.at == atElement && len(w.frames) > 0 && w.top().plan != nil && !w.cur.arrived && w.cur.own.Local == "" && !w.top().plan.allows(w.cur.number, name)
}

// writeTold writes the value of an element that a wildcard lets in, whose declaration is d, nil for none.
func (w *Writer) writeTold(e *AnyElement, d *declaration, process content.ProcessContents) {
	w.cur.global, w.cur.saysType = d, d == nil
	w.cur.namespaces = e.Namespaces
	process = w.letIn(e, process)
	w.cur.unread = process == content.Skip || w.cur.schema == nil
	w.cur.untold, w.cur.open = w.cur.unread || d == nil, d != nil && !w.cur.unread
	if d != nil && d.Abstract && !w.cur.unread {
		w.violate("cvc-elt.2", "", "element %s is abstract; use an element that may stand for it", d.Name)
	}
	if w.cur.unread {
		w.sink.putUnread(e.Value)
	} else {
		w.write(e.Value)
	}
}

// checkDeclared reports an element that says no type, where a strict wildcard lets it in and no schema declares it: nothing says of what type it is.
func (w *Writer) checkDeclared() {
	if c := &w.cur; c.saysType && c.field != nil && c.field.Any != nil && c.field.Any.Process == content.Strict {
		w.violate("cvc-complex-type.2.4.c", "", "the schema must declare element %s, and does not", c.name())
	}
}

// checkNilDeclared reports an element that is nil and says its type, which no schema declares: xsi:nil means nothing there.
func (w *Writer) checkNilDeclared() {
	if c := &w.cur; c.global == nil && !c.unread && (c.field == nil || c.field.Kind == WildcardField) {
		w.violate("cvc-elt.3.1", "", "the schema does not declare element %s, which may not be nil therefore", c.name())
	}
}

// checkKnown reports a type that xsi:type cannot name, since the schema does not have it. A root is known by its name alone, which elements of several schemas
// may have: it may be that of the type's own.
func (w *Writer) checkKnown(t *ComplexType) {
	if len(w.frames) == 1 && t.Schema.element(w.cur.name()) != nil {
		return
	}
	if s := w.cur.schema; s != nil && !w.cur.unread && t.Name.Local != "" {
		if entry, _ := s.complexType(t.Name); entry.Descriptor != t {
			w.violate("cvc-elt.4.2", "", "the schema has no type %s that xsi:type could name", t.GoName)
		}
	}
}

// declaredSimple returns the declared type of an element whose Go type does not follow from it, where a value of the simple type t is to be written: reading
// asks no other.
func (w *Writer) declaredSimple(t *simple.SimpleType) *simple.SimpleType {
	switch {
	case w.cur.field.Simple != nil:
		return w.cur.field.Simple
	case w.cur.complex != nil:
		w.violate("cvc-elt.4.3", "", "type %s is not derived from the declared type %s", t, w.cur.complex.GoName)
	}
	return t
}

// isConcrete reports whether the element is declared to be of another type than xs:anyType.
func (e *element) isConcrete() bool { return e.complex != nil || e.isSimple() }

// checkSimpleType reports why a value of the simple type t cannot stand for the declared type.
func (w *Writer) checkSimpleType(t *simple.SimpleType) {
	f := w.cur.field
	if w.cur.complex == nil && simple.DerivedSimple(t, f.Simple) && (t == f.Simple || f.Block&ByRestriction == 0) {
		return
	}
	w.violate("cvc-elt.4.3", "", "type %s cannot stand for the declared type of element %s", t, w.cur.name())
}
