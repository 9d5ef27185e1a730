// This file compares the committed packages with what the compiler makes of their schemas now.

package cases_test

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/emit"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
)

// root is the import path of this directory.
const root = "github.com/mvainnsyn/mvainnsyn/tools/internal/cases"

// TestGenerated generates every case twice in memory, demands the same bytes, and compares with what is committed.
func TestGenerated(t *testing.T) {
	for _, name := range caseNames(t) {
		t.Run(name, func(t *testing.T) {
			files := generateCase(t, name)
			if diff := cmp.Diff(files, generateCase(t, name)); diff != "" {
				t.Errorf("generating again gives other bytes (-first +second):\n%s", diff)
			}
			for _, f := range files {
				formatted, err := format.Source(f.Data)
				if err != nil {
					t.Fatalf("%s: %v", f.Path, err)
				}
				if diff := cmp.Diff(string(f.Data), string(formatted)); diff != "" {
					t.Errorf("%s is not formatted as gofmt does (-generated +gofmt):\n%s", f.Path, diff)
				}
			}
			if os.Getenv("UPDATE") != "" {
				update(t, name, files)
				return
			}
			if diff := cmp.Diff(texts(files), committed(t, name)); diff != "" {
				t.Errorf("stale; run UPDATE=1 go test ./tools/internal/cases (-generated +committed):\n%s", diff)
			}
		})
	}
}

// caseNames lists the folders.
func caseNames(t *testing.T) []string {
	t.Helper()
	schemas, err := filepath.Glob("*/schema.xsd")
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, len(schemas))
	for i, schema := range schemas {
		names[i] = filepath.Dir(schema)
	}
	return names
}

// configOf reads a case's xsdgen.yaml, or makes one up for a case without.
func configOf(t *testing.T, name string) *config.Config {
	t.Helper()
	file := filepath.Join(name, "xsdgen.yaml")
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return &config.Config{
			File: file, Schemas: []string{"schema.xsd"}, Package: strings.ReplaceAll(name, "_", ""), Output: ".",
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	c, err := config.Parse(file, data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func generateCase(t *testing.T, name string) []emit.File {
	t.Helper()
	out, err := generate.Run(generate.Job{Config: configOf(t, name), ImportPath: path.Join(root, name)})
	if err != nil {
		t.Fatal(err)
	}
	return out.Files
}

func update(t *testing.T, name string, files []emit.File) {
	t.Helper()
	changes, err := generate.Compare(name, files)
	if err != nil {
		t.Fatal(err)
	}
	if err := generate.Apply(name, changes); err != nil {
		t.Fatal(err)
	}
}

// texts is files by path.
func texts(files []emit.File) map[string]string {
	m := map[string]string{}
	for _, f := range files {
		m[f.Path] = string(f.Data)
	}
	return m
}

// committed reads the generated files in a case's folder.
func committed(t *testing.T, name string) map[string]string {
	t.Helper()
	m := map[string]string{}
	err := filepath.WalkDir(name, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(file) != ".go" {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil || !strings.HasPrefix(string(data), emit.Header) {
			return err
		}
		relative, err := filepath.Rel(name, file)
		m[filepath.ToSlash(relative)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestRegistry demands that registry_test.go lists the package of every case.
func TestRegistry(t *testing.T) {
	var imports, entries bytes.Buffer
	for _, name := range caseNames(t) {
		c := configOf(t, name)
		fmt.Fprintf(&imports, "\t%s %q\n", c.Package, path.Join(root, name))
		fmt.Fprintf(&entries, "\t%q: %s.ReadXML,\n", name, c.Package)
	}
	want := registryHead + imports.String() + ")\n\n" + registryMap + entries.String() + "}\n"
	formatted, err := format.Source([]byte(want))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("registry_test.go", formatted, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile("registry_test.go")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(formatted), string(got)); diff != "" {
		t.Errorf("stale; run UPDATE=1 go test ./tools/internal/cases (-want +got):\n%s", diff)
	}
}

const registryHead = `// This file lists the generated packages of all cases; TestRegistry writes it.

package cases_test

import (
	"github.com/mvainnsyn/mvainnsyn/xsd"

`

const registryMap = `// readers are the functions that read a document of each case.
var readers = map[string]func([]byte, ...xsd.Option) (xsd.Document, error){
`

// documents lists the documents of a case below dir, with paths.
func documents(t *testing.T, name, dir string) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(name, dir, "*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(list)
	return list
}
