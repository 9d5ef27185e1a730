// Redefined groups restrict what they redefine, unless they include it (Part 1, section 4.2.2, src-redefine 6.2 and 7.2).

package schema

// checkRedefinitions checks groups and attribute groups that replace others without referring to them.
func (b *builder) checkRedefinitions() {
	for _, g := range b.redefinitions(groupSpace) {
		if len(b.selfReferences(g, "group")) == 0 {
			b.checkGroupRestricts(g)
		}
	}
	for _, g := range b.redefinitions(attributeGroupSpace) {
		if len(b.selfReferences(g, "attributeGroup")) == 0 {
			own, old := g.component.(*AttributeGroup), g.original.component.(*AttributeGroup)
			c := attributeRestriction{b, g.el, "src-redefine.7.2.2", "the redefined attribute group", false}
			c.check(own.Uses, own.AnyAttribute, old.Uses, old.AnyAttribute)
		}
	}
}

// checkGroupRestricts is src-redefine 6.2.2.
func (b *builder) checkGroupRestricts(g *global) {
	own := &Particle{Origin: Origin{Position: g.el.Position}, Min: 1, Max: 1, Term: g.component.(*GroupDefinition).Group}
	old := &Particle{Origin: Origin{Position: g.original.el.Position}, Min: 1, Max: 1, Term: g.original.component.(*GroupDefinition).Group}
	if b.leafCount(own) <= maxLeaves && b.leafCount(old) <= maxLeaves {
		b.checkParticleRestriction(g.el, own, old)
	}
}
