// Building the automaton of a particle tree in normal form.

package content

import (
	"errors"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

const (
	// maxEdges bounds the size of an automaton.
	maxEdges = 4 << 20
	// linear is the number of edges up to which going through them beats a map.
	linear = 12
)

// errNestedAll is about cos-all-limited (XSD 1.0 Part 1, section 3.8.6).
var errNestedAll = errors.New("an all group must be the whole content, it cannot be part of another group")

// builder makes the tables of a model in two passes: first sets from the leaves up, then states from the root down.
type builder struct{ *Model }

func (b *builder) run(top *term) error {
	after := int32(stuck)
	if top.nullable {
		after = end
	}
	if top == empty || top == never {
		b.states = append(b.states, state{up: after})
		return nil
	}
	if err := b.firsts(top); err != nil {
		return err
	}
	b.states = append(b.states, state{next: top.first, up: after})
	b.follow(top, span{}, end, 0)
	return nil
}

// firsts finds what the body of t may begin with, and what may follow each child of a sequence.
func (b *builder) firsts(t *term) error {
	for _, k := range t.kids {
		if err := b.firsts(k); err != nil {
			return err
		}
	}
	switch t.op {
	case LeafOp:
		t.first = b.leaf(t)
	case AllOp:
		return errNestedAll
	case ChoiceOp:
		offsets := b.join(t.kids)
		t.first = b.span(offsets[0], offsets[len(t.kids)])
	case SequenceOp:
		b.sequence(t)
	}
	if len(b.edges) > maxEdges {
		return errTooLarge
	}
	return nil
}

// leaf adds the position of a leaf and the symbols that lead to it.
func (b *builder) leaf(t *term) span {
	t.pos = int32(len(b.positions))
	b.positions = append(b.positions, position{leaf: t.leaf})
	l := &b.leaves[t.leaf]
	from := len(b.edges)
	if l.Any != nil {
		b.symbol(symbol{any: l.Any, pos: t.pos})
	} else {
		b.symbol(symbol{name: l.Element, number: source.SymbolOf(l.Element), pos: t.pos})
		for _, s := range l.Substitutes {
			b.symbol(symbol{name: s, number: source.SymbolOf(s), pos: t.pos})
		}
	}
	return b.span(from, len(b.edges))
}

func (b *builder) symbol(s symbol) {
	b.edges = append(b.edges, int32(len(b.symbols)))
	b.symbols = append(b.symbols, s)
}

// join lays out the first edges of terms one after the other. The edges of terms[i] are from offsets[i] to offsets[i+1].
func (b *builder) join(terms []*term) (offsets []int) {
	offsets = append(offsets, len(b.edges))
	for _, t := range terms {
		b.edges = append(b.edges, b.edges[t.first.from:t.first.to]...)
		offsets = append(offsets, len(b.edges))
	}
	return offsets
}

// sequence finds the spans of a sequence. What may follow a child begins with the next one and ends with the first that
// cannot be missing.
func (b *builder) sequence(t *term) {
	if len(t.kids) == 1 {
		t.first, t.spans = t.kids[0].first, []span{{}}
		return
	}
	offsets := b.join(t.kids)
	whole := b.span(offsets[0], offsets[len(t.kids)])
	part := func(from, last int) span {
		s := span{int32(offsets[from]), int32(offsets[min(last+1, len(t.kids))]), whole.index}
		if s.to-s.from <= linear {
			s.index = noIndex
		}
		return s
	}
	t.spans = make([]span, len(t.kids))
	last := len(t.kids)
	for i := len(t.kids) - 1; i >= 0; i-- {
		t.spans[i] = part(i+1, last)
		if !t.kids[i].nullable {
			last = i
		}
	}
	t.first = part(0, last)
}

// span makes a span, with an index where it is long.
func (b *builder) span(from, to int) span {
	s := span{int32(from), int32(to), noIndex}
	if to-from > linear {
		s.index = int32(len(b.indexes))
		b.indexes = append(b.indexes, b.newIndex(s))
	}
	return s
}

// follow gives t and what is in it their states. next is what may follow t in its group, up the state of the group if the
// rest of it may be missing, slots the number of counters around t.
func (b *builder) follow(t *term, next span, up, slots int32) {
	here, base := up, slots
	if t.loops() || !next.empty() {
		here = int32(len(b.states))
		s := state{next: next, up: up, base: base}
		if t.loops() {
			s.loop = t.first
		}
		if t.counted() {
			s.counter = counter{counted: true, min: t.min, max: t.max}
			slots++
		}
		b.states = append(b.states, s)
	}
	b.slots = max(b.slots, int(slots))
	switch t.op {
	case LeafOp:
		p := &b.positions[t.pos]
		p.state, p.slots, p.self = here, slots, t.loops()
	case ChoiceOp:
		for _, k := range t.kids {
			b.follow(k, span{}, here, slots)
		}
	case SequenceOp:
		for i := len(t.kids) - 1; i >= 0; i-- {
			b.follow(t.kids[i], t.spans[i], here, slots)
			if !t.kids[i].nullable {
				here = stuck
			}
		}
	}
}

// index finds the edges of a long span by name.
type index struct {
	first     map[source.Symbol]int32 // the first edge of the name
	more      map[int32]int32         // from an edge to the next of the same name
	wildcards []int32
}

func (b *builder) newIndex(s span) index {
	x := index{first: make(map[source.Symbol]int32, s.to-s.from), more: map[int32]int32{}}
	for e := s.to - 1; e >= s.from; e-- {
		symbol := &b.symbols[b.edges[e]]
		if symbol.any != nil {
			x.wildcards = append(x.wildcards, e)
			continue
		}
		if other, ok := x.first[symbol.number]; ok {
			x.more[e] = other
		}
		x.first[symbol.number] = e
	}
	return x
}
