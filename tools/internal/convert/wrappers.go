// This file converts values of which the Go type does not say all: those that may be nil, those of types derived from the declared one, and elements for
// which others may stand.

package convert

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// inside is the type in a Nillable; t itself where it is none.
func inside(t typed) typed {
	if t.isRuntime("Nillable") {
		t.ref = *t.ref.Arg
	}
	return t
}

// nillable converts elements that may be nil, or may be now.
func (g *generator) nillable(before, after typed) *conversion {
	inner := g.value(inside(before), inside(after))
	switch {
	case inner == nil:
		return nil
	case !before.isRuntime("Nillable") && !inner.partial:
		return &conversion{of: func(at *jen.Statement, s source) *jen.Statement {
			return after.goType().Values(jen.Id("Value").Op(":").Add(inner.of(at, s)))
		}}
	}
	f := g.function(pairKey("nillable", before, after), word(before.ref), complexFile, func(f *function) {
		f.doc = []string{f.name + " converts an element that may be nil."}
		if !before.isRuntime("Nillable") {
			f.doc = []string{f.name + " converts an element that may be nil now."}
		}
		f.code = method(f.name, pointerTo(before), jen.Id("to").Add(after.goType()), jen.Id("ok").Bool()).Block(g.nillableBody(before, after, inner)...)
	})
	return call(f, true)
}

func (g *generator) nillableBody(before, after typed, inner *conversion) []jen.Code {
	var body []jen.Code
	src, target := from(true), jen.Id("to")
	if before.isRuntime("Nillable") {
		src = source{code: jen.Id("from").Dot("Value")}
	}
	if after.isRuntime("Nillable") {
		target = target.Dot("Value")
	}
	value := inner.of(jen.Id("at"), src)
	if before.isRuntime("Nillable") {
		body = append(body, jen.If(jen.Id("from").Dot("Nil")).Block(g.whenNil(before, after, inner, value, target)...))
	}
	if inner.partial {
		return append(body, jen.List(target.Clone(), jen.Id("ok")).Op("=").Add(value), jen.Return(jen.Id("to"), jen.Id("ok")))
	}
	return append(body, target.Clone().Op("=").Add(value), jen.Return(jen.Id("to"), jen.True()))
}

// whenNil is what becomes of a nil element. It may have attributes or a type all the same: they are in its value, which has no content.
func (g *generator) whenNil(before, after typed, inner *conversion, value, target *jen.Statement) []jen.Code {
	if !after.isRuntime("Nillable") {
		return []jen.Code{
			jen.Id("c").Dot("lose").Call(jen.Id("at"), jen.Id("Nil"), jen.Lit("")),
			jen.Return(jen.Id("to"), jen.False()),
		}
	}
	body := []jen.Code{jen.Id("to").Dot("Nil").Op("=").True()}
	switch {
	case inside(before).isRuntime("AnySimple") && inside(after).isRuntime("AnySimple"):
		body = append(body, target.Clone().Op("=").Add(value))
	case inside(before).simple() == nil && inside(after).simple() == nil:
		to := jen.List(target.Clone(), jen.Id("_"))
		if !inner.partial {
			to = target.Clone()
		}
		body = append(body,
			jen.Id("before").Op(":=").Len(jen.Id("c").Dot("losses")),
			to.Op("=").Add(value),
			jen.Id("c").Dot("needsNoContent").Call(jen.Id("before")))
	}
	return append(body, jen.Return(jen.Id("to"), jen.True()))
}

// successor is the type that a value of an old complex type has in the new version, where after is declared: the one of the same name if it may stand
// there, else the declared one. retyped says that the type's name is lost; nil that there is none.
func (g *generator) successor(before *schema.ComplexType, declared *schema.ComplexType, after, top typed) (found *schema.ComplexType, retyped bool) {
	candidates := []*schema.ComplexType{declared}
	if after.ref.Interface {
		candidates = g.new.derived[declared]
	}
	for _, c := range candidates {
		if before.Name.Local != "" && c.Name == g.renamed(before.Name) && !c.Abstract {
			return c, false
		}
	}
	if declared.Abstract {
		return nil, false
	}
	return declared, schema.Type(before) != top.typ
}

// derived converts values whose type xsi:type may choose, in one of the versions at least.
func (g *generator) derived(before, after typed) *conversion {
	declared, ok := after.typ.(*schema.ComplexType)
	top, complexBefore := before.typ.(*schema.ComplexType)
	if !ok || !complexBefore || declared.BuiltIn || top.BuiltIn {
		return nil
	}
	// What is lost is named as the element that it was, and what may stand there depends on its declared type.
	key := pairKey("derived", before, after)
	if before.element != nil && (before.ref.Interface || after.ref.Interface) {
		key += "|" + before.element.Name.String()
	}
	key += "|" + g.old.ref(top).Name + "|" + g.new.ref(declared).Name
	f := g.function(key, word(before.ref), complexFile, func(f *function) {
		f.doc = model.Wrapped(f.name + " converts a value of the complex type " + before.ref.Name + " or of one derived from it.")
		param := pointerTo(before)
		types := []*schema.ComplexType{top}
		if before.ref.Interface {
			f.doc = model.Wrapped(f.name + " converts a value of any type that " + before.ref.Name + " stands for.")
			param, types = before.goType(), g.old.derived[top]
		}
		head := method(f.name, param, jen.Id("to").Add(after.goType()), jen.Id("ok").Bool())
		if !before.ref.Interface {
			f.code = head.Block(g.derivedCase(before, after, top, top)...)
			return
		}
		var cases []jen.Code
		for _, t := range types {
			if !t.Abstract {
				cases = append(cases, jen.Case(jen.Op("*").Add(typeOf(g.old.ref(t)))).Block(g.derivedCase(before, after, t, top)...))
			}
		}
		cases = append(cases, jen.Case(jen.Nil()).Block(), jen.Default().Block(
			jen.Id("c").Dot("lose").Call(jen.Id("at"), jen.Id("Removed"), g.xml(before, jen.Id("from")))))
		f.code = head.Block(
			jen.Switch(jen.Id("from").Op(":=").Id("from").Op(".").Parens(jen.Type())).Block(cases...),
			jen.Return(jen.Id("to"), jen.False()),
		)
	})
	if before.ref.Interface {
		return callByValue(f)
	}
	return call(f, true)
}

// derivedCase converts a value of one type.
func (g *generator) derivedCase(before, after typed, t, top *schema.ComplexType) []jen.Code {
	target, retyped := g.successor(t, after.typ.(*schema.ComplexType), after, before)
	own := typed{typ: t, ref: g.old.ref(t), element: before.element}
	if target == nil {
		return []jen.Code{
			jen.Id("c").Dot("lose").Call(jen.Id("at"), jen.Id("Removed"), g.xml(own, jen.Id("from"))),
			jen.Return(jen.Id("to"), jen.False()),
		}
	}
	var body []jen.Code
	if retyped {
		body = append(body, jen.Id("c").Dot("lose").Call(jen.Id("at"), jen.Id("Retyped"), jen.Lit(t.Name.Local)))
	}
	conversion := g.complex(own, typed{typ: target, ref: g.new.ref(target)})
	value := conversion.of(jen.Id("at"), from(true))
	if !after.ref.Interface {
		return append(body, jen.Return(value, jen.True()))
	}
	return append(body, jen.Id("value").Op(":=").Add(value), jen.Return(jen.Op("&").Id("value"), jen.True()))
}

// standIn is what an element or one that may stand for it is called, and the type of its values.
func standIn(t typed, e *schema.Element, v *version) typed {
	stand := typed{typ: e.Type, element: e, ref: t.ref}
	if t.isRuntime("Substitutable") {
		stand.ref = *t.ref.Arg
	}
	if stand.ref.Name == "XMLValue" {
		stand.ref = v.pointed(e.Type)
	}
	return stand
}

// pointed is the Go type that values of a type have behind a pointer.
func (v *version) pointed(t schema.Type) model.Ref {
	switch t := t.(type) {
	case *schema.SimpleType:
		if t.BuiltIn {
			b := model.BuiltInOf(t)
			return model.Ref{Package: model.Runtime, Name: b.Runtime}
		}
	case *schema.ComplexType:
		if t.BuiltIn {
			return model.Ref{Package: model.Runtime, Name: "AnyType"}
		}
	}
	return v.ref(t)
}

// members are an element and those that may stand for it.
func members(t typed) []*schema.Element {
	if !t.isRuntime("Substitutable") {
		return []*schema.Element{t.element}
	}
	return append([]*schema.Element{t.element}, t.element.Substitutes...)
}

// substitutable converts elements for which others may stand, in one of the versions at least. They go by their names.
func (g *generator) substitutable(before, after typed) *conversion {
	if before.element == nil || after.element == nil {
		return nil
	}
	f := g.function(pairKey("substitutable", before, after)+"|"+before.element.Name.String(), before.element.Name.Local+"Element", complexFile, func(f *function) {
		f.name = model.Unexported(f.name)
		f.doc = model.Wrapped(f.name + " converts the element " + before.element.Name.Local + " or one that may stand for it.")
		f.code = method(f.name, pointerTo(before), jen.Id("to").Add(after.goType()), jen.Id("ok").Bool()).Block(g.substitutes(before, after)...)
	})
	return call(f, true)
}

func (g *generator) substitutes(before, after typed) []jen.Code {
	if !before.isRuntime("Substitutable") {
		return g.substitute(before, after, before.element)
	}
	var cases []jen.Code
	for _, e := range members(before) {
		if e.Abstract {
			continue
		}
		names := []jen.Code{nameLit(e.Name)}
		if e == before.element {
			names = append(names, runtime("Name").Values())
		}
		cases = append(cases, jen.Case(names...).Block(g.substitute(before, after, e)...))
	}
	return []jen.Code{
		jen.Switch(jen.Id("from").Dot("Name")).Block(cases...),
		jen.Id("c").Dot("lose").Call(jen.Id("at"), jen.Id("Removed"), g.lostText(before, from(true))),
		jen.Return(jen.Id("to"), jen.False()),
	}
}

// substitute converts the value of one of the elements; it returns from the function where there is one.
func (g *generator) substitute(before, after typed, e *schema.Element) []jen.Code {
	for _, candidate := range members(after) {
		if candidate.Name != g.renamed(e.Name) || candidate.Abstract {
			continue
		}
		old, current := standIn(before, e, g.old), standIn(after, candidate, g.new)
		inner := g.value(old, current)
		if inner == nil {
			return nil
		}
		put := g.putSubstitute(after, candidate)
		if before.isRuntime("Substitutable") && before.ref.Arg.Name == "XMLValue" {
			return g.substituteOfAnyType(old, current, put)
		}
		src := from(true)
		if before.isRuntime("Substitutable") {
			src = source{code: jen.Id("from").Dot("Value")}
		}
		return g.returnSubstitute(inner, src, put)
	}
	return nil
}

// substituteOfAnyType converts the value of an element by the type that it is of: the declared one, or one derived from it.
func (g *generator) substituteOfAnyType(old, current typed, put func(string) jen.Code) []jen.Code {
	types := []typed{old}
	for _, t := range g.old.extending(old.typ) {
		types = append(types, typed{typ: t, ref: g.old.ref(t), element: old.element})
	}
	var cases []jen.Code
	for i, t := range types {
		after, named := current, i == 0
		if t.typ.TypeName().Local != "" {
			if same, ok := g.counterpart(t.typ); ok && slices.ContainsFunc(g.new.extending(current.typ), func(c *schema.ComplexType) bool { return c == same.typ }) {
				after, named = same, true
			}
		}
		inner := g.value(t, after)
		if inner == nil {
			continue
		}
		var body []jen.Code
		if !named {
			body = append(body, jen.Id("c").Dot("lose").Call(jen.Id("at"), jen.Id("Retyped"), jen.Lit(t.typ.TypeName().Local)))
		}
		body = append(body, g.returnSubstitute(inner, source{code: jen.Id("value"), pointer: true}, put)...)
		cases = append(cases, jen.Case(jen.Op("*").Add(t.goType())).Block(body...))
	}
	return []jen.Code{jen.Switch(jen.Id("value").Op(":=").Id("from").Dot("Value").Assert(jen.Type())).Block(cases...)}
}

// putSubstitute makes what is returned of a converted value.
func (g *generator) putSubstitute(after typed, e *schema.Element) func(value string) jen.Code {
	return func(value string) jen.Code {
		if !after.isRuntime("Substitutable") {
			return jen.Id(value)
		}
		held := jen.Id(value)
		if after.ref.Arg.Name == "XMLValue" {
			held = jen.Op("&").Id(value)
		}
		return after.goType().Values(jen.Id("Name").Op(":").Add(nameLit(e.Name)), jen.Id("Value").Op(":").Add(held))
	}
}

func (g *generator) returnSubstitute(inner *conversion, src source, put func(string) jen.Code) []jen.Code {
	value := inner.of(jen.Id("at"), src)
	if !inner.partial {
		return []jen.Code{jen.Id("converted").Op(":=").Add(value), jen.Return(put("converted"), jen.True())}
	}
	return []jen.Code{
		jen.List(jen.Id("converted"), jen.Id("allowed")).Op(":=").Add(value),
		jen.Return(put("converted"), jen.Id("allowed")),
	}
}
