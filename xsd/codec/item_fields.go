// This file finds which field an item of ordered content is of in JSON, where elements of one name are declared in several places of a content model
// and not alike: a fixed value of the last says nothing about the first.

package codec

import (
	"maps"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// hasNamesakes reports whether elements of one name, which are of one type (XSD 1.0 Part 1, section 3.8.6, Element Declarations Consistent), differ in what else is
// declared of them.
func (p *plan) hasNamesakes() bool {
	first := make(map[Name]*Field, len(p.elements))
	for _, i := range p.elements {
		f := &p.typ.Fields[i]
		if f.Kind != ElementField {
			continue
		}
		if other, taken := first[f.Name]; taken && !f.isLike(other) {
			return true
		}
		first[f.Name] = f
	}
	return false
}

// isLike reports whether as much is declared of the elements of another field.
func (f *Field) isLike(other *Field) bool {
	return f.Constraint.isLike(other.Constraint) && len(f.Identity) == 0 && len(other.Identity) == 0 &&
		f.Nillable == other.Nillable && f.Block == other.Block && f.Abstract == other.Abstract && f.Substitutable == other.Substitutable
}

// isLike reports whether two constraints are the same, and are spelt alike.
func (c *ValueConstraint) isLike(other *ValueConstraint) bool {
	if c == nil || other == nil {
		return c == other
	}
	return c.Fixed == other.Fixed && c.Text == other.Text && maps.Equal(c.Namespaces, other.Namespaces)
}

// itemField returns the field of ordered content that a member's name stands for where the items before it have led.
func (f *frame) itemField(key string) (field int, ok bool) {
	field, ok = f.plan.itemKey(key)
	if !ok || !f.plan.namesakes {
		return field, ok
	}
	if f.guide == nil {
		f.guide = new(content.Matcher)
		f.guide.Reset(f.plan.model)
	}
	if leaf, matched := f.guide.Next(f.plan.nameOf(field, key)); matched {
		field = f.plan.leaves[leaf]
	}
	return field, true
}
