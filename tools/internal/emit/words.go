// This file holds the small pieces that every emitted file is made of: comments, type expressions, names.

package emit

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// The rooms of the runtime. What users of generated code write is in package xsd; the rest is for generated code alone, or shared with the compiler.
const (
	codec   = model.Runtime + "/codec"
	simple  = model.Runtime + "/simple"
	content = model.Runtime + "/content"
)

// roomOf says which room has a name that is not in package xsd.
var roomOf = roomsOf(map[string]string{
	codec: `All AnyAttributeField AttributeField ByExtension ByRestriction Branch Check Choice CloneAnyElement CloneAnyType CloneValue ComplexType Conversion DecodeJSON DecodeXML
		ElementField EncodeJSON EncodeXML EqualAnyElements EqualAnyTypes EqualFloats EqualOptional EqualOptionalFunc EqualValues Field FormatByText GlobalAttribute GlobalElement Grow Identity ItemSum Key KeyRef Leaf MarshalText MixedField NewSchema ParseByText Runtime2 SchemaParts
		Sequence StructElement Sum TextField TypeEntry Unbounded Unique UnmarshalText ValueConstraint ValueElement WildcardField`,
	simple: `BuiltIn Namespace Facet FacetEnumeration FacetFractionDigits FacetLength FacetMaxExclusive FacetMaxInclusive FacetMaxLength FacetMinExclusive
		FacetMinInclusive FacetMinLength FacetPattern FacetTotalDigits FacetWhiteSpace ListOf Restrict UnionOf`,
})

func roomsOf(names map[string]string) map[string]string {
	rooms := make(map[string]string)
	for room, list := range names {
		for _, name := range strings.Fields(list) {
			rooms[name] = room
		}
	}
	return rooms
}

// xsd refers to a name of the runtime, in the room that has it.
func xsd(name string) *jen.Statement {
	if room, ok := roomOf[name]; ok {
		return jen.Qual(room, name)
	}
	return jen.Qual(model.Runtime, name)
}

// comment writes lines as // comments: jennifer would make a block of several lines, which documentation could end early.
func comment(g adder, lines ...string) {
	for _, line := range lines {
		g.Add(jen.Comment(strings.TrimRight("// "+line, " ")))
	}
}

// adder is a jennifer group or file.
type adder interface {
	Add(code ...jen.Code) *jen.Statement
}

// declare adds a top-level declaration with its comment, and the blank line that separates declarations.
func declare(f *jen.File, lines []string, code ...jen.Code) {
	comment(f, lines...)
	f.Add(code...)
	f.Line()
}

// documented returns what says what a name is, and the schema's documentation below.
func documented(summary, doc []string) []string {
	if len(doc) == 0 {
		return summary
	}
	return slices.Concat(summary, []string{""}, doc)
}

// typeOf returns the Go expression of a type.
func typeOf(r model.Ref) *jen.Statement {
	s := jen.Id(r.Name)
	if r.Package != "" {
		s = jen.Qual(r.Package, r.Name)
	}
	if r.Arg != nil {
		s.Types(typeOf(*r.Arg))
	}
	return s
}

// fieldType returns the Go type of a field.
func fieldType(f *model.Field) *jen.Statement {
	switch {
	case f.Occurs == model.Many:
		return jen.Index().Add(typeOf(f.Type))
	case f.Pointer || (f.Occurs == model.Optional && !f.Type.Interface):
		return jen.Op("*").Add(typeOf(f.Type))
	}
	return typeOf(f.Type)
}

// isPointer reports whether a field's Go type is a pointer.
func isPointer(f *model.Field) bool {
	return f.Occurs != model.Many && !f.Type.Interface && (f.Pointer || f.Occurs == model.Optional)
}

// descriptor names the variable that describes a type.
func descriptor(goName string) string { return model.Descriptor(goName) }

// nameLit returns the runtime's expression of an expanded name.
func (e *emitter) nameLit(n schema.Name) *jen.Statement {
	return xsd("Name").Add(e.nameFields(n))
}

// nameFields returns the fields of an expanded name in braces.
func (e *emitter) nameFields(n schema.Name) *jen.Statement {
	if n.Space == "" {
		return jen.Values(jen.Id("Local").Op(":").Lit(n.Local))
	}
	return jen.Values(jen.Id("Space").Op(":").Add(e.space(n.Space)), jen.Id("Local").Op(":").Lit(n.Local))
}

// space returns a namespace: the package's own by its constant.
func (e *emitter) space(namespace string) *jen.Statement {
	if len(e.pkg.Namespaces) > 0 && namespace == e.pkg.Namespaces[0] && namespace != "" {
		return jen.Id("namespace")
	}
	return jen.Lit(namespace)
}

// method starts a method on a pointer receiver v.
func method(goName, name string) *jen.Statement {
	return jen.Func().Params(jen.Id("v").Op("*").Id(goName)).Id(name)
}

// valueMethod starts a method on a value receiver v.
func valueMethod(goName, name string) *jen.Statement {
	return jen.Func().Params(jen.Id("v").Id(goName)).Id(name)
}
