// This file tests what every emitted file must be, on the schemas of all cases and on hostile ones. What the files say is
// compared in package cases, where they are compiled and run.

package emit_test

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/emit"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// packages models schema documents.
func packages(t *testing.T, options load.Options, file string) []*model.Package {
	t.Helper()
	documents, err := load.Load([]string{file}, options)
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	view, err := model.Build(set, model.Config{
		Package: "p", ImportPath: "example.com/p", Namespaces: map[string]string{"*": "example.com/p"},
		Names: chosen(file),
	})
	if err != nil {
		t.Fatal(err)
	}
	return view.Packages
}

// chosen returns the names that one case needs.
func chosen(file string) map[string]string {
	if !strings.Contains(file, "names_chosen") {
		return nil
	}
	return map[string]string{"type/a.b": "Text", "type/a-b/element/validate": "Validation", "type/a-b/attribute/x": "XAttribute"}
}

// inMemory models one document.
func inMemory(t *testing.T, text string) []*model.Package {
	t.Helper()
	return packages(t, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(text)}}}, "a.xsd")
}

// check demands of every file that it has the header, is formatted, and parses; it returns the files by path.
func check(t *testing.T, files []emit.File) map[string]*ast.File {
	t.Helper()
	parsed := map[string]*ast.File{}
	for _, f := range files {
		head, _, _ := strings.Cut(string(f.Data), "\n")
		if diff := cmp.Diff(emit.Header, head); diff != "" {
			t.Errorf("%s: header (-want +got):\n%s", f.Path, diff)
		}
		formatted, err := format.Source(f.Data)
		if err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		if diff := cmp.Diff(string(formatted), string(f.Data)); diff != "" {
			t.Errorf("%s: not as gofmt has it (-gofmt +got):\n%s", f.Path, diff)
		}
		file, err := parser.ParseFile(token.NewFileSet(), f.Path, f.Data, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		parsed[f.Path] = file
	}
	return parsed
}

func TestCases(t *testing.T) {
	files, err := filepath.Glob("../cases/*/schema.xsd")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			first, err := emit.Files(packages(t, load.Options{}, file))
			if err != nil {
				t.Fatal(err)
			}
			check(t, first)
			second, err := emit.Files(packages(t, load.Options{}, file))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(first, second); diff != "" {
				t.Errorf("another run gives other bytes:\n%s", diff)
			}
		})
	}
}

// TestLarge: a package of many types has files by initial letter, none of them large, and loses nothing.
func TestLarge(t *testing.T) {
	var body strings.Builder
	for i := range 200 {
		fmt.Fprintf(&body, `<xs:complexType name="%c%d"><xs:sequence><xs:element name="x" type="xs:string"/></xs:sequence></xs:complexType>`, 'a'+i%3, i)
	}
	files, err := emit.Files(inMemory(t, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`+body.String()+`</xs:schema>`))
	if err != nil {
		t.Fatal(err)
	}
	structs := 0
	for path, file := range check(t, files) {
		if strings.HasPrefix(path, "types_") {
			structs += len(file.Decls)
		}
	}
	if diff := cmp.Diff([]string{"descriptors_a.go", "descriptors_b.go", "descriptors_c.go"}, []string{files[0].Path, files[1].Path, files[2].Path}); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if structs != 200 {
		t.Errorf("%d structs, want 200", structs)
	}
}

// TestHostileWords: what a schema's author may write never becomes Go code.
func TestHostileWords(t *testing.T) {
	files, err := emit.Files(inMemory(t, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:&quot;`+"`"+`\,"
		elementFormDefault="qualified"><xs:annotation><xs:documentation>*/ package evil; func init() {} /*&#x2028;//go:build never</xs:documentation></xs:annotation>
		<xs:complexType name="T"><xs:sequence><xs:element name="a" default="&quot;); panic(&quot;"  type="xs:string" minOccurs="0">
		<xs:annotation><xs:documentation>
//go:embed /etc/passwd
	</xs:documentation></xs:annotation></xs:element></xs:sequence></xs:complexType>
		<xs:simpleType name="P"><xs:restriction base="xs:string"><xs:pattern value="&#10;`+"`"+`"/><xs:enumeration value="`+"`"+`&#10;&quot;"/></xs:restriction></xs:simpleType></xs:schema>`))
	if err != nil {
		t.Fatal(err)
	}
	for path, file := range check(t, files) {
		for _, declaration := range file.Decls {
			if f, ok := declaration.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name != "ReadXML" {
				t.Errorf("%s declares function %s", path, f.Name.Name)
			}
		}
		for _, group := range file.Comments {
			for _, c := range group.List {
				if strings.HasPrefix(c.Text, "//go:") && c.Text != "//go:noinline" || strings.HasPrefix(c.Text, "/*") {
					t.Errorf("%s has a comment that means something: %s", path, c.Text)
				}
			}
		}
	}
}

func TestClient(t *testing.T) {
	p := inMemory(t, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
		<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="n" type="xs:int"/><xs:element name="s" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:schema>`)
	service, err := model.BuildService(p, &config.Service{
		Package: "aclient", Doc: "Two\nlines.", Scope: "s",
		Operations: []config.Operation{{
			Name: "get", Method: "GET", Path: "/{n}", Response: "a", Request: "a", OnBehalfOf: "n",
			Parameters: []config.Parameter{{Name: "n", Type: "xs:int", In: "path"}, {Name: "l", Type: "xs:int", In: "query", List: true}, {Name: "o", Type: "xs:int", In: "header", Optional: true}},
			Echo:       []config.Echo{{Parameter: "n", Element: "n"}, {Parameter: "o", Element: "s"}},
		}},
		Errors: config.Errors{Code: []string{"c"}, Codes: []config.Code{{Code: "X", Remedy: "r", Renew: true, Retry: true}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	files, err := emit.Client(p, service)
	if err != nil {
		t.Fatal(err)
	}
	file := check(t, files)["aclient/client.go"]
	var names []string
	for _, declaration := range file.Decls {
		if f, ok := declaration.(*ast.FuncDecl); ok {
			names = append(names, f.Name.Name)
		}
	}
	if diff := cmp.Diff([]string{"New", "Close", "generic", "Get"}, names); diff != "" {
		t.Errorf("functions (-want +got):\n%s", diff)
	}
}

// TestConstraintsThatSelectNothing are left out of generated code; a keyref whose key is left out stays.
func TestConstraintsThatSelectNothing(t *testing.T) {
	files, err := emit.Files(inMemory(t, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType>
<xs:key name="lost"><xs:selector xpath="b"/><xs:field xpath="."/></xs:key><xs:unique name="kept"><xs:selector xpath="a"/><xs:field xpath="."/></xs:unique><xs:keyref name="ref" refer="lost"><xs:selector xpath="a"/><xs:field xpath="."/></xs:keyref></xs:element></xs:schema>`))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, f := range files {
		text.Write(f.Data)
	}
	for want, count := range map[string]int{`Local: "lost"`: 1, `Local: "kept"`: 1, `Local: "ref"`: 1} { // of lost, what ref refers to
		if got := strings.Count(text.String(), want); got != count {
			t.Errorf("%s stands %d times in the code, want %d", want, got, count)
		}
	}
}

// What a file holds does not grow with the package: of 260 types that extend each other, each with a member of its own, the last has 261, and all together have more than
// one set of files may hold. Every type is in one file of each kind.
func TestManyMembers(t *testing.T) {
	var text strings.Builder
	text.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T0"><xs:sequence><xs:element name="e0" type="xs:int"/></xs:sequence></xs:complexType>`)
	for i := 1; i <= 260; i++ {
		fmt.Fprintf(&text, `<xs:complexType name="T%d"><xs:complexContent><xs:extension base="T%d"><xs:sequence><xs:element name="e%d" type="xs:int" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`, i, i-1, i)
	}
	all := packages(t, load.Options{FS: fstest.MapFS{"chain.xsd": {Data: []byte(text.String() + `</xs:schema>`)}}}, "chain.xsd")
	files, err := emit.Files(all)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	structs := map[string]int{}
	for _, f := range files {
		if name := filepath.Base(f.Path); strings.HasPrefix(name, "types") {
			names = append(names, name)
			structs[name] = strings.Count(string(f.Data), " struct {")
		}
	}

	if diff := cmp.Diff([]string{"types_t.go", "types_t_2.go"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := structs["types_t.go"] + structs["types_t_2.go"]; got != 261 || structs["types_t_2.go"] == 0 {
		t.Errorf("%v", structs)
	}
}
