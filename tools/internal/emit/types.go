// This file emits complex types: structs, the interfaces of choices, and their branches.

package emit

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

func (e *emitter) types(f *jen.File, types []model.Type) {
	for _, t := range types {
		if s, ok := t.(*model.Struct); ok {
			e.structType(f, s)
		}
	}
}

// structType emits a struct with everything that belongs to it.
func (e *emitter) structType(f *jen.File, s *model.Struct) {
	declare(f, documented(structSummary(s), s.Doc), jen.Type().Id(s.GoName).StructFunc(func(g *jen.Group) {
		e.fields(g, s.Fields)
	}))
	for _, marker := range s.Markers {
		declare(f, []string{marker.Method + " makes *" + s.GoName + " one of the types that " + marker.Interface + " stands for."},
			method(s.GoName, marker.Method).Params().Block())
	}
	if s.Any != "" {
		e.anyInterface(f, s)
	}
	for _, sum := range s.Sums {
		e.sum(f, sum)
	}
	for _, field := range s.Fields {
		e.orDefault(f, s, field)
	}
}

func structSummary(s *model.Struct) []string {
	kind := "the complex type " + s.Name.Local
	if s.Name.Local == "" {
		kind = model.Anonymous(s.Definition)
	}
	if s.Definition.Abstract {
		kind += ", which is abstract: only types derived from it have values"
	}
	return append(model.Wrapped(s.GoName+" is "+kind+"."), pathWords(&s.Named, s.Definition)...)
}

// pathWords tell the component path of a local type, by which xsdgen.yaml can name it.
func pathWords(n *model.Named, t schema.Type) []string {
	if !model.IsLocal(t) {
		return nil
	}
	return model.Wrapped("In xsdgen.yaml, names: calls it " + n.Path + ".")
}

// fields emits the fields of a struct or branch.
func (e *emitter) fields(g *jen.Group, list []*model.Field) {
	tags := e.tags(list)
	for i, field := range list {
		comment(g, fieldDoc(field)...)
		g.Id(field.GoName).Add(fieldType(field)).Add(tags[i])
	}
}

// fieldDoc says what a reader cannot see from the type.
func fieldDoc(f *model.Field) []string {
	switch f.Kind {
	case model.ChoiceField:
		if f.Occurs == model.Optional {
			return []string{f.GoName + " is the branch that was chosen, or nil for none."}
		}
		return []string{f.GoName + " is the branch that was chosen; nil is a violation."}
	case model.ContentField:
		return []string{f.GoName + " is the content of the element, in document order."}
	case model.AnyAttributeField:
		return []string{f.GoName + " are the attributes that the schema allows without naming them."}
	}
	return f.Doc
}

// tags inform readers of the code; reading and writing go by the descriptors. The package's own namespace is left out, unless it is what
// tells two fields apart.
func (e *emitter) tags(list []*model.Field) []*jen.Statement {
	tags := make([]*jen.Statement, len(list))
	seen := map[string]int{}
	for _, f := range list {
		seen[e.xmlTag(f, false)]++
	}
	for i, f := range list {
		tag := map[string]string{}
		if name := e.xmlTag(f, seen[e.xmlTag(f, false)] > 1); name != "" {
			tag["xml"] = name
		}
		if name := jsonTag(f); name != "" {
			tag["json"] = name
		}
		tags[i] = jen.Null()
		if len(tag) > 0 {
			tags[i] = jen.Tag(tag)
		}
	}
	return tags
}

// xmlTag is what the tag of a field says of XML.
func (e *emitter) xmlTag(f *model.Field, ownNamespace bool) string {
	name := f.Name.Local
	own := len(e.pkg.Namespaces) > 0 && f.Name.Space == e.pkg.Namespaces[0] && !ownNamespace
	if f.Name.Space != "" && !own && !strings.ContainsAny(f.Name.Space, "`\"\\, ") {
		name = f.Name.Space + " " + name
	}
	switch f.Kind {
	case model.ElementField:
		return name
	case model.AttributeField:
		return name + ",attr"
	case model.TextField:
		return ",chardata"
	}
	return ""
}

// jsonTag is what the tag of a field says of JSON.
func jsonTag(f *model.Field) string {
	local := f.Name.Local
	if len(f.Members) == 0 {
		return ""
	}
	if own := f.Members[0].JSON; own != "" && !strings.ContainsAny(own, "`\"\\, ") {
		return own
	}
	switch f.Kind {
	case model.ElementField:
		return local
	case model.AttributeField:
		return "@" + local
	case model.TextField:
		return "#text"
	}
	return ""
}

// anyInterface emits the interface of all types derived from a type.
func (e *emitter) anyInterface(f *jen.File, s *model.Struct) {
	doc := []string{s.Any + " is *" + s.GoName + " or a pointer to a type derived from it: what xsi:type can choose."}
	methods := []jen.Code{xsd("XMLValue"), jen.Id("Is" + s.GoName).Params()}
	for _, getter := range s.Getters {
		if getter.Own {
			methods = append(methods, jen.Id(getter.GoName).Params().Add(fieldType(getter.Base)))
		}
	}
	declare(f, doc, jen.Type().Id(s.Any).Interface(methods...))
}

// sum emits a sealed interface with its branches.
func (e *emitter) sum(f *jen.File, sum *model.Sum) {
	marker := "is" + sum.GoName
	declare(f, sumSummary(sum), jen.Type().Id(sum.GoName).Interface(append([]jen.Code{jen.Id(marker).Params()}, e.sumMethods(sum)...)...))
	for _, b := range sum.Branches {
		declare(f, []string{b.GoName + " is a " + partWord(sum) + " of " + sum.GoName + "."},
			jen.Type().Id(b.GoName).StructFunc(func(g *jen.Group) { e.fields(g, b.Fields) }))
	}
	if sum.Text != "" {
		declare(f, []string{sum.Text + " is text between the elements."}, jen.Type().Id(sum.Text).String())
	}
	for _, name := range implementers(sum) {
		f.Add(jen.Func().Params(jen.Id(name)).Id(marker).Params().Block())
	}
	f.Line()
}

// sumMethods are the methods of a sealed interface that the configuration asks for.
func (e *emitter) sumMethods(sum *model.Sum) []jen.Code {
	var methods []jen.Code
	if e.pkg.Has(config.Clone) {
		methods = append(methods, jen.Id("clone").Params().Id(sum.GoName))
	}
	if e.pkg.Has(config.Equal) {
		methods = append(methods, jen.Id("equal").Params(jen.Id(sum.GoName)).Bool())
	}
	return methods
}

func sumSummary(sum *model.Sum) []string {
	kind := "a choice"
	if sum.Field.Kind == model.ContentField {
		kind = "a part of the content"
	}
	return model.Wrapped(fmt.Sprintf("%s is %s of %s: %s.", sum.GoName, kind, sum.Owner.GoName, strings.Join(implementers(sum), ", ")))
}

func partWord(sum *model.Sum) string {
	if sum.Field.Kind == model.ContentField {
		return "part"
	}
	return "branch"
}

// implementers lists the types behind a sealed interface.
func implementers(sum *model.Sum) []string {
	var names []string
	for _, b := range sum.Branches {
		names = append(names, b.GoName)
	}
	if sum.Text != "" {
		names = append(names, sum.Text)
	}
	return names
}
