// This file tests reading and writing of a schema that has each construct once.

package katalog_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/katalog"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

const katalogXML = `<katalog xmlns="urn:katalog" xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" versjon="+3" valuta="NOK" x:merke="m">
<tittel>Alt mulig</tittel>
<merknad xsi:nil="true"/>
<fra>2022-01-01</fra><til>2022-12-31Z</til>
<post nr="1" id="a" koder="AB1 CD2">1.10</post>
<avsnitt>Her <uthevet>er</uthevet> det <avsnitt>inni</avsnitt>.</avsnitt>
<post nr="02" erstatter="1" se="a">-.5</post>
<stoerrelse>stor</stoerrelse>
<figur><navn>f</navn></figur>
<figur xsi:type="Sirkel"><navn>s</navn><radius>1.5</radius></figur>
<bok><navn>b</navn></bok><avis><navn>a</navn></avis><bok><navn>c</navn></bok>
<ramme type="enkel"><farge>x:roed</farge><bredde>2</bredde></ramme>
<x:ukjent x:a="1">tekst <x:inni xmlns:y="urn:y">y:navn</x:inni></x:ukjent>
</katalog>`

// minimal is a valid katalog with what follows put in place.
func minimal(attributes, rest string) string {
	return `<katalog xmlns="urn:katalog" xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" versjon="1"` + attributes +
		`><tittel>t</tittel><kode>AB1</kode>` + rest + `</katalog>`
}

func readKatalog(t *testing.T, text string, opts ...xsd.Option) *Katalog {
	t.Helper()
	var v Katalog
	if err := xsd.UnmarshalXML([]byte(text), &v, opts...); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return &v
}

func TestKatalogIsRead(t *testing.T) {
	v := readKatalog(t, katalogXML)
	if v.Versjon != 3 || *v.Valuta != "NOK" || v.Tittel != "Alt mulig" || !v.Merknad.Nil {
		t.Errorf("simple parts: %+v", v)
	}
	branch, _ := v.Choice.(KatalogFra)
	if branch.Fra.String() != "2022-01-01" || branch.Til == nil || branch.Til.String() != "2022-12-31Z" {
		t.Errorf("choice: %+v", v.Choice)
	}
	if len(v.Content) != 3 {
		t.Fatalf("content: %+v", v.Content)
	}
	post := v.Content[0].(KatalogPost).Post
	if post.Value.String() != "1.10" || cmp.Diff(&Koder{"AB1", "CD2"}, post.Koder) != "" || *post.Id != "a" {
		t.Errorf("post: %+v", post)
	}
	wantText := []AvsnittItem{
		AvsnittText("Her "),
		AvsnittUthevet{Uthevet: "er"},
		AvsnittText(" det "),
		AvsnittAvsnitt{Avsnitt: Avsnitt{Content: []AvsnittItem{AvsnittText("inni")}}},
		AvsnittText("."),
	}
	if diff := cmp.Diff(wantText, v.Content[1].(KatalogAvsnitt).Avsnitt.Content); diff != "" {
		t.Errorf("mixed (-want +got):\n%s", diff)
	}
	if v.Stoerrelse.Text() != "stor" || v.Stoerrelse.Member().Name().Local != "Ord" {
		t.Errorf("union: %v of %v", v.Stoerrelse.Text(), v.Stoerrelse.Member())
	}
	if diff := cmp.Diff([]AnyFigur{&Figur{Navn: "f"}, &Sirkel{Navn: "s", Radius: 1.5}}, v.Figur); diff != "" {
		t.Errorf("xsi:type (-want +got):\n%s", diff)
	}
	bok, avis := xsd.Name{Space: "urn:katalog", Local: "bok"}, xsd.Name{Space: "urn:katalog", Local: "avis"}
	wantGroup := []xsd.Substitutable[Publikasjon]{
		{Name: bok, Value: Publikasjon{Navn: "b"}}, {Name: avis, Value: Publikasjon{Navn: "a"}}, {Name: bok, Value: Publikasjon{Navn: "c"}},
	}
	if diff := cmp.Diff(wantGroup, v.Publikasjon); diff != "" {
		t.Errorf("substitution group (-want +got):\n%s", diff)
	}
	if f := v.Ramme.Value.Farge; f.Name() != (xsd.Name{Space: "urn:x", Local: "roed"}) || f.Prefix() != "x" {
		t.Errorf("QName: %v", f)
	}
	x := v.Any[0]
	if x.Name.Local != "ukjent" || x.Text() != "tekst " || len(x.Attributes) != 1 || len(x.Content) != 2 {
		t.Errorf("wildcard: %+v", x)
	}
	if diff := cmp.Diff([]xsd.AnyAttribute{{Name: xsd.Name{Space: "urn:x", Local: "merke"}, Value: "m"}}, v.AnyAttributes); diff != "" {
		t.Errorf("attribute wildcard (-want +got):\n%s", diff)
	}
}

// TestKatalogRoundTrips reads what was written, through XML and through JSON.
func TestKatalogRoundTrips(t *testing.T) {
	v := readKatalog(t, katalogXML)
	if err := v.Validate(); err != nil {
		t.Fatal(err)
	}
	text, err := xsd.MarshalXML(v)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(v, readKatalog(t, string(text))); diff != "" {
		t.Errorf("XML (-want +got):\n%s\n%s", diff, text)
	}
	object, err := xsd.MarshalJSON(v)
	if err != nil {
		t.Fatal(err)
	}
	var back Katalog
	if err := xsd.UnmarshalJSON(object, &back); err != nil {
		t.Fatalf("%v\n%s", err, object)
	}
	again, err := xsd.MarshalJSON(&back)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(object), string(again)); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
	if err := back.Validate(); err != nil {
		t.Errorf("what was read from JSON: %v", err)
	}
}

func TestKatalogInJSON(t *testing.T) {
	v := readKatalog(t, katalogXML)
	object, err := xsd.MarshalJSON(v)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"@versjon":3,"@valuta":"NOK","@{urn:x}merke":"m","tittel":"Alt mulig","merknad":null,` +
		`"fra":"2022-01-01","til":"2022-12-31Z","#content":[` +
		`{"post":{"@nr":1,"@id":"a","@koder":["AB1","CD2"],"#text":1.10}},` +
		`{"avsnitt":{"#content":["Her ",{"uthevet":"er"}," det ",{"avsnitt":{"#content":["inni"]}},"."]}},` +
		`{"post":{"@nr":2,"@erstatter":1,"@se":"a","#text":-0.5}}],` +
		`"stoerrelse":"stor","figur":[{"navn":"f"},{"@type":"{urn:katalog}Sirkel","navn":"s","radius":1.5}],` +
		`"publikasjon":[{"bok":{"navn":"b"}},{"avis":{"navn":"a"}},{"bok":{"navn":"c"}}],` +
		`"ramme":{"@type":"enkel","bredde":2,"farge":"{urn:x}roed"},` +
		`"#any":[{"{urn:x}ukjent":{"@{urn:x}a":"1","#content":["tekst ",` +
		`{"{urn:x}inni":{"#namespaces":{"y":"urn:y"},"#content":["y:navn"]}}]}}]}`
	if diff := cmp.Diff(want, string(object)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestViolations has one fault in each document.
func TestViolations(t *testing.T) {
	post := func(attributes, text string) string { return `<post ` + attributes + `>` + text + `</post>` }
	for name, c := range map[string]struct {
		document string
		want     []string
	}{
		"valid":                {minimal("", ""), nil},
		"empty content":        {`<katalog xmlns="urn:katalog" versjon="1"/>`, []string{"/katalog cvc-complex-type.2.4.b"}},
		"wrong root":           {`<katalog versjon="1"/>`, []string{"/katalog cvc-elt.1"}},
		"missing attribute":    {strings.Replace(minimal("", ""), `versjon="1"`, "", 1), []string{"/katalog cvc-complex-type.4"}},
		"unknown attribute":    {minimal(` ukjent="1"`, ""), []string{"/katalog/@ukjent cvc-complex-type.3.2.2"}},
		"attribute value":      {strings.Replace(minimal("", ""), `versjon="1"`, `versjon="x"`, 1), []string{"/katalog/@versjon cvc-datatype-valid.1.2.1"}},
		"fixed attribute":      {minimal(` valuta="SEK"`, ""), []string{"/katalog/@valuta cvc-attribute.4"}},
		"pattern":              {strings.Replace(minimal("", ""), "AB1", "ab1", 1), []string{"/katalog/kode cvc-pattern-valid"}},
		"both branches":        {minimal("", "<fra>2022-01-01</fra>"), []string{"/katalog/fra cvc-complex-type.2.4.a"}},
		"unknown element":      {minimal("", "<ukjent/>"), []string{"/katalog/ukjent cvc-complex-type.2.4.a"}},
		"text among elements":  {minimal("", "tekst"), []string{"/katalog cvc-complex-type.2.3"}},
		"element in text":      {strings.Replace(minimal("", ""), "<tittel>t", "<tittel>t<b/>", 1), []string{"/katalog/tittel cvc-type.3.1.2"}},
		"attribute on simple":  {strings.Replace(minimal("", ""), "<tittel", `<tittel a="1"`, 1), []string{"/katalog/tittel/@a cvc-type.3.1.1"}},
		"nil not allowed":      {strings.Replace(minimal("", ""), "<tittel>t", `<tittel xsi:nil="true">`, 1), []string{"/katalog/tittel cvc-elt.3.1"}},
		"nil with content":     {strings.Replace(minimal("", ""), "<kode", `<merknad xsi:nil="1">x</merknad><kode`, 1), []string{"/katalog/merknad cvc-elt.3.2.1"}},
		"nil no boolean":       {strings.Replace(minimal("", ""), "<kode", `<merknad xsi:nil="ja">x</merknad><kode`, 1), []string{"/katalog/merknad cvc-attribute.3"}},
		"nil complex":          {minimal("", `<ramme xsi:nil="true" type="a"/>`), nil},
		"nil complex content":  {minimal("", `<ramme xsi:nil="true"><bredde>1</bredde></ramme>`), []string{"/katalog/ramme cvc-elt.3.2.1"}},
		"all in other order":   {minimal("", `<ramme><farge>x:a</farge><bredde>1</bredde></ramme>`), nil},
		"all twice":            {minimal("", `<ramme><bredde>1</bredde><bredde>1</bredde></ramme>`), []string{"/katalog/ramme/bredde[2] cvc-complex-type.2.4.a"}},
		"all incomplete":       {minimal("", `<ramme/>`), []string{"/katalog/ramme cvc-complex-type.2.4.b"}},
		"prefix":               {minimal("", `<ramme><farge>q:a</farge><bredde>1</bredde></ramme>`), []string{"/katalog/ramme/farge cvc-datatype-valid.1.2.1"}},
		"default":              {minimal("", `<stoerrelse/>`), nil},
		"union":                {minimal("", `<stoerrelse>middels</stoerrelse>`), []string{"/katalog/stoerrelse cvc-datatype-valid.1.2.3"}},
		"type not known":       {minimal("", `<figur xsi:type="Trekant"><navn>f</navn></figur>`), []string{"/katalog/figur cvc-elt.4.2"}},
		"type no name":         {minimal("", `<figur xsi:type="q:F"><navn>f</navn></figur>`), []string{"/katalog/figur cvc-elt.4.1"}},
		"type not derived":     {minimal("", `<figur xsi:type="Post">1</figur>`), []string{"/katalog/figur cvc-elt.4.3"}},
		"type of the derived":  {minimal("", `<figur xsi:type="Sirkel"><navn>f</navn></figur>`), []string{"/katalog/figur cvc-complex-type.2.4.b"}},
		"simple type derived":  {minimal("", `<stoerrelse xsi:type="Ord">stor</stoerrelse>`), nil},
		"simple type other":    {minimal("", `<stoerrelse xsi:type="Kode">AB1</stoerrelse>`), []string{"/katalog/stoerrelse cvc-elt.4.3", "/katalog/stoerrelse cvc-datatype-valid.1.2.3"}},
		"abstract element":     {minimal("", `<publikasjon><navn>p</navn></publikasjon>`), []string{"/katalog/publikasjon cvc-elt.2"}},
		"key missing":          {minimal("", post("", "1")), []string{"/katalog/post cvc-identity-constraint.4.2.1"}},
		"key twice":            {minimal("", post(`nr="1"`, "1")+post(`nr="01"`, "1")), []string{"/katalog/post[2] cvc-identity-constraint.4.2.2"}},
		"reference to nothing": {minimal("", post(`nr="1" erstatter="2"`, "1")), []string{"/katalog/post cvc-identity-constraint.4.3"}},
		"reference forward":    {minimal("", post(`nr="1" erstatter="2"`, "1")+post(`nr="2"`, "1")), nil},
		"ID twice":             {minimal("", post(`nr="1" id="a"`, "1")+post(`nr="2" id="a"`, "1")), []string{"/katalog/post[2]/@id cvc-id.2"}},
		"IDREF":                {minimal("", post(`nr="1" se="b"`, "1")), []string{"/katalog/post/@se cvc-id.1"}},
		"list item":            {minimal("", post(`nr="1" koder="AB1 x"`, "1")), []string{"/katalog/post/@koder cvc-datatype-valid.1.2.2"}},
		"simple content":       {minimal("", post(`nr="1"`, "1.123")), []string{"/katalog/post cvc-fractionDigits-valid"}},
		"element in content":   {minimal("", post(`nr="1"`, "1<b/>")), []string{"/katalog/post cvc-complex-type.2.2"}},
		"mixed":                {minimal("", `<avsnitt>a<b/></avsnitt>`), []string{"/katalog/avsnitt/b cvc-complex-type.2.4.a"}},
		"second of several":    {minimal("", `<figur><navn>a</navn></figur><figur><navn>b</navn><navn>c</navn></figur>`), []string{"/katalog/figur[2]/navn[2] cvc-complex-type.2.4.a"}},
		"wildcard own":         {minimal("", `<x:a/><kode>AB1</kode>`), []string{"/katalog/kode[2] cvc-complex-type.2.4.a"}},
		"wildcard too many":    {minimal("", `<x:a/><x:b/><x:c/>`), []string{"/katalog/c cvc-complex-type.2.4.a"}},
		"wildcard declared": {
			minimal("", `<mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"/>`),
			[]string{"/katalog/mvaMeldingInnsendingStatus cvc-complex-type.2.4.b"},
		},
		"wildcard declared inside": {
			minimal("", `<x:a><mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"/></x:a>`),
			[]string{"/katalog/a/mvaMeldingInnsendingStatus cvc-complex-type.2.4.b"},
		},
	} {
		var v Katalog
		got := rules(xsd.UnmarshalXML([]byte(c.document), &v))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if c.want != nil || got != nil {
			continue
		}
		if err := v.Validate(); err != nil {
			t.Errorf("%s: what was read: %v", name, err)
		}
	}
}
