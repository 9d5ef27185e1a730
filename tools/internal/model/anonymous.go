// This file says in words what an anonymous type is the type of.

package model

import "github.com/mvainnsyn/mvainnsyn/tools/internal/schema"

// Anonymous says what a type without a name is, such as "the anonymous type of the element line in the type Order".
func Anonymous(t schema.Type) string {
	const kind = "the anonymous type of "
	switch owner := contextOf(t).(type) {
	case *schema.Element:
		if owner.Global {
			return kind + "the element " + owner.Name.Local
		}
		return kind + "the element " + owner.Name.Local + " in " + placeOf(owner.Parent)
	case *schema.Attribute:
		if owner.Global {
			return kind + "the attribute " + owner.Name.Local
		}
		return kind + "the attribute " + owner.Name.Local + " in " + placeOf(owner.Parent)
	case *schema.SimpleType:
		if _, ok := owner.Variety.(*schema.List); ok {
			return kind + "the items of " + placeOf(owner)
		}
		return "an anonymous type that is a part of " + placeOf(owner)
	case *schema.ComplexType:
		return kind + "the text of " + placeOf(owner)
	}
	return "an anonymous type"
}

// IsLocal reports whether a type is anonymous and has a path of its own: that of a global element is called by the element's path.
func IsLocal(t schema.Type) bool {
	owner, ok := contextOf(t).(*schema.Element)
	return t.TypeName().Local == "" && (!ok || !owner.Global)
}

// placeOf says where a local declaration is: a named component, and the elements and attributes from there on.
func placeOf(c schema.Component) string {
	switch c := c.(type) {
	case schema.Type:
		if name := c.TypeName().Local; name != "" {
			return "the type " + name
		}
		return placeOfAnonymous(c)
	case *schema.GroupDefinition:
		return "the group " + c.Name.Local
	case *schema.AttributeGroup:
		return "the attribute group " + c.Name.Local
	}
	return "the schema"
}

func placeOfAnonymous(t schema.Type) string {
	switch owner := contextOf(t).(type) {
	case *schema.Element:
		if owner.Global {
			return "the element " + owner.Name.Local
		}
		return placeOf(owner.Parent) + "/" + owner.Name.Local
	case *schema.Attribute:
		if owner.Global {
			return "the attribute " + owner.Name.Local
		}
		return placeOf(owner.Parent) + "/@" + owner.Name.Local
	case schema.Type:
		return placeOf(owner)
	}
	return "the schema"
}
