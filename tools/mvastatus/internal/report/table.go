// The table: what an accountant sees.

package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// Style is what the terminal can show, and whether its reader wants to know where an answer deviated from the schema: the commonest answer,
// nothing open, always does. Width 0 stands for a file or a pipe: nothing is then wrapped.
type Style struct {
	Color      bool
	Width      int
	Deviations bool
}

func (r Report) writeTable(w io.Writer, style Style) error {
	var out strings.Builder
	lines := r.lines()
	if len(lines) > 0 {
		r.termTable(&out, lines, style)
	}
	for _, result := range r.Results {
		r.remarks(&out, result, style)
	}
	for _, sentence := range r.summary(lines) {
		fmt.Fprintln(&out, say.Wrap(sentence, style.Width, ""))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func (r Report) termTable(out *strings.Builder, lines []line, style Style) {
	words := r.Words
	rows := [][]string{{words.Say("ORG. NO."), words.Say("TERM"), words.Say("CATEGORY"), words.Say("DEADLINE"), words.Say("STATUS")}}
	for _, l := range lines {
		rows = append(rows, []string{
			l.organisation.String(), printable(words.Period(l.term)), printable(words.Category(l.term.Category)),
			words.Day(l.term.Deadline), words.Standing(l.term, r.Today()),
		})
	}
	widths := fit(rows, style.Width)
	if widths == nil { // not even wrapped: the category is what a reader misses least
		for i, row := range rows {
			rows[i] = append(row[:2:2], row[3:]...)
		}
		if widths = fit(rows, style.Width); widths == nil {
			widths = fit(rows, 0)
		}
	}
	writer := table.NewWriter()
	writer.SetStyle(plain())
	for i, row := range rows {
		for column, width := range widths {
			row[column] = say.Wrap(row[column], width, "")
		}
		if i == 0 {
			writer.AppendHeader(cells(row))
			continue
		}
		row[len(row)-1] = colored(row[len(row)-1], lines[i-1].urgency, style)
		writer.AppendRow(cells(row))
	}
	for _, rendered := range strings.Split(writer.Render(), "\n") {
		fmt.Fprintln(out, strings.TrimRight(rendered, " "))
	}
}

func cells(row []string) table.Row {
	out := make(table.Row, len(row))
	for i, cell := range row {
		out[i] = cell
	}
	return out
}

// gap is what stands between columns.
const gap = 2

// fit gives columns the width they need, or, where the terminal is narrower, less to those that can be wrapped between words, the middle ones first. It
// is nil where even that does not fit.
func fit(rows [][]string, width int) []int {
	need, least := make([]int, len(rows[0])), make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			need[i] = max(need[i], utf8.RuneCountInString(cell))
			for _, word := range breakable(i, cell) {
				least[i] = max(least[i], utf8.RuneCountInString(word))
			}
		}
	}
	if width == 0 {
		return need
	}
	excess := gap*(len(need)-1) - width
	for _, n := range need {
		excess += n
	}
	for _, column := range []int{2, 1, len(need) - 1} {
		take := max(0, min(excess, need[column]-least[column]))
		need[column] -= take
		excess -= take
	}
	if excess > 0 {
		return nil
	}
	return need
}

// breakable are the parts of a cell that a line may end between. Organisation numbers stay whole.
func breakable(column int, cell string) []string {
	if column == 0 {
		return []string{cell}
	}
	return strings.Fields(cell)
}

// plain is a table of columns without lines, which survives copying into a mail.
func plain() table.Style {
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Box.PaddingLeft = ""
	style.Box.PaddingRight = strings.Repeat(" ", gap)
	style.Format.Header = text.FormatDefault
	return style
}

// colored colours a cell by its urgency.
func colored(cell string, urgency terms.Urgency, style Style) string {
	switch {
	case !style.Color:
		return cell
	case urgency == terms.Overdue:
		return paintLines(cell, text.FgRed, text.Bold)
	case urgency == terms.Soon:
		return paintLines(cell, text.FgYellow)
	}
	return cell
}

// paintLines paints each line of a wrapped cell by itself.
func paintLines(cell string, colors ...text.Color) string {
	lines := strings.Split(cell, "\n")
	for i, line := range lines {
		lines[i] = paint(line, colors...)
	}
	return strings.Join(lines, "\n")
}

func paint(cell string, colors ...text.Color) string {
	return text.Colors(colors).EscapeSeq() + cell + text.Reset.EscapeSeq()
}

// remarks are the lines below the table that concern one organisation: an error with its remedy, an empty list, a first-time filer, and
// where the answer deviated from the schema.
func (r Report) remarks(out *strings.Builder, result Result, style Style) {
	name, words := result.Name(r.Words.Voice), r.Words
	indent := strings.Repeat(" ", utf8.RuneCountInString(name)+gap)
	remark := func(text string) {
		fmt.Fprintln(out, say.Wrap(name+strings.Repeat(" ", gap)+printable(text), style.Width, indent))
	}
	if result.Err != nil {
		r.failure(out, result, style, name, indent)
		return
	}
	if len(result.Status.Terms) == 0 {
		remark(nothingOpen(result, words))
	}
	if result.Status.FirstTime {
		remark(words.Say("has never delivered a VAT return before"))
	}
	if result.Status.Others > 0 {
		remark(words.Say("%d other deadlines do not speak of VAT and are not shown", result.Status.Others))
	}
	if !style.Deviations {
		return
	}
	for _, deviation := range result.Status.Deviations {
		remark(words.Say("the answer deviates from the schema at %s (%s)", deviation.Path, deviation.Rule))
	}
}

// nothingOpen is what an empty list means: less where the service does not tell all.
func nothingOpen(result Result, words terms.Words) string {
	if result.Status.Untold == terms.Overdues {
		return words.Say("no deadlines ahead")
	}
	return words.Say("nothing open")
}

func (r Report) failure(out *strings.Builder, result Result, style Style, name, indent string) {
	label := r.Words.Say("NOT CHECKED")
	said := say.Wrap(fmt.Sprintf("%s  %s: %s", name, label, printable(r.Words.Error(result.Err))), style.Width, indent)
	if style.Color {
		said = strings.Replace(said, label, paint(label, text.FgRed, text.Bold), 1)
	}
	fmt.Fprintln(out, said)
	if remedy := r.Words.Remedy(result.Err); remedy != "" {
		fmt.Fprintln(out, say.Wrap(indent+printable(remedy), style.Width, indent))
	}
}

// summary is the last lines of the report: they remain visible where the rest scrolled away.
func (r Report) summary(lines []line) []string {
	counts := map[terms.Urgency]int{}
	for _, l := range lines {
		if !l.term.Deadline.IsZero() {
			counts[l.urgency]++
		}
	}
	failed, untold := 0, map[terms.Untold]bool{}
	for _, result := range r.Results {
		if result.Err != nil {
			failed++
		}
		untold[result.Status.Untold] = true
	}
	words := r.Words
	overdue, soon := strconv.Itoa(counts[terms.Overdue]), strconv.Itoa(counts[terms.Soon])
	if untold[terms.Overdues] || untold[terms.Deadlines] {
		overdue = "–"
	}
	if untold[terms.Deadlines] {
		soon = "–"
	}
	text := words.Say("%d open terms", len(lines)) + ", " + words.Say("%s overdue", overdue) + ", " + words.Say("%s due within %d days", soon, r.Soon)
	if failed > 0 {
		text += "; " + words.Say("%d of %d could not be checked", failed, len(r.Results))
	}
	out := []string{text}
	if untold[terms.Overdues] {
		out = append(out, words.Say("This service tells deadlines ahead only: whether something is overdue (–) is not known."))
	}
	if untold[terms.Deadlines] {
		out = append(out, words.Say("This service tells no deadlines (–): whether something is due or overdue is not known."))
	}
	return out
}

// printable takes control characters out of what a server sent, so that it cannot steer the terminal.
func printable(s string) string {
	return strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0) || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 {
			return ' '
		}
		return c
	}, s)
}
