// This file draws the schemas of ../shared, and judges the pictures by their geometry.

package doc_test

import (
	"io/fs"
	"path/filepath"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/catalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/layout"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/picture"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/world"
)

// whole is the most classes that a picture of everything is tried with.
const whole = 150

// TestGeometry: in every picture of every shared schema, of the model as far as can be read, of all of it and of what is around each class, boxes and
// labels keep clear of each other, and edges of boxes that are not theirs.
func TestGeometry(t *testing.T) {
	pictures, boxes, edges := 0, 0, 0
	count := func(g layout.Graph) {
		pictures++
		boxes += len(g.Boxes)
		edges += len(g.Edges)
	}
	for _, s := range sharedSchemas(t) {
		draft := s.draft(t)
		m := diagram.NewModel(draft.Set, draft.Packages)
		d := draw(t, m, diagram.Options{Depth: diagram.Automatic, DataTypes: true})
		count(judge(t, s.name, d))
		all := draw(t, m, diagram.Options{Depth: 1000})
		if len(all.Classes) <= whole {
			count(judge(t, s.name+", all of it", all))
		}
		for i, c := range all.Classes {
			if testing.Short() && i%10 > 0 {
				continue
			}
			count(judge(t, s.name+" around "+c.Name, m.Around(c, 1)))
		}
	}
	t.Logf("%d pictures, %d boxes, %d edges", pictures, boxes, edges)
}

func draw(t *testing.T, m *diagram.Model, o diagram.Options) *diagram.Diagram {
	t.Helper()
	d, err := m.Draw(o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func judge(t *testing.T, name string, d *diagram.Diagram) layout.Graph {
	t.Helper()
	a := picture.Arrange(d, picture.Options{})
	for _, fault := range layout.Faults(a.Graph, a.Placed) {
		t.Errorf("%s: %s", name, fault)
	}
	for _, fault := range a.TypeFaults() {
		t.Errorf("%s: %s", name, fault)
	}
	return a.Graph
}

// sharedSchema is a schema of ../shared.
type sharedSchema struct {
	name    string
	files   []string
	catalog []string
}

func (s sharedSchema) draft(t *testing.T) *generate.Draft {
	t.Helper()
	options := load.Options{}
	if len(s.catalog) > 0 {
		var err error
		if options, err = catalog.Options(nil, s.catalog...); err != nil {
			t.Fatal(err)
		}
	}
	draft, err := generate.Prepare(generate.Job{Config: &config.Config{Package: "schema", Schemas: s.files}, ImportPath: "schema", Load: options})
	if draft == nil || draft.Set == nil {
		t.Fatalf("%s: %v", s.name, err)
	}
	return draft
}

// sharedSchemas are all of them; of versions of one schema the short test takes the last.
func sharedSchemas(t *testing.T) []sharedSchema {
	t.Helper()
	var all []sharedSchema
	for _, part := range [][]string{{"published", "xsd"}, {"history"}, {"families"}} {
		all = append(all, schemasBelow(t, inputs.Shared(t, part...))...)
	}
	for name, archive := range map[string][]string{
		"skattemelding": {"families", "skattemelding", "skattemelding_v10_ekstern.tar.xz"}, "ubl-invoice": {"families", "ubl", "invoice-2.0-2.2-2.4.tar.xz"},
	} {
		all = append(all, schemasBelow(t, inputs.Unpacked(t, name, inputs.Shared(t, archive...)))...)
	}
	for _, f := range world.Families(t) {
		s := sharedSchema{name: f.Name, files: f.Roots}
		if f.CatalogFile != "" {
			s.catalog = []string{f.CatalogFile}
		}
		all = append(all, s)
	}
	return all
}

// shortly is how many schemas of a folder a short test takes.
const shortly = 12

func schemasBelow(t *testing.T, directory string) []sharedSchema {
	t.Helper()
	var all []sharedSchema
	err := filepath.WalkDir(directory, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".xsd" || filepath.Base(filepath.Dir(file)) == "common" {
			return err
		}
		all = append(all, sharedSchema{name: filepath.Base(file), files: []string{file}})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if testing.Short() && len(all) > shortly {
		all = all[len(all)-shortly:]
	}
	return all
}
