// This file emits what stands for simple types with a Go type of the user's: structs that embed it, and what converts its values.

package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// ownsOf lists the types of the user's that types of a package embed.
func ownsOf(p *model.Package) []*model.Own {
	var owns []*model.Own
	add := func(own *model.Own) {
		if own != nil && !slices.Contains(owns, own) {
			owns = append(owns, own)
		}
	}
	for _, t := range p.Types {
		if s, ok := t.(*model.Simple); ok {
			add(s.BuiltIn.Own)
		}
	}
	for _, w := range p.Wrappers {
		add(w.Own)
	}
	return owns
}

// ownTypes emits the types that stand for built-in ones, and the conversions that they and others use.
func (e *emitter) ownTypes(f *jen.File) {
	for _, own := range e.owns {
		goType := jen.Qual(own.Package, own.Name)
		declare(f, []string{conversion(own) + " converts values of xs:" + own.Local + ", and of the types derived from it."},
			jen.Var().Id(conversion(own)).Op("=").Add(xsd("Conversion")).Types(goType).Values(jen.Dict{
				jen.Id("Parse"): parseOwn(own), jen.Id("Format"): formatOwn(own),
			}))
	}
	for _, w := range e.pkg.Wrappers {
		summary := model.Wrapped(w.GoName + " is xs:" + w.Own.Local + ", with the Go type that xsdgen.yaml gives it.")
		e.ownType(f, w.GoName, summary, w.Own, jen.Id(e.builtIn(w.Own.Local)))
	}
}

// conversion names the variable that converts values.
func conversion(own *model.Own) string { return model.Unexported(own.Local) + "Conversion" }

func parseOwn(own *model.Own) *jen.Statement {
	if own.Parse.Name == "" {
		return xsd("ParseByText").Types(jen.Qual(own.Package, own.Name)).Call()
	}
	return jen.Qual(own.Parse.Package, own.Parse.Name)
}

func formatOwn(own *model.Own) *jen.Statement {
	goType := jen.Qual(own.Package, own.Name)
	if own.Format.Name == "" {
		return xsd("FormatByText").Types(goType).Call()
	}
	text := jen.Id("v").Dot(own.Format.Name).Call()
	if own.Format.Package != "" {
		text = jen.Qual(own.Format.Package, own.Format.Name).Call(jen.Id("v"))
	}
	return jen.Func().Params(jen.Id("v").Add(goType)).Params(jen.String(), jen.Error()).Block(jen.Return(text, jen.Nil()))
}

// ownType emits a type that embeds one of the user's; definition is the expression of its simple type.
func (e *emitter) ownType(f *jen.File, goName string, doc []string, own *model.Own, definition *jen.Statement) {
	declare(f, doc, jen.Type().Id(goName).Struct(jen.Qual(own.Package, own.Name)))
	convert, embedded := jen.Id(conversion(own)), jen.Id("v").Dot(own.Name)
	read := jen.Return(convert.Clone().Dot("Read").Call(jen.Id("r"), definition.Clone(), jen.Op("&").Add(embedded.Clone())))
	write := jen.Return(convert.Clone().Dot("Write").Call(jen.Id("w"), definition.Clone(), embedded.Clone()))
	e.simpleMethods(f, goName, definition, []jen.Code{read}, []jen.Code{write})
	declare(f, []string{"Text returns the value as it is written, empty where it has no text."},
		valueMethod(goName, "Text").Params().String().Block(jen.Return(convert.Clone().Dot("Text").Call(embedded.Clone()))))
	textMethods(f, goName)
	jsonMethods(f, goName)
}
