// The spreadsheet a batch writes: the user's columns as they came, and ours behind them.

package batch

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/sheet"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// columns are those a batch adds; "mva_" keeps them apart from the user's own.
var columns = []string{
	"mva_result", "mva_open_terms", "mva_overdue", "mva_next_deadline", "mva_days_left", "mva_terms",
	"mva_changes", "mva_checked", "mva_note",
}

// Write writes the rows behind the header in the dialect given.
func Write(w io.Writer, dialect sheet.Dialect, header []string, rows []Row, today terms.Date, words terms.Words) error {
	width := len(header)
	for _, row := range rows {
		width = max(width, len(row.Source.Fields))
	}
	records := make([][]string, len(rows))
	for i, row := range rows {
		records[i] = append(padded(row.Source.Fields, width), row.cells(today, words)...)
	}
	return sheet.Write(w, dialect, append(padded(header, width), columns...), records)
}

// padded is a copy of width fields, so that our columns stand under each other where the user's rows differ in length.
func padded(fields []string, width int) []string {
	out := make([]string, width)
	copy(out, fields)
	return out
}

func (row Row) cells(today terms.Date, words terms.Words) []string {
	result := row.Result
	if result.Err != nil {
		return []string{"error", "", "", "", "", "", "", "", sheet.Harmless(join("; ", row.Warning, result.Err.Error(), result.Remedy))}
	}
	next, left := "", ""
	if open := result.Status.Terms; len(open) > 0 {
		next, left = open[0].Deadline.String(), strconv.Itoa(today.DaysUntil(open[0].Deadline))
	}
	notes := append([]string{row.Warning}, result.Status.Deviations...)
	return []string{
		"ok", strconv.Itoa(len(result.Status.Terms)), strconv.Itoa(overdue(result.Status.Terms, today)), next, left,
		sheet.Harmless(list(result.Status.Terms, words)), sheet.Harmless(row.changes(words)),
		result.CheckedAt.In(terms.Oslo).Format(time.RFC3339), sheet.Harmless(join("; ", notes...)),
	}
}

func overdue(open []terms.Term, today terms.Date) int {
	count := 0
	for _, term := range open {
		if today.DaysUntil(term.Deadline) < 0 {
			count++
		}
	}
	return count
}

func list(open []terms.Term, words terms.Words) string {
	texts := make([]string, len(open))
	for i, term := range open {
		texts[i] = words.Category(term.Category) + " " + words.Period(term) + " (" + term.Deadline.String() + ")"
	}
	return strings.Join(texts, "; ")
}

// changes says what is new since the last day; empty where nothing changed or there was no such day.
func (row Row) changes(words terms.Words) string {
	var parts []string
	for _, kind := range []struct {
		label string
		terms []terms.Term
	}{
		{words.Pick("ny", "new"), row.Change.Appeared},
		{words.Pick("levert", "delivered"), row.Change.Delivered},
		{words.Pick("ny frist", "new deadline"), row.Change.Moved},
	} {
		if len(kind.terms) > 0 {
			parts = append(parts, kind.label+": "+list(kind.terms, words))
		}
	}
	return strings.Join(parts, "; ")
}

// join joins the parts that are not empty.
func join(separator string, parts ...string) string {
	var present []string
	for _, part := range parts {
		if part != "" {
			present = append(present, part)
		}
	}
	return strings.Join(present, separator)
}
