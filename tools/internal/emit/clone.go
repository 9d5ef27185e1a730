// This file emits Clone: a struct is copied by assignment, and what it then shares with the original is copied in its turn.

package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// clones emits the methods that copy structs.
func (e *emitter) clones(f *jen.File, types []model.Type) {
	if !e.pkg.Has(config.Clone) {
		return
	}
	for _, t := range types {
		if s, ok := t.(*model.Struct); ok {
			e.clone(f, s)
		}
	}
}

// clone emits the methods that copy a struct and the branches of its choices.
func (e *emitter) clone(f *jen.File, s *model.Struct) {
	body := []jen.Code{
		jen.If(jen.Id("v").Op("==").Nil()).Block(jen.Return(jen.Nil())),
		jen.Id("c").Op(":=").Op("*").Id("v"),
	}
	shares := e.makings.Shares(model.Composite{Struct: s})
	if shares {
		body = append(body, jen.Id("c").Dot("detach").Call())
	}
	declare(f, []string{"Clone returns a deep copy of v: nothing that is changed in one of them changes in the other. The copy of nil is nil."},
		method(s.GoName, "Clone").Params().Op("*").Id(s.GoName).Block(append(body, jen.Return(jen.Op("&").Id("c")))...))
	declare(f, []string{"CloneXSD is Clone for package xsd, which does not know the type."},
		method(s.GoName, "CloneXSD").Params().Add(xsd("XMLValue")).Block(jen.Return(jen.Id("v").Dot("Clone").Call())))
	if shares {
		declare(f, []string{"detach copies what v shares with the value that was assigned to it."},
			method(s.GoName, "detach").Params().Block(e.detachFields(s.Fields)...))
	}
	for _, sum := range s.Sums {
		e.cloneSum(f, sum)
	}
}

// cloneSum emits the methods that copy the branches of a choice, and text between elements.
func (e *emitter) cloneSum(f *jen.File, sum *model.Sum) {
	for _, b := range sum.Branches {
		body := append(e.detachFields(b.Fields), jen.Return(jen.Id("v")))
		f.Add(valueMethod(b.GoName, "clone").Params().Id(sum.GoName).Block(body...))
		f.Line()
	}
	if sum.Text != "" {
		f.Add(valueMethod(sum.Text, "clone").Params().Id(sum.GoName).Block(jen.Return(jen.Id("v"))))
		f.Line()
	}
}

// detachFields returns the statements that copy what the fields of v share with those of another value.
func (e *emitter) detachFields(fields []*model.Field) []jen.Code {
	var body []jen.Code
	for _, field := range fields {
		if e.makings.FieldShares(field) {
			body = append(body, e.detachField(field)...)
		}
	}
	return body
}

func (e *emitter) detachField(field *model.Field) []jen.Code {
	at := jen.Id("v").Dot(field.GoName)
	made := e.makings.Of(field)
	shares := e.makings.Shares(made)
	switch {
	case field.Occurs == model.Many:
		body := []jen.Code{at.Clone().Op("=").Qual("slices", "Clone").Call(at.Clone())}
		if shares {
			item := at.Clone().Index(jen.Id("i"))
			body = append(body, jen.For(jen.Id("i").Op(":=").Range().Add(at.Clone())).Block(e.detach(item, made)...))
		}
		return body
	case !isPointer(field):
		return e.detach(at, made)
	}
	if _, ok := made.(model.Composite); ok {
		return []jen.Code{at.Clone().Op("=").Add(at.Clone()).Dot("Clone").Call()}
	}
	return []jen.Code{jen.If(at.Clone().Op("!=").Nil()).Block(e.detachPointer(at, made)...)}
}

// detachPointer returns the statements that make a pointer at a place lead to a value of its own.
func (e *emitter) detachPointer(at *jen.Statement, made model.Made) []jen.Code {
	value := jen.Op("*").Add(at.Clone())
	own := func(value jen.Code) jen.Code { return at.Clone().Op("=").New(value) }
	if copied := e.copied(value.Clone(), made); copied != nil {
		return []jen.Code{own(copied)}
	}
	body := []jen.Code{own(value)}
	if enclosed, ok := made.(model.Enclosed); ok && e.makings.Shares(made) {
		body = append(body, e.detach(at.Clone().Dot("Value"), enclosed.Value)...)
	}
	return body
}

// detach returns the statements that copy what the value at a place shares with another.
func (e *emitter) detach(at *jen.Statement, made model.Made) []jen.Code {
	if copied := e.copied(at.Clone(), made); copied != nil {
		return []jen.Code{at.Clone().Op("=").Add(copied)}
	}
	switch made := made.(type) {
	case model.Composite:
		if made.Ref.Package == e.pkg.Path {
			return []jen.Code{at.Clone().Dot("detach").Call()}
		}
		return []jen.Code{at.Clone().Op("=").Op("*").Add(at.Clone()).Dot("Clone").Call()}
	case model.Alternatives:
		return []jen.Code{jen.If(at.Clone().Op("!=").Nil()).Block(at.Clone().Op("=").Add(at.Clone()).Dot("clone").Call())}
	case model.Enclosed:
		return e.detach(at.Clone().Dot("Value"), made.Value)
	}
	return nil
}

// copied returns the expression of a deep copy of a value, nil where it takes statements.
func (e *emitter) copied(value *jen.Statement, made model.Made) *jen.Statement {
	switch made := made.(type) {
	case model.Listed:
		return jen.Qual("slices", "Clone").Call(value)
	case model.Dynamic:
		return xsd("CloneValue").Call(value)
	case model.Wild:
		return xsd("Clone" + made.Name).Call(value)
	}
	return nil
}
