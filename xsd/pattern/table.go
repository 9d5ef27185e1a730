// The second fast path: the whole automaton of a small expression, tabulated once it has been asked often enough to be worth it.

package pattern

import "unicode/utf8"

// The matches after which a table is made, the most entries that it may have, and the most places of the program that may be gone through for it.
const (
	usesBeforeTable = 32
	mostEntries     = 4096
	mostPlaces      = 1 << 15
)

// table is a deterministic automaton over ASCII. State 0 leads nowhere, and state 1 is the first.
type table struct {
	letters [utf8.RuneSelf]uint8
	size    int      // of the alphabet
	next    []uint16 // by state times size, plus letter
	accept  []bool   // by state
}

// newTable returns nil where the automaton is too large.
func newTable(p *program) *table {
	if p.alphabet == nil || p.alphabet.size > utf8.RuneSelf {
		return nil
	}
	t := &table{size: p.alphabet.size}
	for c, letter := range p.alphabet.ascii {
		t.letters[c] = uint8(letter)
	}
	b := tableBuilder{table: t, matcher: newMatcher(p), numbers: map[*state]uint16{}}
	if !b.build() {
		return nil
	}
	return t
}

// match is not ok where a text has characters beyond ASCII.
func (t *table) match(text string) (matches, ok bool) {
	at := 1
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf {
			return false, false
		}
		at = int(t.next[at*t.size+int(t.letters[c])])
	}
	return t.accept[at], true
}

// tableBuilder follows an automaton from its start to all of its states.
type tableBuilder struct {
	*table
	*matcher
	numbers map[*state]uint16
	found   []*state
}

// build reports whether there was room for all states.
func (b *tableBuilder) build() bool {
	b.add(nil)
	b.add(b.first)
	example := b.examples()
	places := 0
	for n := 1; n < len(b.found); n++ {
		places += len(b.found[n].set.configs) * b.size
		if len(b.found)*b.size > mostEntries || places > mostPlaces {
			return false
		}
		for letter, c := range example {
			if c >= 0 {
				to := b.number(b.intern(b.step(b.found[n].set, func(set int32) bool { return b.sets[set].contains(c) })))
				b.table.next[n*b.size+letter] = to
			}
		}
	}
	return true
}

// examples returns an ASCII character of each letter, -1 for letters without one.
func (b *tableBuilder) examples() []rune {
	example := make([]rune, b.size)
	for i := range example {
		example[i] = -1
	}
	for c, letter := range b.letters {
		example[letter] = rune(c)
	}
	return example
}

// number returns the number of a state, that of the one that leads nowhere where nothing can be consumed and the text may not end.
func (b *tableBuilder) number(s *state) uint16 {
	if len(s.set.configs) == 0 && !s.set.accept {
		return 0
	}
	if known, ok := b.numbers[s]; ok {
		return known
	}
	return b.add(s)
}

// add gives a state the next number; nil is the one that leads nowhere.
func (b *tableBuilder) add(s *state) uint16 {
	number := uint16(len(b.found))
	b.found = append(b.found, s)
	b.table.next = append(b.table.next, make([]uint16, b.size)...)
	b.accept = append(b.accept, s != nil && s.set.accept)
	b.numbers[s] = number
	return number
}
