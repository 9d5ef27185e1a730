// The matcher: following a sequence of elements through a model.

package content

import (
	"math"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Matcher follows a sequence of elements through a model. Its zero value has to be Reset. Resetting a used matcher, to the same or
// another model, reuses its memory. A matcher must not be copied once Next was called (see [Matcher.Clone]), and not be used by
// several goroutines at a time.
type Matcher struct {
	m        *Model
	pos      int32 // the position reached, or none
	counters []int // of the particles around it, outermost first
	set      *configurations
	seen     []uint64 // in an all group, a bit for each element
	taken    int      // in an all group, the number of bits set
	err      error
}

// none is the position before the first element.
const none = -1

// NewMatcher returns a matcher at the start of the model's content.
func (m *Model) NewMatcher() Matcher {
	var x Matcher
	x.Reset(m)
	return x
}

// Reset puts the matcher at the start of the content of m.
func (x *Matcher) Reset(m *Model) {
	x.m, x.pos, x.err = m, none, nil
	switch {
	case m.all != nil:
		x.taken = 0
		x.seen = zeroed(x.seen, (len(m.all.elements)+63)/64)
	case m.deterministic:
		x.counters = zeroed(x.counters, m.slots)
	default:
		if x.set == nil {
			x.set = &configurations{}
		}
		x.set.start()
	}
}

// zeroed returns a slice of n zeros, in the memory of old where it is enough.
func zeroed[T int | uint64](before []T, n int) []T {
	if cap(before) < n {
		return make([]T, n)
	}
	before = before[:n]
	clear(before)
	return before
}

// Clone returns an independent matcher at the same place.
func (x *Matcher) Clone() Matcher {
	c := *x
	c.counters = slices.Clone(x.counters)
	c.seen = slices.Clone(x.seen)
	if x.set != nil {
		c.set = x.set.clone()
	}
	return c
}

// Follow puts the matcher at the place where another one is, in the memory that it has.
func (x *Matcher) Follow(other *Matcher) {
	counters, seen := append(x.counters[:0], other.counters...), append(x.seen[:0], other.seen...)
	*x = *other
	x.counters, x.seen = counters, seen
	if other.set != nil {
		x.set = other.set.clone()
	}
}

// Model is what the matcher was last reset to.
func (x *Matcher) Model() *Model { return x.m }

// Next takes the next element: the leaf it is, or -1 and false where it is not allowed here; the matcher then stays where it
// is, so that the element can be reported and skipped. Where several leaves allow it, in a model that is ambiguous, an element goes
// before a wildcard and an earlier leaf before a later one.
func (x *Matcher) Next(name source.Name) (leaf int, ok bool) {
	if !x.m.deterministic {
		return x.nextOther(name)
	}
	return x.NextSymbol(source.SymbolOf(name))
}

// NextSymbol is Next for a name whose symbol is known, which costs less.
func (x *Matcher) NextSymbol(symbol source.Symbol) (leaf int, ok bool) {
	m := x.m
	if !m.deterministic {
		return x.nextOther(symbol.Value())
	}
	at := int32(start)
	if x.pos >= 0 {
		at = m.positions[x.pos].state
	}
	for at >= 0 {
		s := &m.states[at]
		if s.loop.from != s.loop.to && (!s.counted || s.again(x.counters[s.base])) {
			if pos := m.find(s.loop, symbol); pos >= 0 {
				return x.iterate(s, pos), true
			}
		}
		if s.counted && x.counters[s.base] < s.min {
			break
		}
		if s.next.from != s.next.to {
			if pos := m.find(s.next, symbol); pos >= 0 {
				return x.enter(pos, s.base), true
			}
		}
		at = s.up
	}
	return -1, false
}

// Take is Next for an element that the caller expects to match the given leaf. Where the model does not match it to that leaf, or cannot decide at once,
// Take returns false and the matcher does not move.
func (x *Matcher) Take(leaf int, symbol source.Symbol) bool {
	m := x.m
	if !m.deterministic || m.all != nil {
		return false
	}
	at := int32(start)
	if x.pos >= 0 {
		at = m.positions[x.pos].state
	}
	for at >= 0 {
		s := &m.states[at]
		if s.loop.from != s.loop.to && (!s.counted || s.again(x.counters[s.base])) {
			if pos := m.find(s.loop, symbol); pos >= 0 {
				if m.positions[pos].leaf != leaf {
					return false
				}
				x.iterate(s, pos)
				return true
			}
		}
		if s.counted && x.counters[s.base] < s.min {
			return false
		}
		if s.next.from != s.next.to {
			if pos := m.find(s.next, symbol); pos >= 0 {
				if m.positions[pos].leaf != leaf {
					return false
				}
				x.enter(pos, s.base)
				return true
			}
		}
		at = s.up
	}
	return false
}

// nextOther is Next where one position and one vector of counters do not tell it all.
func (x *Matcher) nextOther(name source.Name) (leaf int, ok bool) {
	if x.m.all != nil {
		return x.nextInAll(name)
	}
	if x.err != nil {
		return -1, false
	}
	leaf, err := x.set.next(x.m, name)
	x.err = err
	return leaf, leaf >= 0
}

// iterate goes to a position through another iteration of the particle of s.
func (x *Matcher) iterate(s *state, pos int32) int {
	kept := s.base
	if s.counted {
		x.counters[kept] = s.add(x.counters[kept], 1)
		kept++
	}
	return x.enter(pos, kept)
}

// enter goes to a position, keeping the given number of counters; the particles inside begin.
func (x *Matcher) enter(pos, kept int32) int {
	p := &x.m.positions[pos]
	for i := kept; i < p.slots; i++ {
		x.counters[i] = 1
	}
	x.pos = pos
	return p.leaf
}

// find returns the position that a name leads to within a span, or none. Elements go before wildcards.
func (m *Model) find(s span, name source.Symbol) int32 {
	if s.index != noIndex {
		return m.indexes[s.index].find(m, s, name)
	}
	wildcard := int32(none)
	for _, e := range m.edges[s.from:s.to] {
		symbol := &m.symbols[e]
		if symbol.any == nil {
			if symbol.number == name {
				return symbol.pos
			}
		} else if wildcard < 0 && symbol.any.Namespaces.Allows(name.Value().Space) {
			wildcard = symbol.pos
		}
	}
	return wildcard
}

func (x *index) find(m *Model, s span, name source.Symbol) int32 {
	e, ok := x.first[name]
	for ok && e < s.from {
		e, ok = x.more[e]
	}
	if ok && e < s.to {
		return m.symbols[m.edges[e]].pos
	}
	for i := len(x.wildcards) - 1; i >= 0; i-- {
		e := x.wildcards[i]
		symbol := &m.symbols[m.edges[e]]
		if s.from <= e && e < s.to && symbol.any.Namespaces.Allows(name.Value().Space) {
			return symbol.pos
		}
	}
	return none
}

// AtEnd reports whether the content may end here.
func (x *Matcher) AtEnd() bool {
	m := x.m
	switch {
	case m.all != nil:
		return x.atEndOfAll()
	case !m.deterministic:
		return x.set.atEnd(m)
	case x.pos < 0:
		return m.nullable
	}
	at := m.positions[x.pos].state
	for at >= 0 {
		s := &m.states[at]
		if s.counted && x.counters[s.base] < s.min {
			return false
		}
		at = s.up
	}
	return at == end
}

// Expected returns the leaves allowed next, each once, in the order of the leaves.
func (x *Matcher) Expected() []int {
	var leaves []int
	switch {
	case x.m.all != nil:
		leaves = x.expectedInAll()
	case !x.m.deterministic:
		leaves = x.set.expected(x.m)
	default:
		at := int32(start)
		if x.pos >= 0 {
			at = x.m.positions[x.pos].state
		}
		x.m.eachStage(at, func(slot int32) interval { return interval{x.counters[slot], x.counters[slot]} }, func(s span, _ *state, _ bool) {
			leaves = x.m.appendLeaves(leaves, s)
		})
	}
	slices.Sort(leaves)
	return slices.Compact(leaves)
}

// appendLeaves appends the leaves that a span leads to.
func (m *Model) appendLeaves(leaves []int, s span) []int {
	for _, e := range m.edges[s.from:s.to] {
		leaves = append(leaves, m.positions[m.symbols[e].pos].leaf)
	}
	return leaves
}

// eachStage visits what may follow along a chain of states, as far as the counters permit; it returns the state where the
// chain ended. visit gets the state and whether the span begins another iteration of it.
func (m *Model) eachStage(at int32, counter func(slot int32) interval, visit func(s span, st *state, again bool)) int32 {
	for at >= 0 {
		s := &m.states[at]
		n := interval{}
		if s.counted {
			n = counter(s.base)
		}
		if !s.loop.empty() && s.again(n.lo) {
			visit(s.loop, s, true)
		}
		if !s.enough(n.hi) {
			return stuck
		}
		if !s.next.empty() {
			visit(s.next, s, false)
		}
		at = s.up
	}
	return at
}

// Err returns why Next gave up, or nil. Next gives up where repetitions nested in repetitions leave too many possibilities of
// what has been counted: whether the content is valid was then not decided.
func (x *Matcher) Err() error { return x.err }

// Stride tells how often a name can be taken at once: taking it that many times leads, one by one, only through places that
// allow what this place allows and lead where it leads. It is 0 where nothing is known, and math.MaxInt where the matcher stays
// at the same place for ever.
func (x *Matcher) Stride(name source.Name) int {
	m := x.m
	if !m.deterministic || m.all != nil || x.pos < 0 {
		return 0
	}
	p := &m.positions[x.pos]
	if !p.self {
		return 0
	}
	s := &m.states[p.state]
	if m.find(s.loop, source.SymbolOf(name)) != x.pos {
		return 0
	}
	if !s.counted {
		return math.MaxInt
	}
	switch n := x.counters[s.base]; {
	case n < s.min:
		return s.min - n
	case s.max == Unbounded:
		return math.MaxInt
	default:
		return s.max - n
	}
}

// Advance takes a name n times, where Stride permits.
func (x *Matcher) Advance(n int) {
	if s := &x.m.states[x.m.positions[x.pos].state]; s.counted {
		x.counters[s.base] = s.add(x.counters[s.base], n)
	}
}
