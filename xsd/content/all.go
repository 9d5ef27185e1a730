// All groups: elements in any order, each at most once, followed with a bit for each. Where two elements have a name in common,
// which Unique Particle Attribution forbids, the name always means the first.

package content

import (
	"math/bits"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// allGroup is an all group that is the whole content.
type allGroup struct {
	elements []allElement
	required int
	optional bool                // the whole group may be missing
	byName   map[source.Name]int // nil where going through the elements is fast enough
}

type allElement struct {
	leaf     int
	required bool
}

func (m *Model) compileAll(t *term) {
	a := &allGroup{optional: t.min == 0}
	for _, k := range t.kids {
		a.elements = append(a.elements, allElement{leaf: k.leaf, required: k.min > 0})
		if k.min > 0 {
			a.required++
		}
	}
	m.all = a
	m.indexAll()
	m.findAmbiguitiesInAll()
}

func (m *Model) indexAll() {
	if len(m.all.elements) <= linear {
		return
	}
	m.all.byName = map[source.Name]int{}
	for i := len(m.all.elements) - 1; i >= 0; i-- {
		l := &m.leaves[m.all.elements[i].leaf]
		for _, s := range l.Substitutes {
			m.all.byName[s] = i
		}
		m.all.byName[l.Element] = i
	}
}

// findAmbiguitiesInAll reports elements of the same name, each with the first of them.
func (m *Model) findAmbiguitiesInAll() {
	owner := map[source.Name]int{}
	for _, e := range m.all.elements {
		l := &m.leaves[e.leaf]
		for _, name := range append([]source.Name{l.Element}, l.Substitutes...) {
			first, ok := owner[name]
			if !ok {
				owner[name] = e.leaf
			} else if len(m.ambiguities) < maxAmbiguities {
				m.ambiguities = append(m.ambiguities, Ambiguity{first, e.leaf, name})
			}
		}
	}
}

// elementOfAll returns the index of the element of a name, or -1.
func (m *Model) elementOfAll(name source.Name) int {
	if m.all.byName != nil {
		if i, ok := m.all.byName[name]; ok {
			return i
		}
		return -1
	}
	for i := range m.all.elements {
		if m.leaves[m.all.elements[i].leaf].Allows(name) {
			return i
		}
	}
	return -1
}

func (x *Matcher) has(i int) bool { return x.seen[i/64]&(1<<(i%64)) != 0 }

func (x *Matcher) nextInAll(name source.Name) (leaf int, ok bool) {
	i := x.m.elementOfAll(name)
	if i < 0 || x.has(i) {
		return -1, false
	}
	x.take(i)
	return x.m.all.elements[i].leaf, true
}

func (x *Matcher) take(i int) {
	x.seen[i/64] |= 1 << (i % 64)
	if x.m.all.elements[i].required {
		x.taken++
	}
}

func (x *Matcher) atEndOfAll() bool {
	return x.taken == x.m.all.required || x.m.all.optional && x.untouched()
}

func (x *Matcher) untouched() bool {
	return !slices.ContainsFunc(x.seen, func(word uint64) bool { return bits.OnesCount64(word) > 0 })
}

func (x *Matcher) expectedInAll() (leaves []int) {
	for i, e := range x.m.all.elements {
		if !x.has(i) {
			leaves = append(leaves, e.leaf)
		}
	}
	return leaves
}
