// Content models as trees to be merged: groups that only bracket are opened, so that trees that differ in brackets alone are equal.

package diff

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// part is a particle of such a tree. A named group is one part where both schemas use the group in the content model; elsewhere it is opened.
type part struct {
	particle   *schema.Particle // as written; of a group, its bounds count and its term's particles do not
	min, max   int
	compositor schema.Compositor       // of a group
	parts      []*part                 // of a group
	definition *schema.GroupDefinition // of a named group that is kept whole
	base       *modelPair              // stands for the content of the base type, merged elsewhere
}

// opening says how trees are made: which named groups are kept whole, and whether groups that only bracket are.
type opening struct {
	keep     func(*schema.GroupDefinition) bool
	brackets bool
}

// parts makes the tree of a particle.
func (o opening) parts(p *schema.Particle) *part {
	result := &part{particle: p, min: p.Min, max: p.Max}
	group, ok := p.Term.(*schema.ModelGroup)
	if !ok {
		return result
	}
	result.compositor = group.Compositor
	if group.Definition != nil && o.keep(group.Definition) {
		result.definition = group.Definition
		return result
	}
	for _, child := range group.Particles {
		inner := o.parts(child)
		if !o.brackets && inner.brackets(group.Compositor) {
			result.parts = append(result.parts, inner.parts...)
			continue
		}
		result.parts = append(result.parts, inner)
	}
	if o.brackets {
		return result
	}
	return result.unwrapped()
}

// isGroup reports whether the part is a model group with parts of its own.
func (p *part) isGroup() bool {
	_, ok := p.particle.Term.(*schema.ModelGroup)
	return ok && p.definition == nil && p.base == nil
}

// once reports whether the part occurs exactly once.
func (p *part) once() bool { return p.min == 1 && p.max == 1 }

// brackets reports whether a group in another one of that compositor makes no difference.
func (p *part) brackets(outer schema.Compositor) bool {
	return p.isGroup() && p.once() && outer != schema.All && (p.compositor == outer || outer == schema.Sequence && len(p.parts) == 0)
}

// unwrapped is the part without groups that occur once and hold one other group.
func (p *part) unwrapped() *part {
	if p.isGroup() && p.once() && len(p.parts) == 1 && p.parts[0].isGroup() {
		return p.parts[0]
	}
	return p
}

// element is the declaration of an element's part, or nil.
func (p *part) element() *schema.Element {
	e, _ := p.particle.Term.(*schema.Element)
	return e
}

// wildcard is the wildcard of its part, or nil.
func (p *part) wildcard() *schema.Wildcard {
	w, _ := p.particle.Term.(*schema.Wildcard)
	return w
}

// leaves appends the parts that are no groups.
func (p *part) leaves(to []*part) []*part {
	if !p.isGroup() {
		return append(to, p)
	}
	for _, inner := range p.parts {
		to = inner.leaves(to)
	}
	return to
}

// has reports whether an element of the name is somewhere in the part.
func (p *part) has(name schema.Name) bool {
	return slices.ContainsFunc(p.leaves(nil), func(leaf *part) bool {
		e := leaf.element()
		return e != nil && e.Name == name
	})
}

// admits reports whether a wildcard in the part lets in elements of the name.
func (p *part) admits(name schema.Name) bool {
	return slices.ContainsFunc(p.leaves(nil), func(leaf *part) bool {
		w := leaf.wildcard()
		return w != nil && w.Namespaces.Allows(name.Space)
	})
}

// requires reports whether something must be there for the part.
func (p *part) requires() bool {
	if p.min == 0 {
		return false
	}
	if !p.isGroup() {
		return true
	}
	if p.compositor == schema.Choice {
		return len(p.parts) > 0 && !slices.ContainsFunc(p.parts, func(inner *part) bool { return !inner.requires() })
	}
	return slices.ContainsFunc(p.parts, (*part).requires)
}

// within is a group of one part, which means the same as the part.
func (p *part) within(compositor schema.Compositor) *part {
	particle := &schema.Particle{Origin: p.particle.Origin, Min: 1, Max: 1, Term: &schema.ModelGroup{Origin: p.particle.Origin, Compositor: compositor}}
	return &part{particle: particle, min: 1, max: 1, compositor: compositor, parts: []*part{p}}
}
