// This file writes what every converting package has: Loss, and the few functions that the others call.

package convert

import (
	"maps"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
)

// reason is a constant of the type Reason.
type reason struct{ name, text, doc string }

// reasons say why something is a Loss.
var reasons = []reason{
	{"Removed", "the new version has no place for it", ""},
	{"NotAllowed", "the new version does not allow the value", "It is left out where it may be left out; else it is carried over as far as its Go type can hold it, and Validate says what is wrong."},
	{"TooMany", "the new version takes fewer of them", ""},
	{"Alternative", "the new version takes one of several, and another one was there", ""},
	{"Retyped", "the new version has no such type; what the declared type has is carried over", ""},
	{"WhiteSpace", "the new version makes less of white space", ""},
	{"Nil", "the new version does not allow nil", ""},
	{"Defaulted", "it is absent, and the new version takes this default for it", ""},
	{"Reordered", "the new version does not keep the order of these elements", ""},
	{"Missing", "the new version needs it, and the old document does not have it", "Fill it in: Go's zero value stands there, which Validate may find valid."},
}

// support adds the declarations to a file: those that the other files, whose text is given, call.
func (g *generator) support(f *jen.File, text string) {
	for _, name := range []string{"needsNoContent", "renamed", "nameOf", "order.take", "children", "allowed", "read", "loseText", "textOf", "isName", "xmlOf", "fix", "anyElement", "anyType", "anyAttribute"} {
		g.uses[name] = strings.Contains(text, name+"(")
	}
	wild := g.uses["anyElement"] || g.uses["anyType"]
	g.lossType(f)
	g.placeType(f)
	g.converterType(f)
	if g.uses["xmlOf"] {
		g.xmlOf(f)
	}
	if g.uses["nameOf"] {
		comment(f, "nameOf is the name of an element for which others may stand.")
		f.Func().Id("nameOf").Params(jen.List(jen.Id("name"), jen.Id("declared")).Add(runtime("Name"))).Add(runtime("Name")).Block(
			jen.If(jen.Id("name").Op("==").Parens(runtime("Name").Values())).Block(jen.Return(jen.Id("declared"))),
			jen.Return(jen.Id("name")))
		f.Line()
	}
	if g.uses["order.take"] {
		comment(f, "order notes whether elements come in the order in which the new version has them.")
		f.Type().Id("order").Struct(jen.Id("last").Int(), jen.Id("lost").Bool())
		f.Line()
		comment(f, "take takes the next element, whose place in that order is given.")
		f.Func().Params(jen.Id("o").Op("*").Id("order")).Id("take").Params(jen.Id("rank").Int()).Block(
			jen.Id("o").Dot("lost").Op("=").Id("o").Dot("lost").Op("||").Id("rank").Op("<").Id("o").Dot("last"),
			jen.Id("o").Dot("last").Op("=").Max(jen.Id("o").Dot("last"), jen.Id("rank")))
		f.Line()
	}
	if g.uses["fix"] {
		g.fix(f)
	}
	if wild {
		g.wildcards(f)
	}
	if len(g.spaces) > 0 && (wild || g.uses["anyAttribute"] || g.uses["renamed"]) {
		g.renaming(f, wild)
	}
}

// mentions reports whether the cases of a switch have a text.
func mentions(cases []jen.Code, text string) bool {
	return strings.Contains(jen.Switch().Block(cases...).GoString(), text)
}

func comment(f *jen.File, lines ...string) {
	for _, line := range lines {
		f.Comment("// " + line)
	}
}

func (g *generator) lossType(f *jen.File) {
	comment(f, "Loss is something of the old document that the new one does not hold, or something that the new one needs and the old one does not have.")
	f.Type().Id("Loss").Struct(
		jen.Comment("// Path leads to it in the old document, as in Violation: /order/line[2]/@unit."),
		jen.Id("Path").String(),
		jen.Id("Reason").Id("Reason"),
		jen.Comment("// Text is what was there: a text, or an element as XML where it has more than text. It is empty for Missing."),
		jen.Id("Text").String(),
	)
	f.Line()
	comment(f, "String says what is lost, where and why.")
	f.Func().Params(jen.Id("l").Id("Loss")).Id("String").Params().String().Block(
		jen.If(jen.Id("l").Dot("Text").Op("==").Lit("")).Block(jen.Return(jen.Id("l").Dot("Path").Op("+").Lit(": ").Op("+").String().Call(jen.Id("l").Dot("Reason")))),
		jen.Return(jen.Id("l").Dot("Path").Op("+").Lit(": ").Op("+").String().Call(jen.Id("l").Dot("Reason")).Op("+").Lit(": ").Op("+").Id("l").Dot("Text")),
	)
	f.Line()
	comment(f, "Reason says why something is a Loss.")
	f.Type().Id("Reason").String()
	f.Line()
	comment(f, "The reasons.")
	f.Const().DefsFunc(func(group *jen.Group) {
		for _, r := range reasons {
			if r.doc != "" {
				group.Comment("// " + r.doc)
			}
			group.Id(r.name).Id("Reason").Op("=").Lit(r.text)
		}
	})
	f.Line()
}

// placeMethods are the steps from a place to what is in it.
func (g *generator) placeType(f *jen.File) {
	comment(f, "place is where something is in the old document.")
	f.Type().Id("place").Struct(
		jen.Id("above").Op("*").Id("place"),
		jen.Id("step").String(),
		jen.Id("index").Int().Comment("// among elements of one name, from 1; 0 for the only one"),
	)
	f.Line()
	comment(f, "root is the place of a document's root.")
	f.Func().Id("root").Params(jen.Id("name").String()).Op("*").Id("place").Block(
		jen.Return(jen.Op("&").Id("place").Values(jen.Id("step").Op(":").Lit("/").Op("+").Id("name"))))
	f.Line()
	step := func(name, doc, prefix string, extra ...jen.Code) {
		comment(f, doc)
		params := append([]jen.Code{jen.Id("name").String()}, extra...)
		values := []jen.Code{jen.Id("above").Op(":").Id("at"), jen.Id("step").Op(":").Lit(prefix).Op("+").Id("name")}
		if len(extra) > 0 {
			values = append(values, jen.Id("index").Op(":").Id("index"))
		}
		f.Func().Params(jen.Id("at").Op("*").Id("place")).Id(name).Params(params...).Op("*").Id("place").Block(
			jen.Return(jen.Op("&").Id("place").Values(values...)))
		f.Line()
	}
	step("element", "element is the place of the one child of its name.", "/")
	step("item", "item is the place of one of several children of a name.", "/", jen.Id("index").Int())
	step("attribute", "attribute is the place of an attribute.", "/@")
	comment(f, "text is the place of text between elements.")
	f.Func().Params(jen.Id("at").Op("*").Id("place")).Id("text").Params().Op("*").Id("place").Block(
		jen.Return(jen.Op("&").Id("place").Values(jen.Id("above").Op(":").Id("at"), jen.Id("step").Op(":").Lit("/text()"))))
	f.Line()
	if g.uses["anyType"] {
		comment(f, "name is the name of the element there.")
		f.Func().Params(jen.Id("at").Op("*").Id("place")).Id("name").Params().String().Block(
			jen.Return(jen.Id("at").Dot("step").Index(jen.Lit(1).Op(":"))))
		f.Line()
	}
	comment(f, "String is the place as a path.")
	f.Func().Params(jen.Id("at").Op("*").Id("place")).Id("String").Params().String().Block(
		jen.If(jen.Id("at").Op("==").Nil()).Block(jen.Return(jen.Lit(""))),
		jen.If(jen.Id("at").Dot("index").Op(">").Lit(1)).Block(jen.Return(
			jen.Id("at").Dot("above").Dot("String").Call().Op("+").Id("at").Dot("step").Op("+").Lit("[").Op("+").Qual("strconv", "Itoa").Call(jen.Id("at").Dot("index")).Op("+").Lit("]"))),
		jen.Return(jen.Id("at").Dot("above").Dot("String").Call().Op("+").Id("at").Dot("step")),
	)
	f.Line()
	if !g.uses["children"] {
		return
	}
	comment(f, "children counts the children of a place by their names.")
	f.Type().Id("children").Struct(jen.Id("above").Op("*").Id("place"), jen.Id("seen").Map(jen.String()).Int())
	f.Line()
	comment(f, "children begins to count.")
	f.Func().Params(jen.Id("at").Op("*").Id("place")).Id("children").Params().Id("children").Block(
		jen.Return(jen.Id("children").Values(jen.Id("at"), jen.Map(jen.String()).Int().Values())))
	f.Line()
	comment(f, "next is the place of the next child of a name.")
	f.Func().Params(jen.Id("c").Id("children")).Id("next").Params(jen.Id("name").String()).Op("*").Id("place").Block(
		jen.Id("c").Dot("seen").Index(jen.Id("name")).Op("++"),
		jen.Return(jen.Id("c").Dot("above").Dot("item").Call(jen.Id("name"), jen.Id("c").Dot("seen").Index(jen.Id("name")))),
	)
	f.Line()
}

func (g *generator) converterType(f *jen.File) {
	comment(f, "converter converts one document and collects the losses.")
	f.Type().Id("converter").Struct(jen.Id("losses").Index().Id("Loss"))
	f.Line()
	c := func(name, doc string, params []jen.Code, body ...jen.Code) *jen.Statement {
		comment(f, doc)
		return f.Func().Params(jen.Id("c").Op("*").Id("converter")).Id(name).Params(params...)
	}
	at, text := jen.Id("at").Op("*").Id("place"), jen.Id("text").String()
	lose := func(reason string) jen.Code {
		return jen.Id("c").Dot("lose").Call(jen.Id("at"), jen.Id(reason), jen.Id("text"))
	}
	c("lose", "lose notes a Loss.", []jen.Code{at.Clone(), jen.Id("reason").Id("Reason"), text.Clone()}).Block(
		jen.Id("c").Dot("losses").Op("=").Append(jen.Id("c").Dot("losses"), jen.Id("Loss").Values(jen.Id("at").Dot("String").Call(), jen.Id("reason"), jen.Id("text"))))
	f.Line()
	c("missing", "missing notes what the new version needs and the old document does not have.", []jen.Code{at.Clone()}).Block(
		jen.Id("c").Dot("lose").Call(jen.Id("at"), jen.Id("Missing"), jen.Lit("")))
	f.Line()
	if g.uses["allowed"] {
		c("allowed", "allowed notes a value that the new version does not allow, which err says.", []jen.Code{at.Clone(), text.Clone(), jen.Id("err").Error()}).Bool().Block(
			jen.If(jen.Id("err").Op("!=").Nil()).Block(lose("NotAllowed")),
			jen.Return(jen.Id("err").Op("==").Nil()))
		f.Line()
	}
	if g.uses["read"] {
		c("read", "read reads a text as a value of the new version, or notes that it is none.", []jen.Code{at.Clone(), text.Clone(), jen.Id("to").Add(runtime("XMLValue"))}).Bool().Block(
			jen.Id("err").Op(":=").Qual(codec, "UnmarshalText").Call(jen.Index().Byte().Call(jen.Id("text")), jen.Id("to")),
			jen.If(jen.Id("err").Op("!=").Nil()).Block(lose("NotAllowed")),
			jen.Return(jen.Id("err").Op("==").Nil()))
		f.Line()
	}
	if g.uses["loseText"] {
		c("loseText", "loseText notes text where the new version has elements alone; white space between those means nothing.", []jen.Code{at.Clone(), text.Clone()}).Block(
			jen.If(jen.Qual("strings", "TrimSpace").Call(jen.Id("text")).Op("!=").Lit("")).Block(lose("Removed")))
		f.Line()
	}
	if g.uses["needsNoContent"] {
		c("needsNoContent", "needsNoContent forgets what content was missing since then: the element is nil, and has attributes alone.", []jen.Code{jen.Id("then").Int()}).Block(
			jen.Id("kept").Op(":=").Qual("slices", "DeleteFunc").Call(jen.Id("c").Dot("losses").Index(jen.Id("then").Op(":")), jen.Func().Params(jen.Id("l").Id("Loss")).Bool().Block(
				jen.Return(jen.Id("l").Dot("Reason").Op("==").Id("Missing").Op("&&").Op("!").Qual("strings", "Contains").Call(jen.Id("l").Dot("Path"), jen.Lit("/@"))))),
			jen.Id("c").Dot("losses").Op("=").Id("c").Dot("losses").Index(jen.Op(":").Id("then").Op("+").Len(jen.Id("kept"))))
		f.Line()
	}
	if g.uses["isName"] {
		comment(f, "isName reports whether values of a type are names with a prefix.")
		f.Func().Id("isName").Params(jen.Id("t").Op("*").Add(runtime("SimpleType"))).Bool().Block(
			jen.Return(jen.Id("t").Op("!=").Nil().Op("&&").Qual(simpleTypes, "IsNameType").Call(jen.Id("t"))))
		f.Line()
	}
	if g.uses["textOf"] {
		comment(f, "textOf is the text of a simple value.")
		f.Func().Id("textOf").Params(jen.Id("v").Add(runtime("XMLValue"))).String().Block(
			jen.List(jen.Id("text"), jen.Id("err")).Op(":=").Qual(codec, "MarshalText").Call(jen.Id("v")),
			jen.If(jen.Id("err").Op("!=").Nil()).Block(jen.Return(jen.Qual("fmt", "Sprint").Call(jen.Id("v")))),
			jen.Return(jen.String().Call(jen.Id("text"))))
		f.Line()
	}
}

func (g *generator) xmlOf(f *jen.File) {
	comment(f, "xmlOf is an element as XML.")
	f.Func().Id("xmlOf").Params(jen.Id("name").Add(runtime("Name")), jen.Id("v").Add(runtime("XMLValue"))).String().Block(
		jen.If(jen.Id("v").Op("==").Nil()).Block(jen.Return(jen.Lit(""))),
		jen.List(jen.Id("data"), jen.Id("err")).Op(":=").Add(runtime("MarshalXML")).Call(jen.Id("v"),
			runtime("As").Call(jen.Id("name")), runtime("Unchecked").Call(), runtime("Declaration").Call(jen.False())),
		jen.If(jen.Id("err").Op("!=").Nil()).Block(jen.Return(jen.Id("err").Dot("Error").Call())),
		jen.Return(jen.String().Call(jen.Id("data"))))
	f.Line()
}

func (g *generator) fix(f *jen.File) {
	comment(f, "fix puts in the only value that the new version allows.")
	f.Func().Id("fix").Params(jen.Id("text").String(), jen.Id("to").Add(runtime("XMLValue"))).Block(
		jen.Id("_").Op("=").Qual(codec, "UnmarshalText").Call(jen.Index().Byte().Call(jen.Id("text")), jen.Id("to")).Comment("// the schema compiler found it valid"))
	f.Line()
}

// wildcards are the functions that copy what no schema declares, and have the rest converted.
func (g *generator) wildcards(f *jen.File) {
	renamed := func(code *jen.Statement) *jen.Statement {
		if len(g.spaces) == 0 {
			return code
		}
		return jen.Id("renamed").Call(code)
	}
	for _, kind := range []struct {
		method, goType, doc string
		name                *jen.Statement
	}{
		{"anyElement", "AnyElement", "anyElement converts an element that a wildcard let through.", jen.Id("from").Dot("Name")},
		{"anyType", "AnyType", "anyType converts an element of type xs:anyType.", runtime("Name").Values(jen.Id("Local").Op(":").Id("at").Dot("name").Call())},
	} {
		if kind.method == "anyType" && !g.uses["anyType"] {
			continue
		}
		name := map[string]string{"AnyElement": "Name", "AnyType": "Type"}[kind.goType]
		comment(f, kind.doc)
		f.Add(method(kind.method, jen.Op("*").Add(runtime(kind.goType)), jen.Id("to").Add(runtime(kind.goType)), jen.Id("ok").Bool()).BlockFunc(func(b *jen.Group) {
			b.Id("to").Dot(name).Op("=").Add(renamed(jen.Id("from").Dot(name)))
			b.Id("to").Dot("Namespaces").Op("=").Add(g.namespaces())
			b.Id("to").Dot("Attributes").Op("=").Add(g.anyAttributes())
			b.Id("to").Dot("Content").Op("=").Id("c").Dot("anyContent").Call(jen.Id("at"), jen.Id("from").Dot("Content"))
			b.If(jen.Id("from").Dot("Value").Op("==").Nil()).Block(jen.Return(jen.Id("to"), jen.True()))
			b.List(jen.Id("to").Dot("Value"), jen.Id("ok")).Op("=").Id("c").Dot("declared").Call(jen.Id("at"), kind.name.Clone(), jen.Id("from").Dot("Value"))
			b.Return(jen.Id("to"), jen.Id("ok"))
		}))
		f.Line()
	}
	comment(f, "anyContent converts what is in such an element.")
	f.Func().Params(jen.Id("c").Op("*").Id("converter")).Id("anyContent").Params(jen.Id("at").Op("*").Id("place"), jen.Id("from").Index().Add(runtime("AnyContent"))).
		Params(jen.Id("to").Index().Add(runtime("AnyContent"))).Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("part")).Op(":=").Range().Id("from")).Block(
			jen.List(jen.Id("element"), jen.Id("ok")).Op(":=").Id("part").Assert(jen.Op("*").Add(runtime("AnyElement"))),
			jen.If(jen.Op("!").Id("ok")).Block(jen.Id("to").Op("=").Append(jen.Id("to"), jen.Id("part")), jen.Continue()),
			jen.If(jen.List(jen.Id("inner"), jen.Id("ok")).Op(":=").Id("c").Dot("anyElement").Call(jen.Id("at").Dot("element").Call(jen.Id("element").Dot("Name").Dot("Local")), jen.Id("element")), jen.Id("ok")).Block(
				jen.Id("to").Op("=").Append(jen.Id("to"), jen.Op("&").Id("inner"))),
		),
		jen.Return(jen.Id("to")),
	)
	f.Line()
}

func (g *generator) namespaces() *jen.Statement {
	if len(g.spaces) == 0 {
		return jen.Qual("maps", "Clone").Call(jen.Id("from").Dot("Namespaces"))
	}
	return jen.Id("renamedSpaces").Call(jen.Id("from").Dot("Namespaces"))
}

func (g *generator) anyAttributes() *jen.Statement {
	if len(g.spaces) == 0 {
		return jen.Qual("slices", "Clone").Call(jen.Id("from").Dot("Attributes"))
	}
	return jen.Id("anyAttributes").Call(jen.Id("from").Dot("Attributes"))
}

// renaming are the functions that replace the namespaces of the old version.
func (g *generator) renaming(f *jen.File, wild bool) {
	comment(f, "renamedSpace is the namespace that took the place of one of the old version's; others stay.")
	f.Func().Id("renamedSpace").Params(jen.Id("space").String()).String().Block(
		jen.Switch(jen.Id("space")).BlockFunc(func(b *jen.Group) {
			for _, before := range slices.Sorted(maps.Keys(g.spaces)) {
				b.Case(jen.Lit(before)).Block(jen.Return(jen.Lit(g.spaces[before])))
			}
		}),
		jen.Return(jen.Id("space")),
	)
	f.Line()
	comment(f, "renamed is a name in the new version's namespace.")
	f.Func().Id("renamed").Params(jen.Id("name").Add(runtime("Name"))).Add(runtime("Name")).Block(
		jen.If(jen.Id("name").Dot("Local").Op("!=").Lit("")).Block(jen.Id("name").Dot("Space").Op("=").Id("renamedSpace").Call(jen.Id("name").Dot("Space"))),
		jen.Return(jen.Id("name")),
	)
	f.Line()
	if !wild && !g.uses["anyAttribute"] {
		return
	}
	comment(f, "anyAttribute converts an attribute that a wildcard let through.")
	f.Func().Id("anyAttribute").Params(jen.Id("from").Add(runtime("AnyAttribute"))).Add(runtime("AnyAttribute")).Block(
		jen.If(jen.Id("from").Dot("Name").Dot("Space").Op("!=").Lit("")).Block(jen.Id("from").Dot("Name").Op("=").Id("renamed").Call(jen.Id("from").Dot("Name"))),
		jen.Return(jen.Id("from")),
	)
	f.Line()
	if !wild {
		return
	}
	comment(f, "anyAttributes converts all of them.")
	f.Func().Id("anyAttributes").Params(jen.Id("from").Index().Add(runtime("AnyAttribute"))).Params(jen.Id("to").Index().Add(runtime("AnyAttribute"))).Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("a")).Op(":=").Range().Id("from")).Block(jen.Id("to").Op("=").Append(jen.Id("to"), jen.Id("anyAttribute").Call(jen.Id("a")))),
		jen.Return(jen.Id("to")),
	)
	f.Line()
	comment(f, "renamedSpaces are bindings of prefixes with the new version's namespaces.")
	f.Func().Id("renamedSpaces").Params(jen.Id("from").Add(runtime("Prefixes"))).Add(runtime("Prefixes")).Block(
		jen.Id("to").Op(":=").Make(runtime("Prefixes"), jen.Len(jen.Id("from"))),
		jen.For(jen.List(jen.Id("prefix"), jen.Id("space")).Op(":=").Range().Id("from")).Block(
			jen.Id("to").Index(jen.Id("prefix")).Op("=").Id("renamedSpace").Call(jen.Id("space"))),
		jen.Return(jen.Id("to")),
	)
	f.Line()
}
