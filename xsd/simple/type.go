// SimpleType: the one engine of lexical and value spaces (Part 2, section 2.4), for generated code, the validator, the schema
// compiler and the sampler. This file holds the component and its accessors; what a text is checked with is compiled at first
// use (simpletype_compile.go).

package simple

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Namespace is the namespace of XML Schema, in which the built-in types are.
const Namespace = "http://www.w3.org/2001/XMLSchema"

// Variety says how the values of a simple type are made (Part 2, section 2.5.1).
type Variety uint8

// The varieties. VarietyAbsent is that of xs:anySimpleType alone.
const (
	VarietyAbsent Variety = iota
	VarietyAtomic
	VarietyList
	VarietyUnion
)

// SimpleType is a simple type definition (Part 1, section 3.14). It is immutable and safe for concurrent use. The zero value
// is of no use: types come from [BuiltIn], [Restrict], [ListOf] and [UnionOf].
type SimpleType struct {
	name    source.Name
	base    *SimpleType // nil for xs:anySimpleType
	variety Variety
	builtIn *builtIn      // nil for all others
	item    *SimpleType   // of a list, else nil
	members []*SimpleType // of a union, else nil
	facets  []Facet       // as written in this step

	once     sync.Once
	compiled atomic.Pointer[compiledType]
}

// Restrict derives a type from base by facets. It never fails: a facet that means nothing for base is listed by
// [SimpleType.Faults], for a schema compiler to report, and is without effect.
//
// Restrict is cheap: patterns and enumerations are compiled when the type is first used.
func Restrict(name source.Name, base *SimpleType, facets ...Facet) *SimpleType {
	return &SimpleType{
		name: name, base: base, variety: base.variety,
		item: base.item, members: base.members, facets: facets,
	}
}

// ListOf makes the type of white space separated lists of item.
func ListOf(name source.Name, item *SimpleType) *SimpleType {
	return &SimpleType{name: name, base: typeAnySimpleType, variety: VarietyList, item: item}
}

// UnionOf makes the type whose values are those of its members; a text belongs to the first member that takes it.
func UnionOf(name source.Name, members ...*SimpleType) *SimpleType {
	return &SimpleType{name: name, base: typeAnySimpleType, variety: VarietyUnion, members: members}
}

// Name is the zero Name for an anonymous type.
func (t *SimpleType) Name() source.Name { return t.name }

// Base returns the type this one is derived from; nil for xs:anySimpleType, which is the base of primitive types, lists and
// unions.
func (t *SimpleType) Base() *SimpleType { return t.base }

// Variety says whether values are atomic, lists or of one of several types.
func (t *SimpleType) Variety() Variety { return t.variety }

// Item returns the type of the items of a list, else nil.
func (t *SimpleType) Item() *SimpleType { return t.item }

// Members returns the member types of a union in their order, else nil. The caller must not change the slice.
func (t *SimpleType) Members() []*SimpleType { return t.members }

// IsBuiltIn reports whether the type is one of the standard's own.
func (t *SimpleType) IsBuiltIn() bool { return t.builtIn != nil }

// BuiltInAncestor returns the nearest built-in type on the way up, t itself included: what decides the Go kind of a value.
func (t *SimpleType) BuiltInAncestor() *SimpleType {
	for t.builtIn == nil {
		t = t.base
	}
	return t
}

// Primitive returns the primitive type an atomic type is derived from (Part 2, section 3.2), nil for all others.
func (t *SimpleType) Primitive() *SimpleType {
	if t.variety != VarietyAtomic {
		return nil
	}
	for t.base != typeAnySimpleType {
		t = t.base
	}
	return t
}

// DerivedFrom reports whether t is ancestor or is derived from it by restriction, list or union steps up the chain of bases.
func (t *SimpleType) DerivedFrom(ancestor *SimpleType) bool {
	for ; t != nil; t = t.base {
		if t == ancestor {
			return true
		}
	}
	return false
}

// OwnFacets returns the facets of the last derivation step as written. The caller must not change the slice.
func (t *SimpleType) OwnFacets() []Facet { return t.facets }

// Facets returns the facets in effect over the whole chain of derivation: of each kind those of the nearest step that has
// the kind, and of patterns those of every step (see [SimpleType.Patterns] for how they combine).
func (t *SimpleType) Facets() []Facet {
	var all []Facet
	seen := make(map[FacetKind]bool)
	for step := t; step != nil; step = step.base {
		own := make(map[FacetKind]bool)
		for _, f := range step.facets {
			if f.Kind == FacetPattern || !seen[f.Kind] {
				all = append(all, f)
				own[f.Kind] = true
			}
		}
		for kind := range own {
			seen[kind] = true
		}
	}
	slices.SortStableFunc(all, func(a, b Facet) int { return int(a.Kind) - int(b.Kind) })
	return all
}

// Facet returns the facet of a kind that is in effect, for kinds of which there is one at most: all but patterns and
// enumerations.
func (t *SimpleType) Facet(kind FacetKind) (facet Facet, ok bool) {
	for step := t; step != nil; step = step.base {
		if i := slices.IndexFunc(step.facets, func(f Facet) bool { return f.Kind == kind }); i >= 0 {
			return step.facets[i], true
		}
	}
	return Facet{}, false
}

// Enumeration returns the enumeration values in effect, in the order written; empty where every value is allowed.
func (t *SimpleType) Enumeration() []Facet {
	for step := t; step != nil; step = step.base {
		if values := step.ownOfKind(FacetEnumeration); len(values) > 0 {
			return values
		}
	}
	return nil
}

// Patterns returns the patterns in effect, one slice for each derivation step that has some, the nearest first. A text must
// match at least one pattern of every slice.
func (t *SimpleType) Patterns() [][]string {
	var steps [][]string
	for step := t; step != nil; step = step.base {
		var alternatives []string
		for _, f := range step.ownOfKind(FacetPattern) {
			alternatives = append(alternatives, f.Value)
		}
		if len(alternatives) > 0 {
			steps = append(steps, alternatives)
		}
	}
	return steps
}

func (t *SimpleType) ownOfKind(kind FacetKind) []Facet {
	var own []Facet
	for _, f := range t.facets {
		if f.Kind == kind {
			own = append(own, f)
		}
	}
	return own
}

// String returns the type's name as people write it: "xs:date", "{ns}local", or "a type derived from xs:string".
func (t *SimpleType) String() string {
	switch {
	case t.name.Space == Namespace:
		return "xs:" + t.name.Local
	case t.name.Local != "":
		return t.name.String()
	case t.variety == VarietyList:
		return "a list of " + t.item.String()
	case t.variety == VarietyUnion:
		return "a union"
	default:
		return "a type derived from " + t.BuiltInAncestor().String()
	}
}
