// This file holds Go expressions for what the old document has, and how its values are spelt in a Loss.

package convert

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// source is a Go expression for a value of the old document, or for a pointer to it.
type source struct {
	code    *jen.Statement
	pointer bool
}

// from is the parameter that all functions have.
func from(pointer bool) source { return source{jen.Id("from"), pointer} }

// value is the value itself.
func (s source) value() *jen.Statement {
	if s.pointer {
		return jen.Op("*").Add(s.code.Clone())
	}
	return s.code.Clone()
}

// address is a pointer to the value.
func (s source) address() *jen.Statement {
	if s.pointer {
		return s.code.Clone()
	}
	return jen.Op("&").Add(s.code.Clone())
}

// dot selects a field or method; Go follows the pointer by itself.
func (s source) dot(name string) *jen.Statement { return s.code.Clone().Dot(name) }

// converted is a Go conversion of the value, of a pointer to it where as says so.
func converted(to *jen.Statement, value *jen.Statement) *jen.Statement { return to.Call(value) }

// typed is the type of a value: the schema's, and the Go type that the value has where it is kept.
type typed struct {
	typ     schema.Type
	ref     model.Ref
	element *schema.Element // nil for what is no element
}

func (t typed) simple() *schema.SimpleType {
	s, _ := t.typ.(*schema.SimpleType)
	return s
}

// content returns the simple type of a complex type's content; nil where it has another.
func (t typed) content() *schema.SimpleType {
	if c, ok := t.typ.(*schema.ComplexType); ok {
		if content, ok := c.Content.(*schema.SimpleContent); ok {
			return content.Type
		}
	}
	return nil
}

func (t typed) isRuntime(name string) bool {
	return t.ref.Package == model.Runtime && t.ref.Name == name
}

// goType is the Go type as it stands in code.
func (t typed) goType() *jen.Statement { return typeOf(t.ref) }

// form is how Go has the values of a simple type: as a built-in type, by way of it, as a list or as a union, or as a type of the user's.
type form struct {
	builtIn     model.BuiltIn
	own         *model.Own
	list, union bool
	declared    bool // as a type of a generated package
}

func (v *version) form(t typed) form {
	switch declared := v.types[t.typ].(type) {
	case *model.Simple:
		return form{builtIn: declared.BuiltIn, own: declared.BuiltIn.Own, declared: true}
	case *model.List:
		return form{list: true, declared: true}
	case *model.Union:
		return form{union: true, declared: true}
	}
	b := model.BuiltInOf(t.simple())
	if own := model.OwnOf(v.Packages, t.ref); own != nil {
		return form{builtIn: model.BuiltIn{Local: own.Local, Kind: model.OwnKind, Runtime: own.Name}, own: own, declared: true}
	}
	return form{builtIn: b, list: b.Kind == model.SliceKind}
}

// isSameOwn reports whether both are one type of the user's.
func isSameOwn(a, b *model.Own) bool {
	return a != nil && b != nil && a.Package == b.Package && a.Name == b.Name
}

// atomic reports whether the form is a built-in type of one of the kinds.
func (f form) atomic(kind model.Kind) bool { return !f.list && !f.union && f.builtIn.Kind == kind }

// text is the expression of the text of an old value of simple type.
func (g *generator) text(t typed, s source) *jen.Statement {
	f := g.old.form(t)
	switch {
	case f.union || f.own != nil:
		return s.dot("Text").Call()
	case f.atomic(model.StringKind) && !f.declared && f.builtIn.Direct:
		return s.value()
	case f.atomic(model.StringKind):
		return jen.String().Call(s.value())
	case f.atomic(model.NumberKind):
		return jen.Id("textOf").Call(jen.Parens(jen.Op("*").Add(runtime(f.builtIn.Runtime))).Call(s.address()))
	case f.atomic(model.StructKind) && f.builtIn.Runtime == "AnySimple":
		return s.dot("Text")
	case f.atomic(model.StructKind) && !isName(f.builtIn):
		return s.dot("String").Call()
	}
	return jen.Id("textOf").Call(s.address())
}

// isName reports whether values are names with prefixes.
func isName(b model.BuiltIn) bool { return b.Runtime == "QName" || b.Runtime == "Notation" }

// readable is a pointer to a new value as the runtime reads it: Go's own types have methods by way of the runtime's.
func (g *generator) readable(t typed, name string) *jen.Statement {
	if via := t.ref.Via; via != "" {
		return jen.Parens(jen.Op("*").Add(runtime(via))).Call(jen.Op("&").Id(name))
	}
	return jen.Op("&").Id(name)
}

// lostText is the expression of what a Loss says of an old value that has no place any more: its text, or the element as XML.
func (g *generator) lostText(before typed, s source) *jen.Statement {
	switch {
	case before.isRuntime("AnyAttribute"):
		return s.dot("Value")
	case before.isRuntime("AnyElement"):
		return jen.Id("xmlOf").Call(s.dot("Name"), s.address())
	case before.ref.Interface:
		return g.xml(before, s.value())
	case before.isRuntime("Substitutable"):
		return jen.Id("xmlOf").Call(jen.Id("nameOf").Call(s.dot("Name"), nameLit(before.element.Name)), s.address())
	case before.isRuntime("Nillable") || before.simple() == nil:
		return g.xml(before, s.address())
	}
	return g.text(before, s)
}

// xml is the expression of an element as XML.
func (g *generator) xml(before typed, pointer *jen.Statement) *jen.Statement {
	name := schema.Name{Local: "value"}
	if before.element != nil {
		name = before.element.Name
	}
	return jen.Id("xmlOf").Call(nameLit(name), pointer)
}
