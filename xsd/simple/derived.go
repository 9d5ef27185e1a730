// This file deals with xsi:type: which type an element says it is of, and whether that may stand for the declared one
// (XSD 1.0 Part 1, section 3.3.4, cvc-elt.4).

package simple

// DerivedSimple is Type Derivation OK (Simple) (Part 1, section 3.14.6): a member stands for its union too.
func DerivedSimple(t, base *SimpleType) bool {
	if base == typeAnySimpleType || t.DerivedFrom(base) {
		return true
	}
	for _, member := range base.Members() {
		if DerivedSimple(t, member) {
			return true
		}
	}
	return false
}
