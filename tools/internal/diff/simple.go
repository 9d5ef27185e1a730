// Pairs of simple types: variety, built-in type, and facets as effective over the derivation chain.

package diff

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// facetChange is one change of what a simple type allows.
type facetChange struct {
	rule, below, message string                                                       // below is what comes after the type's path
	apply                func(to, from *effective)                                    // gives to the aspect that from has
	whole                func(p pair[*schema.SimpleType], at Side) *schema.SimpleType // instead: the carrier with what cannot be taken apart
}

// facetDiff is what changed in a pair of simple types, what is inherited on both sides included.
type facetDiff struct {
	changes []facetChange
	heirs   []pair[*schema.SimpleType] // derived pairs with the same changes
}

// compareSimple notes what changed in a pair of simple types.
func (c *comparer) compareSimple(old, newer *schema.SimpleType, path string) {
	if varietyOf(old) != varietyOf(newer) {
		c.reportWhole("variety-changed", old, newer, path, "the type is "+varietyOf(newer)+"; it was "+varietyOf(old))
		return
	}
	c.compareParts(old, newer, path)
	diff := &facetDiff{}
	a, b := effectiveOf(old), effectiveOf(newer)
	if diff.changes = c.compareAncestors(old, a, b); !slices.ContainsFunc(diff.changes, isIncomparable) {
		diff.changes = append(diff.changes, compareFacets(a, b)...)
	}
	c.simple[old] = diff
	inherited := c.inherited(old, newer)
	for _, change := range diff.changes {
		if inherited.has(change) {
			continue
		}
		c.reportFacet(old, newer, path, change, diff)
	}
	if a.ancestor == b.ancestor && c.old.knows(old.Base) && c.new.knows(newer.Base) && !c.pairs.sameType(old.Base, newer.Base) {
		c.report("base-type-changed", path, placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer)),
			nowAndBefore("the type is derived from "+typeWord(newer.Base), "it was derived from "+typeWord(old.Base)), harmless{})
	} else if len(diff.changes) == 0 && !sameSteps(old, newer) {
		rule, message := "facet-moved-in-chain", "facets are given at other steps of the derivation; the type allows the same"
		if slices.EqualFunc(kindsOf(old), kindsOf(newer), slices.Equal[[]xsd.FacetKind]) {
			rule, message = "facet-respelt", "facets are written otherwise; the type allows the same"
		}
		c.report(rule, path, placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer)), message, harmless{})
	}
	c.compareSimpleFlags(old, newer, path)
}

func isIncomparable(f facetChange) bool { return f.rule == "primitive-incomparable" }

func (c *comparer) compareSimpleFlags(old, newer *schema.SimpleType, path string) {
	before, after := placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer))
	if old.Final != newer.Final {
		c.report("type-final-changed", path, before, after, finalMessage(old.Final, newer.Final), harmless{})
	}
	for _, f := range old.Facets {
		for _, g := range newer.Facets {
			if f.Kind == g.Kind && f.Value == g.Value && f.Fixed != g.Fixed {
				c.report("facet-fixed-changed", path, before, after, "whether derived types may change "+f.Kind.String()+" changed", harmless{})
			}
		}
	}
}

// inherited is what changed in the bases of both types, if these belong together.
func (c *comparer) inherited(old, newer *schema.SimpleType) *facetDiff {
	base, ok := old.Base.(*schema.SimpleType)
	partner, also := newer.Base.(*schema.SimpleType)
	if !ok || !also || !c.pairs.types.has(base, partner) {
		return nil
	}
	c.compareTypes(base, partner)
	diff := c.simple[base]
	if diff != nil {
		diff.heirs = append(diff.heirs, pair[*schema.SimpleType]{old, newer})
	}
	return diff
}

func (d *facetDiff) has(change facetChange) bool {
	return d != nil && slices.ContainsFunc(d.changes, func(f facetChange) bool {
		return f.rule == change.rule && f.below == change.below && f.message == change.message
	})
}

// reportFacet reports a change once for a type and those derived from it that have it too.
func (c *comparer) reportFacet(old, newer *schema.SimpleType, path string, f facetChange, diff *facetDiff) {
	carriers := func() []pair[*schema.SimpleType] {
		all := []pair[*schema.SimpleType]{{old, newer}}
		for _, heir := range diff.heirs {
			if c.simple[heir.old].has(f) {
				all = append(all, heir)
			}
		}
		return all
	}
	change := c.report(f.rule, path+f.below, placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer)), f.message,
		facetsOf{diff, carriers, []facetChange{f}})
	change.Affects = c.old.reached(old)
}

// reportWhole reports a change that makes two types so different that their facets do not compare.
func (c *comparer) reportWhole(rule string, old, newer *schema.SimpleType, path, message string) {
	c.report(rule, path, placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer)), message, facetsOf{nil, one(old, newer), []facetChange{{whole: exchangeSimple}}})
}

// exchangeSimple is a type with all that it allows on the other side.
func exchangeSimple(p pair[*schema.SimpleType], at Side) *schema.SimpleType {
	t, other := *p.on(at), p.on(at.other())
	t.Runtime, t.Variety, t.Base = other.Runtime, other.Variety, other.Base
	return &t
}

func varietyOf(t *schema.SimpleType) string {
	switch t.Variety.(type) {
	case *schema.Atomic:
		return "a single value"
	case *schema.List:
		return "a list"
	case *schema.Union:
		return "a union"
	}
	return "any simple value"
}

// compareParts compares items and members.
func (c *comparer) compareParts(old, newer *schema.SimpleType, path string) {
	switch x := old.Variety.(type) {
	case *schema.List:
		item := newer.Variety.(*schema.List).Item
		switch {
		case !c.pairs.sameType(x.Item, item):
			c.reportWhole("list-item-type-changed", old, newer, path, "items are of "+typeWord(item)+"; they were of "+typeWord(x.Item))
		case x.Item != item:
			c.compareTypes(x.Item, item)
		}
	case *schema.Union:
		c.compareMembers(old, newer, x.Members, newer.Variety.(*schema.Union).Members, path)
	}
}

// compareMembers compares member types by pairs. A restriction of a union has its base's members, which are compared there.
func (c *comparer) compareMembers(old, newer *schema.SimpleType, members, others []*schema.SimpleType, path string) {
	var kept, order []*schema.SimpleType
	for _, m := range members {
		i := slices.IndexFunc(others, func(n *schema.SimpleType) bool { return c.pairs.sameType(m, n) })
		switch {
		case i >= 0:
			kept = append(kept, others[i])
			c.compareTypes(m, others[i])
		case isRoot(old):
			c.reportMember("union-member-removed", old, newer, m, path, "member type "+typeWord(m)+" was removed")
		}
	}
	for _, n := range others {
		switch {
		case slices.Contains(kept, n):
			order = append(order, n)
		case isRoot(newer):
			c.reportMember("union-member-added", old, newer, n, path, "member type "+typeWord(n)+" was added")
		}
	}
	if !slices.Equal(kept, order) && isRoot(old) {
		c.reportWhole("union-members-reordered", old, newer, path, "the member types are in another order; the same text may be another value")
	}
}

// reportMember reports a member type that is in one of two unions only.
func (c *comparer) reportMember(rule string, old, newer, member *schema.SimpleType, path, message string) {
	c.report(rule, path, placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer)), message, facetsOf{nil, one(old, newer), []facetChange{{whole: func(p pair[*schema.SimpleType], at Side) *schema.SimpleType {
		t := *p.on(at)
		members := slices.Clone(t.Variety.(*schema.Union).Members)
		if i := slices.Index(members, member); i >= 0 {
			members = slices.Delete(members, i, i+1)
		} else {
			members = append(members, member)
		}
		t.Variety = &schema.Union{Members: members}
		runtime := make([]*xsd.SimpleType, len(members))
		for i, m := range members {
			runtime[i] = m.Runtime
		}
		t.Runtime = simple.UnionOf(t.Name, runtime...)
		return &t
	}}}})
}

// compareAncestors notes another built-in type.
func (c *comparer) compareAncestors(old *schema.SimpleType, a, b *effective) []facetChange {
	if _, atomic := old.Variety.(*schema.Atomic); !atomic || a.ancestor == b.ancestor {
		return nil
	}
	rule := "primitive-incomparable"
	switch {
	case a.ancestor.DerivedFrom(b.ancestor):
		rule = "primitive-widened"
	case b.ancestor.DerivedFrom(a.ancestor):
		rule = "primitive-narrowed"
	}
	apply := func(to, from *effective) { to.ancestor = from.ancestor }
	if rule == "primitive-incomparable" {
		apply = func(to, from *effective) { *to = *from.clone() }
	}
	return []facetChange{{rule: rule, message: "values are of " + b.ancestor.String() + "; they were of " + a.ancestor.String(), apply: apply}}
}

// sameSteps reports whether two types have the same facets in each step of their derivation that has some, in whatever order.
func sameSteps(old, newer *schema.SimpleType) bool {
	return slices.EqualFunc(stepsOf(old), stepsOf(newer), slices.Equal[[]string])
}

// stepsOf are the facets of each step that has some.
func stepsOf(t *schema.SimpleType) [][]string {
	var all [][]string
	for ; !isRoot(t); t = t.Base.(*schema.SimpleType) {
		if facets := sortedFacets(t); len(facets) > 0 {
			all = append(all, facets)
		}
	}
	return all
}

// kindsOf are the kinds of facet at each step that has some.
func kindsOf(t *schema.SimpleType) [][]xsd.FacetKind {
	var all [][]xsd.FacetKind
	for ; !isRoot(t); t = t.Base.(*schema.SimpleType) {
		var kinds []xsd.FacetKind
		for _, f := range t.Facets {
			if f.Kind != xsd.FacetEnumeration {
				kinds = append(kinds, f.Kind)
			}
		}
		if len(kinds) > 0 {
			slices.Sort(kinds)
			all = append(all, kinds)
		}
	}
	return all
}

func sortedFacets(t *schema.SimpleType) []string {
	var texts []string
	for _, f := range t.Facets {
		if f.Kind != xsd.FacetEnumeration {
			texts = append(texts, f.Kind.String()+" "+f.Value)
		}
	}
	slices.Sort(texts)
	return texts
}
