// This file puts changes into words once for all formats that people read. Field names are exported for the template of the page.

package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// section is a group of changes that are shown together.
type section struct {
	group   group
	Name    string // for machines
	Title   string
	Meaning string
	Changes []shown
	Kinds   []kind // the changes, those of one kind together
}

// shown is a change with its number in the report, from 1, after which its witnesses are named.
type shown struct {
	*diff.Change
	Number  int
	Title   string
	Answers []answer
	Effects *effects // nil where there are none
}

// answer is the answer to one question.
type answer struct {
	Question diff.Question
	Verdict  diff.Verdict
	Who      string
	Words    string
	Remedies []string // how to change a program
	Proof    *proof   // nil where there is no witness
}

// proof is a witness in words.
type proof struct {
	Lines      []line // the document, laid out
	Rejects    diff.Side
	Because    string
	Remarks    []string
	Deviations []string // what a tolerant reader tells, after the last of Remarks
}

// line is a line of a document.
type line struct {
	Text  string
	Fault bool // what is not valid begins here
}

// effects are what follows from a change.
type effects struct {
	Title string
	All   []followed
}

// followed is one of them.
type followed struct {
	*diff.Change
	Title    string
	Remedies []string
}

func effectsOf(c *diff.Change) *effects {
	if len(c.Effects) == 0 {
		return nil
	}
	e := &effects{Title: "From this follows:"}
	if n := len(c.Effects); n > 1 {
		e.Title = fmt.Sprintf("From this follow %d changes:", n)
	}
	for _, one := range c.Effects {
		e.All = append(e.All, followed{one, capitalised(one.Message), remedyWords(one.Answers[diff.Go])})
	}
	return e
}

// inOrder are the changes of a report in the order in which they are shown, group by group: those that may be hidden come last, and so the numbers of those
// that are shown have no gaps. After them come the effects of others.
func inOrder(r *diff.Report) []*diff.Change {
	var all []*diff.Change
	for g := breaking; g <= withoutEffect; g++ {
		all = append(all, changesIn(r, g)...)
	}
	for _, c := range r.Changes {
		if c.Cause != nil {
			all = append(all, c)
		}
	}
	return all
}

func shownOf(r *diff.Report, c *diff.Change, number int) shown {
	s := shown{Change: c, Number: number, Title: capitalised(c.Message), Effects: effectsOf(c)}
	for _, q := range answered(c) {
		j := c.Answers[q]
		s.Answers = append(s.Answers, answer{q, j.Verdict, questions[q].who, answerWords(q, j), remedyWords(j), proofOf(r, j.Witness)})
	}
	return s
}

// capitalised begins a message with a capital, unless its first word is a name such as minOccurs.
func capitalised(message string) string {
	first, _, _ := strings.Cut(message, " ")
	if first == "" || first != strings.ToLower(first) {
		return message
	}
	r, size := utf8.DecodeRuneInString(message)
	return string(unicode.ToUpper(r)) + message[size:]
}

func proofOf(r *diff.Report, w *diff.Witness) *proof {
	if w == nil {
		return nil
	}
	p := &proof{Lines: laidOut(w.Rejected, w.Violation.Offset), Rejects: other(w.AcceptedBy), Because: violationWords(r, w, w.Violation)}
	if w.Masked {
		p.Remarks = append(p.Remarks, maskedWords)
	}
	if w.Tolerant == nil {
		return p
	}
	further := furtherDeviations(w)
	p.Remarks = append(p.Remarks, toleranceWords(w.Tolerant, len(further) > 0))
	for _, v := range further {
		p.Deviations = append(p.Deviations, violationWords(r, w, v))
	}
	return p
}

// furtherDeviations are what a tolerant reader tells beyond the violation that was told already.
func furtherDeviations(w *diff.Witness) []xsd.Violation {
	return slices.DeleteFunc(slices.Clone(w.Tolerant.Deviations), func(v xsd.Violation) bool {
		return v.Path == w.Violation.Path && v.Rule == w.Violation.Rule && v.Message == w.Violation.Message
	})
}

// document is the text of the lines.
func (p *proof) document() string {
	lines := make([]string, len(p.Lines))
	for i, l := range p.Lines {
		lines[i] = l.Text
	}
	return strings.Join(lines, "\n")
}

// excerpt returns the lines around the fault, at most limit, and how many stand before and after them.
func (p *proof) excerpt(limit int) (before int, lines []line, after int) {
	fault := max(slices.IndexFunc(p.Lines, func(l line) bool { return l.Fault }), 0)
	first := max(min(fault-limit/2, len(p.Lines)-limit), 0)
	last := min(first+limit, len(p.Lines))
	return first, p.Lines[first:last], len(p.Lines) - last
}
