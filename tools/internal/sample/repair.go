// Repairs of a tree: an element or attribute put in or taken out where its type allows.

package sample

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// completeRow gives the row of a key the fields that it lacks.
func (g *grower) completeRow(r row, constraint *schema.IdentityConstraint) bool {
	changed := false
	for _, field := range constraint.Fields {
		if len(fieldSlots(r.node, field)) == 0 {
			changed = slices.ContainsFunc(field.Paths, func(path schema.Path) bool { return g.completePath(r.node, path) }) || changed
		}
	}
	return changed
}

// completePath puts in the elements and the attribute that a path leads to.
func (g *grower) completePath(n *Node, path schema.Path) bool {
	elements, last := fieldEnd(path)
	for _, step := range elements {
		at := slices.IndexFunc(n.Children(), func(child *Node) bool { return step.Test.Matches(child.Name) })
		if at < 0 {
			if at = g.insert(n, step.Test); at < 0 {
				return false
			}
		}
		n = n.Children()[at]
	}
	if last == nil {
		return g.unnil(n)
	}
	return g.addAttribute(n, last.Test)
}

// unnil gives an element that is nil its text.
func (g *grower) unnil(n *Node) bool {
	if !n.Nil || n.simpleType() == nil {
		return false
	}
	n.Nil = false
	g.simple(n, n.simpleType())
	return true
}

// addAttribute gives an element an attribute that its type declares.
func (g *grower) addAttribute(n *Node, test schema.NameTest) bool {
	t, ok := n.Type.(*schema.ComplexType)
	if !ok {
		return false
	}
	for _, use := range t.AttributeUses {
		if test.Matches(use.Declaration.Name) && !n.has(use.Declaration.Name) {
			value := g.value(use.Declaration.Type, use.EffectiveConstraint())
			n.Attributes = append(n.Attributes, Attribute{Name: use.Declaration.Name, Value: value, Use: use})
			return true
		}
	}
	return false
}

// insert puts a child in where the content model allows one that the test takes, and returns its index among the children, -1 where it allows none.
func (g *grower) insert(n *Node, test schema.NameTest) int {
	c := elementContent(n.Type)
	if c == nil || n.Nil {
		return -1
	}
	for _, leaf := range c.Leaves {
		e, ok := leaf.Term.(*schema.Element)
		if !ok || !test.Matches(e.Name) || e.Abstract {
			continue
		}
		for at := range len(n.Content) + 1 {
			changed := slices.Insert(slices.Clone(n.Content), at, Item(&Node{Name: e.Name}))
			if accepts(c.Model(), changed) {
				changed[at] = g.element(e)
				n.Content = changed
				return slices.Index(n.Children(), changed[at].(*Node))
			}
		}
	}
	return -1
}

// detach takes an element out of the tree below top where the content model of its parent allows.
func detach(top, n *Node) bool {
	done := false
	top.each(func(parent *Node) {
		at := slices.IndexFunc(parent.Content, func(i Item) bool { return i == Item(n) })
		if at < 0 || done {
			return
		}
		rest := slices.Delete(slices.Clone(parent.Content), at, at+1)
		if c := elementContent(parent.Type); c != nil && accepts(c.Model(), rest) {
			parent.Content, done = rest, true
		}
	})
	return done
}

// detachField takes out an optional field of a row, which then is not a reference any more.
func detachField(r row) bool {
	for _, s := range r.fields {
		if s.attribute < 0 {
			if s.node != r.node && detach(r.node, s.node) {
				return true
			}
			continue
		}
		if use := s.node.Attributes[s.attribute].Use; !use.Required && use.EffectiveConstraint() == nil {
			s.node.Attributes = slices.Delete(s.node.Attributes, s.attribute, s.attribute+1)
			return true
		}
	}
	return false
}

// accepts reports whether a model accepts the elements among the content.
func accepts(model *content.Model, items []Item) bool {
	matcher := model.NewMatcher()
	for _, i := range items {
		if child, ok := i.(*Node); ok {
			if _, ok := matcher.Next(child.Name); !ok {
				return false
			}
		}
	}
	return matcher.AtEnd()
}
