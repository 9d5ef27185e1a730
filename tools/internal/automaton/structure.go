// A sufficient condition for inclusion that needs no search: the second model is written like the first, with wider bounds, more to choose from and more that
// may be left out. Groups that only bracket make no difference.

package automaton

import (
	"slices"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// structurallyIncluded reports whether the condition holds. It takes time in proportion to what the two models have written, not to the places of a search.
func structurallyIncluded(a, b *content.Model, opts *Options) bool {
	t := structure{a: a.Leaves(), b: b.Leaves(), opts: opts, names: sync.OnceValue(func() [][]source.Name { return names(a, opts.Names, b) })}
	t.left = comparisonsPerLeaf * (len(t.a) + len(t.b) + 1)
	first, second := a.Root(), b.Root()
	return t.included(&first, &second)
}

// comparisonsPerLeaf bounds the particles that are compared, on average. More are needed only where groups are nested in groups that differ.
const comparisonsPerLeaf = 10

// structure is one try of the condition.
type structure struct {
	a, b  []content.Leaf
	opts  *Options
	names func() [][]source.Name // that make a difference, by leaf of the first model
	left  int                    // particles that may still be compared
}

// included compares two particles.
func (t *structure) included(n, m *content.Node) bool {
	if t.left--; t.left < 0 {
		return false
	}
	n, m = unwrapped(n), unwrapped(m)
	switch {
	case n.Max == 0 && m.Min == 0:
		return true
	case n.Op == m.Op && narrower(n, m) && t.bodyIncluded(n, m):
		return true
	case isOnce(n) && isOnce(m) && n.Op == m.Op || m.Min > 1 || m.Max == 0:
		return false
	}
	return t.iterationOf(n, m)
}

// narrower reports whether the bounds of the first are within those of the second.
func narrower(n, m *content.Node) bool {
	return n.Min >= m.Min && (m.Max == content.Unbounded || n.Max != content.Unbounded && n.Max <= m.Max)
}

// bodyIncluded compares what occurs once of two particles of one kind.
func (t *structure) bodyIncluded(n, m *content.Node) bool {
	switch n.Op {
	case content.LeafOp:
		return t.leafIncluded(n.Leaf, m.Leaf)
	case content.SequenceOp:
		return t.inOrder(members(n), members(m))
	case content.ChoiceOp:
		return t.amongChoices(members(n), members(m))
	}
	return slices.EqualFunc(members(n), members(m), t.included)
}

// iterationOf compares a particle with one occurrence of a group.
func (t *structure) iterationOf(n, m *content.Node) bool {
	switch m.Op {
	case content.SequenceOp:
		return t.inOrder(appendParts(nil, n, m.Op), members(m))
	case content.ChoiceOp:
		return t.amongChoices(appendParts(nil, n, m.Op), members(m))
	}
	return false
}

// unwrapped is the particle in groups that hold it alone, and once.
func unwrapped(n *content.Node) *content.Node {
	for n.Op != content.LeafOp && isOnce(n) && len(n.Children) == 1 {
		n = &n.Children[0]
	}
	return n
}

func isOnce(n *content.Node) bool { return n.Min == 1 && n.Max == 1 }

// members are what one occurrence of a group holds, with groups of its kind that only bracket opened.
func members(n *content.Node) (all []*content.Node) {
	for i := range n.Children {
		all = appendParts(all, &n.Children[i], n.Op)
	}
	return all
}

// appendParts appends a particle, or what it holds where it only brackets within a group of a kind.
func appendParts(to []*content.Node, n *content.Node, within content.Op) []*content.Node {
	n = unwrapped(n)
	switch {
	case n.Op == within && isOnce(n) && within != content.AllOp:
		for i := range n.Children {
			to = appendParts(to, &n.Children[i], within)
		}
		return to
	case n.Max == 0 && within == content.SequenceOp:
		return to
	}
	return append(to, n)
}

// inOrder finds a place for each of the first among the second, so that what stands between may be left out.
func (t *structure) inOrder(first, second []*content.Node) bool {
	for _, n := range first {
		i := slices.IndexFunc(second, func(m *content.Node) bool { return m.Min > 0 || t.included(n, m) })
		if i < 0 || second[i].Min > 0 && !t.included(n, second[i]) {
			return false
		}
		second = second[i+1:]
	}
	return !slices.ContainsFunc(second, func(m *content.Node) bool { return m.Min > 0 })
}

// amongChoices finds one of the second for each of the first, in the order of both.
func (t *structure) amongChoices(first, second []*content.Node) bool {
	for _, n := range first {
		i := slices.IndexFunc(second, func(m *content.Node) bool { return t.included(n, m) })
		if i < 0 {
			return false
		}
		second = second[i:]
	}
	return true
}

func (t *structure) leafIncluded(i, j int) bool {
	a, b := &t.a[i], &t.b[j]
	if a.Any != nil {
		return b.Any != nil && b.Any.Namespaces.Includes(a.Any.Namespaces) && (t.opts.Compatible == nil || t.allowed(t.names()[i], i, j))
	}
	return t.allowed(namesOfLeaf(a), i, j)
}

// allowed reports whether the second leaf takes elements of the names that the first may be.
func (t *structure) allowed(names []source.Name, i, j int) bool {
	b := &t.b[j]
	for _, name := range names {
		if !b.Allows(name) || t.opts.possible(i, name) && !t.opts.compatible(i, j, name) {
			return false
		}
	}
	return true
}
