// This file converts the documents of the feature cases, all kinds of Go types among them, into the same schema under other namespaces: nothing is lost.

package convert_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/convert/proof"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

const caseFolder = "../cases"

// caseFiles are the schema documents of a feature case, with other namespaces where renamed says so.
func caseFiles(t *testing.T, name string, renamed bool) fstest.MapFS {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(caseFolder, name, "*.xsd"))
	if err != nil {
		t.Fatal(err)
	}
	system := fstest.MapFS{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		if renamed {
			text = strings.ReplaceAll(text, "urn:case", "urn:next")
		}
		system[filepath.Base(file)] = &fstest.MapFile{Data: []byte(text)}
	}
	return system
}

// caseConfig is what a feature case has for types of users'.
func caseConfig(t *testing.T, name string) *config.Config {
	t.Helper()
	c := &config.Config{File: "xsdgen.yaml", Schemas: []string{"schema.xsd"}, Package: "doc", Output: "."}
	file := filepath.Join(caseFolder, name, "xsdgen.yaml")
	data, err := os.ReadFile(file)
	if err != nil {
		return c
	}
	own, err := config.Parse(file, data)
	if err != nil {
		t.Fatal(err)
	}
	c.Types = own.Types
	return c
}

// caseJobs are the valid documents of a feature case, and drawn ones.
func caseJobs(t *testing.T, p *pair, name string) []proof.Job {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(caseFolder, name, "valid", "*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	jobs := draw(t, p, 8)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		n, err := parse(string(data))
		if err != nil {
			continue // an encoding that the test does not read
		}
		if slices.ContainsFunc(p.roots(), func(r root) bool { return r.before.Local == n.name }) {
			jobs = append(jobs, proof.Job{Pair: p.name, Document: string(data)})
		}
	}
	return jobs
}

// chosen are the cases whose documents are converted in every run: one for each kind of Go type. With CONVERT=all it is all of them.
var chosen = strings.Fields(`as_written choice_nested derived_builtins extension_mixed interleaved_fixed lengths mixed_sequence nillable_derived notation own_types qname
	substitution substitution_simple union_of_lists wildcard_choice`)

// TestCases type-checks the conversion of each feature case, and converts documents.
func TestCases(t *testing.T) {
	schemas, err := filepath.Glob(filepath.Join(caseFolder, "*", "schema.xsd"))
	if err != nil || len(schemas) < 50 {
		t.Fatalf("%d cases, %v", len(schemas), err)
	}
	checker := judge.NewGoTypes(t)
	var pairs []*pair
	names := map[*pair]string{}
	for _, file := range schemas {
		name := filepath.Base(filepath.Dir(file))
		if only := os.Getenv("CASE"); only != "" && !strings.Contains(name, only) {
			continue
		}
		old := configuredVersion(t, name+"/v1", caseConfig(t, name), load.Options{FS: caseFiles(t, name, false)})
		current := configuredVersion(t, name+"/v2", caseConfig(t, name), load.Options{FS: caseFiles(t, name, true)})
		p := newPair(t, "p"+name, old, current)
		if len(caseConfig(t, name).Types) == 0 { // the checker knows no types of users'
			p.typeCheck(t, checker)
		}
		if os.Getenv("CONVERT") == "all" || slices.Contains(chosen, name) {
			pairs = append(pairs, p)
			names[p] = name
		}
	}
	if testing.Short() {
		t.Skip("compiles and runs generated code")
	}
	w := build(t, pairs...)
	documents := 0
	for _, p := range pairs {
		jobs := caseJobs(t, p, names[p])
		for i, a := range w.convert(jobs) {
			if found := faults(a); len(found) > 0 || len(a.Losses) > 0 {
				t.Errorf("%s: %s\nlosses: %v\n%s\nbefore: %s\nafter: %s", p.name, strings.Join(found, "\n"), a.Losses, jobs[i].Document, a.Before, a.After)
				break
			}
		}
		documents += len(jobs)
	}
	t.Logf("%d cases, %d documents", len(pairs), documents)
}
