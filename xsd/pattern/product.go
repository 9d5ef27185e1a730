// The product of the automata of several languages, searched breadth first:
// the first vertex found is reached by a shortest string.

package pattern

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// vertex is a vertex of the product, by number.
type vertex int32

// edge is how the search first came to a vertex.
type edge struct {
	from   vertex
	letter int32
}

// product explores its vertices as far as asked, up to limit.
type product struct {
	languages []Language
	automata  []*automaton // of every pattern of every language, in order
	readers   []reader     // of every language
	letters   []charSet    // what each letter stands for; empty ones are left out
	space     int32        // the letter that is a space, where white space is treated
	white     []bool       // by letter: is it white space that is treated

	limit   int
	width   int     // states per vertex: one per automaton, then two per reader
	states  []int32 // of all vertices, width each
	arrival []edge  // of all vertices
	index   map[string]vertex
	key     []byte
}

// newProduct prepares the product; limit bounds its vertices.
func newProduct(limit int, languages ...Language) *product {
	p := &product{limit: limit, index: map[string]vertex{}}
	var sets []charSet
	for _, l := range languages {
		l = l.withinReach()
		p.languages = append(p.languages, l)
		p.readers = append(p.readers, reader{white: l.White, first: len(p.automata), ceiling: max(int32(l.MinLength), int32(l.MaxLength+1))})
		if l.White != Preserve {
			sets = append(sets, spaceOnly, otherWhite)
		}
		for _, step := range l.Steps {
			for _, pattern := range step {
				p.automata = append(p.automata, newAutomaton(pattern.program))
				sets = append(sets, pattern.program.sets...)
			}
		}
	}
	p.width = len(p.automata)
	for i := range p.readers {
		p.readers[i].length = p.width
		p.width += 2
	}
	alphabet := newAlphabet(sets)
	if alphabet == nil {
		p.limit = 0
		return p
	}
	p.setLetters(alphabet.members())
	p.visit(make([]int32, p.width), edge{from: -1})
	return p
}

// withinReach replaces lengths that no string has.
func (l Language) withinReach() Language {
	const longest = 1 << 30
	l.MinLength = min(l.MinLength, longest)
	if l.MaxLength > longest {
		l.MaxLength = NoMaximum
	}
	return l
}

// setLetters orders letters by their most readable character, so that
// witnesses are as readable as they can be.
func (p *product) setLetters(members []charSet) {
	for _, set := range members {
		if len(set) > 0 {
			p.letters = append(p.letters, set)
		}
	}
	slices.SortStableFunc(p.letters, func(a, b charSet) int {
		x, y := readable(a), readable(b)
		return cmp.Or(cmp.Compare(effort(x), effort(y)), cmp.Compare(x, y))
	})
	for _, a := range p.automata {
		a.letters = p.letters
	}
	p.white = make([]bool, len(p.letters))
	for letter, set := range p.letters {
		if len(set.minus(whiteChars)) == 0 {
			p.white[letter] = true
			if set.contains(' ') {
				p.space = int32(letter)
			}
		}
	}
}

// effort ranks characters: letters and digits, then visible ASCII, other
// scripts, white space, and what can't be seen.
func effort(c rune) int {
	switch {
	case '0' <= c && c <= '9', 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z':
		return 0
	case '!' <= c && c <= '~':
		return 1
	case c > 0xA0:
		return 2
	case c == ' ':
		return 3
	}
	return 4
}

// readable returns the member of set that is easiest to read.
func readable(set charSet) rune {
	best := set[0].lo
	for _, preferred := range []span{{'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {'!', '~'}, {0xA1, 0x10FFFF}, {' ', ' '}} {
		if common := set.intersect(charSet{preferred}); len(common) > 0 {
			return common[0].lo
		}
	}
	return best
}

// visit returns the vertex of a tuple of states, a new one if need be. It
// returns -1 beyond the limit.
func (p *product) visit(states []int32, arrival edge) vertex {
	p.key = p.key[:0]
	for _, s := range states {
		p.key = binary.AppendUvarint(p.key, uint64(s))
	}
	if known, ok := p.index[string(p.key)]; ok {
		return known
	}
	if len(p.arrival) >= p.limit {
		return -1
	}
	v := vertex(len(p.arrival))
	p.index[string(p.key)] = v
	p.states = append(p.states, states...)
	p.arrival = append(p.arrival, arrival)
	return v
}

// follow returns where a letter leads from v, or -1 beyond the limit.
func (p *product) follow(v vertex, letter int32) vertex {
	var room [16]int32
	states := append(room[:0], p.at(v)...)
	for i := range p.readers {
		p.read(states, i, letter)
	}
	return p.visit(states, edge{v, letter})
}

// at returns the states of v.
func (p *product) at(v vertex) []int32 { return p.states[int(v)*p.width : (int(v)+1)*p.width] }

// search explores until found holds. Yes: at target; No: nowhere.
func (p *product) search(found func(vertex) bool) (target vertex, answer Answer) {
	if p.limit == 0 {
		return 0, Undecided
	}
	complete := true
	for v := vertex(0); int(v) < len(p.arrival); v++ {
		if found(v) {
			return v, Yes
		}
		if p.dead(v) {
			continue
		}
		for letter := range p.letters {
			if p.follow(v, int32(letter)) < 0 {
				complete = false
			}
		}
	}
	if !complete {
		return 0, Undecided
	}
	return 0, No
}

// accepts reports whether the string that leads to v is in language i.
func (p *product) accepts(v vertex, i int) bool {
	states := p.at(v)
	length, l := states[p.readers[i].length], p.languages[i]
	if length < int32(l.MinLength) || (l.MaxLength >= 0 && length > int32(l.MaxLength)) {
		return false
	}
	return p.everyStep(states, i, func(s *stateSet) bool { return s.accept })
}

// dead reports whether no continuation of v is in the first language.
func (p *product) dead(v vertex) bool {
	states := p.at(v)
	if p.exhausted(states[p.readers[0].length]) {
		return true
	}
	return !p.everyStep(states, 0, func(s *stateSet) bool { return len(s.configs) > 0 })
}

// everyStep reports whether each step of language i has a pattern whose state
// has the property.
func (p *product) everyStep(states []int32, i int, property func(*stateSet) bool) bool {
	first := p.readers[i].first
	for _, step := range p.languages[i].Steps {
		some := false
		for range step {
			some = some || property(p.automata[first].sets[states[first]])
			first++
		}
		if !some {
			return false
		}
	}
	return true
}

// path returns the string by which the search came to v.
func (p *product) path(v vertex) string {
	var reversed []rune
	for ; p.arrival[v].from >= 0; v = p.arrival[v].from {
		reversed = append(reversed, readable(p.letters[p.arrival[v].letter]))
	}
	slices.Reverse(reversed)
	return string(reversed)
}

// automaton is the deterministic automaton of one pattern over the letters of
// a product, built as far as it is asked for.
type automaton struct {
	*simulator
	letters []charSet
	sets    []*stateSet // by state; state 0 is the initial one
	index   map[string]int32
	steps   [][]int32 // by state and letter: one more than the state after it, zero where nobody has asked
	key     []byte    // of the last stateSet that was looked for
}

func newAutomaton(p *program) *automaton {
	a := &automaton{simulator: newSimulator(p), index: map[string]int32{}}
	a.stateOf(a.initial())
	return a
}

// stateOf returns the number of a stateSet, the same for equal ones.
func (a *automaton) stateOf(set *stateSet) int32 {
	a.key = set.key(a.key)
	state, ok := a.index[string(a.key)]
	if !ok {
		state = int32(len(a.sets))
		a.sets, a.steps = append(a.sets, set), append(a.steps, nil)
		a.index[string(a.key)] = state
	}
	return state
}

// next returns the state after a letter.
func (a *automaton) next(state, letter int32) int32 {
	if a.steps[state] == nil {
		a.steps[state] = make([]int32, len(a.letters))
	}
	if known := a.steps[state][letter]; known > 0 {
		return known - 1
	}
	c := a.letters[letter][0].lo
	next := a.stateOf(a.step(a.sets[state], func(set int32) bool { return a.program.sets[set].contains(c) }))
	a.steps[state][letter] = next + 1
	return next
}
