// This file makes status documents, and the status schema with one more feature.

package documents

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// StatusSchema is the schema that features are added to.
const StatusSchema = "xsd/schemas/mvameldinginnsendingstatus/v1/no.skatteetaen.fastsetting.avgift.mva.mvaMeldingInnsendingStatus.v1.xsd"

// Term writes one term of a status document: n counts from 0.
type Term func(b *bytes.Buffer, n int)

const statusHead = `<?xml version="1.0" encoding="UTF-8"?>
<mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1">
  <skattepliktig>
    <organisasjonsnummer>910150804</organisasjonsnummer>
  </skattepliktig>
`

const statusTail = `  <harTidligereSendtMvaMelding>true</harTidligereSendtMvaMelding>
</mvaMeldingInnsendingStatus>
`

// Status returns a status document with so many terms.
func Status(terms int, term Term) []byte {
	var b bytes.Buffer
	b.WriteString(statusHead)
	for n := range terms {
		term(&b, n)
	}
	b.WriteString(statusTail)
	return b.Bytes()
}

// Plain writes a term that deviates in nothing.
func Plain(b *bytes.Buffer, n int) { With("", "", "")(b, n) }

// With returns a Term with attributes on it and more content at its start and its end.
func With(attributes, start, end string) Term {
	periods := []string{"januar-februar", "mars-april", "mai-juni", "juli-august", "september-oktober", "november-desember"}
	return func(b *bytes.Buffer, n int) {
		fmt.Fprintf(b, `  <terminUtenLevertMvaMelding%s>%s
    <meldingskategori>alminnelig</meldingskategori>
    <skattleggingsperiode>
      <periode>%s</periode>
      <aar>%d</aar>
    </skattleggingsperiode>
    <skattleggingsperiodeType>toMaaned</skattleggingsperiodeType>
    <leveringsfrist>%d-%02d-10</leveringsfrist>
    %s
  </terminUtenLevertMvaMelding>
`, attributes, start, periods[n%6], 2017+n/6%9, 2017+n/6%9, 1+n%12, end)
	}
}

// Deviation is something that a tolerant reader is to cope with.
type Deviation struct {
	Name     string
	Document func(terms int) []byte
}

// Deviations lists what each term deviates in.
var Deviations = []Deviation{
	{"nothing", func(n int) []byte { return Status(n, Plain) }},
	{"an unknown element", func(n int) []byte { return Status(n, With("", "", "<nytt>verdi</nytt>")) }},
	{"an unknown value", replaced(">alminnelig<", ">annen<")},
	{"another order", reordered},
	{"no namespace", replaced(` xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"`, "")},
}

func replaced(old, other string) func(int) []byte {
	return func(n int) []byte { return bytes.ReplaceAll(Status(n, Plain), []byte(old), []byte(other)) }
}

// reordered puts the deadline of each term before its type of period.
func reordered(n int) []byte {
	lines := strings.Split(string(Status(n, Plain)), "\n")
	for i := 1; i < len(lines); i++ {
		if strings.Contains(lines[i], "<leveringsfrist>") {
			lines[i-1], lines[i] = lines[i], lines[i-1]
		}
	}
	return []byte(strings.Join(lines, "\n"))
}

// JSONDeviation is the same for JSON.
type JSONDeviation struct {
	Name       string
	old, other string // a regular expression, and what comes in place of what it matches
}

// Change makes each term of a document deviate.
func (d *JSONDeviation) Change(document []byte) []byte {
	if d.old == "" {
		return document
	}
	return regexp.MustCompile(d.old).ReplaceAll(document, []byte(d.other))
}

// JSONDeviations lists what each term deviates in.
var JSONDeviations = []JSONDeviation{
	{"nothing", "", ""},
	{"an unknown member", `\{"meldingskategori"`, `{"nytt":"verdi","meldingskategori"`},
	{"an unknown value", `"alminnelig"`, `"annen"`},
	{"a number for a string", `"aar":"(\d+)"`, `"aar":$1`},
}

// Feature is one construct added to the status schema.
type Feature struct {
	Name, Title string
	change      []string // pairs of what is replaced in the schema, once, and what comes in its place
	Used        Term     // a term that uses it, nil where the document can't show it
	compact     bool     // white space between tags would use it
}

// Unused returns a document with so many terms that does not use the feature.
func (f *Feature) Unused(terms int) []byte {
	document := Status(terms, Plain)
	if f.compact {
		document = between.ReplaceAll(document, []byte("><"))
	}
	return document
}

const (
	termType = `<xs:complexType name="TerminUtenLevertMvaMelding"`
	deadline = `<xs:element name="leveringsfrist" type="Dato">`
	lastType = `<xs:complexType name="PeriodeMedForfallsdato">`
	rootDecl = `<xs:element name="mvaMeldingInnsendingStatus" type="MvaMeldingInnsendingStatus">`
)

// more returns the change that puts a particle after the deadline, the last child of a term.
func more(particle string) []string {
	end := "</xs:element>\n</xs:sequence>\n</xs:complexType>\n" + lastType
	return []string{end, strings.Replace(end, "</xs:element>", "</xs:element>\n"+particle, 1)}
}

// inTerm returns the change that puts something at the end of the type of a term, after the sequence.
func inTerm(declaration string) []string {
	end := "</xs:sequence>\n</xs:complexType>\n" + lastType
	return []string{end, strings.Replace(end, "</xs:sequence>", "</xs:sequence>\n"+declaration, 1)}
}

// atRoot returns the change that puts something at the end of the declaration of the root.
func atRoot(declaration string) []string {
	end := "</xs:element>\n<xs:complexType name=\"MvaMeldingInnsendingStatus\">"
	return []string{end, declaration + end}
}

// Features lists what is added, one at a time.
var Features = []Feature{
	{Name: "none", Title: "nothing"},
	{Name: "mixed", Title: "mixed content", change: []string{termType, termType + ` mixed="true"`}, Used: With("", "tekst", ""), compact: true},
	{
		Name: "extended", Title: "a type extended elsewhere",
		change: []string{lastType, `<xs:complexType name="UtvidetTermin"><xs:complexContent><xs:extension base="TerminUtenLevertMvaMelding"><xs:sequence>` +
			`<xs:element name="merknad" type="Tekst"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>` + "\n" + lastType},
		Used: With(` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="UtvidetTermin"`, "", "<merknad>sen</merknad>"),
	},
	{Name: "twice", Title: "an element name twice", change: more(`<xs:element name="meldingskategori" type="Meldingskategori" minOccurs="0"/>`), Used: With("", "", "<meldingskategori>alminnelig</meldingskategori>")},
	{
		Name: "unique", Title: "xs:unique that matches nothing",
		change: append(atRoot(`<xs:unique name="ingen"><xs:selector xpath="finnesIkke"/><xs:field xpath="heller/ikke"/></xs:unique>`), rootDecl, strings.Replace(rootDecl, ">", ` xmlns:s="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1">`, 1)),
	},
	{
		Name: "uniqueused", Title: "xs:unique over every term",
		change: append(atRoot(`<xs:unique name="termin"><xs:selector xpath="s:terminUtenLevertMvaMelding"/><xs:field xpath="s:skattleggingsperiode/s:periode"/><xs:field xpath="@nr"/></xs:unique>`),
			append(inTerm(`<xs:attribute name="nr" type="xs:int"/>`), rootDecl, strings.Replace(rootDecl, ">", ` xmlns:s="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1">`, 1))...),
		Used: func(b *bytes.Buffer, n int) { With(fmt.Sprintf(` nr="%d"`, n), "", "")(b, n) },
	},
	{Name: "attribute", Title: "an optional attribute", change: inTerm(`<xs:attribute name="nr" type="xs:int"/>`), Used: With(` nr="1"`, "", "")},
	{
		Name: "choice", Title: "a choice", change: more(`<xs:choice minOccurs="0"><xs:element name="a" type="Tekst"/><xs:element name="b" type="Dato"/></xs:choice>`),
		Used: With("", "", "<b>2024-01-01</b>"),
	},
	{
		Name: "wildcard", Title: "a wildcard", change: more(`<xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>`),
		Used: With("", "", `<x:noe xmlns:x="urn:x">verdi</x:noe>`),
	},
	{Name: "default", Title: "a default", change: more(`<xs:element name="merknad" type="Tekst" default="ingen" minOccurs="0"/>`), Used: With("", "", "<merknad/>")},
	{
		Name: "nillable", Title: "nillable", change: []string{deadline, strings.Replace(deadline, ">", ` nillable="true">`, 1)},
	},
	{
		Name: "nilused", Title: "nillable, and nil in every term", change: more(`<xs:element name="betalt" type="Dato" nillable="true" minOccurs="0"/>`),
		Used: With("", "", `<betalt xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>`),
	},
	{
		Name: "list", Title: "a list", change: more(`<xs:element name="aarene" minOccurs="0"><xs:simpleType><xs:list itemType="Aarstall"/></xs:simpleType></xs:element>`),
		Used: With("", "", "<aarene>2020 2021 2022</aarene>"),
	},
	{
		Name: "substitution", Title: "a substitution group",
		change: append(more(`<xs:element ref="hode" minOccurs="0"/>`), lastType, `<xs:element name="hode" type="Tekst"/><xs:element name="medlem" type="Tekst" substitutionGroup="hode"/>`+"\n"+lastType),
		Used:   With("", "", "<medlem>sen</medlem>"),
	},
}

// Schema returns the status schema with the feature in it.
func (f *Feature) Schema(status []byte) ([]byte, error) {
	text := bare(status)
	for i := 0; i+1 < len(f.change); i += 2 {
		if strings.Count(text, f.change[i]) != 1 {
			return nil, fmt.Errorf("feature %s: the status schema does not have %q once", f.Name, f.change[i])
		}
		text = strings.Replace(text, f.change[i], f.change[i+1], 1)
	}
	return []byte(text), nil
}

var (
	annotation = regexp.MustCompile(`(?s)<xs:annotation>.*?</xs:annotation>`)
	between    = regexp.MustCompile(`>\s+<`)
)

// bare returns a schema without annotations, each tag on its own line.
func bare(schema []byte) string {
	return string(between.ReplaceAll(annotation.ReplaceAll(schema, nil), []byte(">\n<")))
}

// Trimmed returns the status schema as libxml2 accepts it: without white space in the name of the list.
func Trimmed(status []byte) []byte {
	return bytes.ReplaceAll(status, []byte(`"   terminUten`), []byte(`"terminUten`))
}
