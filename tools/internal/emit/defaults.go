// This file emits the methods that answer for absent values with the schema's defaults.

package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// orDefault emits XOrDefault for an optional field of a simple type that has a default.
func (e *emitter) orDefault(f *jen.File, s *model.Struct, field *model.Field) {
	if field.Default == nil || !isPointer(field) || field.Type.Arg != nil {
		return
	}
	t := simpleTypeOf(field)
	if t == nil {
		return
	}
	name := field.GoName + "OrDefault"
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

// simpleTypeOf returns the simple type of an attribute or element, nil where it has a complex one.
func simpleTypeOf(field *model.Field) *schema.SimpleType {
	switch m := field.Members[0]; {
	case m.Use != nil:
		return m.Use.Declaration.Type
	case m.Element != nil:
		t, _ := m.Element.Type.(*schema.SimpleType)
		return t
	}
	return nil
}

// returnDefault returns the statements that return the default, as an expression where Go can write one.
func (e *emitter) returnDefault(field *model.Field, t *schema.SimpleType) []jen.Code {
	text := t.Runtime.Normalize(field.Default.Text)
	if t.BuiltIn {
		if b := model.BuiltInOf(t); b.Direct {
			return []jen.Code{jen.Return(literal(b, text))}
		} else if b.Kind == model.StringKind {
			return []jen.Code{jen.Return(xsd(b.Runtime).Call(jen.Lit(text)))}
		}
	}
	s, ok := e.kinds[t].(*model.Simple)
	switch {
	case ok && s.BuiltIn.Kind != model.StructKind:
		return []jen.Code{jen.Return(typeOf(field.Type).Call(literal(s.BuiltIn, text)))}
	case ok && !isName(s.BuiltIn):
		return []jen.Code{jen.Return(typeOf(field.Type).Values(e.parsed(s.BuiltIn, text, nil)))}
	case t.BuiltIn && model.BuiltInOf(t).Kind == model.StructKind && !isName(model.BuiltInOf(t)) && model.BuiltInOf(t).Runtime != "AnySimple":
		return []jen.Code{jen.Return(e.parsed(model.BuiltInOf(t), text, nil))}
	}
	return []jen.Code{
		jen.Var().Id("value").Add(typeOf(field.Type)),
		jen.Id("_").Op("=").Id("value").Dot("UnmarshalText").Call(jen.Index().Byte().Call(jen.Lit(text))).
			Comment("// the schema compiler found it valid"),
		jen.Return(jen.Id("value")),
	}
}

// isName reports whether values are names with prefixes, which mean something only together with namespace bindings.
func isName(b model.BuiltIn) bool { return b.Runtime == "QName" || b.Runtime == "Notation" }
