// CSV, as a spreadsheet opens it by a double click.

package report

import (
	"io"
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/sheet"
)

// Excel is the dialect that Norwegian spreadsheets open by a double click.
var Excel = sheet.Dialect{Encoding: sheet.UTF8WithBOM, Separator: ';', End: "\r\n"}

// writeCSV writes a row per open term; an organisation without any has a row of its own with an empty deadline, and so has one that could not
// be checked, with its error.
func (r Report) writeCSV(w io.Writer) error {
	v := r.Words
	records := [][]string{{
		v.Say("organisation number"), v.Say("term"), v.Say("category"), v.Say("deadline"), v.Say("days left"), v.Say("status"), v.Say("note"),
	}}
	for _, result := range r.Results {
		records = append(records, r.records(result)...)
	}
	return sheet.Write(w, Excel, records)
}

func (r Report) records(result Result) [][]string {
	v, name := r.Words, string(result.Organisation)
	if name == "" {
		name = result.Name(v.Voice)
	}
	if result.Err != nil {
		return [][]string{{name, "", "", "", "", v.Say("not checked"), sheet.Harmless(printable(v.Error(result.Err)))}}
	}
	note := ""
	if result.Status.FirstTime {
		note = v.Say("has never delivered a VAT return before")
	}
	if len(result.Status.Terms) == 0 {
		return [][]string{{name, "", "", "", "", nothingOpen(result, v), note}}
	}
	var records [][]string
	for _, term := range result.Status.Terms {
		day, left := "", ""
		if !term.Deadline.IsZero() {
			day, left = term.Deadline.String(), strconv.Itoa(r.Today().DaysUntil(term.Deadline))
		}
		records = append(records, []string{
			name, sheet.Harmless(printable(v.Period(term))), sheet.Harmless(printable(v.Category(term.Category))), day, left, v.Standing(term, r.Today()), note,
		})
	}
	return records
}
