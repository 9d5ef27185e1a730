// This file gives every component its package and its Go name.

package model

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// namer knows paths and Go names of components.
type namer struct {
	*Paths
	overrides map[string]string // names: of the configuration
	used      map[string]bool   // overrides that found their component
	inSum     map[*schema.Element]bool
	typeNames map[schema.Type]string
}

func newNamer(set *schema.Set, overrides map[string]string) *namer {
	return &namer{
		Paths: NewPaths(set), overrides: overrides, used: map[string]bool{}, inSum: map[*schema.Element]bool{},
		typeNames: map[schema.Type]string{},
	}
}

// choose returns the configured name of a path, else the name proposed.
func (n *namer) choose(path, proposed string) string {
	if name, ok := n.overrides[path]; ok {
		n.used[path] = true
		return name
	}
	return proposed
}

// typeName returns the Go name of a declared type: the schema's own, or parent and element for an anonymous type.
func (n *namer) typeName(t schema.Type) string {
	name, ok := n.typeNames[t]
	if !ok {
		name = n.choose(n.Type(t), n.proposeTypeName(t))
		n.typeNames[t] = name
	}
	return name
}

func (n *namer) proposeTypeName(t schema.Type) string {
	if name := t.TypeName(); name.Local != "" {
		return Identifier(name.Local)
	}
	switch owner := contextOf(t).(type) {
	case *schema.Element:
		if owner.Global {
			return Identifier(owner.Name.Local)
		}
		name := n.parentName(owner.Parent) + suffix(owner.Name.Local)
		if n.inSum[owner] { // the branch has this name
			name += "Type"
		}
		return name
	case *schema.Attribute:
		if owner.Global {
			return Identifier(owner.Name.Local)
		}
		return n.parentName(owner.Parent) + suffix(owner.Name.Local)
	case *schema.SimpleType:
		return n.typeName(owner) + "Item"
	case *schema.ComplexType:
		return n.typeName(owner) + "Value"
	}
	return "Anonymous"
}

// parentName returns the Go name that compound names of what stands in c begin with.
func (n *namer) parentName(c schema.Component) string {
	switch c := c.(type) {
	case schema.Type:
		return n.typeName(c)
	case *schema.GroupDefinition:
		return Identifier(c.Name.Local)
	case *schema.AttributeGroup:
		return Identifier(c.Name.Local)
	}
	return ""
}

// contextOf returns what an anonymous type stands in.
func contextOf(t schema.Type) schema.Component {
	switch t := t.(type) {
	case *schema.SimpleType:
		return t.Context
	case *schema.ComplexType:
		return t.Context
	}
	return nil
}

// namespaceOf returns the target namespace of the schema document a type stands in, from the global component around it.
func namespaceOf(t schema.Type) string {
	for {
		if name := t.TypeName(); name.Local != "" {
			return name.Space
		}
		var owner schema.Component
		switch context := contextOf(t).(type) {
		case *schema.Element:
			if context.Global {
				return context.Name.Space
			}
			owner = context.Parent
		case *schema.Attribute:
			if context.Global {
				return context.Name.Space
			}
			owner = context.Parent
		default:
			owner = context
		}
		switch owner := owner.(type) {
		case schema.Type:
			t = owner
		case *schema.GroupDefinition:
			return owner.Name.Space
		case *schema.AttributeGroup:
			return owner.Name.Space
		default:
			return ""
		}
	}
}
