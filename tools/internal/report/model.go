// This file says what the picture of a model marks, and the list at the top of a page.

package report

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// Mark is what a picture of the model shows at a component path.
type Mark struct {
	New, Gone bool // neither of them: changed
	Link      string
	Text      string
}

// Marks are the changes of a report by component path; what has changed parts is changed. A path with several changes leads to the first.
func Marks(r *diff.Report) map[string]Mark {
	marks := map[string]Mark{}
	inside := map[string]Mark{}
	for i, c := range inOrder(r) {
		if groupOf(c) == withoutEffect {
			continue
		}
		if c.Cause != nil {
			continue
		}
		for _, part := range append([]*diff.Change{c}, slices.Concat(c.Together, c.Effects)...) {
			isNew, gone := fate(part)
			m := Mark{New: isNew, Gone: gone, Link: fmt.Sprintf("#change-%d", i+1), Text: capitalised(part.Message)}
			if _, ok := marks[part.Path]; !ok && strings.Contains(part.Path, "/") { // else it is the schema, which has no place
				marks[part.Path] = m
			}
			for _, owner := range owners(part.Path) {
				if _, ok := inside[owner]; !ok {
					inside[owner] = Mark{Link: m.Link, Text: m.Text}
				}
			}
		}
	}
	for owner, m := range inside {
		if _, ok := marks[owner]; !ok {
			marks[owner] = m
		}
	}
	return marks
}

// fate says whether a part is new or gone. The places of a value are those of its enumeration, which has it or not.
func fate(c *diff.Change) (isNew, gone bool) {
	if strings.Contains(c.Path, "/enum/") {
		return c.Rule.ID == "enum-value-added", c.Rule.ID == "enum-value-removed"
	}
	return c.Old.IsZero(), c.New.IsZero()
}

// owners are the paths of what a component stands in, the nearest first. A slash in braces is part of a namespace.
func owners(path string) []string {
	var all []string
	braces := 0
	for i := len(path) - 1; i > 0; i-- {
		switch path[i] {
		case '}':
			braces++
		case '{':
			braces--
		case '/':
			if owner := path[:i]; braces == 0 && strings.Contains(owner, "/") {
				all = append(all, owner)
			}
		}
	}
	return all
}

// Picture is the model as SVG, drawn with the [Marks] of the report.
type Picture struct {
	SVG   string
	Style string
	Shown int // how many changes have a place in it
}

// picture is what the template shows of one.
type picture struct {
	SVG     template.HTML
	Style   template.CSS
	Caption string
}

func pictureOf(r *diff.Report, p *Picture) *picture {
	if p == nil {
		return nil
	}
	links := map[string]bool{}
	for _, m := range Marks(r) {
		links[m.Link] = true
	}
	caption := "New parts are marked +, those that are gone −, and those that changed ±; each links to its description below."
	if more := len(links) - p.Shown; more > 0 {
		caption += fmt.Sprintf(" The picture shows what is near the root: %s beyond it.", plural(more, "change is", "changes are"))
	}
	return &picture{template.HTML(p.SVG), template.CSS(p.Style), caption} //nolint:gosec // the picture escapes its text
}

// goOnly reports whether a change concerns Go programs alone: for documents nothing is open.
func goOnly(c *diff.Change) bool {
	return c.Answers[diff.Go].Verdict != diff.Compatible && c.Answers[diff.Readers].Verdict == diff.Compatible && c.Answers[diff.Writers].Verdict == diff.Compatible
}

// goName is the name of the section of changes that concern Go programs alone.
const goName = "go"

// goLast are sections with the changes that concern Go programs alone in one of their own, at the end.
func goLast(all []section) []section {
	last := section{
		group: breaking, Name: goName, Title: "For Go programs only",
		Meaning: "Documents are as valid as before. Programs that use the generated package may have to be changed.",
	}
	var first []section
	for _, s := range all {
		if s.group != breaking && s.group != undecided {
			first = append(first, s)
			continue
		}
		own := s
		own.Changes = nil
		for _, c := range s.Changes {
			if goOnly(c.Change) {
				last.Changes = append(last.Changes, c)
			} else {
				own.Changes = append(own.Changes, c)
			}
		}
		if len(own.Changes) > 0 {
			own.Kinds = kindsOf(own.Changes, own.group)
			first = append(first, own)
		}
	}
	if len(last.Changes) == 0 {
		return first
	}
	last.Kinds = kindsOf(last.Changes, breaking)
	return append(first, last)
}

// decisions counts what somebody has to decide: changes of one rule with the same verdicts are one decision.
func decisions(changes []*diff.Change) int {
	kinds := map[alike]bool{}
	for _, c := range changes {
		kinds[alikeOf(c)] = true
	}
	return len(kinds)
}

// listed is a line of the list of changes: one change, or many of one kind.
type listed struct {
	Number int // of the first
	Count  int
	Words  string
	Path   string
	Worst  diff.Verdict
	// Verdicts are those of each change, by question.
	Verdicts [len(diff.Questions)]diff.Verdict
}

// List are the lines for a section: a kind with many changes is one.
func (s section) List() []listed {
	var lines []listed
	for _, k := range s.Kinds {
		first := k.Examples[0]
		l := listed{Number: first.Number, Count: 1, Words: first.Title, Path: first.Path, Worst: first.Worst(), Verdicts: alikeOf(first.Change).verdicts}
		if len(k.Others) > 0 {
			l.Count, l.Words, l.Path = len(k.Examples)+len(k.Others), k.Rule.What, ""
		}
		lines = append(lines, l)
	}
	return lines
}
