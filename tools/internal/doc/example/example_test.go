// This file holds examples to judges: the validator for XML, Go's type checker for literals, and for JSON the readers of the packages that this
// repository generates.

package example_test

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/example"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

const order = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o" xmlns="urn:o" elementFormDefault="qualified">
  <xs:element name="order" type="Order"/>
  <xs:complexType name="Order">
    <xs:sequence>
      <xs:element name="id" type="Id"/>
      <xs:choice><xs:element name="person" type="xs:string"/><xs:element name="company" type="Id"/></xs:choice>
      <xs:element name="line" type="Line" maxOccurs="unbounded"/>
      <xs:choice maxOccurs="unbounded"><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:choice>
    </xs:sequence>
    <xs:attribute name="day" type="xs:date"/>
  </xs:complexType>
  <xs:complexType name="Line">
    <xs:sequence><xs:element name="text" type="xs:string"/><xs:element name="price" type="xs:decimal" minOccurs="0"/><xs:element name="line" type="Line" minOccurs="0"/></xs:sequence>
  </xs:complexType>
  <xs:simpleType name="Id"><xs:restriction base="xs:string"><xs:pattern value="[0-9]{4}"/></xs:restriction></xs:simpleType>
</xs:schema>`

// TestForms holds one example to what a person would have written.
func TestForms(t *testing.T) {
	draft := prepared(t, generate.Job{Config: &config.Config{Package: "order", Schemas: []string{"s.xsd"}}, ImportPath: "order", Load: load.Options{FS: fstest.MapFS{"s.xsd": {Data: []byte(order)}}}})
	got := example.NewMaker(draft.Set, draft.Packages).Of(draft.Set.Elements[0])
	want := example.Example{
		XML: `<order xmlns="urn:o" day="2026-04-13">
  <id>1234</id>
  <person>text</person>
  <line>
    <text>text</text>
    <price>1250.50</price>
  </line>
  <a>12</a>
</order>`,
		JSON: `{
  "@day": "2026-04-13",
  "id": "1234",
  "person": "text",
  "line": [{
    "text": "text",
    "price": 1250.50
  }],
  "#content": [{
    "a": 12
  }]
}`,
		Go: `order.Order{
	Day:    new(xsd.Must(xsd.ParseDate("2026-04-13"))),
	Id:     "1234",
	Choice: order.OrderPerson{Person: "text"},
	Line: []order.Line{
		order.Line{
			Text:  "text",
			Price: new(xsd.Must(xsd.ParseDecimal("1250.50"))),
		},
	},
	Content: []order.OrderItem{
		order.OrderA{A: 12},
	},
}`,
	}
	if got.XML != want.XML {
		t.Errorf("XML\n%s", got.XML)
	}
	if got.JSON != want.JSON {
		t.Errorf("JSON\n%s", got.JSON)
	}
	if got.Go != want.Go {
		t.Errorf("Go\n%s", got.Go)
	}
}

func prepared(t *testing.T, job generate.Job) *generate.Draft {
	t.Helper()
	draft, err := generate.Prepare(job)
	if err != nil {
		t.Fatal(err)
	}
	return draft
}

// TestLiteralsCompile: for the feature cases and published schemas every document is valid, and every literal compiles beside the generated code.
func TestLiteralsCompile(t *testing.T) {
	checker := judge.NewGoTypes(t)
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(root, "tools", "internal", "cases", "*", "schema.xsd"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	published, err := filepath.Glob(filepath.Join(inputs.Shared(t, "published", "xsd"), "*.xsd"))
	if err != nil {
		t.Fatal(err)
	}
	documents, literals := 0, 0
	for _, file := range append(files, published...) {
		d, l := compiles(t, checker, file)
		documents += d
		literals += l
	}
	if documents < 100 || literals < 100 {
		t.Errorf("%d documents, %d literals", documents, literals)
	}
	t.Logf("%d documents, %d literals", documents, literals)
}

// TestLiteralsOfOwnTypes: with Go types of the user's, literals are of these.
func TestLiteralsOfOwnTypes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.xsd")
	const source = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="at" type="xs:dateTime"/>
		<xs:element name="host" type="Host"/><xs:simpleType name="Host"><xs:restriction base="xs:anyURI"><xs:enumeration value="10.0.0.1"/></xs:restriction></xs:simpleType>
		<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="at" type="xs:dateTime" maxOccurs="2"/><xs:element name="from" type="Short"/></xs:sequence>
		<xs:attribute name="to" type="xs:NMTOKEN" use="required"/><xs:attribute name="n" type="N"/></xs:complexType></xs:element>
		<xs:simpleType name="Short"><xs:restriction base="xs:NMTOKEN"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
		<xs:simpleType name="N"><xs:restriction base="xs:integer"><xs:totalDigits value="3"/></xs:restriction></xs:simpleType></xs:schema>`
	if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	documents, literals := compiles(t, judge.NewGoTypes(t), file, config.Type{Name: "xs:dateTime", Go: "time.Time"}, config.Type{Name: "xs:integer", Go: "int64"},
		config.Type{Name: "xs:NMTOKEN", Go: "net/netip.Addr", Parse: "net/netip.ParseAddr", Format: "String"})
	if documents != 3 || literals != 3 {
		t.Errorf("%d documents, %d literals, want 3 of each", documents, literals)
	}
}

func compiles(t *testing.T, checker *judge.GoTypes, file string, own ...config.Type) (documents, literals int) {
	t.Helper()
	const importPath = "example.com/p"
	name := strings.NewReplacer("_", "", ".", "").Replace(filepath.Base(filepath.Dir(file)))
	if strings.HasPrefix(name, "xsd") {
		name = "published"
	}
	job := generate.Job{Config: &config.Config{Package: "sample" + name, Schemas: []string{file}, Types: own}, ImportPath: importPath}
	draft := prepared(t, job)
	maker := example.NewMaker(draft.Set, draft.Packages)
	validator := validate.New(draft.Set)
	var b strings.Builder
	for i, e := range draft.Set.Elements {
		if e.Abstract {
			continue
		}
		x := maker.Of(e)
		if x.XML == "" {
			continue
		}
		documents++
		if err := validator.Document(strings.NewReader(x.XML)); err != nil {
			t.Errorf("%s: %v\n%s", file, err, x.XML)
		}
		if x.Go != "" {
			literals++
			fmt.Fprintf(&b, "var v%d = %s\n", i, x.Go)
		}
	}
	out, err := generate.Run(job)
	if err != nil {
		t.Fatal(err)
	}
	sources := map[string][]byte{}
	for _, f := range out.Files {
		sources[f.Path] = f.Data
	}
	text := b.String()
	imports := `import "` + "github.com/mvainnsyn/mvainnsyn/xsd" + "\"\nvar _ xsd.Name\n"
	for _, p := range draft.Packages {
		if strings.Contains(text, p.Alias+".") {
			imports = "import " + p.Alias + ` "` + p.Path + "\"\n" + imports
		}
	}
	for _, one := range own {
		if i := strings.LastIndexByte(one.Go, '.'); i >= 0 && strings.Contains(text, path.Base(one.Go[:i])+".") {
			imports = "import \"" + one.Go[:i] + "\"\n" + imports
		}
	}
	sources["literals/literals.go"] = []byte("package literals\n" + imports + text)
	if _, err := checker.Check(importPath, sources); err != nil {
		t.Errorf("%s: %v\n%s", file, err, text)
	}
	return documents, literals
}
