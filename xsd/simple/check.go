// The public face of the engine: normalising, checking and parsing a text, and the questions about facets that a schema
// compiler asks.

package simple

import "cmp"

// Normalize returns text with white space treated as the type says (Part 2, section 4.3.6). It allocates only where
// characters inside the text change. A union leaves the text as it is: the member that takes it normalises it.
func (t *SimpleType) Normalize(text string) string {
	return t.Compiled().White.Normalize(text)
}

// WhiteSpace returns the facet in effect. For a union it is [WhiteSpacePreserve].
func (t *SimpleType) WhiteSpace() WhiteSpace { return t.Compiled().White }

// Faults lists the facets of the last derivation step that mean nothing for the type; they are without effect.
func (t *SimpleType) Faults() []FacetFault { return t.Compiled().faults }

// Check reports whether text, after [SimpleType.Normalize], is of the type: nil where it is. It does not allocate on
// success for strings, numbers, dates and enumerations of them.
//
// ns resolves the prefixes of xs:QName and xs:NOTATION and may be nil for all other types; without it, a prefix has no
// binding. The result is a pointer to a struct, not an error, so that a nil one must not be assigned to an error.
func (t *SimpleType) Check(text string, ns PrefixResolver) *FacetError {
	e := t.Compiled()
	text = e.White.Normalize(text)
	if f := e.rules.check(text, ns); f != noFault {
		return t.explain(f, text, ns)
	}
	return nil
}

// Parse is Check that returns the value. For a union the value's type is the member that took the text.
func (t *SimpleType) Parse(text string, ns PrefixResolver) (Value, *FacetError) {
	e := t.Compiled()
	text = e.White.Normalize(text)
	if f := e.rules.check(text, ns); f != noFault {
		return Value{}, t.explain(f, text, ns)
	}
	return e.rules.value(t, text, ns), nil
}

// Accepts is Check without the explanation.
func (t *SimpleType) Accepts(text string, ns PrefixResolver) bool {
	e := t.Compiled()
	return e.rules.check(e.White.Normalize(text), ns) == noFault
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

// Passes reports whether text, whose white space is normalised, is of the type.
func (c *compiledType) Passes(text string, ns PrefixResolver) bool {
	return c.rules.check(text, ns) == noFault
}

// Take returns a text with white space normalised, if it is of the type.
func (c *compiledType) Take(text string, ns PrefixResolver) (normalized string, ok bool) {
	if c.Quick != nil && c.Quick(text) {
		return text, true
	}
	text = c.White.Normalize(text)
	return text, c.Passes(text, ns)
}

// Constant returns the one of few constants that a text is. It is not ok where it is none; then Quick may take it still.
func Constant(constants []string, text string) (constant string, ok bool) {
	for _, c := range constants {
		if c == text {
			return c, true
		}
	}
	return text, false
}

// TakesAlone reports whether text is a value of the type that can be written without its context.
func (c *compiledType) TakesAlone(text string) bool {
	if !c.Exact {
		text = c.White.Normalize(text)
	}
	return !c.IDs && c.Passes(text, nil)
}
