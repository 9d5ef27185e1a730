// The census: everything that a schema offers below its roots, each thing with the reason where no document of ours can show it.

package sample

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// census walks the types below the roots.
type census struct {
	*drawing
	coverage *coverage
	reached  []schema.Type
	seen     map[any]bool
}

// take makes all goals below the roots known, and returns the types there.
func (c *census) take(roots []*schema.Element) []schema.Type {
	for _, root := range roots {
		c.element(root)
	}
	for i := 0; i < len(c.reached); i++ {
		c.typ(c.reached[i])
	}
	return c.reached
}

func (c *census) first(place any) bool {
	if c.seen[place] {
		return false
	}
	c.seen[place] = true
	return true
}

func (c *census) element(e *schema.Element) {
	if !c.first(e) {
		return
	}
	for _, candidate := range c.sizes.candidates(e) {
		if candidate.element != e || candidate.typ != e.Type {
			c.coverage.add(substitution(candidate), fmt.Sprintf("%s of type %s for %s", candidate.element.Name, typeWords(candidate.typ), e.Name), "")
		}
		if nillable(candidate.element) {
			c.coverage.add(goal{OptionalParts, candidate.element, nilled}, fmt.Sprintf("%s that is nil", candidate.element.Name), "")
			c.coverage.add(goal{OptionalParts, candidate.element, filled}, fmt.Sprintf("%s that is not nil", candidate.element.Name), "")
		}
		if _, fixed := candidate.element.Constraint.(*schema.Fixed); fixed {
			continue // what the fixed value is shows nothing of the type
		}
		if c.first(candidate.typ) {
			c.reached = append(c.reached, candidate.typ)
		}
	}
}

func typeWords(t schema.Type) string {
	if name := t.TypeName(); name.Local != "" {
		return name.String()
	}
	return "an anonymous type"
}

func (c *census) typ(t schema.Type) {
	complexType, ok := t.(*schema.ComplexType)
	if !ok {
		c.simple(t.(*schema.SimpleType))
		return
	}
	for _, use := range complexType.AttributeUses {
		c.use(use)
	}
	if w := complexType.AnyAttribute; w != nil {
		c.wildcardAttribute(w, complexType)
	}
	switch content := complexType.Content.(type) {
	case *schema.SimpleContent:
		c.simple(content.Type)
	case *schema.ElementContent:
		if content.Mixed {
			c.optional(content, "text among the elements of "+typeWords(t), "")
		}
		c.particle(content.Particle)
	}
}

func (c *census) optional(place any, what, never string) {
	c.coverage.add(goal{OptionalParts, place, absent}, what+" left out", "")
	c.coverage.add(goal{OptionalParts, place, present}, what, never)
}

func (c *census) use(use *schema.AttributeUse) {
	if !c.first(use) {
		return
	}
	if !use.Required {
		c.optional(use, fmt.Sprintf("the attribute %s at %s", use.Declaration.Name, use.Position), whyText(use.Declaration.Type, c.texts))
	}
	if _, fixed := use.EffectiveConstraint().(*schema.Fixed); !fixed {
		c.simple(use.Declaration.Type)
	}
}

func (c *census) wildcardAttribute(w *schema.Wildcard, t *schema.ComplexType) {
	never := ""
	if _, ok := c.sizes.wildAttribute(w, t); !ok {
		never = "no attribute is declared that the strict wildcard allows"
	}
	c.optional(w, fmt.Sprintf("an attribute by the wildcard at %s", w.Position), never)
}

func (c *census) simple(t *schema.SimpleType) {
	if !c.first(t.Runtime) {
		return
	}
	o := c.texts.offer(t.Runtime)
	for i, edge := range o.edges {
		never := ""
		if edge.value < 0 {
			never = "no value of the type was found there"
		}
		c.coverage.add(o.goal(i), edge.what, never)
	}
}

func (c *census) particle(p *schema.Particle) {
	if !c.first(p) {
		return
	}
	never := ""
	if c.sizes.term(p.Term) >= endless {
		never = c.sizes.whyTerm(p.Term)
	}
	group, ok := p.Term.(*schema.ModelGroup)
	what := fmt.Sprintf("%s at %s", termWords(p.Term), p.Position)
	if !ok {
		c.coverage.add(goal{Particles, p, 0}, what, never)
	}
	c.occurrences(p, what, never)
	switch t := p.Term.(type) {
	case *schema.Element:
		c.element(t)
	case *schema.ModelGroup:
		c.group(group)
	}
}

// occurrences makes the bounds of a particle known that can occur more or less often.
func (c *census) occurrences(p *schema.Particle, what, never string) {
	if p.Min == p.Max {
		return
	}
	counts := c.limits.counts(p)
	for _, count := range counts {
		impossible := never
		if count == 0 {
			impossible = ""
		}
		c.coverage.add(occurrence(p, count), fmt.Sprintf("%s, %d times", what, count), impossible)
	}
	if p.Max != schema.Unbounded && p.Max > counts[len(counts)-1] {
		c.coverage.add(occurrence(p, p.Max), fmt.Sprintf("%s, %d times", what, p.Max), fmt.Sprintf("only up to %d occurrences more than the least are drawn", c.limits.Repeats))
	}
}

func (c *census) group(group *schema.ModelGroup) {
	for i, p := range group.Particles {
		if group.Compositor == schema.Choice {
			never := ""
			if c.sizes.particle(p) >= endless {
				never = c.sizes.whyTerm(p.Term)
			}
			c.coverage.add(goal{Branches, group, i}, fmt.Sprintf("branch %d of the choice at %s", i+1, group.Position), never)
		}
		c.particle(p)
	}
}

func termWords(t schema.Term) string {
	switch t := t.(type) {
	case *schema.Element:
		return "the element " + t.Name.String()
	case *schema.Wildcard:
		return "an element by the wildcard"
	default:
		return "the group"
	}
}
