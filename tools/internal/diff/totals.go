// Totals: the answers for all changes together, found without the changes, and what they say that no change says.

package diff

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
)

// totals answers for both schemas as they are, and adds to the changes what inclusion finds and they do not say.
func (j *judge) totals(report *Report, all [2]Judgement) {
	same, differ := true, false
	for _, q := range []Question{Readers, Writers} {
		across := shownByRow(report.Changes, q, all[q])
		same, differ = same && across.Verdict == Compatible, differ || across.Verdict == Breaking
		j.crossCheck(report, q, across)
		report.Totals[q] = withIdentity(report.Changes, q, across)
		report.Totals[q] = withNamespaces(report.Changes, q, report.Totals[q])
	}
	j.policy(report, same, differ)
}

// undeclaredNote says what across leaves out of account beyond what inclusion always does.
const undeclaredNote = "In the answers for all changes together, a document is not considered if a wildcard that checks only what is declared lets in an " +
	"element or attribute that only the other schema declares: every new declaration would break some of those."

// acrossAll compares the languages both ways.
func (j *judge) acrossAll() (all [2]Judgement) {
	for _, q := range []Question{Readers, Writers} {
		all[q] = j.across(q)
	}
	return all
}

// across compares the languages across changed namespaces.
func (j *judge) across(q Question) Judgement {
	from := accepting(q)
	options := j.inclusion()
	options.IgnoreUndeclared = !j.options.NoAssumptions
	answer := j.comparers[from].Against(j.sets[from.other()], options).Documents()
	if answer.Verdict == automaton.No {
		if witness := j.proved(q, answer.Witness); witness != nil {
			return Judgement{Verdict: Breaking, Witness: witness}
		}
	}
	assumes := assumptions(from, answer.Assumed)
	if answer.Verdict == automaton.Yes {
		return Judgement{Assumes: assumes}
	}
	return Judgement{Verdict: Undecided, Reason: answer.Reason, Assumes: assumes}
}

// crossCheck adds a change where the languages differ and no change says so, or where a change says so and the languages do not.
func (j *judge) crossCheck(report *Report, q Question, across Judgement) {
	worst := Compatible
	for _, change := range report.Changes {
		if !isNamespaceRule(change.Rule) && !isIdentityRule(change.Rule) {
			worst = max(worst, change.Answers[q].Verdict)
		}
	}
	rule, message := "undecided", ""
	switch {
	case across.Verdict == Breaking && worst != Breaking && q == Readers:
		rule, message = "language-widened", "documents of the new schema are not valid under the old one, and no change explains it"
	case across.Verdict == Breaking && worst != Breaking:
		rule, message = "language-narrowed", "documents of the old schema are not valid under the new one, and no change explains it"
	case across.Verdict == Undecided && worst == Compatible:
		message = "whether all documents are valid under the other schema was not decided"
	case across.Verdict == Compatible && worst == Breaking:
		across = Judgement{Verdict: Undecided, Reason: "a change breaks documents, and all together were found to break none"}
		message = "the two engines do not agree"
	default:
		return
	}
	change := j.whole(rule, message)
	change.Answers[q] = across
	report.Changes = append(report.Changes, change)
}

// shownByRow is the answer for all changes together where that was left open: a document that shows what one change breaks shows it for all.
func shownByRow(changes []*Change, q Question, across Judgement) Judgement {
	if across.Verdict != Undecided {
		return across
	}
	row := worstOf(changes, q, func(r *Rule) bool { return !isNamespaceRule(r) && !isIdentityRule(r) })
	if row.Verdict == Breaking {
		return Judgement{Verdict: Breaking, Witness: row.Witness}
	}
	return across
}

func isNamespaceRule(r *Rule) bool {
	return r.ID == "target-namespace-changed" || r.ID == "target-namespace-added" || r.ID == "target-namespace-removed"
}

func isIdentityRule(r *Rule) bool { return strings.HasPrefix(r.ID, "identity-") }

// withIdentity is the total with what changed in identity constraints, which inclusion leaves out of account.
func withIdentity(changes []*Change, q Question, total Judgement) Judgement {
	if identity := worstOf(changes, q, isIdentityRule); identity.Verdict > total.Verdict {
		return identity
	}
	return total
}

// withNamespaces is the total with the changes of namespaces, across which schemas were compared. What they break every document may show.
func withNamespaces(changes []*Change, q Question, total Judgement) Judgement {
	namespace := worstOf(changes, q, isNamespaceRule)
	if namespace.Verdict == Breaking || namespace.Verdict > total.Verdict {
		return namespace
	}
	for _, change := range changes {
		if isNamespaceRule(change.Rule) && total.Verdict != Breaking {
			total.Assumes = union(total.Assumes, change.Answers[q].Assumes)
		}
	}
	return total
}

// union are the texts of both lists, each once.
func union(a, b []string) []string {
	all := slices.Clone(a)
	for _, text := range b {
		if !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}

// worstOf is the first of the worst answers to changes of certain rules.
func worstOf(changes []*Change, q Question, of func(*Rule) bool) (worst Judgement) {
	for _, change := range changes {
		if answer := change.Answers[q]; of(change.Rule) && answer.Verdict > worst.Verdict {
			worst = answer
		}
	}
	return worst
}

// whole is a change of the schema as a whole.
func (j *judge) whole(rule, message string) *Change {
	old, newer := j.sets[OldSide].Documents[0], j.sets[NewSide].Documents[0]
	return &Change{Rule: byID[rule], Path: schemaPath, Message: message, Old: documentPlace(old, "schema"), New: documentPlace(newer, "schema")}
}

// policy adds what is said of how the schema is kept.
func (j *judge) policy(report *Report, same, differ bool) {
	bumped := len(j.spelling.toNew) > 0
	switch {
	case bumped && same:
		report.Changes = append(report.Changes, j.whole("namespace-bumped-without-change", "the namespace changed, and nothing else makes a difference to documents"))
	case !bumped && differ:
		report.Changes = append(report.Changes, j.whole("same-namespace-edited", "documents of both versions have the same namespace, and not all are valid under both"))
	}
}
