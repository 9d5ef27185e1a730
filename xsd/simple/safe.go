// This file finds out which texts are written as they are, in XML and in JSON, so that nobody has to look at their characters.

package simple

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// isSafe reports whether Quick takes only texts that are ASCII and have nothing in them that XML or JSON writes as a reference or an escape.
func (c *compiledType) isSafe(t *SimpleType) bool {
	if t.variety != VarietyAtomic {
		return false
	}
	switch t.Primitive() {
	case nil, typeAnyURI, typeQName, typeNOTATION:
		return false
	case typeString:
		return t.hasSafeValues() || c.rules.hasSafePattern()
	}
	return true
}

// hasSafeValues reports whether there is an enumeration, of safe texts alone.
func (t *SimpleType) hasSafeValues() bool {
	values := t.Enumeration()
	return len(values) > 0 && !slices.ContainsFunc(values, func(f Facet) bool { return strings.ContainsFunc(f.Value, isUnsafe) })
}

// hasSafePattern reports whether some step has patterns, which match safe texts alone.
func (r *textRules) hasSafePattern() bool {
	return slices.ContainsFunc(r.patterns, func(step []*pattern.Pattern) bool {
		return !slices.ContainsFunc(step, func(p *pattern.Pattern) bool { return !p.IsWithin(isSafe) })
	})
}

func (urRules) hasSafePattern() bool { return false }

// isSafe reports whether a character is ASCII and is written as it is everywhere.
func isSafe(c rune) bool {
	switch c {
	case '"', '&', '<', '>', '\\':
		return false
	}
	return c >= ' ' && c <= '~'
}

func isUnsafe(c rune) bool { return !isSafe(c) }

// isFree reports whether Quick asks no more of a text than JSON does, but for control characters and exponents.
func (c *compiledType) isFree(t *SimpleType) bool {
	r, ok := c.rules.(interface{ narrows() bool })
	if !ok || r.narrows() {
		return false
	}
	switch t.BuiltInAncestor() {
	case typeDecimal:
		return true
	case typeString, typeNormalizedString:
		return c.White != WhiteSpaceCollapse
	}
	return false
}
