// This file says what to do about a report, before it shows it.

package report

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// summary is a report in a few sentences.
type summary struct {
	advice  []string
	counts  []string // by severity, with the rules
	version string   // major, minor or patch
	rules   map[string]int
}

// summaryOf sums up a report.
func summaryOf(r *diff.Report) summary {
	s := summary{version: suggestedVersion(r), rules: map[string]int{}}
	for q, say := range [len(diff.Questions)]func(*diff.Report) string{diff.Readers: readersAdvice, diff.Writers: writersAdvice, diff.Go: goAdvice} {
		if r.Totals[q].Verdict != diff.Compatible {
			s.advice = append(s.advice, say(r))
		}
	}
	for _, g := range []group{breaking, undecided} {
		changes := changesIn(r, g)
		if len(changes) > 0 {
			s.counts = append(s.counts, fmt.Sprintf("%s (%d): %s.%s", groupWords[g].title, len(changes), mostKinds(changes), followingWords(changes)))
		}
	}
	for _, c := range r.Changes {
		if g := groupOf(c); g == breaking || g == undecided {
			s.rules[c.Rule.ID]++
		}
	}
	return s
}

// followingWords count what follows from changes, or say nothing.
func followingWords(changes []*diff.Change) string {
	count := 0
	for _, c := range changes {
		count += len(c.Effects)
	}
	if count == 0 {
		return ""
	}
	return " " + plural(count, "more follows from these.", "more follow from these.")
}

// sentences are the summary for people.
func (s summary) sentences() []string {
	var all []string
	if len(s.advice) > 0 {
		all = append(all, strings.Join(s.advice, " "))
	} else {
		all = append(all, "Nobody has to do anything.")
	}
	all = append(all, s.counts...)
	return append(all, "Suggested version: "+s.version+" ("+versionReasons[s.version]+").")
}

func (s summary) json() jsonSummary {
	return jsonSummary{SuggestedVersion: s.version, Advice: append([]string{}, s.advice...), Rules: s.rules}
}

// kindsTold is how many kinds of change a line of the summary names.
const kindsTold = 5

// mostKinds counts changes by rule, the most frequent first.
func mostKinds(changes []*diff.Change) string {
	all := strings.Split(kinds(changes), ", ")
	if len(all) > kindsTold {
		all = append(all[:kindsTold], plural(len(all)-kindsTold, "other kind", "other kinds"))
	}
	return strings.Join(all, ", ")
}

func readersAdvice(r *diff.Report) string {
	if r.Totals[diff.Writers].Verdict == diff.Compatible {
		return "If you receive documents, go over to the new schema before the senders do: it takes all documents of the old one, too."
	}
	return "If you receive documents, keep both schemas for as long as documents of either come: neither takes all of the other."
}

func writersAdvice(r *diff.Report) string {
	words := "If you send documents, change what you write before the receiver goes over"
	if r.Totals[diff.Readers].Verdict == diff.Compatible {
		return words + ", at once if you like: what is valid under the new schema is valid under the old one."
	}
	return words + ", and not before you know that it does."
}

func goAdvice(r *diff.Report) string {
	remedies := 0
	for _, c := range r.Changes {
		if c.Answers[diff.Go].Verdict != diff.Compatible && !c.IsAccepted(diff.Go) {
			remedies += max(len(c.Answers[diff.Go].Remedies), 1)
		}
	}
	return fmt.Sprintf("If you program in Go, change your code in %s; the changes say how.", plural(remedies, "way", "ways"))
}

// versionReasons say why a version is suggested.
var versionReasons = map[string]string{
	"major": "old documents or programs stop working",
	"minor": "old documents and programs keep working, and there is more",
	"patch": "nothing changes for documents and programs",
}

// suggestedVersion is which number of the new schema's version should go up, as semantic versioning has it.
func suggestedVersion(r *diff.Report) string {
	switch {
	case r.Totals[diff.Writers].Verdict != diff.Compatible, r.Totals[diff.Go].Verdict != diff.Compatible:
		return "major"
	case r.Totals[diff.Readers].Verdict != diff.Compatible, len(changesIn(r, compatible)) > 0:
		return "minor"
	}
	return "patch"
}

// remediesTold is how many remedies of one change people are shown.
const remediesTold = 4

// remedyWords say how to change a program.
func remedyWords(j diff.Judgement) (words []string) {
	for i, remedy := range j.Remedies {
		if rest := len(j.Remedies) - i; i == remediesTold && rest > 1 {
			return append(words, fmt.Sprintf("and in %d more ways of this kind (--format json has all)", rest))
		}
		words = append(words, "change your code so: "+remedy)
	}
	return words
}
