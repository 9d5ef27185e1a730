// Running a program: the set of all places where a reader of the string can
// be, advanced character by character.

package pattern

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// config is a place in the program with the counters there: the innermost
// loop's as a set, those of the loops around it as one context.
type config struct {
	pc      int32
	context int32
	counts  counts
}

// stateSet is every config from which a character can be consumed, sorted by
// place and context, and whether the string may end here. It is immutable.
type stateSet struct {
	configs []config
	accept  bool
}

// context is one combination of outer counters.
type context struct {
	outer int32 // context of the loops further out
	value int32 // counter of the innermost of the outer loops
}

// simulator computes the stateSets of a program. It is for one goroutine.
type simulator struct {
	*program
	contexts     []context
	contextIndex map[context]int32

	configs []config // found so far, one per place and context
	pending []config // found and not yet followed
	places  []place  // per instruction: its config in the outermost context
	others  map[uint64]int32
	round   int32 // the current use of places
}

// place says which config is at an instruction, if round is the current one.
type place struct{ round, index int32 }

func newSimulator(p *program) *simulator {
	return &simulator{
		program:      p,
		contexts:     []context{{}},
		contextIndex: map[context]int32{},
		places:       make([]place, len(p.code)),
		others:       map[uint64]int32{},
	}
}

// initial returns where the reading of a string begins.
func (s *simulator) initial() *stateSet {
	s.reset()
	s.add(s.start, 0, zero)
	return s.close()
}

// step returns where a reader can be after a character that is in the sets
// for which has answers true.
func (s *simulator) step(from *stateSet, has func(set int32) bool) *stateSet {
	s.reset()
	for _, c := range from.configs {
		if i := &s.code[c.pc]; has(i.set) {
			s.add(i.next, c.context, c.counts)
		}
	}
	return s.close()
}

func (s *simulator) reset() {
	s.configs, s.pending = s.configs[:0], s.pending[:0]
	s.round++
	clear(s.others)
}

// find returns the config at a place in a context, a new one if need be.
func (s *simulator) find(pc, context int32) *config {
	if context == 0 {
		if p := s.places[pc]; p.round == s.round {
			return &s.configs[p.index]
		}
		s.places[pc] = place{s.round, int32(len(s.configs))}
	} else {
		key := uint64(pc)<<32 | uint64(context)
		if index, ok := s.others[key]; ok {
			return &s.configs[index]
		}
		s.others[key] = int32(len(s.configs))
	}
	s.configs = append(s.configs, config{pc: pc, context: context})
	return &s.configs[len(s.configs)-1]
}

// add records that a place is reached, and what of it is new as pending.
func (s *simulator) add(pc, context int32, fresh counts) {
	known := s.find(pc, context)
	added := fresh
	if inside := s.code[pc].loop; inside != none {
		known.counts, added = s.loops[inside].merge(known.counts, fresh)
	} else if len(known.counts) == 0 {
		known.counts = fresh
	} else {
		return
	}
	if len(added) > 0 {
		s.pending = append(s.pending, config{pc, context, added})
	}
}

// close follows everything pending until a character is needed.
func (s *simulator) close() *stateSet {
	set := &stateSet{}
	for len(s.pending) > 0 {
		last := len(s.pending) - 1
		c := s.pending[last]
		s.pending = s.pending[:last]
		switch i := &s.code[c.pc]; i.op {
		case opSplit:
			s.add(i.other, c.context, c.counts)
			s.add(i.next, c.context, c.counts)
		case opEnter:
			s.enter(i, c)
		case opRepeat:
			s.repeat(i, c)
		case opAccept:
			set.accept = true
		}
	}
	set.configs = s.consuming()
	return set
}

// enter starts a loop: in the context of each value of the loop around it.
func (s *simulator) enter(i *instruction, c config) {
	if i.loop == none {
		s.add(i.next, 0, zero)
		return
	}
	for _, v := range c.counts {
		for value := v.lo; value <= v.hi; value++ {
			s.add(i.next, s.contextOf(context{c.context, value}), zero)
		}
	}
}

// repeat ends an iteration: one more if the loop allows it, and out of it if
// there were enough.
func (s *simulator) repeat(i *instruction, c config) {
	l := s.loops[i.loop]
	done := l.advance(c.counts)
	more := done
	if l.max != unbounded {
		more = done.within(0, l.max-1)
	}
	if len(more) > 0 {
		s.add(i.other, c.context, more)
	}
	if len(done.within(l.min, l.max)) == 0 {
		return
	}
	if l.outer == none {
		s.add(i.next, 0, zero)
		return
	}
	around := s.contexts[c.context]
	s.add(i.next, around.outer, counts{{around.value, around.value}})
}

// contextOf returns the number of a context, the same for equal ones. Context
// 0 is that of no outer loop.
func (s *simulator) contextOf(c context) int32 {
	index, ok := s.contextIndex[c]
	if !ok {
		index = int32(len(s.contexts))
		s.contexts = append(s.contexts, c)
		s.contextIndex[c] = index
	}
	return index
}

// consuming returns the configs that wait for a character, in order.
func (s *simulator) consuming() []config {
	out := make([]config, 0, len(s.configs))
	for _, c := range s.configs {
		if s.code[c.pc].op == opChar {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, s.compare)
	return s.prune(out)
}

// compare orders configs by place, outer context and value.
func (s *simulator) compare(a, b config) int {
	x, y := s.contexts[a.context], s.contexts[b.context]
	return cmp.Or(cmp.Compare(a.pc, b.pc), cmp.Compare(x.outer, y.outer), cmp.Compare(x.value, y.value))
}

// prune drops from sorted configs the values that can do no more than others
// at the same place with a better counter of the loop around. It keeps the
// number of contexts small where iterations can be told apart in many ways.
func (s *simulator) prune(configs []config) []config {
	kept := configs[:0]
	for len(configs) > 0 {
		group := s.comparable(configs)
		configs = configs[len(group):]
		if len(group) == 1 {
			kept = append(kept, group[0])
			continue
		}
		inner := s.loops[s.code[group[0].pc].loop]
		kept = append(kept, s.pruneGroup(group, inner, s.loops[inner.outer])...)
	}
	return kept
}

// comparable returns the configs that begin the list and differ only in the
// counters of the two innermost loops.
func (s *simulator) comparable(configs []config) []config {
	n, first := 1, configs[0]
	for n < len(configs) && configs[n].pc == first.pc &&
		s.contexts[configs[n].context].outer == s.contexts[first.context].outer {
		n++
	}
	return configs[:n]
}

// pruneGroup prunes configs in ascending order of the outer loop's counter.
func (s *simulator) pruneGroup(group []config, inner, outer loop) []config {
	if outer.max == unbounded {
		slices.Reverse(group) // the greatest value is the strongest
	}
	var kept []config
	var known counts
	for _, c := range group {
		if outer.max != unbounded && s.contexts[c.context].value < outer.min {
			kept = append(kept, c)
			continue
		}
		all, added := inner.merge(known, c.counts)
		if len(added) > 0 {
			known = all
			kept = append(kept, config{c.pc, c.context, added})
		}
	}
	return kept
}

// key identifies a stateSet among those of one simulator.
func (set *stateSet) key(buffer []byte) []byte {
	key := append(buffer[:0], 0)
	if set.accept {
		key[0] = 1
	}
	for _, c := range set.configs {
		key = binary.AppendUvarint(key, uint64(c.pc))
		key = binary.AppendUvarint(key, uint64(c.context))
		key = binary.AppendUvarint(key, uint64(len(c.counts)))
		for _, v := range c.counts {
			key = binary.AppendUvarint(key, uint64(v.lo))
			key = binary.AppendUvarint(key, uint64(v.hi))
		}
	}
	return key
}
