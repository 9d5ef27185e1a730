// Matching: the simulation, with its results remembered as a deterministic
// automaton that is built as strings ask for it.

package pattern

// maxCacheBytes bounds what a matcher remembers, roughly, in bytes.
const maxCacheBytes = 1 << 20

// maxFlushes is how often one string may fill that memory before the rest of
// it is matched without remembering.
const maxFlushes = 2

// state is a state of the deterministic automaton.
type state struct {
	set  *stateSet
	next []*state // by letter; nil: not computed yet
}

// matcher matches strings, one at a time.
type matcher struct {
	*simulator
	first  *state
	states map[string]*state
	bytes  int // used by states, roughly
	key    []byte
}

func newMatcher(p *program) *matcher {
	m := &matcher{simulator: newSimulator(p)}
	m.flush()
	return m
}

// flush forgets all states.
func (m *matcher) flush() {
	m.states, m.bytes = map[string]*state{}, 0
	m.first = m.intern(m.initial())
}

// intern returns the state of set, the same for equal sets.
func (m *matcher) intern(set *stateSet) *state {
	m.key = set.key(m.key)
	if known, ok := m.states[string(m.key)]; ok {
		return known
	}
	fresh := &state{set: set}
	if m.alphabet != nil {
		fresh.next = make([]*state, m.alphabet.size)
	}
	m.states[string(m.key)] = fresh
	m.bytes += 8*len(fresh.next) + 4*len(m.key) + 40*len(set.configs) + 100
	return fresh
}

// match reports whether the program accepts text.
func (m *matcher) match(text string) bool {
	if m.alphabet == nil {
		return m.simulate(m.first.set, text)
	}
	flushes := 0
	at := m.first
	for i, c := range text {
		if len(at.set.configs) == 0 {
			return false
		}
		letter := m.alphabet.letter(c)
		next := at.next[letter]
		if next == nil {
			if m.bytes > maxCacheBytes {
				if flushes == maxFlushes {
					return m.simulate(at.set, text[i:])
				}
				flushes++
				m.flush()
			}
			next = m.intern(m.step(at.set, func(set int32) bool { return m.sets[set].contains(c) }))
			at.next[letter] = next
		}
		at = next
	}
	return at.set.accept
}

// simulate matches the rest of a string without remembering states.
func (m *matcher) simulate(at *stateSet, rest string) bool {
	for _, c := range rest {
		if len(at.configs) == 0 {
			return false
		}
		at = m.step(at, func(set int32) bool { return m.sets[set].contains(c) })
	}
	return at.accept
}
