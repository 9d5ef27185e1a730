// Groups: changes of different components none of which breaks anything alone, as where an element goes from the end of a base type to the beginning of what
// extends it. They become one change.

package diff

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// joinGroups replaces changes that were not decided alone, and touch the same components, by one change for all of them where that one can be decided.
func (j *judge) joinGroups(findings []*finding) []*finding {
	for _, group := range j.groups(findings) {
		if j.options.stopped() {
			break
		}
		joined := j.together(group)
		if joined.isUndecided() {
			continue
		}
		findings = replaced(findings, group, joined)
	}
	return findings
}

func (f *finding) isBreaking() bool {
	return f.change.Answers[Readers].Verdict == Breaking || f.change.Answers[Writers].Verdict == Breaking
}

// replaced are the findings with one change in the place of a group, beside which those stay that have something to say for themselves.
func replaced(findings, group []*finding, joined *finding) []*finding {
	at := slices.Index(findings, group[0])
	findings = slices.Insert(findings, at, joined)
	return slices.DeleteFunc(findings, func(f *finding) bool { return slices.Contains(group, f) && !f.answersAlone(joined) })
}

// answersAlone reports whether a change of a group still has something to say for itself; what was open is then answered by the group's change.
func (f *finding) answersAlone(joined *finding) bool {
	alone := false
	for _, q := range []Question{Readers, Writers} {
		switch f.change.Answers[q].Verdict {
		case Breaking:
			alone = true
		case Undecided:
			f.change.Answers[q] = Judgement{Reason: "Alone, the change shows nothing; see the change that it is part of: " + joined.change.Message + "."}
		}
	}
	return alone
}

// groups are the sets of more than one change that were left open and touch components in common.
func (j *judge) groups(findings []*finding) [][]*finding {
	var groups [][]*finding
	var touched []map[schema.Component]bool
	for _, f := range findings {
		if !f.isDependent() {
			continue
		}
		t := &task{finding: f}
		if j.prepare(t) != nil {
			continue
		}
		group, at := []*finding{f}, map[schema.Component]bool{}
		for _, c := range t.touched() {
			at[c] = true
		}
		for i := len(groups) - 1; i >= 0; i-- {
			if !overlap(touched[i], at) {
				continue
			}
			group = append(groups[i], group...)
			for c := range touched[i] {
				at[c] = true
			}
			groups, touched = slices.Delete(groups, i, i+1), slices.Delete(touched, i, i+1)
		}
		groups, touched = append(groups, group), append(touched, at)
	}
	return slices.DeleteFunc(groups, func(g []*finding) bool { return len(g) < 2 })
}

func overlap(a, b map[schema.Component]bool) bool {
	for c := range a {
		if b[c] {
			return true
		}
	}
	return false
}

// isDependent reports whether a change was left open for want of a document between the schemas as they are.
func (f *finding) isDependent() bool {
	switch f.proof.(type) {
	case contentOf, facetsOf, ofComplex, ofStanding, ofElement:
		return f.change.Answers[Readers].Reason == dependentReason || f.change.Answers[Writers].Reason == dependentReason
	}
	return false
}

// mostTold bounds the changes of a group that its message tells; Together has them all.
const mostTold = 4

// together makes one change of several, and judges it.
func (j *judge) together(group []*finding) *finding {
	change := *group[0].change
	change.Rule, change.Answers = byID["changes-together"], [len(Questions)]Judgement{}
	var messages []string
	for _, f := range group {
		messages = append(messages, f.change.Message)
		part := *f.change
		change.Together = append(change.Together, &part)
	}
	if rest := len(messages) - mostTold; rest > 1 {
		messages = append(messages[:mostTold], fmt.Sprintf("and %d more changes", rest))
	}
	change.Message = "only together: " + strings.Join(messages, "; ")
	if slices.ContainsFunc(group, (*finding).isBreaking) {
		change.Message = "together: " + strings.Join(messages, "; ")
	}
	change.details = fingerprints(group)
	joined := &finding{change: &change, proof: ofGroup{slices.Clone(group)}}
	j.judge([]*finding{joined})
	return joined
}
