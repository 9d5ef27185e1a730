// The table: what an accountant sees.

package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// Style is what the terminal can show, and whether its reader wants to know where an answer deviated from the schema: the commonest answer,
// nothing open, always does. Width 0 stands for a file or a pipe: nothing is then cut.
type Style struct {
	Color      bool
	Width      int
	Deviations bool
}

// compactBelow is the width under which the category, which a reader misses least, leaves the table.
const compactBelow = 90

func (r Report) writeTable(w io.Writer, style Style) error {
	var out strings.Builder
	lines := r.lines()
	if len(lines) > 0 {
		r.termTable(&out, lines, style)
	}
	for _, result := range r.Results {
		r.remarks(&out, result, style)
	}
	fmt.Fprintln(&out, r.summary(lines))
	_, err := io.WriteString(w, out.String())
	return err
}

func (r Report) termTable(out *strings.Builder, lines []line, style Style) {
	words := r.Words
	compact := style.Width > 0 && style.Width < compactBelow
	writer := table.NewWriter()
	writer.SetOutputMirror(nil)
	writer.SetStyle(plain())
	header := table.Row{words.Pick("ORGNR", "ORG. NO."), words.Pick("TERMIN", "TERM")}
	if !compact {
		header = append(header, words.Pick("KATEGORI", "CATEGORY"))
	}
	header = append(header, words.Pick("FRIST", "DEADLINE"), words.Pick("STÅR IGJEN", "LEFT"), "")
	writer.AppendHeader(header)
	for _, l := range lines {
		row := table.Row{l.organisation.String(), printable(words.Period(l.term))}
		if !compact {
			row = append(row, printable(words.Category(l.term.Category)))
		}
		row = append(row, l.term.Deadline.String(), words.Days(l.left), r.mark(l.urgency, style))
		writer.AppendRow(row)
	}
	for _, rendered := range strings.Split(writer.Render(), "\n") {
		fmt.Fprintln(out, strings.TrimRight(rendered, " "))
	}
}

// plain is a table of columns without lines, which survives copying into a mail.
func plain() table.Style {
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Box.PaddingLeft = ""
	style.Box.PaddingRight = "  "
	style.Format.Header = text.FormatDefault
	return style
}

func (r Report) mark(urgency terms.Urgency, style Style) string {
	switch urgency {
	case terms.Overdue:
		return colored(r.Words.Pick("FORFALT", "OVERDUE"), style, text.FgRed, text.Bold)
	case terms.Soon:
		return colored(r.Words.Pick("snart", "soon"), style, text.FgYellow)
	default:
		return ""
	}
}

func colored(word string, style Style, colors ...text.Color) string {
	if !style.Color {
		return word
	}
	return text.Colors(colors).EscapeSeq() + word + text.Reset.EscapeSeq()
}

// remarks are the lines below the table that concern one organisation: an error with its remedy, an empty list, a first-time filer, and
// where the answer deviated from the schema.
func (r Report) remarks(out *strings.Builder, result Result, style Style) {
	name := result.Organisation.String()
	if result.Err != nil {
		fmt.Fprintf(out, "%s  %s: %s\n", name, colored(r.Words.Pick("IKKE KONTROLLERT", "NOT CHECKED"), style, text.FgRed, text.Bold),
			printable(result.Err.Error()))
		if result.Remedy != "" {
			fmt.Fprintf(out, "             %s\n", printable(result.Remedy))
		}
		return
	}
	if len(result.Status.Terms) == 0 {
		fmt.Fprintf(out, "%s  %s\n", name, r.Words.Pick("ingen åpne terminer", "no open terms"))
	}
	if result.Status.FirstTime {
		fmt.Fprintf(out, "%s  %s\n", name, r.Words.Pick("har aldri levert mva-melding før", "has never delivered a VAT return before"))
	}
	if !style.Deviations {
		return
	}
	for _, deviation := range result.Status.Deviations {
		fmt.Fprintf(out, "%s  %s: %s\n", name, r.Words.Pick("merknad", "note"), printable(deviation))
	}
}

// summary is the last line, which stands even where the rest scrolled away.
func (r Report) summary(lines []line) string {
	counts := map[terms.Urgency]int{}
	for _, l := range lines {
		counts[l.urgency]++
	}
	failed := 0
	for _, result := range r.Results {
		if result.Err != nil {
			failed++
		}
	}
	open := r.Words.Pick("åpne terminer", "open terms")
	if len(lines) == 1 {
		open = r.Words.Pick("åpen termin", "open term")
	}
	text := fmt.Sprintf(r.Words.Pick("%d %s, %d forfalt, %d forfaller innen %d dager", "%d %s, %d overdue, %d due within %d days"),
		len(lines), open, counts[terms.Overdue], counts[terms.Soon], r.Soon)
	if failed > 0 {
		text += fmt.Sprintf(r.Words.Pick("; %d av %d kunne ikke kontrolleres", "; %d of %d could not be checked"), failed, len(r.Results))
	}
	return text
}

// printable takes control characters out of what a server sent, so that it cannot steer the terminal.
func printable(s string) string {
	return strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0) {
			return ' '
		}
		return c
	}, s)
}
