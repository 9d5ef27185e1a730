// This file converts what wildcards and xs:anyType let through. What no schema declares is copied; what the old version declares becomes what the new
// one declares.

package convert

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// wild is the conversion by one of the functions for what is not declared.
func (g *generator) wild(name string) *conversion {
	g.function("wild", "declared", complexFile, g.declared)
	return &conversion{partial: true, of: func(at *jen.Statement, s source) *jen.Statement {
		return jen.Id("c").Dot(name).Call(at, s.address())
	}}
}

// declared is the function that converts a value of any type that the old version declares.
func (g *generator) declared(f *function) {
	f.doc = model.Wrapped(f.name + " converts a value that a wildcard let through: of a type that the old version declares into the one that took its place. " +
		"Values of other types stay as they are.")
	var cases []jen.Code
	for _, p := range g.old.Packages {
		for _, t := range p.Types {
			cases = append(cases, g.declaredCase(t))
		}
	}
	cases = append(cases, jen.Default().Block(jen.Return(jen.Id("from"), jen.True())))
	f.code = jen.Func().Params(jen.Id("c").Op("*").Id("converter")).Id(f.name).
		Params(jen.Id("at").Op("*").Id("place"), jen.Id("name").Add(runtime("Name")), jen.Id("from").Add(runtime("XMLValue"))).
		Params(jen.Id("to").Add(runtime("XMLValue")), jen.Id("ok").Bool()).Block(
		jen.Switch(jen.Id("from").Op(":=").Id("from").Op(".").Parens(jen.Type())).Block(cases...),
	)
}

// declaredCase converts values of one type.
func (g *generator) declaredCase(t model.Type) jen.Code {
	own := typed{typ: t.Component(), ref: g.old.ref(t.Component())}
	head := jen.Case(jen.Op("*").Add(own.goType()))
	after, ok := g.counterpart(t.Component())
	var inner *conversion
	if ok {
		inner = g.value(own, after)
	}
	switch {
	case inner == nil:
		return head.Block(
			jen.Id("c").Dot("lose").Call(jen.Id("at"), jen.Id("Removed"), jen.Id("xmlOf").Call(jen.Id("name"), jen.Id("from"))),
			jen.Return(jen.Nil(), jen.False()),
		)
	case inner.partial:
		return head.Block(
			jen.List(jen.Id("value"), jen.Id("ok")).Op(":=").Add(inner.of(jen.Id("at"), from(true))),
			jen.Return(jen.Op("&").Id("value"), jen.Id("ok")),
		)
	}
	return head.Block(
		jen.Id("value").Op(":=").Add(inner.of(jen.Id("at"), from(true))),
		jen.Return(jen.Op("&").Id("value"), jen.True()),
	)
}

// counterpart is the type that took the place of an old one: of the same name, or that of the same global element.
func (g *generator) counterpart(t schema.Type) (typed, bool) {
	if name := t.TypeName(); name.Local != "" {
		after, ok := g.new.byName[g.renamed(name)]
		if !ok {
			return typed{}, false
		}
		return typed{typ: after, ref: g.new.ref(after)}, true
	}
	for _, p := range g.old.Packages {
		for _, e := range p.Elements {
			if e.Component.Type != t {
				continue
			}
			after := g.new.elements[g.renamed(e.Component.Name)]
			if after == nil || g.new.types[after.Component.Type] == nil {
				return typed{}, false
			}
			return typed{typ: after.Component.Type, ref: g.new.ref(after.Component.Type)}, true
		}
	}
	return typed{}, false
}

// intoAnyType makes content of xs:anyType of a simple value.
func (g *generator) intoAnyType(before typed) *conversion {
	t := before.simple()
	if t == nil || before.ref.Interface || before.ref.Arg != nil {
		return nil
	}
	return &conversion{of: func(_ *jen.Statement, s source) *jen.Statement {
		return runtime("AnyType").Values(jen.Id("Content").Op(":").Index().Add(runtime("AnyContent")).Values(runtime("AnyText").Call(g.text(before, s))))
	}}
}

// anyAttribute converts an attribute that a wildcard let through.
func (g *generator) anyAttribute() *conversion {
	if len(g.spaces) == 0 {
		return &conversion{same: true, of: func(_ *jen.Statement, s source) *jen.Statement { return s.value() }}
	}
	return &conversion{of: func(_ *jen.Statement, s source) *jen.Statement { return jen.Id("anyAttribute").Call(s.value()) }}
}
