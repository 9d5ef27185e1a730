// This file says by hand what is lost between two schemas that differ in every way that has a reason of its own.

package convert_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/convert/proof"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// step is a change of the schema with a document and what becomes of it.
type step struct {
	name     string
	old, new string // the components; the element is called r and has the type T
	document string // the content of r, with its attributes before a |
	want     string // the same in the new version
	losses   []string
}

func typeOfR(content string) string {
	return `<xs:complexType name="T">` + content + `</xs:complexType>`
}

func sequence(elements string) string {
	return typeOfR(`<xs:sequence>` + elements + `</xs:sequence>`)
}

func element(name, rest string) string {
	if !strings.Contains(rest, "type=") && !strings.Contains(rest, ">") {
		rest = `type="xs:string" ` + rest
	}
	if strings.Contains(rest, ">") {
		return `<xs:element name="` + name + `" ` + rest + `</xs:element>`
	}
	return `<xs:element name="` + name + `" ` + rest + `/>`
}

const restrictedA = `<xs:simpleType name="A"><xs:restriction base="xs:string"><xs:maxLength value="2"/></xs:restriction></xs:simpleType>`

var steps = []step{
	{
		"removed and added", sequence(element("a", "") + element("b", "")), sequence(element("a", "") + element("c", `minOccurs="0"`)),
		"|<a>1</a><b>2</b>", "|<a>1</a>",
		[]string{"/r/b: the new version has no place for it: 2"},
	},
	{
		"removed with what is in it", sequence(element("a", "") + element("b", `><xs:complexType><xs:sequence><xs:element name="x" type="xs:int" maxOccurs="2"/></xs:sequence><xs:attribute name="y"/></xs:complexType>`)), sequence(element("a", "")),
		`|<a>1</a><b y="0"><x>1</x><x>2</x></b>`, "|<a>1</a>",
		[]string{`/r/b: the new version has no place for it: <b xmlns="urn:old" y="0"><x>1</x><x>2</x></b>`},
	},
	{
		"required and new", sequence(element("a", "")), sequence(element("a", "") + element("b", "") + element("c", `maxOccurs="9"`)),
		"|<a>1</a>", "|<a>1</a><b></b>",
		[]string{"/r/b: the new version needs it, and the old document does not have it", "/r/c: the new version needs it, and the old document does not have it"},
	},
	{
		"optional, now required", sequence(element("a", `minOccurs="0"`)), sequence(element("a", "")),
		"|", "|<a></a>",
		[]string{"/r/a: the new version needs it, and the old document does not have it"},
	},
	{
		"many, now one", sequence(element("a", `maxOccurs="unbounded"`)), sequence(element("a", "")),
		"|<a>1</a><a>2</a><a>3</a>", "|<a>1</a>",
		[]string{"/r/a[2]: the new version takes fewer of them: 2", "/r/a[3]: the new version takes fewer of them: 3"},
	},
	{
		"many, now two to three", sequence(element("a", `maxOccurs="unbounded"`)), sequence(element("a", `minOccurs="2" maxOccurs="3"`)),
		"|<a>1</a>", "|<a>1</a>",
		[]string{"/r/a: the new version needs it, and the old document does not have it"},
	},
	{
		"more than three", sequence(element("a", `maxOccurs="unbounded"`)), sequence(element("a", `minOccurs="2" maxOccurs="3"`)),
		"|<a>1</a><a>2</a><a>3</a><a>4</a>", "|<a>1</a><a>2</a><a>3</a>",
		[]string{"/r/a[4]: the new version takes fewer of them: 4"},
	},
	{
		"one, now many", sequence(element("a", "")), sequence(element("a", `minOccurs="0" maxOccurs="unbounded"`)), "|<a>1</a>", "|<a>1</a>", nil,
	},
	{
		"shorter, optional", sequence(element("a", `minOccurs="0"`)), sequence(element("a", `type="A" minOccurs="0"`)) + restrictedA,
		"|<a>long</a>", "|",
		[]string{"/r/a: the new version does not allow the value: long"},
	},
	{
		"shorter, required", sequence(element("a", "")), sequence(element("a", `type="A"`)) + restrictedA,
		"|<a>long</a>", "|<a>long</a>",
		[]string{"/r/a: the new version does not allow the value: long"},
	},
	{
		"shorter, and it fits", sequence(element("a", "")), sequence(element("a", `type="A"`)) + restrictedA, "|<a>ab</a>", "|<a>ab</a>", nil,
	},
	{
		"decimal to int", sequence(element("a", `type="xs:decimal" maxOccurs="9"`)), sequence(element("a", `type="xs:int" minOccurs="0" maxOccurs="9"`)),
		"|<a>1</a><a>1.5</a><a>-7</a>", "|<a>1</a><a>-7</a>",
		[]string{"/r/a[2]: the new version does not allow the value: 1.5"},
	},
	{
		"int to long, double and string", sequence(element("a", `type="xs:int"`) + element("b", `type="xs:float"`) + element("c", `type="xs:boolean"`)),
		sequence(element("a", `type="xs:long"`) + element("b", `type="xs:double"`) + element("c", "")),
		"|<a>1</a><b>0.1</b><c>true</c>", "|<a>1</a><b>0.1</b><c>true</c>", nil,
	},
	{
		"white space", sequence(element("a", "")), sequence(element("a", `type="xs:token"`)),
		"|<a>x  y</a>", "|<a>x y</a>",
		[]string{"/r/a: the new version makes less of white space: x  y"},
	},
	{
		"list of other items", sequence(element("a", `type="xs:NMTOKENS"`)), sequence(element("a", `type="L"`)) + `<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>`,
		"|<a>1 2</a>", "|<a>1 2</a>", nil,
	},
	{
		"branches", typeOfR(`<xs:choice>` + element("a", "") + element("b", "") + `</xs:choice>`), typeOfR(`<xs:choice>` + element("a", "") + element("c", "") + `</xs:choice>`),
		"|<b>1</b>", "|",
		[]string{"/r/b: the new version has no place for it: 1", "/r/a|c: the new version needs it, and the old document does not have it"},
	},
	{
		"choice, now a sequence", typeOfR(`<xs:choice>` + element("a", "") + element("b", "") + `</xs:choice>`), sequence(element("a", `minOccurs="0"`) + element("b", `minOccurs="0"`)),
		"|<b>1</b>", "|<b>1</b>", nil,
	},
	{
		"sequence, now a choice", sequence(element("a", `minOccurs="0"`) + element("b", "")), typeOfR(`<xs:choice>` + element("a", "") + element("b", "") + `</xs:choice>`),
		"|<a>1</a><b>2</b>", "|<a>1</a>",
		[]string{"/r/b: the new version takes one of several, and another one was there: 2"},
	},
	{
		"sequence, now a choice with one more", sequence(element("a", `minOccurs="0"`) + element("b", "")), typeOfR(`<xs:choice>` + element("a", "") + element("b", "") + element("c", "") + `</xs:choice>`),
		"|<a>1</a><b>2</b>", "|<a>1</a>",
		[]string{"/r/b: the new version takes one of several, and another one was there: 2"},
	},
	{
		"fields, now a list", sequence(element("a", "") + element("b", `minOccurs="0"`)), typeOfR(`<xs:choice maxOccurs="unbounded">` + element("a", "") + element("b", "") + `</xs:choice>`),
		"|<a>1</a><b>2</b>", "|<a>1</a><b>2</b>", nil,
	},
	{
		"list, now fields", typeOfR(`<xs:choice maxOccurs="unbounded">` + element("a", "") + element("b", "") + `</xs:choice>`), sequence(element("a", `minOccurs="0" maxOccurs="9"`) + element("b", `minOccurs="0"`)),
		"|<a>1</a><b>2</b><a>3</a><b>4</b>", "|<a>1</a><a>3</a><b>2</b>",
		[]string{"/r: the new version does not keep the order of these elements", "/r/b[2]: the new version takes fewer of them: 4"},
	},
	{
		"list, now fields in the same order", typeOfR(`<xs:choice maxOccurs="unbounded">` + element("a", "") + element("b", "") + `</xs:choice>`), sequence(element("a", `minOccurs="0" maxOccurs="9"`) + element("b", `minOccurs="0"`)),
		"|<a>1</a><a>2</a><b>3</b>", "|<a>1</a><a>2</a><b>3</b>", nil,
	},
	{
		"white space around elements", `<xs:complexType name="T" mixed="true"><xs:sequence>` + element("a", "") + `</xs:sequence></xs:complexType>`, sequence(element("a", "")),
		"| <a>1</a> ", "|<a>1</a>", nil,
	},
	{
		"mixed, now elements", `<xs:complexType name="T" mixed="true"><xs:sequence>` + element("a", "") + `</xs:sequence></xs:complexType>`, sequence(element("a", "")),
		"|one <a>1</a> ", "|<a>1</a>",
		[]string{"/r/text(): the new version has no place for it: one  "},
	},
	{
		"text, now with attributes", sequence(element("a", "")), sequence(element("a", `type="V"`)) + `<xs:complexType name="V"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="u"/></xs:extension></xs:simpleContent></xs:complexType>`,
		"|<a>1</a>", "|<a>1</a>", nil,
	},
	{
		"text without its attributes", sequence(element("a", `type="V"`)) + `<xs:complexType name="V"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="u"/></xs:extension></xs:simpleContent></xs:complexType>`, sequence(element("a", "")),
		`|<a u="m">1</a>`, "|<a>1</a>",
		[]string{"/r/a/@u: the new version has no place for it: m"},
	},
	{
		"nil", sequence(element("a", `type="xs:int" nillable="true" minOccurs="0"`)), sequence(element("a", `type="xs:int" minOccurs="0"`)),
		`|<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>`, "|",
		[]string{"/r/a: the new version does not allow nil"},
	},
	{
		"other default", typeOfR(`<xs:attribute name="u" default="m"/>`), typeOfR(`<xs:attribute name="u" default="km"/>`), "|", ` u="m"|`, nil,
	},
	{
		"new default", typeOfR(`<xs:attribute name="u"/>`), typeOfR(`<xs:attribute name="u" default="km"/>`),
		"|", "|",
		[]string{"/r/@u: it is absent, and the new version takes this default for it: km"},
	},
	{
		"other fixed value", typeOfR(`<xs:attribute name="v" fixed="1.0" use="required"/>`), typeOfR(`<xs:attribute name="v" fixed="1.1" use="required"/>`),
		` v="1.0"|`, ` v="1.1"|`,
		[]string{"/r/@v: the new version does not allow the value: 1.0"},
	},
	{
		"a fixed name with another prefix", typeOfR(`<xs:attribute name="v" type="xs:QName" fixed="p:a" xmlns:p="urn:p" use="required"/>`), typeOfR(`<xs:attribute name="v" type="xs:QName" fixed="q:a" xmlns:q="urn:p" use="required"/>`),
		` v="k:a" xmlns:k="urn:p"|`, ` v="k:a"|`, nil,
	},
	{
		"a default name with another prefix", typeOfR(`<xs:attribute name="u" type="xs:QName" default="p:a" xmlns:p="urn:p"/>`), typeOfR(`<xs:attribute name="u" type="xs:QName" default="q:a" xmlns:q="urn:p"/>`), "|", "|", nil,
	},
	{
		"a default name in another namespace", typeOfR(`<xs:attribute name="u" type="xs:QName" default="p:a" xmlns:p="urn:p"/>`), typeOfR(`<xs:attribute name="u" type="xs:QName" default="p:a" xmlns:p="urn:q"/>`), "|", ` u="p:a"|`, nil,
	},
	{
		"new and fixed", typeOfR(``), typeOfR(`<xs:attribute name="v" fixed="1.1" use="required"/>`), "|", ` v="1.1"|`, nil,
	},
	{
		"qualified before", sequence(element("a", "")), sequence(element("a", `type="xs:string" form="unqualified"`)), "|<a>1</a>", `|<a xmlns="">1</a>`, nil,
	},
	{
		"no such type",
		sequence(element("a", `type="B"`)) + `<xs:complexType name="B"><xs:sequence>` + element("x", "") + `</xs:sequence></xs:complexType><xs:complexType name="D"><xs:complexContent><xs:extension base="B"><xs:sequence>` + element("y", "") + `</xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
		sequence(element("a", `type="B"`)) + `<xs:complexType name="B"><xs:sequence>` + element("x", "") + `</xs:sequence></xs:complexType>`,
		`|<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="D"><x>1</x><y>2</y></a>`, "|<a><x>1</x></a>",
		[]string{"/r/a: the new version has no such type; what the declared type has is carried over: D", "/r/a/y: the new version has no place for it: 2"},
	},
	{
		"an element that may no longer stand for another",
		sequence(`<xs:element ref="h" maxOccurs="9"/>`) + `<xs:element name="h" type="xs:string"/><xs:element name="s" type="xs:string" substitutionGroup="h"/>`,
		sequence(`<xs:element ref="h" minOccurs="0" maxOccurs="9"/>`) + `<xs:element name="h" type="xs:string"/>`,
		"|<h>1</h><s>2</s><s>3</s>", "|<h>1</h>",
		[]string{`/r/s: the new version has no place for it: <s xmlns="urn:old">2</s>`, `/r/s[2]: the new version has no place for it: <s xmlns="urn:old">3</s>`},
	},
	{
		"wildcard with what the schema declares", sequence(`<xs:any processContents="lax" maxOccurs="9"/>`) + element("g", `type="xs:int"`), sequence(`<xs:any processContents="lax" maxOccurs="9"/>`) + element("g", `type="xs:int"`),
		`|<g>1</g><z xmlns="urn:z" z="1">2</z>`, `|<g>1</g><z xmlns="urn:z" z="1">2</z>`, nil,
	},
}

// globals are the names of global components in steps, which get the step's number: all steps are one schema.
var globals = regexp.MustCompile(`((?:name|type|ref|base|itemType|substitutionGroup|xsi:type)="|</?)(T|A|L|V|B|D|h|s|g|r)\b`)

func numbered(text string, step int) string {
	return globals.ReplaceAllString(text, fmt.Sprintf("${1}${2}_%d", step))
}

var stepNumber = regexp.MustCompile(`_[0-9]+\b`)

// withoutStep takes the numbers out again.
func withoutStep(text string) string { return stepNumber.ReplaceAllString(text, "") }

func schemaOf(space string, components func(step) string) []byte {
	var b strings.Builder
	b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="` + space + `" targetNamespace="` + space + `" elementFormDefault="qualified">`)
	for i, s := range steps {
		b.WriteString(numbered(`<xs:element name="r" type="T"/>`+components(s), i))
	}
	b.WriteString(`</xs:schema>`)
	return []byte(b.String())
}

func documentOf(space, text string) string {
	attributes, content, _ := strings.Cut(text, "|")
	return `<r xmlns="` + space + `"` + attributes + `>` + content + `</r>`
}

func TestLosses(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles and runs generated code")
	}
	version := func(name, space string, components func(step) string) *version {
		return newVersion(t, "steps/"+name, []string{"s.xsd"}, load.Options{FS: fstest.MapFS{"s.xsd": {Data: schemaOf(space, components)}}})
	}
	p := newPair(t, "steps", version("v1", "urn:old", func(s step) string { return s.old }), version("v2", "urn:new", func(s step) string { return s.new }))
	var jobs []proof.Job
	for i, s := range steps {
		jobs = append(jobs, proof.Job{Pair: p.name, Document: numbered(documentOf("urn:old", s.document), i)})
	}
	for i, a := range build(t, p).convert(jobs) {
		t.Run(steps[i].name, func(t *testing.T) { steps[i].check(t, a) })
	}
}

func (s step) check(t *testing.T, a proof.Answer) {
	a.Before, a.After, a.Broken = withoutStep(a.Before), withoutStep(a.After), withoutStep(a.Broken)
	var losses []string
	for i := range a.Losses {
		l := &a.Losses[i]
		l.Path, l.Text = withoutStep(l.Path), withoutStep(l.Text)
		line := l.Path + ": " + l.Reason
		if l.Text != "" {
			line += ": " + l.Text
		}
		losses = append(losses, line)
	}
	if a.Broken != "" {
		t.Fatal(a.Broken)
	}
	if diff := cmp.Diff(s.losses, losses); diff != "" {
		t.Errorf("losses (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(plain(t, documentOf("urn:new", s.want)), plain(t, a.After)); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	for _, fault := range faults(a) {
		if !strings.HasSuffix(fault, "is new, and nothing says that it was missing") { // a default or fixed value: see want
			t.Error(fault)
		}
	}
}

// plain is a document as its elements, attributes and texts in order, without prefixes.
func plain(t *testing.T, document string) string {
	t.Helper()
	n, err := parse(document)
	if err != nil {
		t.Fatalf("%v: %s", err, document)
	}
	var b strings.Builder
	n.plain(&b)
	return b.String()
}
