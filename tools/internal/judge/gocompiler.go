// Go's own type checker as a judge of generated code.

package judge

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// GoTypes type-checks generated packages. What they import, the runtime and the standard library, comes from the compiler's export data.
type GoTypes struct {
	exports map[string]string // files by import path
}

// NewGoTypes asks the go command for the export data of all packages that generated code imports.
func NewGoTypes(t testing.TB) *GoTypes {
	t.Helper()
	out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}",
		"github.com/mvainnsyn/mvainnsyn/xsd", "encoding/xml", "math").Output()
	if err != nil {
		t.Fatal(err)
	}
	g := &GoTypes{exports: map[string]string{}}
	for line := range strings.Lines(string(out)) {
		importPath, file, _ := strings.Cut(strings.TrimSpace(line), "\t")
		g.exports[importPath] = file
	}
	return g
}

// Check checks the packages in files, whose names are relative to the directory with the import path root. The packages come back by that
// directory's relative path, "." being root itself.
func (g *GoTypes) Check(root string, files map[string][]byte) (map[string]*types.Package, error) {
	set := token.NewFileSet()
	c := &checker{set: set, parsed: map[string][]*ast.File{}, done: map[string]*types.Package{}}
	c.library = importer.ForCompiler(set, "gc", func(importPath string) (io.ReadCloser, error) {
		data, err := os.ReadFile(g.exports[importPath])
		return io.NopCloser(bytes.NewReader(data)), err
	})
	dirs := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		parsed, err := parser.ParseFile(set, name, files[name], parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		importPath := path.Join(root, path.Dir(name))
		dirs[path.Dir(name)] = importPath
		c.parsed[importPath] = append(c.parsed[importPath], parsed)
	}
	packages := map[string]*types.Package{}
	for dir, importPath := range dirs {
		p, err := c.Import(importPath)
		if err != nil {
			return nil, fmt.Errorf("package %s: %w", importPath, err)
		}
		packages[dir] = p
	}
	return packages, nil
}

// checker imports generated packages from their source and all others from export data.
type checker struct {
	set     *token.FileSet
	library types.Importer
	parsed  map[string][]*ast.File
	done    map[string]*types.Package
}

// Import implements types.Importer.
func (c *checker) Import(importPath string) (*types.Package, error) {
	if p, ok := c.done[importPath]; ok {
		return p, nil
	}
	files, ok := c.parsed[importPath]
	if !ok {
		return c.library.Import(importPath)
	}
	config := types.Config{Importer: c}
	p, err := config.Check(importPath, c.set, files, nil)
	c.done[importPath] = p
	return p, err
}
