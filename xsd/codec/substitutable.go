// This file holds elements for which others may stand: substitution groups (XSD 1.0 Part 1, section 3.3.6).

package codec

import (
	"reflect"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// Substitutable is an element for which others may stand. T is the Go type of all of them, or an interface that pointers to
// all of their types implement.
type Substitutable[T any] struct {
	// Name is the element that came; the zero Name stands for the declared one.
	Name  Name
	Value T
}

// ReadXSD reads the element at the reader's position.
func (s *Substitutable[T]) ReadXSD(r *XMLReader) error {
	s.Name = r.cur.name()
	if v := valueOf(&s.Value); v != nil {
		r.delegate(v)
		return r.Err()
	}
	v := r.substitute()
	typed, ok := v.(T)
	if !ok {
		if r.err == nil {
			r.refuse("cvc-elt.4.3", s.Name.String(), "the type of element %s cannot stand here", s.Name)
			r.discard()
		}
	} else {
		s.Value = typed
		r.delegate(v)
	}
	return r.Err()
}

// substitute makes the value of the element at the reader's position: of its declared type, or the one xsi:type names.
func (r *Reader) substitute() XMLValue {
	if r.err != nil {
		return nil
	}
	if r.cur.complex != nil {
		return r.typedValue()
	}
	r.cursor.lookForType()
	if said := r.cur.typeName; said.Local != "" {
		if entry, known := r.cur.schema.complexType(said); known && !entry.Descriptor.Abstract {
			return entry.newValue()
		}
	}
	if d := r.cur.schema.element(r.cur.name()); d != nil {
		return d.newValue()
	}
	return nil
}

// delegate reads v in place of the value that the reader was asked to read.
func (r *Reader) delegate(v XMLValue) {
	if err := v.ReadXSD(r); err != nil && r.err == nil {
		r.fail(err)
	}
}

// WriteXSD writes the element.
func (s *Substitutable[T]) WriteXSD(w *XMLWriter) error {
	v := valueOf(&s.Value)
	if v == nil {
		v, _ = any(s.Value).(XMLValue)
	}
	if v == nil {
		return w.missing()
	}
	if s.Name.Local != "" && w.isForeign(s.Name) {
		w.writeAny(&AnyElement{Name: s.Name, Value: v}, content.Lax)
		return w.err
	}
	if s.Name.Local != "" && !w.rename(s.Name) {
		return w.err
	}
	if reflect.TypeFor[T]() == reflect.TypeFor[XMLValue]() {
		w.stand()
		w.cur.open = true
	}
	return v.WriteXSD(w)
}

// Validate returns nil exactly when what MarshalXML writes is valid.
func (s *Substitutable[T]) Validate() error { return Validate(s) }
