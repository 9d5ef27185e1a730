// Type Derivation OK (Part 1, sections 3.4.6 and 3.14.6): whether one type may stand where another is expected.

package schema

// DerivedFrom reports whether t is validly derived from base when none of the derivations in blocked may occur on the way
// (cos-ct-derived-ok, cos-st-derived-ok). A type is derived from itself.
func DerivedFrom(t, base Type, blocked DerivationSet) bool {
	if t == base {
		return true
	}
	switch t := t.(type) {
	case *SimpleType:
		return simpleDerivedFrom(t, base, blocked)
	case *ComplexType:
		return !blocked.Has(t.Derivation) && t.Base != nil && DerivedFrom(t.Base, base, blocked)
	}
	return false
}

// simpleDerivedFrom is cos-st-derived-ok.
func simpleDerivedFrom(t *SimpleType, base Type, blocked DerivationSet) bool {
	if blocked.Has(Restriction) {
		return false
	}
	if own, ok := t.Base.(*SimpleType); ok && own.Final.Has(Restriction) {
		return false
	}
	if t.Base == nil {
		return false
	}
	if t.Base == base || t.Base != Type(AnySimpleType()) && DerivedFrom(t.Base, base, blocked) {
		return true
	}
	switch target := base.(type) {
	case *ComplexType:
		return target == AnyType()
	case *SimpleType:
		if union, ok := target.Variety.(*Union); ok {
			for _, m := range union.Members {
				if DerivedFrom(t, m, blocked) {
					return true
				}
			}
		}
	}
	return false
}

// Allows reports whether an element of the declaration may have a type that xsi:type names: one derived from the declared type by no step that
// the declaration or the declared type blocks (section 3.3.4, clause 4.3). Whether the type is abstract is not asked.
func (e *Element) Allows(t Type) bool {
	blocked := e.Block
	if declared, ok := e.Type.(*ComplexType); ok {
		blocked |= declared.Block
	}
	return DerivedFrom(t, e.Type, blocked)
}

// IsAbstract reports whether a type is a complex one that no element can have.
func IsAbstract(t Type) bool {
	c, ok := t.(*ComplexType)
	return ok && c.Abstract
}
