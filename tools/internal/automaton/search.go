// The search that questions are answered with: all places that words lead to in two models at once, shortest words first.

package automaton

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// search looks for a shortest word that leads to a goal.
type search struct {
	opts  Options
	goal  func(*place) bool
	alive bool // words that the second model refuses are of no interest
	onlyA bool // the second model is not asked

	names [][]letter // to try, by leaf of the first model
	queue queue
	seen  map[string]bool
	err   error
	key   []byte
	bytes int // of all keys seen
	steps int // taken so far

	next *place // where the next step leads; it is made anew only after it was kept
}

// place is where a word leads: a place in each model; dead means that the second model has refused the word.
type place struct {
	a, b   content.Matcher
	dead   bool
	length int
	before *place
	last   Step // what led here from before
	more   Word // and what came after that
}

// letter is a name with its symbol.
type letter struct {
	name   source.Name
	symbol source.Symbol
}

// step is an element of a leaf of the first model after a place, or as many equal ones as the places on the way do not depend on.
type step struct {
	letter
	leaf    int
	count   int
	strides bool // the places before and after differ in a count alone
}

func newSearch(a, b *content.Model, opts Options) *search {
	if opts.MaxStates == 0 {
		opts.MaxStates = defaultMaxStates
	}
	s := &search{opts: opts, names: letters(names(a, opts.Names, b)), seen: map[string]bool{}, next: &place{}}
	s.queue.push(0, reached{&place{a: a.NewMatcher(), b: b.NewMatcher()}})
	return s
}

// letters are names with their symbols.
func letters(names [][]source.Name) [][]letter {
	lists := make([][]letter, len(names))
	for i, list := range names {
		lists[i] = make([]letter, len(list))
		for k, name := range list {
			lists[i][k] = letter{name, source.SymbolOf(name)}
		}
	}
	return lists
}

// answer is No with a shortest word that leads to the goal, or Yes.
func (s *search) answer() Result {
	for {
		turn, ok := s.queue.pop()
		if !ok {
			return Result{Verdict: Yes}
		}
		if found, ended := turn.take(s); ended {
			return found
		}
	}
}

// take looks at a place that was reached already.
func (r reached) take(s *search) (found Result, ended bool) {
	if !s.first(r.place) {
		return Result{}, false
	}
	return s.visit(r.place)
}

// take looks at the places that an element more leads to, each that may follow.
func (f following) take(s *search) (found Result, ended bool) {
	for _, leaf := range f.from.a.Expected() {
		for _, l := range s.names[leaf] {
			next := step{letter: l, leaf: leaf, count: 1}
			if !s.opts.possible(leaf, l.name) {
				continue
			}
			if leaf == f.from.last.A {
				n := s.stride(f.from, l.name)
				if n > 1 { // which leads further, or nowhere else
					continue
				}
				next.strides = n == 1
			}
			if found, ended := s.follow(f.from, next); ended {
				return found, true
			}
		}
	}
	return Result{}, false
}

// take looks at the place that a stride leads to.
func (t stride) take(s *search) (found Result, ended bool) { return s.follow(t.from, t.step) }

// follow takes a step and looks at the place that it leads to, unless it leads nowhere that matters or where the search was before.
func (s *search) follow(from *place, next step) (found Result, ended bool) {
	if s.steps++; s.steps > stepsPerState*s.opts.MaxStates {
		return s.tooLarge(), true
	}
	p := s.next
	matters := s.step(from, next)
	if s.err != nil {
		return Result{Reason: s.err.Error()}, true
	}
	if !matters || p.dead && s.alive || !s.first(p) {
		return Result{}, false
	}
	s.next = &place{}
	return s.visit(p)
}

// visit looks at a place that is new.
func (s *search) visit(p *place) (found Result, ended bool) {
	if s.goal(p) {
		return Result{Verdict: No, Witness: p.word()}, true
	}
	s.expand(p)
	if len(s.seen)%placesPerQuestion == 0 && s.opts.Stop != nil && s.opts.Stop() {
		return Result{Reason: Stopped}, true
	}
	if len(s.seen) > s.opts.MaxStates || s.bytes > bytesPerState*s.opts.MaxStates {
		return s.tooLarge(), true
	}
	return Result{}, false
}

func (s *search) tooLarge() Result {
	return Result{Reason: fmt.Sprintf("more than %d states had to be compared", s.opts.MaxStates)}
}

// placesPerQuestion is how many places are looked at before it is asked again whether to stop.
const placesPerQuestion = 256

// stepsPerState is how many steps may be taken for each state, on average.
const stepsPerState = 10

// bytesPerState is what a state may take to write down, on average. More is needed where many counts have to be told apart.
const bytesPerState = 32

// first reports whether nothing that may follow here has been looked at before.
func (s *search) first(p *place) bool {
	s.key = append(s.key[:0], 0, 0, 0, 0)
	s.key = p.a.AppendKey(s.key)
	if !p.dead && !s.onlyA {
		binary.LittleEndian.PutUint32(s.key, uint32(len(s.key)))
		s.key = p.b.AppendKey(s.key)
	}
	if s.seen[string(s.key)] {
		return false
	}
	s.seen[string(s.key)] = true
	s.bytes += len(s.key)
	return true
}

// expand puts what may follow a place into the queue. What one element more leads to is found when the turn of such words comes: most searches end before.
func (s *search) expand(p *place) {
	if p.dead && p.a.Model().IsAll() {
		s.complete(p)
		return
	}
	s.queue.push(p.length+1, following{p})
	if p.before == nil {
		return
	}
	leaf := p.last.A
	for _, l := range s.names[leaf] {
		if n := s.stride(p, l.name); n > 1 && n != math.MaxInt && s.opts.possible(leaf, l.name) {
			s.queue.push(p.length+n, stride{p, step{letter: l, leaf: leaf, count: n, strides: true}})
		}
	}
}

// step puts the next place where an element of a leaf of the first model leads to; it reports whether the element is of that leaf.
func (s *search) step(from *place, next step) bool {
	p := s.next
	p.a.Follow(&from.a)
	p.dead, p.before, p.length = from.dead, from, from.length+next.count
	if next.strides {
		p.a.Advance(next.count)
	} else {
		i, ok := p.a.NextSymbol(next.symbol)
		s.note(&p.a)
		if !ok || i != next.leaf {
			return false
		}
	}
	p.last = Step{Name: next.name, A: next.leaf, B: -1, Count: next.count}
	if !p.dead && !s.onlyA {
		p.b.Follow(&from.b)
		p.last.B = s.second(p, next)
	}
	return true
}

// second takes a step in the second model and returns its leaf there.
func (s *search) second(p *place, taken step) int {
	j, ok := p.b.NextSymbol(taken.symbol)
	s.note(&p.b)
	if !ok || !s.opts.compatible(taken.leaf, j, taken.name) {
		p.dead = true
		return j
	}
	if taken.count > 1 {
		p.b.Advance(taken.count - 1)
	}
	return j
}

func (s *search) note(x *content.Matcher) {
	if x.Err() != nil {
		s.err = x.Err()
	}
}

// stride is the number of equal elements that can be taken at once, because the places on the way differ from this one in nothing but a
// count that nothing depends on there.
func (s *search) stride(p *place, name source.Name) int {
	n := p.a.Stride(name)
	if n > 0 && !p.dead && !s.onlyA {
		n = min(n, p.b.Stride(name))
	}
	return n
}

// complete ends a word of an all group that the second model has refused already: it adds the required elements that the word lacks.
func (s *search) complete(p *place) {
	next := &place{a: p.a.Clone(), dead: true, before: p.before, last: p.last, more: slices.Clone(p.more), length: p.length}
	root := p.a.Model().Root()
	expected := p.a.Expected()
	for _, child := range allOf(&root).Children {
		if child.Min == 0 || child.Max == 0 || !slices.Contains(expected, child.Leaf) {
			continue
		}
		i := slices.IndexFunc(s.names[child.Leaf], func(l letter) bool { return s.opts.possible(child.Leaf, l.name) })
		if i < 0 {
			return
		}
		name := s.names[child.Leaf][i].name
		next.a.Next(name)
		next.more = append(next.more, Step{Name: name, A: child.Leaf, B: -1, Count: 1})
		next.length++
	}
	s.queue.push(next.length, reached{next})
}

// word is the word that led to the place.
func (p *place) word() (w Word) {
	for ; p.before != nil; p = p.before {
		for _, later := range slices.Backward(p.more) {
			w = append(w, later)
		}
		w = append(w, p.last)
	}
	slices.Reverse(w)
	joined := w[:0]
	for _, s := range w {
		if n := len(joined) - 1; n >= 0 && joined[n].Name == s.Name && joined[n].A == s.A && joined[n].B == s.B {
			joined[n].Count += s.Count
			continue
		}
		joined = append(joined, s)
	}
	return joined
}
