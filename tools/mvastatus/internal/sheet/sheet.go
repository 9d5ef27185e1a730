// Package sheet reads and writes the CSV files that Norwegian spreadsheets produce: comma, semicolon or tab, UTF-8 with or without byte order
// mark or windows-1252, CRLF or LF, and remembers the dialect so that a file can be written back as it came.
package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Encoding of a file's text.
type Encoding int

// The encodings.
const (
	UTF8 Encoding = iota
	UTF8WithBOM
	Windows1252
)

// Dialect is how a file is written.
type Dialect struct {
	Encoding  Encoding
	Separator rune // ',', ';' or '\t'
	CRLF      bool
	Hint      bool // the first line is Excel's "sep=;"
}

// Row is a record of the file. Err says why a row could not be read; its Fields are then empty, the other rows are not affected.
type Row struct {
	Line   int // of the file, from 1
	Fields []string
	Err    error
}

// Sheet is a file: its header, its rows in order and its dialect.
type Sheet struct {
	Dialect Dialect
	Header  []string
	Rows    []Row
}

// MaxBytes bounds a file; a list of every organisation in Norway is a tenth of it.
const MaxBytes = 256 << 20

// byteOrderMark as UTF-8.
const byteOrderMark = "\ufeff"

// Read reads a file whose first record is a header.
func Read(r io.Reader) (*Sheet, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("the file is larger than %d MiB: split it", MaxBytes>>20)
	}
	text, encoding, err := decode(data)
	if err != nil {
		return nil, err
	}
	text, hint := cutHint(text)
	dialect := Dialect{
		Encoding: encoding, Hint: hint != 0, CRLF: strings.Contains(text, "\r\n"),
		Separator: separator(text, hint),
	}
	return parse(text, dialect)
}

// decode finds the encoding: a byte order mark, else valid UTF-8, else windows-1252, which is what Excel writes in Norway.
func decode(data []byte) (string, Encoding, error) {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return "", UTF8, errors.New("the file is UTF-16: save it as \"CSV UTF-8\"")
	}
	if rest, marked := bytes.CutPrefix(data, []byte(byteOrderMark)); marked {
		return string(rest), UTF8WithBOM, nil
	}
	if utf8.Valid(data) {
		return string(data), UTF8, nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(text), Windows1252, err
}

// cutHint takes off Excel's first line "sep=;" and returns its separator, 0 where there is none.
func cutHint(text string) (rest string, hint rune) {
	line, after, _ := strings.Cut(text, "\n")
	line = strings.TrimSuffix(line, "\r")
	mark, found := strings.CutPrefix(strings.ToLower(line), "sep=")
	if !found || len(mark) != 1 {
		return text, 0
	}
	return after, rune(mark[0])
}

// separator is the hint, else the candidate that stands most often in the header outside quotes; the semicolon is first in line, since it is
// what Norwegian spreadsheets write.
func separator(text string, hint rune) rune {
	if hint != 0 {
		return hint
	}
	counts := map[rune]int{}
	quoted := false
	for _, r := range text {
		if r == '"' {
			quoted = !quoted
		}
		if r == '\n' && !quoted {
			break
		}
		if !quoted {
			counts[r]++
		}
	}
	best := ';'
	for _, candidate := range []rune{'\t', ','} {
		if counts[candidate] > counts[best] {
			best = candidate
		}
	}
	return best
}

// parse reads the records; a malformed one becomes a row with an error and reading goes on behind it.
func parse(text string, dialect Dialect) (*Sheet, error) {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = dialect.Separator
	reader.FieldsPerRecord = -1
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the file is empty: a first line with column names is expected")
	}
	if err != nil {
		return nil, fmt.Errorf("the first line cannot be read: %w", err)
	}
	sheet := &Sheet{Dialect: dialect, Header: header}
	offset := 0
	if dialect.Hint {
		offset = 1
	}
	for {
		fields, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return sheet, nil
		}
		sheet.Rows = append(sheet.Rows, row(reader, fields, err, offset))
	}
}

func row(reader *csv.Reader, fields []string, err error, offset int) Row {
	var malformed *csv.ParseError
	if errors.As(err, &malformed) {
		return Row{Line: malformed.StartLine + offset, Err: fmt.Errorf("the row cannot be read: %w; check its quotation marks", malformed.Err)}
	}
	if err != nil {
		return Row{Err: err}
	}
	line, _ := reader.FieldPos(0)
	return Row{Line: line + offset, Fields: fields}
}

// Column finds a column by any of its names, without regard to case, spaces, full stops and hyphens. The error lists what columns there are.
func (s *Sheet) Column(names ...string) (int, error) {
	for _, name := range names {
		for i, header := range s.Header {
			if fold(header) == fold(name) {
				return i, nil
			}
		}
	}
	return 0, fmt.Errorf("no column %q: the file has the columns %q", names[0], s.Header)
}

func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .-_\u00a0\ufeff", r) {
			return -1
		}
		return r
	}, strings.ToLower(name))
}

// Field returns the text of a column, empty where the row is shorter.
func (r Row) Field(column int) string {
	if column >= len(r.Fields) {
		return ""
	}
	return r.Fields[column]
}

// Write writes header and records in the dialect. Characters that windows-1252 lacks are an error that names the character: nothing is
// replaced in silence.
func Write(w io.Writer, dialect Dialect, header []string, records [][]string) error {
	var text bytes.Buffer
	if dialect.Hint {
		fmt.Fprintf(&text, "sep=%c%s", dialect.Separator, lineEnd(dialect))
	}
	writer := csv.NewWriter(&text)
	writer.Comma = dialect.Separator
	writer.UseCRLF = dialect.CRLF
	if err := writer.Write(header); err != nil {
		return err
	}
	for _, record := range records {
		if err := writer.Write(record); err != nil {
			return err
		}
	}
	writer.Flush()
	if err := writer.Error(); err != nil {
		return err
	}
	encoded, err := encode(text.Bytes(), dialect.Encoding)
	if err != nil {
		return err
	}
	_, err = w.Write(encoded)
	return err
}

func lineEnd(dialect Dialect) string {
	if dialect.CRLF {
		return "\r\n"
	}
	return "\n"
}

// Harmless keeps text that came from elsewhere from running as a formula when a spreadsheet opens the file. The user's own columns are passed
// through as they are.
func Harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

func encode(text []byte, encoding Encoding) ([]byte, error) {
	switch encoding {
	case UTF8WithBOM:
		return append([]byte(byteOrderMark), text...), nil
	case Windows1252:
		encoded, err := charmap.Windows1252.NewEncoder().Bytes(text)
		if err != nil {
			return nil, fmt.Errorf("windows-1252 cannot hold %q: write UTF-8 instead", firstForeign(text))
		}
		return encoded, nil
	default:
		return text, nil
	}
}

// firstForeign is the first character that windows-1252 lacks.
func firstForeign(text []byte) string {
	for _, r := range string(text) {
		if _, known := charmap.Windows1252.EncodeRune(r); !known {
			return string(r)
		}
	}
	return ""
}
