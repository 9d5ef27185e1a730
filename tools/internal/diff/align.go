// Which parts of one group belong to which parts of another.

package diff

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// aligned is a part of both groups, or of one; in order.
type aligned struct{ old, new *part }

// align pairs the parts of two groups. In sequences those are paired that can be without changing the order, as many and as like as possible; where
// order means nothing on one side, each part with the one that is most like it, in the order of the other side.
func (m *merger) align(old, newer *part) []aligned {
	switch {
	case old.compositor == schema.Sequence && newer.compositor == schema.Sequence:
		return m.alignInOrder(old.parts, newer.parts)
	case newer.compositor == schema.Sequence:
		mirrored := m.alignFreely(newer.parts, old.parts)
		for i, a := range mirrored {
			mirrored[i] = aligned{old: a.new, new: a.old}
		}
		return mirrored
	}
	return m.alignFreely(old.parts, newer.parts)
}

// likeness says how well two parts go together; 0: not at all.
func (m *merger) likeness(a, b *part) int {
	e, f := a.element(), b.element()
	switch {
	case e != nil && f != nil:
		return m.likenessOfElements(e, f)
	case a.wildcard() != nil && b.wildcard() != nil:
		return 5
	case a.base != nil || b.base != nil:
		if a.base == b.base {
			return 30
		}
		return 0
	case a.definition != nil || b.definition != nil:
		if a.definition != nil && b.definition != nil && m.c.pairs.groups.has(a.definition, b.definition) {
			return 20
		}
		return 0
	case a.isGroup() && b.isGroup():
		return likenessOfGroups(a, b)
	case e != nil && b.isGroup():
		return likenessInGroup(e, b)
	case f != nil && a.isGroup():
		return likenessInGroup(f, a)
	}
	return 0
}

func (m *merger) likenessOfElements(e, f *schema.Element) int {
	switch {
	case e.Name != f.Name && e.Name.Local == f.Name.Local && !e.Global && !f.Global:
		return 9
	case e.Name != f.Name:
		return 0
	case m.c.pairs.sameType(e.Type, f.Type):
		return 12
	}
	return 10
}

// likenessOfGroups grows with the share of leaves that both have.
func likenessOfGroups(a, b *part) int {
	ours, theirs := a.leaves(nil), b.leaves(nil)
	common := 0
	for _, leaf := range ours {
		if e := leaf.element(); e != nil && b.has(e.Name) || leaf.wildcard() != nil && b.admits(schema.Name{}) {
			common++
		}
	}
	if common == 0 {
		return 0
	}
	return 3 + 16*common/(len(ours)+len(theirs))
}

// likenessInGroup is that of an element that is a direct part of a group.
func likenessInGroup(e *schema.Element, group *part) int {
	for _, inner := range group.parts {
		if f := inner.element(); f != nil && f.Name == e.Name {
			return 6
		}
	}
	return 0
}

// alignInOrder finds the common subsequence of the greatest likeness.
func (m *merger) alignInOrder(old, newer []*part) []aligned {
	best := make([][]int, len(old)+1)
	for i := range best {
		best[i] = make([]int, len(newer)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(newer) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if like := m.likeness(old[i], newer[j]); like > 0 {
				best[i][j] = max(best[i][j], like+best[i+1][j+1])
			}
		}
	}
	return m.trace(old, newer, best)
}

func (m *merger) trace(old, newer []*part, best [][]int) []aligned {
	var result []aligned
	i, j := 0, 0
	for i < len(old) && j < len(newer) {
		like := m.likeness(old[i], newer[j])
		switch {
		case like > 0 && best[i][j] == like+best[i+1][j+1]:
			result = append(result, aligned{old[i], newer[j]})
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			result = append(result, aligned{old: old[i]})
			i++
		default:
			result = append(result, aligned{new: newer[j]})
			j++
		}
	}
	for ; i < len(old); i++ {
		result = append(result, aligned{old: old[i]})
	}
	for ; j < len(newer); j++ {
		result = append(result, aligned{new: newer[j]})
	}
	return movedLast(result)
}

// movedLast puts, where parts without partners stand together, elements that went from there to another place after the others: taken back, they stand beside
// what they stood beside, and what else is new comes before them.
func movedLast(parts []aligned) []aligned {
	came := map[schema.Name]bool{}
	for _, a := range parts {
		if a.old == nil && a.new.element() != nil {
			came[a.new.element().Name] = true
		}
	}
	moved := func(a aligned) bool { return a.new == nil && a.old.element() != nil && came[a.old.element().Name] }
	result := make([]aligned, 0, len(parts))
	var held []aligned
	for _, a := range parts {
		if a.old != nil && a.new != nil {
			result = append(append(result, held...), a)
			held = nil
			continue
		}
		if moved(a) {
			held = append(held, a)
		} else {
			result = append(result, a)
		}
	}
	return append(result, held...)
}

// alignFreely keeps the order of the first parts and puts the others after those they follow.
func (m *merger) alignFreely(old, newer []*part) []aligned {
	partner := make([]int, len(newer)) // index in old, or -1
	taken := make([]bool, len(old))
	for j, b := range newer {
		partner[j] = -1
		most := 0
		for i, a := range old {
			if like := m.likeness(a, b); like > most && !taken[i] {
				most, partner[j] = like, i
			}
		}
		if partner[j] >= 0 {
			taken[partner[j]] = true
		}
	}
	return weave(old, newer, partner)
}

func weave(old, newer []*part, partner []int) []aligned {
	after := make([][]aligned, len(old)+1) // new parts by the old part they follow; 0 is the start
	matched := make([]*part, len(old))
	last := 0
	for j, b := range newer {
		if i := partner[j]; i >= 0 {
			matched[i] = b
			last = i + 1
			continue
		}
		after[last] = append(after[last], aligned{new: b})
	}
	result := after[0]
	for i, a := range old {
		result = append(append(result, aligned{a, matched[i]}), after[i+1]...)
	}
	return result
}
