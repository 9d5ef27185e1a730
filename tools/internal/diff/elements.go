// Pairs of element declarations.

package diff

import (
	"fmt"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// elementFlag is a change of one property of an element declaration.
type elementFlag struct {
	rule, message string
	apply         func(to, from *schema.Element)
}

// compareElements notes what changed in a pair of declarations.
func (c *comparer) compareElements(old, newer *schema.Element, path string) {
	if old.Global && newer.Global {
		path = c.old.paths.Element(old)
	}
	if !first(c, old, newer) {
		return
	}
	c.compareAnnotations(old, newer, path)
	before, after := placeOf(old, elementWords(old)), placeOf(newer, elementWords(newer))
	for _, flag := range c.elementFlags(old, newer) {
		c.report(flag.rule, path, before, after, flag.message, ofElement{one(old, newer), func(p pair[*schema.Element], at Side) *schema.Element {
			e := *p.on(at)
			flag.apply(&e, p.on(at.other()))
			return &e
		}})
	}
	if old.Final != newer.Final {
		c.report("final-changed", path, before, after, finalMessage(old.Final, newer.Final), harmless{})
	}
	c.compareConstraints(old, newer, path)
	c.compareIdentities(old, newer, path)
	c.compareElementTypes(old, newer, path)
}

func (c *comparer) compareElementTypes(old, newer *schema.Element, path string) {
	if c.pairs.sameType(old.Type, newer.Type) {
		if old.Type != newer.Type {
			c.compareTypes(old.Type, newer.Type)
		}
		return
	}
	rule := "element-type-changed"
	if old.Global {
		rule = "root-type-changed"
	}
	c.report(rule, path, placeOf(old, elementWords(old)), placeOf(newer, elementWords(newer)),
		"the type of element "+old.Name.Local+" is "+typeWord(newer.Type)+"; it was "+typeWord(old.Type), ofElement{one(old, newer), withType})
}

func (c *comparer) elementFlags(old, newer *schema.Element) []elementFlag {
	var flags []elementFlag
	add := func(rule, message string, apply func(to, from *schema.Element)) {
		flags = append(flags, elementFlag{rule, message, apply})
	}
	if old.Nillable != newer.Nillable {
		rule, message := "nillable-added", "the element may be marked as having no value (xsi:nil); it could not"
		if old.Nillable {
			rule, message = "nillable-removed", "the element may not be marked as having no value (xsi:nil); it could be"
		}
		add(rule, message, func(to, from *schema.Element) { to.Nillable = from.Nillable })
	}
	if old.Abstract != newer.Abstract {
		rule, message := "element-abstract-set", "only elements that stand for this one may appear; it could appear itself"
		if old.Abstract {
			rule, message = "element-abstract-cleared", "the element may appear itself; only elements that stand for it could"
		}
		add(rule, message, func(to, from *schema.Element) { to.Abstract = from.Abstract })
	}
	if old.Block != newer.Block {
		add(blockRule("block", old.Block, newer.Block), blockMessage(old.Block, newer.Block),
			func(to, from *schema.Element) { to.Block = from.Block })
	}
	if rule, message := c.headRule(old, newer); rule != "" {
		add(rule, message, func(to, from *schema.Element) { to.Head = from.Head })
	}
	return flags
}

// headRule names the change of a substitution group affiliation; "" where there is none.
func (c *comparer) headRule(old, newer *schema.Element) (rule, message string) {
	switch {
	case old.Head == nil && newer.Head == nil:
		return "", ""
	case old.Head == nil:
		return "substitution-member-added", fmt.Sprintf("element %s may stand for %s; it could for no other", newer.Name.Local, newer.Head.Name.Local)
	case newer.Head == nil:
		return "substitution-member-removed", fmt.Sprintf("element %s may stand for no other; it could for %s", old.Name.Local, old.Head.Name.Local)
	case !c.pairs.sameElement(old.Head, newer.Head):
		return "substitution-head-changed", fmt.Sprintf("element %s may stand for %s; it could for %s", newer.Name.Local, newer.Head.Name.Local, old.Head.Name.Local)
	}
	return "", ""
}

// compareConstraints notes another default or fixed value.
func (c *comparer) compareConstraints(old, newer *schema.Element, path string) {
	rule := constraintRule(old.Constraint, newer.Constraint, schema.TextType(old.Type), schema.TextType(newer.Type))
	if rule == "" {
		return
	}
	before, after := placeOf(old, elementWords(old)+", "+constraintWords(old.Constraint)), placeOf(newer, elementWords(newer)+", "+constraintWords(newer.Constraint))
	c.report(rule, path, before, after, "the element has "+constraintWords(newer.Constraint)+"; it had "+constraintWords(old.Constraint),
		ofElement{one(old, newer), func(p pair[*schema.Element], at Side) *schema.Element {
			e := *p.on(at)
			e.Constraint = p.on(at.other()).Constraint
			return &e
		}})
}

// sameGiven reports whether two default or fixed values are one value, of two types that belong together. A name is the same by its namespace, whatever its prefix.
func sameGiven(a, b *schema.SimpleType, before, after schema.ValueConstraint) bool {
	x, nsBefore := before.Value()
	y, nsAfter := after.Value()
	if a == nil || b == nil {
		return x == y
	}
	v, err := a.Runtime.Parse(a.Runtime.Normalize(x), nsBefore)
	w, err2 := b.Runtime.Parse(b.Runtime.Normalize(y), nsAfter)
	if err != nil || err2 != nil {
		return x == y
	}
	return v.Equal(w)
}

// constraintRule names the change of a value constraint; "" where there is none. From default to fixed is a fixed value added.
func constraintRule(old, newer schema.ValueConstraint, a, b *schema.SimpleType) string {
	_, wasFixed := old.(*schema.Fixed)
	_, isFixed := newer.(*schema.Fixed)
	switch {
	case wasFixed && isFixed:
		if sameGiven(a, b, old, newer) {
			return ""
		}
		return "fixed-changed"
	case isFixed:
		return "fixed-added"
	case wasFixed:
		return "fixed-removed"
	case old == nil && newer == nil:
		return ""
	case old == nil:
		return "default-added"
	case newer == nil:
		return "default-removed"
	case sameGiven(a, b, old, newer):
		return ""
	}
	return "default-changed"
}

const identityReason = "what an identity constraint does to documents has no general answer"

// compareIdentities notes identity constraints that came, went or changed, by name.
func (c *comparer) compareIdentities(old, newer *schema.Element, path string) {
	for _, k := range old.IdentityConstraints {
		i := slices.IndexFunc(newer.IdentityConstraints, func(l *schema.IdentityConstraint) bool { return k.Name == l.Name && k.Kind == l.Kind })
		if i < 0 {
			c.report("identity-constraint-removed", path+"/identity/"+k.Name.Local, placeOf(k, identityWords(k)), Place{}, identityWords(k)+" was removed", ofIdentity{pair[*schema.Element]{old, newer}, pair[*schema.IdentityConstraint]{old: k}})
			continue
		}
		c.compareIdentity(pair[*schema.Element]{old, newer}, k, newer.IdentityConstraints[i], path+"/identity/"+k.Name.Local)
	}
	for _, k := range newer.IdentityConstraints {
		if !slices.ContainsFunc(old.IdentityConstraints, func(l *schema.IdentityConstraint) bool { return k.Name == l.Name && k.Kind == l.Kind }) {
			c.report("identity-constraint-added", path+"/identity/"+k.Name.Local, Place{}, placeOf(k, identityWords(k)), identityWords(k)+" was added", ofIdentity{pair[*schema.Element]{old, newer}, pair[*schema.IdentityConstraint]{new: k}})
		}
	}
}

func identityWords(k *schema.IdentityConstraint) string {
	return [...]string{schema.Unique: "unique", schema.Key: "key", schema.KeyRef: "keyref"}[k.Kind] + " " + k.Name.Local
}

func (c *comparer) compareIdentity(elements pair[*schema.Element], k, l *schema.IdentityConstraint, path string) {
	changed := ofIdentity{elements, pair[*schema.IdentityConstraint]{k, l}}
	before, after := placeOf(k, identityWords(k)), placeOf(l, identityWords(l))
	if !samePaths(k.Selector, l.Selector) {
		c.report("identity-selector-changed", path, before, after, identityWords(l)+" looks at the elements "+l.Selector.Expression+"; it looked at "+k.Selector.Expression, changed)
	}
	if !slices.EqualFunc(k.Fields, l.Fields, samePaths) {
		c.report("identity-field-changed", path, before, after, identityWords(l)+" compares other fields than before", changed)
	}
	if k.Refer != nil && l.Refer != nil && k.Refer.Name != l.Refer.Name {
		c.report("identity-refer-changed", path, before, after, "the keyref refers to "+l.Refer.Name.Local+"; it referred to "+k.Refer.Name.Local, changed)
	}
}

// samePaths compares two XPath expressions by what they say.
func samePaths(a, b *schema.XPath) bool {
	return slices.EqualFunc(a.Paths, b.Paths, func(p, q schema.Path) bool {
		return p.Descendants == q.Descendants && slices.Equal(p.Steps, q.Steps)
	})
}
