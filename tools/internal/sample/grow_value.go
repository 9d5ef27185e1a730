// Growth of attributes and of texts.

package sample

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// attributes grows the attributes of a type: those required, and of the others those that show something.
func (g *grower) attributes(n *Node, t *schema.ComplexType) {
	for _, use := range t.AttributeUses {
		if !use.Required && !g.wanted(use) {
			continue
		}
		n.Attributes = append(n.Attributes, Attribute{
			Name: use.Declaration.Name, Value: g.value(use.Declaration.Type, use.EffectiveConstraint()), Use: use,
		})
	}
	if w := t.AnyAttribute; w != nil && !g.hurry() {
		g.wildAttribute(n, t, w)
	}
}

// wildAttribute grows an attribute that the wildcard of the type allows, or leaves it out.
func (g *grower) wildAttribute(n *Node, t *schema.ComplexType, w *schema.Wildcard) {
	a, ok := g.sizes.wildAttribute(w, t)
	if !ok {
		g.coverage.take(goal{OptionalParts, w, absent})
		return
	}
	if !g.yes(goal{OptionalParts, w, present}, goal{OptionalParts, w, absent}, unreachable) {
		return
	}
	if a.Use != nil {
		a.Value = g.value(a.Use.Declaration.Type, a.Use.EffectiveConstraint())
	}
	n.Attributes = append(n.Attributes, a)
}

// wanted reports whether an optional attribute is drawn.
func (g *grower) wanted(use *schema.AttributeUse) bool {
	if g.hurry() || !g.texts.possible(use.Declaration.Type.Runtime) {
		return false
	}
	return g.whole || g.pick([]goal{{OptionalParts, use, absent}, {OptionalParts, use, present}}, func(i int) int {
		if i == present {
			return g.guide.simple(use.Declaration.Type)
		}
		return unreachable
	}) == present
}

// value is a value of a simple type: the fixed one, one that shows something new, or a random one.
func (g *grower) value(t *schema.SimpleType, constraint schema.ValueConstraint) Value {
	if fixed, ok := constraint.(*schema.Fixed); ok {
		return FixedValue(t, fixed)
	}
	if g.coverage == nil {
		value, ok := g.texts.shortest(t.Runtime, nil)
		if !ok {
			g.fail("%s", whyText(t, g.texts))
		}
		return value
	}
	o := g.texts.offer(t.Runtime)
	for i, edge := range o.edges {
		if edge.value >= 0 && g.coverage.open(o.goal(i)) {
			g.coverage.take(o.goal(i))
			return o.values[edge.value]
		}
	}
	drawn, ok := g.texts.draw(t.Runtime)
	if !ok {
		g.fail("%s", whyText(t, g.texts))
	}
	return drawn
}

// FixedValue is a fixed value of a type; only names need the namespaces that it was written with.
func FixedValue(t *schema.SimpleType, fixed *schema.Fixed) Value {
	value := Value{Text: fixed.Text}
	if parsed, _ := t.Runtime.Parse(fixed.Text, nil); parsed.Type() == nil || mentions(parsed, "QName") || mentions(parsed, "NOTATION") {
		value.Names = fixed.Namespaces
	}
	return value
}
