// This file tells values that are names with a prefix, and reads them from JSON, which spells them with their namespace.

package simple

import "slices"

// isNamePrimitive reports whether values of a primitive type are names with a prefix.
func isNamePrimitive(t *SimpleType) bool { return t == typeQName || t == typeNOTATION }

// IsNameType reports whether values of t are names with a prefix.
func IsNameType(t *SimpleType) bool { return t.Compiled().Names }

// HoldsNames reports whether values of t are, or may have in them, names with a prefix.
func holdsNames(t *SimpleType) bool {
	switch t.variety {
	case VarietyList:
		return t.item.Compiled().HoldsNames
	case VarietyUnion:
		return slices.ContainsFunc(t.members, func(m *SimpleType) bool { return m.Compiled().HoldsNames })
	}
	return isNamePrimitive(t.Primitive())
}
