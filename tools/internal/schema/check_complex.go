// Constraints on complex type definitions (Part 1, section 3.4.6): extension, restriction, attributes.

package schema

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// checkComplexTypes checks all complex type definitions of the schema.
func (b *builder) checkComplexTypes() {
	for _, t := range b.complexes {
		if b.broken[t] {
			continue
		}
		el := b.derivationElement(t)
		b.checkAttributeNames(el, t.AttributeUses, "ct-props-correct.4", "ct-props-correct.5")
		if t.Derivation == Extension {
			b.checkExtension(t, el)
		} else {
			b.checkRestriction(t, el)
		}
	}
}

// derivationElement returns the restriction or extension in t, or the type itself in the short form.
func (b *builder) derivationElement(t *ComplexType) *load.Element {
	el := b.elementOf[t]
	if inner := b.child(el, "simpleContent", "complexContent"); inner != nil {
		if derivation := b.child(inner, "restriction", "extension"); derivation != nil {
			return derivation
		}
	}
	return el
}

// checkExtension is cos-ct-extends. What the mapping of section 3.4.2 makes true by itself is not checked again.
func (b *builder) checkExtension(t *ComplexType, el *load.Element) {
	switch base := t.Base.(type) {
	case *SimpleType:
		b.checkNotFinal(el, base, Extension, "cos-ct-extends.2.2")
	case *ComplexType:
		if base.Final.Has(Extension) {
			b.problem(el, "cos-ct-extends.1.1", "%s is final for extension; derive from another type", typeWords(base))
		}
		b.checkSameMixture(t, base, el)
	}
}

// checkSameMixture is cos-ct-extends 1.4.2.2: an extension neither adds text to elements nor takes it away.
func (b *builder) checkSameMixture(t, base *ComplexType, el *load.Element) {
	before, ok := base.Content.(*ElementContent)
	after, okAfter := t.Content.(*ElementContent)
	if !ok || !okAfter || before.Mixed == after.Mixed {
		return
	}
	words := "is not mixed, but its extension is"
	if before.Mixed {
		words = "is mixed, but its extension is not"
	}
	b.problem(el, "cos-ct-extends.1.4.2.2.2.1", "%s %s; give both the same mixed", typeWords(base), words)
}

// checkRestriction is derivation-ok-restriction.
func (b *builder) checkRestriction(t *ComplexType, el *load.Element) {
	base, ok := t.Base.(*ComplexType)
	if !ok {
		return
	}
	if base.Final.Has(Restriction) {
		b.problem(el, "derivation-ok-restriction.1", "%s is final for restriction; derive from another type", typeWords(base))
	}
	c := attributeRestriction{b, el, "derivation-ok-restriction", typeWords(base), base == AnyType()}
	c.check(t.AttributeUses, t.AnyAttribute, base.AttributeUses, base.AnyAttribute)
	if base != AnyType() {
		b.checkContentRestricted(t, base, el)
	}
}

// checkContentRestricted is derivation-ok-restriction 5.
func (b *builder) checkContentRestricted(t, base *ComplexType, el *load.Element) {
	switch content := t.Content.(type) {
	case *SimpleContent:
		from, ok := base.Content.(*SimpleContent)
		if ok && !DerivedFrom(content.Type, from.Type, 0) {
			b.problem(el, "derivation-ok-restriction.5.2.2.1", "the simple content must be derived from that of %s", typeWords(base))
		}
	case EmptyContent:
		b.checkMayBeEmpty(base, el)
	case *ElementContent:
		b.checkElementsRestricted(content, base, el)
	}
}

// checkMayBeEmpty is derivation-ok-restriction 5.3.
func (b *builder) checkMayBeEmpty(base *ComplexType, el *load.Element) {
	switch from := base.Content.(type) {
	case *SimpleContent:
		b.problem(el, "derivation-ok-restriction.5.3", "%s has simple content; restrict it with xs:simpleContent", typeWords(base))
	case *ElementContent:
		if !b.emptiable(from.Particle) {
			b.problem(el, "derivation-ok-restriction.5.3", "the content is empty, but %s has elements that must occur; keep them", typeWords(base))
		}
	}
}

// checkElementsRestricted is derivation-ok-restriction 5.4.
func (b *builder) checkElementsRestricted(own *ElementContent, base *ComplexType, el *load.Element) {
	from, ok := base.Content.(*ElementContent)
	switch {
	case !ok:
		b.problem(el, "derivation-ok-restriction.5.4.1", "%s allows no elements, so a restriction of it cannot either; use xs:extension", typeWords(base))
	case own.Mixed && !from.Mixed:
		b.problem(el, "derivation-ok-restriction.5.4.1.2", "the content is mixed, but that of %s is not; remove mixed", typeWords(base))
	case b.leafCount(own.Particle) <= maxLeaves && b.leafCount(from.Particle) <= maxLeaves:
		b.checkParticleRestriction(el, own.Particle, from.Particle)
	}
}

// attributeRestriction compares attributes with those that they restrict: of a base type, or of a redefined group.
type attributeRestriction struct {
	*builder
	el      *load.Element
	rule    string // its clauses 2 to 4
	base    string // what is restricted, for messages
	urBased bool   // the base is xs:anyType, of which anything goes
}

// check is derivation-ok-restriction 2 to 4.
func (c *attributeRestriction) check(own []*AttributeUse, wildcard *Wildcard, base []*AttributeUse, baseWildcard *Wildcard) {
	for _, use := range own {
		if i := slices.IndexFunc(base, use.sameName); i >= 0 {
			c.use(use, base[i])
			continue
		}
		name := use.Declaration.Name
		if baseWildcard == nil || !baseWildcard.Namespaces.Allows(name.Space) {
			c.problem(c.at(use), c.rule+".2.2", "%s has no attribute %s; a restriction cannot add one", c.base, name)
		}
	}
	for _, inherited := range base {
		if inherited.Required && !slices.ContainsFunc(own, inherited.sameName) {
			c.problem(c.el, c.rule+".3", "the attribute %s is required in %s and cannot be prohibited", inherited.Declaration.Name, c.base)
		}
	}
	c.wildcard(wildcard, baseWildcard)
}

// at is where a use is written, or else where the restriction is.
func (c *attributeRestriction) at(use *AttributeUse) *load.Element {
	if el := c.elementOf[use]; el != nil {
		return el
	}
	return c.el
}

// use is derivation-ok-restriction 2.1.
func (c *attributeRestriction) use(own, base *AttributeUse) {
	if own == base {
		return
	}
	name := own.Declaration.Name
	if base.Required && !own.Required {
		c.problem(c.at(own), c.rule+".2.1.1", "the attribute %s is required in %s, so it must be here; write use=\"required\"", name, c.base)
	}
	if !DerivedFrom(own.Declaration.Type, base.Declaration.Type, 0) && !c.broken[own.Declaration] && !c.broken[base.Declaration] {
		c.problem(c.at(own), c.rule+".2.1.2", "the type of attribute %s, %s, is not derived from %s, its type in %s", name,
			typeWords(own.Declaration.Type), typeWords(base.Declaration.Type), c.base)
	}
	if fixed, ok := base.EffectiveConstraint().(*Fixed); ok {
		if text, ok := own.EffectiveConstraint().(*Fixed); !ok || !sameFixed(base.Declaration.Type, text, fixed) {
			c.problem(c.at(own), c.rule+".2.1.3", "the attribute %s is fixed to %q in %s, so it must be here; write fixed", name, fixed.Text, c.base)
		}
	}
}

// EffectiveConstraint is the use's own value constraint, else that of the declaration.
func (u *AttributeUse) EffectiveConstraint() ValueConstraint {
	if u.Constraint != nil {
		return u.Constraint
	}
	return u.Declaration.Constraint
}

// wildcard is derivation-ok-restriction 4.
func (c *attributeRestriction) wildcard(own, base *Wildcard) {
	switch {
	case own == nil:
	case base == nil:
		c.problem(c.el, c.rule+".4.1", "%s allows no other attributes, so a restriction cannot either; remove xs:anyAttribute", c.base)
	case !own.Namespaces.SubsetOf(base.Namespaces):
		c.problem(c.el, c.rule+".4.2", "xs:anyAttribute allows %s, which is more than the %s of %s", own.Namespaces, base.Namespaces, c.base)
	case !c.urBased && weaker(own.Process, base.Process):
		c.problem(c.el, c.rule+".4.3", "xs:anyAttribute is processed %s, which is weaker than the %s of %s", own.Process, base.Process, c.base)
	}
}

// weaker reports whether p checks less than q: skip is weaker than lax, lax weaker than strict.
func weaker(p, q content.ProcessContents) bool { return p > q }

// checkAttributeNames is ct-props-correct 4 and 5, and ag-props-correct 2 and 3: each name once, one ID at most.
func (b *builder) checkAttributeNames(el *load.Element, uses []*AttributeUse, namesRule, idsRule string) {
	names := map[Name]*AttributeUse{}
	var id *AttributeUse
	for _, use := range uses {
		name := use.Declaration.Name
		if other, taken := names[name]; taken {
			b.problem(el, namesRule, "the attribute %s is there twice, at %s and %s; remove one", name, other.Position, use.Position)
		}
		names[name] = use
		if !isID(use.Declaration.Type) {
			continue
		}
		if id != nil && id.Declaration.Name != name {
			b.problem(el, idsRule, "the attributes %s and %s are both of type xs:ID; an element has one at most", id.Declaration.Name, name)
		}
		id = use
	}
}

// isID reports whether t is xs:ID or derived from it.
func isID(t Type) bool { return DerivedFrom(t, BuiltIn("ID"), 0) }
