// Unique particle attribution (cos-nonambig), decided on counted positions, and with it whether one configuration is enough
// to follow a word.

package content

import (
	"errors"
	"slices"
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Ambiguity is a violation of Unique Particle Attribution (XSD 1.0 Part 1, section 3.8.6, cos-nonambig): after some word
// that begins an accepted one, an element of the name could be either of two occurrences of leaves.
type Ambiguity struct {
	First, Second int         // leaves, the first in the order of the particles first; the same leaf where it occurs twice
	Name          source.Name // Local is "*" where two wildcards compete for all names of a namespace
}

// Ambiguities returns the violations of Unique Particle Attribution, one for each pair of leaves, at most 16.
//
// The standard asks that each item's particle "can be uniquely determined without examining the content or attributes of
// that item, and without any information about the items in the remainder of the sequence". Its appendix H speaks of two
// overlapping particles that may validate adjacent items where "the first has {min occurs} less than {max occurs}". So counts
// decide: (a{1,2}, a) is ambiguous, as after one a the next can be either; (a{2,2}, a) is not. That is also what unrolling the
// counts and comparing particles, not copies of them, comes to.
//
// Counters of different particles are independent of each other: each can have any value from 1 to its maximum when a position is
// reached. So two ways on from a position compete unless one needs another iteration of a particle with minOccurs =
// maxOccurs and the other leaves it. Those compete only where the same occurrences can be counted in two ways, as in
// (a{1,2}){2,2}; what can be counted is then explored, up to 4096 sets of counts.
func (m *Model) Ambiguities() []Ambiguity { return m.ambiguities }

const (
	maxAmbiguities = 16
	// maxWays bounds the time that looking for ambiguities takes.
	maxWays = 1 << 28
)

// errTooManyWays says that looking for ambiguities would take too long.
var errTooManyWays = errors.New("the content model is too large: it cannot be told in reasonable time whether it is ambiguous;" +
	" split it into several types")

// way is one way on from a position: an edge found at a stage of the chain of states.
type way struct {
	symbol *symbol
	stage  stage
}

// stage is one span of a chain of states.
type stage struct {
	span    span
	order   int   // of the state in the chain
	kept    int32 // the number of counters that taking it leaves as they are or adds to
	adds    bool  // it adds to the last of those kept
	barrier bool  // it takes another iteration where leaving would take all of them
}

// excludes reports whether no vector of counters permits both stages; s comes first in the chain.
func (s *stage) excludes(later *stage) bool { return s.barrier && later.order > s.order }

// sameCounters reports whether both stages lead to the same vector of counters at a position.
func (s *stage) sameCounters(t *stage) bool { return s.kept == t.kept && s.adds == t.adds }

// search looks for ways that compete.
type search struct {
	*Model
	numbers  []int32 // of the names of symbols, from 0; none for a wildcard
	repeated []bool  // by number: the name leads to several positions
	counts   bool    // some particle is counted
	budget   int
	found    map[[2]int32]bool
	byName   [][]way // by number
	met      []int32 // the numbers of the names that ways were found for
	anys     wildcards
	excluded bool // some ways for the same name were told apart by counters
}

// wildcards are ways on by wildcards from a state. Those that list namespaces are found by each of them, since a model can have many that
// have nothing to do with each other.
type wildcards struct {
	listed map[string][]way
	lists  []way
	open   []way // those that allow all namespaces but one, or all
}

func (w *wildcards) clear() {
	clear(w.listed)
	w.lists, w.open = w.lists[:0], w.open[:0]
}

func (w *wildcards) add(v way) {
	c := v.symbol.any.Namespaces
	if c.Kind != ListNamespace {
		w.open = append(w.open, v)
		return
	}
	if w.listed == nil {
		w.listed = map[string][]way{}
	}
	w.lists = append(w.lists, v)
	for _, space := range c.Names {
		w.listed[space] = append(w.listed[space], v)
	}
}

// overlapping visits the wildcards that may allow what a constraint does, some of them repeatedly.
func (w *wildcards) overlapping(c NamespaceConstraint, visit func(way)) {
	if c.Kind == ListNamespace {
		for _, space := range c.Names {
			w.allowing(space, visit)
		}
		return
	}
	for _, v := range w.lists {
		visit(v)
	}
	for _, v := range w.open {
		visit(v)
	}
}

// allowing visits the wildcards that may allow a namespace.
func (w *wildcards) allowing(space string, visit func(way)) {
	for _, v := range w.listed[space] {
		visit(v)
	}
	for _, v := range w.open {
		visit(v)
	}
}

func (m *Model) findAmbiguities() error {
	s := search{Model: m, budget: maxWays, counts: m.slots > 0, found: map[[2]int32]bool{}}
	m.deterministic = true
	if !s.interesting() {
		return nil
	}
	s.byName = make([][]way, len(s.repeated))
	for i := range m.states {
		if s.full() {
			return nil
		}
		if s.chain(int32(i)); s.budget < 0 && !s.full() {
			return errTooManyWays
		}
	}
	if s.excluded && !m.deterministic && !s.full() {
		s.explore()
	}
	return nil
}

// full reports whether the search may stop: as many ambiguities as the limit are listed, and no further one would be.
func (s *search) full() bool { return len(s.ambiguities) == maxAmbiguities }

// interesting reports whether anything can compete at all. It numbers the names of symbols.
func (s *search) interesting() bool {
	seen := make(map[source.Name]int32, len(s.symbols))
	s.numbers = make([]int32, len(s.symbols))
	competes := s.counts
	for i := range s.symbols {
		symbol := &s.symbols[i]
		if symbol.any != nil {
			s.numbers[i], competes = none, true
			continue
		}
		number, again := seen[symbol.name]
		if !again {
			number = int32(len(seen))
			seen[symbol.name] = number
			s.repeated = append(s.repeated, false)
		}
		s.numbers[i], s.repeated[number] = number, again || s.repeated[number]
		competes = competes || again
	}
	return competes
}

// chain compares all ways on from one state.
func (s *search) chain(at int32) {
	s.clear()
	stages := s.stages(at)
	for i := range stages {
		s.eachSymbol(&stages[i], func(symbol *symbol, number int32) {
			if number == none {
				s.wildcard(way{symbol, stages[i]})
			}
		})
	}
	for i := range stages {
		s.eachSymbol(&stages[i], func(symbol *symbol, number int32) {
			if number != none {
				s.element(way{symbol, stages[i]}, number)
			}
		})
	}
}

// clear forgets the ways of one state.
func (s *search) clear() {
	for _, number := range s.met {
		s.byName[number] = s.byName[number][:0]
	}
	s.met = s.met[:0]
	s.anys.clear()
}

func (s *search) eachSymbol(g *stage, visit func(symbol *symbol, number int32)) {
	s.budget -= int(g.span.to - g.span.from)
	if s.budget < 0 {
		return
	}
	for _, e := range s.edges[g.span.from:g.span.to] {
		visit(&s.symbols[e], s.numbers[e])
	}
}

// stages are the spans along the chain that begins with a state.
func (s *search) stages(at int32) (stages []stage) {
	for order := 0; at >= 0; order++ {
		st := &s.states[at]
		if !st.loop.empty() {
			g := stage{span: st.loop, order: order, kept: st.base}
			if st.counted {
				g.kept, g.adds, g.barrier = st.base+1, true, st.min == st.max
			}
			stages = append(stages, g)
		}
		if !st.next.empty() {
			// Leaving comes after looping, so it counts as further along the chain.
			order++
			stages = append(stages, stage{span: st.next, order: order, kept: st.base})
		}
		at = st.up
	}
	return stages
}

func (s *search) wildcard(w way) {
	d := w.symbol.any.Namespaces
	s.anys.overlapping(d, func(other way) {
		if c := other.symbol.any.Namespaces; s.affords() && c.Overlaps(d) {
			s.compete(other, w, source.Name{Space: common(c, d), Local: "*"})
		}
	})
	s.anys.add(w)
}

func (s *search) element(w way, number int32) {
	name := w.symbol.name
	s.anys.allowing(name.Space, func(other way) {
		if !s.affords() || !other.symbol.any.Namespaces.Allows(name.Space) {
			return
		}
		first, second := w, other
		if other.stage.order < w.stage.order {
			first, second = other, w
		}
		s.compete(first, second, name)
	})
	if !s.counts && !s.repeated[number] {
		return
	}
	for _, other := range s.byName[number] {
		if !s.affords() {
			return
		}
		s.compete(other, w, name)
	}
	s.byName[number] = append(s.byName[number], w)
	s.met = append(s.met, number)
}

// affords reports whether the budget allows comparing two more ways, and takes the cost off it.
func (s *search) affords() bool {
	s.budget--
	return s.budget >= 0 && !s.full()
}

// compete records two ways for the same name, unless they exclude or equal each other.
func (s *search) compete(first, second way, name source.Name) {
	p, q := first.symbol.pos, second.symbol.pos
	if first.stage.excludes(&second.stage) {
		s.excluded = s.excluded || p != q
		return
	}
	if p == q {
		s.deterministic = s.deterministic && first.stage.sameCounters(&second.stage)
		return
	}
	s.record(p, q, name)
}

func (s *search) record(p, q int32, name source.Name) {
	s.deterministic = false
	pair := [2]int32{min(p, q), max(p, q)}
	if s.found[pair] || len(s.ambiguities) == maxAmbiguities {
		return
	}
	s.found[pair] = true
	s.ambiguities = append(s.ambiguities, Ambiguity{s.positions[pair[0]].leaf, s.positions[pair[1]].leaf, name})
}

// maxExplored bounds the sets of counts looked at where counters alone do not decide.
const maxExplored = 4096

// explore follows all words, by positions, and compares what all the counts of the same word lead to.
func (s *search) explore() {
	first := &configurations{}
	first.start()
	seen := map[string]bool{}
	for queue := []*configurations{first}; len(queue) > 0 && len(seen) < maxExplored; queue = queue[1:] {
		here := queue[0]
		if key := string(here.appendKey(s.Model, nil)); seen[key] {
			continue
		} else {
			seen[key] = true
		}
		ways := here.symbols(s.Model)
		s.compareAll(ways)
		for pos := range ways {
			next := here.clone()
			_, err := next.step(s.Model, func(sp span, visit func(*symbol)) {
				for _, e := range s.edges[sp.from:sp.to] {
					if symbol := &s.symbols[e]; symbol.pos == pos {
						visit(symbol)
					}
				}
			})
			if err == nil {
				queue = append(queue, next)
			}
		}
	}
}

// symbols are those that may come next, by position.
func (c *configurations) symbols(m *Model) map[int32][]*symbol {
	found := map[int32][]*symbol{}
	for _, at := range c.list {
		vector := c.vector(m, at)
		m.eachStage(m.at(at.pos), func(slot int32) interval { return vector[slot] }, func(s span, _ *state, _ bool) {
			for _, e := range m.edges[s.from:s.to] {
				symbol := &m.symbols[e]
				found[symbol.pos] = append(found[symbol.pos], symbol)
			}
		})
	}
	return found
}

// compareAll records the positions that the same name leads to.
func (s *search) compareAll(ways map[int32][]*symbol) {
	for p, first := range ways {
		for q, second := range ways {
			if p >= q {
				continue
			}
			if name, ok := sharedName(first, second); ok {
				s.record(p, q, name)
			}
		}
	}
}

// sharedName is a name that symbols of both lists allow.
func sharedName(first, second []*symbol) (source.Name, bool) {
	for _, a := range first {
		for _, b := range second {
			switch {
			case a.any != nil && b.any != nil:
				if c, d := a.any.Namespaces, b.any.Namespaces; c.Overlaps(d) {
					return source.Name{Space: common(c, d), Local: "*"}, true
				}
			case a.any != nil && a.any.Namespaces.Allows(b.name.Space):
				return b.name, true
			case b.any != nil && b.any.Namespaces.Allows(a.name.Space), a.any == nil && b.any == nil && a.name == b.name:
				return a.name, true
			}
		}
	}
	return source.Name{}, false
}

// common is a namespace that both constraints allow.
func common(c, d NamespaceConstraint) string {
	both, expressible := c.Intersection(d)
	switch {
	case !expressible || both.Kind == NotNamespace:
		return freshNamespace(slices.Concat(c.Names, d.Names))
	case both.Kind == ListNamespace:
		return both.Names[0]
	default:
		return ""
	}
}

// freshNamespace is a namespace that is none of those given.
func freshNamespace(taken []string) string {
	name := "urn:any"
	for i := 2; slices.Contains(taken, name); i++ {
		name = "urn:any" + strconv.Itoa(i)
	}
	return name
}
