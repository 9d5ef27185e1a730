// This file begins and ends a document: which global element the root is.

package codec

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
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
	if r.json != nil {
		r.enterRootJSON(roots, t, st)
		return
	}
	d := r.rootNamed(roots, t)
	if d == nil {
		return
	}
	r.standAtRoot(d, t)
	r.scanInstanceAttributes()
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

// rootNamed returns the declaration of the root element and rejects the document where there is none.
func (r *Reader) rootNamed(roots []*declaration, t *ComplexType) *declaration {
	name := r.cur.name()
	if as := r.as; as.Local != "" {
		return r.rootAs(roots, t, as)
	}
	for _, d := range roots {
		if d.Name == name {
			return d
		}
	}
	if d := r.derivedRoot(t); d != nil {
		return d
	}
	if r.root == anyRoot || r.root == anyRootIfNone && len(roots) == 0 {
		return &declaration{Field: Field{Name: name, Min: 1, Max: 1}, schema: t.schemaOrNil()}
	}
	for _, d := range roots {
		if r.tolerant() && name.Space == "" && d.Name.Local == name.Local {
			r.violate("cvc-elt.1", name.Local, "the document has no namespace; it was read as %s", d.Name)
			r.cur.own, r.cur.lenient = d.Name, true
			return d
		}
	}
	r.reject("cvc-elt.1", name.String(), "the root element is %s; %s", name, expectedRoots(name, roots))
	return nil
}

// rootAs returns the declaration for the name that the option As gives.
func (r *Reader) rootAs(roots []*declaration, t *ComplexType, as Name) *declaration {
	if r.cur.name() != as {
		if !r.tolerant() || r.cur.name().Space != "" || r.cur.name().Local != as.Local {
			r.reject("cvc-elt.1", r.cur.name().String(), "the root element is %s; expected is %s", r.cur.name(), as)
			return nil
		}
		r.violate("cvc-elt.1", as.Local, "the document has no namespace; it was read as %s", as)
		r.cur.own, r.cur.lenient = as, true
	}
	for _, d := range roots {
		if d.Name == as {
			return d
		}
	}
	return t.rootCalled(as)
}

// rootCalled returns the global element of a name that a value of type t is the root of, though its type may be another; one is made for the name where the
// schema has none.
func (t *ComplexType) rootCalled(name Name) *declaration {
	if d := t.schemaOrNil().element(name); t != nil && d != nil {
		return d
	}
	return &declaration{Field: Field{Name: name, Min: 1, Max: 1}, schema: t.schemaOrNil()}
}

// derivedRoot returns the global element of the root's name if its type is one that t is derived from.
func (r *Reader) derivedRoot(t *ComplexType) *declaration {
	if t == nil || t.Schema == nil {
		return nil
	}
	d := t.Schema.element(r.cur.name())
	if d == nil || !t.derivesFrom(d) {
		return nil
	}
	return d
}

// derivesFrom reports whether t is derived from the type of a global element.
func (t *ComplexType) derivesFrom(d *declaration) (ok bool) {
	switch declared := d.complexType(); {
	case declared != nil:
		_, ok = t.Schema.derivation(t, declared)
	case d.Simple != nil:
		_, ok = t.Schema.derivationFromSimple(t, d.Simple)
	}
	return ok
}

// schemaOrNil is t.Schema, also where there is no complex type.
func (t *ComplexType) schemaOrNil() *Schema {
	if t == nil {
		return nil
	}
	return t.Schema
}

// expectedRoots says which element should have come: those that may have been meant, or else all.
func expectedRoots(name Name, roots []*declaration) string {
	if len(roots) == 0 {
		return "the type has no global element: name the element with xsd.As"
	}
	if likely := rootsLike(name.Local, roots); len(likely) > 0 {
		return "did you mean " + rootNames(likely) + "?"
	}
	return "expected is " + rootNames(roots)
}

// rootsLike lists the elements of a local name, whatever their namespace, in any letter case.
func rootsLike(local string, roots []*declaration) (likely []*declaration) {
	for _, d := range roots {
		if strings.EqualFold(d.Name.Local, local) {
			likely = append(likely, d)
		}
	}
	return likely
}

// rootNames lists the names of elements, and counts those that are too many to list.
func rootNames(roots []*declaration) string {
	const listed = 8
	names := make([]string, 0, listed+1)
	for i, d := range roots {
		if i == listed {
			names = append(names, fmt.Sprintf("one of %d more", len(roots)-listed))
			break
		}
		names = append(names, d.Name.String())
	}
	return strings.Join(names, " or ")
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

// readDocument reads the document's root with read, and then to the end of the document.
func (r *Reader) readDocument(read func()) error {
	if r.json != nil {
		r.startJSON()
	} else {
		r.startXML()
	}
	if r.err == nil {
		read()
	}
	if r.err == nil && r.at != atNothing {
		r.discard()
	}
	if r.err == nil {
		r.endDocument()
	}
	return r.verdict()
}

func (r *Reader) startXML() {
	if r.nextToken(); r.err == nil && len(r.within) > 0 {
		r.descend()
	}
	if r.err == nil {
		r.cur.own, r.cur.index = r.xml.Name(), 1
		r.at = atRoot
		r.noteRoot()
	}
}

// descend goes from the root's start tag to that of the payload.
func (r *Reader) descend() {
	if name := r.xml.Name(); name != r.within[0] {
		r.reject("cvc-elt.1", name.String(), "the root element is %s; expected is %s around the payload", name, r.within[0])
		return
	}
	for i, outer := range r.within {
		inner := Name{}
		if i+1 < len(r.within) {
			inner = r.within[i+1]
		}
		if !r.enterChild(inner) {
			what := "no element " + inner.String()
			if inner.Local == "" {
				what = "no payload"
			}
			r.reject("cvc-elt.1", "", "there is %s in %s", what, outer)
			return
		}
	}
}

// enterChild goes to the start tag of the first child element of that name, or of any name where there is none; false where there is no such child.
func (r *Reader) enterChild(name Name) bool {
	for r.err == nil {
		switch kind := r.nextToken(); {
		case r.err != nil || kind == xmltext.EndElement:
			return r.err != nil // which says more
		case kind != xmltext.StartElement:
		case name.Local == "" || r.xml.Name() == name:
			return true
		default:
			r.failOn(r.xml.Skip())
		}
	}
	return true
}

// endDocument reads what may follow the root, and checks the references to IDs.
func (r *Reader) endDocument() {
	if r.json != nil {
		if !r.json.AtEnd() {
			_, err := r.json.Next()
			r.failOn(err)
		}
	} else {
		for r.err == nil && r.nextToken() != xmltext.End {
		}
	}
	r.ident.finishIDs(r)
}
