// This file emits simple types: their declarations, descriptors, values and methods.

package emit

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

func (e *emitter) simpleTypes(f *jen.File, types []model.Type) {
	for _, t := range types {
		switch t := t.(type) {
		case *model.Simple:
			e.simple(f, t)
		case *model.List:
			e.list(f, t)
		case *model.Union:
			e.union(f, t)
		}
	}
}

// simple emits an atomic simple type.
func (e *emitter) simple(f *jen.File, s *model.Simple) {
	if own := s.BuiltIn.Own; own != nil {
		e.simpleDescriptor(f, s.GoName, s.Definition)
		e.ownType(f, s.GoName, documented(simpleSummary(&s.Named, s.Definition), s.Doc), own, jen.Id(descriptor(s.GoName)))
		return
	}
	underlying := jen.Id(s.BuiltIn.Basic)
	if s.BuiltIn.Kind == model.StructKind {
		underlying = jen.Struct(xsd(s.BuiltIn.Runtime))
	}
	declare(f, documented(simpleSummary(&s.Named, s.Definition), s.Doc), jen.Type().Id(s.GoName).Add(underlying))
	e.values(f, s)
	e.simpleDescriptor(f, s.GoName, s.Definition)
	read, write := access(s)
	e.simpleMethods(f, s.GoName, jen.Id(descriptor(s.GoName)), read, write)
	textMethods(f, s.GoName)
	if isNumber(s.BuiltIn) {
		jsonMethods(f, s.GoName)
	}
}

// simpleSummary says what a simple type is made of: its base and its own facets.
func simpleSummary(n *model.Named, t *schema.SimpleType) []string {
	kind := "the simple type " + n.Name.Local
	if n.Name.Local == "" {
		kind = model.Anonymous(t)
	}
	var made string
	switch v := t.Variety.(type) {
	case *schema.List:
		made = "list of " + typeWord(v.Item)
	case *schema.Union:
		words := make([]string, len(v.Members))
		for i, m := range v.Members {
			words[i] = typeWord(m)
		}
		made = "union of " + strings.Join(words, ", ")
	}
	if base, ok := t.Base.(*schema.SimpleType); ok && (made == "" || base.Variety != nil) {
		made = typeWord(base)
	}
	return append([]string{fmt.Sprintf("%s is %s: %s%s.", n.GoName, kind, made, facetWords(t))}, pathWords(n, t)...)
}

func typeWord(t *schema.SimpleType) string {
	switch {
	case t.BuiltIn:
		return "xs:" + t.Name.Local
	case t.Name.Local != "":
		return t.Name.Local
	}
	return "an anonymous type"
}

// maxFacetWord bounds what a comment shows of a facet.
const maxFacetWord = 60

// facetWords lists the facets of one derivation step; enumeration values have declarations of their own.
func facetWords(t *schema.SimpleType) string {
	var words []string
	for _, f := range t.Facets {
		if f.Kind.String() == "enumeration" || len(f.Value) > maxFacetWord || strings.ContainsFunc(f.Value, isControl) {
			continue
		}
		words = append(words, f.Kind.String()+" "+f.Value)
	}
	if len(words) == 0 {
		return ""
	}
	return ", " + strings.Join(words, ", ")
}

func isControl(r rune) bool { return !strconv.IsPrint(r) }

// values emits the values of an enumeration: constants where Go has such, else variables.
func (e *emitter) values(f *jen.File, s *model.Simple) {
	if len(s.Values) == 0 {
		return
	}
	keyword := jen.Var
	if s.BuiltIn.Kind == model.StringKind || isInteger(s.BuiltIn) {
		keyword = jen.Const
	}
	declare(f, []string{"The values of " + s.GoName + "."}, keyword().DefsFunc(func(g *jen.Group) {
		for i, v := range s.Values {
			comment(g, v.Doc...)
			g.Id(v.GoName).Add(typeOfValue(s)).Op("=").Add(e.value(s, i))
		}
	}))
	if s.BuiltIn.Kind == model.StringKind {
		known(f, s)
	}
}

// typeOfValue is the type in a constant's declaration; a variable's follows from its value.
func typeOfValue(s *model.Simple) *jen.Statement {
	if s.BuiltIn.Kind == model.StringKind || isInteger(s.BuiltIn) {
		return jen.Id(s.GoName)
	}
	return jen.Null()
}

// known emits the Known method of an enumeration of strings.
func known(f *jen.File, s *model.Simple) {
	names := make([]jen.Code, len(s.Values))
	for i, v := range s.Values {
		names[i] = jen.Id(v.GoName)
	}
	list := jen.Custom(jen.Options{Separator: ",", Multi: len(names) > 4}, names...)
	declare(f, []string{"Known reports whether v is one of the schema's values; tolerant reading lets others through."},
		valueMethod(s.GoName, "Known").Params().Bool().Block(
			jen.Switch(jen.Id("v")).Block(jen.Case(list).Block(jen.Return(jen.True()))),
			jen.Return(jen.False()),
		))
}

// value returns the Go expression of one value of an enumeration.
func (e *emitter) value(s *model.Simple, i int) *jen.Statement {
	text := s.Values[i].Text
	if s.BuiltIn.Kind == model.StructKind {
		return jen.Id(s.GoName).Values(e.parsed(s.BuiltIn, text, prefixesOf(s.Definition, text)))
	}
	if isInteger(s.BuiltIn) || s.BuiltIn.Kind == model.StringKind {
		return literal(s.BuiltIn, text)
	}
	return jen.Id(s.GoName).Call(literal(s.BuiltIn, text))
}

// literal returns the Go literal of a value of a Go basic type.
func literal(b model.BuiltIn, text string) *jen.Statement {
	switch {
	case b.Kind == model.StringKind:
		return jen.Lit(text)
	case b.Basic == "bool":
		return jen.Lit(text == "true" || text == "1")
	case strings.HasPrefix(b.Basic, "float"):
		return floatLiteral(text, b.Basic)
	case strings.HasPrefix(b.Basic, "u"):
		n, _ := strconv.ParseUint(strings.TrimLeft(text, "+-"), 10, 64) // the schema was found valid
		return jen.Op(strconv.FormatUint(n, 10))
	}
	n, _ := strconv.ParseInt(text, 10, 64)
	return jen.Op(strconv.FormatInt(n, 10))
}

// floatLiteral returns a number of the precision of its type; what Go has no constant for is a call.
func floatLiteral(text, basic string) *jen.Statement {
	bits := 64
	if basic == "float32" {
		bits = 32
	}
	n, _ := strconv.ParseFloat(text, bits) // valid, INF and NaN included; what is too large is infinite, as in XSD
	switch {
	case math.IsNaN(n):
		return jen.Qual("math", "NaN").Call()
	case math.IsInf(n, 1):
		return jen.Qual("math", "Inf").Call(jen.Lit(1))
	case math.IsInf(n, -1):
		return jen.Qual("math", "Inf").Call(jen.Op("-").Lit(1))
	case n == 0 && math.Signbit(n):
		return jen.Qual("math", "Copysign").Call(jen.Lit(0), jen.Op("-").Lit(1))
	}
	return jen.Op(strconv.FormatFloat(n, 'g', -1, bits))
}

// parsed returns a value of a struct of the runtime, made from text that the schema compiler has checked.
func (e *emitter) parsed(b model.BuiltIn, text string, prefixes *jen.Statement) *jen.Statement {
	arguments := []jen.Code{jen.Lit(text)}
	if isName(b) {
		arguments = append(arguments, prefixes)
	}
	return xsd("Must").Call(xsd("Parse" + b.Runtime).Call(arguments...))
}

// prefixesOf returns the namespace bindings of an enumeration value of xs:QName.
func prefixesOf(t *schema.SimpleType, text string) *jen.Statement {
	for _, f := range t.Runtime.OwnFacets() {
		if t.Runtime.Normalize(f.Value) == text && f.Namespaces != nil {
			return prefixes(f.Namespaces)
		}
	}
	return jen.Nil()
}

// prefixes returns namespace bindings as a literal.
func prefixes(bindings map[string]string) *jen.Statement {
	return xsd("Prefixes").Values(jen.DictFunc(func(d jen.Dict) {
		for prefix, uri := range bindings {
			d[jen.Lit(prefix)] = jen.Lit(uri)
		}
	}))
}

// access returns the statements that read and write an atomic type.
func access(s *model.Simple) (read, write []jen.Code) {
	d := jen.Id(descriptor(s.GoName))
	r, w := jen.Id("r"), jen.Id("w")
	v := jen.Op("*").Id("v")
	if s.BuiltIn.Kind == model.StructKind {
		return structAccess(s, d)
	}
	reader, goType, extra := basicAccess(s.BuiltIn)
	read = []jen.Code{v.Clone().Op("=").Id(s.GoName).Call(r.Dot(reader).Call(d)), readerErr()}
	write = []jen.Code{jen.Return(w.Dot(reader).Call(append([]jen.Code{d, jen.Id(goType).Call(v)}, extra...)...))}
	return read, write
}

// readerErr ends a ReadXSD method.
func readerErr() jen.Code { return jen.Return(jen.Id("r").Dot("Err").Call()) }

// structAccess is access for structs of the runtime, which do it themselves.
func structAccess(s *model.Simple, d *jen.Statement) (read, write []jen.Code) {
	embedded := jen.Id("v").Dot(s.BuiltIn.Runtime)
	return []jen.Code{jen.Return(embedded.Clone().Dot("ReadAs").Call(jen.Id("r"), d))},
		[]jen.Code{jen.Return(embedded.Clone().Dot("WriteAs").Call(jen.Id("w"), d))}
}

// basicAccess returns the reader's and writer's method for a Go basic type, the type they work with, and further arguments.
func basicAccess(b model.BuiltIn) (name, goType string, extra []jen.Code) {
	switch {
	case b.Kind == model.StringKind:
		return "Text", "string", nil
	case b.Basic == "bool":
		return "Bool", "bool", nil
	case b.Basic == "float32":
		return "Float", "float64", []jen.Code{jen.Lit(32)}
	case b.Basic == "float64":
		return "Float", "float64", []jen.Code{jen.Lit(64)}
	case strings.HasPrefix(b.Basic, "u"):
		return "Uint", "uint64", nil
	}
	return "Int", "int64", nil
}

func isInteger(b model.BuiltIn) bool {
	return strings.HasPrefix(b.Basic, "int") || strings.HasPrefix(b.Basic, "uint")
}

// isNumber reports whether a value is a number or a boolean in JSON.
func isNumber(b model.BuiltIn) bool {
	return b.Kind == model.NumberKind || b.Runtime == "Decimal" || b.Runtime == "Integer"
}

// list emits a list type.
func (e *emitter) list(f *jen.File, l *model.List) {
	declare(f, documented(simpleSummary(&l.Named, l.Definition), l.Doc),
		jen.Type().Id(l.GoName).Index().Add(typeOf(l.Item)))
	e.simpleDescriptor(f, l.GoName, l.Definition)
	d := jen.Id(descriptor(l.GoName))
	item := via(l.Item, xsd("Grow").Call(jen.Id("v")))
	read := []jen.Code{
		jen.Op("*").Id("v").Op("=").Id(l.GoName).Values(),
		jen.For(jen.Id("r").Dot("Items").Call(d)).Block(jen.Id("r").Dot("Value").Call(item)),
		readerErr(),
	}
	element := via(l.Item, jen.Op("&").Parens(jen.Op("*").Id("v")).Index(jen.Id("i")))
	write := []jen.Code{
		jen.Id("w").Dot("OpenList").Call(d),
		jen.For(jen.Id("i").Op(":=").Range().Op("*").Id("v")).Block(jen.Id("w").Dot("Item").Call(element)),
		jen.Return(jen.Id("w").Dot("CloseList").Call()),
	}
	e.simpleMethods(f, l.GoName, d, read, write)
	textMethods(f, l.GoName)
	jsonMethods(f, l.GoName)
}

// via converts a pointer to a Go basic type to the runtime's type that reads and writes it.
func via(r model.Ref, pointer *jen.Statement) *jen.Statement {
	if r.Via == "" {
		return pointer
	}
	return jen.Parens(jen.Op("*").Add(xsd(r.Via))).Call(pointer)
}

// union emits a union type.
func (e *emitter) union(f *jen.File, u *model.Union) {
	declare(f, documented(simpleSummary(&u.Named, u.Definition), u.Doc), jen.Type().Id(u.GoName).Struct(xsd("Union")))
	e.simpleDescriptor(f, u.GoName, u.Definition)
	d := jen.Id(descriptor(u.GoName))
	read := []jen.Code{jen.Return(jen.Id("v").Dot("Union").Dot("ReadAs").Call(jen.Id("r"), d))}
	write := []jen.Code{jen.Return(jen.Id("v").Dot("Union").Dot("WriteAs").Call(jen.Id("w"), d))}
	e.simpleMethods(f, u.GoName, d, read, write)
	textMethods(f, u.GoName)
	jsonMethods(f, u.GoName)
}

// simpleMethods emits what every simple type has.
func (e *emitter) simpleMethods(f *jen.File, goName string, definition *jen.Statement, read, write []jen.Code) {
	declare(f, []string{"SimpleType returns the type's definition: its facets and its value space."},
		jen.Func().Params(jen.Id(goName)).Id("SimpleType").Params().Op("*").Add(xsd("SimpleType")).Block(
			jen.Return(definition.Clone())))
	declare(f, []string{"ReadXSD reads v from the text at the reader's position."},
		method(goName, "ReadXSD").Params(jen.Id("r").Op("*").Add(xsd("XMLReader"))).Error().Block(read...))
	declare(f, []string{"WriteXSD writes v at the writer's position."},
		method(goName, "WriteXSD").Params(jen.Id("w").Op("*").Add(xsd("XMLWriter"))).Error().Block(write...))
	validate(f, goName)
}
