package validate

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// validator of a schema body; the namespace t is the target, elements are qualified.
func validator(t testing.TB, body string) *Validator {
	t.Helper()
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="t" targetNamespace="t" elementFormDefault="qualified">` + body + `</xs:schema>`
	documents, err := load.Load([]string{"s.xsd"}, load.Options{FS: fstest.MapFS{"s.xsd": {Data: []byte(text)}}})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return New(set)
}

// found are the rules of the violations with the path each is at.
func found(err error) []string {
	var violations xsd.Violations
	var out []string
	if errors.As(err, &violations) {
		for _, v := range violations {
			out = append(out, v.Path+" "+v.Rule)
		}
	} else if err != nil {
		out = append(out, err.Error())
	}
	return out
}

// rules has for each clause the smallest schema and document that breaks it, and a neighbour that does not. Documents have the namespace t.
var rules = []struct {
	schema, bad, good, want string
}{
	{`<xs:element name="a" type="xs:int"/>`, `<b/>`, `<a>1</a>`, "/b cvc-elt.1"},
	{`<xs:element name="a" abstract="true" type="xs:int"/><xs:element name="b" substitutionGroup="a" type="xs:int"/>`, `<a>1</a>`, `<b>1</b>`, "/a cvc-elt.2"},
	{`<xs:element name="a" type="xs:string"/>`, `<a xsi:nil="true"/>`, `<a>1</a>`, "/a/@nil cvc-elt.3.1"},
	{`<xs:element name="a" nillable="true" type="xs:int"/>`, `<a xsi:nil="true">1</a>`, `<a xsi:nil="true"/>`, "/a cvc-elt.3.2.1"},
	{`<xs:element name="a" nillable="true" type="xs:int" fixed="1"/>`, `<a xsi:nil="true"/>`, `<a>1</a>`, "/a/@nil cvc-elt.3.2.2"},
	{`<xs:element name="a" type="xs:int"/>`, `<a xsi:type="x:y">1</a>`, `<a xsi:type="xs:short">1</a>`, "/a/@type cvc-elt.4.1"},
	{`<xs:element name="a" type="xs:int"/>`, `<a xsi:type="unknown">1</a>`, `<a>1</a>`, "/a/@type cvc-elt.4.2"},
	{`<xs:element name="a" type="xs:int"/>`, `<a xsi:type="xs:string">1</a>`, `<a xsi:type="xs:byte">1</a>`, "/a cvc-elt.4.3"},
	{`<xs:element name="a" type="xs:decimal" fixed="1.0"/>`, `<a>2</a>`, `<a>1.00</a>`, "/a cvc-elt.5.2.2.2.2"},
	{`<xs:element name="a" fixed="x"><xs:complexType mixed="true"><xs:sequence minOccurs="0"><xs:element name="b"/></xs:sequence></xs:complexType></xs:element>`, `<a>y</a>`, `<a>x</a>`, "/a cvc-elt.5.2.2.2.1"},
	{`<xs:complexType name="t" abstract="true"/><xs:complexType name="u"><xs:complexContent><xs:extension base="t"/></xs:complexContent></xs:complexType><xs:element name="a" type="t"/>`, `<a/>`, `<a xsi:type="u"/>`, "/a cvc-type.2"},
	{`<xs:element name="a" type="xs:int"/>`, `<a x="1">1</a>`, `<a>1</a>`, "/a/@x cvc-type.3.1.1"},
	{`<xs:element name="a" type="xs:string"/>`, `<a><b/></a>`, `<a>b</a>`, "/a cvc-type.3.1.2"},
	{`<xs:element name="a"><xs:complexType/></xs:element>`, `<a> </a>`, `<a/>`, "/a cvc-complex-type.2.1"},
	{`<xs:element name="a"><xs:complexType><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType></xs:element>`, `<a><b/></a>`, `<a>1</a>`, "/a cvc-complex-type.2.2"},
	{`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`, `<a>text</a>`, `<a> <b/> </a>`, "/a cvc-complex-type.2.3"},
	{`<xs:element name="a" type="m" fixed="x"/><xs:complexType name="m" mixed="true"><xs:sequence minOccurs="0"><xs:element name="b"/></xs:sequence></xs:complexType><xs:complexType name="e"><xs:complexContent><xs:restriction base="m"><xs:sequence minOccurs="0"><xs:element name="b"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`, `<a xsi:type="e">x</a>`, `<a xsi:type="m">x</a>`, "/a cvc-complex-type.2.3"},
	{`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b"/></xs:sequence></xs:complexType></xs:element>`, `<a><c/></a>`, `<a><b/></a>`, "/a cvc-complex-type.2.4.a"},
	{`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b"/></xs:sequence></xs:complexType></xs:element>`, `<a></a>`, `<a><b/></a>`, "/a cvc-complex-type.2.4.b"},
	{`<xs:element name="a"><xs:complexType><xs:sequence><xs:any/></xs:sequence></xs:complexType></xs:element><xs:element name="b" type="xs:int"/>`, `<a><c/></a>`, `<a><b>1</b></a>`, "/a/c cvc-complex-type.2.4.c"},
	{`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b"/></xs:sequence></xs:complexType></xs:element>`, `<a><b/><b/></a>`, `<a><b/></a>`, "/a cvc-complex-type.2.4.d"},
	{`<xs:element name="a"><xs:complexType><xs:attribute name="x"/></xs:complexType></xs:element>`, `<a y="1"/>`, `<a x="1"/>`, "/a/@y cvc-complex-type.3.2.2"},
	{`<xs:element name="a"><xs:complexType><xs:attribute name="x" use="required"/></xs:complexType></xs:element>`, `<a/>`, `<a x=""/>`, "/a cvc-complex-type.4"},
	{`<xs:attribute name="x" type="xs:ID"/><xs:attribute name="y" type="xs:ID"/><xs:element name="a"><xs:complexType><xs:anyAttribute/></xs:complexType></xs:element>`, `<a p:x="i" p:y="j"/>`, `<a p:x="i"/>`, "/a cvc-complex-type.5.1"},
	{`<xs:element name="a"><xs:complexType><xs:attribute name="x" type="xs:decimal" fixed="1.0"/></xs:complexType></xs:element>`, `<a x="2"/>`, `<a x="1"/>`, "/a/@x cvc-attribute.4"},
	{`<xs:element name="a"><xs:complexType><xs:attribute name="x" type="xs:IDREF"/></xs:complexType></xs:element>`, `<a x="i"/>`, `<a/>`, "/a/@x cvc-id.1"},
	{`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:ID" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>`, `<a><b>i</b><b>i</b></a>`, `<a><b>i</b><b>j</b></a>`, "/a/b[2] cvc-id.2"},
	{`<xs:element name="a" type="xs:int"/>`, `<a>x</a>`, `<a> 1 </a>`, "/a cvc-datatype-valid.1.2.1"},
	{keyed(`<xs:unique name="k"><xs:selector xpath="p:b"/><xs:field xpath="@x"/></xs:unique>`), `<a><b x="1"/><b x="01"/></a>`, `<a><b x="1"/><b x="2"/><b/></a>`, "/a/b[2] cvc-identity-constraint.4.1"},
	{keyed(`<xs:key name="k"><xs:selector xpath="p:b"/><xs:field xpath="@x"/></xs:key>`), `<a><b/></a>`, `<a><b x="1"/></a>`, "/a/b cvc-identity-constraint.4.2.1"},
	{keyed(`<xs:key name="k"><xs:selector xpath=".//p:b"/><xs:field xpath="@x"/></xs:key>`), `<a><b x="1"/><b x="1"/></a>`, `<a><b x="1"/><b x="2"/></a>`, "/a/b[2] cvc-identity-constraint.4.2.2"},
	{keyed(`<xs:key name="k"><xs:selector xpath="p:b"/><xs:field xpath="@x"/></xs:key><xs:keyref name="r" refer="p:k"><xs:selector xpath="p:b"/><xs:field xpath="@y"/></xs:keyref>`), `<a><b x="1" y="2"/></a>`, `<a><b x="1" y="2"/><b x="2"/></a>`, "/a/b cvc-identity-constraint.4.3"},
	{keyed(`<xs:unique name="k"><xs:selector xpath="p:b"/><xs:field xpath="@*"/></xs:unique>`), `<a><b x="1" y="2"/></a>`, `<a><b x="1"/></a>`, "/a/b cvc-identity-constraint.3"},
}

// keyed is a schema of an element a with children b that have attributes x and y, and identity constraints.
func keyed(constraints string) string {
	return `<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" maxOccurs="unbounded"><xs:complexType>` +
		`<xs:attribute name="x" type="xs:int"/><xs:attribute name="y" type="xs:int"/></xs:complexType></xs:element></xs:sequence></xs:complexType>` +
		strings.ReplaceAll(constraints, " name=", ` xmlns:p="t" name=`) + `</xs:element>`
}

// instanceOf puts the namespaces into a document's root.
func instanceOf(document string) string {
	end := strings.IndexAny(document, " />")
	return document[:end] + ` xmlns="t" xmlns:p="t" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="` + instance + `"` + document[end:]
}

func TestEachRule(t *testing.T) {
	for _, c := range rules {
		t.Run(c.want, func(t *testing.T) {
			v := validator(t, c.schema)
			if diff := cmp.Diff([]string{c.want}, found(v.Document(strings.NewReader(instanceOf(c.bad))))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.bad, diff)
			}
			if err := v.Document(strings.NewReader(instanceOf(c.good))); err != nil {
				t.Errorf("%s: %v", c.good, err)
			}
		})
	}
}

func TestKeyrefsSeeTheTablesOfElementsBelow(t *testing.T) {
	v := validator(t, `<xs:element name="r"><xs:complexType><xs:sequence>
		<xs:element name="g" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="k" type="xs:int" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
			<xs:key name="key" xmlns:p="t"><xs:selector xpath="p:k"/><xs:field xpath="."/></xs:key></xs:element>
		<xs:element name="f" type="xs:int"/></xs:sequence></xs:complexType>
		<xs:keyref name="ref" refer="p:key" xmlns:p="t"><xs:selector xpath="p:f"/><xs:field xpath="."/></xs:keyref></xs:element>`)
	for document, want := range map[string][]string{
		`<r><g><k>1</k></g><g><k>2</k></g><f>2</f></r>`:         nil,
		`<r><g><k>1</k></g><g><k>2</k></g><f>3</f></r>`:         {"/r/f cvc-identity-constraint.4.3"},
		`<r><g><k>1</k></g><g><k>1</k><k>2</k></g><f>1</f></r>`: {"/r/f cvc-identity-constraint.4.3"}, // two elements below have it: neither counts
	} {
		if diff := cmp.Diff(want, found(v.Document(strings.NewReader(instanceOf(document))))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", document, diff)
		}
	}
}

func TestPositions(t *testing.T) {
	v := validator(t, `<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:int" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>`)
	var violations xsd.Violations
	errors.As(v.Document(strings.NewReader("<a xmlns='t'>\n  <b>1</b>\n  <c/>\n</a>")), &violations)
	if len(violations) != 1 || violations[0].Line != 3 || violations[0].Column != 3 {
		t.Errorf("%v, want one violation at line 3, column 3", violations)
	}
}

// endless delivers a document with many records, without holding it.
type endless struct {
	left int
	rest string
	most uint64
}

func (e *endless) Read(p []byte) (int, error) {
	for e.rest == "" {
		switch {
		case e.left > 0:
			e.left--
			e.sample()
			e.rest = fmt.Sprintf("<b>%d</b>\n", e.left)
		case e.left == 0:
			e.left, e.rest = -1, "</a>"
		default:
			return 0, io.EOF
		}
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// most is the largest heap seen while the document was read.
func (e *endless) sample() {
	if e.left%100_000 == 0 {
		var now runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&now)
		e.most = max(e.most, now.HeapAlloc)
	}
}

func TestMemoryDoesNotGrowWithTheDocument(t *testing.T) {
	v := validator(t, `<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:int" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>`)
	var before runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	document := &endless{left: 1_000_000, rest: "<a xmlns='t'>"}
	if err := v.Document(document); err != nil {
		t.Fatal(err)
	}
	if grown := int64(document.most) - int64(before.HeapAlloc); grown > 4<<20 {
		t.Errorf("%d bytes were held while a document of a million elements was read", grown)
	}
}

func FuzzDocument(f *testing.F) {
	v := validator(f, keyed(`<xs:key name="k"><xs:selector xpath=".//p:b"/><xs:field xpath="@x"/></xs:key>`))
	f.Add(instanceOf(`<a><b x="1"/></a>`))
	f.Add(instanceOf(`<a><b x="1" xsi:nil="true" xsi:type="xs:int"/></a>`))
	f.Fuzz(func(t *testing.T, document string) {
		_ = v.Document(strings.NewReader(document)) // which ends
	})
}
