// This file tells values that are names with a prefix, and spells them with their namespace, as JSON does.

package simple

import (
	"slices"
	"strings"
)

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

// ExpandNames returns a text with its names spelt "{namespace}local", where a value of t has names. A text that is no name stays as it is, whatever else t asks for, and so
// does all without ns.
func (t *SimpleType) ExpandNames(text string, ns PrefixResolver) string {
	if ns == nil || !t.Compiled().HoldsNames {
		return text
	}
	switch t.variety {
	case VarietyUnion:
		value, fault := t.Parse(text, ns)
		if fault != nil || value.Type().variety == VarietyUnion {
			return text
		}
		return value.Type().ExpandNames(text, ns)
	case VarietyList:
		words := strings.Fields(text)
		for i, word := range words {
			words[i] = t.item.ExpandNames(word, ns)
		}
		return strings.Join(words, " ")
	}
	text = t.Normalize(text)
	if !typeQName.Accepts(text, ns) {
		return text
	}
	name, _ := ResolveName(text, ns)
	return name.String()
}
