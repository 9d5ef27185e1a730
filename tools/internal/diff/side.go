// One of the two schemas, with what the matcher asks of it: all components, and who uses whom.

package diff

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// side is a schema with its components in order of appearance.
type side struct {
	set        *schema.Set
	paths      *model.Paths
	types      []schema.Type // anonymous ones too, built-in ones aside
	elements   []*schema.Element
	attributes []*schema.Attribute
	users      map[schema.Type][]schema.Component // declarations of that type
	derived    map[schema.Type][]schema.Type      // directly derived types
	seen       map[schema.Component]bool
}

func newSide(set *schema.Set) *side {
	s := &side{
		set: set, paths: model.NewPaths(set), users: map[schema.Type][]schema.Component{}, derived: map[schema.Type][]schema.Type{},
		seen: map[schema.Component]bool{},
	}
	for _, e := range set.Elements {
		s.element(e)
	}
	for _, a := range set.Attributes {
		s.attribute(a)
	}
	for _, t := range set.Types {
		s.typ(t)
	}
	for _, g := range set.Groups {
		s.group(g.Group)
	}
	for _, g := range set.AttributeGroups {
		s.uses(g.Uses)
	}
	return s
}

// first reports whether c was not met before.
func (s *side) first(c schema.Component) bool {
	met := s.seen[c]
	s.seen[c] = true
	return !met
}

func (s *side) element(e *schema.Element) {
	if !s.first(e) {
		return
	}
	s.elements = append(s.elements, e)
	s.users[e.Type] = append(s.users[e.Type], e)
	s.typ(e.Type)
}

func (s *side) attribute(a *schema.Attribute) {
	if !s.first(a) {
		return
	}
	s.attributes = append(s.attributes, a)
	s.users[a.Type] = append(s.users[a.Type], a)
	s.typ(a.Type)
}

func (s *side) typ(t schema.Type) {
	if t == nil || isBuiltIn(t) || !s.first(t) {
		return
	}
	s.types = append(s.types, t)
	if base := t.BaseType(); base != nil {
		s.derived[base] = append(s.derived[base], t)
		s.typ(base)
	}
	switch t := t.(type) {
	case *schema.SimpleType:
		s.simple(t)
	case *schema.ComplexType:
		s.uses(t.AttributeUses)
		s.content(t.Content)
	}
}

func (s *side) simple(t *schema.SimpleType) {
	switch v := t.Variety.(type) {
	case *schema.List:
		s.typ(v.Item)
	case *schema.Union:
		for _, m := range v.Members {
			s.typ(m)
		}
	}
}

func (s *side) uses(uses []*schema.AttributeUse) {
	for _, u := range uses {
		s.attribute(u.Declaration)
	}
}

func (s *side) content(c schema.Content) {
	switch c := c.(type) {
	case *schema.SimpleContent:
		s.typ(c.Type)
	case *schema.ElementContent:
		s.particle(c.Particle)
	}
}

func (s *side) group(g *schema.ModelGroup) {
	if !s.first(g) {
		return
	}
	for _, p := range g.Particles {
		s.particle(p)
	}
}

func (s *side) particle(p *schema.Particle) {
	switch term := p.Term.(type) {
	case *schema.Element:
		s.element(term)
	case *schema.ModelGroup:
		s.group(term)
	}
}

func isBuiltIn(t schema.Type) bool {
	switch t := t.(type) {
	case *schema.SimpleType:
		return t.BuiltIn
	case *schema.ComplexType:
		return t.BuiltIn
	}
	return false
}

// reached counts the further types and declarations that a change of t reaches: what is derived from it, and what is of such a type.
func (s *side) reached(t schema.Type) int {
	met := map[schema.Component]bool{t: true}
	for queue := []schema.Type{t}; len(queue) > 0; queue = queue[1:] {
		for _, user := range s.users[queue[0]] {
			met[user] = true
		}
		for _, d := range s.derived[queue[0]] {
			if !met[d] {
				met[d] = true
				queue = append(queue, d)
			}
		}
	}
	return len(met) - 1
}
