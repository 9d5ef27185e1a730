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

// header is that of the columns a batch adds; "mva_" keeps them apart from the user's own.
func header(v terms.Words) []string {
	return []string{
		v.Say("mva_result"), v.Say("mva_open_terms"), v.Say("mva_overdue"), v.Say("mva_next_deadline"), v.Say("mva_days_left"), v.Say("mva_terms"),
		v.Say("mva_changes"), v.Say("mva_asked"), v.Say("mva_note"),
	}
}

// Write writes the sheet with the rows' outcomes behind its columns, in the dialect given.
func Write(w io.Writer, dialect sheet.Dialect, book *sheet.Sheet, rows []Row, today terms.Date, words terms.Words) error {
	width := len(book.Header)
	for _, row := range rows {
		width = max(width, len(row.Source.Fields))
	}
	records := append(append([][]string(nil), book.Above...), append(padded(book.Header, width), header(words)...))
	for _, row := range rows {
		records = append(records, append(padded(row.Source.Fields, width), row.cells(today, words)...))
	}
	return sheet.Write(w, dialect, records)
}

// padded is a copy of width fields, so that our columns stand under each other where the user's rows differ in length.
func padded(fields []string, width int) []string {
	out := make([]string, width)
	copy(out, fields)
	return out
}

// asked is the form of a time that spreadsheets take for one.
const asked = "2006-01-02 15:04:05"

func (row Row) cells(today terms.Date, words terms.Words) []string {
	cells := make([]string, len(header(words)))
	if row.Blank {
		return cells
	}
	result := row.Result
	cells[0] = resultWord(result.Kind(), words)
	if !result.CheckedAt.IsZero() {
		cells[7] = result.CheckedAt.In(terms.Oslo).Format(asked)
	}
	cells[8] = sheet.Harmless(row.note(words))
	if result.Err != nil {
		return cells
	}
	status := result.Status
	cells[1], cells[2] = strconv.Itoa(len(status.Terms)), strconv.Itoa(status.Overdue(today))
	if status.Untold != "" {
		cells[2] = "–"
	}
	if len(status.Terms) > 0 && !status.Terms[0].Deadline.IsZero() {
		cells[3], cells[4] = status.Terms[0].Deadline.String(), strconv.Itoa(today.DaysUntil(status.Terms[0].Deadline))
	}
	cells[5], cells[6] = sheet.Harmless(list(status.Terms, words)), sheet.Harmless(row.changes(words))
	return cells
}

func resultWord(kind string, words terms.Words) string {
	switch kind {
	case "ok":
		return words.Say("ok")
	case "not-asked":
		return words.Say("not asked")
	default:
		return words.Say("error")
	}
}

// note is what a person should know of a row beside the figures.
func (row Row) note(words terms.Words) string {
	var parts []string
	for _, warning := range row.Warnings {
		parts = append(parts, words.Error(warning))
	}
	result := row.Result
	switch {
	case result.Err != nil:
		parts = append(parts, words.Error(result.Err), words.Remedy(result.Err))
	case len(result.Status.Terms) == 0 && result.Status.Untold == terms.Overdues:
		parts = append(parts, words.Say("no deadlines ahead"))
	case len(result.Status.Terms) == 0:
		parts = append(parts, words.Say("nothing open"))
	}
	if result.Status.FirstTime {
		parts = append(parts, words.Say("has never delivered a VAT return before"))
	}
	if unusual := len(result.Status.Deviations); len(result.Status.Terms) > 0 && unusual > 0 {
		parts = append(parts, words.Say("the answer departed from the description, and was understood"))
	}
	return join("; ", parts...)
}

func list(open []terms.Term, words terms.Words) string {
	texts := make([]string, len(open))
	for i, term := range open {
		texts[i] = words.Category(term.Category) + " " + words.Period(term) + " (" + words.Day(term.Deadline) + ")"
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
		{words.Say("new"), row.Change.Appeared},
		{words.Say("delivered"), row.Change.Delivered},
		{words.Say("new deadline"), row.Change.Moved},
	} {
		if len(kind.terms) > 0 {
			parts = append(parts, kind.label+": "+list(kind.terms, words))
		}
	}
	return strings.Join(parts, "; ")
}

// join joins the parts that are not empty, on one line.
func join(separator string, parts ...string) string {
	var present []string
	for _, part := range parts {
		if part = strings.Join(strings.Fields(part), " "); part != "" {
			present = append(present, part)
		}
	}
	return strings.Join(present, separator)
}

// AskedToday is when the first of the rows was asked for, of those that an earlier run of the day asked for.
func AskedToday(rows []Row) (first time.Time, count int) {
	for _, row := range rows {
		if !row.Cached {
			continue
		}
		count++
		if first.IsZero() || row.Result.CheckedAt.Before(first) {
			first = row.Result.CheckedAt
		}
	}
	return first, count
}
