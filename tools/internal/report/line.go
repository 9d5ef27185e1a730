// This file writes a report with one line for each change, for grep, sort and diff: severity, rule, path, the three answers and the message, with a tab
// between. Lines are sorted by path and rule, and are the same from run to run.

package report

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

func writeLines(out io.Writer, r *diff.Report, o Options) error {
	var lines []string
	for _, c := range r.Changes {
		g := groupOf(c)
		if g == withoutEffect && !o.All {
			continue
		}
		fields := []string{groupNames[g], c.Rule.ID, c.Path}
		for _, q := range diff.Questions {
			fields = append(fields, q.String()+"="+c.Answers[q].Verdict.String())
		}
		lines = append(lines, strings.Join(append(fields, strings.Join(strings.Fields(c.Message), " ")), "\t"))
	}
	slices.SortFunc(lines, func(a, b string) int {
		x, y := strings.Split(a, "\t"), strings.Split(b, "\t")
		return slices.Compare([]string{x[2], x[1], a}, []string{y[2], y[1], b})
	})
	total := []string{"total", "", ""}
	for _, q := range diff.Questions {
		total = append(total, q.String()+"="+r.Totals[q].Verdict.String())
	}
	words := "suggested version: " + suggestedVersion(r)
	for _, q := range diff.Questions {
		if assumes := assumesWords(r.Totals[q]); assumes != "" {
			words += "; " + q.String() + " " + assumes
		}
	}
	w := bufio.NewWriter(out)
	for _, line := range append(lines, strings.Join(append(total, words), "\t")) {
		w.WriteString(line + "\n") //nolint:errcheck // Flush returns it
	}
	return w.Flush()
}
