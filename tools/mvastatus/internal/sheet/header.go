// The header: which row it is, and which column holds the organisation numbers.

package sheet

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// inUse are the names that columns with organisation numbers have, folded.
var inUse = []string{
	"orgnr", "orgno", "orgnummer", "organisasjonsnummer", "organisasjonsnr", "organisasjonsno", "foretaksnummer", "foretaksnr", "enhetsnummer",
	"organisationnumber", "organizationnumber", "organisationno", "organizationno", "organisationnr", "organizationnr", "orgnumber",
	"companynumber", "companyno", "businessnumber", "enterprisenumber", "mvanummer", "mvanr", "vatnumber", "vatno",
}

// mostAbove is how many rows of titles may stand above the header.
const mostAbove = 30

// heading is where the header is.
type heading struct{ row, column int }

// findHeading finds the first row near the top with a column of that name, or of any in use.
func findHeading(rows []Row, name string) (heading, error) {
	for i, row := range rows[:min(len(rows), mostAbove+1)] {
		columns := columnsNamed(row.Fields, name)
		if len(columns) > 1 {
			return heading{}, say.Errorf("line %s: more than one column may hold the organisation numbers, %q and %q: say which with --column",
				number(row.Line), row.Fields[columns[0]], row.Fields[columns[1]])
		}
		if len(columns) == 1 {
			return heading{i, columns[0]}, nil
		}
	}
	return heading{}, noColumn(rows, name)
}

func columnsNamed(fields []string, name string) []int {
	names := inUse
	if name != "" {
		names = []string{fold(name)}
	}
	var columns []int
	for i, field := range fields {
		if folded := fold(field); folded != "" && slices.Contains(names, folded) {
			columns = append(columns, i)
		}
	}
	return columns
}

// ColumnNamed finds another column by its name.
func (s *Sheet) ColumnNamed(name string) (int, error) {
	columns := columnsNamed(s.Header, name)
	if len(columns) != 1 {
		return 0, say.Errorf("there is no column %q, or more than one: the file has %s", name, quoteAll(s.Header))
	}
	return columns[0], nil
}

// noColumn names the columns there are, of the row that looks most like a header.
func noColumn(rows []Row, name string) error {
	if name == "" {
		name = "orgnr"
	}
	var most []string
	for _, row := range rows[:min(len(rows), mostAbove+1)] {
		if len(row.Fields) > len(most) {
			most = row.Fields
		}
	}
	if slices.ContainsFunc(most, isNumber) {
		return say.Errorf("there is no column %q: a first line with the names of the columns is missing", name)
	}
	return say.Errorf("there is no column %q, the file has %s: say which holds the organisation numbers with --column", name, quoteAll(most))
}

// quoteAll lists columns by name, not all of a very wide file.
func quoteAll(names []string) string {
	const enough = 30
	var quoted []string
	for _, name := range names[:min(len(names), enough)] {
		if !blank(name) {
			quoted = append(quoted, `"`+clip(name)+`"`)
		}
	}
	return strings.Join(quoted, ", ")
}

// clip keeps text of a file that is quoted in a message short and on one line.
func clip(text string) string {
	const most = 40
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}

// fold makes names equal that a reader takes for the same: case, spaces, full stops, hyphens and what stands in brackets do not count.
func fold(name string) string {
	name, _, _ = strings.Cut(name, "(")
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(".-_:/#*'\"", r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

func blank(text string) bool {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }) == ""
}

// isNumber tells whether a cell holds what can hardly be anything else than an organisation number.
func isNumber(text string) bool {
	found, err := orgnr.Parse(Number(text))
	return err == nil && found.CheckDigit()
}

// take makes the rows found the sheet's.
func (s *Sheet) take(rows []Row, head heading) {
	for _, row := range rows[:head.row] {
		s.Above = append(s.Above, row.Fields)
	}
	s.Header, s.Column = rows[head.row].Fields, head.column
	s.Rows = rows[head.row+1:]
}
