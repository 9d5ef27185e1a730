// This file writes a report as one page of HTML for people who know the documents and not the code. The page needs nothing but itself: no script,
// no file and no network.

package report

import (
	_ "embed"
	"html/template"
	"io"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

//go:embed page.gohtml
var pageSource string

//go:embed page.css
var pageStyle string

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{
	"style":      func() template.CSS { return template.CSS(pageStyle) }, //nolint:gosec // our own file
	"accepted":   acceptedWords,
	"affects":    affectsWords,
	"placeWords": placeWords,
	"notesTitle": func() string { return notesTitle },
}).Parse(pageSource))

// page is what the template shows.
type page struct {
	Report   *diff.Report
	Headline string
	Totals   []pageTotal
	Summary  []string // what to do
	NoChange string
	Sections []section
	Hidden   string
	Warnings []string
}

type pageTotal struct {
	Question diff.Question
	Who      string
	What     string
	Answer   string
	Tally    string
	Verdict  diff.Verdict
	Reason   string
	Assumes  string
}

func writeHTML(w io.Writer, r *diff.Report, o Options) error {
	p := page{Report: r, Headline: headline(r), Hidden: notShownWords(r, o)}
	for _, q := range diff.Questions {
		p.Totals = append(p.Totals, totalHTML(r, q))
	}
	if !noChange(r) {
		p.Summary = summaryOf(r).sentences()
	}
	if noChange(r) && !o.All {
		p.NoChange, p.Hidden = noChangeWords(r), ""
	}
	p.Sections = sections(r, o)
	for _, expired := range r.Expired {
		p.Warnings = append(p.Warnings, expiredWords(r, expired))
	}
	return pageTemplate.Execute(w, p)
}

func totalHTML(r *diff.Report, q diff.Question) pageTotal {
	total := r.Totals[q]
	return pageTotal{
		Question: q, Who: questions[q].who, What: questions[q].what, Answer: totalWords[q][total.Verdict], Tally: tallyOf(r, q).String(),
		Verdict: total.Verdict, Reason: total.Reason, Assumes: assumesWords(total),
	}
}

// headline is the report in one sentence.
func headline(r *diff.Report) string {
	open := len(Open(r))
	switch {
	case noChange(r):
		return "Nothing changes for anybody."
	case open > 0:
		return plural(open, "change needs", "changes need") + " a decision."
	case len(changesIn(r, accepted)) > 0:
		return "All that breaks has been accepted."
	}
	return "Nothing breaks."
}
