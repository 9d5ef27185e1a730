// This file makes the content model of a struct: particles over the numbers of its members.

package model

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// Content returns the content model of a struct, its leaves being the numbers of members. needed is false where it is what the runtime assumes
// without one: the sequence of all elements, each as often as its member says.
func (s *Struct) Content() (n content.Node, needed bool) {
	c, ok := s.Definition.Content.(*schema.ElementContent)
	if !ok {
		return content.Node{}, false
	}
	members := s.leafMembers()
	plain := particleWalk{content: c, members: members}
	if plain.isPlain(c.Particle) {
		return content.Node{}, false
	}
	w := particleWalk{content: c, members: members}
	return w.node(c.Particle), true
}

// leafMembers maps the leaves of the content model to members.
func (s *Struct) leafMembers() map[int]*Member {
	members := map[int]*Member{}
	for _, m := range s.Members {
		if m.Leaf >= 0 {
			members[m.Leaf] = m
		}
	}
	return members
}

// particleWalk walks the particles in the order of the content model's leaves.
type particleWalk struct {
	content *schema.ElementContent
	members map[int]*Member
	next    int
}

// member returns the member of a leaf particle; a group referred to twice has the same particle at two leaves.
func (w *particleWalk) member(p *schema.Particle) *Member {
	for i := w.next; i < len(w.content.Leaves); i++ {
		if w.content.Leaves[i] == p {
			w.next = i + 1
			return w.members[i]
		}
	}
	return nil
}

// isPlain reports whether p is leaves in sequence, each with the bounds of its field and in no choice or list.
func (w *particleWalk) isPlain(p *schema.Particle) bool {
	group, ok := p.Term.(*schema.ModelGroup)
	if !ok {
		m := w.member(p)
		return m != nil && len(m.Steps) == 0 && m.Min == p.Min && m.Max == p.Max
	}
	if p.Min != 1 || p.Max != 1 || group.Compositor == schema.Choice || (group.Compositor == schema.All && len(group.Particles) > 0) {
		return false // a choice without alternatives is not empty: nothing satisfies it
	}
	for _, child := range group.Particles {
		if child.Max != 0 && !w.isPlain(child) {
			return false
		}
	}
	return true
}

// groupOps are the operators of groups.
var groupOps = map[schema.Compositor]content.Op{schema.Sequence: content.SequenceOp, schema.Choice: content.ChoiceOp, schema.All: content.AllOp}

// node makes the node of a particle.
func (w *particleWalk) node(p *schema.Particle) content.Node {
	group, ok := p.Term.(*schema.ModelGroup)
	if !ok {
		return content.Node{Op: content.LeafOp, Min: p.Min, Max: p.Max, Leaf: w.member(p).Index}
	}
	n := content.Node{Op: groupOps[group.Compositor], Min: p.Min, Max: p.Max}
	for _, child := range group.Particles {
		if child.Max != 0 {
			n.Children = append(n.Children, w.node(child))
		}
	}
	return n
}

// Held lists the numbers of the members that a branch holds, in choices inside it too.
func (s *Struct) Held(b *Branch) []int {
	var numbers []int
	for _, m := range s.Members {
		for _, step := range m.Steps {
			if step.Branch == b {
				numbers = append(numbers, m.Index)
				break
			}
		}
	}
	return numbers
}
