package sample

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

func build(t *testing.T, paths []string, options load.Options) *schema.Set {
	t.Helper()
	documents, err := load.Load(paths, options)
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// inline builds the schema with that body, in no namespace.
func inline(t *testing.T, body string) *schema.Set {
	t.Helper()
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">` + body + `</xs:schema>`
	return build(t, []string{"s.xsd"}, load.Options{FS: fstest.MapFS{"s.xsd": {Data: []byte(text)}}})
}

func sampler(t *testing.T, body string) *Sampler {
	t.Helper()
	s, err := New(inline(t, body), 1)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestEveryConstructIsCovered draws thirty documents of a schema with one construct and wants each of the parts named to occur.
func TestEveryConstructIsCovered(t *testing.T) {
	for name, c := range map[string]struct {
		schema string
		parts  []string
	}{
		"choice":      {`<xs:element name="a"><xs:complexType><xs:choice><xs:element name="b"/><xs:element name="c"/></xs:choice></xs:complexType></xs:element>`, []string{"<b", "<c"}},
		"all":         {`<xs:element name="a"><xs:complexType><xs:all><xs:element name="b" fixed="1" type="xs:int" minOccurs="0"/><xs:element name="c" fixed="1" type="xs:int" minOccurs="0"/></xs:all></xs:complexType></xs:element>`, []string{"</b><c>", "</c><b>", "<a/>"}},
		"occurrence":  {`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" fixed="1" type="xs:int" minOccurs="1" maxOccurs="4"/></xs:sequence></xs:complexType></xs:element>`, []string{"<a><b>1</b></a>", "<a><b>1</b><b>1</b><b>1</b><b>1</b></a>"}},
		"enumeration": {`<xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="x"/><xs:enumeration value="y"/></xs:restriction></xs:simpleType></xs:element>`, []string{">x<", ">y<"}},
		"bounds":      {`<xs:element name="a"><xs:simpleType><xs:restriction base="xs:int"><xs:minInclusive value="7"/><xs:maxExclusive value="1000"/></xs:restriction></xs:simpleType></xs:element>`, []string{">7<", ">999<"}},
		"lengths":     {`<xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="2"/><xs:maxLength value="4"/><xs:enumeration value="ab"/><xs:enumeration value="abba"/></xs:restriction></xs:simpleType></xs:element>`, []string{">ab<", ">abba<"}},
		"list":        {`<xs:element name="a"><xs:simpleType><xs:restriction><xs:simpleType><xs:list itemType="xs:boolean"/></xs:simpleType><xs:minLength value="2"/></xs:restriction></xs:simpleType></xs:element>`, []string{"true false"}},
		"union":       {`<xs:element name="a"><xs:simpleType><xs:union memberTypes="xs:boolean xs:gDay"/></xs:simpleType></xs:element>`, []string{">true<", ">---10<"}},
		"attribute":   {`<xs:element name="a"><xs:complexType><xs:attribute name="x" type="xs:boolean"/></xs:complexType></xs:element>`, []string{"<a/>", ` x="true"`}},
		"nillable":    {`<xs:element name="a" nillable="true" type="xs:boolean"/>`, []string{`nil="true"`, ">true<"}},
		"abstract":    {`<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType></xs:element><xs:element name="h" abstract="true"/><xs:element name="b" substitutionGroup="h" type="xs:boolean"/>`, []string{"<r><b>"}},
		"derived":     {`<xs:complexType name="t" abstract="true"/><xs:complexType name="u"><xs:complexContent><xs:extension base="t"><xs:attribute name="x"/></xs:extension></xs:complexContent></xs:complexType><xs:element name="a" type="t"/>`, []string{`type="u"`}},
		"wildcard":    {`<xs:element name="a"><xs:complexType><xs:sequence><xs:any processContents="lax"/></xs:sequence></xs:complexType></xs:element>`, []string{"stranger"}},
		"mixed":       {`<xs:element name="a"><xs:complexType mixed="true"><xs:sequence><xs:element name="b" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`, []string{"some text", "<b"}},
		"recursion":   {`<xs:element name="a"><xs:complexType><xs:sequence><xs:element ref="a" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`, []string{"<a/>", "<a><a/></a>"}},
		"references":  {`<xs:element name="a"><xs:complexType><xs:attribute name="x" type="xs:ID" use="required"/><xs:attribute name="y" type="xs:IDREF"/></xs:complexType></xs:element>`, []string{`y="id1"`}},
	} {
		t.Run(name, func(t *testing.T) {
			s := sampler(t, c.schema)
			var all strings.Builder
			for range 30 {
				document, err := s.Valid()
				if err != nil {
					t.Fatal(err)
				}
				all.WriteString(document + "\n")
			}
			for _, part := range c.parts {
				if !strings.Contains(all.String(), part) {
					t.Errorf("%q does not occur in:\n%s", part, all.String())
				}
			}
		})
	}
}

func TestTheSameSeedDrawsTheSame(t *testing.T) {
	const body = `<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:token" minOccurs="0" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>`
	draw := func() (out []string) {
		s := sampler(t, body)
		for range 20 {
			document, err := s.Valid()
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, document)
		}
		return out
	}
	if diff := cmp.Diff(draw(), draw()); diff != "" {
		t.Error(diff)
	}
}

func TestWhatCannotBeDrawnIsSaid(t *testing.T) {
	for body, want := range map[string]string{
		`<xs:element name="a"><xs:complexType><xs:sequence><xs:element ref="a"/></xs:sequence></xs:complexType></xs:element>`:  "needs itself",
		`<xs:element name="a"><xs:complexType><xs:sequence><xs:any namespace=""/></xs:sequence></xs:complexType></xs:element>`: "wildcard",
		`<xs:element name="a" type="xs:IDREF"/>`:  "IDREF",
		`<xs:element name="a" type="xs:ENTITY"/>`: "entity",
	} {
		s, err := New(inline(t, body), 1)
		if err == nil {
			_, err = s.Valid()
		}
		if !errors.Is(err, ErrNoDocument) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want an error with %q", body, err, want)
		}
	}
}
