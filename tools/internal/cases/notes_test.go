// What documents say beside their values: what is noted, and what becomes of notes when the value has changed.

package cases_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/all"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/as_written"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/element_default"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/list"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

const (
	line   = `<root xmlns="urn:case" xmlns:xsi="` + instance + `"><line xsi:type="Line" open="1"><amount xsi:type="SmallAmount">+7</amount></line></root>`
	header = `<?xml version="1.0" encoding="UTF-8"?>`
)

func TestNotesAreListed(t *testing.T) {
	d, err := aswritten.ReadXML([]byte(line))
	if err != nil {
		t.Fatal(err)
	}
	want := `/*/*[1] {urn:case}line says xsi:type={urn:case}Line
/*/*[1] {urn:case}line has @open spelt 1
/*/*[1]/*[1] {urn:case}amount says xsi:type={urn:case}SmallAmount
/*/*[1]/*[1] {urn:case}amount is spelt +7
`
	if diff := cmp.Diff(want, d.Notes.String()); diff != "" {
		t.Error(diff)
	}
}

func TestDefaultsAreToldFromText(t *testing.T) {
	d, err := elementdefault.ReadXML([]byte(`<root xmlns="urn:case"><a/><b>x</b></root>`))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("/*/*[1] {urn:case}a is empty: its value is the default\n", d.Notes.String()); diff != "" {
		t.Error(diff)
	}
	if a := d.Value.(*elementdefault.Holder).A; a != 7 {
		t.Errorf("the value of the empty element is %d, want its default", a)
	}
}

// A note has no effect on another value or another element than the one it was taken of.
func TestNotesOfOtherValuesAreLeftOut(t *testing.T) {
	tests := map[string]struct {
		change func(*aswritten.Root)
		want   string
	}{
		"nothing": {func(*aswritten.Root) {}, `<line xsi:type="Line" open="1"><amount xsi:type="SmallAmount">+7</amount></line>`},
		"the spelling": {func(r *aswritten.Root) {
			no := false
			base(r).Open, base(r).Amount[0] = &no, 8
		}, `<line xsi:type="Line" open="false"><amount xsi:type="SmallAmount">8</amount></line>`},
		"the type": {func(r *aswritten.Root) { base(r).Amount[0] = 1000 }, `<line xsi:type="Line" open="1"><amount>1000</amount></line>`},
		"the place": {func(r *aswritten.Root) {
			r.Line = append([]aswritten.AnyLine{&aswritten.TaxedLine{Amount: []aswritten.Amount{7}}}, r.Line...)
		}, `<line xsi:type="TaxedLine"><amount xsi:type="SmallAmount">+7</amount></line><line open="true"><amount>7</amount></line>`},
	}
	for name, test := range tests {
		d, err := aswritten.ReadXML([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		test.change(d.Value.(*aswritten.Root))
		written, err := d.WriteXML()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := aswritten.ReadXML(written); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		text := strings.Replace(string(written), ` xmlns:xsi="`+instance+`"`, "", 1)
		if begin, end := strings.Index(text, "<line"), strings.Index(text, "</root>"); test.want != text[begin:end] {
			t.Errorf("%s: %s\nwant %s", name, text[begin:end], test.want)
		}
	}
}

func base(r *aswritten.Root) *aswritten.Line { return r.Line[0].(*aswritten.Line) }

// Noting does for one type what ReadXML and WriteXML do for documents of any.
// A value of xs:anySimpleType says itself of which type it is, nil or not. A note of the value that was there before says nothing of it.
func TestNotesOfAnySimpleType(t *testing.T) {
	d, err := aswritten.ReadXML([]byte(`<root xmlns="urn:case" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="` + instance + `"><line><amount>1</amount>` +
		`<free xsi:type="xs:int">2</free><free xsi:nil="true" xsi:type="xs:date"/><free xsi:nil="true"/><free>3</free></line></root>`))
	if err != nil {
		t.Fatal(err)
	}
	line := base(d.Value.(*aswritten.Root))
	for _, want := range []string{
		`<free xsi:type="xs:int">2</free><free xsi:type="xs:date" xsi:nil="true"/><free xsi:nil="true"/><free>3</free>`,
		`<free xsi:type="xs:date" xsi:nil="true"/><free xsi:nil="true"/><free>3</free>`,
		`<free xsi:nil="true"/><free>3</free>`,
		`<free>3</free>`,
	} {
		text, err := d.WriteXML()
		if want = "<line><amount>1</amount>" + want + "</line>"; err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%v: %s\nwant %s", err, text, want)
		}
		line.Free = line.Free[1:]
	}
}

func TestNoting(t *testing.T) {
	const text = `<root xmlns="urn:case"><weight>1.0</weight><colour>red</colour></root>`
	var settings all.Settings
	var notes xsd.Notes
	if err := xsd.UnmarshalXML([]byte(text), &settings, xsd.Noting(&notes)); err != nil {
		t.Fatal(err)
	}
	written, err := xsd.MarshalXML(&settings, xsd.Noting(&notes))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(header+text, string(written)); diff != "" {
		t.Error(diff)
	}
	if written, err = xsd.MarshalXML(&settings); err != nil || !strings.Contains(string(written), "</colour><weight>") {
		t.Errorf("without notes the order is the schema's: %s, %v", written, err)
	}
	size := int32(1)
	settings.Size = &size // it was not in the document: it comes last
	if written, err = xsd.MarshalXML(&settings, xsd.Noting(&notes)); err != nil || !strings.Contains(string(written), "</weight><colour>red</colour><size>") {
		t.Errorf("a new member comes after the others: %s, %v", written, err)
	}
	if err := xsd.UnmarshalXML(written, new(all.Settings), xsd.Noting(&notes)); err != nil || !strings.Contains(notes.String(), "2 0 1") {
		t.Errorf("reading takes notes anew: %v, %v", notes.String(), err)
	}
}

// TestSpellingsOfListsAreThoseOfTheirValue: a list that has become longer or shorter is no longer spelt as it was read.
func TestSpellingsOfListsAreThoseOfTheirValue(t *testing.T) {
	for _, c := range []struct {
		items int
		want  string
	}{{0, "01 +2 3 4"}, {1, "1 2 3 4 4"}, {-1, "1 2 3"}} {
		d, err := list.ReadXML([]byte(`<root xmlns="urn:case"><numbers>01 +2 3 4</numbers><few>1</few></root>`))
		if err != nil {
			t.Fatal(err)
		}
		h := d.Value.(*list.Holder)
		switch last := len(h.Numbers) - 1; c.items {
		case 1:
			h.Numbers = append(h.Numbers, h.Numbers[last])
		case -1:
			h.Numbers = h.Numbers[:last]
		}
		written, err := d.WriteXML()
		if err != nil || !strings.Contains(string(written), "<numbers>"+c.want+"</numbers>") {
			t.Errorf("%d more items: %s, %v; want %s", c.items, written, err, c.want)
		}
	}
}
