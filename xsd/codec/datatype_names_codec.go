// This file reads and writes the built-in types whose values depend on where they stand: names with prefixes, and
// xs:anySimpleType, which says what it is.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
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
		if r.json != nil && r.json.Kind() == jsontext.ObjectStart {
			v.Type, v.Text, _ = r.typedText()
			return r.Err()
		}
		v.Type = r.cur.typeName
	}
	v.Text = r.Text(typeAnySimpleType)
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *AnySimple) WriteXSD(w *XMLWriter) error {
	w.stand()
	if w.err == nil && w.at == atRoot {
		w.enterRoot(simpleRoots.of(typeAnySimpleType), nil)
	}
	if w.err != nil || w.at != atElement || v.Type.Local == "" || w.cur.nilled {
		return w.Text(typeAnySimpleType, v.Text)
	}
	w.arrive()
	w.writeTyped(v.Type, v.Text, nil)
	return w.err
}

// Validate returns nil exactly when the value is of the type.
func (v *AnySimple) Validate() error { return Validate(v) }

// typedText reads a JSON object that names a simple type and holds a text of it, with what the prefixes of names in it stand for.
func (r *Reader) typedText() (said Name, text string, names simple.Prefixes) {
	outer := r.json
	r.lookForType()
	if r.err != nil {
		return Name{}, "", nil
	}
	said = r.cur.typeName
	t := r.cur.schema.simpleType(said)
	if t == nil {
		r.refuse("cvc-elt.4.2", said.String(), "a string, or an object with %s and %s is expected", keyType, keyText)
		t = typeAnySimpleType
	}
	r.cur.typeName = Name{}
	element := r.cur
	r.wasNil = false
	for r.nextJSONToken() == jsontext.Key && r.err == nil {
		key := r.json.Text()
		r.nextJSONToken()
		switch {
		case r.err != nil:
		case key == keyText:
			r.cur, r.at = element, atElement
			text, names = r.textIn(t)
		case key == keyNil && r.json.Kind() == jsontext.True && element.field != nil && element.field.Nillable:
			r.wasNil = true
		case key != keyType:
			r.violate("cvc-type.3.1.1", key, "member %q is not known here", key)
			r.failOn(r.json.Skip())
		}
	}
	r.at = atNothing
	r.json = outer
	return said, text, names
}

// textIn reads the string that spells a value of type t.
func (r *Reader) textIn(t *simple.SimpleType) (text string, names simple.Prefixes) {
	if r.json.Kind() != jsontext.String {
		r.refuse("cvc-datatype-valid.1.2.1", r.jsonTokenText(), "a string is expected")
		r.failOn(r.json.Skip())
		return "", nil
	}
	tracked := r.startTracking()
	text, ns, ok := r.check(t, r.json.Text(), r.cur.field)
	if ok && r.ident.active() {
		r.ident.value(r, t, text, ns)
	}
	if tracked {
		r.ident.end(r)
	}
	if t.Compiled().HoldsNames && ok {
		names, _ = ns.(simple.Prefixes)
		delete(names, "")
	}
	return text, names
}
