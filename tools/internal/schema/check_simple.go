// Constraints on simple type definitions (Part 1, section 3.14.6).

package schema

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// checkSimpleTypes checks all simple type definitions of the schema.
func (b *builder) checkSimpleTypes() {
	for _, t := range b.simples {
		if b.broken[t] {
			continue
		}
		b.checkSimpleDerivation(t)
		b.checkFacets(t)
		b.checkNotationValues(t)
	}
}

// checkSimpleDerivation is cos-st-restricts and st-props-correct 4: what may be derived from what, and what is final.
func (b *builder) checkSimpleDerivation(t *SimpleType) {
	el := b.elementOf[t]
	base := t.Base.(*SimpleType)
	switch {
	case b.child(el, "list") != nil:
		b.checkItemType(t, t.Variety.(*List).Item)
	case b.child(el, "union") != nil:
		for _, m := range t.Variety.(*Union).Members {
			if m == AnySimpleType() {
				b.problem(el, "cos-st-restricts.3.1", "xs:anySimpleType cannot be a member of a union; name the types that values may have")
			}
			b.checkNotFinal(el, m, ByUnion, "cos-st-restricts.3.3.1.1")
		}
	case base == AnySimpleType():
		b.problem(el, "cos-st-restricts.1.1", "xs:anySimpleType cannot be restricted; restrict one of the primitive types, such as xs:string")
	default:
		b.checkNotFinal(el, base, Restriction, "st-props-correct.3")
	}
}

// checkItemType is cos-list-of-atomic: items of a list have no white space in them.
func (b *builder) checkItemType(t, item *SimpleType) {
	el := b.elementOf[t]
	if !atomicThroughout(item) {
		b.problem(el, "cos-st-restricts.2.1", "a list cannot hold %s: its items must be atomic, or a union of atomic types", typeWords(item))
	}
	b.checkNotFinal(el, item, ByList, "cos-st-restricts.2.3.1.1")
}

// atomicThroughout reports whether t is atomic or a union of such types.
func atomicThroughout(t *SimpleType) bool {
	switch v := t.Variety.(type) {
	case *Atomic:
		return true
	case *Union:
		for _, m := range v.Members {
			if !atomicThroughout(m) {
				return false
			}
		}
		return true
	}
	return false
}

// checkNotFinal checks that t lets itself be derived from by the given method.
func (b *builder) checkNotFinal(el *load.Element, t *SimpleType, method Derivation, rule string) {
	if t.Final.Has(method) {
		b.problem(el, rule, "%s is final for %s; derive from another type", typeWords(t), derivationWord(method))
	}
}

func derivationWord(d Derivation) string {
	switch d {
	case Extension:
		return "extension"
	case Restriction:
		return "restriction"
	case Substitution:
		return "substitution"
	case ByList:
		return "list"
	default:
		return "union"
	}
}

// checkNotationValues checks that each value of an enumeration of notations is the name of one (Part 2, section 3.2.19).
func (b *builder) checkNotationValues(t *SimpleType) {
	if !isNotation(t) {
		return
	}
	for _, f := range t.Facets {
		if f.Kind != xsd.FacetEnumeration {
			continue
		}
		value, err := xsd.ParseQName(load.Collapse(f.Value), xsd.Prefixes(f.Namespaces))
		if err != nil {
			continue // reported as a facet without meaning
		}
		if name := value.Name(); b.globals[notationSpace][name] == nil {
			b.problems.Addf(f.Position, "enumeration-valid-restriction", "there is no notation %s; declare it or correct the value", name)
		}
	}
}

func isNotation(t *SimpleType) bool {
	atomic, ok := t.Variety.(*Atomic)
	return ok && atomic.Primitive == BuiltIn("NOTATION")
}

// checkNotationUse is enumeration-required-notation: only enumerations of notations can be used.
func (b *builder) checkNotationUse(el *load.Element, t *SimpleType) {
	if isNotation(t) && len(t.Runtime.Enumeration()) == 0 {
		b.problem(el, "enumeration-required-notation", "%s cannot be used by itself: restrict it to the names of notations with xs:enumeration", typeWords(t))
	}
}
