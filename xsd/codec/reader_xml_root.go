// This file finds the root of an XML document, and which global element it is.

package codec

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

func (r xmlCursor) start() {
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
func (r xmlCursor) descend() {
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
func (r xmlCursor) enterChild(name Name) bool {
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

func (r xmlCursor) end() {
	for r.err == nil && r.nextToken() != xmltext.End {
	}
}

func (r xmlCursor) root(roots []*declaration, t *ComplexType, _ *simple.SimpleType) *declaration {
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
	if r.options.root == anyRoot || r.options.root == anyRootIfNone && len(roots) == 0 {
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
func (r xmlCursor) rootAs(roots []*declaration, t *ComplexType, as Name) *declaration {
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

// derivedRoot returns the global element of the root's name if its type is one that t is derived from.
func (r xmlCursor) derivedRoot(t *ComplexType) *declaration {
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

// enterAnyRoot makes the root the current element, and returns its declaration: that of a global element, or one made for what is known by its type alone.
// It is nil where the root is neither, which is reported.
func (r xmlCursor) enterAnyRoot(schema *Schema) *declaration {
	d := schema.element(r.cur.name())
	if d == nil && r.saysKnownType(schema) {
		d = &declaration{Field: Field{Name: r.cur.name(), Min: 1, Max: 1}, schema: schema, newValue: newValue[AnyType]}
		r.standAtRoot(d, nil)
		r.typeOfUndeclared()
		return d
	}
	if d == nil {
		d = r.root(schema.likelyRoots(r.cur.name().Local), nil, nil)
	}
	if d == nil {
		return nil
	}
	r.standAtRoot(d, d.complexType())
	r.instance()
	r.checkRootNil(d)
	return d
}

// saysKnownType reports whether xsi:type of the root names a type of the schema: a root that no global element declares is then assessed by
// its type (XSD 1.0 Part 1, section 5.2).
func (r xmlCursor) saysKnownType(schema *Schema) bool {
	for _, attr := range r.xml.Attrs() {
		if attr.Name != typeAttribute {
			continue
		}
		q, err := ParseQName(attr.Value, r.xml)
		if err != nil {
			return false
		}
		_, complexType := schema.complexType(q.Name())
		return complexType || schema.simpleType(q.Name()) != nil
	}
	return false
}
