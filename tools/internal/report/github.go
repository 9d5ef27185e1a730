// This file writes a report as annotations of GitHub Actions, which show it beside the lines of a pull request:
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands

package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

func writeGitHub(out io.Writer, r *diff.Report, o Options) error {
	w := textWriter{bufio.NewWriter(out)}
	for _, s := range sections(r, o) {
		if s.group >= compatible && !o.All {
			continue // a step can show only a few annotations
		}
		for _, c := range s.Changes {
			w.linef("%s", annotation(level(c.Change, o), position(c.Change), c.Rule.ID, annotationText(c)))
		}
	}
	for _, expired := range r.Expired {
		severity := "warning"
		if r.Overdue(expired) {
			severity = "error"
		}
		w.linef("%s", annotation(severity, expired.Position, "accept", expiredWords(r, expired)))
	}
	if o.All {
		for _, note := range r.Notes {
			w.linef("%s", annotation("notice", diag.Position{}, "note", note))
		}
	}
	w.linef("%s", answersLine(r))
	return w.Flush()
}

// level is error for what fails the comparison, warning for what breaks something else, notice for the rest.
func level(c *diff.Change, o Options) string {
	if len(c.Open()) == 0 {
		return "notice"
	}
	fails := slices.ContainsFunc(o.FailOn, func(q diff.Question) bool { return slices.Contains(c.Open(), q) })
	if fails {
		return "error"
	}
	return "warning"
}

// position is where a change is shown: in the new schema, or for what is not there in the old one.
func position(c *diff.Change) diag.Position {
	if c.New.IsZero() {
		return c.Old.Position
	}
	return c.New.Position
}

// annotationText says what changed and what it breaks.
func annotationText(c shown) string {
	lines := []string{c.Title, "at " + c.Path}
	for _, a := range c.Answers {
		if a.Verdict == diff.Compatible {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s: %s. %s", a.Question, a.Verdict, a.Words))
		if a.Proof != nil {
			lines = append(lines, a.Proof.document(), fmt.Sprintf("The %s schema says: %s", a.Proof.Rejects, a.Proof.Because))
		}
	}
	if c.Accepted != nil {
		lines = append(lines, acceptedWords(c.Accepted))
	}
	return strings.Join(lines, "\n")
}

// answersLine is a line of the log: the answers for all changes together.
func answersLine(r *diff.Report) string {
	if noChange(r) {
		return noChangeWords(r)
	}
	words := make([]string, len(diff.Questions))
	for i, q := range diff.Questions {
		words[i] = fmt.Sprintf("%s: %s", q, r.Totals[q].Verdict) + inBrackets(assumesWords(r.Totals[q]))
	}
	return strings.Join(words, ", ")
}

// annotation returns one workflow command.
func annotation(level string, p diag.Position, title, message string) string {
	var properties []string
	if p.File != "" {
		properties = append(properties, "file="+property(inRepository(p.File)))
	}
	if p.Line > 0 {
		properties = append(properties, fmt.Sprintf("line=%d,col=%d", p.Line, p.Column))
	}
	properties = append(properties, "title="+property(title))
	return fmt.Sprintf("::%s %s::%s", level, strings.Join(properties, ","), data.Replace(message))
}

// inRepository returns the path of a file below the root of the repository: REV:path of git without the revision.
func inRepository(file string) string {
	file = strings.ReplaceAll(file, `\`, "/")
	if revision, path, found := strings.Cut(file, ":"); found && len(revision) > 1 {
		return path
	}
	return file
}

// data and properties escape what would end a command or a property.
var (
	data       = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	properties = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func property(value string) string { return properties.Replace(value) }
