// This file generates the packages to measure and builds programs with them.

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/documents"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/run"
)

const (
	module    = "github.com/mvainnsyn/mvainnsyn"
	generated = module + "/tools/bench/_gen/"
)

// group is what one program measures: all packages that its rows need.
type group struct {
	name     string
	families []documents.Family
	features []documents.Feature
}

// groups returns the programs that the selected rows need: one for each family, one for tolerant reading and one for the features.
func groups(s *settings) []group {
	var selected []group
	for _, g := range allGroups() {
		if g.selected(s.only) {
			selected = append(selected, g)
		}
	}
	return selected
}

func allGroups() []group {
	var all []group
	for _, f := range documents.Families {
		all = append(all, group{name: f.Name, families: []documents.Family{f}})
	}
	return append(all, group{name: "features", features: documents.Features})
}

// rowNames lists the rows of a group.
func (g *group) rowNames() []string {
	var names []string
	add := func(prefix string, directions ...string) {
		for _, d := range directions {
			names = append(names, prefix+"/"+d)
		}
	}
	for _, f := range g.families {
		for _, size := range f.Sizes {
			add(f.Name+"/"+size.Name, "xmlread", "xmlwrite", "jsonread", "jsonwrite")
		}
		if f.Name == "status" || f.Name == "ubl" {
			add("output/"+f.Name, "xmlwrite", "jsonwrite")
		}
		if f.Name == "status" {
			add("tolerant", "xmlread", "jsonread")
		}
	}
	for _, f := range g.features {
		if f.Name != "none" {
			add("features/"+f.Name, "xmlread", "xmlwrite", "jsonread", "jsonwrite")
		}
	}
	return names
}

func (g *group) selected(only string) bool {
	for _, name := range g.rowNames() {
		if run.Selected(only, name) {
			return true
		}
	}
	return false
}

func (s *settings) printNames() error {
	for _, g := range allGroups() {
		for _, name := range g.rowNames() {
			if run.Selected(s.only, name) {
				fmt.Println(name)
			}
		}
	}
	for _, p := range processes {
		if run.Selected(s.only, p.name) {
			fmt.Println(p.name)
		}
	}
	return nil
}

// builder makes programs.
type builder struct {
	*settings
	xsdgen string
	c      bool // the peers in C are there
}

// start builds the compiler and finds out whether the peers in C can be built.
func (b *builder) start() error {
	if err := os.MkdirAll(b.generated, 0o755); err != nil {
		return err
	}
	b.xsdgen = filepath.Join(b.generated, "xsdgen")
	if err := b.command(b.root, "go", "build", "-o", b.xsdgen, "./tools/xsdgen"); err != nil {
		return err
	}
	err := b.command(b.bench(), "go", "build", "-tags", "cpeers", "./internal/cpeers")
	if b.c = err == nil; !b.c {
		fmt.Fprintln(os.Stderr, "NOT MEASURED: libxml2 and expat. They need cgo, pkg-config and the headers: apt-get install gcc pkg-config libxml2-dev libexpat1-dev")
	}
	schema, err := os.ReadFile(filepath.Join(b.root, documents.StatusSchema))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(b.generated, "trimmed.xsd"), documents.Trimmed(schema), 0o644)
}

func (b *builder) bench() string { return filepath.Join(b.root, "tools", "bench") }

// command runs a command; its error holds what it said.
func (b *builder) command(directory, name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Dir, c.Env = directory, append(os.Environ(), "CGO_ENABLED=1")
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, said.String())
	}
	return nil
}

// generate generates a package below the folder for them and returns its import path.
func (b *builder) generate(schema, name string) (string, error) {
	return generated + name, b.command(b.root, b.xsdgen, "generate", "--schema", schema, "--package", filepath.Base(name), "--write-names", "--out", filepath.Join(b.generated, name))
}

// packageOf returns the import path of the family's package, generating it where it is not a committed one.
func (b *builder) packageOf(f documents.Family) (string, error) {
	if f.Import != "" {
		return module + "/generated/" + f.Import, nil
	}
	schema := documents.Path(b.root, f.Schema)
	if _, err := os.Stat(schema); err != nil {
		return "", fmt.Errorf("NOT MEASURED: %s: %w", f.Name, errMissing)
	}
	return b.generate(schema, f.Name)
}

var errMissing = errors.New("its schema is missing; ../shared beside the checkout has it")

// measure builds the program of a group and hands its results to each.
func (b *builder) measure(g group, each func(run.Result)) error {
	program, err := b.program(g)
	if errors.Is(err, errMissing) {
		fmt.Fprintln(os.Stderr, err)
		return nil
	}
	if err != nil {
		return err
	}
	args := []string{"-root", b.root, "-generated", b.generated, "-only", b.only, "-rounds", fmt.Sprint(b.rounds), "-turn", b.turn.String()}
	if b.profile != "" {
		args = append(args, "-cpuprofile", b.profile, "-contender", b.contender)
	}
	c := exec.Command(program, args...)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	for decoder := json.NewDecoder(out); ; {
		var r run.Result
		if err := decoder.Decode(&r); errors.Is(err, io.EOF) {
			return c.Wait()
		} else if err != nil {
			return errors.Join(err, c.Wait())
		}
		each(r)
	}
}

// program writes the main package of a group and builds it.
func (b *builder) program(g group) (string, error) {
	var imports, lines strings.Builder
	for _, f := range g.families {
		path, err := b.packageOf(f)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&imports, "\n\t%s %q\n\t%speer %q", f.Name, path, f.Name, module+"/tools/bench/internal/peers/"+f.Name)
		fmt.Fprintf(&lines, "\n\trun.Register(%q, run.Package{New: func() xsd.XMLValue { return new(%s.%s) }, Peer: func() any { return new(%speer.%s) }})", f.Name, f.Name, f.Type, f.Name, f.Root)
	}
	for _, f := range g.features {
		path, err := b.feature(f)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&imports, "\n\t%q", path)
		fmt.Fprintf(&lines, "\n\trun.Register(%q, run.Package{New: func() xsd.XMLValue { return new(feature%s.MvaMeldingInnsendingStatus) }})", "features/"+f.Name, f.Name)
	}
	imports.WriteString("\n\t\"" + module + "/tools/bench/internal/run\"")
	return b.build("run/"+g.name, imports.String(), lines.String()+"\n\trun.Main()")
}

// feature generates the status schema with a feature.
func (b *builder) feature(f documents.Feature) (string, error) {
	status, err := os.ReadFile(filepath.Join(b.root, documents.StatusSchema))
	if err != nil {
		return "", err
	}
	schema, err := f.Schema(status)
	if err != nil {
		return "", err
	}
	file := filepath.Join(b.generated, "feature"+f.Name+".xsd")
	if err := os.WriteFile(file, schema, 0o644); err != nil {
		return "", err
	}
	return b.generate(file, "feature"+f.Name)
}

// build builds a program of these imports and statements, with package xsd imported, and returns its path.
func (b *builder) build(name, imports, body string) (string, error) {
	return b.compiled(name, imports+"\n\t\""+module+"/xsd\"", body)
}

// compiled does the same without package xsd.
func (b *builder) compiled(name, imports, body string) (string, error) {
	directory := filepath.Join(b.generated, filepath.FromSlash(name))
	if err := os.MkdirAll(directory, 0o755); err != nil {
		return "", err
	}
	source := "package main\n\nimport (" + imports + "\n)\n\nfunc main() {" + body + "\n}\n"
	if err := os.WriteFile(filepath.Join(directory, "main.go"), []byte(source), 0o644); err != nil {
		return "", err
	}
	program := filepath.Join(directory, "program")
	args := []string{"build", "-o", program}
	if b.c {
		args = append(args, "-tags", "cpeers")
	}
	return program, b.command(b.bench(), "go", append(args, "./_gen/"+name)...)
}
