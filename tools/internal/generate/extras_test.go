// This file generates everything that can be asked for from the schemas of all cases, and has Go's type checker judge it.

package generate_test

import (
	"path/filepath"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
)

func TestExtrasOfCases(t *testing.T) {
	schemas, err := filepath.Glob("../cases/*/schema.xsd")
	if err != nil || len(schemas) < 90 {
		t.Fatalf("%d cases, %v", len(schemas), err)
	}
	checker := judge.NewGoTypes(t)
	for _, file := range schemas {
		out, err := generate.Run(generate.Job{
			Config: &config.Config{
				File: "xsdgen.yaml", Schemas: []string{file}, Package: "family", Output: ".",
				Generate: []config.Extra{config.Clone, config.Equal, config.Constructors, config.Getters},
				Types:    []config.Type{{Name: "xs:integer", Go: "int64"}, {Name: "xs:decimal", Go: "math/big.Rat"}, {Name: "xs:string", Go: "net/netip.Addr"}},
			},
			ImportPath: familyPath,
		})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		files := map[string][]byte{}
		for _, f := range out.Files {
			files[f.Path] = f.Data
		}
		if _, err := checker.Check(familyPath, files); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}
