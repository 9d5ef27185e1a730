// This file tests what writing says of Go values, and the encoders of the standard library.

package katalog_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	. "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/katalog"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// foreign is a branch and an item that no schema knows, and a type that writes nothing.
type foreign struct{ KatalogChoice }

func (foreign) ReadXSD(*xsd.XMLReader) error  { return nil }
func (foreign) WriteXSD(*xsd.XMLWriter) error { return nil }
func (foreign) Validate() error               { return nil }
func (foreign) IsFigur()                      {}

// failing is a value that cannot be written.
type failing struct{ foreign }

var errFailing = errors.New("failing")

func (failing) WriteXSD(*xsd.XMLWriter) error { return errFailing }

func TestValidateGoValues(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Katalog)
		want   []string
	}{
		"valid":          {func(v *Katalog) {}, nil},
		"pattern":        {func(v *Katalog) { v.Choice = KatalogKode{Kode: "x"} }, []string{"/katalog/kode cvc-pattern-valid"}},
		"no branch":      {func(v *Katalog) { v.Choice = nil }, []string{"/katalog cvc-complex-type.2.4.b"}},
		"zero date":      {func(v *Katalog) { v.Choice = KatalogFra{} }, []string{"/katalog/fra cvc-datatype-valid.1.2.1"}},
		"pointer branch": {func(v *Katalog) { v.Choice = &KatalogKode{Kode: "AB1"} }, []string{"/katalog cvc-complex-type.2.4", "/katalog cvc-complex-type.2.4.b"}},
		"foreign branch": {func(v *Katalog) { v.Choice = foreign{v.Choice} }, []string{"/katalog cvc-complex-type.2.4", "/katalog cvc-complex-type.2.4.b"}},
		"nil item":       {func(v *Katalog) { v.Content = []KatalogItem{nil} }, []string{"/katalog cvc-complex-type.2.4"}},
		"nil figure":     {func(v *Katalog) { v.Figur = []AnyFigur{nil} }, []string{"/katalog/figur cvc-complex-type.2.4.b"}},
		"fixed":          {func(v *Katalog) { v.Valuta = new("SEK") }, []string{"/katalog/@valuta cvc-attribute.4"}},
		"character":      {func(v *Katalog) { v.Tittel = "\x01" }, []string{"/katalog/tittel cvc-datatype-valid.1.2.1"}},
		"no UTF-8":       {func(v *Katalog) { v.Tittel = "\xff" }, []string{"/katalog/tittel cvc-datatype-valid.1.2.1"}},
		"list item": {func(v *Katalog) {
			v.Content = []KatalogItem{KatalogPost{Post: Post{Nr: new(int32(1)), Koder: &Koder{"AB1 AB1"}}}}
		}, []string{"/katalog/post/@koder cvc-datatype-valid.1.2.2"}},
		"fraction": {func(v *Katalog) {
			v.Content = []KatalogItem{KatalogPost{Post: Post{Nr: new(int32(1)), Value: Beloep{Decimal: xsd.NewDecimal(1, 3)}}}}
		}, []string{"/katalog/post cvc-fractionDigits-valid"}},
		"key": {func(v *Katalog) {
			v.Content = []KatalogItem{KatalogPost{Post: Post{}}}
		}, []string{"/katalog/post cvc-identity-constraint.4.2.1"}},
		"key reference": {func(v *Katalog) {
			v.Content = []KatalogItem{KatalogPost{Post: Post{Nr: new(int32(1)), Erstatter: new(int32(2))}}}
		}, []string{"/katalog/post cvc-identity-constraint.4.3"}},
		"ID": {func(v *Katalog) {
			v.Content = []KatalogItem{KatalogPost{Post: Post{Nr: new(int32(1)), Se: new(xsd.IDREF("a"))}}}
		}, []string{"/katalog/post/@se cvc-id.1"}},
		"union":           {func(v *Katalog) { v.Stoerrelse = new(Stoerrelse) }, nil}, // empty: the default
		"abstract":        {func(v *Katalog) { v.Publikasjon = make([]xsd.Substitutable[Publikasjon], 1) }, []string{"/katalog/publikasjon cvc-elt.2"}},
		"unknown member":  {func(v *Katalog) { v.Publikasjon = []xsd.Substitutable[Publikasjon]{{Name: local("blad")}} }, []string{"/katalog/blad cvc-complex-type.2.4.a"}},
		"own in wildcard": {func(v *Katalog) { v.Any = []xsd.AnyElement{{Name: xsd.Name{Space: "urn:katalog", Local: "a"}}} }, []string{"/katalog/a cvc-complex-type.2.4.a"}},
		"too many":        {func(v *Katalog) { v.Any = make([]xsd.AnyElement, 3); name(v.Any) }, []string{"/katalog/a[3] cvc-complex-type.2.4.a"}},
		"no name":         {func(v *Katalog) { v.Any = []xsd.AnyElement{{Name: xsd.Name{Space: "urn:x", Local: "1"}}} }, []string{"element"}},
		"wildcard declared": {func(v *Katalog) {
			v.Any = []xsd.AnyElement{{Name: mvameldinginnsendingstatus.MvaMeldingInnsendingStatusElement.Name}}
		}, []string{"/katalog/mvaMeldingInnsendingStatus cvc-complex-type.2.4"}},
		"wildcard typed": {func(v *Katalog) {
			v.Any = []xsd.AnyElement{{Name: mvameldinginnsendingstatus.MvaMeldingInnsendingStatusElement.Name, Value: &mvameldinginnsendingstatus.MvaMeldingInnsendingStatus{}}}
		}, []string{"/katalog/mvaMeldingInnsendingStatus/skattepliktig/organisasjonsnummer cvc-pattern-valid", "/katalog/mvaMeldingInnsendingStatus/harTidligereSendtMvaMelding cvc-complex-type.2.4.a"}},
		"own attribute": {func(v *Katalog) {
			v.AnyAttributes = []xsd.AnyAttribute{{Name: xsd.Name{Space: "urn:katalog", Local: "a"}}}
		}, []string{"/katalog/@a cvc-complex-type.3.2.2"}},
		"writes nothing": {func(v *Katalog) { v.Figur = []AnyFigur{foreign{}} }, []string{"xsd: katalog_test.foreign.WriteXSD writes nothing, or does not close the type it opens"}},
		"cannot write":   {func(v *Katalog) { v.Figur = []AnyFigur{failing{}} }, []string{"failing"}},
		"nil union":      {func(v *Katalog) { v.Ramme = &xsd.Nillable[Ramme]{Nil: true, Value: Ramme{Bredde: 1, Type: new("a")}} }, nil},
	} {
		v := Katalog{Versjon: 1, Tittel: "t", Choice: KatalogKode{Kode: "AB1"}}
		c.change(&v)
		got := rules(v.Validate())
		if len(c.want) == 1 && c.want[0] == "element" {
			if len(got) != 1 || !strings.Contains(got[0], "name") {
				t.Errorf("%s: %v", name, got)
			}
			continue
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		text, err := xsd.MarshalXML(&v)
		if (err == nil) != (c.want == nil) {
			t.Errorf("%s: MarshalXML: %v", name, err)
		}
		if err == nil {
			readKatalog(t, string(text))
		}
		if _, err := xsd.MarshalJSON(&v); (err == nil) != (c.want == nil) {
			t.Errorf("%s: MarshalJSON: %v", name, err)
		}
	}
}

func name(elements []xsd.AnyElement) {
	for i := range elements {
		elements[i].Name = xsd.Name{Space: "urn:x", Local: "a"}
	}
}

func TestUnchecked(t *testing.T) {
	var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	if _, err := xsd.MarshalXML(&v); err == nil {
		t.Error("an empty status is not valid")
	}
	text, err := xsd.MarshalXML(&v, xsd.Unchecked())
	if err != nil || !strings.HasSuffix(string(text), "<harTidligereSendtMvaMelding>false</harTidligereSendtMvaMelding></mvaMeldingInnsendingStatus>") {
		t.Errorf("%s, %v", text, err)
	}
	text, err = xsd.MarshalJSON(&v, xsd.Unchecked())
	want := `{"skattepliktig":{"organisasjonsnummer":""},"terminUtenLevertMvaMelding":[],"harTidligereSendtMvaMelding":false}`
	if err != nil || string(text) != want {
		t.Errorf("%s, %v", text, err)
	}
	if err := xsd.Validate(&v, xsd.Unchecked()); err == nil {
		t.Error("Validate is never unchecked")
	}
}

func TestTextsOfValues(t *testing.T) {
	nr := mvameldinginnsendingstatus.Organisasjonsnummer("910150804")
	if text, err := nr.MarshalText(); err != nil || string(text) != "910150804" {
		t.Errorf("%s, %v", text, err)
	}
	if err := nr.UnmarshalText([]byte("91015080")); cmp.Diff([]string{" cvc-length-valid"}, rules(err)) != "" {
		t.Error(err)
	}
	var koder Koder
	if err := koder.UnmarshalText([]byte(" AB1  CD2 ")); err != nil || cmp.Diff(Koder{"AB1", "CD2"}, koder) != "" {
		t.Errorf("%v, %v", koder, err)
	}
	if text, err := koder.MarshalText(); err != nil || string(text) != "AB1 CD2" {
		t.Errorf("%s, %v", text, err)
	}
	if _, err := (Koder{"x"}).MarshalText(); cmp.Diff([]string{" cvc-datatype-valid.1.2.2"}, rules(err)) != "" {
		t.Error(err)
	}
	q := xsd.NewQName(xsd.Name{Space: "urn:x", Local: "a"}, "x")
	if text, err := codec.MarshalText(&q); err != nil || string(text) != "{urn:x}a" {
		t.Errorf("%s, %v", text, err)
	}
	if err := codec.UnmarshalText([]byte("{urn:y}b"), &q); err != nil || q.Name() != (xsd.Name{Space: "urn:y", Local: "b"}) {
		t.Errorf("%v, %v", q, err)
	}
	if u, err := xsd.ParseUnion(Stoerrelse{}.SimpleType(), "7"); err != nil || u.Member() != xsd.BuiltIn("int") || u.String() != "7" {
		t.Errorf("%v, %v", u, err)
	}
	if _, err := xsd.ParseUnion(Stoerrelse{}.SimpleType(), "middels"); err == nil {
		t.Error("no member takes it")
	}
}

// konvolutt is a struct of a user, with generated types in it.
type konvolutt struct {
	XMLName xml.Name                                              `xml:"konvolutt" json:"-"`
	Status  mvameldinginnsendingstatus.MvaMeldingInnsendingStatus `xml:"no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1 mvaMeldingInnsendingStatus" json:"status"`
	Figur   Figur                                                 `xml:"figuren" json:"figur"`
}

func TestEncodersOfTheStandardLibrary(t *testing.T) {
	k := konvolutt{Status: status(t), Figur: Figur{Navn: "f"}}
	text, err := xml.Marshal(k)
	if err != nil {
		t.Fatal(err)
	}
	var back konvolutt
	if err := xml.Unmarshal(text, &back); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	back.XMLName = k.XMLName
	if diff := cmp.Diff(k, back); diff != "" {
		t.Errorf("XML (-want +got):\n%s", diff)
	}
	if text, err = json.Marshal(struct {
		Status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	}{k.Status}); err != nil || string(text) != `{"Status":`+statusJSON+`}` {
		t.Errorf("%s, %v", text, err)
	}
	if _, err := xml.Marshal(Figur{Navn: "f"}); err == nil || !strings.Contains(err.Error(), "xsd.As") {
		t.Errorf("no global element: %v", err)
	}
	wrong := strings.Replace(statusXML, ":v1", ":v2", 1)
	if err := xml.Unmarshal([]byte(wrong), new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus)); cmp.Diff([]string{"/mvaMeldingInnsendingStatus cvc-elt.1"}, rules(err)) != "" {
		t.Error(err)
	}
	if err := xml.Unmarshal([]byte("<a><b></a>"), new(Figur)); err == nil {
		t.Error("not well-formed")
	}
	renamed := struct {
		XMLName  xml.Name                                                `xml:"konvolutt"`
		Status   mvameldinginnsendingstatus.MvaMeldingInnsendingStatus   `xml:"status"`
		Flere    []mvameldinginnsendingstatus.MvaMeldingInnsendingStatus `xml:"flere>en"`
		Untagged mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	}{Status: k.Status, Flere: []mvameldinginnsendingstatus.MvaMeldingInnsendingStatus{k.Status, k.Status}, Untagged: k.Status}
	readBack := renamed
	readBack.Status, readBack.Flere, readBack.Untagged = mvameldinginnsendingstatus.MvaMeldingInnsendingStatus{}, nil, mvameldinginnsendingstatus.MvaMeldingInnsendingStatus{}
	if text, err = xml.Marshal(renamed); err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(text, &readBack); err != nil {
		t.Fatalf("names that tags give: %v\n%s", err, text)
	}
	readBack.XMLName = renamed.XMLName
	if diff := cmp.Diff(renamed, readBack); diff != "" {
		t.Errorf("names that tags give (-want +got):\n%s", diff)
	}
	var embedding struct {
		mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
		Mottatt string `xml:"mottatt"`
	}
	const around = `<?xml version="1.0"?><!-- one --><konvolutt xmlns="urn:x"><mottatt>i dag</mottatt></konvolutt>`
	if err := xml.Unmarshal([]byte(around), &embedding); cmp.Diff([]string{"/konvolutt cvc-elt.1"}, rules(err)) != "" {
		t.Errorf("an embedded type reads a document of another root: %v", err)
	}
	k.Status.Skattepliktig.Organisasjonsnummer = "1"
	if _, err := xml.Marshal(k); err == nil {
		t.Error("not valid")
	}
	if err := xml.Unmarshal([]byte(strings.Repeat("<a>", 1500)+strings.Repeat("</a>", 1500)), new(Figur)); err == nil {
		t.Error("too deep")
	}
}

// gap is a value that lacks its last element, after several of another name.
type gap struct{}

var gapType = codec.ComplexType{
	Name: xsd.Name{Local: "gap"}, GoName: "gap",
	Fields: []codec.Field{
		{Name: xsd.Name{Local: "many"}, Max: codec.Unbounded, Simple: xsd.BuiltIn("string")},
		{Name: xsd.Name{Local: "last"}, Min: 1, Max: 1, Simple: xsd.BuiltIn("string")},
	},
}

func (*gap) ReadXSD(*xsd.XMLReader) error { return nil }
func (*gap) Validate() error              { return nil }
func (*gap) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&gapType)
	text := xsd.String("x")
	for range 3 {
		w.Value(0, &text)
	}
	w.Value(1, nil)
	return w.Close()
}

// The path to a value that is missing counts the elements of its own name.
func TestPathOfMissingValue(t *testing.T) {
	want := []string{"/gap/last cvc-complex-type.2.4.b"}
	_, xmlErr := xsd.MarshalXML(new(gap), xsd.As(gapType.Name))
	_, jsonErr := xsd.MarshalJSON(new(gap), xsd.As(gapType.Name))
	for name, err := range map[string]error{"XML": xmlErr, "JSON": jsonErr} {
		if diff := cmp.Diff(want, rules(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
