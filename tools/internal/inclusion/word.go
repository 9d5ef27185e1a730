// Words: the sequences of child elements that two content models allow.

package inclusion

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// Limits of comparing content models: of one, and how many may meet it before the rest is left undecided.
const (
	defaultMaxStates = 20_000
	maxSpent         = 20
)

// wordPair compares two content models, whose names are those of the second schema.
type wordPair struct {
	*examination
	own    *schema.ElementContent
	other  *schema.ElementContent // nil where no elements are allowed
	strict bool                   // what is undecided counts as not included
	reason string                 // why something was undecided
}

// compare first takes what is undecided for included: a counterexample is one then whatever the truth. If there is none, it has to be shown that
// the undecided does not matter.
func (w *wordPair) compare(first, second *content.Model) finding {
	if w.solver.spent > maxSpent {
		return undecided("too many content models were too large to compare")
	}
	result := w.answer(first, second)
	if result.Verdict == automaton.Yes && w.reason != "" {
		w.strict = true
		if strictly := w.answer(first, second); strictly.Verdict != automaton.Yes {
			return w.open(strictly)
		}
	}
	switch result.Verdict {
	case automaton.No:
		return not(w.example(result.Witness))
	case automaton.Undecided:
		w.solver.spent++
		return undecided("two content models could not be compared: %s", result.Reason)
	}
	return included
}

// open is what is found where something undecided matters, with an example where that has one.
func (w *wordPair) open(strictly automaton.Result) finding {
	found := undecided("%s", w.reason)
	if strictly.Verdict == automaton.No {
		if e, ok := w.example(strictly.Witness).(worded); ok && e.child != nil {
			found.example = e
		}
	}
	return found
}

func (w *wordPair) answer(first, second *content.Model) automaton.Result {
	return automaton.Included(first, second, automaton.Options{
		MaxStates:  w.maxStates(),
		Stop:       w.opts.Stop,
		Names:      w.namesOfWildcards(first),
		Compatible: w.compatible,
		Possible:   w.canBe,
	})
}

// canBe reports whether there are elements of that name for a leaf of the first model.
func (w *wordPair) canBe(leaf int, name schema.Name) bool {
	g := w.first(leaf, name)
	if _, wild := w.own.Leaves[leaf].Term.(*schema.Wildcard); wild && w.possible.aside && g.declaration != nil {
		w.solver.assumed |= NoneLetIn
		return false
	}
	if g.declaration == nil && w.b.Element(name) != nil {
		switch {
		case w.opts.IgnoreUndeclared && g.process == content.Lax:
			return false
		case w.opts.Assume && g.needsType():
			w.solver.assumed |= NoUndeclared
			return false
		}
	}
	return w.possible.element(g)
}

func (c *Comparer) maxStates() int {
	if c.opts.MaxStates > 0 {
		return c.opts.MaxStates
	}
	return defaultMaxStates
}

// first is what governs an element in the first model.
func (w *wordPair) first(leaf int, name schema.Name) governor {
	return govern(w.a, w.own.Leaves[leaf], w.names.name(name))
}

func (w *wordPair) pair(a, b int, name schema.Name) elementPair {
	return elementPair{w.first(a, name), govern(w.b, w.other.Leaves[b], name)}
}

func (w *wordPair) compatible(a, b int, name schema.Name) bool {
	found := w.ask(w.pair(a, b, name))
	if found.verdict == automaton.Undecided {
		w.reason = found.reason
		return !w.strict
	}
	return found.verdict == automaton.Yes
}

// namesOfWildcards are the declared names that wildcards of the first model let in, which they tell apart from others.
func (w *wordPair) namesOfWildcards(first *content.Model) []schema.Name {
	var wildcards []*content.Wildcard
	for _, leaf := range first.Leaves() {
		if leaf.Any != nil {
			wildcards = append(wildcards, leaf.Any)
		}
	}
	if wildcards == nil {
		return nil
	}
	var let []schema.Name
	for _, name := range w.declared() {
		if slices.ContainsFunc(wildcards, func(wild *content.Wildcard) bool { return wild.Namespaces.Allows(name.Space) }) {
			let = append(let, name)
		}
	}
	return let
}

// declaredIn are the names of the global elements of both schemas, as the second has them.
func declaredIn(a, b *schema.Set, names renaming) []schema.Name {
	var declared []schema.Name
	for _, e := range a.Elements {
		declared = append(declared, names.name(e.Name))
	}
	for _, e := range b.Elements {
		declared = append(declared, e.Name)
	}
	return declared
}

// example is the word with the place where the second schema disagrees.
func (w *wordPair) example(word automaton.Word) example {
	e := worded{at: -1}
	for _, step := range word {
		if e.at < 0 {
			if child := w.refused(step); child != nil {
				e.at, e.child = len(e.names), child
			}
		}
		for range step.Count {
			e.names = append(e.names, w.names.name(step.Name))
		}
	}
	return e
}

// refused is what makes the second schema refuse an element of the step, nil where it does not.
func (w *wordPair) refused(step automaton.Step) example {
	if step.B < 0 {
		return whole{}
	}
	return w.ask(w.pair(step.A, step.B, step.Name)).example
}
