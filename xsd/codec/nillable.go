// This file holds elements that may say xsi:nil="true".

package codec

// Nillable is an element declared nillable: nil, or a value. Nil elements can still have attributes; Value holds them.
type Nillable[T any] struct {
	Nil   bool
	Value T
}

// ReadXSD reads the element the reader stands at.
func (n *Nillable[T]) ReadXSD(r *XMLReader) error {
	r.wasNil = false
	if v := valueOf(&n.Value); v != nil {
		r.delegate(v)
	} else {
		ReadTyped(r, &n.Value)
	}
	n.Nil = r.wasNil
	return r.Err()
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

// checkNilFixed reports that the current element is nil although its value is fixed.
func (w *Writer) checkNilFixed() {
	if f := w.cur.field; f != nil && f.isFixed() {
		w.violate("cvc-elt.3.2.2", "", "the value is fixed as %q, so the element cannot be nil", f.Constraint.Text)
	}
}
