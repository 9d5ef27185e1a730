package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func read(t *testing.T, data string) *Sheet {
	t.Helper()
	sheet, err := Read(strings.NewReader(data))
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
		"comma":           {"orgnr,navn\n1,a\n", Dialect{Separator: ','}},
		"semicolon, CRLF": {"orgnr;navn\r\n1;a\r\n", Dialect{Separator: ';', CRLF: true}},
		"tab":             {"orgnr\tnavn\n1\ta\n", Dialect{Separator: '\t'}},
		"one column":      {"orgnr\n1\n", Dialect{Separator: ';'}},
		"mark":            {"\ufefforgnr;navn\n1;a\n", Dialect{Encoding: UTF8WithBOM, Separator: ';'}},
		"windows-1252":    {"orgnr;gate\n1;Bl\xe5b\xe6r\n", Dialect{Encoding: Windows1252, Separator: ';'}},
		"Excel's hint":    {"sep=,\r\norgnr,\"a;b;c\"\r\n1,x\r\n", Dialect{Separator: ',', CRLF: true, Hint: true}},
		"quoted header":   {"\"a,b,c\";orgnr\n1;2\n", Dialect{Separator: ';'}},
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

func TestOneBadRowStopsNothing(t *testing.T) {
	sheet := read(t, "sep=;\norgnr;navn\n1;a\n2;b\"ad\"\n3;c\n")
	if len(sheet.Rows) != 3 {
		t.Fatalf("%d rows, want 3: %+v", len(sheet.Rows), sheet.Rows)
	}
	if sheet.Rows[1].Err == nil || sheet.Rows[1].Line != 4 {
		t.Errorf("row 2: line %d, error %v, want line 4 and an error", sheet.Rows[1].Line, sheet.Rows[1].Err)
	}
	if diff := cmp.Diff(Row{Line: 5, Fields: []string{"3", "c"}}, sheet.Rows[2]); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefuses(t *testing.T) {
	for name, data := range map[string]string{"empty": "", "UTF-16": "\xff\xfeo\x00"} {
		if _, err := Read(strings.NewReader(data)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestColumn(t *testing.T) {
	sheet := &Sheet{Header: []string{"Navn", "Org. nr"}}
	column, err := sheet.Column("orgnr", "organisasjonsnummer")
	if err != nil || column != 1 {
		t.Errorf("Column = %d, %v, want 1", column, err)
	}
	if _, err := sheet.Column("adresse"); err == nil || !strings.Contains(err.Error(), "Navn") {
		t.Errorf("error %v should list the columns", err)
	}
	if got := (Row{Fields: []string{"a"}}).Field(3); got != "" {
		t.Errorf("a short row's field is %q", got)
	}
}

func TestWrittenBackAsItCame(t *testing.T) {
	for _, data := range []string{
		"orgnr;navn\r\n974761076;\"Blåbær; AS\"\r\n",
		"\ufefforgnr,navn\n974761076,Blåbær\n",
		"sep=;\r\norgnr;navn\r\n974761076;Bl\xe5b\xe6r\r\n",
		"orgnr\tnavn\n974761076\ta\n",
	} {
		sheet := read(t, data)
		var records [][]string
		for _, row := range sheet.Rows {
			records = append(records, row.Fields)
		}
		var out bytes.Buffer
		if err := Write(&out, sheet.Dialect, sheet.Header, records); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(data, out.String()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestWriteRefusesWhatTheEncodingLacks(t *testing.T) {
	err := Write(&bytes.Buffer{}, Dialect{Encoding: Windows1252, Separator: ';'}, []string{"a"}, [][]string{{"Łódź"}})
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
		sheet, err := Read(bytes.NewReader(data))
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
