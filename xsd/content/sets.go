// Following a word where one position and one vector of counters do not tell it all: ambiguous models, and repetitions nested so
// that a word can be cut into iterations in several ways, as in (a{2,3}, b?){2,3}.

package content

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// maxConfigurations bounds the memory and time of following a word.
const maxConfigurations = 1 << 12

// errTooManyCounts is what Matcher.Err returns.
var errTooManyCounts = errors.New("the content cannot be checked: repetitions nested in repetitions can be counted in more than" +
	" 4096 ways; give the inner ones equal bounds or no upper bound")

// interval is a set of values of one counter: all from lo to hi.
type interval struct{ lo, hi int }

// configuration is a set of vectors of counters at a position: the product of their intervals, which are those of
// configurations.counters from offset on, as many as the position has slots.
type configuration struct {
	pos    int32
	offset int
}

// configurations is the set of all places where a word may have led.
type configurations struct {
	list, spare                 []configuration
	counters, spareCounters     []interval
	leaf                        int // the preferred leaf of the last step
	leafIsElement, hasPreferred bool
}

func (c *configurations) start() {
	c.list = append(c.list[:0], configuration{pos: none})
	c.counters = c.counters[:0]
}

func (c *configurations) clone() *configurations {
	return &configurations{list: slices.Clone(c.list), counters: slices.Clone(c.counters)}
}

// at is the state that a position goes on from.
func (m *Model) at(pos int32) int32 {
	if pos == none {
		return start
	}
	return m.positions[pos].state
}

// next takes an element. It returns the leaf that it is, or -1, and then changes nothing.
func (c *configurations) next(m *Model, name source.Name) (leaf int, err error) {
	return c.step(m, func(s span, visit func(*symbol)) { m.eachMatch(s, name, visit) })
}

// step goes on through the symbols that matches visits in a span.
func (c *configurations) step(m *Model, matches func(s span, visit func(*symbol))) (leaf int, err error) {
	c.hasPreferred = false
	to, counters := c.spare[:0], c.spareCounters[:0]
	for _, from := range c.list {
		vector := c.counters[from.offset:]
		m.eachStage(m.at(from.pos), func(slot int32) interval { return vector[slot] }, func(s span, st *state, again bool) {
			matches(s, func(symbol *symbol) {
				c.prefer(m, symbol)
				to = append(to, configuration{symbol.pos, len(counters)})
				counters = m.arrive(counters, vector, symbol.pos, st, again)
			})
		})
		if len(to) > 4*maxConfigurations {
			return -1, errTooManyCounts
		}
	}
	if len(to) == 0 {
		return -1, nil
	}
	c.list, c.spare = to, c.list
	c.counters, c.spareCounters = counters, c.counters
	c.merge(m)
	if len(c.list) > maxConfigurations {
		return -1, errTooManyCounts
	}
	return c.leaf, nil
}

// prefer remembers the leaf to report: an element before a wildcard, an earlier leaf before a later one.
func (c *configurations) prefer(m *Model, symbol *symbol) {
	leaf, isElement := m.positions[symbol.pos].leaf, symbol.any == nil
	better := !c.hasPreferred || isElement && !c.leafIsElement || isElement == c.leafIsElement && leaf < c.leaf
	if better {
		c.leaf, c.leafIsElement, c.hasPreferred = leaf, isElement, true
	}
}

// eachMatch visits the symbols of a span that allow a name.
func (m *Model) eachMatch(s span, name source.Name, visit func(*symbol)) {
	if s.index != noIndex {
		m.indexes[s.index].each(s, name, func(e int32) {
			if symbol := &m.symbols[m.edges[e]]; symbol.any == nil || symbol.any.Namespaces.Allows(name.Space) {
				visit(symbol)
			}
		})
		return
	}
	for _, e := range m.edges[s.from:s.to] {
		symbol := &m.symbols[e]
		if symbol.any == nil && symbol.name == name || symbol.any != nil && symbol.any.Namespaces.Allows(name.Space) {
			visit(symbol)
		}
	}
}

// each visits the edges of a span that have a name, and those that are wildcards.
func (x *index) each(s span, name source.Name, visit func(edge int32)) {
	for e, ok := x.first[source.SymbolOf(name)]; ok && e < s.to; e, ok = x.more[e] {
		if e >= s.from {
			visit(e)
		}
	}
	for _, e := range x.wildcards {
		if s.from <= e && e < s.to {
			visit(e)
		}
	}
}

// arrive appends the counters at a position reached through a stage of the chain of states.
func (m *Model) arrive(counters, vector []interval, pos int32, st *state, again bool) []interval {
	kept := int(st.base)
	counters = append(counters, vector[:kept]...)
	if again && st.counted {
		counters = append(counters, st.advance(vector[kept]))
		kept++
	}
	for i := kept; i < int(m.positions[pos].slots); i++ {
		counters = append(counters, interval{1, 1})
	}
	return counters
}

// advance counts one more iteration in every vector of a set. A value that never does better than another value is dropped: where one iteration
// is enough to leave, the least is best, without upper bound the greatest.
func (c *counter) advance(n interval) interval {
	n.lo, n.hi = c.add(n.lo, 1), c.add(n.hi, 1)
	switch {
	case c.max == Unbounded:
		n.lo = n.hi
	case c.min <= 1:
		n.hi = n.lo
	default:
		n.hi = min(n.hi, c.max)
	}
	return n
}

// vector is the counters of a configuration.
func (c *configurations) vector(m *Model, at configuration) []interval {
	if at.pos == none {
		return nil
	}
	return c.counters[at.offset : at.offset+int(m.positions[at.pos].slots)]
}

// merge sorts the configurations and joins those that differ in the innermost counter only and whose values touch.
func (c *configurations) merge(m *Model) {
	slices.SortFunc(c.list, func(a, b configuration) int {
		return cmp.Or(cmp.Compare(a.pos, b.pos), slices.CompareFunc(c.vector(m, a), c.vector(m, b), compareIntervals))
	})
	kept := c.list[:1]
	for _, next := range c.list[1:] {
		if !c.absorb(m, kept[len(kept)-1], next) {
			kept = append(kept, next)
		}
	}
	c.list = kept
}

func compareIntervals(a, b interval) int {
	return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(a.hi, b.hi))
}

// absorb adds the vectors of b to a, where a product of intervals can hold both; a is not greater than b.
func (c *configurations) absorb(m *Model, a, b configuration) bool {
	if a.pos != b.pos {
		return false
	}
	v, w := c.vector(m, a), c.vector(m, b)
	last := len(v) - 1
	if last < 0 {
		return true
	}
	if !slices.Equal(v[:last], w[:last]) || w[last].lo > saturated(v[last].hi, 1) {
		return false
	}
	v[last].hi = max(v[last].hi, w[last].hi)
	return true
}

func (c *configurations) atEnd(m *Model) bool {
	for _, at := range c.list {
		if at.pos == none {
			return m.nullable
		}
		vector := c.vector(m, at)
		if m.eachStage(m.at(at.pos), func(slot int32) interval { return vector[slot] }, func(span, *state, bool) {}) == end {
			return true
		}
	}
	return false
}

func (c *configurations) expected(m *Model) (leaves []int) {
	for _, at := range c.list {
		vector := c.vector(m, at)
		m.eachStage(m.at(at.pos), func(slot int32) interval { return vector[slot] }, func(s span, _ *state, _ bool) {
			leaves = m.appendLeaves(leaves, s)
		})
	}
	return leaves
}

// AppendKey appends bytes that two matchers of the same model have in common only if the same may follow for both.
func (x *Matcher) AppendKey(key []byte) []byte {
	switch {
	case x.m.all != nil:
		for _, word := range x.seen {
			key = binary.LittleEndian.AppendUint64(key, word)
		}
	case !x.m.deterministic:
		key = x.set.appendKey(x.m, key)
	default:
		key = binary.AppendVarint(key, int64(x.m.at(x.pos)))
		if x.pos >= 0 {
			for _, n := range x.counters[:x.m.positions[x.pos].slots] {
				key = binary.AppendUvarint(key, uint64(n))
			}
		}
	}
	return key
}

func (c *configurations) appendKey(m *Model, key []byte) []byte {
	for _, at := range c.list {
		key = binary.AppendVarint(key, int64(at.pos))
		for _, n := range c.vector(m, at) {
			key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(n.lo)), uint64(n.hi))
		}
	}
	return key
}
