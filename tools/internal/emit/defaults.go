// This file emits the methods that answer for absent values with the schema's defaults.

package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// orDefault emits XOrDefault for an optional field of a simple type that has a default.
func (e *emitter) orDefault(f *jen.File, s *model.Struct, field *model.Field) {
	if field.DefaultMethod == "" || !isPointer(field) || field.Type.Arg != nil {
		return
	}
	t := model.SimpleTypeOf(field)
	if t == nil {
		return
	}
	name := field.DefaultMethod
	doc := name + " returns " + field.GoName + ", or where it is absent the schema's default."
	if field.Kind == model.ElementField {
		doc = name + " returns " + field.GoName + ", or where it is absent the schema's default, which XSD gives to an empty element."
	}
	body := []jen.Code{
		jen.If(jen.Id("v").Dot(field.GoName).Op("!=").Nil()).Block(jen.Return(jen.Op("*").Id("v").Dot(field.GoName))),
	}
	body = append(body, e.returnDefault(field, t)...)
	declare(f, []string{doc}, method(s.GoName, name).Params().Add(typeOf(field.Type)).Block(body...))
}

// returnDefault returns the statements that return the default: an expression, or for lists and unions a value that is read.
func (e *emitter) returnDefault(field *model.Field, t *schema.SimpleType) []jen.Code {
	text := t.Runtime.Normalize(field.Default.Text)
	if value := e.valueOfText(field, t, text, prefixes(field.Default.Namespaces)); value != nil {
		return []jen.Code{jen.Return(value)}
	}
	return []jen.Code{
		jen.Var().Id("value").Add(typeOf(field.Type)),
		unmarshalText(jen.Id("value"), schema.ExpandedText(field.Default, t)),
		jen.Return(jen.Id("value")),
	}
}

// valueOfText returns the expression of the value of a field that the schema has as a text, nil where it has to be read.
func (e *emitter) valueOfText(field *model.Field, t *schema.SimpleType, text string, bindings *jen.Statement) *jen.Statement {
	if t.BuiltIn && (field.Type.Package == "" || field.Type.Package == model.Runtime) {
		return e.builtInValue(model.BuiltInOf(t), text, bindings)
	}
	s, ok := e.kinds[t].(*model.Simple)
	switch {
	case !ok || s.BuiltIn.Kind == model.OwnKind:
		return nil
	case s.BuiltIn.Kind == model.StructKind:
		value := jen.Code(e.parsed(s.BuiltIn, text, bindings))
		if field.Type.Package != e.pkg.Path { // go vet wants the field's name there
			value = pair(s.BuiltIn.Runtime, value)
		}
		return typeOf(field.Type).Values(value)
	}
	return typeOf(field.Type).Call(literal(s.BuiltIn, text))
}

// builtInValue returns the expression of a value of a built-in type.
func (e *emitter) builtInValue(b model.BuiltIn, text string, bindings *jen.Statement) *jen.Statement {
	switch {
	case b.Direct:
		return literal(b, text)
	case b.Kind == model.StringKind:
		return xsd(b.Runtime).Call(jen.Lit(text))
	case b.Kind == model.SliceKind:
		var items []jen.Code
		for _, item := range strings.Fields(text) {
			items = append(items, jen.Lit(item))
		}
		return xsd(b.Runtime).Values(items...)
	case b.Runtime == "AnySimple":
		return xsd(b.Runtime).Values(pair("Text", jen.Lit(text)))
	}
	return e.parsed(b, text, bindings)
}

// isName reports whether values are names with prefixes, which mean something only together with namespace bindings.
func isName(b model.BuiltIn) bool { return b.Runtime == "QName" || b.Runtime == "Notation" }
