// CSV as people's programs write it. A quotation mark that is never closed costs its own row and none behind it.

package sheet

import (
	"strings"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

func readCSV(data []byte, o Options) (*Sheet, error) {
	text, found, err := decode(data)
	if err != nil {
		return nil, err
	}
	lines := split(text)
	sheet := &Sheet{Dialect: Dialect{Encoding: found, End: commonEnd(lines)}}
	lines, hint := cutHint(lines)
	sheet.Dialect.Hint = hint != 0
	var rows []Row
	var head heading
	for _, candidate := range candidates(lines, hint) {
		rows = parse(lines, candidate)
		sheet.Dialect.Separator = candidate
		if head, err = findHeading(rows, o.Column); err == nil {
			break
		}
	}
	if err != nil {
		return nil, err
	}
	sheet.take(rows, head)
	return sheet, nil
}

// candidates are the separators to try. The last one tried is the most likely, so that its columns are the ones an error names.
func candidates(lines []line, hint rune) []rune {
	if hint != 0 {
		return []rune{hint}
	}
	likely := separators[0]
	if len(lines) > 0 {
		likely = separator(lines[0].text)
	}
	order := []rune{likely}
	for _, candidate := range separators {
		if candidate != likely {
			order = append(order, candidate)
		}
	}
	return append(order, likely)
}

// parse reads all records.
func parse(lines []line, comma rune) []Row {
	var rows []Row
	for len(lines) > 0 {
		row, used := parseRecord(lines, comma)
		rows = append(rows, row)
		lines = lines[used:]
	}
	return rows
}

// parseRecord reads the record that begins at the first line and says how many lines it takes.
func parseRecord(lines []line, comma rune) (Row, int) {
	row := Row{Line: lines[0].number}
	p := &record{lines: lines, comma: comma, rest: lines[0].text}
	for {
		field, ok := p.field()
		if !ok {
			row.Fields = strings.Split(lines[0].text, string(comma))
			row.Err = say.Errorf("a quotation mark is opened and not closed")
			return row, 1
		}
		row.Fields = append(row.Fields, field)
		if p.rest == "" {
			break
		}
		_, size := utf8.DecodeRuneInString(p.rest)
		if p.rest = p.rest[size:]; p.rest == "" { // a separator at the end: one more field, an empty one
			row.Fields = append(row.Fields, "")
			break
		}
	}
	return row, p.line + 1
}

// record is a record as far as it was read.
type record struct {
	lines []line
	line  int    // the one being read
	rest  string // of it
	comma rune
}

// field reads up to the next separator or the record's end; not ok where a quotation mark is not closed.
func (p *record) field() (text string, ok bool) {
	if strings.HasPrefix(p.rest, `"`) {
		return p.quoted()
	}
	end := strings.IndexRune(p.rest, p.comma)
	if end < 0 {
		end = len(p.rest)
	}
	text, p.rest = p.rest[:end], p.rest[end:]
	return text, true
}

// mostLines bounds a cell: no person writes more into one, and looking for the end of each of a file's open quotation marks must not take forever.
const mostLines = 200

// quoted reads a quoted field. A quotation mark inside that is not doubled is taken as it stands, as long as the field ends on its line: on
// a later one it is the beginning of another field, and ours was never closed.
func (p *record) quoted() (string, bool) {
	var text strings.Builder
	p.rest = p.rest[1:]
	loose := false
	for {
		before, after, found := strings.Cut(p.rest, `"`)
		text.WriteString(before)
		switch {
		case !found:
			if loose || p.line+1 >= len(p.lines) || p.line >= mostLines {
				return "", false
			}
			text.WriteString(p.lines[p.line].end)
			p.line++
			p.rest = p.lines[p.line].text
		case strings.HasPrefix(after, `"`):
			text.WriteByte('"')
			p.rest = after[1:]
		case after == "" || strings.HasPrefix(after, string(p.comma)):
			p.rest = after
			return text.String(), true
		case p.line > 0:
			return "", false
		default:
			loose = true
			text.WriteByte('"')
			p.rest = after
		}
	}
}
