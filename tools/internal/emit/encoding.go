// This file emits the methods of structs, one line each: those that the runtime reads and writes with, and those that the standard
// library's encoders look for. Values receive Marshal, pointers Unmarshal.

package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

func (e *emitter) encoders(f *jen.File, types []model.Type) {
	for _, t := range types {
		if s, ok := t.(*model.Struct); ok {
			structMethods(f, s.GoName)
			xmlMethods(f, s.GoName)
			jsonMethods(f, s.GoName)
		}
	}
}

// structMethods emits ReadXSD, WriteXSD and Validate, which follow the descriptor.
func structMethods(f *jen.File, goName string) {
	d := jen.Op("&").Id(descriptor(goName))
	declare(f, []string{"ReadXSD reads v from the element at the reader's position."},
		method(goName, "ReadXSD").Params(jen.Id("r").Op("*").Add(xsd("XMLReader"))).Error().Block(
			jen.Return(jen.Id("r").Dot("Struct").Call(d, jen.Id("v")))))
	declare(f, []string{"WriteXSD writes v at the writer's position."},
		method(goName, "WriteXSD").Params(jen.Id("w").Op("*").Add(xsd("XMLWriter"))).Error().Block(
			jen.Return(jen.Id("w").Dot("Struct").Call(d, jen.Id("v")))))
	validate(f, goName)
}

// validate emits the Validate method that all generated types share.
func validate(f *jen.File, goName string) {
	declare(f, []string{"Validate returns nil exactly when what xsd.MarshalXML writes is valid."},
		method(goName, "Validate").Params().Error().Block(jen.Return(xsd("Check").Call(jen.Id("v")))))
}

// xmlMethods emits MarshalXML and UnmarshalXML.
func xmlMethods(f *jen.File, goName string) {
	start := jen.Id("start").Qual("encoding/xml", "StartElement")
	declareValueMethod(f, "MarshalXML implements xml.Marshaler, strictly.",
		valueMethod(goName, "MarshalXML").Params(jen.Id("e").Op("*").Qual("encoding/xml", "Encoder"), start.Clone()).Error().Block(
			jen.Return(xsd("EncodeXML").Call(jen.Id("e"), jen.Id("start"), jen.Op("&").Id("v")))))
	declare(f, []string{"UnmarshalXML implements xml.Unmarshaler, strictly."},
		method(goName, "UnmarshalXML").Params(jen.Id("d").Op("*").Qual("encoding/xml", "Decoder"), start.Clone()).Error().Block(
			jen.Return(xsd("DecodeXML").Call(jen.Id("d"), jen.Id("start"), jen.Id("v")))))
}

// jsonMethods emits MarshalJSON and UnmarshalJSON.
func jsonMethods(f *jen.File, goName string) {
	declareValueMethod(f, "MarshalJSON implements json.Marshaler, strictly.",
		valueMethod(goName, "MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).Block(
			jen.Return(xsd("EncodeJSON").Call(jen.Op("&").Id("v")))))
	declare(f, []string{"UnmarshalJSON implements json.Unmarshaler, strictly."},
		method(goName, "UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().Block(
			jen.Return(xsd("DecodeJSON").Call(jen.Id("data"), jen.Id("v")))))
}

// declareValueMethod adds a method of values. The compiler makes one of the same name for pointers; it would put the body there once more.
func declareValueMethod(f *jen.File, line string, code ...jen.Code) {
	comment(f, line, "")
	f.Comment("//go:noinline")
	f.Add(code...)
	f.Line()
}

// textMethods emits MarshalText and UnmarshalText.
func textMethods(f *jen.File, goName string) {
	declare(f, []string{"MarshalText implements encoding.TextMarshaler, strictly."},
		valueMethod(goName, "MarshalText").Params().Params(jen.Index().Byte(), jen.Error()).Block(
			jen.Return(xsd("MarshalText").Call(jen.Op("&").Id("v")))))
	declare(f, []string{"UnmarshalText implements encoding.TextUnmarshaler, strictly."},
		method(goName, "UnmarshalText").Params(jen.Id("text").Index().Byte()).Error().Block(
			jen.Return(xsd("UnmarshalText").Call(jen.Id("text"), jen.Id("v")))))
}
