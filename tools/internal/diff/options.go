// What a comparison may cost, and what it says while it runs.

package diff

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
)

// Options of a comparison. The zero value judges everything, however long it takes.
type Options struct {
	// Stop reports whether to leave undecided what is not judged yet. It is asked often, and once it has said yes it must not take that back. Nil stands
	// for never.
	Stop func() bool
	// NoAssumptions counts the documents, too, that verdicts otherwise leave out of account: those in which a wildcard lets in an element or attribute that
	// only the other schema declares, and those whose xsi:type, where any type may be named, names one of a namespace that only the one schema has.
	NoAssumptions bool
	// Root is the element that documents begin with, by its local name or as {namespace}local: others do not count, and what only they can hold is not
	// reported. Empty stands for all. What only a wildcard lets in counts with NoAssumptions alone.
	Root string
	// Progress is told how many of all changes are judged. Nil stands for nobody.
	Progress func(judged, all int)
}

// assumptions say what a verdict assumes of the documents that a side accepts.
func assumptions(s Side, a inclusion.Assumption) (all []string) {
	if a&inclusion.NoUndeclared != 0 {
		all = append(all, "no xsi:type on elements the "+s.String()+" schema does not declare")
	}
	if a&inclusion.NoUnknownSpace != 0 {
		all = append(all, "no xsi:type on elements of xs:anyType that names a type of a namespace the "+s.other().String()+" schema does not have")
	}
	if a&inclusion.NoneLetIn != 0 {
		all = append(all, "no elements that the "+s.String()+" schema declares where only a wildcard lets them in")
	}
	return all
}

func (o *Options) stopped() bool { return o.Stop != nil && o.Stop() }

// unjudged is the answer for which the budget was too small.
var unjudged = Judgement{Verdict: Undecided, Reason: automaton.Stopped}

// isUnjudged reports whether a change is undecided for want of time alone.
func (c *Change) isUnjudged() bool {
	return c.Answers[Readers].Reason == automaton.Stopped || c.Answers[Writers].Reason == automaton.Stopped
}

// budgetNotes say that the comparison was ended before its end.
func (r *Report) budgetNotes() []string {
	switch {
	case r.Unjudged > 1:
		return []string{fmt.Sprintf("The budget ran out: %d changes are undecided for that reason alone. A larger one (--budget) judges them.", r.Unjudged)}
	case r.Unjudged == 1:
		return []string{"The budget ran out: one change is undecided for that reason alone. A larger one (--budget) judges it."}
	case r.Totals[Readers].Reason == automaton.Stopped || r.Totals[Writers].Reason == automaton.Stopped:
		return []string{"The budget ran out before all changes together were judged. A larger one (--budget) judges them."}
	}
	return nil
}

// countUnjudged notes how many changes the budget left open.
func (r *Report) countUnjudged() {
	for _, c := range r.Changes {
		if c.isUnjudged() {
			r.Unjudged++
		}
	}
}
