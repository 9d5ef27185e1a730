// This file gives every component its component path.
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
//	type/Periode/choice/type             the interface of a choice or list; type/Periode/content/text text between the items
//	type/Periode/interface               the interface of the type and those derived from it
//	type/Periode/element/slutt/default   the method that answers with the element's default
//	element/melding/type                 the anonymous type of a global element, where it is not to be named with the descriptor
//
// What would have a path that something else in its type has is written with its namespace, {}local without one, or counted.
// Names in another namespace than the first document's are written {namespace}local.

package model

import (
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Paths knows the component paths of one schema. It is not safe for concurrent use.
type Paths struct {
	main  string // target namespace of the first document
	types map[schema.Type]string
	taken map[string]int // paths of types, and how many of them there are
}

// NewPaths makes the paths of a schema, in which names of the first document's target namespace are written without it.
func NewPaths(set *schema.Set) *Paths {
	p := &Paths{types: map[schema.Type]string{}, taken: map[string]int{}}
	if len(set.Documents) > 0 {
		p.main = set.Documents[0].TargetNamespace
	}
	return p
}

// Global spells a global component's name in a path.
func (p *Paths) Global(name schema.Name) string {
	if name.Space == p.main {
		return name.Local
	}
	return "{" + name.Space + "}" + name.Local
}

// local spells a local component's name in a path; an unqualified one has no namespace to tell apart.
func (p *Paths) local(name schema.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return p.Global(name)
}

// element spells an element's name in the path of a field. A global one without namespace is told apart from an unqualified local one.
func (p *Paths) element(e *schema.Element) string {
	if e.Global {
		return p.Global(e.Name)
	}
	return p.local(e.Name)
}

// Particle returns the path of an element where it stands in the content of the type or group with that path, references to global elements too.
func (p *Paths) Particle(owner string, e *schema.Element) string {
	return owner + "/element/" + p.element(e)
}

// Type returns the component path of a type.
func (p *Paths) Type(t schema.Type) string {
	path, ok := p.types[t]
	if !ok {
		path = p.makeType(t)
		if p.taken[path]++; p.taken[path] > 1 { // local elements of one name, one of them unqualified
			path += "/" + strconv.Itoa(p.taken[path])
		}
		p.types[t] = path
	}
	return path
}

func (p *Paths) makeType(t schema.Type) string {
	if name := t.TypeName(); name.Local != "" {
		return "type/" + p.Global(name)
	}
	switch owner := contextOf(t).(type) {
	case *schema.Element:
		if owner.Global {
			return p.Element(owner)
		}
		return p.Element(owner) + "/type"
	case *schema.Attribute:
		return p.Attribute(owner) + "/type"
	case *schema.SimpleType:
		return p.Type(owner) + "/item"
	case *schema.ComplexType:
		return p.Type(owner) + "/value"
	}
	return "type"
}

// Element returns the component path of an element declaration where it stands.
func (p *Paths) Element(e *schema.Element) string {
	if e.Global {
		return "element/" + p.Global(e.Name)
	}
	return p.Parent(e.Parent) + "/element/" + p.local(e.Name)
}

// Attribute returns the component path of an attribute declaration where it stands.
func (p *Paths) Attribute(a *schema.Attribute) string {
	if a.Global {
		return "attribute/" + p.Global(a.Name)
	}
	return p.Parent(a.Parent) + "/attribute/" + p.local(a.Name)
}

// Parent returns the path of what a local declaration stands in.
func (p *Paths) Parent(c schema.Component) string {
	switch c := c.(type) {
	case schema.Type:
		return p.Type(c)
	case *schema.GroupDefinition:
		return "group/" + p.Global(c.Name)
	case *schema.AttributeGroup:
		return "attributeGroup/" + p.Global(c.Name)
	}
	return "schema"
}
