// Global components that belong together: by name, and root elements that have another name.

package diff

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// pairGlobals pairs all global components by name.
func (c *comparer) pairGlobals() {
	for _, e := range c.old.set.Elements {
		if partner := c.new.set.Element(e.Name); partner != nil {
			c.pairs.elements.add(e, partner)
		}
	}
	for _, a := range c.old.set.Attributes {
		if partner := c.new.set.Attribute(a.Name); partner != nil {
			c.pairs.attributes.add(a, partner)
		}
	}
	for _, g := range c.old.set.Groups {
		if partner := c.new.set.Group(g.Name); partner != nil {
			c.pairs.groups.add(g, partner)
		}
	}
	for _, t := range c.old.set.Types {
		if partner := c.new.set.Type(t.TypeName()); partner != nil {
			c.pairs.types.add(t, partner)
		}
	}
}

// compareGlobals takes up all global components.
func (c *comparer) compareGlobals() {
	c.renameRoots()
	isRoot := map[*schema.Element]bool{}
	for _, s := range []*side{c.old, c.new} {
		for _, e := range s.set.Elements {
			isRoot[e] = true
		}
	}
	for _, e := range c.old.set.Elements {
		if partner, ok := c.pairs.elements.toNew[e]; ok && isRoot[partner] {
			c.compareElements(e, partner, c.old.paths.Element(e))
			continue
		}
		c.rootGone(OldSide, e) // be it that a local element took its place where it was used
	}
	for _, e := range c.new.set.Elements {
		if partner, ok := c.pairs.elements.toOld[e]; !ok || !isRoot[partner] {
			c.rootGone(NewSide, e)
		}
	}
	for _, t := range c.old.types {
		if partner, ok := c.pairs.types.toNew[t]; ok {
			c.compareTypes(t, partner)
		}
	}
	c.compareGlobalAttributes()
	c.compareNamedGroups()
	c.compareNotations()
}

// renameRoots pairs a root element that went with one that came and has the same type, where there is one of each.
func (c *comparer) renameRoots() {
	for _, e := range c.old.set.Elements {
		if _, ok := c.pairs.elements.toNew[e]; ok {
			continue
		}
		if partner := c.onlyCandidate(e); partner != nil {
			c.pairs.elements.add(e, partner)
			c.report("root-element-renamed", c.old.paths.Element(e), placeOf(e, elementWords(e)), placeOf(partner, elementWords(partner)),
				"element "+e.Name.Local+" is called "+partner.Name.Local+renamedHow(e, partner), ofRenamed{pair[*schema.Element]{e, partner}})
		}
	}
}

func (c *comparer) onlyCandidate(e *schema.Element) *schema.Element {
	var found *schema.Element
	for _, f := range c.new.set.Elements {
		_, taken := c.pairs.elements.toOld[f]
		if taken || !c.pairs.sameType(e.Type, f.Type) || e.Type.TypeName().Space == schema.XSDNamespace {
			continue
		}
		if found != nil {
			return nil
		}
		found = f
	}
	return found
}

// rootGone reports a global element that the other schema does not have.
func (c *comparer) rootGone(s Side, e *schema.Element) {
	place, path := placeOf(e, elementWords(e)), c.on(s).paths.Element(e)
	if e.Head != nil {
		c.memberGone(s, e, path, place)
	}
	if s == OldSide {
		c.report("root-element-removed", path, place, Place{}, "element "+e.Name.Local+" was removed", ofSet{component: e, on: s})
		return
	}
	c.report("root-element-added", path, Place{}, place, "element "+e.Name.Local+" was added", ofSet{component: e, on: s})
}

func (c *comparer) compareGlobalAttributes() {
	for _, a := range c.old.set.Attributes {
		if partner, ok := c.pairs.attributes.toNew[a]; ok {
			c.compareAnnotations(a, partner, c.old.paths.Attribute(a))
			continue
		}
		c.report("global-attribute-removed", c.old.paths.Attribute(a), placeOf(a, attributeWords(a)), Place{}, "attribute "+a.Name.Local+" was removed", ofSet{component: a, on: OldSide})
	}
	for _, a := range c.new.set.Attributes {
		if _, ok := c.pairs.attributes.toOld[a]; !ok {
			c.report("global-attribute-added", c.new.paths.Attribute(a), Place{}, placeOf(a, attributeWords(a)), "attribute "+a.Name.Local+" was added", ofSet{component: a, on: NewSide})
		}
	}
}

// compareNamedGroups compares what authors say of named groups; their contents are compared where they are used.
func (c *comparer) compareNamedGroups() {
	for _, g := range c.old.set.Groups {
		if partner, ok := c.pairs.groups.toNew[g]; ok {
			c.compareAnnotations(g, partner, "group/"+c.old.paths.Global(g.Name))
		}
	}
	for _, g := range c.old.set.AttributeGroups {
		if partner := c.new.set.AttributeGroup(g.Name); partner != nil {
			c.compareAnnotations(g, partner, "attributeGroup/"+c.old.paths.Global(g.Name))
		}
	}
}

func (c *comparer) compareNotations() {
	for _, n := range c.old.set.Notations {
		path, place := "notation/"+c.old.paths.Global(n.Name), placeOf(n, "notation "+n.Name.Local)
		partner := c.new.set.Notation(n.Name)
		switch {
		case partner == nil:
			c.report("notation-removed", path, place, Place{}, "notation "+n.Name.Local+" was removed", harmless{})
		case n.Public != partner.Public || n.System != partner.System:
			c.report("notation-changed", path, place, placeOf(partner, "notation "+n.Name.Local), "notation "+n.Name.Local+" has other identifiers", harmless{})
		}
	}
	for _, n := range c.new.set.Notations {
		if c.old.set.Notation(n.Name) == nil {
			c.report("notation-added", "notation/"+c.new.paths.Global(n.Name), Place{}, placeOf(n, "notation "+n.Name.Local), "notation "+n.Name.Local+" was added", harmless{})
		}
	}
}

// memberGone reports that an element which the other schema does not have stands for another one.
func (c *comparer) memberGone(s Side, e *schema.Element, path string, place Place) {
	p := ofSet{component: e, on: s, below: true}
	if s == OldSide {
		c.report("substitution-member-removed", path, place, Place{}, "element "+e.Name.Local+" may no longer stand for "+e.Head.Name.Local, p)
		return
	}
	c.report("substitution-member-added", path, Place{}, place, "element "+e.Name.Local+" may stand for "+e.Head.Name.Local, p)
}
