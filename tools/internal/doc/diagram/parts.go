// This file finds the parts of a complex type: which elements and attributes it has, how often, and which of them exclude each other.

package diagram

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// part is an element or a wildcard of a content model, with all its places taken together.
type part struct {
	element *schema.Element // nil for a wildcard
	occurs  Occurs
	mark    string
	doc     []string
}

// ownParticle is the particle that a type adds to its base, or the whole where it adds nothing but restricts; nil without one.
func ownParticle(t *schema.ComplexType) *schema.Particle {
	content, ok := t.Content.(*schema.ElementContent)
	if !ok {
		return nil
	}
	base, ok := t.Base.(*schema.ComplexType)
	if !ok || t.Derivation != schema.Extension || base.BuiltIn {
		return content.Particle
	}
	inherited, ok := base.Content.(*schema.ElementContent)
	if !ok {
		return content.Particle
	}
	if content.Particle == inherited.Particle {
		return nil
	}
	if group, ok := content.Particle.Term.(*schema.ModelGroup); ok && len(group.Particles) == 2 && group.Particles[0] == inherited.Particle {
		return group.Particles[1]
	}
	return content.Particle
}

// ownUses are the attributes that a type adds to its base, or all of a restriction.
func ownUses(t *schema.ComplexType) []*schema.AttributeUse {
	if t.Derivation == schema.Extension && classBase(t) != nil {
		return t.OwnAttributeUses
	}
	return t.AttributeUses
}

// classBase is the base that is a class of its own; nil without one.
func classBase(t *schema.ComplexType) *schema.ComplexType {
	base, ok := t.Base.(*schema.ComplexType)
	if !ok || base.BuiltIn || !IsClass(base) {
		return nil
	}
	return base
}

// IsClass reports whether a type has parts that are elements or nothing; a type with text alone is a data type.
func IsClass(t schema.Type) bool {
	c, ok := t.(*schema.ComplexType)
	if !ok || c.BuiltIn {
		return false
	}
	_, simple := c.Content.(*schema.SimpleContent)
	return !simple
}

// parts finds the parts of a particle, in order of appearance.
type parts struct {
	found       []*part
	byTerm      map[schema.Term]*part
	constraints []Constraint
	choices     []choice
}

// choice is a choice that was met, with the parts of each of its branches.
type choice struct {
	occurs   Occurs
	branches [][]*part
}

func partsOf(p *schema.Particle) *parts {
	all := &parts{byTerm: map[schema.Term]*part{}}
	if p == nil {
		return all
	}
	all.collect(p)
	for term, part := range all.byTerm {
		part.occurs = occurs(p, term)
	}
	all.findChoices(p)
	all.mark()
	return all
}

// collect lists what occurs in a particle.
func (a *parts) collect(p *schema.Particle) {
	if p.Max == 0 {
		return
	}
	if group, ok := p.Term.(*schema.ModelGroup); ok {
		for _, inner := range group.Particles {
			a.collect(inner)
		}
		return
	}
	if a.byTerm[p.Term] != nil {
		return
	}
	found := &part{doc: p.Annotation.Documentation}
	found.element, _ = p.Term.(*schema.Element)
	a.byTerm[p.Term] = found
	a.found = append(a.found, found)
}

// occurs is how often a term comes in a particle.
func occurs(p *schema.Particle, term schema.Term) Occurs {
	if p.Max == 0 {
		return Occurs{}
	}
	once := Occurs{}
	if group, ok := p.Term.(*schema.ModelGroup); ok {
		once = occursInGroup(group, term)
	} else if p.Term == term {
		once = Occurs{1, 1}
	}
	return Occurs{times(once.Min, p.Min), times(once.Max, p.Max)}
}

func occursInGroup(g *schema.ModelGroup, term schema.Term) Occurs {
	var sum Occurs
	first := true
	for _, inner := range g.Particles {
		o := occurs(inner, term)
		switch {
		case g.Compositor != schema.Choice:
			sum = Occurs{sum.Min + o.Min, plus(sum.Max, o.Max)}
		case inner.Max == 0:
		case first:
			sum, first = o, false
		default:
			sum = Occurs{min(sum.Min, o.Min), larger(sum.Max, o.Max)}
		}
	}
	return sum
}

func times(a, b int) int {
	switch {
	case a == 0 || b == 0:
		return 0
	case a == schema.Unbounded || b == schema.Unbounded:
		return schema.Unbounded
	}
	return a * b
}

func plus(a, b int) int {
	if a == schema.Unbounded || b == schema.Unbounded {
		return schema.Unbounded
	}
	return a + b
}

func larger(a, b int) int {
	if a == schema.Unbounded || b == schema.Unbounded {
		return schema.Unbounded
	}
	return max(a, b)
}

// findChoices lists the choices in a particle, outer ones before those inside them; a choice that is a branch of a choice gives it its own.
func (a *parts) findChoices(p *schema.Particle) {
	group, ok := p.Term.(*schema.ModelGroup)
	if !ok || p.Max == 0 {
		return
	}
	inner := group.Particles
	if group.Compositor == schema.Choice {
		inner = branchesOf(group)
		if len(inner) > 1 {
			found := choice{occurs: Occurs{p.Min, p.Max}}
			for _, branch := range inner {
				found.branches = append(found.branches, a.within(branch))
			}
			a.choices = append(a.choices, found)
		}
	}
	for _, next := range inner {
		a.findChoices(next)
	}
}

// branchesOf are the alternatives of a choice.
func branchesOf(g *schema.ModelGroup) []*schema.Particle {
	var branches []*schema.Particle
	for _, p := range g.Particles {
		inner, ok := p.Term.(*schema.ModelGroup)
		switch {
		case p.Max == 0:
		case ok && inner.Compositor == schema.Choice && p.Max == 1:
			branches = append(branches, branchesOf(inner)...)
		default:
			branches = append(branches, p)
		}
	}
	return branches
}

// within lists the parts in a particle.
func (a *parts) within(p *schema.Particle) []*part {
	if p.Max == 0 {
		return nil
	}
	group, ok := p.Term.(*schema.ModelGroup)
	if !ok {
		return []*part{a.byTerm[p.Term]}
	}
	var all []*part
	for _, inner := range group.Particles {
		all = append(all, a.within(inner)...)
	}
	return all
}

// mark numbers the choices, and marks their parts with the first choice that they are in.
func (a *parts) mark() {
	for i, c := range a.choices {
		mark := "xor"
		if c.occurs.Max != 1 {
			mark = "or"
		}
		if len(a.choices) > 1 {
			mark = fmt.Sprintf("%s %d", mark, i+1)
		}
		constraint := Constraint{Mark: mark, Occurs: c.occurs}
		for _, branch := range c.branches {
			constraint.Branches = append(constraint.Branches, branchWords(branch))
			for _, p := range branch {
				p.mark = mark
			}
		}
		a.constraints = append(a.constraints, constraint)
	}
}

func branchWords(branch []*part) string {
	var names []string
	for _, p := range branch {
		names = append(names, p.name())
	}
	if len(names) == 0 {
		return "nothing"
	}
	return strings.Join(names, " + ")
}

func (p *part) name() string {
	if p.element == nil {
		return "any element"
	}
	return p.element.Name.Local
}

// Part is an element of a complex type, or what a wildcard allows there.
type Part struct {
	Element *schema.Element // nil for a wildcard
	Occurs  Occurs
	Mark    string // of the choice that it is part of
	Doc     []string
}

// Parts are the elements of a complex type, inherited ones first, and its choices.
func Parts(t *schema.ComplexType) ([]Part, []Constraint) {
	content, ok := t.Content.(*schema.ElementContent)
	if !ok {
		return nil, nil
	}
	all := partsOf(content.Particle)
	list := make([]Part, len(all.found))
	for i, p := range all.found {
		list[i] = Part{p.element, p.occurs, p.mark, p.doc}
	}
	return list, all.constraints
}
