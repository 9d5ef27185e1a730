// This file converts values of simple types: by Go's own conversions where both are the same in Go, else by their text. What is not known to fit is
// checked.

package convert

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
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
		if cast != nil && !collapses(before, after) {
			g.checkedCast(f, before, after, cast)
		} else {
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
	f.doc = model.Wrapped(f.name + " converts a value of " + simpleWord(before) + ". Not all are allowed in the new " + simpleWord(after) + ".")
	valid := jen.Id("to").Dot("Validate").Call()
	if after.ref.Via != "" {
		valid = jen.Parens(jen.Op("*").Add(runtime(after.ref.Via))).Call(jen.Op("&").Id("to")).Dot("Validate").Call()
	}
	f.code = method(f.name, before.goType(), after.goType(), jen.Bool()).Block(
		jen.Id("to").Op(":=").Add(cast(from(false))),
		jen.Return(jen.Id("to"), jen.Id("c").Dot("allowed").Call(jen.Id("at"), g.text(before, from(false)), valid)),
	)
}

// readText is a function that reads the text as the new type does.
func (g *generator) readText(f *function, before, after typed) {
	f.doc = model.Wrapped(f.name + " reads a value of " + simpleWord(before) + " as the new " + simpleWord(after) + ".")
	text := g.text(before, from(false))
	body := []jen.Code{
		jen.Id("ok").Op("=").Id("c").Dot("read").Call(jen.Id("at"), text, g.readable(after, "to")),
	}
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
