// This file gives every component its component path, its package and its Go name.
//
// A component path is how xsdgen.yaml names a component under names:, from the global component down, steps apart by slashes:
//
//	type/Periode                         a global type
//	element/melding                      a global element: its descriptor and its anonymous type
//	group/Adresse/element/gate           an element in a named group
//	attributeGroup/Id/attribute/kilde    an attribute in an attribute group
//	type/Periode/element/slutt           a local element: its field
//	type/Periode/attribute/kilde         an attribute: its field
//	type/Periode/element/slutt/type      the anonymous type of a local element
//	type/Kategori/enum/alminnelig        a value of an enumeration
//	type/Periode/choice/start            the choice whose first element is start, if there are several; else type/Periode/choice
//	type/Periode/choice/branch/start     the branch beginning with start
//	type/Periode/content                 the list of items; type/Periode/content/branch/start one of them
//
// Names in another namespace than the first document's are written {namespace}local.

package model

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// namer knows paths and Go names of components.
type namer struct {
	main      string            // target namespace of the first document
	overrides map[string]string // names: of the configuration
	used      map[string]bool   // overrides that found their component
	inSum     map[*schema.Element]bool
	typePaths map[schema.Type]string
	typeNames map[schema.Type]string
}

func newNamer(set *schema.Set, overrides map[string]string) *namer {
	n := &namer{
		overrides: overrides, used: map[string]bool{}, inSum: map[*schema.Element]bool{},
		typePaths: map[schema.Type]string{}, typeNames: map[schema.Type]string{},
	}
	if len(set.Documents) > 0 {
		n.main = set.Documents[0].TargetNamespace
	}
	return n
}

// choose returns the configured name of a path, else the name proposed.
func (n *namer) choose(path, proposed string) string {
	if name, ok := n.overrides[path]; ok {
		n.used[path] = true
		return name
	}
	return proposed
}

// global spells a global component's name in a path.
func (n *namer) global(name schema.Name) string {
	if name.Space == n.main {
		return name.Local
	}
	return "{" + name.Space + "}" + name.Local
}

// local spells a local component's name in a path; an unqualified one has no namespace to tell apart.
func (n *namer) local(name schema.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return n.global(name)
}

// element spells an element's name in the path of a field. A global one without namespace is told apart from an unqualified local one.
func (n *namer) element(e *schema.Element) string {
	if e.Global {
		return n.global(e.Name)
	}
	return n.local(e.Name)
}

// typePath returns the component path of a type.
func (n *namer) typePath(t schema.Type) string {
	path, ok := n.typePaths[t]
	if !ok {
		path = n.makeTypePath(t)
		n.typePaths[t] = path
	}
	return path
}

func (n *namer) makeTypePath(t schema.Type) string {
	if name := t.TypeName(); name.Local != "" {
		return "type/" + n.global(name)
	}
	switch owner := contextOf(t).(type) {
	case *schema.Element:
		if owner.Global {
			return n.elementPath(owner)
		}
		return n.elementPath(owner) + "/type"
	case *schema.Attribute:
		return n.attributePath(owner) + "/type"
	case *schema.SimpleType:
		return n.typePath(owner) + "/item"
	case *schema.ComplexType:
		return n.typePath(owner) + "/value"
	}
	return "type"
}

// elementPath returns the component path of an element declaration where it stands.
func (n *namer) elementPath(e *schema.Element) string {
	if e.Global {
		return "element/" + n.global(e.Name)
	}
	return n.parentPath(e.Parent) + "/element/" + n.local(e.Name)
}

func (n *namer) attributePath(a *schema.Attribute) string {
	if a.Global {
		return "attribute/" + n.global(a.Name)
	}
	return n.parentPath(a.Parent) + "/attribute/" + n.local(a.Name)
}

// parentPath returns the path of what a local declaration stands in.
func (n *namer) parentPath(c schema.Component) string {
	switch c := c.(type) {
	case schema.Type:
		return n.typePath(c)
	case *schema.GroupDefinition:
		return "group/" + n.global(c.Name)
	case *schema.AttributeGroup:
		return "attributeGroup/" + n.global(c.Name)
	}
	return "schema"
}

// typeName returns the Go name of a declared type: the schema's own, or parent and element for an anonymous type.
func (n *namer) typeName(t schema.Type) string {
	name, ok := n.typeNames[t]
	if !ok {
		name = n.choose(n.typePath(t), n.proposeTypeName(t))
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
