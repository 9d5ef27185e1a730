// This file holds elements that may say xsi:nil="true".

package codec

import "reflect"

// Nillable is an element declared nillable: nil, or a value. Nil elements can still have attributes; Value holds them.
type Nillable[T any] struct {
	Nil   bool
	Value T
}

// canBeNil is a pointer to a Nillable.
type canBeNil interface{ canBeNil() }

func (n *Nillable[T]) canBeNil() {}

// ReadXSD reads the element at the reader's position.
func (n *Nillable[T]) ReadXSD(r *XMLReader) error {
	r.wasNil = false
	if v := valueOf(&n.Value); v != nil {
		r.delegate(v)
	} else {
		if r.err == nil && r.at == atRoot {
			roots := simpleRoots.read(n)
			r.enterRoot(roots, declaredType(roots), nil)
		}
		ReadTyped(r, &n.Value)
	}
	n.Nil = r.wasNil
	return r.Err()
}

// varies reports whether the type of the element's value may vary.
func varies[T any](*Nillable[T]) bool { return reflect.TypeFor[T]().Kind() == reflect.Interface }

// declaredType returns the complex type of the first of the global elements.
func declaredType(roots []*declaration) *ComplexType {
	if len(roots) == 0 {
		return nil
	}
	return roots[0].complexType()
}

// WriteXSD writes the element.
func (n *Nillable[T]) WriteXSD(w *XMLWriter) error {
	v := valueOf(&n.Value)
	if v == nil {
		v, _ = any(n.Value).(XMLValue)
	}
	if n.Nil {
		w.nilled()
	}
	if w.at == atRoot && varies(n) {
		roots := simpleRoots.read(n)
		w.enterRoot(roots, declaredType(roots))
	}
	if v == nil {
		return w.emptyNil()
	}
	return v.WriteXSD(w)
}

// Validate returns nil exactly when what MarshalXML writes is valid.
func (n *Nillable[T]) Validate() error { return Validate(n) }

// checkNilFixed reports that the current element is nil although its value is fixed.
func (r *Reader) checkNilFixed() {
	if f := r.cur.field; f != nil && f.isFixed() {
		r.violate("cvc-elt.3.2.2", "", "the value is fixed as %q, so the element cannot be nil; remove xsi:nil", f.Constraint.Text)
	}
}

// checkNil reports that the current element is nil although its declaration does not allow it.
func (w *Writer) checkNil() {
	if d := w.cur.field; d != nil && d.Kind == ElementField && !d.Nillable && !w.cur.unread {
		w.violate("cvc-elt.3.1", "", "element %s may not be nil", d.Name)
		return
	}
	w.checkNilFixed()
}

// checkNilFixed reports that the current element is nil although its value is fixed.
func (w *Writer) checkNilFixed() {
	if f := w.cur.field; f != nil && f.isFixed() {
		w.violate("cvc-elt.3.2.2", "", "the value is fixed as %q, so the element cannot be nil", f.Constraint.Text)
	}
}
