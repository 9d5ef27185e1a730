// The shared reports on document type declarations: schemas and documents with one, and what judges say of them.

package validate_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

func TestDoctypeReports(t *testing.T) {
	tables, err := filepath.Glob(filepath.Join(inputs.Shared(t, "reports", "doctype"), "*", "verdicts.tsv"))
	if err != nil || len(tables) < 2 {
		t.Fatalf("%d reports: %v", len(tables), err)
	}
	for _, table := range tables {
		directory := filepath.Dir(table)
		documents, err := load.Load([]string{filepath.Join(directory, "s.xsd")}, load.Options{})
		if err != nil {
			t.Errorf("%s: %v", directory, err)
			continue
		}
		set, err := schema.Build(documents)
		if err != nil {
			t.Errorf("%s: %v", directory, err)
			continue
		}
		text, err := os.ReadFile(table)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
			fields := strings.Split(line, "\t")
			if fields[0] == "s.xsd" {
				continue
			}
			data, err := os.ReadFile(filepath.Join(directory, fields[0]))
			if err != nil {
				t.Fatal(err)
			}
			if err := validate.New(set).Document(bytes.NewReader(data)); (err == nil) != (fields[1] == "valid") {
				t.Errorf("%s/%s: %v, want %s", filepath.Base(directory), fields[0], err, fields[1])
			}
		}
	}
}
