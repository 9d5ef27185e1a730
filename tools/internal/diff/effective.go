// Simple types as effective over the derivation chain, so that one facet of one can be given to the other.

package diff

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// effective is what a simple type allows, taken apart: the type that its facets restrict, and the facets of all steps.
type effective struct {
	ancestor   *xsd.SimpleType // the nearest built-in type, or the list or union that the facets restrict
	facets     map[xsd.FacetKind]xsd.Facet
	patterns   [][]xsd.Facet // by step, the farthest first
	values     []xsd.Facet   // of the enumeration in effect
	enumerated bool          // there is an enumeration, be it empty
}

func effectiveOf(t *schema.SimpleType) *effective {
	e := &effective{facets: map[xsd.FacetKind]xsd.Facet{}}
	step := t
	for ; !isRoot(step); step = step.Base.(*schema.SimpleType) {
		e.add(step.Runtime.OwnFacets())
	}
	e.ancestor = step.Runtime
	slices.Reverse(e.patterns)
	return e
}

// isRoot reports whether the facets of t are not those of a step that the comparison takes apart.
func isRoot(t *schema.SimpleType) bool {
	base, ok := t.Base.(*schema.SimpleType)
	return t.BuiltIn || !ok || base == schema.AnySimpleType()
}

// add takes up the facets of the next step towards the root; nearer steps go before it.
func (e *effective) add(facets []xsd.Facet) {
	var patterns, values []xsd.Facet
	for _, f := range facets {
		switch f.Kind {
		case xsd.FacetPattern:
			patterns = append(patterns, f)
		case xsd.FacetEnumeration:
			values = append(values, f)
		default:
			if _, nearer := e.facets[f.Kind]; !nearer {
				e.facets[f.Kind] = f
			}
		}
	}
	if patterns != nil {
		e.patterns = append(e.patterns, patterns)
	}
	if values != nil && !e.enumerated {
		e.values, e.enumerated = values, true
	}
}

// clone is a copy that can be changed.
func (e *effective) clone() *effective {
	c := *e
	c.facets = map[xsd.FacetKind]xsd.Facet{}
	for kind, f := range e.facets {
		c.facets[kind] = f
	}
	c.values, c.patterns = slices.Clone(e.values), slices.Clone(e.patterns)
	return &c
}

// runtime puts the type together again.
func (e *effective) runtime(name schema.Name) *xsd.SimpleType {
	t := e.ancestor
	for _, step := range e.patterns {
		t = simple.Restrict(schema.Name{}, t, step...)
	}
	if e.enumerated && len(e.values) == 0 {
		t = simple.Restrict(schema.Name{}, t, xsd.Facet{Kind: xsd.FacetPattern, Value: "[a-[a]]"}) // no value at all
	}
	var facets []xsd.Facet
	for kind := xsd.FacetLength; kind <= xsd.FacetFractionDigits; kind++ {
		if f, ok := e.facets[kind]; ok {
			facets = append(facets, f)
		}
	}
	return simple.Restrict(name, t, append(facets, e.values...)...)
}

// exchange gives e the facets of some kinds that other has.
func (e *effective) exchange(other *effective, kinds ...xsd.FacetKind) {
	for _, kind := range kinds {
		if f, ok := other.facets[kind]; ok {
			e.facets[kind] = f
		} else {
			delete(e.facets, kind)
		}
	}
}
