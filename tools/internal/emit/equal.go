// This file emits Equal, which compares structs field by field.

package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// equals emits the methods that compare structs.
func (e *emitter) equals(f *jen.File, types []model.Type) {
	if !e.pkg.Has(config.Equal) {
		return
	}
	for _, t := range types {
		if s, ok := t.(*model.Struct); ok {
			e.equal(f, s)
		}
	}
}

// equal emits the methods that compare a struct and the branches of its choices.
func (e *emitter) equal(f *jen.File, s *model.Struct) {
	declare(f, []string{
		"Equal reports whether v and other hold the same, texts to the letter: 1.10 is not 1.1. Lists without values are equal, be they nil or",
		"not. Nil is equal to nil alone.",
	}, method(s.GoName, "Equal").Params(jen.Id("other").Op("*").Id(s.GoName)).Bool().Block(
		jen.If(jen.Id("v").Op("==").Nil().Op("||").Id("other").Op("==").Nil()).Block(jen.Return(jen.Id("v").Op("==").Id("other"))),
		jen.Return(e.allEqual(nil, s.Fields)),
	))
	declare(f, []string{"EqualXSD is Equal for package xsd, which does not know the type."},
		method(s.GoName, "EqualXSD").Params(jen.Id("other").Add(xsd("XMLValue"))).Bool().Block(
			jen.List(jen.Id("o"), jen.Id("ok")).Op(":=").Id("other").Assert(jen.Op("*").Id(s.GoName)),
			jen.Return(jen.Id("ok").Op("&&").Id("v").Dot("Equal").Call(jen.Id("o"))),
		))
	for _, sum := range s.Sums {
		e.equalSum(f, sum)
	}
}

// equalSum emits the methods that compare the branches of a choice, and text between elements.
func (e *emitter) equalSum(f *jen.File, sum *model.Sum) {
	compare := func(goName string, fields []*model.Field, own ...jen.Code) {
		name := jen.Id("other")
		if len(fields) == 0 && len(own) == 0 {
			name = jen.Id("_")
		}
		other := jen.List(name, jen.Id("ok")).Op(":=").Id("sum").Assert(jen.Id(goName))
		f.Add(valueMethod(goName, "equal").Params(jen.Id("sum").Id(sum.GoName)).Bool().Block(
			other, jen.Return(e.allEqual(append([]jen.Code{jen.Id("ok")}, own...), fields))))
		f.Line()
	}
	for _, b := range sum.Branches {
		compare(b.GoName, b.Fields)
	}
	if sum.Text != "" {
		compare(sum.Text, nil, jen.Id("v").Op("==").Id("other"))
	}
}

// allEqual returns the expression that all conditions hold and all fields of v and other are equal.
func (e *emitter) allEqual(conditions []jen.Code, fields []*model.Field) *jen.Statement {
	for _, field := range fields {
		condition := e.equalField(field)
		if field.Kind == model.ChoiceField {
			condition = jen.Parens(condition)
		}
		conditions = append(conditions, condition)
	}
	if len(conditions) == 0 {
		return jen.True()
	}
	all := jen.Add(conditions[0])
	for _, condition := range conditions[1:] {
		all.Op("&&").Line().Add(condition)
	}
	return all
}

// equalField returns the expression that a field of v and other is equal.
func (e *emitter) equalField(field *model.Field) *jen.Statement {
	a, b := jen.Id("v").Dot(field.GoName), jen.Id("other").Dot(field.GoName)
	made := e.makings.Of(field)
	_, plain := made.(model.Plain)
	value := typeOf(field.Type)
	switch {
	case field.Occurs == model.Many && plain:
		return jen.Qual("slices", "Equal").Call(a, b)
	case field.Occurs == model.Many:
		return jen.Qual("slices", "EqualFunc").Call(a, b, e.comparer(made, value))
	case !isPointer(field):
		return e.equalValues(a, b, made)
	case plain:
		return xsd("EqualOptional").Call(a, b)
	}
	if _, ok := made.(model.Composite); ok {
		return a.Dot("Equal").Call(b)
	}
	return xsd("EqualOptionalFunc").Call(a, b, e.comparer(made, value))
}

// comparer returns a function that compares two values of a type.
func (e *emitter) comparer(made model.Made, value *jen.Statement) *jen.Statement {
	if kept, ok := made.(model.Kept); ok && kept.Embedded == "" {
		return value.Clone().Dot("Equal")
	}
	if wild, ok := made.(model.Wild); ok {
		return xsd("Equal" + wild.Name + "s")
	}
	if _, ok := made.(model.Real); ok {
		return xsd("EqualFloats").Types(value.Clone())
	}
	return jen.Func().Params(jen.List(jen.Id("first"), jen.Id("second")).Add(value)).Bool().Block(
		jen.Return(e.equalValues(jen.Id("first"), jen.Id("second"), made)))
}

// equalValues returns the expression that two values are equal.
func (e *emitter) equalValues(a, b *jen.Statement, made model.Made) *jen.Statement {
	switch made := made.(type) {
	case model.Real:
		return xsd("EqualFloats").Call(a, b)
	case model.Kept:
		if made.Embedded != "" {
			a, b = a.Dot(made.Embedded), b.Dot(made.Embedded)
		}
		return a.Dot("Equal").Call(b)
	case model.Worded:
		return a.Dot("Text").Call().Op("==").Add(b).Dot("Text").Call()
	case model.Listed:
		if _, plain := made.Item.(model.Plain); plain {
			return jen.Qual("slices", "Equal").Call(a, b)
		}
		return jen.Qual("slices", "EqualFunc").Call(a, b, e.comparer(made.Item, typeOf(made.Ref)))
	case model.Composite:
		return a.Dot("Equal").Call(jen.Op("&").Add(b))
	case model.Dynamic:
		return xsd("EqualValues").Call(a, b)
	case model.Alternatives:
		return a.Clone().Op("==").Nil().Op("&&").Add(b.Clone()).Op("==").Nil().Op("||").
			Add(a.Clone()).Op("!=").Nil().Op("&&").Add(a).Dot("equal").Call(b)
	case model.Wild:
		return xsd("Equal"+made.Name+"s").Call(a, b)
	case model.Enclosed:
		return jen.Add(a.Clone()).Dot(made.Field).Op("==").Add(b.Clone()).Dot(made.Field).Op("&&").
			Add(e.equalValues(a.Clone().Dot("Value"), b.Clone().Dot("Value"), made.Value))
	}
	return a.Op("==").Add(b)
}
