// Inclusion and equivalence of content models, with a shortest witness.

package automaton

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Verdict is the answer to a question about languages.
type Verdict uint8

// The answers.
const (
	Undecided Verdict = iota // a limit was met
	Yes
	No
)

// String returns the verdict as a word.
func (v Verdict) String() string { return [...]string{"undecided", "yes", "no"}[v] }

// Options of a question. The zero value asks about names alone, within the default limit.
type Options struct {
	// MaxStates bounds the search: the number of places, in both models together, that are looked at; 0 stands for 200,000.
	MaxStates int
	// Compatible reports whether what leaf a of the first model allows inside an element of the name, leaf b of the second does
	// too. It is called for the pairs of leaves that the same element of some word can be in both. False makes the second model
	// refuse the element. Nil stands for always.
	Compatible func(a, b int, name source.Name) bool
	// Possible reports whether there are elements of the name for leaf a of the first model at all. Nil stands for always.
	Possible func(a int, name source.Name) bool
	// Stop reports whether to give up and answer Undecided; it is asked every few hundred places. Nil stands for never.
	Stop func() bool
	// Names are further names to try for wildcards, those that Compatible and Possible tell apart from others.
	Names []source.Name
}

const defaultMaxStates = 200_000

// Stopped is the reason of an answer that was given up because of [Options.Stop].
const Stopped = "the budget ran out before it was decided"

// Result is the answer to whether one model includes another. Where Verdict is No, Witness is a shortest word that the one
// accepts and the other does not; being shortest, no removal of elements gives another. Reason says why a verdict is Undecided.
type Result struct {
	Verdict Verdict
	Witness Word
	Reason  string
}

// Included answers whether every word of a is a word of b.
func Included(a, b *content.Model, opts Options) Result {
	if structurallyIncluded(a, b, &opts) {
		return Result{Verdict: Yes}
	}
	if a.IsAll() && b.IsAll() {
		return allIncluded(a, b, &opts)
	}
	if a.IsAll() && looselyIncluded(a, b, opts) {
		return Result{Verdict: Yes}
	}
	if b.IsAll() {
		if all := conditions(b); len(all) > 0 {
			return includedInAll(a, all, &opts)
		}
	}
	s := newSearch(a, b, opts)
	s.goal = onlyInFirst
	return s.answer()
}

// onlyInFirst is the goal of inclusion: a word of the first model that the second does not accept.
func onlyInFirst(p *place) bool { return p.a.AtEnd() && (p.dead || !p.b.AtEnd()) }

// Equivalent answers whether both models accept the same words. The witness may be a word of either; its steps name the leaves
// of a and b in this order.
func Equivalent(a, b *content.Model, opts Options) Result {
	result := Included(a, b, opts)
	if result.Verdict == No {
		return result
	}
	mirrored := Included(b, a, Options{MaxStates: opts.MaxStates, Stop: opts.Stop})
	for i, s := range mirrored.Witness {
		mirrored.Witness[i].A, mirrored.Witness[i].B = s.B, s.A
	}
	if mirrored.Verdict == No || result.Verdict == Yes {
		return mirrored
	}
	return result
}

// Common returns a shortest word that both models accept: Yes with the word, or No.
func Common(a, b *content.Model, opts Options) Result {
	s := newSearch(a, b, opts)
	s.alive = true
	s.goal = func(p *place) bool { return p.a.AtEnd() && p.b.AtEnd() }
	return s.answer().inverted()
}

// Shortest returns a shortest word of a model: Yes with the word, or No where there is none.
func Shortest(m *content.Model, opts Options) Result {
	s := newSearch(m, m, opts)
	s.onlyA = true
	s.goal = func(p *place) bool { return p.a.AtEnd() }
	return s.answer().inverted()
}

// inverted turns "no word was found" from an answer about inclusion into one about existence.
func (r Result) inverted() Result {
	switch r.Verdict {
	case Yes:
		r.Verdict = No
	case No:
		r.Verdict = Yes
	}
	return r
}

func (o *Options) compatible(a, b int, name source.Name) bool {
	return o.Compatible == nil || o.Compatible(a, b, name)
}

func (o *Options) possible(a int, name source.Name) bool {
	return o.Possible == nil || o.Possible(a, name)
}

// allIncluded compares two all groups. Every word of a but the empty one holds all that a requires, and order means nothing to
// either: so if any word is a witness, one of those tried here is, and the first is shortest.
func allIncluded(a, b *content.Model, opts *Options) Result {
	for _, word := range wordsOfAll(a, opts) {
		if run, refused := follow(word, a, b, opts); refused {
			return Result{Verdict: No, Witness: run}
		}
	}
	return Result{Verdict: Yes}
}

// wordsOfAll are the words of an all group that matter, shortest first: none, what is required, each other name for something
// required, and each optional name besides.
func wordsOfAll(m *content.Model, opts *Options) []Word {
	root := m.Root()
	words := []Word{nil}
	var required, replaced, added Word
	var at []int // where in required each of replaced belongs
	for _, child := range allOf(&root).Children {
		if child.Max == 0 {
			continue
		}
		need := child.Min > 0
		for _, name := range namesOfLeaf(&m.Leaves()[child.Leaf]) {
			step := Step{Name: name, A: child.Leaf, Count: 1}
			switch {
			case !opts.possible(child.Leaf, name):
			case need:
				required, need = append(required, step), false
			case child.Min > 0:
				replaced, at = append(replaced, step), append(at, len(required)-1)
			default:
				added = append(added, step)
			}
		}
		if need {
			return words // something required is impossible
		}
	}
	words = append(words, required)
	for i, step := range replaced {
		word := slices.Clone(required)
		word[at[i]] = step
		words = append(words, word)
	}
	for _, step := range added {
		words = append(words, append(required[:len(required):len(required)], step))
	}
	return words
}

// allOf finds the all group within the groups that only bracket it.
func allOf(n *content.Node) *content.Node {
	for n.Op != content.AllOp {
		i := slices.IndexFunc(n.Children, func(c content.Node) bool { return c.Max != 0 && (c.Op == content.AllOp || len(c.Children) > 0) })
		n = &n.Children[i]
	}
	return n
}

func namesOfLeaf(l *content.Leaf) []source.Name {
	return append([]source.Name{l.Element}, l.Substitutes...)
}

// follow runs a word through both models; refused says that it is a word of a, and not one of b.
func follow(word Word, a, b *content.Model, opts *Options) (run Word, refused bool) {
	x, y := a.NewMatcher(), b.NewMatcher()
	for _, step := range word {
		i, inA := x.Next(step.Name)
		if !inA {
			return nil, false
		}
		j, inB := -1, false
		if !refused {
			j, inB = y.Next(step.Name)
			refused = !inB || !opts.compatible(i, j, step.Name)
		}
		run = append(run, Step{Name: step.Name, A: i, B: j, Count: 1})
	}
	return run, x.AtEnd() && (refused || !y.AtEnd())
}
