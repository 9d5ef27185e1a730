// This file begins and ends a document: which global element the root is.

package codec

import (
	"errors"
	"reflect"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// errInvalid and errRefused end reading where nothing more can be said; the violations and refusals say why.
var (
	errInvalid = errors.New("xsd: not valid")
	errRefused = errors.New("xsd: refused")
)

// errNoValue says that the caller gave nothing to read into.
var errNoValue = errors.New("xsd: there is no value to read into: pass a pointer to one")

// reject ends reading: what was read is not valid to a degree that the rest means nothing.
func (r *Reader) reject(rule, text, format string, args ...any) {
	r.refuse(rule, text, format, args...)
	if r.tolerant() {
		r.fail(errRefused)
		return
	}
	r.fail(errInvalid)
}

// enterRoot finds the declaration of the root element among roots, the global elements of the value's type. Either t or st is
// that type.
func (r *Reader) enterRoot(roots []*declaration, t *ComplexType, st *simple.SimpleType) {
	d := r.cursor.root(roots, t, st)
	if d == nil {
		return
	}
	r.standAtRoot(d, t)
	if r.cur.complex != t {
		r.cursor.lookForType()
	}
	r.cursor.instance()
	r.checkRootNil(d)
}

// standAtRoot makes the root, which is of declaration d, the current element.
func (r *Reader) standAtRoot(d *declaration, t *ComplexType) {
	r.at = atElement
	r.cur.index = 1
	r.cur.element = d.elementOf(t)
	if r.notes != nil {
		r.notes.schema = d.schema
	}
	if d.Abstract {
		r.violate("cvc-elt.2", "", "element %s is abstract; use an element that may stand for it", d.Name)
	}
}

func (r *Reader) checkRootNil(d *declaration) {
	switch {
	case r.cur.saysNil && !d.Nillable:
		r.violate("cvc-elt.3.1", "", "element %s may not say xsi:nil", d.Name)
		if r.cur.nilled {
			r.reject("cvc-elt.3.1", "", "the document holds no value")
		}
	case r.cur.nilled:
		r.checkNilFixed()
	}
}

// rootCalled returns the global element of a name that a value of type t is the root of, though its type may be another; one is made for the name where the
// schema has none.
func (t *ComplexType) rootCalled(name Name) *declaration {
	if d := t.schemaOrNil().element(name); t != nil && d != nil {
		return d
	}
	return &declaration{Field: Field{Name: name, Min: 1, Max: 1}, schema: t.schemaOrNil()}
}

// schemaOrNil is t.Schema, also where there is no complex type.
func (t *ComplexType) schemaOrNil() *Schema {
	if t == nil {
		return nil
	}
	return t.Schema
}

// readRoot reads a document into v.
func (r *Reader) readRoot(v XMLValue) error {
	if !reset(v) {
		return errNoValue
	}
	return r.readDocument(func() { r.Value(v) })
}

// reset makes the value zero, so that nothing of a former document is left in it. It reports whether there is a value.
func reset(v XMLValue) bool {
	pointer := reflect.ValueOf(v)
	if pointer.Kind() != reflect.Pointer {
		return pointer.IsValid()
	}
	if pointer.IsNil() {
		return false
	}
	pointer.Elem().SetZero()
	return true
}

// readDocument reads the document's root with read, and then to the end of the document, where it checks the references to IDs.
func (r *Reader) readDocument(read func()) error {
	if r.cursor.start(); r.err == nil {
		read()
	}
	if r.err == nil && r.at != atNothing {
		r.discard()
	}
	if r.err == nil {
		r.cursor.end()
		r.ident.finishIDs(r)
	}
	return r.verdict()
}
