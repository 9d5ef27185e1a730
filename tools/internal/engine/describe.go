// This file makes descriptors of schema components. What package emit writes into files is here made at once, from the same view.

package engine

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// packageName is the one package of all types; nobody sees it.
const packageName = "judged"

// describe makes the descriptors of a schema.
func describe(set *schema.Set) (*codec.Schema, error) {
	view, err := model.Build(set, model.Config{Package: packageName, ImportPath: packageName, Namespaces: map[string]string{"*": packageName}})
	if err != nil {
		return nil, fmt.Errorf("the schema cannot be described: %w", err)
	}
	d := describer{goNames: map[schema.Type]string{}}
	parts := &codec.SchemaParts{Package: packageName}
	for _, p := range view.Packages {
		d.names(p)
	}
	for _, p := range view.Packages {
		d.add(parts, p)
	}
	return codec.JudgedSchema(parts), nil
}

// describer knows what types are called.
type describer struct{ goNames map[schema.Type]string }

func (d *describer) names(p *model.Package) {
	for _, t := range p.Types {
		d.goNames[t.Component()] = t.Base().GoName
	}
}

// add adds what a package declares.
func (d *describer) add(parts *codec.SchemaParts, p *model.Package) {
	for _, t := range p.Types {
		if s, ok := t.(*model.Struct); ok {
			parts.Types = append(parts.Types, codec.TypeOf[codec.Judged](d.complexType(s)))
		} else if simple, ok := t.Component().(*schema.SimpleType); ok && simple.Name.Local != "" {
			parts.SimpleTypes = append(parts.SimpleTypes, simple.Runtime)
		}
	}
	for _, e := range p.Elements {
		parts.Elements = append(parts.Elements, d.element(e))
	}
	for _, a := range p.Attributes {
		parts.Attributes = append(parts.Attributes, codec.GlobalAttribute{Name: a.Name, Simple: a.Type.Runtime, Constraint: constraint(a.Constraint)})
	}
	for _, n := range p.Notations {
		parts.Notations = append(parts.Notations, n.Name)
	}
}

func (d *describer) complexType(s *model.Struct) *codec.ComplexType {
	c := s.Definition
	t := &codec.ComplexType{Name: c.Name, GoName: s.GoName, Abstract: c.Abstract, Block: derivations(c.Block)}
	if base, ok := c.Base.(*schema.ComplexType); ok && !base.BuiltIn {
		t.Base, t.Derivation = base.Name, derivations(schema.DerivationSet(c.Derivation))
	}
	if element, ok := c.Content.(*schema.ElementContent); ok {
		t.Mixed = element.Mixed
	}
	for _, m := range s.Members {
		t.Fields = append(t.Fields, d.field(m))
	}
	t.Content, _ = s.Content()
	for _, sum := range s.Sums {
		t.Sums = append(t.Sums, sumOf(s, sum))
	}
	return t
}

// derivations are ways to derive complex types.
func derivations(set schema.DerivationSet) codec.Derivation {
	var d codec.Derivation
	if set.Has(schema.Extension) {
		d |= codec.ByExtension
	}
	if set.Has(schema.Restriction) {
		d |= codec.ByRestriction
	}
	return d
}

// fieldKinds are the runtime's names of the kinds of field.
var fieldKinds = map[model.FieldKind]codec.FieldKind{
	model.ElementField: codec.ElementField, model.AttributeField: codec.AttributeField, model.TextField: codec.TextField,
	model.MixedField: codec.MixedField, model.WildcardField: codec.WildcardField, model.AnyAttributeField: codec.AnyAttributeField,
}

func (d *describer) field(m *model.Member) codec.Field {
	f := codec.Field{Kind: fieldKinds[m.Kind], Name: m.Name, JSON: m.JSON, Min: m.Min, Max: m.Max, Item: m.Item}
	switch {
	case m.Element != nil:
		e := m.Element
		f.Type, f.Simple = d.typeOf(e.Type)
		f.Nillable, f.Abstract, f.Block = e.Nillable, e.Abstract, derivations(e.Block)
		f.Constraint, f.Identity = constraint(e.Constraint), identities(e)
		f.Substitutable = len(e.Substitutes) > 0
	case m.Use != nil:
		f.Simple, f.Constraint = m.Use.Declaration.Type.Runtime, constraint(m.Use.EffectiveConstraint())
	case m.Simple != nil:
		f.Simple = m.Simple.Runtime
	case m.Wildcard != nil:
		f.Any = &content.Wildcard{Namespaces: m.Wildcard.Namespaces, Process: m.Wildcard.Process}
	}
	return f
}

// typeOf returns the name of a complex type, or a simple type; neither for xs:anyType.
func (d *describer) typeOf(t schema.Type) (goName string, simple *xsd.SimpleType) {
	if s, ok := t.(*schema.SimpleType); ok {
		return "", s.Runtime
	}
	return d.goNames[t], nil
}

// sumOf is a choice or a list in the order of the document.
func sumOf(s *model.Struct, sum *model.Sum) codec.Sum {
	made := codec.Sum{Go: sum.Field.GoName, Required: sum.Field.Kind == model.ChoiceField && sum.Field.Occurs == model.One}
	if sum.Field.Kind == model.ContentField {
		made.Kind = codec.ItemSum
	}
	for _, b := range sum.Branches {
		made.Branches = append(made.Branches, codec.Branch{Fields: s.Held(b)})
	}
	return made
}

func (d *describer) element(e *model.Element) codec.GlobalElement {
	c := e.Component
	goName, simple := d.typeOf(c.Type)
	return &codec.Element[codec.Judged]{
		Name: c.Name, Type: goName, Simple: simple, Nillable: c.Nillable, Abstract: c.Abstract, Block: derivations(c.Block),
		Substitutes: e.Heads, Constraint: constraint(c.Constraint), Identity: identities(c),
	}
}

func constraint(c schema.ValueConstraint) *codec.ValueConstraint {
	switch c := c.(type) {
	case *schema.Default:
		return &codec.ValueConstraint{Text: c.Text, Namespaces: c.Namespaces}
	case *schema.Fixed:
		return &codec.ValueConstraint{Text: c.Text, Namespaces: c.Namespaces, Fixed: true}
	}
	return nil
}

// identityKinds are the runtime's names of the kinds of identity constraint.
var identityKinds = map[schema.IdentityKind]codec.IdentityKind{schema.Unique: codec.Unique, schema.Key: codec.Key, schema.KeyRef: codec.KeyRef}

func identities(e *schema.Element) []codec.Identity {
	var all []codec.Identity
	for _, c := range e.Selecting() {
		id := codec.Identity{Kind: identityKinds[c.Kind], Name: c.Name, Selector: c.Selector.Expanded()}
		if c.Refer != nil {
			id.Refer = c.Refer.Name
		}
		for _, field := range c.Fields {
			id.Fields = append(id.Fields, field.Expanded())
		}
		all = append(all, id)
	}
	return all
}
