// This file tests roots of simple type, nil roots, xs:anyType, types without or with several elements, and documents of unknown
// root, with a schema made for it.

package katalog_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	. "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/katalog"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

func local(name string) xsd.Name { return xsd.Name{Local: name} }

var (
	tallElement   = xsd.Element[int32]{Name: local("tall"), Simple: xsd.BuiltIn("int")}
	antallElement = xsd.Element[int32]{Name: local("antall"), Simple: xsd.BuiltIn("int"), Constraint: codec.Fixed("7")}
	dagElement    = xsd.Element[xsd.Nillable[xsd.Date]]{Name: local("dag"), Simple: xsd.BuiltIn("date"), Nillable: true}
	altElement    = xsd.Element[xsd.AnyType]{Name: local("alt")}
	tekstElement  = xsd.Element[xsd.AnySimple]{Name: local("tekst"), Simple: xsd.BuiltIn("anySimpleType")}
	lukketElement = xsd.Element[lukket]{Name: local("lukket"), Type: "lukket", Constraint: nil}

	// The last one needs to know its types: figures may stand in xs:anyType.
	_ = codec.NewSchema(nil, &codec.SchemaParts{
		Package: "test",
		Types:   []codec.TypeEntry{codec.TypeOf[lukket](&lukketType)},
		Elements: []codec.GlobalElement{
			(*codec.ValueElement[int32])(&tallElement), (*codec.ValueElement[int32])(&antallElement), (*codec.ValueElement[xsd.Nillable[xsd.Date]])(&dagElement),
			(*codec.ValueElement[xsd.AnyType])(&altElement), (*codec.ValueElement[xsd.AnySimple])(&tekstElement), (*codec.StructElement)(&lukketElement),
		},
		Attributes: []codec.GlobalAttribute{
			{Name: xsd.Name{Space: "urn:attr", Local: "nr"}, Simple: xsd.BuiltIn("int")},
		},
		Imports: []*xsd.Schema{Schema, mvameldinginnsendingstatus.Schema}, // which know one another by this
	})
)

// lukket is a type with strict wildcards.
type lukket struct {
	Any        xsd.AnyElement
	Attributes []xsd.AnyAttribute
}

var lukketType = codec.ComplexType{
	Name: local("lukket"), GoName: "lukket",
	Fields: []codec.Field{
		{Kind: codec.AnyAttributeField, Max: codec.Unbounded, Any: &content.Wildcard{}},
		{Kind: codec.WildcardField, Min: 1, Max: 1, Any: &content.Wildcard{}},
	},
}

func (v *lukket) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&lukketType)
	for r.Next() {
		switch r.Field() {
		case 0:
			r.Value(codec.Grow(&v.Attributes))
		case 1:
			r.Value(&v.Any)
		}
	}
	return r.Close()
}

func (v *lukket) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&lukketType)
	for i := range v.Attributes {
		w.Value(0, &v.Attributes[i])
	}
	w.Value(1, &v.Any)
	return w.Close()
}

func (v *lukket) Validate() error { return xsd.Validate(v) }

const xsi = ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`

// made makes a value to read into.
func made[T any, P interface {
	*T
	xsd.XMLValue
}]() xsd.XMLValue {
	return P(new(T))
}

func TestRoots(t *testing.T) {
	for _, c := range []struct {
		document string
		make     func() xsd.XMLValue
		as       string
		json     string
		want     []string
	}{
		{"<tall>7</tall>", made[xsd.Int], "tall", "7", nil},
		{"<tall>x</tall>", made[xsd.Int], "", "", []string{"/tall cvc-datatype-valid.1.2.1"}},
		{"<antall/>", made[xsd.Int], "antall", "7", nil},
		{"<antall>+07</antall>", made[xsd.Int], "antall", "7", nil},
		{"<antall>8</antall>", made[xsd.Int], "", "", []string{"/antall cvc-elt.5.2.2.2.2"}},
		{"<feil>7</feil>", made[xsd.Int], "", "", []string{"/feil cvc-elt.1"}},
		{`<tall` + xsi + ` xsi:nil="false">7</tall>`, made[xsd.Int], "", "", []string{"/tall cvc-elt.3.1"}},
		{`<tall` + xsi + ` xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:short">7</tall>`, made[xsd.Int], "tall", "7", nil},
		{`<tall` + xsi + ` xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:byte">700</tall>`, made[xsd.Int], "", "", []string{"/tall cvc-maxInclusive-valid"}},
		{`<dag` + xsi + ` xsi:nil="true"/>`, made[xsd.Nillable[xsd.Date]], "", "null", nil},
		{`<dag>2022-01-01</dag>`, made[xsd.Nillable[xsd.Date]], "", `"2022-01-01"`, nil},
		{`<alt a="1">tekst <b xmlns="urn:b">inni</b></alt>`, made[xsd.AnyType], "alt", `{"@{}a":"1","#content":["tekst ",{"{urn:b}b":"inni"}]}`, nil},
		{`<alt` + xsi + ` xmlns:k="urn:katalog" xsi:type="k:Sirkel"><k:navn>s</k:navn><k:radius>1</k:radius></alt>`, made[xsd.AnyType], "alt", `{"@type":"{urn:katalog}Sirkel","navn":"s","radius":1}`, nil},
		{`<alt` + xsi + ` xmlns:k="urn:katalog" xsi:type="k:Sirkel"><k:navn>s</k:navn></alt>`, made[xsd.AnyType], "", "", []string{"/alt cvc-complex-type.2.4.b"}},
		{`<alt` + xsi + ` xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:int">12</alt>`, made[xsd.AnyType], "alt", `{"@type":"{http://www.w3.org/2001/XMLSchema}int","#text":"12"}`, nil},
		{`<alt` + xsi + ` xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:int">tolv</alt>`, made[xsd.AnyType], "", "", []string{"/alt cvc-datatype-valid.1.2.1"}},
		{`<alt` + xsi + ` xsi:type="ukjent"/>`, made[xsd.AnyType], "", "", []string{"/alt cvc-elt.4.2"}},
		{`<alt xmlns:a="urn:attr" a:nr="x"/>`, made[xsd.AnyType], "", "", []string{"/alt/@nr cvc-datatype-valid.1.2.1"}},
		{`<tekst>a</tekst>`, made[xsd.AnySimple], "", `"a"`, nil},
		{`<tekst` + xsi + ` xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:int">12</tekst>`, made[xsd.AnySimple], "", `{"@type":"{http://www.w3.org/2001/XMLSchema}int","#text":"12"}`, nil},
		{`<lukket xmlns:a="urn:attr" a:nr="1"><tall>7</tall></lukket>`, made[lukket], "", `{"@{urn:attr}nr":1,"#any":{"{}tall":7}}`, nil},
		{`<lukket b="1"><tall>7</tall></lukket>`, made[lukket], "", "", []string{"/lukket/@b cvc-complex-type.3.2.2"}},
		{`<lukket><ukjent/></lukket>`, made[lukket], "", "", []string{"/lukket/ukjent cvc-complex-type.2.4.c"}},
		{`<lukket><tall>sju</tall></lukket>`, made[lukket], "", "", []string{"/lukket/tall cvc-datatype-valid.1.2.1"}},
		{`<lukket><publikasjon xmlns="urn:katalog"><navn/></publikasjon></lukket>`, made[lukket], "", "", []string{"/lukket/publikasjon cvc-elt.2"}},
		{`<lukket` + xsi + `><tall xsi:nil="true"/></lukket>`, made[lukket], "", "", []string{"/lukket/tall cvc-elt.3.1"}},
	} {
		value := c.make()
		err := xsd.UnmarshalXML([]byte(c.document), value)
		if diff := cmp.Diff(c.want, rules(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.document, diff)
			continue
		}
		if c.want != nil {
			continue
		}
		var opts []xsd.Option
		if c.as != "" {
			opts = append(opts, xsd.As(local(c.as)))
		}
		text, err := xsd.MarshalXML(value, opts...)
		if err != nil {
			t.Errorf("%s: %v", c.document, err)
			continue
		}
		if err := xsd.UnmarshalXML(text, c.make()); err != nil {
			t.Errorf("%s: written as %s: %v", c.document, text, err)
		}
		object, err := xsd.MarshalJSON(value, opts...)
		if err != nil || string(object) != c.json {
			t.Errorf("%s: in JSON %s, %v; want %s", c.document, object, err, c.json)
		}
		value = c.make()
		if err := xsd.UnmarshalJSON(object, value, opts...); err != nil {
			t.Errorf("%s: from JSON: %v", object, err)
		}
		if again, err := xsd.MarshalJSON(value, opts...); err != nil || string(again) != c.json {
			t.Errorf("%s: again in JSON %s, %v", c.document, again, err)
		}
	}
}

func TestElementToWriteMustBeKnown(t *testing.T) {
	seven := xsd.Int(7)
	if _, err := xsd.MarshalXML(&seven); err == nil || !strings.Contains(err.Error(), "xsd.As") {
		t.Errorf("two elements: %v", err)
	}
	figur := Figur{Navn: "f"}
	if _, err := xsd.MarshalXML(&figur); err == nil || !strings.Contains(err.Error(), "xsd.As") {
		t.Errorf("no element: %v", err)
	}
	if err := figur.Validate(); err != nil {
		t.Error(err)
	}
	text, err := xsd.MarshalXML(&figur, xsd.As(xsd.Name{Space: "urn:katalog", Local: "figur"}))
	if err != nil || !strings.Contains(string(text), `<figur xmlns="urn:katalog"><navn>f</navn></figur>`) {
		t.Errorf("%s, %v", text, err)
	}
	if err := xsd.UnmarshalXML(text, &figur, xsd.As(xsd.Name{Space: "urn:katalog", Local: "figur"})); err != nil {
		t.Error(err)
	}
	if err := xsd.UnmarshalXML(text, &figur, xsd.As(local("figur"))); err == nil {
		t.Error("another element is accepted")
	}
	if err := xsd.UnmarshalXML(text, &figur); err == nil {
		t.Error("an element that no schema declares is accepted")
	}
	var deviations xsd.Violations
	bare := []byte(`<figur><navn>f</navn></figur>`)
	if err := xsd.UnmarshalXML(bare, &figur, xsd.As(xsd.Name{Space: "urn:katalog", Local: "figur"}), xsd.Tolerant(&deviations)); err != nil || len(deviations) == 0 {
		t.Errorf("without its namespace: %v, %d deviations", err, len(deviations))
	}
	if err := xsd.UnmarshalXML(bare, &figur, xsd.As(xsd.Name{Space: "urn:katalog", Local: "bok"}), xsd.Tolerant(&deviations)); err == nil {
		t.Error("another element without namespace is accepted")
	}
}

func TestReadDocument(t *testing.T) {
	bok := xsd.Name{Space: "urn:katalog", Local: "bok"}
	d, err := ReadXML([]byte(`<bok xmlns="urn:katalog"><navn>b</navn></bok>`))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(xsd.Document{Element: bok, Value: &Publikasjon{Navn: "b"}}, d); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if text, err := xsd.MarshalXML(d.Value, xsd.As(d.Element)); err != nil || !strings.Contains(string(text), "<bok ") {
		t.Errorf("%s, %v", text, err)
	}
	if d, err := ReadXML([]byte(`<katalog xmlns="urn:katalog"/>`)); err == nil || d.Value != nil {
		t.Errorf("%v, %v", d, err)
	}
	_, err = ReadXML([]byte(`<ukjent/>`))
	if cmp.Diff([]string{"/ukjent cvc-elt.1"}, rules(err)) != "" || !strings.Contains(err.Error(), "expected is {urn:katalog}") {
		t.Error(err)
	}
	if _, err := ReadXML([]byte(`<publikasjon xmlns="urn:katalog"><navn/></publikasjon>`)); cmp.Diff([]string{"/publikasjon cvc-elt.2"}, rules(err)) != "" {
		t.Error(err)
	}
	var deviations xsd.Violations
	if d, err := ReadXML([]byte(`<bok><navn>b</navn></bok>`), xsd.Tolerant(&deviations)); err != nil || d.Element != bok || len(deviations) != 1 {
		t.Errorf("%v, %v, %v", d, err, deviations)
	}
}

func TestDerivedTypeAsRoot(t *testing.T) {
	const sirkel = `<x:figur xmlns:x="urn:katalog" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="x:Sirkel"><x:navn>s</x:navn><x:radius>2</x:radius></x:figur>`
	var v Sirkel
	if err := xsd.UnmarshalXML([]byte(sirkel), &v, xsd.As(xsd.Name{Space: "urn:katalog", Local: "figur"})); err != nil || v.Radius != 2 {
		t.Errorf("%+v, %v", v, err)
	}
	var base Figur
	if err := xsd.UnmarshalXML([]byte(sirkel), &base, xsd.As(xsd.Name{Space: "urn:katalog", Local: "figur"})); err == nil {
		t.Error("a value of the base type cannot hold the derived one")
	}
}

func TestViolationsAreLimited(t *testing.T) {
	var v Katalog
	document := minimal("", strings.Repeat("<ukjent/>", 300))
	err := xsd.UnmarshalXML([]byte(document), &v)
	var violations xsd.Violations
	if !errors.As(err, &violations) || len(violations) != xsd.MaxViolations+1 || !violations.Truncated() {
		t.Fatalf("%d violations", len(violations))
	}
	if first := violations[0]; first.Line != 1 || first.Offset != int64(strings.Index(document, "<ukjent")) || first.Column != int(first.Offset)+1 {
		t.Errorf("%+v", first)
	}
	if text := err.Error(); !strings.HasPrefix(text, "more than 100 violations\n\tline 1, column 146: /katalog/ukjent: ") {
		t.Error(text[:200])
	}
	if got := violations[1].Path; got != "/katalog/ukjent[2]" {
		t.Error(got)
	}
}

func TestLongTextIsCut(t *testing.T) {
	var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	err := xsd.UnmarshalXML([]byte(strings.Replace(statusXML, "alminnelig", strings.Repeat("æ", 1000), 1)), &v)
	var violations xsd.Violations
	if !errors.As(err, &violations) || len(violations[0].Text) > 210 || !strings.HasSuffix(violations[0].Text, "æ…") {
		t.Errorf("%v", err)
	}
}

// A nil value is the caller's mistake, and no reason to panic.
func TestReadingIntoNothing(t *testing.T) {
	for name, err := range map[string]error{
		"XML": xsd.UnmarshalXML([]byte("<a/>"), nil), "a nil pointer": xsd.UnmarshalXML([]byte("<a/>"), (*xsd.Boolean)(nil)), "JSON": xsd.UnmarshalJSON([]byte("{}"), nil),
	} {
		if err == nil || !strings.Contains(err.Error(), "pass a pointer") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
