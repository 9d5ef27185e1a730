// Package sheet reads the spreadsheets that Norwegian offices have, CSV in every dialect and .xlsx, and writes CSV back. No row is lost on the way:
// every row of the file is a row here, and what cannot be read of it is said in the row.
package sheet

import (
	"bytes"
	"io"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// Row is a record of the file. Err says why a row cannot be relied on; the other rows are not affected.
type Row struct {
	Line    int // of the file where it begins, from 1: every line counts, as an editor shows them
	Fields  []string
	Err     error
	Warning error // about a row that was read
}

// Field returns the text of a column, empty where the row is shorter.
func (r Row) Field(column int) string {
	if column >= len(r.Fields) {
		return ""
	}
	return r.Fields[column]
}

// Blank tells whether nothing stands in the row.
func (r Row) Blank() bool {
	for _, field := range r.Fields {
		if !blank(field) {
			return false
		}
	}
	return r.Err == nil
}

// Sheet is a file: what stands above its header, the header, its rows in order and the dialect to write it back in.
type Sheet struct {
	Dialect Dialect
	Above   [][]string // titles and the like
	Header  []string
	Rows    []Row
	Column  int // of the organisation numbers
	Warning error
}

// MaxBytes bounds a file; a list of every organisation in Norway is a tenth of it.
const MaxBytes = 256 << 20

// Options say where the organisation numbers are, where the file does not tell by itself.
type Options struct {
	Column string // name of the column; empty: one of those in use
	Page   string // name of the worksheet in a workbook; empty: the first that has the column
}

// Read reads a file. The error says what the file is when it is no spreadsheet, and what is missing when it is one.
func Read(r io.Reader, o Options) (*Sheet, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > MaxBytes:
		return nil, say.Errorf("the file is larger than 256 MiB: split it")
	}
	if err := foreign(data); err != nil {
		return nil, err
	}
	read := readCSV
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		read = readWorkbook
	}
	sheet, err := read(data, o)
	if err != nil {
		return nil, err
	}
	sheet.trim()
	if len(sheet.Rows) == 0 {
		return nil, say.Errorf("there is no row below the header: nothing would be checked")
	}
	sheet.warnSwallowed()
	return sheet, nil
}

// trim takes off empty rows at the end, which spreadsheets leave behind.
func (s *Sheet) trim() {
	for len(s.Rows) > 0 && s.Rows[len(s.Rows)-1].Blank() {
		s.Rows = s.Rows[:len(s.Rows)-1]
	}
}
