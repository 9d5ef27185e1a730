// This file converts values of simple types: by Go's own conversions where both are the same in Go, else by their text. What is not known to fit is
// checked.

package convert

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// simple converts a value of a simple type.
func (g *generator) simple(before, after typed) *conversion {
	cast := g.cast(before, after)
	fits := g.fits(before.simple(), after.simple())
	switch {
	case cast != nil && fits && !collapses(before, after):
		return &conversion{same: refKey(before.ref) == refKey(after.ref), of: func(_ *jen.Statement, s source) *jen.Statement { return cast(s) }}
	case g.new.form(after).builtIn.Runtime == "AnySimple":
		return &conversion{of: func(_ *jen.Statement, s source) *jen.Statement {
			return runtime("AnySimple").Values(jen.Id("Text").Op(":").Add(g.text(before, s)))
		}}
	}
	f := g.function(pairKey("simple", before, after), word(after.ref), simpleFile, func(f *function) {
		item := g.nameCast(before, after)
		switch {
		case cast != nil && !collapses(before, after):
			g.checkedCast(f, before, after, cast)
		case item != nil:
			g.listOfNames(f, before, after, item)
		default:
			g.readText(f, before, after)
		}
	})
	return callByValue(f)
}

// collapses reports whether the new type makes less of white space, so that a text may become another.
func collapses(before, after typed) bool {
	return after.simple().Runtime.WhiteSpace() > before.simple().Runtime.WhiteSpace()
}

// checkedCast is a function that converts as Go does and asks the new type.
func (g *generator) checkedCast(f *function, before, after typed, cast func(source) *jen.Statement) {
	g.convertsDoc(f, before, after)
	f.code = method(f.name, before.goType(), after.goType(), jen.Bool()).Block(
		jen.Id("to").Op(":=").Add(cast(from(false))),
		g.checked(before, after),
	)
}

func (g *generator) convertsDoc(f *function, before, after typed) {
	f.doc = model.Wrapped(f.name + " converts a value of " + simpleWord(before) + ". Not all are allowed in the new " + simpleWord(after) + ".")
}

// checked returns the new value, and what the new type says of it.
func (g *generator) checked(before, after typed) *jen.Statement {
	valid := jen.Id("to").Dot("Validate").Call()
	if after.ref.Via != "" {
		valid = jen.Parens(jen.Op("*").Add(runtime(after.ref.Via))).Call(jen.Op("&").Id("to")).Dot("Validate").Call()
	}
	return jen.Return(jen.Id("to"), jen.Id("c").Dot("allowed").Call(jen.Id("at"), g.text(before, from(false)), valid))
}

// nameCast is Go's own conversion between the items of two lists of qualified names; nil for other types. The text of such a list does not tell the namespaces.
func (g *generator) nameCast(before, after typed) func(source) *jen.Statement {
	old, ok := g.old.types[before.typ].(*model.List)
	current, also := g.new.types[after.typ].(*model.List)
	if !ok || !also {
		return nil
	}
	items := [2]typed{itemOf(old), itemOf(current)}
	if form := g.old.form(items[0]); !form.atomic(model.StructKind) || !isName(form.builtIn) {
		return nil
	}
	return g.cast(items[0], items[1])
}

// itemOf is what a list holds.
func itemOf(l *model.List) typed {
	variety, ok := l.Definition.Variety.(*schema.List)
	if !ok {
		return typed{ref: l.Item, typ: l.Definition}
	}
	return typed{ref: l.Item, typ: variety.Item}
}

// listOfNames is a function that converts a list item by item.
func (g *generator) listOfNames(f *function, before, after typed, item func(source) *jen.Statement) {
	g.convertsDoc(f, before, after)
	f.code = method(f.name, before.goType(), jen.Id("to").Add(after.goType()), jen.Id("ok").Bool()).Block(
		jen.Id("to").Op("=").Make(after.goType(), jen.Len(jen.Id("from"))),
		jen.For(jen.Id("i").Op(":=").Range().Id("from")).Block(
			jen.Id("to").Index(jen.Id("i")).Op("=").Add(item(source{code: jen.Id("from").Index(jen.Id("i"))})),
		),
		g.checked(before, after),
	)
}

// unionOfNames are the statements for a value of a union that is a qualified name: its text does not tell the namespace.
func (g *generator) unionOfNames(before, after typed) []jen.Code {
	if !g.old.form(before).union || !g.new.form(after).union || !slices.ContainsFunc(before.simple().Runtime.Members(), simple.IsNameType) {
		return nil
	}
	return []jen.Code{jen.If(jen.Id("isName").Call(jen.Id("from").Dot("Member").Call())).Block(
		jen.Id("to").Dot("Union").Op("=").Id("from").Dot("Union"),
		g.checked(before, after),
	)}
}

// readText is a function that reads the text as the new type does.
func (g *generator) readText(f *function, before, after typed) {
	f.doc = model.Wrapped(f.name + " reads a value of " + simpleWord(before) + " as the new " + simpleWord(after) + ".")
	text := g.text(before, from(false))
	body := append(g.unionOfNames(before, after),
		jen.Id("ok").Op("=").Id("c").Dot("read").Call(jen.Id("at"), text, g.readable(after, "to")),
	)
	if collapses(before, after) && g.new.form(after).atomic(model.StringKind) {
		body = append(body, jen.If(jen.Id("ok").Op("&&").String().Call(jen.Id("to")).Op("!=").Add(text.Clone())).Block(
			jen.Id("c").Dot("lose").Call(jen.Id("at"), jen.Id("WhiteSpace"), text.Clone()),
		))
	}
	f.code = method(f.name, before.goType(), jen.Id("to").Add(after.goType()), jen.Id("ok").Bool()).Block(append(body, jen.Return(jen.Id("to"), jen.Id("ok")))...)
}

// simpleWord names a simple type for readers of comments.
func simpleWord(t typed) string {
	switch name := t.typ.TypeName().Local; {
	case t.simple().BuiltIn:
		return "xs:" + name
	case name != "":
		return name
	}
	return t.ref.Name
}

// cast is Go's own conversion between two simple types; nil where their values are not the same in Go.
func (g *generator) cast(before, after typed) func(source) *jen.Statement {
	old, current := g.old.form(before), g.new.form(after)
	switch {
	case !old.declared && !current.declared && refKey(before.ref) == refKey(after.ref):
		return source.value
	case old.atomic(model.StringKind) && current.atomic(model.StringKind),
		old.atomic(model.NumberKind) && current.atomic(model.NumberKind) && holds(current.builtIn.Basic, old.builtIn.Basic):
		return func(s source) *jen.Statement { return converted(after.goType(), s.value()) }
	case old.atomic(model.StructKind) && current.atomic(model.StructKind) && old.builtIn.Runtime == current.builtIn.Runtime, isSameOwn(old.own, current.own):
		return func(s source) *jen.Statement { return g.wrap(old, current, after, s) }
	}
	return nil
}

// wrap takes a value of the runtime out of a generated type and puts it into another. Notations are declared by the schema, in its namespace.
func (g *generator) wrap(old, current form, after typed, s source) *jen.Statement {
	value := s.value()
	if old.declared {
		value = s.dot(old.builtIn.Runtime)
	}
	if old.builtIn.Runtime == "Notation" && len(g.spaces) > 0 {
		value = runtime("NewNotation").Call(jen.Id("renamed").Call(value.Clone().Dot("Name").Call()), value.Clone().Dot("Prefix").Call())
	}
	if current.declared {
		return after.goType().Values(jen.Id(current.builtIn.Runtime).Op(":").Add(value))
	}
	return value
}

// widths are Go's integers, each kind by growing size.
var widths = [][]string{strings.Fields("int8 int16 int32 int64"), strings.Fields("uint8 uint16 uint32 uint64"), {"bool"}, {"float32"}, {"float64"}}

// holds reports whether a Go type has all values of another and spells them alike.
func holds(wide, narrow string) bool {
	return slices.ContainsFunc(widths, func(kind []string) bool {
		i := slices.Index(kind, narrow)
		return i >= 0 && slices.Index(kind, wide) >= i
	})
}
