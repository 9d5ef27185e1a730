// Compiling a particle tree: the model and what it is made of.

package content

import (
	"errors"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Model is a compiled content model. It is immutable and safe for concurrent use.
//
// It is a position automaton (Glushkov's) with counters. To be at a position means that the element of that leaf was the last
// one. What may come next is found along a chain of states, from the position outwards: each state stands for a particle
// whose body was just completed once, and says what begins another iteration of it (loop) and what comes after it (next).
// Counters are kept in slots, one for each counted particle around the position, outermost first.
type Model struct {
	root          Node
	leaves        []Leaf
	symbols       []symbol
	positions     []position
	states        []state
	edges         []int32 // symbols, in the order of the particles
	indexes       []index // of spans too long to search from end to end
	nullable      bool
	deterministic bool // a name leads to one position with one vector of counters, whatever came before
	ambiguities   []Ambiguity
	all           *allGroup // set for an all group, which has no positions and states
	slots         int       // the most counters around any position
}

// symbol is a name that leads to a position, or a wildcard that does.
type symbol struct {
	name   source.Name
	number source.Symbol // of the name
	any    *Wildcard
	pos    int32
}

// position is an occurrence of a leaf in the normal form of the particle tree.
type position struct {
	leaf  int
	state int32 // where to go on from here; stuck or end
	slots int32 // the number of counters around it, its own included
	self  bool  // state is that of the leaf itself, which repeats
}

// span is a range of edges. Where index is not noIndex, indexes[index] finds names in it.
type span struct{ from, to, index int32 }

const noIndex = -1

func (s span) empty() bool { return s.from == s.to }

// state is a particle whose body was completed once more.
type state struct {
	loop span  // what begins another iteration, if the counter permits
	next span  // what may follow the particle in the same iteration of its group
	up   int32 // the state of the group where the rest of it may be missing; stuck, or end
	base int32 // the number of counters around the particle; its own is in that slot, where it is counted
	counter
}

// counter bounds the iterations of a particle. The zero counter does not count.
type counter struct {
	counted  bool
	min, max int
}

// again reports whether another iteration may follow n of them.
func (c *counter) again(n int) bool { return !c.counted || c.max == Unbounded || n < c.max }

// enough reports whether n iterations are enough to go on.
func (c *counter) enough(n int) bool { return !c.counted || n >= c.min }

// add counts an iteration. A counter without upper bound stops at its lower bound: beyond it, nothing depends on it.
func (c *counter) add(n, more int) int {
	if c.max == Unbounded && more >= c.min-n {
		return c.min
	}
	return n + more
}

// The states that are none: after stuck nothing can come but what was found on the way, at end the content is complete.
const (
	stuck = -1
	end   = -2
)

// start is the state before the first element.
const start = 0

// errTooLarge says that the automaton would not fit.
var errTooLarge = errors.New("the content model is too large: its groups are nested so that the first elements of each" +
	" need more than 4 million entries; split it into several types")

// Compile makes an automaton of a particle tree. The nodes and leaves must not be changed afterwards. It refuses bounds that
// are negative or contradict each other, and all groups anywhere but as the whole content. An ambiguous model is no error
// here: see [Model.Ambiguities].
func Compile(root Node, leaves []Leaf) (*Model, error) {
	top, err := normaliser{len(leaves)}.node(&root, 0)
	if err != nil {
		return nil, err
	}
	m := &Model{root: root, leaves: leaves, nullable: top.nullable}
	if top.op == AllOp {
		m.compileAll(top)
		return m, nil
	}
	b := builder{Model: m}
	if err := b.run(top); err != nil {
		return nil, err
	}
	return m, m.findAmbiguities()
}

// AllowsNothing reports whether content without elements is allowed.
func (m *Model) AllowsNothing() bool { return m.nullable }

// Root is the particle tree the model was compiled from.
func (m *Model) Root() Node { return m.root }

// Leaves are the leaves the model was compiled with.
func (m *Model) Leaves() []Leaf { return m.leaves }

// IsAll reports whether the model is an all group, which accepts its elements in any order.
func (m *Model) IsAll() bool { return m.all != nil }

// Find returns the first leaf that an element of the name can be, wherever in the content it would be allowed; elements
// go before wildcards. It serves readers that tolerate elements out of order.
func (m *Model) Find(name source.Name) (leaf int, ok bool) {
	found := -1
	for i := range m.leaves {
		l := &m.leaves[i]
		if !l.Allows(name) {
			continue
		}
		if l.Any == nil {
			return i, true
		}
		if found < 0 {
			found = i
		}
	}
	return found, found >= 0
}
