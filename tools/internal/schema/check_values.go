// Value constraints: defaults and fixed values that their types allow (Part 1, sections 3.2.6, 3.3.6 and 3.5.6).

package schema

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// attributeOf is the attribute that a value constraint is written in.
func attributeOf(c ValueConstraint) string {
	if _, fixed := c.(*Fixed); fixed {
		return "fixed"
	}
	return "default"
}

// ExpandedText returns the text of a default or fixed value of type t as the MarshalText methods of generated code spell it: normalised, and names with their
// namespaces. It is "" where there is none, and as written where t is nil.
func ExpandedText(c ValueConstraint, t *SimpleType) string {
	if c == nil {
		return ""
	}
	text, ns := c.Value()
	if t == nil {
		return text
	}
	return t.Runtime.ExpandNames(t.Runtime.Normalize(text), ns)
}

// checkValue is cos-valid-default 1: a value constraint is a value of the type.
func (b *builder) checkValue(el *load.Element, rule string, t *SimpleType, constraint ValueConstraint) {
	if constraint == nil || b.broken[t] {
		return
	}
	text, ns := constraint.Value()
	attribute := attributeOf(constraint)
	switch fault := t.Runtime.Check(text, ns); {
	case isID(t):
		b.problem(el, idRule(rule), "an xs:ID cannot have a %s value: it must be unique in each document; remove it", attribute)
	case fault != nil:
		b.problem(el, rule, "the %s value is not of %s: %s", attribute, typeWords(t), fault.Message)
	}
}

// idRule is the clause about IDs of the same constraint.
func idRule(rule string) string {
	switch rule {
	case "e-props-correct.2":
		return "e-props-correct.5"
	case "a-props-correct.2":
		return "a-props-correct.3"
	}
	return "au-props-correct"
}

// forgetNamespaces leaves namespaces to those value constraints alone whose values may have prefixes.
func (b *builder) forgetNamespaces() {
	for _, e := range b.elements {
		forgetNamespaces(e.Constraint, e.Type)
	}
	for _, a := range b.attributes {
		forgetNamespaces(a.Constraint, a.Type)
	}
	for _, use := range b.uses {
		forgetNamespaces(use.Constraint, use.Declaration.Type)
	}
}

func forgetNamespaces(c ValueConstraint, t Type) {
	if mayNameThings(t) {
		return
	}
	switch c := c.(type) {
	case *Default:
		c.Namespaces = nil
	case *Fixed:
		c.Namespaces = nil
	}
}

// mayNameThings reports whether values of t, or of what a document gives in its place with xsi:type, may have prefixes.
func mayNameThings(t Type) bool {
	text := TextType(t)
	return text == nil || text == AnySimpleType() || namesThings(text)
}

// sameFixed reports whether two fixed values are the same value of t.
func sameFixed(t *SimpleType, a, b *Fixed) bool {
	v, fault := t.Runtime.Parse(a.Text, xsd.Prefixes(a.Namespaces))
	w, otherFault := t.Runtime.Parse(b.Text, xsd.Prefixes(b.Namespaces))
	if fault != nil || otherFault != nil {
		return a.Text == b.Text
	}
	return v.Equal(w)
}

// checkAttributes checks declarations and uses of attributes.
func (b *builder) checkAttributes() {
	for _, a := range b.attributes {
		if !b.broken[a] {
			b.checkValue(b.elementOf[a], "a-props-correct.2", a.Type, a.Constraint)
			b.checkNotationUse(b.elementOf[a], a.Type)
		}
	}
	for _, use := range b.uses {
		if use.Constraint != nil && use.Declaration.Global && !b.broken[use.Declaration] {
			b.checkUse(use)
		}
	}
}

// checkUse is au-props-correct 2: a use keeps the declaration's fixed value.
func (b *builder) checkUse(use *AttributeUse) {
	el, t := b.elementOf[use], use.Declaration.Type
	b.checkValue(el, "au-props-correct", t, use.Constraint)
	fixed, ok := use.Declaration.Constraint.(*Fixed)
	if !ok {
		return
	}
	if own, ok := use.Constraint.(*Fixed); !ok || !sameFixed(t, own, fixed) {
		b.problem(el, "au-props-correct.2", "the attribute %s is declared with the fixed value %q at %s, so a use of it cannot have another; remove it",
			use.Declaration.Name, fixed.Text, use.Declaration.Position)
	}
}

// checkAttributeGroups is ag-props-correct.
func (b *builder) checkAttributeGroups() {
	for _, g := range b.order {
		if group, ok := g.component.(*AttributeGroup); ok && !b.broken[group] {
			b.checkAttributeNames(g.el, group.Uses, "ag-props-correct.2", "ag-props-correct.3")
		}
	}
}
