// This file generates converting packages with both versions' packages into a module of their own, compiles them and runs them on documents.

package convert_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/convert"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/convert/proof"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/downstream"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/emit"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// workModule is the module path of a workshop: below tools, so that it may import package proof.
const workModule = "github.com/mvainnsyn/mvainnsyn/tools/workshop"

// version is one version of a schema with its packages.
type version struct {
	*generate.Draft
	path  string // import path, also that of its directory in the module
	files []emit.File
}

// newVersion generates the packages of a version; path is their directory in the workshop.
func newVersion(t testing.TB, dir string, schemas []string, options load.Options) *version {
	t.Helper()
	return configuredVersion(t, dir, &config.Config{File: "xsdgen.yaml", Schemas: schemas, Package: "doc", Output: "."}, options)
}

// configuredVersion is newVersion with a configuration.
func configuredVersion(t testing.TB, dir string, c *config.Config, options load.Options) *version {
	t.Helper()
	v := &version{path: dir}
	var err error
	v.Draft, err = generate.Prepare(generate.Job{Config: c, ImportPath: workModule + "/" + dir, Load: options})
	if err != nil {
		t.Fatalf("%s: %v", dir, err)
	}
	if v.files, err = emit.Files(v.Packages); err != nil {
		t.Fatalf("%s: %v", dir, err)
	}
	return v
}

// pair is two versions of a schema with their converting package.
type pair struct {
	name     string
	old, new *version
	moved    map[string]string
	output   *convert.Output
}

// newPair generates the package between two versions.
func newPair(t testing.TB, name string, old, current *version) *pair {
	t.Helper()
	p := &pair{name: name, old: old, new: current, moved: diff.MovedSpaces(old.Set, current.Set)}
	job := convert.Job{
		Old:     convert.Version{Name: path.Base(old.path), Set: old.Set, Packages: old.Packages},
		New:     convert.Version{Name: path.Base(current.path), Set: current.Set, Packages: current.Packages},
		Package: convert.PackageName(path.Base(old.path)), ImportPath: p.path(), Moved: p.moved,
	}
	var err error
	if p.output, err = convert.Run(job); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	again, err := convert.Run(job)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range p.output.Files {
		if !bytes.Equal(f.Data, again.Files[i].Data) {
			t.Errorf("%s: %s is another when generated again", name, f.Path)
		}
	}
	return p
}

// dir is the directory of the converting package in the workshop.
func (p *pair) dir() string { return p.new.path + "/" + convert.PackageName(path.Base(p.old.path)) }

func (p *pair) path() string { return workModule + "/" + p.dir() }

// typeCheck has Go's type checker judge the converting package.
func (p *pair) typeCheck(t testing.TB, checker *judge.GoTypes) {
	t.Helper()
	files := map[string][]byte{}
	for dir, list := range map[string][]emit.File{p.old.path: p.old.files, p.new.path: p.new.files, p.dir(): p.output.Files} {
		for _, f := range list {
			files[dir+"/"+f.Path] = f.Data
		}
	}
	if _, err := checker.Check(workModule, files); err != nil {
		t.Errorf("%s: %v", p.name, err)
	}
}

// workshop is the module that pairs are compiled in.
type workshop struct {
	downstream.Module
	t testing.TB
}

// build compiles and vets the packages of pairs, and a program around them.
func build(t testing.TB, pairs ...*pair) *workshop {
	t.Helper()
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	made, err := downstream.New(t.TempDir(), workModule, root)
	if err != nil {
		t.Fatal(err)
	}
	w := &workshop{made, t}
	for _, p := range pairs {
		w.put(p.old.path, p.old.files)
		w.put(p.new.path, p.new.files)
		w.put(p.dir(), p.output.Files)
	}
	w.write("main.go", []byte(program(pairs)))
	w.goTool("build", "-o", "workshop.exe", ".")
	vet := []string{"vet"}
	for _, p := range pairs {
		vet = append(vet, "./"+p.dir())
	}
	w.goTool(vet...)
	return w
}

func (w *workshop) put(dir string, files []emit.File) {
	for _, f := range files {
		w.write(dir+"/"+f.Path, f.Data)
	}
}

func (w *workshop) write(name string, data []byte) {
	w.t.Helper()
	file := filepath.Join(w.Dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, data, 0o644)); err != nil {
		w.t.Fatal(err)
	}
}

func (w *workshop) goTool(arguments ...string) {
	w.t.Helper()
	if out, err := w.Go(arguments...); err != nil {
		w.t.Fatalf("go %s: %v\n%s", arguments[0], err, out)
	}
}

// program is the source of the workshop's program.
func program(pairs []*pair) string {
	var imports, table strings.Builder
	for _, p := range pairs {
		fmt.Fprintf(&imports, "\t%s %q\n", p.name, p.path())
		fmt.Fprintf(&table, "\t\t%q: {\n", p.name)
		for _, root := range p.roots() {
			fmt.Fprintf(&table, "\t\t\tproof.Of(%#v, %#v, %s.%s, func(l %s.Loss) proof.Loss { return proof.Loss{l.Path, string(l.Reason), l.Text} }),\n",
				root.before, root.after, p.name, root.function, p.name)
		}
		table.WriteString("\t\t},\n")
	}
	text := fmt.Sprintf("package main\n\nimport (\n\t\"os\"\n\n\t\"github.com/mvainnsyn/mvainnsyn/tools/internal/convert/proof\"\n\t\"github.com/mvainnsyn/mvainnsyn/xsd\"\n%s)\n\nvar _ xsd.Name\n\n"+
		"func main() {\n\terr := proof.Run(os.Stdin, os.Stdout, map[string][]proof.Root{\n%s\t})\n\tif err != nil {\n\t\tpanic(err)\n\t}\n}\n", imports.String(), table.String())
	return strings.ReplaceAll(text, "source.Name{", "xsd.Name{")
}

// root is a global element with its converting function.
type root struct {
	before, after schema.Name
	function      string
	element       *schema.Element
}

// roots are the elements that have functions and a value that can be read alone.
func (p *pair) roots() []root {
	var roots []root
	moved := map[string]string{}
	for after, before := range p.moved {
		moved[before] = after
	}
	for _, f := range p.output.Functions {
		e, element := elementNamed(p.old.Packages, f.Element)
		after := f.Element
		if space, ok := moved[after.Space]; ok {
			after.Space = space
		}
		n, _ := elementNamed(p.new.Packages, after)
		if e.Type.Package == "" || n.Type.Package == "" {
			continue // a basic type of Go has no methods
		}
		roots = append(roots, root{f.Element, after, f.Name, element})
	}
	return roots
}

func elementNamed(packages []*model.Package, name schema.Name) (*model.Element, *schema.Element) {
	for _, p := range packages {
		for _, e := range p.Elements {
			if e.Component.Name == name {
				return e, e.Component
			}
		}
	}
	return nil, nil
}

// convert runs the program on documents.
func (w *workshop) convert(jobs []proof.Job) []proof.Answer {
	w.t.Helper()
	var in bytes.Buffer
	for _, j := range jobs {
		if err := json.NewEncoder(&in).Encode(j); err != nil {
			w.t.Fatal(err)
		}
	}
	command := exec.Command(filepath.Join(w.Dir, "workshop.exe"))
	command.Stdin = &in
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		w.t.Fatalf("the program: %v\n%.4000s", err, stderr.String())
	}
	answers := make([]proof.Answer, 0, len(jobs))
	for decoder := json.NewDecoder(bytes.NewReader(out)); decoder.More(); {
		var a proof.Answer
		if err := decoder.Decode(&a); err != nil {
			w.t.Fatal(err)
		}
		answers = append(answers, a)
	}
	if len(answers) != len(jobs) {
		w.t.Fatalf("%d answers to %d jobs", len(answers), len(jobs))
	}
	return answers
}

// draw draws documents of the old version of a pair.
func draw(t testing.TB, p *pair, most int) []proof.Job {
	t.Helper()
	var jobs []proof.Job
	for _, r := range p.roots() {
		sampler, err := sample.New(p.old.Set, 1, r.element)
		if err != nil {
			t.Logf("%s: %v", p.name, err)
			continue
		}
		for range most { // also when all was shown: documents go on to differ
			document, err := sampler.Valid()
			if err != nil {
				t.Fatalf("%s: %v", p.name, err)
			}
			n, err := parse(document)
			if err != nil {
				t.Fatal(err)
			}
			if slices.ContainsFunc(p.roots(), func(r root) bool { return r.before == schema.Name{Space: n.space, Local: n.name} }) { // another element may stand for the root
				jobs = append(jobs, proof.Job{Pair: p.name, Document: document})
			}
		}
	}
	return jobs
}
