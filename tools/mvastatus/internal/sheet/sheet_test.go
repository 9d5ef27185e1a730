package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func read(t *testing.T, data string) *Sheet {
	t.Helper()
	sheet, err := Read(strings.NewReader(data), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return sheet
}

func TestReadFindsTheDialect(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want Dialect
	}{
		"comma":           {"orgnr,navn\n1,a\n", Dialect{Separator: ',', End: "\n"}},
		"semicolon, CRLF": {"orgnr;navn\r\n1;a\r\n", Dialect{Separator: ';', End: "\r\n"}},
		"tab":             {"orgnr\tnavn\n1\ta\n", Dialect{Separator: '\t', End: "\n"}},
		"vertical line":   {"orgnr|navn\n1|a;b,c\n", Dialect{Separator: '|', End: "\n"}},
		"line in a name":  {"orgnr;navn | sted | land\n1;a | b | c\n", Dialect{Separator: ';', End: "\n"}},
		"one column":      {"orgnr\n1\n", Dialect{Separator: ';', End: "\n"}},
		"mark":            {"\ufefforgnr;navn\n1;a\n", Dialect{Encoding: UTF8WithBOM, Separator: ';', End: "\n"}},
		"windows-1252":    {"orgnr;gate\n1;Bl\xe5b\xe6r\n", Dialect{Encoding: Windows1252, Separator: ';', End: "\n"}},
		"Macintosh":       {"orgnr;gate\r1;Bl\x8cb\xber\r", Dialect{Encoding: MacRoman, Separator: ';', End: "\r"}},
		"UTF-16":          {"\xff\xfeo\x00r\x00g\x00n\x00r\x00\r\x00\n\x001\x00", Dialect{Encoding: UTF16LittleEndian, Separator: ';', End: "\r\n"}},
		"Excel's hint":    {"sep=,\r\norgnr,\"a;b;c\"\r\n1,x\r\n", Dialect{Separator: ',', End: "\r\n", Hint: true}},
		"quoted header":   {"\"a,b,c\";orgnr\n1;2\n", Dialect{Separator: ';', End: "\n"}},
		"title above":     {"Kunder, per 1. mai, og, så, videre\n\nnavn;orgnr\na;1\n", Dialect{Separator: ';', End: "\n"}},
	} {
		if diff := cmp.Diff(c.want, read(t, c.data).Dialect); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestReadDecodes(t *testing.T) {
	sheet := read(t, "orgnr;gate\n974761076;Bl\xe5b\xe6rstien\n")
	if diff := cmp.Diff([]Row{{Line: 2, Fields: []string{"974761076", "Blåbærstien"}}}, sheet.Rows); diff != "" {
		t.Error(diff)
	}
}

// TestQuotationMarks: what is read of a row, and that no row behind it is lost.
func TestQuotationMarks(t *testing.T) {
	for name, c := range map[string]struct {
		rows   string
		fields []string
		bad    bool
	}{
		"inside an unquoted cell": {`1;b"ad"`, []string{"1", `b"ad"`}, false},
		"a formula":               {`="1";a`, []string{`="1"`, "a"}, false},
		"not doubled":             {`1;"Bar "Baren" AS"`, []string{"1", `Bar "Baren" AS`}, false},
		"doubled":                 {`1;"Bar ""Baren"" AS"`, []string{"1", `Bar "Baren" AS`}, false},
		"never closed":            {`"1;a`, []string{`"1`, "a"}, true},
		"never closed, last cell": {`1;"a`, []string{"1", `"a`}, true},
		"several lines":           {"1;\"a\nb\"", []string{"1", "a\nb"}, false},
		"an empty last cell":      {"1;", []string{"1", ""}, false},
	} {
		for _, after := range []string{"3;c", `"3";"c"`, `"3";"c;d"`, `3;""`} {
			sheet := read(t, "sep=;\norgnr;navn\n"+c.rows+"\n"+after+"\n4;e\n")
			if len(sheet.Rows) != 3 {
				t.Errorf("%s, before %s: %d rows, want 3: %+v", name, after, len(sheet.Rows), sheet.Rows)
				continue
			}
			if diff := cmp.Diff(c.fields, sheet.Rows[0].Fields); diff != "" || (sheet.Rows[0].Err != nil) != c.bad || sheet.Rows[0].Line != 3 {
				t.Errorf("%s, before %s: line %d, %v\n%s", name, after, sheet.Rows[0].Line, sheet.Rows[0].Err, diff)
			}
			if last := sheet.Rows[2]; last.Line != 5+strings.Count(c.rows, "\n") || last.Field(1) != "e" {
				t.Errorf("%s, before %s: the last row is %+v", name, after, last)
			}
		}
	}
}

func TestReadSaysWhatAFileIs(t *testing.T) {
	for want, data := range map[string]string{
		"is empty": "", "below the header": "orgnr;navn\n;\n\n", ".xls)": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "PDF": "%PDF-1.7 ...", "web page": "\ufeff<html>",
		"JSON": `{"orgnr": 1}`, "archive: unpack": "\x1f\x8b\x08", "no text": "orgnr\n1\x002\n", "no column": "navn;adresse\na;b\n",
		"first line with the names": "312409852;a\n213023012;b\n", "more than one column": "Orgnr;Organisasjonsnummer\n1;2\n",
	} {
		if _, err := Read(strings.NewReader(data), Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", want, err)
		}
	}
}

func TestHeaders(t *testing.T) {
	for _, name := range []string{
		"orgnr", "Orgnr.", "Org.nr", "ORG NR", "Org.nr:", "Orgnummer", "Org.nummer", "Organisasjonsnr.", "Organisasjonsnummer", "Foretaksnummer", "Organization No",
		"Organisation number", "org_no", "Org.nr. (9 siffer)", "\ufefforgnr", "MVA-nummer", "VAT no.",
	} {
		sheet := read(t, "Kundeliste\n\nNavn;"+name+"\na;1\n")
		if sheet.Column != 1 || len(sheet.Above) != 2 || len(sheet.Rows) != 1 || sheet.Rows[0].Line != 4 {
			t.Errorf("%q: %+v", name, sheet)
		}
	}
	sheet, err := Read(strings.NewReader("orgnr;Eier Orgnr\n1;2\n"), Options{Column: "eier orgnr"})
	if err != nil || sheet.Column != 1 {
		t.Errorf("%+v, %v", sheet, err)
	}
	if _, err := Read(strings.NewReader("Navn;nummer\na;1\n"), Options{}); err == nil || !strings.Contains(err.Error(), `"Navn", "nummer"`) {
		t.Errorf("error %v should list the columns", err)
	}
	if got := (Row{Fields: []string{"a"}}).Field(3); got != "" {
		t.Errorf("a short row's field is %q", got)
	}
}

func TestANumberInACellOfSeveralLinesIsWarnedOf(t *testing.T) {
	for data, want := range map[string]bool{
		"orgnr;navn\n312409852;\"a\n213023012;b\"\n":                  true,  // two rows, joined by a quotation mark too few
		"orgnr;navn\n312409852;\"a\n312 409 852\"\n":                  false, // its own
		"orgnr;navn\n312409852;\"a\n213023012\"\n213023012;b\n":       false, // another row's
		"orgnr;navn\n312409852;\"Storgata 1\n0155 Oslo\n12345678\"\n": false, // no such number
	} {
		if got := read(t, data).Rows[0].Warning != nil; got != want {
			t.Errorf("%q: warned %v, want %v", data, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for text, want := range map[string]string{
		`="310000221"`: "310000221", ` = "310000221" `: "310000221", "310000221,00": "310000221", "310000221.0": "310000221", "310 000 221": "310 000 221",
	} {
		if got := Number(text); got != want {
			t.Errorf("Number(%q) = %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]bool{"3,10E+08": true, "3.1e8": true, "310000221": false, "": false} {
		if got := Rounded(text) != nil; got != want {
			t.Errorf("Rounded(%q): %v", text, got)
		}
	}
}

func TestWrittenBackAsItCame(t *testing.T) {
	for _, data := range []string{
		"orgnr;navn\r\n974761076;\"Blåbær; AS\"\r\n",
		"\ufefforgnr,navn\n974761076,Blåbær\n",
		"sep=;\r\norgnr;navn\r\n974761076;Bl\xe5b\xe6r\r\n",
		"orgnr\tnavn\n974761076\ta\n",
		"Kunder\r\rorgnr;navn\r974761076;\"a\rb\"\r\r213023012;Bl\x8c\r",
	} {
		sheet := read(t, data)
		records := append(sheet.Above, sheet.Header)
		for _, row := range sheet.Rows {
			records = append(records, row.Fields)
		}
		var out bytes.Buffer
		if err := Write(&out, sheet.Dialect, records); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(data, out.String()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestWriteRefusesWhatTheEncodingLacks(t *testing.T) {
	err := Write(&bytes.Buffer{}, Dialect{Encoding: Windows1252, Separator: ';'}, [][]string{{"Łódź"}})
	if err == nil || !strings.Contains(err.Error(), "Ł") {
		t.Errorf("error %v should name the character", err)
	}
}

func TestHarmless(t *testing.T) {
	for text, want := range map[string]string{"=HYPERLINK(1)": "'=HYPERLINK(1)", "@x": "'@x", "uke 1": "uke 1", "": ""} {
		if got := Harmless(text); got != want {
			t.Errorf("Harmless(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("orgnr;navn\r\n1;a\r\n"))
	f.Add([]byte("sep=,\n\"a\nb\",c\n"))
	f.Add([]byte("\xff\xfe"))
	f.Fuzz(func(t *testing.T, data []byte) {
		sheet, err := Read(bytes.NewReader(data), Options{})
		if err != nil {
			return
		}
		for _, row := range sheet.Rows {
			if row.Err == nil && row.Fields == nil {
				t.Errorf("a row with neither fields nor error: %+v", row)
			}
		}
	})
}
