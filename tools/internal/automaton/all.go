// Inclusion of an all group, and in one. Such a group accepts a word if each of its members occurs as often as it must, whatever the order: one condition for each member,
// which are tried one by one, where following all of them together would take a place for each subset.

package automaton

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// mostMembers bounds the members that are tried one by one.
const mostMembers = 200

// conditions are models that accept together what an all group accepts, one for each member. There are none where the group may be missing as a
// whole although it has a required member, or where it has too many members.
func conditions(m *content.Model) []condition {
	root := m.Root()
	var members []content.Node
	required := false
	for _, child := range allOf(&root).Children {
		if child.Max != 0 {
			members = append(members, child)
			required = required || child.Min > 0
		}
	}
	matcher := m.NewMatcher()
	if matcher.AtEnd() && required || len(members) > mostMembers {
		return nil
	}
	var all []condition
	for i := range members {
		c, err := newCondition(m, members, i)
		if err != nil {
			return nil
		}
		all = append(all, c)
	}
	return all
}

// condition is a model that accepts one member as often as the group does, among any number of the others.
type condition struct {
	*content.Model
	leaves []int // the leaves of the group, by those of the model
}

func newCondition(m *content.Model, members []content.Node, chosen int) (condition, error) {
	var c condition
	var leaves []content.Leaf
	leaf := func(member content.Node) content.Node {
		leaves = append(leaves, m.Leaves()[member.Leaf])
		c.leaves = append(c.leaves, member.Leaf)
		return content.Node{Op: content.LeafOp, Min: 1, Max: 1, Leaf: len(leaves) - 1}
	}
	others := func() content.Node {
		choice := content.Node{Op: content.ChoiceOp, Min: 0, Max: content.Unbounded}
		for i, member := range members {
			if i != chosen {
				choice.Children = append(choice.Children, leaf(member))
			}
		}
		return choice
	}
	before := others()
	once := content.Node{Op: content.SequenceOp, Min: members[chosen].Min, Max: 1, Children: []content.Node{leaf(members[chosen]), others()}}
	var err error
	c.Model, err = content.Compile(content.Node{Op: content.SequenceOp, Min: 1, Max: 1, Children: []content.Node{before, once}}, leaves)
	return c, err
}

// includedInAll compares a model with each condition; the witness is the shortest found.
func includedInAll(a *content.Model, all []condition, opts *Options) Result {
	answer := Result{Verdict: Yes}
	for _, c := range all {
		found := c.includes(a, *opts)
		shorter := answer.Verdict != No || found.Witness.Len() < answer.Witness.Len()
		if found.Verdict == No && shorter || found.Verdict == Undecided && answer.Verdict == Yes {
			answer = found
		}
	}
	return answer
}

func (c condition) includes(a *content.Model, opts Options) Result {
	s := newSearch(a, c.Model, c.options(opts))
	s.goal = onlyInFirst
	found := s.answer()
	found.Witness = slices.Clone(found.Witness)
	for i, step := range found.Witness {
		if step.B >= 0 {
			found.Witness[i].B = c.leaves[step.B]
		}
	}
	return found
}

// options are those of a question about the whole group.
func (c condition) options(opts Options) Options {
	if compatible := opts.Compatible; compatible != nil {
		opts.Compatible = func(a, b int, name source.Name) bool { return compatible(a, c.leaves[b], name) }
	}
	return opts
}

// looselyIncluded is a sufficient condition for an all group in a model that cares little for order: as many of its members as it has, each as often as
// may be, are accepted. Following each subset of them would take a place for each.
func looselyIncluded(a, b *content.Model, opts Options) bool {
	root := a.Root()
	loose := content.Node{Op: content.ChoiceOp}
	for _, member := range allOf(&root).Children {
		if member.Max == 0 {
			continue
		}
		if member.Min > 0 {
			loose.Min++
		}
		loose.Max++
		loose.Children = append(loose.Children, content.Node{Op: content.LeafOp, Min: 1, Max: 1, Leaf: member.Leaf})
	}
	matcher := a.NewMatcher()
	if matcher.AtEnd() {
		loose.Min = 0
	}
	model, err := content.Compile(loose, a.Leaves())
	if err != nil {
		return false
	}
	s := newSearch(model, b, opts)
	s.goal = onlyInFirst
	return s.answer().Verdict == Yes
}
