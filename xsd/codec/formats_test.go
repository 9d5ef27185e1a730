// This file keeps the formats apart: what is read and written differently is asked of a cursor or a sink, and not of which text is there.

package codec

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFormatIsNotAskedFor(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, place := range formatAsked(t, file, nil) {
			t.Errorf("%s asks for the format: make what differs there a method of cursor or sink", place)
		}
	}
}

// TestFormatAsked: what the test above looks for is found.
func TestFormatAsked(t *testing.T) {
	const text = `package codec
func f(r *Reader, w *Writer) bool {
	if r.json != nil || nil == w.xml { return true }
	switch { case w.json == nil: return r.keptXML != nil }
	if _, ok := r.cursor.(xmlCursor); ok { return ok }
	switch w.sink.(type) {}
	return r.err == nil
}`
	want := []string{"f.go:3:5", "f.go:3:22", "f.go:4:16", "f.go:5:14", "f.go:6:9"}
	if got := formatAsked(t, "f.go", text); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// formatAsked returns where a file compares a field xml or json with nil, or asks a cursor or sink of which type it is.
func formatAsked(t *testing.T, name string, text any) (places []string) {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		asked := false
		switch n := n.(type) {
		case *ast.BinaryExpr:
			asked = isField(n.X, "xml", "json") && isNil(n.Y) || isNil(n.X) && isField(n.Y, "xml", "json")
		case *ast.TypeAssertExpr:
			asked = isField(n.X, "cursor", "sink")
		}
		if asked {
			places = append(places, files.Position(n.Pos()).String())
		}
		return true
	})
	return places
}

// isField reports whether an expression selects a field of one of the names.
func isField(e ast.Expr, names ...string) bool {
	selector, ok := e.(*ast.SelectorExpr)
	return ok && slices.Contains(names, selector.Sel.Name)
}

func isNil(e ast.Expr) bool {
	name, ok := e.(*ast.Ident)
	return ok && name.Name == "nil"
}
