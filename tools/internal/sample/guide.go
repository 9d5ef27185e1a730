// Guidance: how far from each place of the schema the next goal is that no document has met.

package sample

import (
	"math"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// unreachable is the distance where no open goal lies ahead.
const unreachable = math.MaxInt32

// guide knows distances, counted in levels of elements. Those of types are worked out now and then, those inside a type when they are asked for.
type guide struct {
	*drawing
	coverage *coverage
	reached  []schema.Type
	types    map[schema.Type]int
	done     bool // no goal is open anywhere
}

// refresh works out the distances of types anew.
func (g *guide) refresh() {
	clear(g.types)
	g.done = true
	for changed := true; changed; {
		changed = false
		for i := len(g.reached) - 1; i >= 0; i-- { // what is deep comes last: one round does most
			t := g.reached[i]
			if length := g.within(t); length < g.typ(t) {
				g.types[t], changed, g.done = length, true, false
			}
		}
	}
}

// typ is the distance from a type.
func (g *guide) typ(t schema.Type) int {
	if simple, ok := t.(*schema.SimpleType); ok {
		return g.simple(simple)
	}
	if length, ok := g.types[t]; ok {
		return length
	}
	return unreachable
}

// within looks at all that a type offers.
func (g *guide) within(t schema.Type) int {
	complexType, ok := t.(*schema.ComplexType)
	if !ok {
		return g.simple(t.(*schema.SimpleType))
	}
	nearest := unreachable
	for _, use := range complexType.AttributeUses {
		nearest = min(nearest, g.use(use))
	}
	if w := complexType.AnyAttribute; w != nil && g.optionalOpen(w) {
		return 0
	}
	switch c := complexType.Content.(type) {
	case *schema.SimpleContent:
		nearest = min(nearest, g.simple(c.Type))
	case *schema.ElementContent:
		if g.optionalOpen(c) {
			return 0
		}
		nearest = min(nearest, g.particle(c.Particle))
	}
	return nearest
}

func (g *guide) use(use *schema.AttributeUse) int {
	if g.optionalOpen(use) {
		return 0
	}
	if _, fixed := use.EffectiveConstraint().(*schema.Fixed); fixed {
		return unreachable
	}
	return g.simple(use.Declaration.Type)
}

func (g *guide) optionalOpen(place any) bool {
	return g.coverage.open(goal{OptionalParts, place, absent}) || g.coverage.open(goal{OptionalParts, place, present})
}

// simple is 0 where an edge of the type is still to be shown.
func (g *guide) simple(t *schema.SimpleType) int {
	o := g.texts.offer(t.Runtime)
	for i := range o.edges {
		if g.coverage.open(o.goal(i)) {
			return 0
		}
	}
	return unreachable
}

func (g *guide) particle(p *schema.Particle) int {
	if g.coverage.open(goal{Particles, p, 0}) {
		return 0
	}
	for _, count := range g.limits.counts(p) {
		if g.coverage.open(occurrence(p, count)) {
			return 0
		}
	}
	return g.term(p.Term)
}

func (g *guide) term(t schema.Term) int {
	switch t := t.(type) {
	case *schema.Element:
		return g.element(t)
	case *schema.ModelGroup:
		return g.group(t)
	default:
		return unreachable
	}
}

func (g *guide) group(group *schema.ModelGroup) int {
	nearest := unreachable
	for i, p := range group.Particles {
		if group.Compositor == schema.Choice && g.coverage.open(goal{Branches, group, i}) {
			return 0
		}
		nearest = min(nearest, g.particle(p))
	}
	return nearest
}

func (g *guide) element(e *schema.Element) int {
	nearest := unreachable
	for _, c := range g.sizes.candidates(e) {
		if g.coverage.open(substitution(c)) || g.coverage.open(goal{OptionalParts, c.element, nilled}) || g.coverage.open(goal{OptionalParts, c.element, filled}) {
			return 0
		}
		if _, fixed := c.element.Constraint.(*schema.Fixed); fixed && elementContent(c.typ) == nil {
			continue // its text shows nothing new
		}
		if length := g.typ(c.typ); length < unreachable {
			nearest = min(nearest, length+1)
		}
	}
	return nearest
}
