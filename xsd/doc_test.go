// What go doc shows of this package leads on to where types are declared: of an alias it lists neither fields nor methods.

package xsd_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// common are methods that a reader of go doc does not look for: those of Go's own interfaces, and those that generated code calls.
var common = map[string]bool{
	"String": true, "Error": true, "Validate": true, "ReadXSD": true, "WriteXSD": true, "ReadAs": true, "WriteAs": true,
	"MarshalText": true, "UnmarshalText": true, "MarshalJSON": true, "UnmarshalJSON": true,
}

func TestAliasesSayWhereTheirMembersAreListed(t *testing.T) {
	rooms := readRooms(t, "codec", "simple", "source")
	aliases := 0
	for _, file := range parseFolder(t, ".") {
		for _, declaration := range file.Decls {
			types, ok := declaration.(*ast.GenDecl)
			if !ok || types.Tok != token.TYPE {
				continue
			}
			for _, spec := range types.Specs {
				alias := spec.(*ast.TypeSpec)
				declared := rooms.declared(qualified(alias.Type, ""))
				if !alias.Assign.IsValid() || !rooms.members[declared] {
					continue
				}
				aliases++
				if link := "[github.com/mvainnsyn/mvainnsyn/xsd/" + declared + "]"; !strings.Contains(types.Doc.Text()+alias.Doc.Text(), link) {
					t.Errorf("the doc comment of %s has no link %s to its fields and methods", alias.Name.Name, link)
				}
			}
		}
	}
	if aliases < 20 {
		t.Errorf("%d aliases have fields or methods; the search is broken", aliases)
	}
}

// rooms are packages below this one: which of their types are aliases, and of what, and which have fields or methods to look for. Names are qualified.
type rooms struct {
	aliases map[string]string
	members map[string]bool
}

func readRooms(t *testing.T, packages ...string) rooms {
	t.Helper()
	found := rooms{map[string]string{}, map[string]bool{}}
	for _, name := range packages {
		for _, file := range parseFolder(t, name) {
			for _, declaration := range file.Decls {
				found.read(name, declaration)
			}
		}
	}
	return found
}

// read notes what one declaration of a package says.
func (r rooms) read(room string, declaration ast.Decl) {
	switch declaration := declaration.(type) {
	case *ast.FuncDecl:
		if declaration.Recv != nil && declaration.Name.IsExported() && !common[declaration.Name.Name] {
			r.members[qualified(declaration.Recv.List[0].Type, room)] = true
		}
	case *ast.GenDecl:
		for _, spec := range declaration.Specs {
			named, ok := spec.(*ast.TypeSpec)
			if !ok {
				continue
			}
			name := room + "." + named.Name.Name
			if named.Assign.IsValid() {
				r.aliases[name] = qualified(named.Type, room)
			}
			if structure, ok := named.Type.(*ast.StructType); ok && hasExported(structure) {
				r.members[name] = true
			}
		}
	}
}

// declared returns the type that a name stands for in the end.
func (r rooms) declared(name string) string {
	for r.aliases[name] != "" {
		name = r.aliases[name]
	}
	return name
}

// parseFolder returns the files of a package without its tests.
func parseFolder(t *testing.T, dir string) []*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no Go files in %s: %v", dir, err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// qualified spells the type that an expression names, which is one of package room where it names no other.
func qualified(expression ast.Expr, room string) string {
	switch expression := expression.(type) {
	case *ast.StarExpr:
		return qualified(expression.X, room)
	case *ast.IndexExpr:
		return qualified(expression.X, room)
	case *ast.SelectorExpr:
		return qualified(expression.X, "") + "." + expression.Sel.Name
	case *ast.Ident:
		if room == "" {
			return expression.Name
		}
		return room + "." + expression.Name
	}
	return ""
}

func hasExported(structure *ast.StructType) bool {
	for _, field := range structure.Fields.List {
		for _, name := range field.Names {
			if name.IsExported() {
				return true
			}
		}
	}
	return false
}
