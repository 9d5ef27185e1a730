// This file tests the pipeline as a whole and what becomes of its files on disk.

package generate_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/emit"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

const schemaText = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:string"/></xs:schema>`

// job is a job on a schema in memory.
func job(text string, service *config.Service) generate.Job {
	return generate.Job{
		Config:     &config.Config{File: "xsdgen.yaml", Schemas: []string{"a.xsd"}, Package: "a", Output: ".", Service: service},
		ImportPath: "example.com/a",
		Load:       load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(text)}}},
	}
}

func TestRun(t *testing.T) {
	service := &config.Service{Package: "aclient", Operations: []config.Operation{{Name: "Get", Method: "GET", Path: "/", Response: "a"}}}
	out, err := generate.Run(job(schemaText, service))
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, f := range out.Files {
		paths = append(paths, f.Path)
	}
	if diff := cmp.Diff([]string{"schema.go", "aclient/client.go"}, paths); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRunFaults(t *testing.T) {
	element := func(body string) string {
		return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">` + body + `</xs:schema>`
	}
	for want, j := range map[string]generate.Job{
		"the root element is html":           job("<html/>", nil),
		"there is no type Nothing":           job(element(`<xs:element name="a" type="Nothing"/>`), nil),
		"the schema has no global element x": job(schemaText, &config.Service{Package: "c", Operations: []config.Operation{{Name: "Get", Response: "x"}}}),
	} {
		if _, err := generate.Run(j); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	strict := job(element(`<xs:complexType name="schema"/>`), nil)
	strict.StrictNames = true
	_, err := generate.Run(strict)
	var clash *model.ClashError
	if !errors.As(err, &clash) {
		t.Errorf("got %T, want a ClashError", err)
	}
}

func TestImportPath(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "go.mod"), "// comment\nmodule example.com/app // the app\n")
	write(t, filepath.Join(root, "quoted", "go.mod"), "module \"example.com/quoted\"\n")
	write(t, filepath.Join(root, "broken", "go.mod"), "go 1.26\n")
	for dir, want := range map[string]string{".": "example.com/app", "gen/a": "example.com/app/gen/a", "quoted/x": "example.com/quoted/x"} {
		got, err := generate.ImportPath(filepath.Join(root, dir), "fallback")
		if err != nil || got != want {
			t.Errorf("%s: %s, %v; want %s", dir, got, err, want)
		}
	}
	if _, err := generate.ImportPath(filepath.Join(root, "broken"), "x"); err == nil || !strings.Contains(err.Error(), "no module line") {
		t.Errorf("without a module line: %v", err)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := generate.WriteFile(name, []byte(text)); err != nil {
		t.Fatal(err)
	}
}

// own is the text of a generated file.
func own(source, body string) string {
	return emit.Header + "\n// Source: " + source + "\n\n" + body
}

func TestCompareAndApply(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "same.go"), own("a.xsd", "package a"))
	write(t, filepath.Join(dir, "old.go"), own("a.xsd", "package a"))
	write(t, filepath.Join(dir, "mine.go"), "package a")
	write(t, filepath.Join(dir, "notes.txt"), own("a.xsd", ""))
	write(t, filepath.Join(dir, "gone", "x.go"), own("a.xsd", "package gone"))
	write(t, filepath.Join(dir, "other", "x.go"), own("other.xsd", "package other"))
	write(t, filepath.Join(dir, "testdata", "x.go"), own("a.xsd", "package x"))
	write(t, filepath.Join(dir, "module", "go.mod"), "module m")
	write(t, filepath.Join(dir, "module", "x.go"), own("a.xsd", "package m"))
	files := []emit.File{
		{Path: "same.go", Data: []byte(own("a.xsd", "package a"))},
		{Path: "sub/new.go", Data: []byte(own("a.xsd", "package sub"))},
	}
	changes, err := generate.Compare(dir, files)
	if err != nil {
		t.Fatal(err)
	}
	want := []generate.Change{
		{Path: "gone/x.go", Kind: generate.Stale}, {Path: "old.go", Kind: generate.Stale}, {Path: "sub/new.go", Kind: generate.Missing},
	}
	if diff := cmp.Diff(want, changes, cmpopts.IgnoreUnexported(generate.Change{})); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	if err := generate.Apply(dir, changes); err != nil {
		t.Fatal(err)
	}
	if changes, err := generate.Compare(dir, files); err != nil || len(changes) != 0 {
		t.Errorf("after Apply: %v, %v", changes, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "gone")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("an empty directory is left behind: %v", err)
	}
	for _, kept := range []string{"mine.go", "notes.txt", "other/x.go", "testdata/x.go", "module/x.go"} {
		if _, err := os.Stat(filepath.Join(dir, kept)); err != nil {
			t.Errorf("%s is gone: %v", kept, err)
		}
	}
}

func TestHandWrittenInTheWay(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.go"), "package a")
	_, err := generate.Compare(dir, []emit.File{{Path: "a.go", Data: []byte(own("a.xsd", "package a"))}})
	if err == nil || !strings.Contains(err.Error(), "is not generated") {
		t.Errorf("got %v", err)
	}
}

func TestNoDirectoryYet(t *testing.T) {
	changes, err := generate.Compare(filepath.Join(t.TempDir(), "absent"), []emit.File{{Path: "a.go"}})
	if err != nil || len(changes) != 1 || changes[0].Kind.String() != "missing" {
		t.Errorf("got %v, %v", changes, err)
	}
}

// TestPrepare: a configuration written for another version does for this one.
func TestPrepare(t *testing.T) {
	j := job(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="a.b"/><xs:complexType name="a-b"/><xs:complexType name="c"/></xs:schema>`, nil)
	configured := map[string]string{"type/c": "Third", "type/gone": "Gone", "type/also": "Also"}
	j.Config.Names = configured
	draft, err := generate.Prepare(j)
	if err != nil {
		t.Fatal(err)
	}
	type outcome struct {
		Unused        []string
		Chosen, Names map[string]string
		Types         []string
	}
	got := outcome{Unused: draft.Unused, Chosen: draft.Chosen, Names: draft.Names}
	for _, declared := range draft.Packages[0].Types {
		got.Types = append(got.Types, declared.Base().GoName)
	}
	want := outcome{
		Unused: []string{"type/also", "type/gone"}, Chosen: map[string]string{"type/a-b": "AHyphenB", "type/a.b": "ADotB"},
		Names: map[string]string{"type/a-b": "AHyphenB", "type/a.b": "ADotB", "type/c": "Third"}, Types: []string{"ADotB", "AHyphenB", "Third"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(configured) != 3 {
		t.Errorf("the configuration was changed: %v", configured)
	}
	if _, err := generate.Prepare(job("<html/>", nil)); err == nil {
		t.Error("no schema, and no error")
	}
}
