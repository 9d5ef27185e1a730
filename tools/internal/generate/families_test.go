// This file generates code for the schema families that Norwegian ERP developers meet, and type-checks it: without a manual line,
// one package per namespace.

package generate_test

import (
	"bytes"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/emit"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

func TestFamilies(t *testing.T) {
	families := inputs.Shared(t, "families")
	var schemas []string
	for _, pattern := range []string{"saft-financial-no/*/*.xsd", "iso20022-pain.001/*.xsd", "ubl/*/maindoc/*.xsd"} {
		found, err := filepath.Glob(filepath.Join(families, filepath.FromSlash(pattern)))
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: nothing found, %v", pattern, err)
		}
		schemas = append(schemas, found...)
	}
	exports := exportData(t)
	for _, file := range schemas {
		t.Run(filepath.Base(filepath.Dir(file))+"/"+filepath.Base(file), func(t *testing.T) {
			start := time.Now()
			out, err := generate.Run(generate.Job{
				Config:     &config.Config{File: "xsdgen.yaml", Schemas: []string{file}, Package: "family", Output: "."},
				ImportPath: familyPath,
			})
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%d files in %v", len(out.Files), time.Since(start).Round(time.Millisecond))
			typeCheck(t, exports, out.Files)
		})
	}
}

// familyPath is the import path that families are generated for.
const familyPath = "example.com/family"

// exportData returns the files with the compiler's export data of all packages that generated code imports.
func exportData(t *testing.T) map[string]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}",
		"github.com/mvainnsyn/mvainnsyn/xsd", "encoding/xml", "math").Output()
	if err != nil {
		t.Fatal(err)
	}
	exports := map[string]string{}
	for line := range strings.Lines(string(out)) {
		importPath, file, _ := strings.Cut(strings.TrimSpace(line), "\t")
		exports[importPath] = file
	}
	return exports
}

// typeCheck checks the packages in files, those that others import first.
func typeCheck(t *testing.T, exports map[string]string, files []emit.File) {
	t.Helper()
	set := token.NewFileSet()
	c := &checker{set: set, parsed: map[string][]*ast.File{}, done: map[string]*types.Package{}}
	c.library = importer.ForCompiler(set, "gc", func(importPath string) (io.ReadCloser, error) {
		data, err := os.ReadFile(exports[importPath])
		return io.NopCloser(bytes.NewReader(data)), err
	})
	for _, f := range files {
		parsed, err := parser.ParseFile(set, f.Path, f.Data, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		importPath := path.Join(familyPath, path.Dir(f.Path))
		c.parsed[importPath] = append(c.parsed[importPath], parsed)
	}
	for importPath := range c.parsed {
		if _, err := c.Import(importPath); err != nil {
			t.Error(err)
		}
	}
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
