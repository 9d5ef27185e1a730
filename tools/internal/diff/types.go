// Pairs of types: what both have, and what comes of names.

package diff

import (
	"iter"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// compareTypes notes what changed in a pair of types.
func (c *comparer) compareTypes(old, newer schema.Type) {
	if isBuiltIn(old) || isBuiltIn(newer) || !first(c, old, newer) {
		return
	}
	path := c.old.paths.Type(old)
	c.compareAnnotations(old, newer, path)
	switch a := old.(type) {
	case *schema.SimpleType:
		if b, ok := newer.(*schema.SimpleType); ok {
			c.compareSimple(a, b, path)
			return
		}
	case *schema.ComplexType:
		if b, ok := newer.(*schema.ComplexType); ok {
			c.compareComplex(a, b, path)
			return
		}
	}
	c.compareKinds(old, newer, path)
}

// compareKinds notes that a simple type became complex or the other way round.
func (c *comparer) compareKinds(old, newer schema.Type, path string) {
	rule, message := "content-kind-changed", "the type has elements or attributes; it was a single text"
	if complexType, ok := newer.(*schema.ComplexType); ok {
		if _, isText := complexType.Content.(*schema.SimpleContent); isText {
			rule, message = "attributes-added-to-simple", "the type is text with attributes; it was text alone"
		}
	}
	if complexType, ok := old.(*schema.ComplexType); ok {
		message = "the type is a single text; it had elements or attributes"
		if _, isText := complexType.Content.(*schema.SimpleContent); isText {
			rule, message = "attributes-removed-to-simple", "the type is text alone; it was text with attributes"
		}
	}
	c.report(rule, path, placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer)), message, ofElement{c.elementsOf(old, newer), withType})
}

// elementsOf are the pairs of declarations that have one of the two types each.
func (c *comparer) elementsOf(old, newer schema.Type) func() []pair[*schema.Element] {
	return func() []pair[*schema.Element] {
		var all []pair[*schema.Element]
		for _, user := range c.old.users[old] {
			e, ok := user.(*schema.Element)
			if !ok {
				continue
			}
			if partner, ok := c.pairs.elements.toNew[e]; ok && partner.Type == newer {
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
func (c *comparer) compareComplex(old, newer *schema.ComplexType, path string) {
	before, after := placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer))
	for _, flag := range c.complexFlags(old, newer) {
		change := c.report(flag.rule, path, before, after, flag.message, ofStanding{ofComplex{one(old, newer), func(p pair[*schema.ComplexType], at Side) *schema.ComplexType {
			t := *p.on(at)
			flag.apply(&t, p.on(at.other()))
			return &t
		}}})
		change.Affects = c.old.reached(old)
	}
	if old.Final != newer.Final {
		c.report("type-final-changed", path, before, after, finalMessage(old.Final, newer.Final), harmless{})
	}
	c.compareContent(old, newer, path)
	c.compareAttributes(old, newer, path)
}

func (c *comparer) complexFlags(old, newer *schema.ComplexType) []complexFlag {
	var flags []complexFlag
	add := func(rule, message string, apply func(to, from *schema.ComplexType)) {
		flags = append(flags, complexFlag{rule, message, apply})
	}
	setAbstract := func(to, from *schema.ComplexType) { to.Abstract = from.Abstract }
	switch {
	case newer.Abstract && !old.Abstract:
		add("type-abstract-set", "only types derived from this one may be used; it could be used itself", setAbstract)
	case old.Abstract && !newer.Abstract:
		add("type-abstract-cleared", "the type may be used itself; only types derived from it could be", setAbstract)
	}
	if old.Block != newer.Block {
		add(blockRule("type-block", old.Block, newer.Block), blockMessage(old.Block, newer.Block),
			func(to, from *schema.ComplexType) { to.Block = from.Block })
	}
	if kindOf(old.Content) != kindOf(newer.Content) {
		return flags // the change of kind says it
	}
	if !c.pairs.sameType(old.Base, newer.Base) {
		add("base-type-changed", nowAndBefore("the type is derived from "+typeWord(newer.Base), "it was derived from "+typeWord(old.Base)),
			func(to, from *schema.ComplexType) { to.Base = from.Base })
	}
	if old.Derivation != newer.Derivation {
		add("derivation-method-changed", derivationMessage(newer.Derivation),
			func(to, from *schema.ComplexType) { to.Derivation = from.Derivation })
	}
	return flags
}

// blockRule says whether more is blocked; what is neither more nor less counts as more.
func blockRule(prefix string, old, newer schema.DerivationSet) string {
	if newer&^old == 0 {
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

func (c *comparer) compareNames(old, newer schema.Type) {
	before, after := placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer))
	path := c.old.paths.Type(old)
	switch {
	case isAnonymous(old) && !isAnonymous(newer):
		c.report("anonymous-to-named", path, before, after, "the type is now called "+typeWord(newer)+"; it had no name", harmless{})
	case !isAnonymous(old) && isAnonymous(newer):
		c.report("named-to-anonymous", path, before, after, "type "+typeWord(old)+" has no name any more; it is written out where it is used", harmless{})
	case old.TypeName() != newer.TypeName():
		c.report("type-renamed", path, before, after, "type "+typeWord(old)+" is now called "+typeWord(newer), harmless{})
	}
}

// typeGone reports a named type that is no longer there.
func (c *comparer) typeGone(t schema.Type) {
	path, place := c.old.paths.Type(t), placeOf(t, typeWords(t))
	switch {
	case c.old.standsFor(t) != nil:
		c.report("derived-type-removed", path, place, Place{}, "type "+typeWord(t)+" was removed; it could stand for "+typeWord(c.old.standsFor(t)), ofSet{component: t, on: OldSide})
	case c.mergedInto(t) != nil:
		into := c.mergedInto(t)
		c.report("type-merged", path, place, placeOf(into, typeWords(into)), "what was of type "+typeWord(t)+" is now of type "+typeWord(into), harmless{})
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
	case c.new.standsFor(t) != nil:
		c.report("derived-type-added", path, Place{}, place, "type "+typeWord(t)+" was added; it may stand for "+typeWord(c.new.standsFor(t)), ofSet{component: t, on: NewSide})
	case c.splitFrom(t) != nil:
		from := c.splitFrom(t)
		c.report("type-split", path, placeOf(from, typeWords(from)), place, "what was of type "+typeWord(from)+" is now of type "+typeWord(t), harmless{})
	default:
		c.report("type-added", path, Place{}, place, "type "+typeWord(t)+" was added", harmless{})
	}
}

// standsFor is the nearest type that some element has and a complex type may stand for, by xsi:type; nil where there is none.
func (s *side) standsFor(t schema.Type) schema.Type {
	for e := range s.stoodFor(t) {
		return e.Type
	}
	return nil
}

// stoodFor are the elements for whose types a complex type may stand, by xsi:type, those of its nearest base first.
func (s *side) stoodFor(t schema.Type) iter.Seq[*schema.Element] {
	return func(yield func(*schema.Element) bool) {
		if _, ok := t.(*schema.ComplexType); !ok {
			return
		}
		for base := t.BaseType(); base != nil; base = base.BaseType() {
			for _, user := range s.users[base] {
				e, ok := user.(*schema.Element)
				if ok && schema.DerivedFrom(t, base, e.Block) && !yield(e) {
					return
				}
			}
		}
	}
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
