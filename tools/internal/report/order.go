// This file decides what is shown and in which order, and what fails a comparison.

package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// group is how severe a change is for whoever reads the report.
type group uint8

// The groups, in the order of reports.
const (
	breaking group = iota
	undecided
	policy
	compatible
	accepted
	withoutEffect
)

// groupOf returns the group of a change.
func groupOf(c *diff.Change) group {
	switch {
	case (c.Accepted != nil || c.Cause != nil && c.Cause.Accepted != nil) && len(c.Open()) == 0:
		return accepted
	case c.Worst() == diff.Breaking:
		return breaking
	case c.Worst() == diff.Undecided:
		return undecided
	case c.Rule.Area == diff.OfPolicy:
		return policy
	case c.Rule.Go == diff.Adds || c.Answers[diff.Go].Reason != "":
		return compatible // there is more in the package
	case c.Rule.Readers == diff.Breaks || c.Rule.Writers == diff.Breaks:
		return compatible // it would break if something else in the schema did not allow for it
	}
	return withoutEffect
}

// sections groups the changes to be shown; empty groups are left out.
func sections(r *diff.Report, o Options) []section {
	var shown []section
	number := 0
	for g := breaking; g <= withoutEffect; g++ {
		changes := changesIn(r, g)
		if len(changes) == 0 || g == withoutEffect && !o.All {
			number += len(changes)
			continue
		}
		words := groupWords[g]
		s := section{group: g, Name: groupNames[g], Title: words.title, Meaning: words.meaning}
		for _, c := range changes {
			number++
			s.Changes = append(s.Changes, shownOf(r, c, number))
		}
		s.Kinds = kindsOf(s.Changes, g)
		shown = append(shown, s)
	}
	return shown
}

// changesIn returns the changes of a group, in the order of the report. Effects are told with their cause, and not here.
func changesIn(r *diff.Report, g group) []*diff.Change {
	var changes []*diff.Change
	for _, c := range r.Changes {
		if groupOf(c) == g && c.Cause == nil {
			changes = append(changes, c)
		}
	}
	return changes
}

// effect is what a change of a rule's kind does as the answer to a question.
func effect(rule *diff.Rule, q diff.Question) diff.Effect {
	return [...]diff.Effect{diff.Readers: rule.Readers, diff.Writers: rule.Writers, diff.Go: rule.Go}[q]
}

// answered lists the questions that arise for a change, with an answer to tell. For a change that breaks nothing its group tells it.
func answered(c *diff.Change) []diff.Question {
	var arising []diff.Question
	for _, q := range diff.Questions {
		silent := c.Worst() == diff.Compatible && c.Answers[q].Reason == ""
		arises := effect(c.Rule, q) != diff.NoQuestion || c.Answers[q].Verdict != diff.Compatible
		if arises && !silent {
			arising = append(arising, q)
		}
	}
	return arising
}

// noChange reports whether nothing changed that anybody can notice.
func noChange(r *diff.Report) bool {
	for _, total := range r.Totals {
		if total.Verdict != diff.Compatible || len(total.Assumes) > 0 {
			return false
		}
	}
	return !slices.ContainsFunc(r.Changes, func(c *diff.Change) bool { return groupOf(c) != withoutEffect })
}

// kinds counts changes by rule: "documentation-changed 3 times, file-renamed once", the most frequent first.
func kinds(changes []*diff.Change) string {
	counts := map[string]int{}
	var ids []string
	for _, c := range changes {
		if counts[c.Rule.ID] == 0 {
			ids = append(ids, c.Rule.ID)
		}
		counts[c.Rule.ID]++
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b)) })
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = id + " " + times(counts[id])
	}
	return strings.Join(words, ", ")
}

// times says how often.
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// tally counts the changes that bear on a question, with what follows from each as one.
type tally struct {
	breaking, undecided, accepted int
	unexplained                   bool // the answer for all changes together is bad, and no change says why
	whole                         bool // that answer says why by itself
}

func tallyOf(r *diff.Report, q diff.Question) tally {
	t := tally{unexplained: r.Totals[q].Verdict != diff.Compatible}
	if q == diff.Go && r.Totals[q].Verdict == diff.Undecided {
		t = tally{whole: true} // no packages, no changes of them
	}
	for _, c := range r.Changes {
		verdict := c.Answers[q].Verdict
		if verdict == diff.Compatible || c.Cause != nil {
			continue
		}
		t.unexplained = false
		switch {
		case c.IsAccepted(q):
			t.accepted++
		case verdict == diff.Undecided:
			t.undecided++
		default:
			t.breaking++
		}
	}
	return t
}

// String says what stands in the way: "2 changes break it, 1 undecided, 1 accepted".
func (t tally) String() string {
	var words []string
	if t.breaking > 0 {
		words = append(words, plural(t.breaking, "change breaks it", "changes break it"))
	}
	if t.undecided > 0 {
		words = append(words, fmt.Sprintf("%d undecided", t.undecided))
	}
	if t.accepted > 0 {
		words = append(words, fmt.Sprintf("%d accepted", t.accepted))
	}
	if t.unexplained {
		words = append(words, "no change explains it: please report it with both schemas")
	}
	return strings.Join(words, ", ")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Fails reports whether a comparison fails for a caller who asked about some questions: a change that nobody has accepted breaks one of
// them or could not be decided; the answer for all changes together is bad and no change explains it; or the day of an acceptance has passed.
func Fails(r *diff.Report, questions []diff.Question) bool {
	for _, q := range questions {
		t := tallyOf(r, q)
		if t.breaking > 0 || t.undecided > 0 || t.unexplained || t.whole {
			return true
		}
	}
	return slices.ContainsFunc(r.Expired, r.Overdue)
}

// Open returns the changes that are not compatible and that nobody has accepted: what --accept-all accepts.
func Open(r *diff.Report) []*diff.Change {
	return append(changesIn(r, breaking), changesIn(r, undecided)...)
}
