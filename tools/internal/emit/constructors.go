// This file emits constructors: functions that make a value of all that the schema requires.

package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// constructors emits the functions that make structs.
func (e *emitter) constructors(f *jen.File, types []model.Type) {
	for _, t := range types {
		if s, ok := t.(*model.Struct); ok && s.New != nil {
			e.constructorOf(f, s)
		}
	}
}

// constructorOf emits the constructor of a struct.
func (e *emitter) constructorOf(f *jen.File, s *model.Struct) {
	var parameters, fields, parsed []jen.Code
	for _, p := range s.New.Parameters {
		parameters = append(parameters, jen.Id(p.GoName).Add(fieldType(p.Field)))
		fields = append(fields, pair(p.Field.GoName, jen.Id(p.GoName)))
	}
	for _, field := range s.New.Fixed {
		if value := e.fixedValue(field); value != nil {
			fields = append(fields, pair(field.GoName, value))
			continue
		}
		parsed = append(parsed, unmarshalText(jen.Id("v").Dot(field.GoName), schema.ExpandedText(model.FixedOf(field), model.SimpleTypeOf(field))))
	}
	made := jen.Id(s.GoName).Add(lines(fields))
	body := []jen.Code{jen.Return(made)}
	if len(parsed) > 0 {
		body = append(append([]jen.Code{jen.Id("v").Op(":=").Add(made)}, parsed...), jen.Return(jen.Id("v")))
	}
	multi := jen.Options{Open: "(", Close: ")", Separator: ",", Multi: len(parameters) > 4}
	declare(f, constructorDoc(s), jen.Func().Id(s.New.GoName).Custom(multi, parameters...).Id(s.GoName).Block(body...))
}

func constructorDoc(s *model.Struct) []string {
	text := s.New.GoName + " returns a value of all that the schema requires of " + s.GoName + "; what is optional is for the caller to set."
	if len(s.New.Parameters) == 0 {
		text = s.New.GoName + " returns a value of " + s.GoName + ", of which the schema requires nothing that could differ."
	}
	return model.Wrapped(text)
}

// fixedValue returns the expression of the only value of a field, nil where it has to be read from its text.
func (e *emitter) fixedValue(field *model.Field) *jen.Statement {
	fixed, t := model.FixedOf(field), model.SimpleTypeOf(field)
	return e.valueOfText(field, t, t.Runtime.Normalize(fixed.Text), prefixes(fixed.Namespaces))
}

// unmarshalText returns the statement that reads a value from a text of the schema.
func unmarshalText(value *jen.Statement, text string) *jen.Statement {
	return jen.Id("_").Op("=").Add(value).Dot("UnmarshalText").Call(jen.Index().Byte().Call(jen.Lit(text))).Comment("// the schema compiler found it valid")
}
