// Attribute declarations, uses and groups (Part 1, sections 3.2, 3.5 and 3.6).

package schema

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// defineAttribute fills an attribute declaration.
func (b *builder) defineAttribute(a *Attribute, el *load.Element) {
	b.attributes = append(b.attributes, a)
	b.elementOf[a] = el
	a.Constraint = valueConstraint(el)
	a.Type = AnySimpleType()
	if qname, ok := el.Token("type"); ok {
		if t := b.resolveSimple(el, qname, "src-resolve"); t != nil {
			a.Type = t
		} else {
			b.markBroken(a)
		}
	} else if inline := b.child(el, "simpleType"); inline != nil {
		a.Type = b.anonymousSimple(inline, a)
	}
}

// attributeUse makes the use of an attribute in owner, a complex type or attribute group; nil for a prohibited one and for a
// reference to nothing.
func (b *builder) attributeUse(el *load.Element, owner Component) *AttributeUse {
	use := &AttributeUse{Origin: origin(el), Constraint: valueConstraint(el)}
	value, _ := el.Token("use")
	use.Required = value == "required"
	if qname, ok := el.Token("ref"); ok {
		declaration, ok := b.resolve(attributeSpace, el, qname).(*Attribute)
		if !ok {
			b.markBroken(owner)
			return nil
		}
		use.Declaration = declaration
	} else if _, ok := el.Token("name"); ok {
		use.Declaration = &Attribute{Origin: origin(el), Name: localName(el, "attributeFormDefault"), Parent: owner}
		b.defineAttribute(use.Declaration, el)
	} else {
		return nil
	}
	if value == "prohibited" {
		return nil
	}
	b.elementOf[use] = el
	b.uses = append(b.uses, use)
	return use
}

// prohibitedName returns the name of an attribute that el forbids.
func (b *builder) prohibitedName(el *load.Element) (Name, bool) {
	if value, _ := el.Token("use"); value != "prohibited" {
		return Name{}, false
	}
	if qname, ok := el.Token("ref"); ok {
		return b.expand(el, qname)
	}
	_, ok := el.Token("name")
	return localName(el, "attributeFormDefault"), ok
}

// attributesOf is what attributes, attribute groups and anyAttribute in one element add up to.
type attributesOf struct {
	uses       []*AttributeUse
	prohibited []Name
	wildcard   *Wildcard
	seen       map[*AttributeUse]bool
}

// add adds uses to the set; one that comes by two ways is in it once.
func (a *attributesOf) add(uses ...*AttributeUse) {
	if a.seen == nil {
		a.seen = map[*AttributeUse]bool{}
	}
	for _, use := range uses {
		if !a.seen[use] {
			a.seen[use] = true
			a.uses = append(a.uses, use)
		}
	}
}

// attributesIn reads the attributes written in el. The wildcard is the complete one: the intersection of the element's own
// and those of the groups, with the processContents of the first (section 3.4.2).
func (b *builder) attributesIn(el *load.Element, owner Component) attributesOf {
	var all attributesOf
	var own *Wildcard
	var ofGroups []*Wildcard
	for _, c := range b.children(el) {
		switch c.Name.Local {
		case "attribute":
			if name, ok := b.prohibitedName(c); ok {
				all.prohibited = append(all.prohibited, name)
			}
			if use := b.attributeUse(c, owner); use != nil {
				all.add(use)
			}
		case "attributeGroup":
			if group := b.attributeGroupReference(c, owner); group != nil {
				all.add(group.Uses...)
				if group.AnyAttribute != nil {
					ofGroups = append(ofGroups, group.AnyAttribute)
				}
			}
		case "anyAttribute":
			own = b.wildcard(c)
		}
	}
	all.wildcard = b.completeWildcard(el, own, ofGroups)
	return all
}

// completeWildcard intersects the wildcards of one element (Part 1, section 3.4.2).
func (b *builder) completeWildcard(el *load.Element, own *Wildcard, ofGroups []*Wildcard) *Wildcard {
	if own != nil {
		ofGroups = slices.Insert(ofGroups, 0, own)
	}
	if len(ofGroups) < 2 {
		return slices.Concat(ofGroups, []*Wildcard{nil})[0]
	}
	result := *ofGroups[0]
	for _, w := range ofGroups[1:] {
		common, ok := result.Namespaces.Intersection(w.Namespaces)
		if !ok {
			b.problem(el, "src-ct.4", "no single wildcard is the intersection of %s and %s; write the namespaces out", result.Namespaces, w.Namespaces)
			break
		}
		result.Namespaces = common
	}
	return &result
}

// attributeGroupReference returns the completed attribute group that el refers to, or nil.
func (b *builder) attributeGroupReference(el *load.Element, owner Component) *AttributeGroup {
	qname, ok := el.Token("ref")
	if !ok {
		return nil
	}
	group, ok := b.resolve(attributeGroupSpace, el, qname).(*AttributeGroup)
	if !ok {
		b.markBroken(owner)
		return nil
	}
	if !b.completeAttributeGroup(group, b.elementOf[group]) {
		b.problem(el, "src-attribute_group.3", "the attribute group %s contains itself; break the circle", qname)
		b.markBroken(owner)
		return nil
	}
	if b.broken[group] {
		b.markBroken(owner)
	}
	return group
}

// completeAttributeGroup fills a group if that has not been done. False means that it contains itself.
func (b *builder) completeAttributeGroup(group *AttributeGroup, el *load.Element) bool {
	w, ok := b.attrGroup[group]
	if !ok {
		w = &work{}
		b.attrGroup[group] = w
	}
	switch w.state {
	case underWay:
		return false
	case waiting:
		w.state = underWay
		all := b.attributesIn(el, group)
		group.Uses, group.AnyAttribute = all.uses, all.wildcard
		w.state = done
	}
	return true
}

// effectiveUses returns the attribute uses of a type derived from base (Part 1, section 3.4.2): those of the base first; in a
// restriction, own ones take the place of inherited ones of the same name, and prohibited ones go.
func effectiveUses(t *ComplexType, base *ComplexType, own attributesOf) []*AttributeUse {
	if base == nil {
		return own.uses
	}
	if t.Derivation == Extension {
		return slices.Concat(base.AttributeUses, own.uses)
	}
	var uses []*AttributeUse
	placed := map[*AttributeUse]bool{}
	for _, inherited := range base.AttributeUses {
		if i := slices.IndexFunc(own.uses, inherited.sameName); i >= 0 {
			uses = append(uses, own.uses[i])
			placed[own.uses[i]] = true
		} else if !slices.Contains(own.prohibited, inherited.Declaration.Name) {
			uses = append(uses, inherited)
		}
	}
	for _, use := range own.uses {
		if !placed[use] {
			uses = append(uses, use)
		}
	}
	return uses
}

func (u *AttributeUse) sameName(v *AttributeUse) bool {
	return u.Declaration.Name == v.Declaration.Name
}

// effectiveWildcard returns the attribute wildcard of a type derived from base (Part 1, section 3.4.2): in an extension, the
// union with the base's.
func (b *builder) effectiveWildcard(t *ComplexType, base *ComplexType, own *Wildcard, el *load.Element) *Wildcard {
	if t.Derivation == Restriction || base == nil || base.AnyAttribute == nil {
		return own
	}
	if own == nil {
		return base.AnyAttribute
	}
	union, ok := own.Namespaces.Union(base.AnyAttribute.Namespaces)
	if !ok {
		b.problem(el, "src-ct.5", "no single wildcard is the union of %s and the base type's %s; write the namespaces out",
			own.Namespaces, base.AnyAttribute.Namespaces)
		return own
	}
	return &Wildcard{Origin: own.Origin, Namespaces: union, Process: own.Process}
}

// wildcard makes the wildcard of an any or anyAttribute (Part 1, section 3.10.2).
func (b *builder) wildcard(el *load.Element) *Wildcard {
	w := &Wildcard{Origin: origin(el)}
	switch process, _ := el.Token("processContents"); process {
	case "lax":
		w.Process = content.Lax
	case "skip":
		w.Process = content.Skip
	}
	w.Namespaces = namespaceConstraint(el)
	return w
}
