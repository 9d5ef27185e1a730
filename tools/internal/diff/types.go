// Pairs of types: what both have, and what comes of names.

package diff

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// compareTypes notes what changed in a pair of types.
func (c *comparer) compareTypes(old, new schema.Type) {
	if isBuiltIn(old) || isBuiltIn(new) || !first(c, old, new) {
		return
	}
	path := c.old.paths.Type(old)
	c.compareAnnotations(old, new, path)
	switch a := old.(type) {
	case *schema.SimpleType:
		if b, ok := new.(*schema.SimpleType); ok {
			c.compareSimple(a, b, path)
			return
		}
	case *schema.ComplexType:
		if b, ok := new.(*schema.ComplexType); ok {
			c.compareComplex(a, b, path)
			return
		}
	}
	c.compareKinds(old, new, path)
}

// compareKinds notes that a simple type became complex or the other way round.
func (c *comparer) compareKinds(old, new schema.Type, path string) {
	rule, message := "content-kind-changed", "the type is complex and was simple"
	if complexType, ok := new.(*schema.ComplexType); ok {
		if _, isText := complexType.Content.(*schema.SimpleContent); isText {
			rule, message = "attributes-added-to-simple", "the simple type became text with attributes"
		}
	}
	if complexType, ok := old.(*schema.ComplexType); ok {
		message = "the type is simple and was complex"
		if _, isText := complexType.Content.(*schema.SimpleContent); isText {
			rule, message = "attributes-removed-to-simple", "the text with attributes became a simple type"
		}
	}
	c.report(rule, path, placeOf(old, typeWords(old)), placeOf(new, typeWords(new)), message, ofElement{c.elementsOf(old, new), withType})
}

// elementsOf are the pairs of declarations that have one of the two types each.
func (c *comparer) elementsOf(old, new schema.Type) func() []pair[*schema.Element] {
	return func() []pair[*schema.Element] {
		var all []pair[*schema.Element]
		for _, user := range c.old.users[old] {
			e, ok := user.(*schema.Element)
			if !ok {
				continue
			}
			if partner, ok := c.pairs.elements.toNew[e]; ok && partner.Type == new {
				all = append(all, pair[*schema.Element]{e, partner})
			}
		}
		return all
	}
}

// withType is an element of the type it has on the other side.
func withType(p pair[*schema.Element], at Side) *schema.Element {
	e := *p.on(at)
	e.Type = p.on(at.other()).Type
	return &e
}

// complexFlag is a change of a flag of a complex type.
type complexFlag struct {
	rule, message string
	apply         func(to, from *schema.ComplexType)
}

// compareComplex notes what changed in a pair of complex types.
func (c *comparer) compareComplex(old, new *schema.ComplexType, path string) {
	before, after := placeOf(old, typeWords(old)), placeOf(new, typeWords(new))
	for _, flag := range c.complexFlags(old, new) {
		change := c.report(flag.rule, path, before, after, flag.message, ofStanding{ofComplex{one(old, new), func(p pair[*schema.ComplexType], at Side) *schema.ComplexType {
			t := *p.on(at)
			flag.apply(&t, p.on(at.other()))
			return &t
		}}})
		change.Affects = c.old.reached(old)
	}
	if old.Final != new.Final {
		c.report("type-final-changed", path, before, after, "final is "+setWords(new.Final)+" and was "+setWords(old.Final), harmless{})
	}
	c.compareContent(old, new, path)
	c.compareAttributes(old, new, path)
}

func (c *comparer) complexFlags(old, new *schema.ComplexType) []complexFlag {
	var flags []complexFlag
	add := func(rule, message string, apply func(to, from *schema.ComplexType)) {
		flags = append(flags, complexFlag{rule, message, apply})
	}
	setAbstract := func(to, from *schema.ComplexType) { to.Abstract = from.Abstract }
	switch {
	case new.Abstract && !old.Abstract:
		add("type-abstract-set", "the type became abstract", setAbstract)
	case old.Abstract && !new.Abstract:
		add("type-abstract-cleared", "the type is no longer abstract", setAbstract)
	}
	if old.Block != new.Block {
		add(blockRule("type-block", old.Block, new.Block), "block is "+setWords(new.Block)+" and was "+setWords(old.Block),
			func(to, from *schema.ComplexType) { to.Block = from.Block })
	}
	if kindOf(old.Content) != kindOf(new.Content) {
		return flags // the change of kind says it
	}
	if !c.pairs.sameType(old.Base, new.Base) {
		add("base-type-changed", "the base is "+typeWord(new.Base)+" and was "+typeWord(old.Base),
			func(to, from *schema.ComplexType) { to.Base = from.Base })
	}
	if old.Derivation != new.Derivation {
		add("derivation-method-changed", "the type is "+derivationWords(new.Derivation)+" its base and was "+derivationWords(old.Derivation)+" it",
			func(to, from *schema.ComplexType) { to.Derivation = from.Derivation })
	}
	return flags
}

// blockRule says whether more is blocked; what is neither more nor less counts as more.
func blockRule(prefix string, old, new schema.DerivationSet) string {
	if new&^old == 0 {
		return prefix + "-narrowed"
	}
	return prefix + "-widened"
}

// knows reports whether the schema knows the type by name: not an anonymous one, nor one that was redefined.
func (s *side) knows(t schema.Type) bool { return !isAnonymous(t) && s.set.Type(t.TypeName()) == t }

// reportTypes reports types that have another name, and those without a partner.
func (c *comparer) reportTypes() {
	for _, t := range c.old.types {
		partner, ok := c.pairs.types.toNew[t]
		switch {
		case ok:
			c.compareNames(t, partner)
		case c.old.knows(t):
			c.typeGone(t)
		}
	}
	for _, t := range c.new.types {
		if _, ok := c.pairs.types.toOld[t]; !ok && c.new.knows(t) {
			c.typeCame(t)
		}
	}
}

func (c *comparer) compareNames(old, new schema.Type) {
	before, after := placeOf(old, typeWords(old)), placeOf(new, typeWords(new))
	path := c.old.paths.Type(old)
	switch {
	case isAnonymous(old) && !isAnonymous(new):
		c.report("anonymous-to-named", path, before, after, "the anonymous type is called "+typeWord(new), harmless{})
	case !isAnonymous(old) && isAnonymous(new):
		c.report("named-to-anonymous", path, before, after, "type "+typeWord(old)+" is written out where it is used", harmless{})
	case old.TypeName() != new.TypeName():
		c.report("type-renamed", path, before, after, "type "+typeWord(old)+" is called "+typeWord(new), harmless{})
	}
}

// typeGone reports a named type that is no longer there.
func (c *comparer) typeGone(t schema.Type) {
	path, place := c.old.paths.Type(t), placeOf(t, typeWords(t))
	switch {
	case c.old.substitutes(t):
		c.report("derived-type-removed", path, place, Place{}, "type "+typeWord(t)+" was removed; it could stand for "+typeWord(t.BaseType()), ofSet{component: t, on: OldSide})
	case c.mergedInto(t) != nil:
		into := c.mergedInto(t)
		c.report("type-merged", path, place, placeOf(into, typeWords(into)), "what was of type "+typeWord(t)+" is of "+typeWord(into), harmless{})
	case len(c.old.users[t]) == 0 && len(c.old.derived[t]) == 0:
		c.report("type-removed-unreachable", path, place, Place{}, "type "+typeWord(t)+" was removed; no document could use it", harmless{})
	default:
		c.report("type-removed", path, place, Place{}, "type "+typeWord(t)+" was removed", harmless{})
	}
}

// typeCame reports a named type that is new.
func (c *comparer) typeCame(t schema.Type) {
	path, place := c.new.paths.Type(t), placeOf(t, typeWords(t))
	switch {
	case c.new.substitutes(t):
		c.report("derived-type-added", path, Place{}, place, "type "+typeWord(t)+" was added; it may stand for "+typeWord(t.BaseType()), ofSet{component: t, on: NewSide})
	case c.splitFrom(t) != nil:
		from := c.splitFrom(t)
		c.report("type-split", path, placeOf(from, typeWords(from)), place, "what was of type "+typeWord(from)+" is of "+typeWord(t), harmless{})
	default:
		c.report("type-added", path, Place{}, place, "type "+typeWord(t)+" was added", harmless{})
	}
}

// substitutes reports whether a complex type may stand, by xsi:type, for another one that some element has.
func (s *side) substitutes(t schema.Type) bool {
	if _, ok := t.(*schema.ComplexType); !ok {
		return false
	}
	for base := t.BaseType(); base != nil; base = base.BaseType() {
		for _, user := range s.users[base] {
			e, ok := user.(*schema.Element)
			if ok && schema.DerivedFrom(t, base, e.Block) {
				return true
			}
		}
	}
	return false
}

// mergedInto is the new type that has a partner of its own, looks like t and is what a user of t has now.
func (c *comparer) mergedInto(t schema.Type) schema.Type {
	for _, user := range c.old.users[t] {
		if e, ok := user.(*schema.Element); ok {
			if partner, ok := c.pairs.elements.toNew[e]; ok && !isBuiltIn(partner.Type) && lookOf(partner.Type) == lookOf(t) {
				return partner.Type
			}
		}
	}
	return nil
}

// splitFrom is the old type that has a partner of its own, looks like t and is what a user of t had.
func (c *comparer) splitFrom(t schema.Type) schema.Type {
	for _, user := range c.new.users[t] {
		if e, ok := user.(*schema.Element); ok {
			if partner, ok := c.pairs.elements.toOld[e]; ok && !isBuiltIn(partner.Type) && lookOf(partner.Type) == lookOf(t) {
				return partner.Type
			}
		}
	}
	return nil
}
