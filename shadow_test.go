// No name of ours hides one of the language's own.

package mvainnsyn_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestNothingIsCalledAsGoCallsIt looks for declarations that hide a predeclared name: a reader of "new" or "len" has to look up which it is,
// and whoever edits the function later cannot call the builtin. Fields and methods hide nothing.
func TestNothingIsCalledAsGoCallsIt(t *testing.T) {
	for _, path := range ownSources(t, ".") {
		positions := token.NewFileSet()
		file, err := parser.ParseFile(positions, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range declared(file) {
			if types.Universe.Lookup(name.Name) != nil {
				t.Errorf("%s: %s is a name of Go's own", positions.Position(name.Pos()), name.Name)
			}
		}
	}
}

// ownSources lists the Go files below a folder that are ours: not those of tools, of test data and of modules that a user has vendored.
func ownSources(t *testing.T, root string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && strings.HasPrefix(entry.Name(), "."), entry.IsDir() && slices.Contains([]string{"testdata", "node_modules", "vendor"}, entry.Name()):
			return filepath.SkipDir
		case !entry.IsDir() && filepath.Ext(path) == ".go":
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestVendoredSourcesAreNotOurs: in a copy that was made by go mod vendor the tests judge the same files.
func TestVendoredSourcesAreNotOurs(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"a.go", "b/b.go", "b/b.md", "vendor/example.com/c/c.go", ".bin/d.go", "b/testdata/e.go", "b/node_modules/f.go"} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("package p\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{filepath.Join(root, "a.go"), filepath.Join(root, "b", "b.go")}
	if got := ownSources(t, root); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// declared are the names that a file declares, but for fields and methods.
func declared(file *ast.File) []*ast.Ident {
	var names []*ast.Ident
	ofFields := func(list *ast.FieldList) {
		if list == nil {
			return
		}
		for _, field := range list.List {
			names = append(names, field.Names...)
		}
	}
	ofExpressions := func(list ...ast.Expr) {
		for _, expression := range list {
			if name, ok := expression.(*ast.Ident); ok {
				names = append(names, name)
			}
		}
	}
	ast.Inspect(file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.ImportSpec:
			if n.Name != nil {
				names = append(names, n.Name)
			}
		case *ast.ValueSpec:
			names = append(names, n.Names...)
		case *ast.TypeSpec:
			names = append(names, n.Name)
			ofFields(n.TypeParams)
		case *ast.FuncDecl:
			if n.Recv == nil {
				names = append(names, n.Name)
			}
			ofFields(n.Recv)
		case *ast.FuncType:
			ofFields(n.TypeParams)
			ofFields(n.Params)
			ofFields(n.Results)
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				ofExpressions(n.Lhs...)
			}
		case *ast.RangeStmt:
			if n.Tok == token.DEFINE {
				ofExpressions(n.Key, n.Value)
			}
		}
		return true
	})
	return names
}
