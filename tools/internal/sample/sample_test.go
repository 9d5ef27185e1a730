package sample

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
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
		`<xs:element name="a"><xs:complexType><xs:sequence><xs:element ref="a"/></xs:sequence></xs:complexType></xs:element>`:          "needs itself",
		`<xs:element name="a"><xs:complexType><xs:sequence><xs:any namespace="urn:none"/></xs:sequence></xs:complexType></xs:element>`: "wildcard",
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

// TestXercesAgrees asks Xerces-J about what is drawn from the published schemas and from families of others.
func TestXercesAgrees(t *testing.T) {
	schemas, err := filepath.Glob(filepath.Join(inputs.Shared(t, "published", "xsd"), "*.xsd"))
	if err != nil || len(schemas) != 5 {
		t.Fatalf("%d schemas, %v", len(schemas), err)
	}
	for _, family := range [][]string{{"iso20022-pain.001", "pain.001.001.09.xsd"}, {"ubl", "2.1", "maindoc", "UBL-Invoice-2.1.xsd"}} {
		schemas = append(schemas, inputs.Shared(t, append([]string{"families"}, family...)...))
	}
	xerces := judge.Xerces(t)
	for _, file := range schemas {
		t.Run(filepath.Base(file), func(t *testing.T) { judged(t, xerces, file) })
	}
}

const drawn = 60

func judged(t *testing.T, xerces judge.Judge, file string) {
	s, err := New(build(t, []string{file}, load.Options{}), 1)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var files []string
	var faults []Fault
	for i := range drawn {
		document, err := s.Valid()
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, write(t, dir, fmt.Sprintf("valid%d.xml", i), document))
	}
	for i := range drawn {
		fault, err := s.Invalid()
		if err != nil {
			t.Fatal(err)
		}
		faults = append(faults, fault)
		files = append(files, write(t, dir, fmt.Sprintf("invalid%d.xml", i), fault.Document))
	}
	for i, verdict := range xerces.Validate([]string{file}, files) {
		switch {
		case i < drawn && !verdict.Valid:
			t.Errorf("drawn as valid: %s", verdict.Message)
		case i >= drawn && verdict.Valid:
			t.Errorf("drawn as invalid by %s (%s), and valid", faults[i-drawn].Rule, faults[i-drawn].What)
		case i >= drawn && !sameClause(faults[i-drawn].Rule, verdict.Rule()):
			t.Errorf("drawn as invalid by %s (%s), and Xerces says %s", faults[i-drawn].Rule, faults[i-drawn].What, verdict.Message)
		}
	}
	t.Logf("coverage %.1f %%", s.Coverage().Percent())
}

// otherNames are the names Xerces-J has for our rules: it counts clause 1 of cvc-elt further than the standard does, and takes xs:language for
// what it is, a restriction of xs:token by a pattern (Part 2, section 3.3.3).
var otherNames = map[string]string{"cvc-elt.1": "cvc-elt.1.a", "cvc-datatype-valid.1.2.1": "cvc-pattern-valid"}

// sameClause compares the rule a document was drawn to break with the one Xerces-J names first.
func sameClause(rule, xerces string) bool {
	return rule == xerces || otherNames[rule] == xerces
}

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
