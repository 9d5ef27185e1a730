// Settling: values that depend on each other across a tree. IDs differ, references to them lead somewhere, and identity constraints hold.

package sample

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// slot is the place of a simple value in a tree.
type slot struct {
	node      *Node
	attribute int // index among the node's attributes, -1 for its text
	typ       *schema.SimpleType
	fixed     bool
}

// slots are all places of simple values in a tree.
func slots(tree *Node) []slot {
	var out []slot
	tree.each(func(n *Node) {
		for i := range n.Attributes {
			if s, ok := n.attributeSlot(i); ok {
				out = append(out, s)
			}
		}
		if s, ok := n.textSlot(); ok {
			out = append(out, s)
		}
	})
	return out
}

func (n *Node) attributeSlot(i int) (slot, bool) {
	use := n.Attributes[i].Use
	if use == nil {
		return slot{}, false
	}
	_, fixed := use.EffectiveConstraint().(*schema.Fixed)
	return slot{n, i, use.Declaration.Type, fixed}, true
}

func (n *Node) textSlot() (slot, bool) {
	t := n.simpleType()
	if t == nil || n.Nil || n.Declaration == nil || len(n.Content) != 1 {
		return slot{}, false
	}
	_, fixed := n.Declaration.Constraint.(*schema.Fixed)
	return slot{n, -1, t, fixed}, true
}

func (s slot) value() Value {
	if s.attribute >= 0 {
		return s.node.Attributes[s.attribute].Value
	}
	text, _ := s.node.Content[0].(Text)
	return text.Value
}

func (s slot) set(value Value) {
	if s.attribute >= 0 {
		s.node.Attributes[s.attribute].Value = value
		return
	}
	s.node.Content[0] = Text{value, s.typ}
}

// is reports whether the value is of the built-in type, or a list with such items, or of a union by a member that is.
func (s slot) is(builtIn string) bool {
	value := s.value()
	parsed, fault := s.typ.Runtime.Parse(value.Text, value.Names)
	return fault == nil && mentions(parsed, builtIn)
}

// Settle gives IDs and references in a tree values that go together, and keys, uniques and references to keys values that hold. The error says what
// cannot be made to hold.
func (s *Smallest) Settle(tree *Node) error {
	g := s.grower()
	g.settle(tree)
	_, err := g.finished(tree)
	return err
}

func (g *grower) settle(tree *Node) {
	ids := g.identify(tree)
	g.refer(tree, ids)
	g.hold(tree)
}

// identify makes the IDs of a tree differ, and returns them.
func (g *grower) identify(tree *Node) []string {
	var ids []string
	taken := map[string]bool{}
	for _, s := range slots(tree) {
		if !s.is("ID") {
			continue
		}
		value, ok := s.value(), s.fixed
		if !ok {
			value, ok = g.fresh(s, taken)
		}
		if !ok {
			g.fail("%s has too few values for the IDs of the document", s.typ.Runtime)
		}
		s.set(value)
		for _, id := range strings.Fields(value.Text) {
			taken[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// fresh is a value of the slot's type that is not taken: a plain one, unless the slot's shows something of the type.
func (g *grower) fresh(s slot, taken map[string]bool) (Value, bool) {
	if value := s.value(); !taken[value.Text] && len(g.texts.offer(s.typ.Runtime).edges) > 0 {
		return value, true
	}
	if numbered := (Value{Text: fmt.Sprintf("id%d", len(taken)+1)}); !taken[numbered.Text] && admits(s.typ.Runtime, numbered) {
		return numbered, true
	}
	if value := s.value(); !taken[value.Text] {
		return value, true
	}
	return g.texts.shortest(s.typ.Runtime, func(v Value) bool { return !taken[v.Text] })
}

// refer makes references lead to IDs. One that is optional is left out where there is no ID.
func (g *grower) refer(tree *Node, ids []string) {
	turn := 0
	for _, s := range slots(tree) {
		if s.fixed || !s.is("IDREF") {
			continue
		}
		if len(ids) == 0 {
			if ids = g.addID(tree); len(ids) == 0 {
				g.fail("an IDREF has nothing to refer to")
				return
			}
		}
		if value, ok := reference(s, ids, turn); ok {
			s.set(value)
			turn++
		}
	}
}

// reference is a value of the slot's type made of IDs.
func reference(s slot, ids []string, turn int) (Value, bool) {
	words := strings.Fields(s.value().Text)
	for try := range ids {
		for i := range words {
			words[i] = ids[(turn+try+i)%len(ids)]
		}
		if value := (Value{Text: strings.Join(words, " ")}); admits(s.typ.Runtime, value) {
			return value, true
		}
	}
	return Value{}, false
}

// addID gives an element of the tree the ID that its type allows.
func (g *grower) addID(tree *Node) []string {
	var ids []string
	tree.each(func(n *Node) {
		t, ok := n.Type.(*schema.ComplexType)
		if !ok || len(ids) > 0 {
			return
		}
		for _, use := range t.AttributeUses {
			if ancestor(use.Declaration.Type.Runtime) != "ID" || n.has(use.Declaration.Name) {
				continue
			}
			n.Attributes = append(n.Attributes, Attribute{Name: use.Declaration.Name, Use: use, Value: g.value(use.Declaration.Type, nil)})
			ids = append(ids, n.Attributes[len(n.Attributes)-1].Value.Text)
			return
		}
	})
	return ids
}

func (n *Node) has(attribute schema.Name) bool {
	for _, a := range n.Attributes {
		if a.Name == attribute {
			return true
		}
	}
	return false
}
