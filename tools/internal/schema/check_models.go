// Constraints on content models (Part 1, section 3.8.6): where all groups may stand, that equal names have equal types, and
// that each element is due to one particle.

package schema

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// checkModels checks all content models. Named groups are checked where they are used, all groups in them also where they
// are defined.
func (b *builder) checkModels() {
	checked := map[*ModelGroup]bool{}
	for _, g := range b.order {
		if definition, ok := g.component.(*GroupDefinition); ok {
			b.checkAllGroups(definition.Group, checked)
		}
	}
	var contents []*ElementContent
	owner := map[*ElementContent]*ComplexType{} // an extension that adds nothing shares the content of its base
	for _, t := range b.complexes {
		c, ok := t.Content.(*ElementContent)
		if !ok || owner[c] != nil || c.compiled != nil || b.broken[t] {
			continue // compiled before: the content of xs:anyType
		}
		owner[c] = t
		if b.checkContentAll(c, checked) {
			contents = append(contents, c)
		}
	}
	b.checkContents(contents, owner)
}

// checkContents compiles content models and checks them. What holds for an extension holds for its base, whose content is the beginning of it: as long
// as no fault is found, a chain of extensions costs what its ends cost. Faults are told of the type that they are in.
func (b *builder) checkContents(contents []*ElementContent, owner map[*ElementContent]*ComplexType) {
	extensions := extensionsOf(contents)
	before, leaves := len(b.problems), b.totalLeaves
	for _, c := range contents {
		if extensions[c] == nil {
			b.checkContent(owner[c], c)
		}
	}
	if len(b.problems) == before {
		for _, c := range contents {
			b.shareModel(c, extensions)
		}
		return
	}
	b.problems, b.totalLeaves, b.ambiguous = b.problems[:before], leaves, map[[2]*Particle]bool{}
	var good []*ElementContent
	for _, c := range contents {
		if delete(b.broken, owner[c]); b.compileContent(owner[c], c) {
			good = append(good, c)
		}
	}
	for _, c := range good {
		b.checkConsistent(c)
		b.checkAmbiguity(owner[c], c)
	}
}

// checkContent compiles and checks one content model.
func (b *builder) checkContent(t *ComplexType, c *ElementContent) {
	if b.compileContent(t, c) {
		b.checkConsistent(c)
		b.checkAmbiguity(t, c)
	}
}

// extensionsOf finds for each content one that begins with it and goes on.
func extensionsOf(contents []*ElementContent) map[*ElementContent]*ElementContent {
	byParticle := make(map[*Particle]*ElementContent, len(contents))
	for _, c := range contents {
		byParticle[c.Particle] = c
	}
	extensions := map[*ElementContent]*ElementContent{}
	for _, c := range contents {
		group, ok := c.Particle.Term.(*ModelGroup)
		if !ok || group.Compositor != Sequence || c.Particle.Min != 1 || c.Particle.Max != 1 || len(group.Particles) == 0 {
			continue
		}
		if base := byParticle[group.Particles[0]]; base != nil && !slices.ContainsFunc(group.Particles[1:], hasEmptyChoice) {
			extensions[base] = c
		}
	}
	return extensions
}

// hasEmptyChoice reports whether a choice without alternatives is in a particle. A content with one is satisfied by nothing: it tells nothing of what it
// begins with.
func hasEmptyChoice(p *Particle) bool {
	group, ok := p.Term.(*ModelGroup)
	if !ok {
		return false
	}
	return group.Compositor == Choice && !slices.ContainsFunc(group.Particles, func(p *Particle) bool { return p.Max != 0 }) || slices.ContainsFunc(group.Particles, hasEmptyChoice)
}

// shareModel gives a content that was not compiled the leaves of the one that it is the beginning of.
func (b *builder) shareModel(c *ElementContent, extensions map[*ElementContent]*ElementContent) {
	var chain []*ElementContent
	for ; c.compiled == nil; c = extensions[c] {
		chain = append(chain, c)
	}
	leaves := c.Leaves // those of the bases come first
	for _, base := range slices.Backward(chain) {
		n := b.leafCount(base.Particle)
		base.Leaves, base.compiled = leaves[:n:n], &compiled{particle: base.Particle}
	}
}

// checkContentAll is cos-all-limited for the content of a type; false means that it has an all group out of place.
func (b *builder) checkContentAll(c *ElementContent, checked map[*ModelGroup]bool) bool {
	group, ok := c.Particle.Term.(*ModelGroup)
	if !ok {
		return true
	}
	if group.Compositor == All && c.Particle.Max != 1 {
		b.problems.Addf(c.Particle.Position, "cos-all-limited.1.2", "an xs:all group as content of a type occurs once at most; remove maxOccurs")
		return false
	}
	return b.checkAllGroups(group, checked)
}

// checkAllGroups is cos-all-limited for what is inside a group: no all group in another one, each element of an all group
// once at most.
func (b *builder) checkAllGroups(group *ModelGroup, checked map[*ModelGroup]bool) bool {
	if ok, seen := checked[group]; seen {
		return ok
	}
	good := true
	for _, p := range group.Particles {
		inner, isGroup := p.Term.(*ModelGroup)
		switch {
		case isGroup && inner.Compositor == All:
			b.problems.Addf(p.Position, "cos-all-limited.1.2", "an xs:all group must be the whole content of a type, also after extension; use xs:sequence or xs:choice")
			good = false
		case isGroup && !b.checkAllGroups(inner, checked):
			good = false
		case group.Compositor == All && (isGroup || p.Max > 1 || p.Max == Unbounded):
			b.problems.Addf(p.Position, "cos-all-limited.2", "an xs:all group holds elements that occur once at most")
			good = false
		}
	}
	checked[group] = good
	return good
}

// checkConsistent is cos-element-consistent: elements of one name in one content model have one type.
func (b *builder) checkConsistent(c *ElementContent) {
	types := map[Name]*Element{}
	check := func(p *Particle, e *Element) {
		first, seen := types[e.Name]
		if !seen {
			types[e.Name] = e
			return
		}
		if first.Type != e.Type {
			b.problems.Addf(p.Position, "cos-element-consistent", "element %s has %s here, but %s at %s in the same content; give both one named type",
				e.Name, typeWords(e.Type), typeWords(first.Type), first.Position)
			types[e.Name] = e
		}
	}
	for _, p := range c.Leaves {
		if e, ok := p.Term.(*Element); ok {
			check(p, e)
			for _, s := range e.Substitutes {
				check(p, s)
			}
		}
	}
}

// checkAmbiguity is cos-nonambig, Unique Particle Attribution.
func (b *builder) checkAmbiguity(t *ComplexType, c *ElementContent) {
	for _, a := range c.Model().Ambiguities() {
		first, second := c.Leaves[a.First], c.Leaves[a.Second]
		if b.ambiguous[[2]*Particle{first, second}] {
			continue // in the base, of which this content is an extension
		}
		b.ambiguous[[2]*Particle{first, second}] = true
		b.problems.Addf(second.Position, "cos-nonambig", "in the content of %s, an element %s could be %s at %s or %s here; make the content model say which",
			typeWords(t), ambiguousName(a), leafWords(first), first.Position, leafWords(second))
	}
}

func ambiguousName(a content.Ambiguity) string {
	if a.Name.Local == "*" {
		return "of " + namespaceWords(a.Name.Space)
	}
	return a.Name.String()
}

func leafWords(p *Particle) string {
	if e, ok := p.Term.(*Element); ok {
		return "the element " + e.Name.Local
	}
	return "xs:any"
}
