// Types that are written alike: most types of a schema's next version are, and then nothing needs to be searched.

package inclusion

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// pairsOfTypes are those found to be the same, or under examination.
type pairsOfTypes map[[2]*xsd.SimpleType]bool

// same reports whether two types are made in the same way of the same parts.
func same(a, b *xsd.SimpleType, known pairsOfTypes) bool {
	if a == b {
		return true
	}
	pair := [2]*xsd.SimpleType{a, b}
	if answer, ok := known[pair]; ok {
		return answer
	}
	known[pair] = false
	known[pair] = a.Variety() == b.Variety() && sameParts(a, b, known) && sameFacets(a, b)
	return known[pair]
}

func sameParts(a, b *xsd.SimpleType, known pairsOfTypes) bool {
	switch a.Variety() {
	case xsd.VarietyList:
		return same(a.Item(), b.Item(), known)
	case xsd.VarietyUnion:
		return slices.EqualFunc(a.Members(), b.Members(), func(m, n *xsd.SimpleType) bool { return same(m, n, known) })
	default:
		return a.BuiltInAncestor() == b.BuiltInAncestor()
	}
}

// sameFacets compares the facets in effect as they are written, and the values of enumerations as their base type sees them.
func sameFacets(a, b *xsd.SimpleType) bool {
	return slices.EqualFunc(a.Facets(), b.Facets(), func(f, g xsd.Facet) bool {
		return f.Kind == g.Kind && f.Value == g.Value && f.Namespaces == nil && g.Namespaces == nil
	}) && sameSteps(a, b) && slices.Equal(textsOf(a), textsOf(b))
}

// sameSteps reports whether patterns are the same in each step of derivation.
func sameSteps(a, b *xsd.SimpleType) bool {
	return slices.EqualFunc(a.Patterns(), b.Patterns(), slices.Equal)
}

// textsOf are the enumeration values in effect, their white space treated.
func textsOf(t *xsd.SimpleType) []string {
	values := enumerationOf(t)
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = v.text
	}
	return texts
}
