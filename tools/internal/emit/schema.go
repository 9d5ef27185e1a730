// This file emits what a package has once: its documentation, the tie to the runtime, global elements, and the schema that
// holds everything together.

package emit

import (
	"slices"
	"sort"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// schema emits the file of the package as a whole.
func (e *emitter) schema(f *jen.File) {
	e.packageComment(f)
	declare(f, []string{
		"Generated code and package xsd belong together. If this does not compile, package xsd is older than the code: update the",
		"module with go get github.com/mvainnsyn/mvainnsyn@latest. If the constant is gone, generate the code anew.",
	}, jen.Const().Id("_").Op("=").Add(xsd("Runtime2")))
	if space := e.pkg.Namespaces[0]; space != "" {
		declare(f, []string{"namespace is the schema's target namespace."}, jen.Const().Id("namespace").Op("=").Lit(space))
	}
	for _, el := range e.pkg.Elements {
		e.element(f, el)
	}
	body := e.schemaParts()
	if e.usesNamespace {
		declare(f, []string{"xs is the namespace of the built-in types."}, jen.Const().Id("xs").Op("=").Add(xsd("Namespace")))
	}
	e.builtIns(f)
	declare(f, []string{"Schema ties the descriptors of this package together."},
		jen.Var().Id("Schema").Op("=").Add(xsd("NewSchema")).Call(jen.Op("&").Id("own"), jen.Op("&").Id("parts")))
	declare(f, []string{"own is where Schema points: descriptors refer to it."}, jen.Var().Id("own").Add(xsd("Schema")))
	declare(f, []string{"parts are what the package declares: data alone, which costs a program nothing when it starts."},
		jen.Var().Id("parts").Op("=").Add(xsd("SchemaParts")).Add(body))
	e.readXML(f)
}

// embedding tells of what the standard library does with a struct that a generated type is embedded in.
const embedding = "Do not embed these types in a struct of your own: it would get their methods, and encoding/xml and encoding/json would pass over the fields " +
	"beside them. Give the field a name."

func isStruct(t model.Type) bool {
	_, ok := t.(*model.Struct)
	return ok
}

// packageComment emits the doc comment of the package, in the file schema.go only.
func (e *emitter) packageComment(f *jen.File) {
	namespaces := slices.Clone(e.pkg.Namespaces)
	for i, n := range namespaces {
		if n == "" {
			namespaces[i] = "(none)"
		}
	}
	text := []string{"Package " + e.pkg.Name + " holds Go types for the XML Schema with the target namespace", strings.Join(namespaces, ", ") + "."}
	if len(e.pkg.Doc) > 0 {
		text = append(append(text, ""), e.pkg.Doc...)
	}
	if slices.ContainsFunc(e.pkg.Types, isStruct) {
		text = append(append(text, ""), model.Wrapped(embedding)...)
	}
	for _, line := range text {
		f.PackageComment(strings.TrimRight("// "+line, " "))
	}
}

// element emits the descriptor of a global element.
func (e *emitter) element(f *jen.File, el *model.Element) {
	parts := append([]jen.Code{pair("Name", e.nameLit(el.Component.Name))}, e.elementParts(el.Component)...)
	if len(el.Heads) > 0 {
		heads := make([]jen.Code, len(el.Heads))
		for i, h := range el.Heads {
			heads[i] = e.nameFields(h)
		}
		parts = append(parts, pair("Substitutes", jen.Index().Add(xsd("Name")).Values(heads...)))
	}
	parts = append(parts, pair("Schema", jen.Op("&").Id("own")))
	declare(f, documented([]string{el.GoName + " is the global element " + el.Component.Name.Local + "."}, el.Doc),
		jen.Var().Id(el.GoName).Op("=").Add(xsd("Element")).Types(typeOf(el.Type)).Add(lines(parts)))
}

// elementKind returns the type by which the list of elements has an element: for a struct the one that the compiler need not instantiate.
func (e *emitter) elementKind(el *model.Element) *jen.Statement {
	if t, ok := el.Component.Type.(*schema.ComplexType); ok && !t.BuiltIn && el.Type == e.declared[t] {
		return xsd("StructElement")
	}
	return xsd("ValueElement").Types(typeOf(el.Type))
}

// schemaParts returns the parts of the package's schema.
func (e *emitter) schemaParts() *jen.Statement {
	parts := []jen.Code{pair("Package", jen.Lit(e.pkg.Name))}
	if len(e.pkg.Prefixes) > 0 {
		parts = append(parts, pair("Prefixes", e.authorPrefixes()))
	}
	var types, simple []jen.Code
	for _, t := range e.pkg.Types {
		n := t.Base()
		if _, ok := t.(*model.Struct); ok {
			types = append(types, jen.Values(pair("Descriptor", jen.Op("&").Id(descriptor(n.GoName))), pair("Value", jen.Parens(jen.Op("*").Id(n.GoName)).Call(jen.Nil()))))
		} else if n.Name.Local != "" {
			simple = append(simple, jen.Id(descriptor(n.GoName)))
		}
	}
	parts = appendList(parts, "Types", xsd("TypeEntry"), types)
	parts = appendList(parts, "SimpleTypes", jen.Op("*").Add(xsd("SimpleType")), simple)
	elements := make([]jen.Code, len(e.pkg.Elements))
	for i, el := range e.pkg.Elements {
		elements[i] = jen.Parens(jen.Op("*").Add(e.elementKind(el))).Call(jen.Op("&").Id(el.GoName))
	}
	parts = appendList(parts, "Elements", xsd("GlobalElement"), elements)
	parts = appendList(parts, "Attributes", xsd("GlobalAttribute"), e.attributes())
	notations := make([]jen.Code, len(e.pkg.Notations))
	for i, n := range e.pkg.Notations {
		notations[i] = e.nameFields(n.Name)
	}
	parts = appendList(parts, "Notations", xsd("Name"), notations)
	imports := make([]jen.Code, len(e.pkg.Imports))
	for i, path := range e.pkg.Imports {
		imports[i] = jen.Qual(path, "Schema")
	}
	parts = appendList(parts, "Imports", jen.Op("*").Add(xsd("Schema")), imports)
	return lines(parts)
}

// authorPrefixes returns the author's prefixes of the package's namespaces.
func (e *emitter) authorPrefixes() jen.Code {
	return xsd("Prefixes").Values(jen.DictFunc(func(d jen.Dict) {
		for namespace, prefix := range e.pkg.Prefixes {
			d[jen.Lit(prefix)] = e.space(namespace)
		}
	}))
}

// attributes returns the global attributes.
func (e *emitter) attributes() []jen.Code {
	var list []jen.Code
	for _, a := range e.pkg.Attributes {
		parts := []jen.Code{pair("Name", e.nameLit(a.Name)), e.typePart(a.Type)}
		list = append(list, jen.Values(appendConstraint(parts, a.Constraint)...))
	}
	return list
}

// appendList adds a slice to a composite literal, unless it is empty.
func appendList(parts []jen.Code, name string, element *jen.Statement, list []jen.Code) []jen.Code {
	if len(list) == 0 {
		return parts
	}
	return append(parts, pair(name, jen.Index().Add(element).Add(lines(list))))
}

// builtIn returns the variable of a built-in type, and notes that the package needs it.
func (e *emitter) builtIn(local string) string {
	e.usedBuiltIns[local] = true
	return "xs" + strings.ToUpper(local[:1]) + local[1:]
}

// builtIns emits the variables of the built-in types in use.
func (e *emitter) builtIns(f *jen.File) {
	var names []string
	for local := range e.usedBuiltIns {
		names = append(names, local)
	}
	if len(names) == 0 {
		return
	}
	sort.Strings(names)
	declare(f, []string{"The built-in types that the schema refers to."}, jen.Var().DefsFunc(func(g *jen.Group) {
		for _, local := range names {
			g.Id(e.builtIn(local)).Op("=").Add(xsd("BuiltIn")).Call(jen.Lit(local))
		}
	}))
}

// readXML emits the function that reads a document of any root.
func (e *emitter) readXML(f *jen.File) {
	declare(f, []string{"ReadXML reads a document whose root is any global element of the schema; the root is not known in advance."},
		jen.Func().Id("ReadXML").Params(jen.Id("data").Index().Byte(), jen.Id("opts").Op("...").Add(xsd("Option"))).
			Params(xsd("Document"), jen.Error()).
			Block(jen.Return(xsd("ReadDocument").Call(jen.Id("Schema"), jen.Id("data"), jen.Id("opts").Op("...")))))
}

// identities returns the identity constraints of an element.
func (e *emitter) identities(constraints []*schema.IdentityConstraint) *jen.Statement {
	kinds := map[schema.IdentityKind]string{schema.Unique: "Unique", schema.Key: "Key", schema.KeyRef: "KeyRef"}
	list := make([]jen.Code, len(constraints))
	for i, c := range constraints {
		fields := make([]jen.Code, len(c.Fields))
		for j, field := range c.Fields {
			fields[j] = jen.Lit(field.Expanded())
		}
		parts := []jen.Code{pair("Kind", xsd(kinds[c.Kind])), pair("Name", e.nameLit(c.Name))}
		if c.Refer != nil {
			parts = append(parts, pair("Refer", e.nameLit(c.Refer.Name)))
		}
		parts = append(parts, pair("Selector", jen.Lit(c.Selector.Expanded())), pair("Fields", jen.Index().String().Values(fields...)))
		list[i] = jen.Values(parts...)
	}
	return jen.Index().Add(xsd("Identity")).Add(lines(list))
}
