package validator_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/mvainnsyn/mvainnsyn/tools/validator"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

const order = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:order" xmlns="urn:order" elementFormDefault="qualified">
 <xs:include schemaLocation="https://schemas.example.org/types.xsd"/>
 <xs:element name="order"><xs:complexType><xs:sequence>
  <xs:element name="number" type="Number"/><xs:element name="note" type="xs:string" minOccurs="0"/>
 </xs:sequence></xs:complexType></xs:element>
</xs:schema>`

const numbers = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="Number"><xs:restriction base="xs:int"><xs:minInclusive value="1"/></xs:restriction></xs:simpleType></xs:schema>`

func schemas() fstest.MapFS {
	return fstest.MapFS{
		"order.xsd":      {Data: []byte(order)},
		"lib/types.xsd":  {Data: []byte(numbers)},
		"broken.xsd":     {Data: []byte("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n<xs:element name=\"a\" type=\"xs:integr\"/></xs:schema>")},
		"cat/a.xml":      {Data: []byte(`<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="https://schemas.example.org/types.xsd" uri="../lib/types.xsd"/></catalog>`)},
		"cat/circle.xml": {Data: []byte(`<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><nextCatalog catalog="circle.xml"/></catalog>`)},
	}
}

func Example() {
	schema, err := validator.CompileWith(schemas(), validator.Options{Catalogs: []string{"cat/a.xml"}}, "order.xsd")
	if err != nil {
		fmt.Println(err)
		return
	}
	err = schema.ValidateXML(strings.NewReader(`<order xmlns="urn:order"><number>0</number></order>`))
	var violations xsd.Violations
	if errors.As(err, &violations) {
		for _, v := range violations {
			fmt.Println(v.Path, v.Rule)
		}
	}
	// Output: /order/number cvc-minInclusive-valid
}

func TestCompile(t *testing.T) {
	tests := []struct {
		name  string
		opts  validator.Options
		paths []string
		want  string // of the error, "" for none
	}{
		{"by catalog", validator.Options{Catalogs: []string{"cat/a.xml"}}, []string{"order.xsd"}, ""},
		{"by what is given", validator.Options{}, []string{"order.xsd", "lib/types.xsd"}, ""},
		{"missing", validator.Options{}, []string{"order.xsd"}, `order.xsd:4:3: there is no type Number in namespace urn:order`},
		{"fault", validator.Options{}, []string{"broken.xsd"}, `broken.xsd:2:1: there is no type xs:integr in namespace http://www.w3.org/2001/XMLSchema; did you mean integer? [src-resolve]`},
		{"catalogs in a circle", validator.Options{Catalogs: []string{"cat/circle.xml"}}, []string{"order.xsd"}, `cat/circle.xml:1:62: catalogs refer to each other in a circle`},
		{"nothing", validator.Options{}, nil, "no schema is given"},
		{"limits", validator.Options{Limits: &xsd.Limits{MaxDepth: 1}}, []string{"broken.xsd"}, "exceeds the limit"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := validator.CompileWith(schemas(), test.opts, test.paths...)
			if test.want == "" && err != nil || !strings.Contains(fmt.Sprint(err), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
			var faults *validator.SchemaError
			if err != nil && (!errors.As(err, &faults) || len(faults.Problems) == 0) {
				t.Errorf("%T is no SchemaError with problems", err)
			}
		})
	}
}

// TestValidate: the kinds of errors, at the same time from several goroutines.
func TestValidate(t *testing.T) {
	schema, err := validator.Compile(schemas(), "order.xsd", "lib")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]xsd.Name{{Space: "urn:order", Local: "order"}}, schema.Elements()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want := map[string]string{
		`<order xmlns="urn:order"><number>1</number></order>`:                                                  "",
		`<order xmlns="urn:order"><note/></order>`:                                                             "line 1, column 26: /order/note: element {urn:order}note is not allowed here; expected is {urn:order}number [cvc-complex-type.2.4.a]",
		`<order xmlns="urn:order"><number>1</number>`:                                                          "*xsd.SyntaxError",
		`<order xmlns="urn:order">` + strings.Repeat("<order>", 100_000) + strings.Repeat("</order>", 100_001): "*xsd.LimitError",
	}
	var group sync.WaitGroup
	for document, message := range want {
		group.Go(func() {
			err := schema.ValidateXMLBytes([]byte(document))
			var syntax *xsd.SyntaxError
			var limit *xsd.LimitError
			got := ""
			switch {
			case errors.As(err, &syntax):
				got = "*xsd.SyntaxError"
			case errors.As(err, &limit):
				got = "*xsd.LimitError"
			case err != nil:
				got = err.Error()
			}
			if got != message {
				t.Errorf("%.60s: got %s (%v), want %s", document, got, err, message)
			}
		})
	}
	group.Wait()
}

func TestTolerant(t *testing.T) {
	schema, err := validator.Compile(schemas(), "order.xsd", "lib")
	if err != nil {
		t.Fatal(err)
	}
	var deviations xsd.Violations
	err = schema.ValidateXMLBytes([]byte(`<order xmlns="urn:order"><new/><number>1</number></order>`), validator.Tolerant(&deviations))
	if err != nil || len(deviations) != 1 {
		t.Errorf("%v, %v", err, deviations)
	}
	var refused *xsd.RefusedError
	if err := schema.ValidateXMLBytes([]byte(`<order xmlns="urn:order"/>`), validator.Tolerant(&deviations)); !errors.As(err, &refused) {
		t.Errorf("%v is not refused", err)
	}
}

// TestJSON: JSON is judged as XML is, by the element that is named or by the only one.
func TestJSON(t *testing.T) {
	schema, err := validator.Compile(schemas(), "order.xsd", "lib")
	if err != nil {
		t.Fatal(err)
	}
	order := xsd.Name{Space: "urn:order", Local: "order"}
	tests := []struct {
		name, text string
		opts       []validator.Option
		want       string // the error, "" for none
	}{
		{"valid", `{"number":1,"note":"x"}`, nil, ""},
		{"by name", `{"number":1}`, []validator.Option{validator.As(order)}, ""},
		{"not valid", `{"number":0}`, nil, `line 1, column 11: /order/number: "0" is below the least value allowed, 1 [cvc-minInclusive-valid]`},
		{"no such element", `{}`, []validator.Option{validator.As(xsd.Name{Local: "order"})}, "the schema does not have exactly one global element order; the global elements are {urn:order}order; name it with As"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if err := schema.ValidateJSONBytes([]byte(test.text), test.opts...); err != nil {
				got = err.Error()
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	var syntax *xsd.SyntaxError
	if err := schema.ValidateJSONBytes([]byte(`{"number"`)); !errors.As(err, &syntax) {
		t.Errorf("%v is no SyntaxError", err)
	}
	var unknown *validator.RootError
	if err := schema.ValidateJSONBytes([]byte(`{}`), validator.As(xsd.Name{Local: "x"})); !errors.As(err, &unknown) {
		t.Errorf("%v is no RootError", err)
	}
	var deviations xsd.Violations
	if err := schema.ValidateJSONBytes([]byte(`{"number":1,"more":2}`), validator.Tolerant(&deviations)); err != nil || len(deviations) != 1 {
		t.Errorf("%v, %v", err, deviations)
	}
	if err := schema.ValidateXMLBytes([]byte(`<order xmlns="urn:order"><number>1</number></order>`), validator.As(order)); err != nil {
		t.Errorf("As in XML: %v", err)
	}
}

// TestAPI: what users can name is of the standard library, of package xsd, or of this package.
func TestAPI(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.FileExports(file)
		for _, declaration := range file.Decls {
			if f, ok := declaration.(*ast.FuncDecl); ok {
				f.Body = nil
			}
			ast.Inspect(declaration, func(n ast.Node) bool {
				if selector, ok := n.(*ast.SelectorExpr); ok {
					seen++
					if pkg := fmt.Sprint(selector.X); pkg != "xsd" && pkg != "fs" && pkg != "io" {
						t.Errorf("%s: the API names %s.%s", name, pkg, selector.Sel.Name)
					}
				}
				return true
			})
		}
	}
	if seen == 0 {
		t.Error("nothing was looked at")
	}
}

// TestFormsOfUnions: a union takes what JSON has for any of its members, and every scalar may be a string.
func TestFormsOfUnions(t *testing.T) {
	schema, err := validator.Compile(fstest.MapFS{"a.xsd": {Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r" type="U"/><xs:simpleType name="U"><xs:union memberTypes="xs:boolean xs:int"/></xs:simpleType></xs:schema>`)}}, "a.xsd")
	if err != nil {
		t.Fatal(err)
	}
	for document, valid := range map[string]bool{
		`true`: true, `false`: true, `1`: true, `-7`: true, `"true"`: true, `"7"`: true,
		`"x"`: false, `1.5`: false, `null`: false, `{}`: false,
	} {
		if err := schema.ValidateJSONBytes([]byte(document)); (err == nil) != valid {
			t.Errorf("%s: %v, valid %v", document, err, valid)
		}
	}
}

// TestNamesThatBeginLikeDeclarations: an attribute is no declaration of a namespace because its name begins like one, whatever is declared around it.
func TestNamesThatBeginLikeDeclarations(t *testing.T) {
	schema, err := validator.Compile(fstest.MapFS{"a.xsd": {Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="c" maxOccurs="9"><xs:complexType/></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>`)}}, "a.xsd")
	if err != nil {
		t.Fatal(err)
	}
	for attribute, valid := range map[string]bool{
		``: true, `xmlns:b="u"`: true, `xmlns:ab="u"`: true, `xmlns:b="v"`: true, `xmlns=""`: true,
		`xmlnsb="u"`: false, `xmlnsab="u"`: false, `xmlnsbb="u"`: false, `xmlns:="u"`: false, `xmln="u"`: false,
	} {
		document := `<r xmlns:b="u" xmlns:ab="u"><c/><c ` + attribute + `/><c ` + attribute + `/></r>`
		if err := schema.ValidateXMLBytes([]byte(document)); (err == nil) != valid {
			t.Errorf("%s: %v, valid %v", attribute, err, valid)
		}
	}
}
