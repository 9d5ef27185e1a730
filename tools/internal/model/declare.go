// This file declares simple types and global elements.

package model

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// declare adds the declaration of a type to its package.
func (b *builder) declare(t schema.Type) {
	p := b.packageOf(t)
	switch t := t.(type) {
	case *schema.SimpleType:
		p.Types = append(p.Types, b.simple(p, t))
	case *schema.ComplexType:
		p.Types = append(p.Types, b.complex(t))
	}
}

// named fills in what all declared types have.
func (b *builder) named(t schema.Type) Named {
	doc := t.Source().Annotation.Documentation
	if owner, ok := contextOf(t).(*schema.Element); ok && len(doc) == 0 {
		doc = owner.Annotation.Documentation
	}
	return Named{
		GoName: b.namer.typeName(t), Name: t.TypeName(), Path: b.namer.Type(t),
		Doc: documentation(doc), Position: t.Source().Position,
	}
}

// simple declares a simple type by its variety.
func (b *builder) simple(p *Package, t *schema.SimpleType) Type {
	switch variety := t.Variety.(type) {
	case *schema.List:
		return &List{Named: b.named(t), Definition: t, Item: b.refSimple(p, variety.Item)}
	case *schema.Union:
		return &Union{Named: b.named(t), Definition: t}
	}
	s := &Simple{Named: b.named(t), Definition: t, BuiltIn: b.ownTypes.form(t)}
	s.Values = b.values(s, t)
	return s
}

// values lists the values of an enumeration as this step writes them; a value written twice is one.
func (b *builder) values(s *Simple, t *schema.SimpleType) []*Value {
	var values []*Value
	seen := map[string]bool{}
	for _, f := range t.Facets {
		if f.Kind != xsd.FacetEnumeration {
			continue
		}
		text := t.Runtime.Normalize(f.Value)
		if seen[text] {
			continue
		}
		seen[text] = true
		path := s.Path + "/enum/" + text
		values = append(values, &Value{
			GoName: b.namer.choose(path, valueWord(s, text).plain()), Text: text, Path: path,
			Doc: documentation(f.Annotation.Documentation), Position: f.Position,
		})
	}
	return values
}

// valueWord returns what the name of a value is made of.
func valueWord(s *Simple, text string) compound {
	if text == "" {
		return compound{before: s.GoName, after: "Empty"}
	}
	return compound{before: s.GoName, name: schema.Name{Local: text}}
}

// ref returns the Go type of values of a type, in code of a package.
func (b *builder) ref(p *Package, t schema.Type) Ref {
	switch t := t.(type) {
	case *schema.SimpleType:
		return b.refSimple(p, t)
	case *schema.ComplexType:
		if t.BuiltIn {
			return Ref{Package: Runtime, Name: "AnyType"}
		}
		if b.derived[t] {
			return Ref{Package: b.packageOf(t).Path, Name: b.namer.anyName(t), Interface: true}
		}
		return Ref{Package: b.packageOf(t).Path, Name: b.namer.typeName(t)}
	}
	return Ref{Package: Runtime, Name: "AnyType"}
}

// refRoot returns the Go type of a document's root: the declared type itself, since the caller of a read holds its value.
func (b *builder) refRoot(p *Package, t schema.Type) Ref {
	if c, ok := t.(*schema.ComplexType); ok && !c.BuiltIn {
		return Ref{Package: b.packageOf(c).Path, Name: b.namer.typeName(c)}
	}
	return b.ref(p, t)
}

func (b *builder) refSimple(p *Package, t *schema.SimpleType) Ref {
	if own := b.ownTypes.own[t.Name.Local]; own != nil && t.BuiltIn {
		return b.wrapper(p, t, own)
	}
	if t.BuiltIn {
		return builtIn(t.Name.Local).ref()
	}
	return Ref{Package: b.packageOf(t).Path, Name: b.namer.typeName(t)}
}

// anyName names the interface of a type and all types derived from it.
func (n *namer) anyName(t *schema.ComplexType) string {
	return n.choose(n.Type(t)+"/interface", "Any"+n.typeName(t))
}

// declareElement adds the descriptor of a global element to the package of its namespace.
func (b *builder) declareElement(e *schema.Element) {
	path := b.namer.Element(e)
	name := b.namer.choose(path, compound{name: e.Name}.plain())
	p := b.packageIn(e.Name.Space)
	p.Elements = append(p.Elements, &Element{
		GoName: name + "Element", Component: e, Type: b.refGlobal(p, e), Path: path, Heads: Heads(e),
		Doc: documentation(e.Annotation.Documentation), Position: e.Position,
	})
}

// refGlobal returns the Go type of a document whose root is e. xsi:type of a root is told by the type of the value that ReadXML returns; where that may be
// nil, its value is one of several types.
func (b *builder) refGlobal(p *Package, e *schema.Element) Ref {
	if c, ok := e.Type.(*schema.ComplexType); ok && e.Nillable && b.derived[c] {
		return nillable(b.ref(p, c), e)
	}
	return nillable(b.refRoot(p, e.Type), e)
}

// Heads lists the elements that e may stand for: its head, the head's head and so on, without those that block it.
func Heads(e *schema.Element) []schema.Name {
	var heads []schema.Name
	seen := map[*schema.Element]bool{e: true}
	for head := e.Head; head != nil && !seen[head]; head = head.Head {
		seen[head] = true
		if slices.Contains(head.Substitutes, e) {
			heads = append(heads, head.Name)
		}
	}
	return heads
}

// nillable wraps the type of an element that may be nil.
func nillable(value Ref, e *schema.Element) Ref {
	if !e.Nillable {
		return value
	}
	return Ref{Package: Runtime, Name: "Nillable", Arg: &value}
}

// refElement returns the Go type of an element's value where the element is referred to: others may stand for it.
func (b *builder) refElement(p *Package, e *schema.Element) Ref {
	value := b.ref(p, e.Type)
	if len(e.Substitutes) == 0 {
		return nillable(value, e)
	}
	differs := func(s *schema.Element) bool { return s.Type != e.Type || s.Nillable != e.Nillable }
	if slices.ContainsFunc(e.Substitutes, differs) || b.extended[e.Type] {
		value = b.commonRef(p, e.Type)
	} else {
		value = nillable(value, e)
	}
	return Ref{Package: Runtime, Name: "Substitutable", Arg: &value}
}

// commonRef returns an interface that pointers to t and to all types derived from it implement.
func (b *builder) commonRef(p *Package, t schema.Type) Ref {
	if c, ok := t.(*schema.ComplexType); ok && b.derived[c] {
		return b.ref(p, c)
	}
	return Ref{Package: Runtime, Name: "XMLValue", Interface: true}
}
