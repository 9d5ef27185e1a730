// This file tests which element a JSON text is, and the engine on the schemas of other publishers. Package cases holds it to generated code.

package engine_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/catalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/world"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// built makes the engine of schema documents, and their components.
func built(t *testing.T, options load.Options, files ...string) (*engine.Engine, *schema.Set) {
	t.Helper()
	documents, err := load.Load(files, options)
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return engine.New(set), set
}

// An element in no namespace is what its name alone names, whatever other namespaces have.
func TestRootWithoutNamespace(t *testing.T) {
	one := func(attribute string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"` + attribute + `><xs:element name="one" type="xs:int"/></xs:schema>`)}
	}
	e, _ := built(t, load.Options{FS: fstest.MapFS{"a.xsd": one(` targetNamespace="urn:a"`), "b.xsd": one("")}}, "a.xsd", "b.xsd")
	for asked, want := range map[string]string{"one": "one", "{urn:a}one": "{urn:a}one"} {
		if root, err := e.Root(asked); err != nil || root.String() != want {
			t.Errorf("%s: %s, %v", asked, root, err)
		}
	}
}

func TestRoot(t *testing.T) {
	const a = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a"><xs:import namespace="urn:b" schemaLocation="b.xsd"/>`
	const b = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b"><xs:element name="one" type="xs:int"/><xs:element name="two" type="xs:int"/></xs:schema>`
	tests := []struct {
		name, elements, asked, want string // want is the element, or the error
	}{
		{"the only one of the first namespace", `<xs:element name="one" type="xs:int"/>`, "", "{urn:a}one"},
		{"the only one that is not abstract", `<xs:element name="one" type="xs:int"/><xs:element name="head" abstract="true"/>`, "", "{urn:a}one"},
		{"by its local name", "", "two", "{urn:b}two"},
		{"by its whole name", `<xs:element name="one" type="xs:int"/>`, "{urn:b}one", "{urn:b}one"},
		{"none", "", "", "JSON does not name its root element, so it has to be said which one it is; the global elements are {urn:b}one, {urn:b}two"},
		{"unknown", "", "three", "the schema does not have exactly one global element three; the global elements are {urn:b}one, {urn:b}two"},
		{
			"in two namespaces", `<xs:element name="one" type="xs:int"/>`, "one",
			"the schema does not have exactly one global element one; the global elements are {urn:a}one, {urn:b}one, {urn:b}two",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e, _ := built(t, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(a + test.elements + "</xs:schema>")}, "b.xsd": {Data: []byte(b)}}}, "a.xsd")
			root, err := e.Root(test.asked)
			got := root.String()
			var unknown *engine.RootError
			if err != nil {
				if got = err.Error(); !errors.As(err, &unknown) {
					t.Errorf("%T is no RootError", err)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestJSON: what is said has its place in the text; a stream may end or exceed a limit anywhere.
func TestJSON(t *testing.T) {
	e, _ := built(t, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>
<xs:element name="n" type="xs:int" maxOccurs="unbounded"/></xs:sequence></xs:complexType><xs:unique name="u"><xs:selector xpath="n"/><xs:field xpath="."/></xs:unique></xs:element></xs:schema>`)}}}, "a.xsd")
	root := xsd.Name{Local: "a"}
	tests := map[string]string{
		`{"n":[1,2]}`:         "",
		`{"n":[1,1]}`:         "line 1, column 9: /a/n[2]: another element has the same value of u; values must differ [cvc-identity-constraint.4.1]",
		"{\n \"n\": [\"x\"]}": "line 2, column 8: /a/n: a number is expected [cvc-datatype-valid.1.2.1]",
		`{"n":[1]`:            "line 1, column 9: the text ends before an object does",
	}
	for text, want := range tests {
		got := ""
		if err := e.JSON(strings.NewReader(text), root); err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
	var limit *xsd.LimitError
	if err := e.JSON(strings.NewReader(strings.Repeat(`{"n":`, 10_000)), root); !errors.As(err, &limit) {
		t.Errorf("deep text: %v", err)
	}
}

// TestWorld: the engine takes every schema, and gives documents the verdict of the validator, which is Xerces's.
func TestWorld(t *testing.T) {
	documents := 0
	for _, f := range world.Families(t) {
		t.Run(f.Name, func(t *testing.T) {
			var options load.Options
			if f.CatalogFile != "" {
				var err error
				if options, err = catalog.Options(nil, f.CatalogFile); err != nil {
					t.Fatal(err)
				}
			}
			e, set := built(t, options, f.Roots...)
			reference := validate.New(set)
			for _, file := range f.Documents {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				documents++
				want, got := reference.Document(bytes.NewReader(data)), e.XML(bytes.NewReader(data))
				if (want == nil) != (got == nil) {
					t.Errorf("%s: the validator says %v, the engine %v", filepath.Base(file), want, got)
				}
			}
		})
	}
	t.Logf("%d documents", documents)
}

// TestPaths: an element's position is that among those of its name, whatever lets them in.
func TestPaths(t *testing.T) {
	e, _ := built(t, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>
<xs:element ref="head" maxOccurs="unbounded"/><xs:element name="b" type="xs:int"/><xs:element name="c"/><xs:element name="b" type="xs:int"/>
<xs:element name="d"/><xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="head" type="xs:int"/><xs:element name="one" type="xs:int" substitutionGroup="head"/><xs:element name="b"><xs:complexType><xs:sequence><xs:element name="n" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>`)}}}, "a.xsd")
	const rest = "<b>1</b><c/><b>1</b><d/>"
	tests := map[string]string{
		"<a><head>1</head><one>x</one>" + rest + "</a>":                 "/a/one",
		"<a><one>1</one><head>1</head><one>x</one>" + rest + "</a>":     "/a/one[2]",
		"<a><one>1</one><head>1</head><head>x</head>" + rest + "</a>":   "/a/head[2]",
		"<a><one>1</one><b>1</b><c/><b>x</b><d/></a>":                   "/a/b[2]",
		"<a><one>1</one>" + rest + "<b><n>x</n></b></a>":                "/a/b[3]/n",
		"<a><one>1</one>" + rest + "<e/><b><n>1</n></b><b><n/></b></a>": "/a/b[4]/n",
		"<a><one>1</one>" + rest + "<e/><one>x</one></a>":               "/a/one[2]",
	}
	for document, want := range tests {
		var violations xsd.Violations
		if err := e.XML(strings.NewReader(document)); !errors.As(err, &violations) || len(violations) != 1 || violations[0].Path != want {
			t.Errorf("%s: got %v, want a violation at %s", document, err, want)
		}
	}
}
