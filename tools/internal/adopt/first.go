// This file files the first version of a schema: there is no predecessor to take name, configuration and go:generate line from.

package adopt

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
)

// findFamily is the family that the schema belongs to: one that is there, or for a first version a new one.
func (a *adoption) findFamily() (*family, error) {
	families, err := readFamilies(a.Schemas)
	if a.First && errors.Is(err, fs.ErrNotExist) {
		families, err = nil, nil
	}
	if err != nil {
		return nil, err
	}
	a.others = families
	if !a.First {
		return a.chooseFamily(families)
	}
	name := a.Name
	if name == "" {
		name = familyName(a.File)
	}
	if !familyForm.MatchString(name) || token.IsKeyword(name) {
		return nil, fmt.Errorf("%q is no name for a family, whose package is called so: use small letters and digits; say which with --name", name)
	}
	if i := slices.IndexFunc(families, func(f *family) bool { return f.name == name }); i >= 0 {
		f := families[i]
		first := f.editions[0]
		if !first.schema.equal(a.schema) {
			return nil, fmt.Errorf("%s has %s already, with %s; leave out --first, or give another --name", slashed(a.Schemas), name, first.version)
		}
		return f, nil
	}
	return &family{name: name}, nil
}

// familyForm is a name of a family; its package is called so too.
var familyForm = regexp.MustCompile(`^[a-z][a-z0-9]*$`)

// familyName is the last word in the name of a file that is no version.
func familyName(file string) string {
	base := strings.ToLower(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)))
	words := strings.FieldsFunc(base, func(r rune) bool { return r == '.' || r == '-' || r == '_' || r == ' ' })
	for _, word := range slices.Backward(words) {
		if familyForm.MatchString(word) && !digits.MatchString(word) && len(word) > 1 {
			return word
		}
	}
	return base
}

// configureFirst writes a new xsdgen.yaml. The package goes where those of other families go, or below generated at the root of the module.
func (a *adoption) configureFirst(file string) error {
	c := &config.Config{File: file, Schemas: []string{filepath.ToSlash(a.schema.documents[0].name)}, Package: a.family.name, Output: a.firstOutput()}
	c.Catalogs = a.catalogs(c.Dir(), nil)
	importPath, err := importPathOf(c)
	if err != nil {
		return err
	}
	draft, err := generate.Prepare(generate.Job{Config: c, ImportPath: importPath})
	if err != nil {
		return err
	}
	data, err := config.New(c)
	if err == nil && len(draft.Chosen) > 0 {
		data, err = config.WithNames(data, draft.Chosen)
	}
	if err != nil {
		return err
	}
	a.decideNames(draft)
	return a.place(file, data)
}

func (a *adoption) firstOutput() string {
	for _, f := range a.others {
		if f.name == a.family.name {
			continue
		}
		last := f.editions[len(f.editions)-1]
		parts := strings.Split(filepath.ToSlash(last.config.Output), "/")
		name, version := slices.Index(parts, f.name), slices.Index(parts, last.version.String())
		if name >= 0 && version >= 0 {
			parts[name], parts[version] = a.family.name, a.version.String()
			return strings.Join(parts, "/")
		}
	}
	root, ok := moduleRoot(a.dir)
	if !ok {
		root = "."
	}
	below := filepath.Join(root, "generated", a.family.name, a.version.String())
	from, err := filepath.Abs(a.dir)
	if err != nil {
		return filepath.ToSlash(below)
	}
	relative, err := filepath.Rel(from, below)
	if err != nil {
		return filepath.ToSlash(below)
	}
	return filepath.ToSlash(relative)
}

// registerFirst adds a go:generate line behind the last one that there is, or says which line is wanted.
func (a *adoption) registerFirst() error {
	root, ok := moduleRoot(a.dir)
	if !ok {
		return nil
	}
	name, err := fromRoot(root, filepath.Join(a.dir, configName))
	if err != nil {
		return err
	}
	file := fromHere(filepath.Join(root, "generate.go"))
	data, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if strings.Contains(string(data), name) {
		return nil
	}
	lines := strings.SplitAfter(string(data), "\n")
	for i, line := range slices.Backward(lines) {
		before, _, ok := strings.Cut(line, "generate --config ")
		if !ok || !strings.HasPrefix(line, "//go:generate ") {
			continue
		}
		text := strings.Join(slices.Insert(lines, i+1, before+"generate --config "+name+"\n"), "")
		a.stepf("%s: go:generate line added", slashed(file))
		return generate.WriteFile(file, []byte(text))
	}
	a.decidef("add to a Go file at the root of the module: //go:generate go tool xsdgen generate --config %s", name)
	return nil
}
