package downstream_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/downstream"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// TestCompiledOnce generates a package into two directories: what the compiler made of it is the same file of the go command's cache.
func TestCompiledOnce(t *testing.T) {
	if first, again := compiled(t), compiled(t); first != again {
		t.Errorf("compiled twice:\n%s%s", first, again)
	}
}

// compiled returns the names of what the compiler made of a package and of the runtime that it imports.
func compiled(t *testing.T) string {
	t.Helper()
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	m, err := downstream.New(t.TempDir(), "example.com/app", root)
	if err != nil {
		t.Fatal(err)
	}
	const source = "package app\n\nimport \"github.com/mvainnsyn/mvainnsyn/xsd/source\"\n\nvar Name = source.Name{Local: \"a\"}\n"
	if err := os.WriteFile(filepath.Join(m.Dir, "app.go"), []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := m.Go("list", "-export", "-deps", "-f", "{{if not .Standard}}{{.Export}}{{end}}", ".")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}
