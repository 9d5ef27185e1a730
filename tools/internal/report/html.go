// This file writes a report as one page of HTML for people who know the documents and not the code. The page needs nothing but itself: no script,
// no file and no network.

package report

import (
	_ "embed"
	"fmt"
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
	Picture  *picture
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
	p.Sections = goLast(sections(r, o))
	if p.NoChange == "" {
		p.Picture = pictureOf(r, o.Picture)
	}
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

// headline is the report in one sentence. What concerns Go programs alone is counted apart.
func headline(r *diff.Report) string {
	var open, forGo []*diff.Change
	for _, c := range Open(r) {
		if goOnly(c) {
			forGo = append(forGo, c)
		} else {
			open = append(open, c)
		}
	}
	switch {
	case noChange(r):
		return "Nothing changes for anybody."
	case len(open) > 0 && len(forGo) > 0:
		return neededWords(open) + ", and " + plural(decisions(forGo), "more for Go programs alone.", "more for Go programs alone.")
	case len(open) > 0:
		return neededWords(open) + "."
	case len(forGo) > 0:
		return goHeadline(r, forGo)
	case len(changesIn(r, accepted)) > 0:
		return "All that breaks has been accepted."
	}
	return "Nothing breaks."
}

// neededWords say how many decisions are needed, and for how many changes where these are more.
func neededWords(open []*diff.Change) string {
	words := plural(decisions(open), "decision is needed", "decisions are needed")
	if len(open) > decisions(open) {
		words += fmt.Sprintf(" for %d changes", len(open))
	}
	return words
}

// goHeadline is the headline where something is open for Go programs alone; that of documents may have been accepted.
func goHeadline(r *diff.Report, open []*diff.Change) string {
	words := "Nothing is open for documents; "
	if r.Totals[diff.Readers].Verdict == diff.Compatible && r.Totals[diff.Writers].Verdict == diff.Compatible {
		words = "Documents stay valid; "
	}
	words += "Go programs need " + plural(decisions(open), "decision", "decisions")
	if len(open) > decisions(open) {
		words += fmt.Sprintf(", for %d changes", len(open))
	}
	return words + "."
}
