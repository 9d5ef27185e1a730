// Symbols: the global components of all documents by name, with redefinitions in place (Part 1, sections 3.15 and 4.2.2).

package schema

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// symbolSpace is one of the spaces in which names of components must be distinct (Part 1, section 2.5). Identity
// constraints, the seventh, are kept by themselves.
type symbolSpace uint8

const (
	typeSpace symbolSpace = iota
	elementSpace
	attributeSpace
	groupSpace
	attributeGroupSpace
	notationSpace
	symbolSpaces
)

// String names what is in the space.
func (s symbolSpace) String() string {
	return [...]string{"type", "element", "attribute", "group", "attribute group", "notation"}[s]
}

// spaceOf tells in which symbol space a global component written as an element of XSD is.
var spaceOf = map[string]symbolSpace{
	"simpleType": typeSpace, "complexType": typeSpace, "element": elementSpace, "attribute": attributeSpace,
	"group": groupSpace, "attributeGroup": attributeGroupSpace, "notation": notationSpace,
}

// global is a global component, known by name before it is defined.
type global struct {
	space     symbolSpace
	name      Name
	el        *load.Element
	component Component
	original  *global // what it redefines, else nil
	redefined bool    // another definition has taken its place
}

// collect makes an empty component for every global definition, so that every reference finds its target whatever the order
// of definitions is.
func (b *builder) collect() {
	seen := map[*load.Document]bool{}
	for _, doc := range b.docs {
		b.collectDocument(doc, seen)
	}
	for _, g := range b.order {
		if !g.redefined {
			b.publish(g)
		}
	}
}

// collectDocument collects the components of doc, after those of the documents that it redefines.
func (b *builder) collectDocument(doc *load.Document, seen map[*load.Document]bool) {
	if seen[doc] {
		return
	}
	seen[doc] = true
	b.visible[doc] = visibleNamespaces(doc)
	for _, ref := range doc.References {
		if ref.Kind == load.Redefine && ref.Target != nil {
			b.collectDocument(ref.Target, seen)
		}
	}
	for _, el := range b.children(doc.Root) {
		switch {
		case el.IsXSD("redefine"):
			b.collectRedefine(el)
		default:
			b.collectGlobal(el)
		}
	}
}

// visibleNamespaces returns the namespaces that references in doc may lead to (src-resolve 4).
func visibleNamespaces(doc *load.Document) map[string]bool {
	visible := map[string]bool{doc.TargetNamespace: true, XSDNamespace: true, XSINamespace: true}
	for _, ref := range doc.References {
		if ref.Kind == load.Import {
			visible[ref.Namespace] = true
		}
	}
	return visible
}

// collectGlobal notes a global component.
func (b *builder) collectGlobal(el *load.Element) {
	space, ok := spaceOf[el.Name.Local]
	name, hasName := b.ownName(el)
	if !ok || !hasName || name.Space == XSDNamespace && space == typeSpace && BuiltInType(name.Local) != nil {
		return
	}
	g := &global{space: space, name: name, el: el}
	if other, taken := b.globals[space][name]; taken {
		b.problem(el, "sch-props-correct.2", "the %s %s is defined twice, also at %s; rename or remove one", space, name, other.el.Position)
		return
	}
	b.enter(g)
}

// enter puts g in its symbol space.
func (b *builder) enter(g *global) {
	b.globals[g.space][g.name] = g
	b.order = append(b.order, g)
	g.component = b.newComponent(g)
	b.elementOf[g.component] = g.el
}

// newComponent makes the component of g, empty but for its name.
func (b *builder) newComponent(g *global) Component {
	switch g.space {
	case elementSpace:
		return &Element{Origin: origin(g.el), Name: g.name, Global: true}
	case attributeSpace:
		return &Attribute{Origin: origin(g.el), Name: g.name, Global: true}
	case groupSpace:
		definition := &GroupDefinition{Origin: origin(g.el), Name: g.name, Group: &ModelGroup{}}
		definition.Group.Definition = definition
		return definition
	case attributeGroupSpace:
		return &AttributeGroup{Origin: origin(g.el), Name: g.name}
	case notationSpace:
		return &Notation{Origin: origin(g.el), Name: g.name}
	}
	if g.el.IsXSD("simpleType") {
		return b.newSimpleType(g.el, g.name, nil)
	}
	return b.newComplexType(g.el, g.name, nil)
}

// define completes the component of g.
func (g *global) define(b *builder) {
	switch c := g.component.(type) {
	case *SimpleType:
		b.completeSimple(c)
	case *ComplexType:
		b.completeComplex(c)
	case *Element:
		b.defineElement(c, g.el)
	case *Attribute:
		b.defineAttribute(c, g.el)
	case *GroupDefinition:
		b.defineGroup(c, g.el)
	case *AttributeGroup:
		b.completeAttributeGroup(c, g.el)
	case *Notation:
		b.defineNotation(c, g.el)
	}
}

// publish puts the component of g into the set.
func (b *builder) publish(g *global) {
	s := b.set
	switch c := g.component.(type) {
	case Type:
		s.Types = append(s.Types, c)
		s.index.types.own[g.name] = c
	case *Element:
		s.Elements = append(s.Elements, c)
		s.index.elements.own[g.name] = c
	case *Attribute:
		s.Attributes = append(s.Attributes, c)
		s.index.attributes.own[g.name] = c
	case *GroupDefinition:
		s.Groups = append(s.Groups, c)
		s.index.groups.own[g.name] = c
	case *AttributeGroup:
		s.AttributeGroups = append(s.AttributeGroups, c)
		s.index.attributeGroups.own[g.name] = c
	case *Notation:
		s.Notations = append(s.Notations, c)
		s.index.notations.own[g.name] = c
	}
}

// ownName returns the expanded name of the global component written as el.
func (b *builder) ownName(el *load.Element) (Name, bool) {
	local, ok := el.Token("name")
	return Name{Space: el.Document.TargetNamespace, Local: local}, ok && local != ""
}

// children returns the children of el that the schema for schemas allows, annotations aside.
func (b *builder) children(el *load.Element) []*load.Element {
	var children []*load.Element
	for _, n := range el.Nodes {
		if c := n.Element; c != nil && c.Name.Space == XSDNamespace && c.Name.Local != "annotation" && !b.rejected[c] {
			children = append(children, c)
		}
	}
	return children
}

// child returns the first child of el with one of the local names, or nil.
func (b *builder) child(el *load.Element, locals ...string) *load.Element {
	for _, c := range b.children(el) {
		for _, local := range locals {
			if c.Name.Local == local {
				return c
			}
		}
	}
	return nil
}
