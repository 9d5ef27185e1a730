// This file reads and writes the built-in types whose values depend on where they stand: names with prefixes, and
// xs:anySimpleType, which says what it is.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// ReadAs reads a value of type t, which is derived from xs:QName.
func (q *QName) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	if text, ns, ok := r.value(t); ok {
		*q = readQName(text, ns)
	}
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (q *QName) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.name(t, q.name, q.prefix) }

// ReadAs reads a value of type t, which is derived from xs:NOTATION.
func (n *Notation) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	if text, ns, ok := r.value(t); ok {
		*n = Notation(readQName(text, ns))
	}
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (n *Notation) WriteAs(w *XMLWriter, t *simple.SimpleType) error {
	return w.name(t, n.name, n.prefix)
}

// ReadXSD reads the value at the reader's position.
func (q *QName) ReadXSD(r *XMLReader) error {
	return q.ReadAs(r, typeQName)
}

// WriteXSD writes the value at the writer's position.
func (q *QName) WriteXSD(w *XMLWriter) error { return q.WriteAs(w, typeQName) }

// Validate returns nil exactly when the value is of the type.
func (q *QName) Validate() error { return Validate(q) }

// ReadXSD reads the value at the reader's position.
func (n *Notation) ReadXSD(r *XMLReader) error {
	return n.ReadAs(r, typeNOTATION)
}

// WriteXSD writes the value at the writer's position.
func (n *Notation) WriteXSD(w *XMLWriter) error { return n.WriteAs(w, typeNOTATION) }

// Validate returns nil exactly when the value is of the type.
func (n *Notation) Validate() error { return Validate(n) }

// ReadXSD reads the value at the reader's position, and the type it says it is of.
func (v *AnySimple) ReadXSD(r *XMLReader) error {
	*v = AnySimple{}
	if r.err == nil && r.at == atRoot {
		r.enterRoot(simpleRoots.of(typeAnySimpleType), nil, typeAnySimpleType)
	}
	if r.err == nil && r.at == atElement {
		v.Type, v.Text = r.cursor.anySimple()
	} else {
		v.Text = r.Text(typeAnySimpleType)
	}
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *AnySimple) WriteXSD(w *XMLWriter) error {
	w.stand()
	if w.err == nil && w.at == atRoot {
		w.enterRoot(simpleRoots.of(typeAnySimpleType), nil)
	}
	if w.err != nil || w.at != atElement || v.Type.Local == "" {
		return w.Text(typeAnySimpleType, v.Text)
	}
	nilled := w.cur.nilled
	w.arrive()
	w.cur.nilled = nilled
	text, names := v.Text, simple.Prefixes(nil)
	if t := w.cur.schema.simpleType(v.Type); t != nil {
		short, ns := expandedQNames(t, text)
		text, names = short, madePrefixes(ns)
	}
	w.writeTyped(v.Type, text, names)
	return w.err
}

// Validate returns nil exactly when the value is of the type.
func (v *AnySimple) Validate() error { return Validate(v) }
