// Both judges on documents whose verdicts are known from the standard.

package judge

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const schemaText = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a" xmlns="urn:a" elementFormDefault="qualified">
  <xs:element name="a">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="n" type="xs:int" maxOccurs="7000"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>`

// files writes each text to a file and returns the paths.
func files(t *testing.T, extension string, texts ...string) []string {
	t.Helper()
	directory := t.TempDir()
	var paths []string
	for i, text := range texts {
		path := filepath.Join(directory, fmt.Sprintf("with space %d.%s", i, extension))
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

var documents = []string{
	`<a xmlns="urn:a"><n>1</n></a>`,
	"<a xmlns=\"urn:a\">\n<n>x</n></a>",
	`<a xmlns="urn:a"><n>1</a>`,
	`<a xmlns="urn:a">` + strings.Repeat("<n>1</n>", 7000) + `</a>`,
	`<a xmlns="urn:a">` + strings.Repeat("<n>1</n>", 7001) + `</a>`,
}

func TestXerces(t *testing.T) {
	got := Xerces(t).Validate(files(t, "xsd", schemaText), files(t, "xml", documents...))
	want := []Verdict{
		{Valid: true},
		{Message: "cvc-datatype-valid.1.2.1: 'x' is not a valid value for 'integer'.", Line: 2, Column: 9},
		{Malformed: true, Message: `The element type "n" must be terminated by the matching end-tag "</n>".`, Line: 1, Column: 24},
		{Valid: true},
		{Message: "cvc-complex-type.2.4", Line: 1, Column: 56021},
	}
	startsWith := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Message" },
		cmp.Comparer(func(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }))
	if diff := cmp.Diff(want, got, startsWith); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if rule := got[1].Rule(); rule != "cvc-datatype-valid.1.2.1" {
		t.Errorf("rule %q", rule)
	}
	if rule := got[2].Rule(); rule != "" {
		t.Errorf("rule %q of a document that is not well-formed", rule)
	}
}

func TestXmllint(t *testing.T) {
	got := Xmllint(t).Validate(files(t, "xsd", schemaText), files(t, "xml", documents...))
	want := []Verdict{{Valid: true}, {Line: 2}, {Malformed: true, Line: 1}, {Valid: true}, {Line: 1}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Verdict{}, "Message")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !strings.Contains(got[1].Message, "'x' is not a valid value of the atomic type 'xs:int'") {
		t.Errorf("message %q", got[1].Message)
	}
}

func TestInvalidSchema(t *testing.T) {
	schemas := files(t, "xsd", strings.Replace(schemaText, "xs:int", "xs:nothing", 1), schemaText, "<schema")
	for name, judge := range map[string]Judge{"Xerces": Xerces(t), "xmllint": Xmllint(t)} {
		broken := judge.SchemaOK(schemas[:1])
		if broken.Valid || !strings.Contains(broken.Message, "nothing") || broken.Line < 1 {
			t.Errorf("%s on an unknown type: %+v", name, broken)
		}
		if v := judge.SchemaOK(schemas[1:2]); !v.Valid {
			t.Errorf("%s: %+v", name, v)
		}
		if v := judge.SchemaOK(schemas[2:]); v.Valid {
			t.Errorf("%s takes a schema that is not well-formed", name)
		}
		for _, v := range judge.Validate(schemas[:1], files(t, "xml", documents...)) {
			if v.Valid || !strings.HasPrefix(v.Message, "the schema is not valid: ") {
				t.Errorf("%s on a document of an invalid schema: %+v", name, v)
			}
		}
	}
}

func TestXercesTakesSeveralSchemas(t *testing.T) {
	other := strings.ReplaceAll(schemaText, "urn:a", "urn:b")
	verdicts := Xerces(t).Validate(files(t, "xsd", schemaText, other), files(t, "xml", documents[0], strings.Replace(documents[0], "urn:a", "urn:b", 1)))
	if diff := cmp.Diff([]Verdict{{Valid: true}, {Valid: true}}, verdicts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestXercesStaysOffTheNetwork(t *testing.T) {
	schema := files(t, "xsd", `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:n="urn:net">
		<xs:import namespace="urn:net" schemaLocation="http://127.0.0.1:1/net.xsd"/><xs:element name="a" type="n:t"/></xs:schema>`)
	if v := Xerces(t).SchemaOK(schema); v.Valid {
		t.Error("the imported schema is not available, yet the schema compiles")
	}
}

func TestParseAnswer(t *testing.T) {
	if v, err := parseAnswer("invalid\t-1\t-1\tm: x"); err != nil || v != (Verdict{Message: "m: x"}) {
		t.Errorf("unknown position: %+v %v", v, err)
	}
	if v, err := parseAnswer("undecided\t0\t0\tOutOfMemoryError"); err != nil || v != (Verdict{Message: "OutOfMemoryError", Undecided: true}) {
		t.Errorf("no verdict: %+v %v", v, err)
	}
	for _, line := range []string{"", "perhaps\t1\t1\tm", "invalid\tx\t1\tm", "invalid\t1"} {
		if v, err := parseAnswer(line); err == nil {
			t.Errorf("%q: %+v", line, v)
		}
	}
}
