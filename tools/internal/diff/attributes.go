// Attributes of complex types: uses by name, and the wildcard.

package diff

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// sharedUse is a pair of attribute uses, one of them nil where it is on one side only. Types that share uses, by inheritance or by an
// attribute group, share their changes.
type sharedUse struct{ old, new *schema.AttributeUse }

// useChange is what was reported for a sharedUse: the types that have it.
type useChange struct{ carriers []pair[*schema.ComplexType] }

// compareAttributes notes what changed in the attributes of a pair of types.
func (c *comparer) compareAttributes(old, newer *schema.ComplexType, path string) {
	gone, came := renamedUse(c, old, newer)
	for _, u := range old.AttributeUses {
		if w := useNamed(newer, u.Declaration.Name); w != nil {
			c.compareUses(old, newer, u, w, path)
			continue
		}
		if u == gone {
			c.reportUse(old, newer, sharedUse{gone, came}, "attribute-renamed", path, "attribute "+gone.Declaration.Name.Local+" is now called "+came.Declaration.Name.Local)
			continue
		}
		if w := c.formChanged(old, newer, u); w != nil {
			c.reportUse(old, newer, sharedUse{u, w}, "form-changed", path, "attribute "+u.Declaration.Name.Local+" is in another namespace than before")
			continue
		}
		c.reportUse(old, newer, sharedUse{u, nil}, removedUseRule(newer, u), path, nowAndBefore("attribute "+u.Declaration.Name.Local+" was removed", needWords(OldSide, u.Required)))
	}
	for _, w := range newer.AttributeUses {
		if useNamed(old, w.Declaration.Name) == nil && c.formChanged(newer, old, w) == nil && w != came {
			c.reportUse(old, newer, sharedUse{nil, w}, addedUseRule(old, w), path, nowAndBefore("attribute "+w.Declaration.Name.Local+" was added", needWords(NewSide, w.Required)))
		}
	}
	c.compareAttributeWildcards(old, newer, path)
	if !slices.Equal(groupsOfUses(old), groupsOfUses(newer)) {
		c.report("attribute-group-refactored", path, placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer)), "attribute groups are used otherwise", harmless{})
	}
}

// groupsOfUses lists the attribute groups that the attributes written in a type come from.
func groupsOfUses(t *schema.ComplexType) []schema.Name {
	var names []schema.Name
	for _, u := range t.OwnAttributeUses {
		if g, ok := u.Declaration.Parent.(*schema.AttributeGroup); ok && !slices.Contains(names, g.Name) {
			names = append(names, g.Name)
		}
	}
	return names
}

// renamedUse finds the one attribute that went and the one that came, where there is one of each and they are alike but for the name.
func renamedUse(c *comparer, old, newer *schema.ComplexType) (gone, came *schema.AttributeUse) {
	u, w := onlyIn(old, newer), onlyIn(newer, old)
	if u == nil || w == nil || u.Required != w.Required || u.Declaration.Name.Local == w.Declaration.Name.Local || !c.pairs.sameType(u.Declaration.Type, w.Declaration.Type) {
		return nil, nil
	}
	return u, w
}

// onlyIn is the use that t has and other has not, nil where there is none or more than one.
func onlyIn(t, other *schema.ComplexType) *schema.AttributeUse {
	var found *schema.AttributeUse
	for _, u := range t.AttributeUses {
		switch {
		case useNamed(other, u.Declaration.Name) != nil:
		case found != nil:
			return nil
		default:
			found = u
		}
	}
	return found
}

func useNamed(t *schema.ComplexType, name schema.Name) *schema.AttributeUse {
	for _, u := range t.AttributeUses {
		if u.Declaration.Name == name {
			return u
		}
	}
	return nil
}

// formChanged finds the use that is u but for the namespace.
func (c *comparer) formChanged(own, other *schema.ComplexType, u *schema.AttributeUse) *schema.AttributeUse {
	for _, w := range other.AttributeUses {
		if w.Declaration.Name.Local == u.Declaration.Name.Local && !w.Declaration.Global && !u.Declaration.Global && useNamed(own, w.Declaration.Name) == nil {
			return w
		}
	}
	return nil
}

func removedUseRule(newer *schema.ComplexType, u *schema.AttributeUse) string {
	switch {
	case slices.Contains(newer.Prohibited, u.Declaration.Name):
		return "attribute-prohibited"
	case u.Required:
		return "attribute-removed-required"
	}
	return "attribute-removed-optional"
}

func addedUseRule(old *schema.ComplexType, w *schema.AttributeUse) string {
	switch {
	case slices.Contains(old.Prohibited, w.Declaration.Name):
		return "attribute-no-longer-prohibited"
	case w.Required:
		return "attribute-added-required"
	}
	return "attribute-added-optional"
}

// reportUse reports a change of an attribute use, once for all types that share the uses.
func (c *comparer) reportUse(old, newer *schema.ComplexType, shared sharedUse, rule, path, message string) {
	c.reportUseAspect(old, newer, shared, useReport{rule, path, message, func(p pair[*schema.ComplexType], at Side) *schema.ComplexType {
		return exchangeUses(p, at, shared)
	}})
}

// useReport is a change of one aspect of an attribute use.
type useReport struct {
	rule, path, message string
	apply               func(p pair[*schema.ComplexType], at Side) *schema.ComplexType
}

func (c *comparer) reportUseAspect(old, newer *schema.ComplexType, shared sharedUse, r useReport) {
	type key struct {
		sharedUse
		rule string
	}
	carrier := pair[*schema.ComplexType]{old, newer}
	if c.compared[key{shared, r.rule}] {
		c.shared[shared].carriers = append(c.shared[shared].carriers, carrier)
		return
	}
	c.compared[key{shared, r.rule}] = true
	if c.shared[shared] == nil {
		c.shared[shared] = &useChange{}
	}
	change := c.shared[shared]
	change.carriers = append(change.carriers, carrier)
	var before, after Place
	use := shared.new
	if shared.old != nil {
		before, use = placeOf(shared.old, useWords(shared.old)), shared.old
	}
	if shared.new != nil {
		after = placeOf(shared.new, useWords(shared.new))
	}
	c.report(r.rule, c.usePath(r.path, use), before, after, r.message, ofComplex{func() []pair[*schema.ComplexType] { return slices.Clone(change.carriers) }, r.apply})
}

// usePath is the path of an attribute: where it is declared if that is in a type or group, else in the type that refers to it.
func (c *comparer) usePath(owner string, u *schema.AttributeUse) string {
	paths := c.pathsOf(u.Declaration)
	if !u.Declaration.Global {
		if _, inGroup := u.Declaration.Parent.(*schema.AttributeGroup); inGroup {
			return paths.Attribute(u.Declaration)
		}
	}
	if u.Declaration.Name.Space == "" {
		return owner + "/attribute/" + u.Declaration.Name.Local
	}
	return owner + "/attribute/" + paths.Global(u.Declaration.Name)
}

// exchangeUses gives the carrier on a side the use that it has on the other: another one, one more, or one less.
func exchangeUses(p pair[*schema.ComplexType], at Side, shared sharedUse) *schema.ComplexType {
	t := *p.on(at)
	own, others := shared.old, shared.new
	if at == NewSide {
		own, others = others, own
	}
	t.AttributeUses = slices.Clone(t.AttributeUses)
	i := slices.Index(t.AttributeUses, own)
	switch {
	case own == nil:
		t.AttributeUses = append(t.AttributeUses, others)
	case i >= 0 && others == nil:
		t.AttributeUses = slices.Delete(t.AttributeUses, i, i+1)
	case i >= 0:
		t.AttributeUses[i] = others
	}
	return &t
}

// changeUse gives the carrier on a side a copy of its use with an aspect of the other.
func changeUse(shared sharedUse, set func(to, from *schema.AttributeUse)) func(p pair[*schema.ComplexType], at Side) *schema.ComplexType {
	return func(p pair[*schema.ComplexType], at Side) *schema.ComplexType {
		own, others := shared.old, shared.new
		if at == NewSide {
			own, others = others, own
		}
		use := *own
		set(&use, others)
		t := *p.on(at)
		t.AttributeUses = slices.Clone(t.AttributeUses)
		if i := slices.Index(t.AttributeUses, own); i >= 0 {
			t.AttributeUses[i] = &use
		}
		return &t
	}
}

// compareUses notes what changed in a pair of uses of one name.
func (c *comparer) compareUses(old, newer *schema.ComplexType, u, w *schema.AttributeUse, path string) {
	shared := sharedUse{u, w}
	c.pairs.attributes.add(u.Declaration, w.Declaration)
	note := func(rule, message string, set func(to, from *schema.AttributeUse)) {
		c.reportUseAspect(old, newer, shared, useReport{rule, path, message, changeUse(shared, set)})
	}
	if u.Required != w.Required {
		rule, message := "attribute-became-required", "attribute "+u.Declaration.Name.Local+" is required; it could be left out"
		if u.Required {
			rule, message = "attribute-became-optional", "attribute "+u.Declaration.Name.Local+" may be left out; it was required"
		}
		note(rule, message, func(to, from *schema.AttributeUse) { to.Required = from.Required })
	}
	if rule := constraintRule(u.EffectiveConstraint(), w.EffectiveConstraint(), u.Declaration.Type, w.Declaration.Type); rule != "" {
		note(rule, "attribute "+u.Declaration.Name.Local+" has "+constraintWords(w.EffectiveConstraint())+"; it had "+constraintWords(u.EffectiveConstraint()), setConstraint)
	}
	if !c.pairs.sameType(u.Declaration.Type, w.Declaration.Type) {
		note("attribute-type-changed", "the type of attribute "+u.Declaration.Name.Local+" is "+typeWord(w.Declaration.Type)+"; it was "+typeWord(u.Declaration.Type), setUseType)
	}
	if !first(c, u, w) {
		return
	}
	if !w.Declaration.Global || !u.Declaration.Global {
		c.compareAnnotations(u, w, c.usePath(path, u))
	}
	if c.pairs.types.has(u.Declaration.Type, w.Declaration.Type) {
		c.compareTypes(u.Declaration.Type, w.Declaration.Type)
	}
}

func setConstraint(to, from *schema.AttributeUse) {
	declaration := *to.Declaration
	declaration.Constraint = nil
	to.Declaration, to.Constraint = &declaration, from.EffectiveConstraint()
}

func setUseType(to, from *schema.AttributeUse) {
	declaration := *to.Declaration
	declaration.Type = from.Declaration.Type
	to.Declaration = &declaration
}

// compareAttributeWildcards notes another wildcard, where it is not inherited on both sides.
func (c *comparer) compareAttributeWildcards(old, newer *schema.ComplexType, path string) {
	before, after := old.AnyAttribute, newer.AnyAttribute
	if inheritsWildcard(old) && inheritsWildcard(newer) && c.pairs.sameType(old.Base, newer.Base) {
		return
	}
	path += "/anyAttribute"
	note := func(rule, message string, set func(to, from *schema.ComplexType)) {
		c.report(rule, path, wildcardPlace(before), wildcardPlace(after), message, ofComplex{c.withHeirs(old, newer, inheritsWildcard), func(p pair[*schema.ComplexType], at Side) *schema.ComplexType {
			t := *p.on(at)
			set(&t, p.on(at.other()))
			return &t
		}})
	}
	whole := func(to, from *schema.ComplexType) { to.AnyAttribute = from.AnyAttribute }
	switch {
	case before == nil && after == nil:
		return
	case before == nil:
		note("any-attribute-added", "a wildcard for "+namespaceWords("attributes", after.Namespaces)+" was added", whole)
		return
	case after == nil:
		note("any-attribute-removed", "a wildcard for "+namespaceWords("attributes", before.Namespaces)+" was removed", whole)
		return
	}
	if rule := namespaceRule(before.Namespaces, after.Namespaces, "any-attribute"); rule != "" {
		note(rule, namespaceMessage("attributes", before.Namespaces, after.Namespaces), func(to, from *schema.ComplexType) {
			to.AnyAttribute = &schema.Wildcard{Namespaces: from.AnyAttribute.Namespaces, Process: to.AnyAttribute.Process}
		})
	}
	if rule := processRule(before.Process, after.Process, "any-attribute"); rule != "" {
		note(rule, processMessage("attributes", before.Process, after.Process), func(to, from *schema.ComplexType) {
			to.AnyAttribute = &schema.Wildcard{Namespaces: to.AnyAttribute.Namespaces, Process: from.AnyAttribute.Process}
		})
	}
}

func inheritsWildcard(t *schema.ComplexType) bool {
	base, ok := t.Base.(*schema.ComplexType)
	return ok && !base.BuiltIn && t.AnyAttribute == base.AnyAttribute
}

func wildcardPlace(w *schema.Wildcard) Place {
	if w == nil {
		return Place{}
	}
	return placeOf(w, wildcardWords(w))
}
