// This file checks xs:ID and xs:IDREF (XSD 1.0 Part 1, section 3.15.4, cvc-id), and refuses xs:ENTITY, for which only a document
// type declaration could declare values.

package simple

// takesPartInIDs reports whether values of t, or parts of them, are IDs or refer to what must be declared.
func (t *SimpleType) takesPartInIDs() bool {
	switch t.variety {
	case VarietyAtomic:
		switch t.BuiltInAncestor() {
		case typeID, typeIDREF, typeENTITY:
			return true
		}
	case VarietyList:
		return t.item.Compiled().IDs
	case VarietyUnion:
		for _, m := range t.members {
			if m.Compiled().IDs {
				return true
			}
		}
	}
	return false
}
