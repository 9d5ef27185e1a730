// This file writes a report as Markdown, as GitHub and GitLab show it.

package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

func writeMarkdown(out io.Writer, r *diff.Report, o Options) error {
	w := markdownWriter{textWriter{bufio.NewWriter(out)}}
	w.head(r)
	if noChange(r) && !o.All {
		w.paragraph(plain(noChangeWords(r)))
	} else {
		w.totals(r)
		for _, sentence := range summaryOf(r).sentences() {
			w.paragraph(plain(sentence))
		}
		for _, s := range sections(r, o) {
			w.section(s)
		}
		if hidden := notShownWords(r, o); hidden != "" {
			w.paragraph(plain(hidden))
		}
	}
	w.remarks(r)
	return w.Flush()
}

type markdownWriter struct{ textWriter }

func (w markdownWriter) paragraph(text string) { w.linef("\n%s", text) }

func (w markdownWriter) head(r *diff.Report) {
	w.linef("# What changes between two schemas")
	w.linef("")
	w.linef("- old: %s", plain(versionWords(r.Old)))
	w.linef("- new: %s", plain(versionWords(r.New)))
	if r.Root != "" {
		w.linef("- root: %s", plain(r.Root))
	}
}

func (w markdownWriter) totals(r *diff.Report) {
	w.linef("\n| | Question | Answer |")
	w.linef("|---|---|---|")
	for _, q := range diff.Questions {
		total := r.Totals[q]
		words := totalWords[q][total.Verdict]
		if total.Verdict == diff.Undecided {
			words += " " + total.Reason
		}
		if t := tallyOf(r, q); t.String() != "" {
			words += " (" + t.String() + ")"
		}
		words += inBrackets(assumesWords(total))
		w.linef("| %s (`%s`) | %s | **%s**: %s |", questions[q].who, q, questions[q].what, total.Verdict, plain(words))
	}
}

func (w markdownWriter) section(s section) {
	w.linef("\n## %s (%d)", s.Title, len(s.Changes))
	w.paragraph(plain(s.Meaning))
	for _, k := range s.Kinds {
		w.kind(k)
	}
}

// kind shows a change, or of many of one kind a few in full and the paths of the others, folded.
func (w markdownWriter) kind(k kind) {
	if many := k.Many(); many != "" {
		w.paragraph("**" + plain(many) + "**")
	}
	for _, c := range k.Examples {
		w.change(c)
	}
	if len(k.Others) == 0 {
		return
	}
	w.linef("\n<details><summary>%s</summary>\n", plain(k.More()))
	for _, c := range k.Others {
		w.linef("- %d: %s", c.Number, code(c.Path))
	}
	w.linef("\n</details>")
}

func (w markdownWriter) change(c shown) {
	w.linef("\n### %d. %s", c.Number, plain(c.Title))
	w.linef("\n%s (%s at %s)", plain(c.Rule.What), code(c.Rule.ID), code(c.Path))
	w.linef("\n| | Where | What |")
	w.linef("|---|---|---|")
	w.place("old", c.Old)
	w.place("new", c.New)
	if affects := affectsWords(c.Change); affects != "" {
		w.paragraph(affects)
	}
	if c.Accepted != nil {
		w.paragraph(plain(acceptedWords(c.Accepted)))
	}
	if len(c.Answers) > 0 {
		w.linef("")
	}
	for _, a := range c.Answers {
		w.linef("- %s: **%s**. %s", a.Question, a.Verdict, plain(a.Words))
		for _, remedy := range a.Remedies {
			w.linef("  - %s", plain(remedy))
		}
		if a.Proof != nil {
			w.proof(a.Proof)
		}
	}
	w.effects(c.Effects)
}

// effects are folded: who wants to know the cause need not read them.
func (w markdownWriter) effects(e *effects) {
	if e == nil {
		return
	}
	w.linef("\n<details><summary>%s</summary>\n", plain(e.Title))
	for _, one := range e.All {
		w.linef("- %s (%s at %s)", plain(one.Title), code(one.Rule.ID), code(one.Path))
		for _, remedy := range one.Remedies {
			w.linef("  - %s", plain(remedy))
		}
	}
	w.linef("\n</details>")
}

func (w markdownWriter) place(label string, p diff.Place) {
	if p.IsZero() {
		w.linef("| %s | | %s |", label, placeWords(p))
		return
	}
	w.linef("| %s | %s | %s |", label, plain(p.Position.String()), plain(p.Text))
}

// proof shows a document as part of the list item before it.
func (w markdownWriter) proof(p *proof) {
	fence := fenceFor(p.document())
	w.linef("\n  %sxml", fence)
	for _, line := range p.Lines {
		w.linef("  %s", line.Text)
	}
	w.linef("  %s", fence)
	w.linef("\n  The %s schema says: %s", p.Rejects, plain(p.Because))
	for _, remark := range p.Remarks {
		w.linef("\n  %s", remark)
	}
	if len(p.Deviations) > 0 {
		w.linef("")
	}
	for _, deviation := range p.Deviations {
		w.linef("  - %s", plain(deviation))
	}
	w.linef("")
}

// remarks are acceptances that do not hold, and what the verdicts do not consider.
func (w markdownWriter) remarks(r *diff.Report) {
	if len(r.Expired) > 0 {
		w.linef("\n## Warnings\n")
	}
	for _, expired := range r.Expired {
		w.linef("- %s", plain(expiredWords(r, expired)))
	}
	if len(r.Notes) > 0 {
		w.linef("\n## %s\n", notesTitle)
	}
	for _, note := range r.Notes {
		w.linef("- %s", plain(note))
	}
}

// special are the characters that Markdown or the HTML within it could give a meaning to in running text.
var special = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "|", `\|`, "#", `\#`, "~", `\~`, "\n", " ",
)

// plain returns text in which Markdown sees nothing but text.
func plain(text string) string { return special.Replace(text) }

// code returns text as code. Backslashes do not escape in code, so that a backtick in it needs a longer mark around.
func code(text string) string {
	mark := strings.Repeat("`", longestRun(text)+1)
	if mark == "`" {
		return fmt.Sprintf("`%s`", text)
	}
	return fmt.Sprintf("%s %s %s", mark, text, mark)
}

// fenceFor returns a fence that does not come in a document.
func fenceFor(document string) string { return strings.Repeat("`", max(3, longestRun(document)+1)) }

// longestRun is the length of the longest run of backticks.
func longestRun(text string) int {
	longest, run := 0, 0
	for _, r := range text {
		run++
		if r != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}
