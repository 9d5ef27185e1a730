package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbook makes one with these worksheets.
func workbook(t *testing.T, pages map[string][][]any) []byte {
	t.Helper()
	book := excelize.NewFile()
	first := true
	for _, name := range []string{"Forside", "Kunder", "Andre"} {
		rows, ok := pages[name]
		switch {
		case !ok:
			continue
		case first:
			if err := book.SetSheetName("Sheet1", name); err != nil {
				t.Fatal(err)
			}
			first = false
		default:
			if _, err := book.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		for i, row := range rows {
			if err := book.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

var customers = [][]any{{"Kunder"}, {}, {"Navn", "Org.nr."}, {"A", 312409852}, {"B", "213 023 012"}, {"C", nil}, {"D", "31240985"}, {"", ""}}

func TestWorkbooksAreRead(t *testing.T) {
	data := workbook(t, map[string][][]any{"Forside": {{"Kundeliste"}}, "Kunder": customers})
	sheet, err := Read(bytes.NewReader(data), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range sheet.Rows {
		got = append(got, fmt.Sprintf("%d:%s", row.Line, row.Field(sheet.Column)))
	}
	if want := "4:312409852 5:213 023 012 6: 7:31240985"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func TestStoredNumbersCountWhateverTheirFormatShows(t *testing.T) {
	book := excelize.NewFile()
	style, err := book.NewStyle(&excelize.Style{NumFmt: 11}) // 0.00E+00
	if err != nil {
		t.Fatal(err)
	}
	for cell, value := range map[string]any{"A1": "orgnr", "A2": 312409852} {
		if err := book.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SetCellStyle("Sheet1", "A2", "A2", style); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	sheet, err := Read(&out, Options{})
	if err != nil || sheet.Rows[0].Fields[0] != "312409852" {
		t.Errorf("%+v, %v", sheet, err)
	}
}

func TestWorksheetsAreChosen(t *testing.T) {
	data := workbook(t, map[string][][]any{"Kunder": customers, "Andre": {{"orgnr"}, {"310000043"}}})
	for page, want := range map[string]string{"": "312409852", "Andre": "310000043"} {
		sheet, err := Read(bytes.NewReader(data), Options{Page: page})
		if err != nil || sheet.Rows[0].Field(sheet.Column) != want || (sheet.Warning != nil) != (page == "") {
			t.Errorf("%q: %+v, %v", page, sheet, err)
		}
	}
	if _, err := Read(bytes.NewReader(data), Options{Page: "Ingen"}); err == nil || !strings.Contains(err.Error(), `"Kunder", "Andre"`) {
		t.Errorf("%v", err)
	}
}

// archive packs parts.
func archive(t *testing.T, parts map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	writer := zip.NewWriter(&out)
	for name, data := range parts {
		part, err := writer.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// repack changes one part of a workbook.
func repack(t *testing.T, data []byte, name string, change func([]byte) []byte) []byte {
	t.Helper()
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, part := range reader.File {
		opened, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		var content bytes.Buffer
		if _, err := content.ReadFrom(opened); err != nil {
			t.Fatal(err)
		}
		parts[part.Name] = content.Bytes()
	}
	parts[name] = change(parts[name])
	return archive(t, parts)
}

func TestBombsAndDamageAreErrors(t *testing.T) {
	good := workbook(t, map[string][][]any{"Kunder": customers})
	const room = 1 << 20
	const page = "xl/worksheets/sheet1.xml"
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"zeros": {repack(t, good, page, func([]byte) []byte { return make([]byte, room/2) }), "damaged"},
		"spaces": {repack(t, good, page, func(d []byte) []byte {
			return append(bytes.Repeat([]byte(" "), room), d...)
		}), "unpacks to more"},
		"a bomb beside": {repack(t, good, "xl/media/image.png", func([]byte) []byte { return make([]byte, room) }), "unpacks to more"},
		"wide rows": {repack(t, good, page, func([]byte) []byte {
			return []byte(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
				strings.Repeat(`<row><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>`, 400) + `</sheetData></worksheet>`)
		}), "unpacks to more"},
		"cut off":        {repack(t, good, page, func(d []byte) []byte { return d[:len(d)/2] }), "damaged"},
		"not a workbook": {archive(t, map[string][]byte{"content.xml": []byte("<a/>")}), "no .xlsx"},
		"half a file":    {good[:len(good)/2], "damaged"},
	} {
		if _, err := readWithin(c.data, Options{}, room); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// TestSpreadsheetsOfOtherPrograms: archives are told apart by what is in them, however large that is.
func TestSpreadsheetsOfOtherPrograms(t *testing.T) {
	const room = 1 << 10
	type part struct{ name, text string }
	const ods = "application/vnd.oasis.opendocument.spreadsheet"
	large := strings.Repeat("<a/>", room)
	for name, c := range map[string]struct {
		parts []part
		want  string
	}{
		"OpenDocument":             {[]part{{"mimetype", ods}, {"content.xml", large}}, "OpenDocument spreadsheet (.ods)"},
		"a template of those":      {[]part{{"mimetype", ods + "-template"}, {"content.xml", "<a/>"}}, "OpenDocument spreadsheet (.ods)"},
		"a text in OpenDocument":   {[]part{{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}}, "no .xlsx workbook"},
		"a type that is cut":       {[]part{{"mimetype", ods[:20]}, {"content.xml", "<a/>"}}, "no .xlsx workbook"},
		"a type that is not first": {[]part{{"content.xml", "<a/>"}, {"mimetype", ods}}, "no .xlsx workbook"},
		"binary":                   {[]part{{"[Content_Types].xml", "<a/>"}, {"xl/workbook.bin", large}}, "binary Excel workbook (.xlsb)"},
		"binary elsewhere":         {[]part{{"[Content_Types].xml", "<a/>"}, {"other/workbook.bin", ""}}, "no .xlsx workbook"},
		"Numbers":                  {[]part{{"Index/Document.iwa", large}}, "Numbers document"},
		"nothing":                  {nil, "no .xlsx workbook"},
	} {
		var out bytes.Buffer
		writer := zip.NewWriter(&out)
		for _, p := range c.parts {
			// OpenDocument demands that the media type is not compressed.
			entry, err := writer.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := entry.Write([]byte(p.text)); err != nil {
				t.Fatal(err)
			}
		}
		if err := writer.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := readWithin(out.Bytes(), Options{}, room); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func FuzzWorkbook(f *testing.F) {
	f.Add("orgnr", "312409852")
	f.Fuzz(func(t *testing.T, header, cell string) {
		page := `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c t="inlineStr"><is><t>` + header +
			`</t></is></c></row><row><c><v>` + cell + `</v></c></row></sheetData></worksheet>`
		_, _ = Read(bytes.NewReader(archive(t, map[string][]byte{
			"[Content_Types].xml":      []byte(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
			"xl/workbook.xml":          []byte(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`),
			"xl/worksheets/sheet1.xml": []byte(page),
		})), Options{})
	})
}
