// This file emits the methods that the standard library's encoders look for: one line each, values receive Marshal, pointers
// Unmarshal.

package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

func (e *emitter) encoders(f *jen.File, types []model.Type) {
	for _, t := range types {
		if s, ok := t.(*model.Struct); ok {
			xmlMethods(f, s.GoName)
			jsonMethods(f, s.GoName)
		}
	}
}

// xmlMethods emits MarshalXML and UnmarshalXML.
func xmlMethods(f *jen.File, goName string) {
	start := jen.Id("start").Qual("encoding/xml", "StartElement")
	declare(f, []string{"MarshalXML implements xml.Marshaler, strictly."},
		valueMethod(goName, "MarshalXML").Params(jen.Id("e").Op("*").Qual("encoding/xml", "Encoder"), start.Clone()).Error().Block(
			jen.Return(xsd("EncodeXML").Call(jen.Id("e"), jen.Id("start"), jen.Op("&").Id("v")))))
	declare(f, []string{"UnmarshalXML implements xml.Unmarshaler, strictly."},
		method(goName, "UnmarshalXML").Params(jen.Id("d").Op("*").Qual("encoding/xml", "Decoder"), start.Clone()).Error().Block(
			jen.Return(xsd("DecodeXML").Call(jen.Id("d"), jen.Id("start"), jen.Id("v")))))
}

// jsonMethods emits MarshalJSON and UnmarshalJSON.
func jsonMethods(f *jen.File, goName string) {
	declare(f, []string{"MarshalJSON implements json.Marshaler, strictly."},
		valueMethod(goName, "MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).Block(
			jen.Return(xsd("MarshalJSON").Call(jen.Op("&").Id("v")))))
	declare(f, []string{"UnmarshalJSON implements json.Unmarshaler, strictly."},
		method(goName, "UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().Block(
			jen.Return(xsd("UnmarshalJSON").Call(jen.Id("data"), jen.Id("v")))))
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
