// This file tells values that are names with a prefix, and reads them from JSON, which spells them with their namespace.

package xsd

import (
	"slices"
	"strconv"
	"strings"
)

// isNamePrimitive reports whether values of a primitive type are names with a prefix.
func isNamePrimitive(t *SimpleType) bool { return t == typeQName || t == typeNOTATION }

// isNameType reports whether values of t are names with a prefix.
func isNameType(t *SimpleType) bool { return t.engine().names }

// holdsNames reports whether values of t are, or may have in them, names with a prefix.
func holdsNames(t *SimpleType) bool {
	switch t.variety {
	case VarietyList:
		return t.item.engine().holdsNames
	case VarietyUnion:
		return slices.ContainsFunc(t.members, func(m *SimpleType) bool { return m.engine().holdsNames })
	}
	return isNamePrimitive(t.Primitive())
}

// expandedQNames makes prefixed names, and what resolves them, of those in text spelt "{space}local", as JSON spells names. A text that a
// union takes as it is has none.
func expandedQNames(t *SimpleType, text string) (string, PrefixResolver) {
	prefixes := Prefixes{"": ""}
	if t.variety == VarietyUnion && t.accepts(text, prefixes) {
		return text, prefixes
	}
	words := strings.Fields(text)
	for i, word := range words {
		if name := parseName(word); name.Space != "" {
			prefix := "ns" + strconv.Itoa(i+1)
			prefixes[prefix] = name.Space
			words[i] = prefix + ":" + name.Local
		}
	}
	return strings.Join(words, " "), prefixes
}
