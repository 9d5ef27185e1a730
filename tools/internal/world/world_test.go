package world_test

import (
	"os"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/world"
)

// TestFamilies: the files that the manifest names are there, and Xerces takes every schema with the catalog and some without.
func TestFamilies(t *testing.T) {
	mapped := 0
	for _, f := range world.Families(t) {
		files := append(append([]string{}, f.Roots...), f.Documents...)
		for _, m := range f.Catalog {
			mapped++
			files = append(files, m.File, f.CatalogFile)
		}
		for _, file := range files {
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
		if v := f.Judge(t).SchemaOK(f.Roots); !v.Valid {
			t.Errorf("%s: Xerces: %s", f.Name, v.Message)
		}
	}
	if mapped == 0 {
		t.Error("no family has a catalog")
	}
}

// TestCatalogIsAsked: what only the catalog gives is missed without it.
func TestCatalogIsAsked(t *testing.T) {
	missed := 0
	for _, f := range world.Families(t) {
		if len(f.Catalog) > 0 && !judge.Xerces(t).SchemaOK(f.Roots).Valid {
			missed++
		}
	}
	if missed == 0 {
		t.Error("no family needs its catalog")
	}
}

func TestReports(t *testing.T) {
	reports := world.Reports(t)
	documents := 0
	for _, r := range reports {
		if r.Rule == "" {
			t.Errorf("%s has no rule", r.Kind)
		}
		for _, v := range r.Verdicts {
			if _, err := os.Stat(v.File); err != nil {
				t.Errorf("%s: %v", r.Name, err)
			}
		}
		documents += len(r.Documents())
	}
	if documents == 0 {
		t.Errorf("%d reports and no document", len(reports))
	}
}
