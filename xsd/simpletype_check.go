// The public face of the engine: normalising, checking and parsing a text, and the questions about facets that a schema
// compiler asks.

package xsd

import "cmp"

// Normalize returns text with white space treated as the type says (Part 2, section 4.3.6). It allocates only where
// characters inside the text change. A union leaves the text as it is: the member that takes it normalises it.
func (t *SimpleType) Normalize(text string) string {
	return t.engine().white.normalize(text)
}

// WhiteSpace returns the facet in effect. For a union it is [WhiteSpacePreserve].
func (t *SimpleType) WhiteSpace() WhiteSpace { return t.engine().white }

// Faults lists the facets of the last derivation step that mean nothing for the type; they are without effect.
func (t *SimpleType) Faults() []FacetFault { return t.engine().faults }

// Check reports whether text, after [SimpleType.Normalize], is of the type: nil where it is. It does not allocate on
// success for strings, numbers, dates and enumerations of them.
//
// ns resolves the prefixes of xs:QName and xs:NOTATION and may be nil for all other types; without it, a prefix has no
// binding. The result is a pointer to a struct, not an error, so that a nil one must not be assigned to an error.
func (t *SimpleType) Check(text string, ns PrefixResolver) *FacetError {
	e := t.engine()
	text = e.white.normalize(text)
	if f := e.rules.check(text, ns); f != noFault {
		return t.explain(f, text, ns)
	}
	return nil
}

// Parse is Check that returns the value. For a union the value's type is the member that took the text.
func (t *SimpleType) Parse(text string, ns PrefixResolver) (Value, *FacetError) {
	e := t.engine()
	text = e.white.normalize(text)
	if f := e.rules.check(text, ns); f != noFault {
		return Value{}, t.explain(f, text, ns)
	}
	return e.rules.value(t, text, ns), nil
}

// accepts is Check without the explanation.
func (t *SimpleType) accepts(text string, ns PrefixResolver) bool {
	e := t.engine()
	return e.rules.check(e.white.normalize(text), ns) == noFault
}

// Applicable reports whether a facet may be given to types derived from t (Part 2, section 4.1.5): it depends on the
// primitive type of an atomic type, and on the variety of others.
func (t *SimpleType) Applicable(kind FacetKind) bool {
	switch t.variety {
	case VarietyAtomic:
		return t.BuiltInAncestor().builtIn.space.applicable().has(kind)
	case VarietyList:
		return listFacets.has(kind)
	case VarietyUnion:
		return unionFacets.has(kind)
	default:
		return false
	}
}

// CompareFacets compares the values of two facets given to types derived from one primitive type: bounds in its value
// space, lengths and digits as numbers, white space by how much it changes (preserve, replace, collapse). ok is false where
// there is no order, or where one of the two means nothing.
func (t *SimpleType) CompareFacets(a, b Facet) (order int, ok bool) {
	switch {
	case a.Kind == FacetWhiteSpace && b.Kind == FacetWhiteSpace:
		v, ok := parseWhiteSpace(a.Value)
		w, otherOK := parseWhiteSpace(b.Value)
		return cmp.Compare(v, w), ok && otherOK
	case countFacets.has(a.Kind) && countFacets.has(b.Kind):
		return typeNonNegativeInteger.compareTexts(a.Value, b.Value)
	case boundFacets.has(a.Kind) && boundFacets.has(b.Kind) && t.variety == VarietyAtomic:
		return t.Primitive().compareTexts(a.Value, b.Value)
	default:
		return 0, false
	}
}

func (t *SimpleType) compareTexts(a, b string) (order int, ok bool) {
	v, fault := t.Parse(a, nil)
	if fault != nil {
		return 0, false
	}
	w, fault := t.Parse(b, nil)
	if fault != nil {
		return 0, false
	}
	return v.Compare(w)
}
