// This file makes descriptors of schema components. What package emit writes into files is here made at once, from the same view.

package engine

import (
	"sync"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// packageName is the one package of all types; nobody sees it.
const packageName = "judged"

// describe makes the descriptors of a schema. What a complex type holds is described when a document first has the type.
func describe(set *schema.Set) *codec.Schema {
	d := &describer{structs: model.NewStructs(set), names: map[schema.Type]string{}}
	types := d.structs.ComplexTypes()
	for _, t := range types {
		d.names[t] = d.structs.Name(t)
	}
	parts := &codec.SchemaParts{Package: packageName}
	for _, t := range types {
		parts.Types = append(parts.Types, codec.TypeOf[codec.Judged](d.complexType(t)))
	}
	for _, t := range set.Types {
		if t, ok := t.(*schema.SimpleType); ok {
			parts.SimpleTypes = append(parts.SimpleTypes, t.Runtime)
		}
	}
	for _, e := range set.Elements {
		parts.Elements = append(parts.Elements, d.element(e))
	}
	for _, a := range set.Attributes {
		parts.Attributes = append(parts.Attributes, codec.GlobalAttribute{Name: a.Name, Simple: a.Type.Runtime, Constraint: constraint(a.Constraint)})
	}
	for _, n := range set.Notations {
		parts.Notations = append(parts.Notations, n.Name)
	}
	return codec.JudgedSchema(parts)
}

// describer knows what types are called, and describes what they hold.
type describer struct {
	names map[schema.Type]string // of complex types

	mu      sync.Mutex // documents are judged at the same time
	structs *model.Structs
}

// complexType describes a type, but for what it holds.
func (d *describer) complexType(c *schema.ComplexType) *codec.ComplexType {
	t := &codec.ComplexType{Name: c.Name, GoName: d.names[c], Abstract: c.Abstract, Block: derivations(c.Block)}
	if base, ok := c.Base.(*schema.ComplexType); ok && !base.BuiltIn {
		t.Base, t.Derivation = base.Name, derivations(schema.DerivationSet(c.Derivation))
	}
	if element, ok := c.Content.(*schema.ElementContent); ok {
		t.Mixed = element.Mixed
	}
	t.Fill = func() { d.fill(t, c) }
	return t
}

// fill describes what a type holds.
func (d *describer) fill(t *codec.ComplexType, c *schema.ComplexType) {
	d.mu.Lock()
	defer d.mu.Unlock()
	s := d.structs.Of(c)
	for _, m := range s.Members {
		t.Fields = append(t.Fields, d.field(m))
	}
	t.Content, _ = s.Content()
	for _, sum := range s.Sums {
		t.Sums = append(t.Sums, sumOf(s, sum))
	}
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
	return d.names[t], nil
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

func (d *describer) element(c *schema.Element) codec.GlobalElement {
	goName, simple := d.typeOf(c.Type)
	return &codec.ValueElement[codec.Judged]{
		Name: c.Name, Type: goName, Simple: simple, Nillable: c.Nillable, Abstract: c.Abstract, Block: derivations(c.Block),
		Substitutes: model.Heads(c), Constraint: constraint(c.Constraint), Identity: identities(c),
	}
}

func constraint(c schema.ValueConstraint) *codec.ValueConstraint {
	if c == nil {
		return nil
	}
	text, ns := c.Value()
	_, fixed := c.(*schema.Fixed)
	return &codec.ValueConstraint{Text: text, Namespaces: ns, Fixed: fixed}
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
