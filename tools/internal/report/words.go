// This file holds the words that all formats for people share. They are for readers who know documents, and neither schemas nor Go.

package report

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// asked explains a question: whom it concerns, and what is asked.
type asked struct{ who, what string }

var questions = [len(diff.Questions)]asked{
	diff.Readers: {
		"If you receive documents",
		"You check what you receive by the old schema, and the sender goes over to the new one. Can you take every document?",
	},
	diff.Writers: {
		"If you send documents",
		"You write documents by the old schema, and the receiver goes over to the new one. Is every document still valid?",
	},
	diff.Go: {
		"If you program in Go",
		"Your program uses the Go package generated from the old schema, and you replace it by the one from the new schema. Does the program still build, and do the same?",
	},
}

// totalWords answer a question for all changes together.
var totalWords = [len(diff.Questions)][3]string{
	diff.Readers: {
		diff.Compatible: "Every document of the new schema is valid under the old one.",
		diff.Undecided:  "It could not be decided whether every document of the new schema is valid under the old one.",
		diff.Breaking:   "Some documents of the new schema are not valid under the old one.",
	},
	diff.Writers: {
		diff.Compatible: "Every document of the old schema is valid under the new one.",
		diff.Undecided:  "It could not be decided whether every document of the old schema is valid under the new one.",
		diff.Breaking:   "Some documents of the old schema are not valid under the new one.",
	},
	diff.Go: {
		diff.Compatible: "Go programs build with the new package and do the same.",
		diff.Undecided:  "It could not be decided whether Go programs build with the new package and do the same.",
		diff.Breaking:   "Some Go programs do not build with the new package, or do something else.",
	},
}

// groupWords are the title of a group and what it means.
var groupWords = [...]struct{ title, meaning string }{
	breaking:      {"Breaking", "Each of these changes breaks something for somebody."},
	undecided:     {"Undecided", "The comparison could not decide these. They count as breaking until somebody accepts them (accept: in xsdgen.yaml)."},
	policy:        {"How it was published", "These are no changes by themselves: they say how the new version was made public."},
	compatible:    {"Compatible", "These changes break nothing."},
	accepted:      {"Accepted", "Known changes that somebody has accepted (accept: in xsdgen.yaml). They do not fail the comparison."},
	withoutEffect: {"Without effect", "No document and no Go program can show these changes."},
}

// answerWords answer a question for one change.
func answerWords(q diff.Question, j diff.Judgement) string {
	switch {
	case j.Verdict == diff.Undecided:
		return "Not decided: " + j.Reason + inBrackets(assumesWords(j))
	case j.Verdict == diff.Breaking && j.Reason != "":
		return reasonWords(j)
	case j.Witness != nil:
		return fmt.Sprintf("The %s schema accepts documents that the %s one rejects.", j.Witness.AcceptedBy, other(j.Witness.AcceptedBy))
	case j.Verdict == diff.Breaking:
		return totalWords[q][diff.Breaking]
	}
	if j.Reason != "" {
		return j.Reason
	}
	return "Nothing breaks." + inBrackets(assumesWords(j))
}

// detailsTold is how many sentences of a reason people are shown.
const detailsTold = 4

// reasonWords are a reason, the first of many sentences.
func reasonWords(j diff.Judgement) string {
	rest := len(j.Details) - detailsTold
	if rest < 2 {
		return j.Reason
	}
	return strings.Join(j.Details[:detailsTold], "; ") + fmt.Sprintf("; and %d more (--format json has all)", rest)
}

// inBrackets puts a remark behind a sentence.
func inBrackets(remark string) string {
	if remark == "" {
		return ""
	}
	return " (" + remark + ")"
}

// assumesWords say under which assumptions about documents an answer holds, or nothing.
func assumesWords(j diff.Judgement) string {
	if len(j.Assumes) == 0 {
		return ""
	}
	return "assumes: " + strings.Join(j.Assumes, "; ")
}

// violationWords say why a document is rejected. Names of the rejecting schema are written without their namespace.
func violationWords(r *diff.Report, w *diff.Witness, v xsd.Violation) string {
	v.Line = 0 // documents of reports are short, and laid out
	rejecting := r.Old
	if w.AcceptedBy == diff.OldSide {
		rejecting = r.New
	}
	words := strings.ReplaceAll(v.String(), "{"+rejecting.TargetNamespace+"}", "")
	if w.Rejected != w.Accepted { // the schemas were compared in the namespace of the old one
		words = strings.ReplaceAll(words, "{"+r.Old.TargetNamespace+"}", "")
	}
	return words
}

// toleranceWords say what a tolerant reader makes of a document, and what of it is lost; further deviations are to be listed after them.
func toleranceWords(t *diff.Tolerance, further bool) string {
	words := "A tolerant reader (one that skips what it does not expect) "
	switch {
	case t.Refused:
		words += "refuses it too."
	case len(t.Deviations) == 0:
		return words + "takes it and loses nothing."
	case len(t.Lost) == 0:
		words += "takes it and reports this. It knows every element and attribute of it."
	default:
		words += "takes it and reports this. It does not keep " + lostWords(t.Lost) + "."
	}
	if further {
		words += " It also reports:"
	}
	return words
}

// lostWords name the elements and attributes that a reader does not keep, by their paths.
func lostWords(paths []string) string {
	words := make([]string, len(paths))
	for i, path := range paths {
		step := path[strings.LastIndexByte(path, '/')+1:]
		kind := "the element "
		if strings.HasPrefix(step, "@") {
			kind, step = "the attribute ", step[1:]
		}
		words[i] = kind + step + " (" + path + ")"
	}
	return strings.Join(words, ", ") + ", unknown to it"
}

const maskedWords = "Other changes make such a document invalid too. This one was judged alone, with none of the others made."

func other(s diff.Side) diff.Side { return diff.NewSide - s }

// placeWords are a place's text, or say that there is none.
func placeWords(p diff.Place) string {
	if p.IsZero() {
		return "(not there)"
	}
	return p.Text
}

// versionWords describe one of the schemas.
func versionWords(v diff.Version) string {
	words := []string{v.Name}
	if v.TargetNamespace == "" {
		words = append(words, "no namespace")
	} else {
		words = append(words, "namespace "+v.TargetNamespace)
	}
	if v.Version != "" {
		words = append(words, "version "+v.Version)
	}
	return strings.Join(words, ", ")
}

// affectsWords say how far a change reaches, or nothing.
func affectsWords(c *diff.Change) string {
	if c.Affects == 0 {
		return ""
	}
	return "It reaches " + plural(c.Affects, "further type or element", "further types and elements") + "."
}

// acceptedWords say who accepted a change and for how long.
func acceptedWords(a *diff.Acceptance) string {
	until := ""
	if a.Until != "" {
		until = " until " + a.Until
	}
	return fmt.Sprintf("Accepted%s: %s (%s)", until, a.Reason, a.Position)
}

// expiredWords say what is wrong with an acceptance that does not hold.
func expiredWords(r *diff.Report, a diff.Acceptance) string {
	if r.Changed(a) && diff.OfMessage(a) {
		return fmt.Sprintf("%s: accept: %s at %s: the fingerprint is of the wording of an earlier xsdgen, or the change is not the one that was accepted; look whether it is, and write its fingerprint (--accept-all does) or remove the entry",
			a.Position, a.Rule, a.Path)
	}
	if r.Changed(a) {
		return fmt.Sprintf("%s: accept: %s at %s: the change is not the one that was accepted; decide again, and write its fingerprint (--accept-all does) or remove the entry",
			a.Position, a.Rule, a.Path)
	}
	if r.Overdue(a) {
		return fmt.Sprintf("%s: accept: %s at %s was accepted until %s, and that day has passed; decide again, and change until: or remove the entry",
			a.Position, a.Rule, a.Path, a.Until)
	}
	return fmt.Sprintf("%s: accept: %s at %s: there is no such change any more; remove the entry", a.Position, a.Rule, a.Path)
}

// noChangeWords are the one line of a comparison that found nothing.
func noChangeWords(r *diff.Report) string {
	const equal = "No change: both schemas accept the same documents, and Go programs notice nothing."
	if len(r.Changes) == 0 {
		return equal
	}
	return equal + " Different, without effect: " + kinds(changesIn(r, withoutEffect)) + "."
}

// notesTitle is the heading of a report's notes.
const notesTitle = "What the verdicts do not consider"

// notShownWords sum up the changes that are not shown, or say nothing.
func notShownWords(r *diff.Report, o Options) string {
	hidden := changesIn(r, withoutEffect)
	if o.All || len(hidden) == 0 {
		return ""
	}
	return fmt.Sprintf("Not shown: %s without effect (%s). With --all they are shown.", plural(len(hidden), "change", "changes"), kinds(hidden))
}
