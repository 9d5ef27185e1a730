// This file generates code for the schema families that Norwegian ERP developers meet, and type-checks it: without a manual line,
// one package per namespace.

package generate_test

import (
	"path/filepath"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
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
	checker := judge.NewGoTypes(t)
	for _, file := range schemas {
		t.Run(filepath.Base(filepath.Dir(file))+"/"+filepath.Base(file), func(t *testing.T) {
			out, err := generate.Run(generate.Job{
				Config:     &config.Config{File: "xsdgen.yaml", Schemas: []string{file}, Package: "family", Output: "."},
				ImportPath: familyPath,
			})
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%d files", len(out.Files))
			files := map[string][]byte{}
			for _, f := range out.Files {
				files[f.Path] = f.Data
			}
			if _, err := checker.Check(familyPath, files); err != nil {
				t.Error(err)
			}
		})
	}
}

// familyPath is the import path that families are generated for.
const familyPath = "example.com/family"
