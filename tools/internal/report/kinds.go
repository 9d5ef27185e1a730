// This file gathers changes of one kind: hundreds of them, one below the other, nobody reads.

package report

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// mostAlike is how many changes of one kind are shown each in full, and fewExamples how many are where there are more.
const (
	mostAlike   = 10
	fewExamples = 3
)

// kind is changes of one rule with the same three verdicts. They are examples, shown in full, and others, of which the path is shown.
type kind struct {
	Rule     *diff.Rule
	Examples []shown
	Others   []shown
}

// alike is what the changes of a kind have in common.
type alike struct {
	rule     *diff.Rule
	verdicts [len(diff.Questions)]diff.Verdict
}

func alikeOf(c *diff.Change) alike {
	a := alike{rule: c.Rule}
	for _, q := range diff.Questions {
		a.verdicts[q] = c.Answers[q].Verdict
	}
	return a
}

// kindsOf gathers the changes of a group by kind, each kind where its first change stands. Kinds of few changes, and accepted changes, each of which
// was accepted for its own reason, are not gathered: each of those changes is a kind by itself.
func kindsOf(changes []shown, g group) []kind {
	counts := map[alike]int{}
	for _, c := range changes {
		counts[alikeOf(c.Change)]++
	}
	var all []kind
	index := map[alike]int{}
	for _, c := range changes {
		a := alikeOf(c.Change)
		i, met := index[a]
		switch {
		case g == accepted || counts[a] <= mostAlike:
			all = append(all, kind{Rule: c.Rule, Examples: []shown{c}})
		case !met:
			index[a] = len(all)
			all = append(all, kind{Rule: c.Rule, Examples: []shown{c}})
		case len(all[i].Examples) < fewExamples:
			all[i].Examples = append(all[i].Examples, c)
		default:
			all[i].Others = append(all[i].Others, c)
		}
	}
	return all
}

// Many says what a kind of many changes is and how many there are; it is empty for a change that is shown by itself.
func (k kind) Many() string {
	if len(k.Others) == 0 {
		return ""
	}
	return fmt.Sprintf("%d changes of one kind: %s (%s)", len(k.Examples)+len(k.Others), k.Rule.What, k.Rule.ID)
}

// More says that there are others, with the same three answers.
func (k kind) More() string {
	return fmt.Sprintf("The other %d of this kind (%s), with the same three verdicts, are at:", len(k.Others), k.Rule.ID)
}
