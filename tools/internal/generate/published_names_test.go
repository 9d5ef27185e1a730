// This file holds the committed packages to the names that were published with them: programs use those.

package generate_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestPublishedNames: every exported name of the five committed packages that testdata/published_names.txt lists is still there. The list is that of
// commit e6a19b2, one "package name" or "package type.member" a line; names may be added to the packages, and none may go or change.
func TestPublishedNames(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "published_names.txt"))
	if err != nil {
		t.Fatal(err)
	}
	published := strings.Fields(strings.ReplaceAll(string(data), " ", "#"))
	if len(published) < 500 {
		t.Fatalf("only %d names are listed", len(published))
	}
	var now []string
	dirs, err := filepath.Glob(filepath.Join("..", "..", "..", "generated", "*", "v1"))
	if err != nil || len(dirs) < 5 {
		t.Fatalf("%d packages, %v", len(dirs), err)
	}
	for _, dir := range dirs {
		now = append(now, exportedNames(t, dir)...)
	}
	slices.Sort(now)
	for _, name := range published {
		if _, ok := slices.BinarySearch(now, name); !ok {
			t.Errorf("%s is gone", strings.ReplaceAll(name, "#", " "))
		}
	}
}

// exportedNames lists what a directory's package exports, as "package#name".
func exportedNames(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range parsed.Decls {
			for _, name := range declared(declaration) {
				if !strings.HasSuffix(file, "_test.go") && ast.IsExported(name[strings.LastIndexByte(name, '.')+1:]) {
					names = append(names, parsed.Name.Name+"#"+name)
				}
			}
		}
	}
	return names
}

// declared lists the names that a declaration declares: those of fields and methods behind their type's.
func declared(declaration ast.Decl) []string {
	var names []string
	switch d := declaration.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv != nil {
			name = receiver(d.Recv.List[0].Type) + "." + name
		}
		return []string{name}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					names = append(names, name.Name)
				}
			case *ast.TypeSpec:
				names = append(names, spec.Name.Name)
				if fields, ok := spec.Type.(*ast.StructType); ok {
					for _, field := range fields.Fields.List {
						for _, name := range field.Names {
							names = append(names, spec.Name.Name+"."+name.Name)
						}
					}
				}
			}
		}
	}
	return names
}

func receiver(expression ast.Expr) string {
	if star, ok := expression.(*ast.StarExpr); ok {
		expression = star.X
	}
	if name, ok := expression.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}
