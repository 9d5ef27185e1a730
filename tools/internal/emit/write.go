// This file emits WriteXSD and Validate.

package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

func (e *emitter) writers(f *jen.File, types []model.Type) {
	for _, t := range types {
		if s, ok := t.(*model.Struct); ok {
			e.writer(f, s)
		}
	}
}

// writer emits the WriteXSD and Validate methods of a struct.
func (e *emitter) writer(f *jen.File, s *model.Struct) {
	declare(f, []string{"WriteXSD writes v where the writer stands."},
		method(s.GoName, "WriteXSD").Params(jen.Id("w").Op("*").Add(xsd("XMLWriter"))).Error().BlockFunc(func(g *jen.Group) {
			g.Id("w").Dot("Open").Call(jen.Op("&").Id(descriptor(s.GoName)))
			for _, field := range s.Fields {
				writeField(g, jen.Id("v"), field, 0)
			}
			g.Return(jen.Id("w").Dot("Close").Call())
		}))
	validate(f, s.GoName)
}

// validate emits the Validate method that all generated types share.
func validate(f *jen.File, goName string) {
	declare(f, []string{"Validate returns nil exactly when what xsd.MarshalXML writes is valid."},
		method(goName, "Validate").Params().Error().Block(jen.Return(xsd("Validate").Call(jen.Id("v")))))
}

// writeField emits the writing of a field of holder.
func writeField(g *jen.Group, holder *jen.Statement, f *model.Field, depth int) {
	field := holder.Clone().Dot(f.GoName)
	switch f.Kind {
	case model.ChoiceField:
		branches(g, field, f, depth)
		return
	case model.ContentField:
		g.For(jen.List(jen.Id("_"), jen.Id("item")).Op(":=").Range().Add(field)).BlockFunc(func(g *jen.Group) {
			items(g, f)
		})
		return
	}
	index := jen.Lit(f.Members[0].Index)
	write := func(pointer *jen.Statement) *jen.Statement {
		return jen.Id("w").Dot("Value").Call(index, via(f.Type, pointer))
	}
	switch {
	case f.Occurs == model.Many:
		i := local("i", depth)
		element := field.Clone().Index(jen.Id(i))
		if !f.Type.Interface {
			element = jen.Op("&").Add(element)
		}
		g.For(jen.Id(i).Op(":=").Range().Add(field)).Block(write(element))
	case isPointer(f) || f.Type.Interface:
		g.If(field.Clone().Op("!=").Nil()).Block(write(field))
	default:
		g.Add(write(jen.Op("&").Add(field)))
	}
}

// branches emits the switch over the branches of a choice.
func branches(g *jen.Group, field *jen.Statement, f *model.Field, depth int) {
	branch := local("branch", depth)
	g.Switch(jen.Id(branch).Op(":=").Add(field.Clone()).Assert(jen.Type())).BlockFunc(func(g *jen.Group) {
		g.Case(jen.Nil())
		for _, b := range f.Sum.Branches {
			g.Case(jen.Id(b.GoName)).BlockFunc(func(g *jen.Group) {
				for _, inner := range b.Fields {
					writeField(g, jen.Id(branch), inner, depth+1)
				}
			})
		}
		g.Default().Block(unknown(f, jen.Id(branch)))
	})
}

// items emits the switch over the items of a list.
func items(g *jen.Group, f *model.Field) {
	g.Switch(jen.Id("item").Op(":=").Id("item").Assert(jen.Type())).BlockFunc(func(g *jen.Group) {
		for _, b := range f.Sum.Branches {
			g.Case(jen.Id(b.GoName)).BlockFunc(func(g *jen.Group) {
				for _, inner := range b.Fields {
					writeField(g, jen.Id("item"), inner, 1)
				}
			})
		}
		if f.Sum.Text != "" {
			g.Case(jen.Id(f.Sum.Text)).Block(jen.Id("w").Dot("Chars").Call(jen.String().Call(jen.Id("item"))))
		}
		g.Default().Block(unknown(f, jen.Id("item")))
	})
}

func unknown(f *model.Field, branch *jen.Statement) *jen.Statement {
	return jen.Id("w").Dot("UnknownBranch").Call(jen.Lit(f.GoName), branch)
}
