// Package convert writes Go packages that turn documents of one version of a schema into documents of another: a function for each global element,
// one for each pair of types below it, and a list of what could not be carried over.
//
// What belongs together is found by the schemas' names (elements, attributes, and types where xsi:type names them), never by Go names:
//
//	version    one version: its components, and what they are called in Go
//	function   one generated function; each pair of types has one
//	value      how a value of one type becomes a value of another
//	supply     what the old document has of an element or attribute, wherever the old Go type keeps it
//	fields     from the supplies to the fields of the new type
package convert

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/emit"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Version is one version of a schema, with its generated packages.
type Version struct {
	// Name is what the version is called in the generated code, such as v1; it is a Go identifier, or becomes one.
	Name     string
	Set      *schema.Set
	Packages []*model.Package
}

// Job says what to convert.
type Job struct {
	Old, New Version
	// Package and ImportPath are those of the package to write.
	Package, ImportPath string
	// Moved are the namespaces of the new version that took the place of others, by their names; see [diff.MovedSpaces].
	Moved map[string]string
}

// Output is the package.
type Output struct {
	Files []emit.File
	// Functions are those that people call.
	Functions []Function
	// Left are the global elements of the old version that have none: the new version does not have them.
	Left []schema.Name
}

// Function is the one for a global element of the old version.
type Function struct {
	Name    string
	Element schema.Name
}

// Run writes the package. The same job gives the same files.
func Run(job Job) (*Output, error) {
	g, err := newGenerator(job)
	if err != nil {
		return nil, err
	}
	out := &Output{}
	roots := g.roots(out)
	g.finish()
	for _, part := range []struct {
		name      string
		functions []*function
	}{{"convert", roots}, {"elements", g.of(complexFile)}, {"values", g.of(simpleFile)}} {
		if len(part.functions) == 0 && part.name != "convert" {
			continue
		}
		for _, piece := range pieces(part.name, part.functions) {
			f := g.newFile()
			if piece.name == "convert" {
				g.packageComment(f, out)
			}
			for _, function := range piece.functions {
				g.declare(f, function)
			}
			if err := out.add(piece.name, f); err != nil {
				return nil, err
			}
		}
	}
	f := g.newFile()
	g.support(f, out.text())
	if err := out.add("losses", f); err != nil {
		return nil, err
	}
	slices.SortFunc(out.Files, func(a, b emit.File) int { return strings.Compare(a.Path, b.Path) })
	return out, nil
}

func (out *Output) add(name string, f *jen.File) error {
	var data bytes.Buffer
	if err := f.Render(&data); err != nil {
		return fmt.Errorf("%s.go: %w", name, err)
	}
	out.Files = append(out.Files, emit.File{Path: name + ".go", Data: emit.GroupImports(data.Bytes())})
	return nil
}

// text is that of all files so far.
func (out *Output) text() string {
	var b strings.Builder
	for _, f := range out.Files {
		b.Write(f.Data)
	}
	return b.String()
}

// largeFile is the number of functions from which on they go to a file per initial letter.
const largeFile = 150

// piece is a file with its functions.
type piece struct {
	name      string
	functions []*function
}

// pieces splits functions by initial letter where they are many, so that no file is out of hand.
func pieces(name string, functions []*function) []piece {
	if len(functions) < largeFile {
		return []piece{{name, functions}}
	}
	all := []piece{}
	if name == "convert" {
		all = append(all, piece{name: name}) // for the package comment
	}
	index := map[string]int{}
	for _, function := range functions {
		file := name + "_" + model.Initial(function.name)
		i, ok := index[file]
		if !ok {
			i = len(all)
			index[file] = i
			all = append(all, piece{name: file})
		}
		all[i].functions = append(all[i].functions, function)
	}
	return all
}

// newFile starts a file that names the packages of both versions.
func (g *generator) newFile() *jen.File {
	f := jen.NewFilePathName(g.job.ImportPath, g.job.Package)
	f.HeaderComment(emit.Header)
	f.HeaderComment("// Conversion: " + g.old.sources() + " to " + g.new.sources()) // no Source line, or regenerating the new package would remove it
	f.ImportName(model.Runtime, "xsd")
	f.ImportName(codec, path.Base(codec))
	for _, v := range []*version{g.old, g.new} {
		for _, p := range v.Packages {
			f.ImportAlias(p.Path, v.alias(p))
		}
	}
	return f
}

func (g *generator) packageComment(f *jen.File, out *Output) {
	lines := []string{
		fmt.Sprintf("Package %s turns documents of %s (%s) into documents of %s (%s).", g.job.Package, g.old.word(), g.old.Name, g.new.word(), g.new.Name), "",
		"Each global element has a function. It copies what the new version has a place for and lists the rest: see Loss. What it returns may",
		"be invalid where a Loss says Missing or NotAllowed, so the next step is to look at the losses, fill in what is missing, and validate:", "",
		"\tto, losses := " + g.job.Package + "." + out.example() + "(&from)",
		"\terr := to.Validate()", "",
		"The old value is left as it is, and the new one shares no memory with it that either would write to.",
	}
	if len(out.Left) > 0 {
		lines = append(lines, "")
		lines = append(lines, model.Wrapped("The new version has no element for these of the old one: "+localNames(out.Left)+".")...)
	}
	for _, line := range lines {
		f.PackageComment(strings.TrimRight("// "+line, " "))
	}
}
