// This file gives every component its package and its Go name.

package model

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// namer knows paths and Go names of components.
type namer struct {
	*Paths
	configured map[string]string // names: of the configuration
	chosen     map[string]string // what rules called names that clashed
	used       map[string]bool   // configured and chosen paths that found their component
	inSum      map[*schema.Element]bool
	typeNames  map[schema.Type]string
	prefixes   map[string]string // words of namespaces
}

func newNamer(set *schema.Set, configured, chosen map[string]string) *namer {
	return &namer{
		Paths: NewPaths(set), configured: configured, chosen: chosen, used: map[string]bool{}, inSum: map[*schema.Element]bool{},
		typeNames: map[schema.Type]string{}, prefixes: authorPrefixes(set),
	}
}

// choose returns the configured name of a path, the one that a rule chose, or else the name proposed.
func (n *namer) choose(path, proposed string) string {
	for _, names := range []map[string]string{n.configured, n.chosen} {
		if name, ok := names[path]; ok {
			n.used[path] = true
			return name
		}
	}
	return proposed
}

// typeName returns the Go name of a declared type: the schema's own, or parent and element for an anonymous type.
func (n *namer) typeName(t schema.Type) string {
	name, ok := n.typeNames[t]
	if !ok {
		path := n.Type(t)
		name = n.choose(path, n.typeWord(t).plain())
		if key := n.typeKey(t); key != path {
			name = n.choose(key, name)
		}
		n.typeNames[t] = name
	}
	return name
}

// typeKey is the path by which the type alone is named: the anonymous type of a global element shares its own with the element's descriptor.
func (n *namer) typeKey(t schema.Type) string {
	if e := globalOwner(t); e != nil {
		return n.Element(e) + "/type"
	}
	return n.Type(t)
}

// globalOwner is the global element whose anonymous type t is, or nil.
func globalOwner(t schema.Type) *schema.Element {
	if e, ok := contextOf(t).(*schema.Element); ok && e.Global && t.TypeName().Local == "" {
		return e
	}
	return nil
}

// typeWord returns what the name of a type is made of.
func (n *namer) typeWord(t schema.Type) compound {
	if name := t.TypeName(); name.Local != "" {
		return compound{name: name}
	}
	switch owner := contextOf(t).(type) {
	case *schema.Element:
		if owner.Global {
			return compound{name: owner.Name}
		}
		c := compound{before: n.parentName(owner.Parent), name: owner.Name}
		if n.inSum[owner] { // the branch has this name
			c.after = "Type"
		}
		return c
	case *schema.Attribute:
		if owner.Global {
			return compound{name: owner.Name}
		}
		return compound{before: n.parentName(owner.Parent), name: owner.Name}
	case *schema.SimpleType:
		return compound{before: n.typeName(owner), after: "Item"}
	case *schema.ComplexType:
		return compound{before: n.typeName(owner), after: "Value"}
	}
	return compound{before: "Anonymous"}
}

// compound is a Go name in the making: a word of the schema between words of what it stands in and of what it is.
type compound struct {
	before string
	name   schema.Name
	after  string
}

// plain is the name without anything spelt that need not be.
func (c compound) plain() string {
	if c.name.Local == "" {
		return c.with("")
	}
	return c.with(suffix(c.name.Local))
}

// with is the name with a word in place of the schema's.
func (c compound) with(word string) string { return exported(c.before + word + c.after) }

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
