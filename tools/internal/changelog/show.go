// This file shows a log: as a table, JSON, Markdown and a page.

package changelog

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// Formats lists the names of the formats.
func Formats() []string { return []string{"text", "json", "markdown", "html"} }

// CheckFormat returns an error that lists the formats if there is none of that name.
func CheckFormat(name string) error {
	if slices.Contains(Formats(), name) {
		return nil
	}
	return fmt.Errorf("no format %q: use one of %s", name, strings.Join(Formats(), ", "))
}

// Show writes a log in the format of that name.
func (l *Log) Show(w io.Writer, format string) error {
	switch format {
	case "text":
		return l.text(w)
	case "json":
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(struct {
			*Log
			Counts Counts `json:"counts"`
		}{l, l.Counts()})
	case "markdown":
		return l.markdown(w)
	case "html":
		return page.Execute(w, l)
	}
	return CheckFormat(format)
}

// Short is the commit as people write it.
func (s Step) Short() string { return s.Commit[:min(len(s.Commit), 9)] }

// Word is the verdict for a question: ok, BREAKS or undecided.
func (s Step) Word(question string) string {
	if s.Verdict == nil {
		return "-"
	}
	switch s.Answers[question].Verdict {
	case diff.Breaking.String():
		return "BREAKS"
	case diff.Compatible.String():
		return "ok"
	}
	return "undecided"
}

// Questions are the questions of each step.
func (*Log) Questions() []string {
	var all []string
	for _, q := range diff.Questions {
		all = append(all, q.String())
	}
	return all
}

// Title is what the log is of.
func (l *Log) Title() string {
	if l.Root == "" {
		return l.Path
	}
	return l.Path + ", documents with the root " + l.Root
}

// Counts are how many steps break something for whom, and how many leave it open. A step with several answers counts for each.
type Counts struct {
	Steps     int            `json:"steps"`     // that were judged: neither the first version nor what cannot be compiled
	Breaking  map[string]int `json:"breaking"`  // by question
	Undecided map[string]int `json:"undecided"` // by question
	Open      int            `json:"open"`      // steps with an answer that is undecided, whatever the others are
}

// Counts counts the steps of a log.
func (l *Log) Counts() Counts {
	c := Counts{Breaking: map[string]int{}, Undecided: map[string]int{}}
	for _, q := range l.Questions() {
		c.Breaking[q], c.Undecided[q] = 0, 0
	}
	for _, s := range l.Steps {
		if s.Verdict != nil {
			c.add(s, l.Questions())
		}
	}
	return c
}

// add counts a step that was judged.
func (c *Counts) add(s Step, questions []string) {
	c.Steps++
	open := 0
	for _, q := range questions {
		switch s.Word(q) {
		case "BREAKS":
			c.Breaking[q]++
		case "undecided":
			c.Undecided[q]++
			open = 1
		}
	}
	c.Open += open
}

// Headline says in a sentence how often the schema broke something, and for whom, and how often that was not decided.
func (l *Log) Headline() string {
	c := l.Counts()
	if c.Steps == 0 {
		return "There is no step to judge."
	}
	counts := fmt.Sprintf("Of %d steps %d break readers, %d writers and %d Go programs", c.Steps, c.Breaking["readers"], c.Breaking["writers"], c.Breaking["go"])
	switch c.Open {
	case 0:
		return counts + "."
	case 1:
		return counts + "; 1 has an answer that is undecided."
	}
	return fmt.Sprintf("%s; %d have an answer that is undecided.", counts, c.Open)
}

// shownChanges is how many changes of a step the table shows.
const shownChanges = 3

func (l *Log) text(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n", l.Title(), l.Headline())
	fmt.Fprintf(&b, "%-10s  %-9s  %-9s  %-9s  %-9s  %s\n", "date", "commit", "readers", "writers", "go", "what")
	for _, s := range l.Steps {
		fmt.Fprintf(&b, "%-10s  %-9s  %-9s  %-9s  %-9s  %s\n", s.Date, s.Short(), s.Word("readers"), s.Word("writers"), s.Word("go"), s.Subject)
		for _, line := range s.lines() {
			fmt.Fprintf(&b, "            %s\n", line)
		}
	}
	for _, d := range l.Documents {
		fmt.Fprintf(&b, "\n%s\n", d.File)
		for _, t := range d.Turns {
			fmt.Fprintf(&b, "  %s\n", t.Words())
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// lines say what a step did.
func (s Step) lines() (lines []string) {
	switch {
	case s.First:
		return []string{"the first version"}
	case s.Problem != "":
		return []string{"cannot be compiled: " + s.Problem}
	}
	causes := s.Causes()
	for i, c := range causes {
		if i == shownChanges && len(causes) > shownChanges+1 {
			return append(lines, fmt.Sprintf("and %d more", len(causes)-i))
		}
		lines = append(lines, c.Words())
	}
	return lines
}

// Causes are the changes that people are told: what follows from another one is counted there.
func (s Step) Causes() []Change {
	if s.Verdict == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.Changes), func(c Change) bool { return c.Cause != "" })
}

// Follows says how many changes follow from this one, or nothing.
func (c Change) Follows() string {
	switch c.Effects {
	case 0:
		return ""
	case 1:
		return "; one more follows from it"
	}
	return fmt.Sprintf("; %d more follow from it", c.Effects)
}

// Words say what a change is and for whom it breaks something.
func (c Change) Words() string {
	words := c.Message + " (" + c.Rule + " at " + c.Path + ")"
	if len(c.Breaks) > 0 {
		words += ": breaks " + strings.Join(c.Breaks, ", ")
	}
	if len(c.Undecided) > 0 {
		words += ": undecided for " + strings.Join(c.Undecided, ", ")
	}
	return words + c.Follows()
}

// Words say from when on a document is valid or not.
func (t Turn) Words() string {
	commit := t.Commit[:min(len(t.Commit), 9)]
	if t.Valid {
		return fmt.Sprintf("valid from %s (%s) on", commit, t.Date)
	}
	return fmt.Sprintf("not valid from %s (%s) on: %s", commit, t.Date, t.Violation)
}

// special are the characters that Markdown could give a meaning to.
var special = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "|", `\|`, "#", `\#`, "\n", " ")

func (l *Log) markdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# What became of %s\n\n%s\n\n| Date | Commit | Readers | Writers | Go | What |\n|---|---|---|---|---|---|\n", special.Replace(l.Title()), l.Headline())
	for _, s := range l.Steps {
		fmt.Fprintf(&b, "| %s | `%s` | %s | %s | %s | %s |\n", s.Date, s.Short(), s.Word("readers"), s.Word("writers"), s.Word("go"), special.Replace(s.Subject))
	}
	for _, s := range l.Steps {
		s.markdown(&b)
	}
	if len(l.Documents) > 0 {
		b.WriteString("\n## Documents\n")
	}
	for _, d := range l.Documents {
		fmt.Fprintf(&b, "\n### %s\n\n", special.Replace(d.File))
		for _, t := range d.Turns {
			fmt.Fprintf(&b, "- %s\n", special.Replace(t.Words()))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (s Step) markdown(b *strings.Builder) {
	if s.Problem == "" && (s.Verdict == nil || len(s.Changes) == 0) {
		return
	}
	fmt.Fprintf(b, "\n## %s `%s`: %s\n", s.Date, s.Short(), special.Replace(s.Subject))
	if s.Problem != "" {
		fmt.Fprintf(b, "\nIt cannot be compiled: %s\n", special.Replace(s.Problem))
		return
	}
	b.WriteString("\n")
	for _, c := range s.Causes() {
		fmt.Fprintf(b, "- %s\n", special.Replace(c.Words()))
	}
	for _, q := range []string{"readers", "writers"} {
		witness := s.Answers[q].Witness
		if witness == nil {
			continue
		}
		fence := "```"
		for strings.Contains(witness.Document, fence) {
			fence += "`"
		}
		fmt.Fprintf(b, "\n<details><summary>A document that shows it to %s</summary>\n\n%sxml\n%s\n%s\n\n%s\n\n</details>\n", q, fence, witness.Document, fence, special.Replace(witness.Violation))
	}
}

//go:embed page.gohtml
var source string

var page = template.Must(template.New("log").Parse(source))
