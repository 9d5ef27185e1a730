// Words that break a model in one place, for tests that must fail.

package automaton

import (
	"math/rand"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// FaultKind says what was done to a valid word.
type FaultKind uint8

// The kinds of faults.
const (
	Removed  FaultKind = iota // a required element is missing
	Repeated                  // an element occurs once more than it may
	Swapped                   // two neighbours have changed places
	Unknown                   // an element is there that nothing allows
)

// String returns the kind as a word.
func (k FaultKind) String() string {
	return [...]string{"removed", "repeated", "swapped", "unknown"}[k]
}

// The rules that a fault can break: clause 2.4 of Element Locally Valid (Complex Type), XSD 1.0 Part 1, section 3.4.4, with the
// letters by which validators tell its cases apart.
const (
	RuleUnexpected = "cvc-complex-type.2.4.a" // another element is expected
	RuleIncomplete = "cvc-complex-type.2.4.b" // the content ends too early
	RuleNoMore     = "cvc-complex-type.2.4.d" // no element is expected any more
)

// Fault is a word that a model refuses, one change away from a word that it accepts.
type Fault struct {
	Word Word
	Kind FaultKind
	Leaf int    // whose element was changed; -1 for an unknown one
	At   int    // the element that is refused, the length of the word where the end is
	Rule string // the rule that is broken there
}

// Faults draws words with one fault, one for each kind, leaf and rule where there is one.
func Faults(m *content.Model, opts SampleOptions) []Fault {
	if opts.Random == nil {
		opts.Random = rand.New(rand.NewSource(1))
	}
	words, _ := Sample(m, opts)
	d := defects{Model: m, seen: map[defect]bool{}, tries: map[defect]int{}}
	stranger := Step{Name: strange(m), A: -1, B: -1, Count: 1}
	for _, word := range words {
		for i := range word {
			d.change(word, i)
		}
		at := opts.Random.Intn(len(word) + 1)
		d.try(Unknown, -1, func() Word { return slices.Insert(slices.Clone(word), at, stranger) })
	}
	return d.faults
}

// defect distinguishes faults from each other.
type defect struct {
	kind FaultKind
	leaf int
	rule string
}

// defects collects faults.
type defects struct {
	*content.Model
	faults []Fault
	seen   map[defect]bool
	tries  map[defect]int
}

// maxTries bounds the words that are changed alike in search of one that breaks another rule.
const maxTries = 20

// change makes all changes to one element of a valid word.
func (d *defects) change(word Word, i int) {
	leaf := word[i].A
	d.try(Removed, leaf, func() Word { return slices.Delete(slices.Clone(word), i, i+1) })
	d.try(Repeated, leaf, func() Word { return slices.Insert(slices.Clone(word), i, word[i]) })
	if i == 0 {
		return
	}
	d.try(Swapped, leaf, func() Word {
		swapped := slices.Clone(word)
		swapped[i-1], swapped[i] = swapped[i], swapped[i-1]
		return swapped
	})
}

func (d *defects) try(kind FaultKind, leaf int, change func() Word) {
	what := defect{kind: kind, leaf: leaf}
	if d.tries[what]++; d.tries[what] > maxTries {
		return
	}
	fault := Fault{Word: change(), Kind: kind, Leaf: leaf}
	if !judge(d.Model, &fault) {
		return
	}
	what.rule = fault.Rule
	if !d.seen[what] {
		d.seen[what] = true
		d.faults = append(d.faults, fault)
	}
}

// judge fills in where and why a word is refused; false where it is accepted.
func judge(m *content.Model, f *Fault) bool {
	x := m.NewMatcher()
	for i, step := range f.Word {
		if _, ok := x.Next(step.Name); ok {
			continue
		}
		f.At, f.Rule = i, RuleUnexpected
		if len(x.Expected()) == 0 {
			f.Rule = RuleNoMore
		}
		return true
	}
	f.At, f.Rule = len(f.Word), RuleIncomplete
	return !x.AtEnd()
}

// strange is a name that the model allows nowhere, if there is one.
func strange(m *content.Model) source.Name {
	space := ""
	if leaves := m.Leaves(); len(leaves) > 0 {
		space = leaves[0].Element.Space
	}
	local := Fresh("unknown", func(s string) bool {
		return slices.ContainsFunc(m.Leaves(), func(l content.Leaf) bool {
			return l.Any == nil && l.Allows(source.Name{Space: space, Local: s})
		})
	})
	return source.Name{Space: space, Local: local}
}
