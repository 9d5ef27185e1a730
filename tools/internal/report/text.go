// This file writes a report as text for a terminal.

package report

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// shownLines is how much of an example document the terminal shows; --witness-dir has all of it.
const shownLines = 12

// textWriter writes lines; the first error is kept by the buffer and returned by Flush.
type textWriter struct{ *bufio.Writer }

func (w textWriter) linef(format string, args ...any) {
	fmt.Fprintln(w, strings.TrimRight(fmt.Sprintf(format, args...), " "))
}

func writeText(out io.Writer, r *diff.Report, o Options) error {
	w := textWriter{bufio.NewWriter(out)}
	if noChange(r) && !o.All {
		w.wrapped("", noChangeWords(r))
	} else {
		w.head(r)
		all := sections(r, o)
		w.digest(all)
		for _, s := range all {
			w.section(s)
		}
		if hidden := notShownWords(r, o); hidden != "" {
			w.linef("")
			w.wrapped("", hidden)
		}
	}
	w.warnings(r)
	if !noChange(r) || o.All {
		w.notes(r)
	}
	return w.Flush()
}

// head says what was compared and what came of it.
func (w textWriter) head(r *diff.Report) {
	w.wrapped("old  ", versionWords(r.Old))
	w.wrapped("new  ", versionWords(r.New))
	if r.Root != "" {
		w.wrapped("root ", r.Root)
	}
	w.linef("")
	w.totals(r)
	w.linef("")
	for _, sentence := range summaryOf(r).sentences() {
		w.wrapped("", sentence)
	}
}

// digestLines is how many lines the changes have in short.
const digestLines = 15

// digest lists what is open, a line for each change or kind of change, so that what is to be decided fits a screen.
func (w textWriter) digest(all []section) {
	var lines []listed
	for _, s := range all {
		if s.group == breaking || s.group == undecided {
			lines = append(lines, s.List()...)
		}
	}
	if len(lines) < 2 {
		return
	}
	w.linef("\nIN SHORT")
	for i, l := range toldApart(lines) {
		if rest := len(lines) - i; i == digestLines && rest > 1 {
			w.linef("     and %d more", rest)
			return
		}
		w.linef("%s", l.short())
	}
}

// toldApart gives lines of the same words the owner of what they tell of: AccountID was removed from Customer, and from Supplier.
func toldApart(lines []listed) []listed {
	times := map[string]int{}
	for _, l := range lines {
		times[l.Words]++
	}
	for i, l := range lines {
		if owner := ownerOf(l.Path); times[l.Words] > 1 && owner != "" {
			lines[i].Words = owner + ": " + l.Words
		}
	}
	return lines
}

// namespacePart is what a name in a component path has before its local part.
var namespacePart = regexp.MustCompile(`\{[^}]*\}`)

// ownerOf returns the local name of the type, element or group in which a component stands; it is empty for a global component.
func ownerOf(path string) string {
	steps := strings.Split(namespacePart.ReplaceAllString(path, ""), "/")
	var owner, last string
	for first := true; len(steps) > 1; first = false {
		kind := steps[0]
		switch {
		case kind == "type" && !first: // the anonymous type of the element before
			steps = steps[1:]
		case slices.Contains([]string{"type", "element", "group", "attributeGroup"}, kind):
			owner, last, steps = last, steps[1], steps[2:]
		default: // an attribute, a choice, a value
			return last
		}
	}
	return owner
}

// short is a change in one line of the terminal: its number, whom it concerns and what it is.
func (l listed) short() string {
	var who [len(diff.Questions)]string
	for _, q := range diff.Questions {
		who[q] = strings.Repeat(" ", len(q.String()))
		if l.Verdicts[q] != diff.Compatible {
			who[q] = q.String()
		}
	}
	words := l.Words
	switch {
	case l.Count > 1:
		words = fmt.Sprintf("%d times: %s", l.Count, words)
	case strings.Contains(l.Path, "/") && !strings.Contains(words, l.Path[strings.LastIndexByte(l.Path, '/')+1:]):
		words = l.Path + ": " + words
	}
	line := []rune(fmt.Sprintf("%3d. %s  %s", l.Number, strings.Join(who[:], " "), words))
	if len(line) > width {
		line = append(line[:width-3], []rune("...")...)
	}
	return string(line)
}

// totals are the answers for all changes together.
func (w textWriter) totals(r *diff.Report) {
	for _, q := range diff.Questions {
		total := r.Totals[q]
		words := totalWords[q][total.Verdict]
		if t := tallyOf(r, q); t.String() != "" {
			words += " (" + t.String() + ")"
		}
		w.wrapped(fmt.Sprintf("%-9s%-12s", q, verdictMark(total.Verdict)), words)
		if total.Verdict == diff.Undecided {
			w.wrapped(strings.Repeat(" ", 21), "Reason: "+total.Reason)
		}
		if assumes := assumesWords(total); assumes != "" {
			w.wrapped(strings.Repeat(" ", 21), assumes)
		}
	}
}

// verdictMark spells a verdict so that a bad one catches the eye.
func verdictMark(v diff.Verdict) string {
	if v == diff.Compatible {
		return v.String()
	}
	return strings.ToUpper(v.String())
}

func (w textWriter) section(s section) {
	w.linef("")
	w.linef("%s (%d)", strings.ToUpper(s.Title), len(s.Changes))
	w.wrapped("", s.Meaning)
	for _, k := range s.Kinds {
		w.kind(k)
	}
}

// kind shows a change, or of many of one kind a few in full and the paths of the others.
func (w textWriter) kind(k kind) {
	if many := k.Many(); many != "" {
		w.linef("")
		w.wrapped("", many)
	}
	for _, c := range k.Examples {
		w.linef("")
		w.change(c)
	}
	if len(k.Others) == 0 {
		return
	}
	w.linef("")
	w.wrapped("     ", k.More())
	for _, c := range k.Others {
		w.linef("%8d. %s", c.Number, c.Path)
	}
}

func (w textWriter) change(c shown) {
	w.wrapped(fmt.Sprintf("%3d. ", c.Number), c.Title)
	w.wrapped("     ", fmt.Sprintf("%s (%s)", c.Rule.What, c.Rule.ID))
	w.linef("     at %s", c.Path)
	w.places(c.Change)
	if affects := affectsWords(c.Change); affects != "" {
		w.wrapped("     ", affects)
	}
	if c.Accepted != nil {
		w.wrapped("     ", acceptedWords(c.Accepted))
	}
	for _, a := range c.Answers {
		w.answer(a)
	}
	w.effects(c.Effects)
}

// effectsTold is how many effects of one change the terminal shows.
const effectsTold = 4

func (w textWriter) effects(e *effects) {
	if e == nil {
		return
	}
	w.linef("     %s", e.Title)
	for i, one := range e.All {
		if rest := len(e.All) - i; i == effectsTold && rest > 1 {
			w.linef("     - and %d more (--format json has all)", rest)
			break
		}
		w.wrapped("     - ", fmt.Sprintf("%s (%s at %s)", one.Title, one.Rule.ID, one.Path))
		for _, remedy := range one.Remedies {
			w.wrapped("       > ", remedy)
		}
	}
}

// places shows old and new side by side, or one below the other where a path is too long for that.
func (w textWriter) places(c *diff.Change) {
	const column = (width - 7) / 2
	before, after := placeLines("old", c.Old, column), placeLines("new", c.New, column)
	if fits(before, column) && fits(after, column) {
		for _, line := range sideBySide(before, after, column) {
			w.linef("     %s", line)
		}
		return
	}
	for _, lines := range [][]string{placeLines("old", c.Old, width-9), placeLines("new", c.New, width-9)} {
		w.linef("     %s", lines[0])
		for _, line := range lines[1:] {
			w.linef("         %s", line)
		}
	}
}

// placeLines are the position of a place, which is never broken, and below it what stands there.
func placeLines(label string, p diff.Place, limit int) []string {
	if p.IsZero() {
		return []string{label + " " + placeWords(p)}
	}
	return append([]string{label + " " + p.Position.String()}, wrap(placeWords(p), limit)...)
}

// answer shows one of the three answers with its example.
func (w textWriter) answer(a answer) {
	w.wrapped(fmt.Sprintf("     %-9s%-12s", a.Question, verdictMark(a.Verdict)), a.Words)
	for _, remedy := range a.Remedies {
		w.wrapped(strings.Repeat(" ", 26)+"> ", remedy)
	}
	if a.Proof != nil {
		w.proof(a.Proof)
	}
}

func (w textWriter) proof(p *proof) {
	const indent = "                          "
	before, lines, after := p.excerpt(shownLines)
	w.leftOut(indent, before, "before")
	for _, line := range lines {
		mark := "  "
		if line.Fault {
			mark = "> "
		}
		w.linef("%s%s%s", indent, mark, line.Text)
	}
	w.leftOut(indent, after, "after")
	w.wrapped(indent, p.Because)
	for _, remark := range p.Remarks {
		w.wrapped(indent, remark)
	}
	for _, deviation := range p.Deviations {
		w.wrapped(indent+"- ", deviation)
	}
}

// leftOut says how many lines of a document are not shown.
func (w textWriter) leftOut(indent string, n int, where string) {
	if n > 0 {
		w.linef("%s  ... %s %s", indent, plural(n, "line", "lines"), where)
	}
}

// warnings are acceptances that do not hold.
func (w textWriter) warnings(r *diff.Report) {
	for _, expired := range r.Expired {
		w.linef("")
		w.wrapped("warning: ", expiredWords(r, expired))
	}
}

// notes are what the verdicts do not consider.
func (w textWriter) notes(r *diff.Report) {
	if len(r.Notes) > 0 {
		w.linef("\n%s", strings.ToUpper(notesTitle))
	}
	for _, note := range r.Notes {
		w.wrapped("- ", note)
	}
}

// wrapped writes text behind a label, with later lines below its beginning.
func (w textWriter) wrapped(label, text string) {
	indent := strings.Repeat(" ", len(label))
	for i, line := range wrap(text, width-len(label)) {
		if i > 0 {
			label = indent
		}
		w.linef("%s%s", label, line)
	}
}

// Answers returns the answers for all changes together, as lines for a terminal; one line where nothing changed.
func Answers(r *diff.Report) []string {
	if noChange(r) {
		return wrap(noChangeWords(r), width)
	}
	var out strings.Builder
	w := textWriter{bufio.NewWriter(&out)}
	w.totals(r)
	w.Flush() //nolint:errcheck // memory
	return strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
}
