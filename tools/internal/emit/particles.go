// This file emits content models.

package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// isPlain reports whether the content model is the sequence of all element fields, each as often as the field says: what the
// runtime assumes where a descriptor has none.
func isPlain(s *model.Struct, c *schema.ElementContent) bool {
	w := modelWriter{content: c, members: leafMembers(s)}
	return w.plain(c.Particle)
}

// contentModel returns the expression of a content model, its leaves being field numbers.
func contentModel(s *model.Struct, c *schema.ElementContent) *jen.Statement {
	w := modelWriter{content: c, members: leafMembers(s)}
	return w.node(c.Particle)
}

// leafMembers maps the leaves of a content model to members.
func leafMembers(s *model.Struct) map[int]*model.Member {
	members := map[int]*model.Member{}
	for _, m := range s.Members {
		if m.Leaf >= 0 {
			members[m.Leaf] = m
		}
	}
	return members
}

// modelWriter walks the particles in the order of the content model's leaves.
type modelWriter struct {
	content *schema.ElementContent
	members map[int]*model.Member
	next    int
}

// member returns the member of a leaf particle; a group referred to twice has the same particle at two leaves.
func (w *modelWriter) member(p *schema.Particle) *model.Member {
	for i := w.next; i < len(w.content.Leaves); i++ {
		if w.content.Leaves[i] == p {
			w.next = i + 1
			return w.members[i]
		}
	}
	return nil
}

// plain reports whether p is leaves in sequence, each with the bounds of its field and in no choice or list.
func (w *modelWriter) plain(p *schema.Particle) bool {
	group, ok := p.Term.(*schema.ModelGroup)
	if !ok {
		m := w.member(p)
		return m != nil && len(m.Steps) == 0 && m.Min == p.Min && m.Max == p.Max
	}
	if p.Min != 1 || p.Max != 1 || group.Compositor == schema.Choice || (group.Compositor == schema.All && len(group.Particles) > 0) {
		return false // a choice without alternatives is not empty: nothing satisfies it
	}
	for _, child := range group.Particles {
		if child.Max != 0 && !w.plain(child) {
			return false
		}
	}
	return true
}

// node returns the expression of a particle.
func (w *modelWriter) node(p *schema.Particle) *jen.Statement {
	group, ok := p.Term.(*schema.ModelGroup)
	if !ok {
		return xsd("Leaf").Call(jen.Lit(w.member(p).Index), jen.Lit(p.Min), maximum(p.Max))
	}
	arguments := []jen.Code{jen.List(jen.Lit(p.Min), maximum(p.Max))}
	for _, child := range group.Particles {
		if child.Max != 0 {
			arguments = append(arguments, w.node(child))
		}
	}
	name := map[schema.Compositor]string{schema.Sequence: "Sequence", schema.Choice: "Choice", schema.All: "All"}[group.Compositor]
	return xsd(name).Custom(jen.Options{Open: "(", Close: ")", Separator: ",", Multi: len(arguments) > 2}, arguments...)
}
