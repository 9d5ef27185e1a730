// Particles, model groups and their definitions (Part 1, sections 3.7 to 3.9).

package schema

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// particle makes the particle written as el in owner, a complex type or named group. It is nil for one that never occurs
// (minOccurs = maxOccurs = 0), which corresponds to no component at all, and for a reference to nothing.
func (b *builder) particle(el *load.Element, owner Component) *Particle {
	p := &Particle{Origin: Origin{Position: el.Position}}
	p.Min, p.Max = occurrence(el)
	p.Term = b.termOf(el, owner)
	if p.Term == nil || p.Max == 0 && p.Min == 0 {
		return nil
	}
	if _, isElement := p.Term.(*Element); isElement {
		p.Annotation = annotation(el)
	}
	if p.Min == Unbounded {
		p.Min = 1
	}
	if p.Max != Unbounded && p.Min > p.Max {
		b.problem(el, "p-props-correct.2.1", "minOccurs %d is greater than maxOccurs %d; correct one of them", p.Min, p.Max)
		b.markBroken(owner)
		p.Min = p.Max
	}
	return p
}

// termOf makes or finds the term of a particle.
func (b *builder) termOf(el *load.Element, owner Component) Term {
	switch el.Name.Local {
	case "element":
		if e := b.elementTerm(el, owner); e != nil {
			return e
		}
	case "any":
		return b.wildcard(el)
	case "group":
		if g := b.groupReference(el, owner); g != nil {
			return g.Group
		}
	case "all", "choice", "sequence":
		group := &ModelGroup{Origin: origin(el)}
		b.fillGroup(group, el, owner)
		return group
	}
	return nil
}

// elementTerm returns the declaration that an xs:element in a content model refers to or makes.
func (b *builder) elementTerm(el *load.Element, owner Component) *Element {
	if qname, ok := el.Token("ref"); ok {
		e, ok := b.resolve(elementSpace, el, qname).(*Element)
		if !ok {
			b.markBroken(owner)
			return nil
		}
		return e
	}
	if _, ok := el.Token("name"); !ok {
		return nil
	}
	e := &Element{Origin: origin(el), Name: localName(el, "elementFormDefault"), Parent: owner}
	b.defineElement(e, el)
	return e
}

// groupReference returns the group that el refers to, or nil.
func (b *builder) groupReference(el *load.Element, owner Component) *GroupDefinition {
	qname, ok := el.Token("ref")
	if !ok {
		return nil
	}
	g, ok := b.resolve(groupSpace, el, qname).(*GroupDefinition)
	if !ok {
		b.markBroken(owner)
		return nil
	}
	return g
}

var compositors = map[string]Compositor{"all": All, "choice": Choice, "sequence": Sequence}

// fillGroup reads compositor and particles of a model group.
func (b *builder) fillGroup(group *ModelGroup, el *load.Element, owner Component) {
	group.Origin = origin(el)
	group.Compositor = compositors[el.Name.Local]
	for _, c := range b.children(el) {
		if p := b.particle(c, owner); p != nil {
			group.Particles = append(group.Particles, p)
		}
	}
}

// defineGroup fills a named group.
func (b *builder) defineGroup(g *GroupDefinition, el *load.Element) {
	if content := b.child(el, "all", "choice", "sequence"); content != nil {
		b.fillGroup(g.Group, content, g)
	}
}

// emptiable reports whether p accepts nothing at all (Part 1, section 3.9.6, Particle Emptiable).
func (b *builder) emptiable(p *Particle) bool {
	low, _ := b.totalRangeOf(p)
	return low == 0
}
