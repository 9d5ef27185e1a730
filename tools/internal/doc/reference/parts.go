// This file tells the parts of a class, inherited ones too.

package reference

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/facets"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

func (b *builder) parts(entry *Entry, t *schema.ComplexType) {
	for _, use := range t.AttributeUses {
		entry.Parts = append(entry.Parts, b.attribute(entry, t, use))
	}
	if c, ok := t.Content.(*schema.SimpleContent); ok {
		entry.Parts = append(entry.Parts, Part{
			ID: entry.ID + ".text", Name: "text", Kind: "text", Occurs: "1", Often: "required", Type: b.link(c.Type), Words: facets.Words(c.Type),
			Go: b.field(t, func(m *model.Member) bool { return m.Kind == model.TextField }),
		})
	}
	all, constraints := diagram.Parts(t)
	for _, p := range all {
		entry.Parts = append(entry.Parts, b.part(entry, t, p))
	}
	for _, c := range constraints {
		words := "one of: "
		if c.Occurs.Max != 1 {
			words = "any of, " + often(c.Occurs.Min, c.Occurs.Max) + ": "
		} else if c.Occurs.Min == 0 {
			words = "at most one of: "
		}
		entry.Choices = append(entry.Choices, "{"+c.Mark+"} "+words+strings.Join(c.Branches, " | "))
	}
}

func (b *builder) attribute(entry *Entry, t *schema.ComplexType, use *schema.AttributeUse) Part {
	a := use.Declaration
	p := Part{
		ID: entry.ID + ".@" + a.Name.Local, Name: "@" + a.Name.Local, Kind: "attribute", Occurs: "0..1", Often: "optional", Type: b.link(a.Type), Words: facets.Words(a.Type),
		Value: valueWords(use.EffectiveConstraint()), Doc: paragraphs(use.Annotation.Documentation),
		Go: b.field(t, func(m *model.Member) bool { return m.Kind == model.AttributeField && m.Name == a.Name }),
	}
	if use.Required {
		p.Occurs, p.Often = "1", "required"
	}
	if len(p.Doc) == 0 {
		p.Doc = paragraphs(a.Annotation.Documentation)
	}
	return p
}

func (b *builder) part(entry *Entry, t *schema.ComplexType, from diagram.Part) Part {
	p := Part{Occurs: from.Occurs.String(), Often: often(from.Occurs.Min, from.Occurs.Max), Mark: from.Mark, Doc: paragraphs(from.Doc)}
	e := from.Element
	if e == nil {
		p.ID, p.Name, p.Kind = entry.ID+".any", "any element", "any"
		p.Go = b.field(t, func(m *model.Member) bool { return m.Kind == model.WildcardField })
		return p
	}
	p.ID, p.Name, p.Kind, p.Type, p.Value = entry.ID+"."+e.Name.Local, e.Name.Local, "element", b.link(e.Type), valueWords(e.Constraint)
	p.Go = b.field(t, func(m *model.Member) bool { return m.Kind == model.ElementField && m.Element == e })
	if simple, ok := e.Type.(*schema.SimpleType); ok {
		p.Words = facets.Words(simple)
	}
	if len(p.Doc) == 0 {
		p.Doc = paragraphs(e.Annotation.Documentation)
	}
	if e.Nillable {
		p.Often += ", may be nil"
	}
	return p
}

func valueWords(c schema.ValueConstraint) string {
	switch c := c.(type) {
	case *schema.Default:
		return "default " + c.Text
	case *schema.Fixed:
		return "always " + c.Text
	}
	return ""
}

// field is the way to what holds a part in Go: the field, or the branch of a choice and the field in it.
func (b *builder) field(t *schema.ComplexType, is func(*model.Member) bool) string {
	s, ok := b.goTypes[t].typ.(*model.Struct)
	if !ok {
		return ""
	}
	i := slices.IndexFunc(s.Members, is)
	if i < 0 || s.Members[i].Field == nil {
		return ""
	}
	m := s.Members[i]
	way := ""
	for _, step := range m.Steps {
		way += step.Field.GoName + ".(" + step.Branch.GoName + ")."
	}
	return way + m.Field.GoName
}
