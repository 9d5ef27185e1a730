// This file emits the descriptors of complex types: the static data that drives the runtime.

package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	runtime "github.com/mvainnsyn/mvainnsyn/xsd"
	particles "github.com/mvainnsyn/mvainnsyn/xsd/content"
)

func (e *emitter) descriptors(f *jen.File, types []model.Type) {
	for _, t := range types {
		if s, ok := t.(*model.Struct); ok {
			f.Var().Id(descriptor(s.GoName)).Op("=").Add(xsd("ComplexType")).Add(e.complexType(s))
			f.Line()
		}
	}
}

// lines is a composite literal with one element a line.
func lines(elements []jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: len(elements) > 0}, elements...)
}

// pair is a field of a composite literal.
func pair(name string, value jen.Code) jen.Code { return jen.Id(name).Op(":").Add(value) }

// complexType returns the fields of a descriptor.
func (e *emitter) complexType(s *model.Struct) *jen.Statement {
	c := s.Definition
	var parts []jen.Code
	if c.Name.Local != "" {
		parts = append(parts, pair("Name", e.nameLit(c.Name)))
	}
	parts = append(parts, pair("GoName", jen.Lit(s.GoName)))
	if base, ok := c.Base.(*schema.ComplexType); ok && !base.BuiltIn {
		parts = append(parts, pair("Base", e.nameLit(base.Name)), pair("Derivation", derivations(schema.DerivationSet(c.Derivation))))
	}
	if c.Abstract {
		parts = append(parts, pair("Abstract", jen.True()))
	}
	if d := derivations(c.Block); d != nil {
		parts = append(parts, pair("Block", d))
	}
	element, _ := c.Content.(*schema.ElementContent)
	if element != nil && element.Mixed {
		parts = append(parts, pair("Mixed", jen.True()))
	}
	if len(s.Members) > 0 {
		fields := make([]jen.Code, len(s.Members))
		for i, m := range s.Members {
			fields[i] = e.field(m)
		}
		parts = append(parts, pair("Fields", jen.Index().Add(xsd("Field")).Add(lines(fields))))
	}
	if n, needed := s.Content(); needed {
		parts = append(parts, pair("Content", contentModel(n)))
	}
	parts = append(parts, pair("Schema", jen.Op("&").Id("own")))
	if len(s.Sums) > 0 {
		parts = append(parts, pair("Sums", jen.Index().Add(xsd("Sum")).Add(lines(sums(s)))))
	}
	return lines(parts)
}

// derivations returns a set of ways to derive complex types, nil for none.
func derivations(set schema.DerivationSet) *jen.Statement {
	extension, restriction := set.Has(schema.Extension), set.Has(schema.Restriction)
	switch {
	case extension && restriction:
		return xsd("ByExtension").Op("|").Add(xsd("ByRestriction"))
	case extension:
		return xsd("ByExtension")
	case restriction:
		return xsd("ByRestriction")
	}
	return nil
}

// fieldKinds are the runtime's names of the kinds of field; ElementField is its zero value.
var fieldKinds = map[model.FieldKind]string{
	model.AttributeField: "AttributeField", model.TextField: "TextField", model.MixedField: "MixedField",
	model.WildcardField: "WildcardField", model.AnyAttributeField: "AnyAttributeField",
}

// field returns the runtime's field of a member.
func (e *emitter) field(m *model.Member) *jen.Statement {
	var parts []jen.Code
	if kind, ok := fieldKinds[m.Kind]; ok {
		parts = append(parts, pair("Kind", xsd(kind)))
	}
	if m.Name.Local != "" {
		parts = append(parts, pair("Name", e.nameLit(m.Name)))
	}
	if m.Kind != model.MixedField {
		parts = append(parts, pair("Go", jen.Lit(m.Field.GoName)))
	}
	if m.JSON != "" {
		parts = append(parts, pair("JSON", jen.Lit(m.JSON)))
	}
	if m.Min != 0 {
		parts = append(parts, pair("Min", jen.Lit(m.Min)))
	}
	parts = append(parts, pair("Max", maximum(m.Max)))
	if m.Item {
		parts = append(parts, pair("Item", jen.True()))
	}
	switch {
	case m.Element != nil:
		parts = append(parts, e.elementParts(m.Element)...)
		if len(m.Element.Substitutes) > 0 {
			parts = append(parts, pair("Substitutable", jen.True()))
		}
	case m.Use != nil:
		parts = append(parts, e.typePart(m.Use.Declaration.Type))
		parts = appendConstraint(parts, m.Use.EffectiveConstraint())
	case m.Simple != nil:
		parts = append(parts, e.typePart(m.Simple))
	case m.Wildcard != nil:
		parts = append(parts, pair("Any", wildcard(m.Wildcard)))
	}
	return jen.Values(parts...)
}

func maximum(n int) *jen.Statement {
	if n == schema.Unbounded {
		return xsd("Unbounded")
	}
	return jen.Lit(n)
}

// elementParts returns what the descriptors of local and global elements have in common.
func (e *emitter) elementParts(el *schema.Element) []jen.Code {
	var parts []jen.Code
	switch t := el.Type.(type) {
	case *schema.SimpleType:
		parts = append(parts, e.typePart(t))
	case *schema.ComplexType:
		if !t.BuiltIn {
			parts = append(parts, pair("Type", jen.Lit(e.typeWord(t))))
		}
	}
	if el.Nillable {
		parts = append(parts, pair("Nillable", jen.True()))
	}
	if el.Abstract {
		parts = append(parts, pair("Abstract", jen.True()))
	}
	if d := derivations(el.Block); d != nil {
		parts = append(parts, pair("Block", d))
	}
	parts = appendConstraint(parts, el.Constraint)
	if constraints := el.Selecting(); len(constraints) > 0 {
		parts = append(parts, pair("Identity", e.identities(constraints)))
	}
	return parts
}

// typeWord is how a descriptor refers to a complex type.
func (e *emitter) typeWord(t *schema.ComplexType) string {
	r := e.declared[t]
	if r.Package == e.pkg.Path {
		return r.Name
	}
	return e.packages[r.Package].Name + "." + r.Name
}

// appendConstraint adds a default or fixed value.
func appendConstraint(parts []jen.Code, c schema.ValueConstraint) []jen.Code {
	if c == nil {
		return parts
	}
	return append(parts, pair("Constraint", constraint(c)))
}

// constraint returns the runtime's value constraint.
func constraint(c schema.ValueConstraint) *jen.Statement {
	text, ns := c.Value()
	parts := []jen.Code{pair("Text", jen.Lit(text))}
	if len(ns) > 0 {
		parts = append(parts, pair("Namespaces", prefixes(ns)))
	}
	if _, fixed := c.(*schema.Fixed); fixed {
		parts = append(parts, pair("Fixed", jen.True()))
	}
	return jen.Op("&").Add(xsd("ValueConstraint")).Values(parts...)
}

// wildcard returns the runtime's wildcard.
func wildcard(w *schema.Wildcard) *jen.Statement {
	var parts []jen.Code
	if kind := w.Namespaces.Kind; kind != particles.AnyNamespace {
		name := map[particles.NamespaceKind]string{particles.NotNamespace: "NotNamespace", particles.ListNamespace: "ListNamespace"}[kind]
		names := make([]jen.Code, len(w.Namespaces.Names))
		for i, n := range w.Namespaces.Names {
			names[i] = jen.Lit(n)
		}
		parts = append(parts, pair("Namespaces", jen.Qual(content, "NamespaceConstraint").Values(
			pair("Kind", jen.Qual(content, name)), pair("Names", jen.Index().String().Values(names...)))))
	}
	if w.Process != particles.Strict {
		name := map[particles.ProcessContents]string{particles.Lax: "Lax", particles.Skip: "Skip"}[w.Process]
		parts = append(parts, pair("Process", jen.Qual(content, name)))
	}
	return jen.Op("&").Qual(content, "Wildcard").Values(parts...)
}

// sums returns the fields behind interfaces, outer ones first.
func sums(s *model.Struct) []jen.Code {
	list := make([]jen.Code, len(s.Sums))
	for i, sum := range s.Sums {
		parts := []jen.Code{pair("Go", jen.Lit(sum.Field.GoName))}
		switch {
		case sum.Field.Kind == model.ContentField:
			parts = append(parts, pair("Kind", xsd("ItemSum")))
		case sum.Field.Occurs == model.One:
			parts = append(parts, pair("Required", jen.True()))
		}
		if len(sum.Branches) > 0 {
			branches := make([]jen.Code, len(sum.Branches))
			for n, b := range sum.Branches {
				branches[n] = jen.Values(pair("Zero", jen.Id(b.GoName).Values()), pair("Fields", jen.Index().Int().Values(membersOf(s, b)...)))
			}
			parts = append(parts, pair("Branches", jen.Index().Add(xsd("Branch")).Add(lines(branches))))
		}
		if sum.Text != "" {
			parts = append(parts, pair("Text", jen.Id(sum.Text).Call(jen.Lit(""))))
		}
		list[i] = jen.Values(parts...)
	}
	return list
}

// membersOf lists the field numbers of what a branch holds, in choices inside it too.
func membersOf(s *model.Struct, b *model.Branch) []jen.Code {
	var numbers []jen.Code
	for _, number := range s.Held(b) {
		numbers = append(numbers, jen.Lit(number))
	}
	return numbers
}

// typePart returns the part of a descriptor that says which simple type a value has: its name where that is enough, which costs a program
// nothing when it starts, else its definition.
func (e *emitter) typePart(t *schema.SimpleType) jen.Code {
	if t.BuiltIn {
		e.usesNamespace = true
		return pair("SimpleType", xsd("Name").Values(pair("Space", jen.Id("xs")), pair("Local", jen.Lit(t.Name.Local))))
	}
	if e.byName[t.Name] == t {
		return pair("SimpleType", e.nameLit(t.Name))
	}
	return pair("Simple", e.simpleType(t))
}

// simpleType returns the expression of a simple type's definition: a built-in, a variable of this package, a method of
// another package's type, or an anonymous definition in place.
func (e *emitter) simpleType(t *schema.SimpleType) *jen.Statement {
	if t.BuiltIn {
		return jen.Id(e.builtIn(t.Name.Local))
	}
	r, ok := e.declared[t]
	switch {
	case !ok:
		return e.definition(t)
	case r.Package == e.pkg.Path:
		return jen.Id(descriptor(r.Name))
	}
	return zero(r, e.kinds[t]).Dot("SimpleType").Call()
}

// zero returns a value of a declared type of another package, to call a method on.
func zero(r model.Ref, t model.Type) *jen.Statement {
	s, ok := t.(*model.Simple)
	switch {
	case ok && s.BuiltIn.Kind == model.StringKind:
		return jen.Qual(r.Package, r.Name).Call(jen.Lit(""))
	case ok && s.BuiltIn.Basic == "bool":
		return jen.Qual(r.Package, r.Name).Call(jen.False())
	case ok && s.BuiltIn.Kind == model.NumberKind:
		return jen.Qual(r.Package, r.Name).Call(jen.Lit(0))
	}
	return jen.Qual(r.Package, r.Name).Values()
}

// simpleDescriptor emits the variable that holds a simple type's definition.
func (e *emitter) simpleDescriptor(f *jen.File, goName string, t *schema.SimpleType) {
	f.Var().Id(descriptor(goName)).Op("=").Add(e.definition(t))
	f.Line()
}

// definition returns the call that makes a simple type.
func (e *emitter) definition(t *schema.SimpleType) *jen.Statement {
	name := e.nameLit(t.Name)
	if t.Name.Local == "" {
		name = xsd("Name").Values()
	}
	base, _ := t.Base.(*schema.SimpleType)
	derived := base != nil && base.Variety != nil
	switch v := t.Variety.(type) {
	case *schema.List:
		if !derived {
			return xsd("ListOf").Call(name, e.simpleType(v.Item))
		}
	case *schema.Union:
		if !derived {
			members := []jen.Code{name}
			for _, m := range v.Members {
				members = append(members, e.simpleType(m))
			}
			return xsd("UnionOf").Call(members...)
		}
	}
	arguments := []jen.Code{name, e.simpleType(base)}
	for _, f := range t.Runtime.OwnFacets() {
		arguments = append(arguments, facet(f))
	}
	return xsd("Restrict").Custom(jen.Options{Open: "(", Close: ")", Separator: ",", Multi: len(arguments) > 2}, arguments...)
}

// facetNames are the runtime's names of the facets.
var facetNames = map[runtime.FacetKind]string{
	runtime.FacetLength: "FacetLength", runtime.FacetMinLength: "FacetMinLength", runtime.FacetMaxLength: "FacetMaxLength",
	runtime.FacetPattern: "FacetPattern", runtime.FacetEnumeration: "FacetEnumeration", runtime.FacetWhiteSpace: "FacetWhiteSpace",
	runtime.FacetMaxInclusive: "FacetMaxInclusive", runtime.FacetMaxExclusive: "FacetMaxExclusive",
	runtime.FacetMinExclusive: "FacetMinExclusive", runtime.FacetMinInclusive: "FacetMinInclusive",
	runtime.FacetTotalDigits: "FacetTotalDigits", runtime.FacetFractionDigits: "FacetFractionDigits",
}

func facet(f runtime.Facet) *jen.Statement {
	parts := []jen.Code{pair("Kind", xsd(facetNames[f.Kind])), pair("Value", jen.Lit(f.Value))}
	if f.Fixed {
		parts = append(parts, pair("Fixed", jen.True()))
	}
	if f.Namespaces != nil {
		parts = append(parts, pair("Namespaces", prefixes(f.Namespaces)))
	}
	return xsd("Facet").Values(parts...)
}
