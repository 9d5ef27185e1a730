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
func (c *comparer) compareElements(old, new *schema.Element, path string) {
	if old.Global && new.Global {
		path = c.old.paths.Element(old)
	}
	if !first(c, old, new) {
		return
	}
	c.compareAnnotations(old, new, path)
	before, after := placeOf(old, elementWords(old)), placeOf(new, elementWords(new))
	for _, flag := range c.elementFlags(old, new) {
		c.report(flag.rule, path, before, after, flag.message, ofElement{one(old, new), func(p pair[*schema.Element], at Side) *schema.Element {
			e := *p.on(at)
			flag.apply(&e, p.on(at.other()))
			return &e
		}})
	}
	if old.Final != new.Final {
		c.report("final-changed", path, before, after, finalMessage(old.Final, new.Final), harmless{})
	}
	c.compareConstraints(old, new, path)
	c.compareIdentities(old, new, path)
	c.compareElementTypes(old, new, path)
}

func (c *comparer) compareElementTypes(old, new *schema.Element, path string) {
	if c.pairs.sameType(old.Type, new.Type) {
		if old.Type != new.Type {
			c.compareTypes(old.Type, new.Type)
		}
		return
	}
	rule := "element-type-changed"
	if old.Global {
		rule = "root-type-changed"
	}
	c.report(rule, path, placeOf(old, elementWords(old)), placeOf(new, elementWords(new)),
		"the type of element "+old.Name.Local+" is "+typeWord(new.Type)+"; it was "+typeWord(old.Type), ofElement{one(old, new), withType})
}

func (c *comparer) elementFlags(old, new *schema.Element) []elementFlag {
	var flags []elementFlag
	add := func(rule, message string, apply func(to, from *schema.Element)) {
		flags = append(flags, elementFlag{rule, message, apply})
	}
	if old.Nillable != new.Nillable {
		rule, message := "nillable-added", "the element may be marked as having no value (xsi:nil); it could not"
		if old.Nillable {
			rule, message = "nillable-removed", "the element may not be marked as having no value (xsi:nil); it could be"
		}
		add(rule, message, func(to, from *schema.Element) { to.Nillable = from.Nillable })
	}
	if old.Abstract != new.Abstract {
		rule, message := "element-abstract-set", "only elements that stand for this one may appear; it could appear itself"
		if old.Abstract {
			rule, message = "element-abstract-cleared", "the element may appear itself; only elements that stand for it could"
		}
		add(rule, message, func(to, from *schema.Element) { to.Abstract = from.Abstract })
	}
	if old.Block != new.Block {
		add(blockRule("block", old.Block, new.Block), blockMessage(old.Block, new.Block),
			func(to, from *schema.Element) { to.Block = from.Block })
	}
	if rule, message := c.headRule(old, new); rule != "" {
		add(rule, message, func(to, from *schema.Element) { to.Head = from.Head })
	}
	return flags
}

// headRule names the change of a substitution group affiliation; "" where there is none.
func (c *comparer) headRule(old, new *schema.Element) (rule, message string) {
	switch {
	case old.Head == nil && new.Head == nil:
		return "", ""
	case old.Head == nil:
		return "substitution-member-added", fmt.Sprintf("element %s may stand for %s; it could for no other", new.Name.Local, new.Head.Name.Local)
	case new.Head == nil:
		return "substitution-member-removed", fmt.Sprintf("element %s may stand for no other; it could for %s", old.Name.Local, old.Head.Name.Local)
	case !c.pairs.sameElement(old.Head, new.Head):
		return "substitution-head-changed", fmt.Sprintf("element %s may stand for %s; it could for %s", new.Name.Local, new.Head.Name.Local, old.Head.Name.Local)
	}
	return "", ""
}

// compareConstraints notes another default or fixed value.
func (c *comparer) compareConstraints(old, new *schema.Element, path string) {
	rule := constraintRule(old.Constraint, new.Constraint, func(x, y string) bool { return sameText(textType(old.Type), textType(new.Type), x, y) })
	if rule == "" {
		return
	}
	before, after := placeOf(old, elementWords(old)+", "+constraintWords(old.Constraint)), placeOf(new, elementWords(new)+", "+constraintWords(new.Constraint))
	c.report(rule, path, before, after, "the element has "+constraintWords(new.Constraint)+"; it had "+constraintWords(old.Constraint),
		ofElement{one(old, new), func(p pair[*schema.Element], at Side) *schema.Element {
			e := *p.on(at)
			e.Constraint = p.on(at.other()).Constraint
			return &e
		}})
}

// textType is the simple type of a type's text, or nil.
func textType(t schema.Type) *schema.SimpleType {
	switch t := t.(type) {
	case *schema.SimpleType:
		return t
	case *schema.ComplexType:
		if content, ok := t.Content.(*schema.SimpleContent); ok {
			return content.Type
		}
	}
	return nil
}

// sameText reports whether two texts are one value, of two types that belong together.
func sameText(a, b *schema.SimpleType, x, y string) bool {
	if x == y || a == nil || b == nil {
		return x == y
	}
	v, err := a.Runtime.Parse(a.Runtime.Normalize(x), nil)
	w, err2 := b.Runtime.Parse(b.Runtime.Normalize(y), nil)
	return err == nil && err2 == nil && v.Equal(w)
}

// constraintRule names the change of a value constraint; "" where there is none. From default to fixed is a fixed value added.
func constraintRule(old, new schema.ValueConstraint, same func(x, y string) bool) string {
	x, wasFixed := old.(*schema.Fixed)
	y, isFixed := new.(*schema.Fixed)
	switch {
	case wasFixed && isFixed:
		if same(x.Text, y.Text) {
			return ""
		}
		return "fixed-changed"
	case isFixed:
		return "fixed-added"
	case wasFixed:
		return "fixed-removed"
	case old == nil && new == nil:
		return ""
	case old == nil:
		return "default-added"
	case new == nil:
		return "default-removed"
	case same(old.(*schema.Default).Text, new.(*schema.Default).Text):
		return ""
	}
	return "default-changed"
}

const identityReason = "what an identity constraint does to documents has no general answer"

// compareIdentities notes identity constraints that came, went or changed, by name.
func (c *comparer) compareIdentities(old, new *schema.Element, path string) {
	for _, k := range old.IdentityConstraints {
		i := slices.IndexFunc(new.IdentityConstraints, func(l *schema.IdentityConstraint) bool { return k.Name == l.Name && k.Kind == l.Kind })
		if i < 0 {
			c.report("identity-constraint-removed", path+"/identity/"+k.Name.Local, placeOf(k, identityWords(k)), Place{}, identityWords(k)+" was removed", ofIdentity{pair[*schema.Element]{old, new}, pair[*schema.IdentityConstraint]{old: k}})
			continue
		}
		c.compareIdentity(pair[*schema.Element]{old, new}, k, new.IdentityConstraints[i], path+"/identity/"+k.Name.Local)
	}
	for _, k := range new.IdentityConstraints {
		if !slices.ContainsFunc(old.IdentityConstraints, func(l *schema.IdentityConstraint) bool { return k.Name == l.Name && k.Kind == l.Kind }) {
			c.report("identity-constraint-added", path+"/identity/"+k.Name.Local, Place{}, placeOf(k, identityWords(k)), identityWords(k)+" was added", ofIdentity{pair[*schema.Element]{old, new}, pair[*schema.IdentityConstraint]{new: k}})
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
