// Workbooks (.xlsx), within limits: a small file can unpack to anything.

package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// The limits of a workbook.
const (
	mostUnpacked = 128 << 20 // bytes, of all parts together
	mostParts    = 10_000
	mostRows     = 1 << 20 // what a worksheet holds
	mostCells    = 5_000_000
)

func readWorkbook(data []byte, o Options) (*Sheet, error) { return readWithin(data, o, mostUnpacked) }

// readWithin reads a workbook that unpacks to no more than so many bytes.
func readWithin(data []byte, o Options, room int64) (sheet *Sheet, err error) {
	defer func() {
		if fault := recover(); fault != nil { // the library was written for files of Excel's
			sheet, err = nil, damaged()
		}
	}()
	if err := checkParts(data, room); err != nil {
		return nil, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: room, UnzipXMLSizeLimit: room})
	if err != nil {
		return nil, damaged()
	}
	defer book.Close() //nolint:errcheck // read only
	return pickPage(book, o)
}

func damaged() error {
	return say.Errorf("the workbook is damaged: open it in Excel and save it again, or as \"CSV UTF-8\"")
}

// checkParts unpacks everything once, counting and keeping nothing, and sees that worksheets are whole: the library ends at what it cannot read and
// says nothing.
func checkParts(data []byte, room int64) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return damaged()
	}
	if len(archive.File) > mostParts {
		return tooLarge()
	}
	if err := otherProgram(archive); err != nil {
		return err
	}
	workbook := false
	for _, part := range archive.File {
		workbook = workbook || path.Base(part.Name) == "workbook.xml"
		n, err := checkPart(part, room)
		if err != nil {
			return err
		}
		room -= n
	}
	if !workbook {
		return say.Errorf("the file is an archive, but no .xlsx workbook: save the list as .xlsx or \"CSV UTF-8\"")
	}
	return nil
}

func tooLarge() error {
	return say.Errorf("the workbook unpacks to more than a list of organisations needs: save the list alone as a new workbook, or as \"CSV UTF-8\"")
}

// checkPart reads a part to its end and returns its size.
func checkPart(part *zip.File, room int64) (int64, error) {
	reader, err := part.Open()
	if err != nil {
		return 0, damaged()
	}
	defer reader.Close() //nolint:errcheck // read only
	counted := &counter{reader: io.LimitReader(reader, room+1)}
	if strings.Contains(part.Name, "worksheets/") && strings.HasSuffix(part.Name, ".xml") {
		err = wellFormed(counted)
	}
	_, copyErr := io.Copy(io.Discard, counted)
	switch {
	case counted.n > room:
		return 0, tooLarge()
	case err != nil || copyErr != nil:
		return 0, damaged()
	}
	return counted.n, nil
}

func wellFormed(r io.Reader) error {
	for decoder := xml.NewDecoder(r); ; {
		if _, err := decoder.RawToken(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// counter counts what is read.
type counter struct {
	reader io.Reader
	n      int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.reader.Read(p)
	c.n += int64(n)
	return n, err
}

// pickPage takes the worksheet named, or the first with the column, and warns of others that have it too.
func pickPage(book *excelize.File, o Options) (*Sheet, error) {
	names := book.GetSheetList()
	if o.Page != "" {
		names = []string{o.Page}
		if index, err := book.GetSheetIndex(o.Page); err != nil || index < 0 {
			return nil, say.Errorf("there is no worksheet %q: the workbook has %s", o.Page, quoteAll(book.GetSheetList()))
		}
	}
	var sheet *Sheet
	var first error
	for _, name := range names {
		found, err := readPage(book, name, o)
		switch {
		case err != nil && first == nil:
			first = err
		case err == nil && sheet == nil:
			sheet = found
		case err == nil:
			sheet.Warning = say.Errorf("the worksheet %q holds organisation numbers too and is not read: name it with --sheet", name)
		}
	}
	if sheet == nil && first == nil {
		first = damaged()
	}
	if sheet == nil {
		return nil, first
	}
	return sheet, nil
}

func readPage(book *excelize.File, name string, o Options) (*Sheet, error) {
	rows, err := pageRows(book, name, false)
	if err != nil {
		return nil, err
	}
	head, err := findHeading(rows, o.Column)
	if err != nil {
		return nil, err
	}
	sheet := &Sheet{Dialect: Dialect{Encoding: UTF8WithBOM, Separator: ';', End: "\r\n"}}
	sheet.take(rows, head)
	return sheet, sheet.useStored(book, name)
}

// useStored replaces numbers that the format of their cells shows in another form, such as 3,1E+08, by those that are stored.
func (s *Sheet) useStored(book *excelize.File, name string) error {
	stored, err := pageRows(book, name, true)
	if err != nil {
		return err
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		if row.Line > len(stored) || s.Column >= len(row.Fields) {
			continue
		}
		if _, err := orgnr.Parse(Number(row.Fields[s.Column])); err == nil {
			continue
		}
		if found, err := orgnr.Parse(Number(stored[row.Line-1].Field(s.Column))); err == nil {
			row.Fields[s.Column] = string(found)
		}
	}
	return nil
}

// pageRows reads a worksheet, cells as they are shown or as they are stored.
func pageRows(book *excelize.File, name string, stored bool) ([]Row, error) {
	iterator, err := book.Rows(name)
	if err != nil {
		return nil, damaged()
	}
	defer iterator.Close() //nolint:errcheck // read only
	var rows []Row
	cells := 0
	for iterator.Next() {
		fields, err := iterator.Columns(excelize.Options{RawCellValue: stored})
		if err != nil {
			return nil, damaged()
		}
		if cells += len(fields); cells > mostCells || len(rows) >= mostRows {
			return nil, tooLarge()
		}
		rows = append(rows, Row{Line: len(rows) + 1, Fields: fields})
	}
	if iterator.Error() != nil {
		return nil, damaged()
	}
	return rows, nil
}
