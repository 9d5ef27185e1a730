// The search that questions are answered with: all places that words lead to in two models at once, shortest words first.

package automaton

import (
	"container/heap"
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

	names [][]source.Name // to try, by leaf of the first model
	queue steps
	seen  map[string]bool
	err   error
	key   []byte
	bytes int // of all keys seen

	pushed int // steps so far
}

// place is where a word leads: a place in each model; dead means that the second model has refused the word.
type place struct {
	a, b   content.Matcher
	dead   bool
	length int
	before *place
	steps  Word // what led here from before
}

// ahead is a step to be taken from a place, or the place itself where it was reached already. Far more steps are waiting than places are looked at, and so
// the place that one leads to is made only when its turn comes.
type ahead struct {
	from    *place
	name    source.Name
	leaf    int
	count   int  // of equal elements; 0 where the place was reached
	strides bool // they differ in a count alone
	length  int
	ordinal int
}

func newSearch(a, b *content.Model, opts Options) *search {
	if opts.MaxStates == 0 {
		opts.MaxStates = defaultMaxStates
	}
	s := &search{opts: opts, names: names(a, opts.Names, b), seen: map[string]bool{}}
	s.push(ahead{from: &place{a: a.NewMatcher(), b: b.NewMatcher()}})
	return s
}

// answer is No with a shortest word that leads to the goal, or Yes.
func (s *search) answer() Result {
	for len(s.queue) > 0 {
		p := s.reached(heap.Pop(&s.queue).(ahead))
		if s.err != nil {
			return Result{Reason: s.err.Error()}
		}
		if p == nil || !s.first(p) {
			continue
		}
		if s.goal(p) {
			return Result{Verdict: No, Witness: p.word()}
		}
		s.expand(p)
		if len(s.seen)%placesPerQuestion == 0 && s.opts.Stop != nil && s.opts.Stop() {
			return Result{Reason: Stopped}
		}
		if len(s.seen) > s.opts.MaxStates || s.pushed > stepsPerState*s.opts.MaxStates || s.bytes > bytesPerState*s.opts.MaxStates {
			return Result{Reason: fmt.Sprintf("more than %d states had to be compared", s.opts.MaxStates)}
		}
	}
	return Result{Verdict: Yes}
}

// placesPerQuestion is how many places are looked at before it is asked again whether to stop.
const placesPerQuestion = 256

// stepsPerState is how many steps may wait for each state, on average.
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

// push puts a step into the queue.
func (s *search) push(next ahead) {
	next.ordinal = s.pushed
	s.pushed++
	heap.Push(&s.queue, next)
}

// reached is the place that a step leads to, nil where it leads nowhere that matters.
func (s *search) reached(next ahead) *place {
	if next.count == 0 {
		return next.from
	}
	p := s.step(next)
	if p == nil || p.dead && s.alive {
		return nil
	}
	return p
}

// expand puts one more element after a place into the queue, each that may follow.
func (s *search) expand(p *place) {
	if p.dead && p.a.Model().IsAll() {
		s.complete(p)
		return
	}
	for _, leaf := range p.a.Expected() {
		for _, name := range s.names[leaf] {
			if !s.opts.possible(leaf, name) {
				continue
			}
			if count := s.stride(p, name); count != math.MaxInt { // which leads nowhere else
				n := max(count, 1)
				s.push(ahead{from: p, name: name, leaf: leaf, count: n, strides: count > 0, length: p.length + n})
			}
		}
	}
}

// step is the place that an element of a leaf of the first model leads to, nil where it is another leaf's.
func (s *search) step(next ahead) *place {
	p := &place{a: next.from.a.Clone(), b: next.from.b, dead: next.from.dead, before: next.from, length: next.length}
	if next.strides {
		p.a.Advance(next.count)
	} else {
		i, ok := p.a.Next(next.name)
		s.note(&p.a)
		if !ok || i != next.leaf {
			return nil
		}
	}
	taken := Step{Name: next.name, A: next.leaf, B: -1, Count: next.count}
	if !p.dead && !s.onlyA {
		taken.B = s.second(p, taken)
	}
	p.steps = Word{taken}
	return p
}

// second takes a step in the second model and returns its leaf there.
func (s *search) second(p *place, taken Step) int {
	p.b = p.b.Clone()
	j, ok := p.b.Next(taken.Name)
	s.note(&p.b)
	if !ok || !s.opts.compatible(taken.A, j, taken.Name) {
		p.dead = true
		return j
	}
	if taken.Count > 1 {
		p.b.Advance(taken.Count - 1)
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
	next := &place{a: p.a.Clone(), b: p.b, dead: true, before: p, length: p.length}
	root := p.a.Model().Root()
	expected := p.a.Expected()
	for _, child := range allOf(&root).Children {
		if child.Min == 0 || child.Max == 0 || !slices.Contains(expected, child.Leaf) {
			continue
		}
		i := slices.IndexFunc(s.names[child.Leaf], func(n source.Name) bool { return s.opts.possible(child.Leaf, n) })
		if i < 0 {
			return
		}
		name := s.names[child.Leaf][i]
		next.a.Next(name)
		next.steps = append(next.steps, Step{Name: name, A: child.Leaf, B: -1, Count: 1})
		next.length++
	}
	s.push(ahead{from: next, length: next.length})
}

// word is the word that led to the place.
func (p *place) word() (w Word) {
	for ; p.before != nil; p = p.before {
		for i := len(p.steps) - 1; i >= 0; i-- {
			w = append(w, p.steps[i])
		}
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

// steps is a heap, shortest words first; among equals the one found first.
type steps []ahead

func (q steps) Len() int { return len(q) }
func (q steps) Less(i, j int) bool {
	return q[i].length < q[j].length || q[i].length == q[j].length && q[i].ordinal < q[j].ordinal
}
func (q steps) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *steps) Push(x any)   { *q = append(*q, x.(ahead)) }
func (q *steps) Pop() any {
	old := *q
	last := old[len(old)-1]
	old[len(old)-1] = ahead{}
	*q = old[:len(old)-1]
	return last
}
