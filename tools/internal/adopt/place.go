// This file writes files without overwriting any, and adds the go:generate line.

package adopt

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
)

// place writes a file that is not there. One that is there stays, and is said to be another where it is.
func (a *adoption) place(file string, data []byte) error {
	there, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		a.stepf("%s: written", slashed(file))
		return generate.WriteFile(file, data)
	case err != nil:
		return err
	case bytes.Equal(there, data):
		a.stepf("%s: there already", slashed(file))
	default:
		a.stepf("%s: kept, though it would be written otherwise now; remove it and run again to have it written", slashed(file))
	}
	return nil
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

func sortedKeys(names map[string]string) []string { return slices.Sorted(maps.Keys(names)) }

// successor is the predecessor's configuration for the new version: the schema is the new one, and what has the old version in its path has the
// new one. config.WithSuccession leaves out what was accepted: that was of the predecessor's own changes.
func (a *adoption) successor() *config.Config {
	next := *a.predecessor.config
	next.File = filepath.Join(a.dir, configName)
	next.Schemas = []string{filepath.ToSlash(a.schema.documents[0].name)}
	next.Output = a.moved(next.Output)
	next.Catalogs = a.catalogs(next.Dir(), catalogsOf(a.predecessor.config))
	next.Namespaces = nil
	for namespace, importPath := range a.predecessor.config.Namespaces {
		if namespace == a.predecessor.schema.namespace {
			namespace = a.schema.namespace
		}
		if next.Namespaces == nil {
			next.Namespaces = map[string]string{}
		}
		next.Namespaces[namespace] = a.moved(importPath)
	}
	return &next
}

// catalogs are those of the request and others, as seen from a directory, each once.
func (a *adoption) catalogs(dir string, others []string) []string {
	var seen []string
	for _, file := range slices.Concat(a.Catalogs, others) {
		if relative, err := filepath.Rel(dir, file); err == nil {
			file = filepath.ToSlash(relative)
		}
		if !slices.Contains(seen, file) {
			seen = append(seen, file)
		}
	}
	return seen
}

// moved replaces the predecessor's version in a path by the new one; a path without it gets the new one at its end.
func (a *adoption) moved(file string) string {
	parts := strings.Split(filepath.ToSlash(file), "/")
	found := false
	for i, part := range parts {
		if part == a.predecessor.version.String() {
			parts[i], found = a.version.String(), true
		}
	}
	if !found {
		return path.Join(filepath.ToSlash(file), a.version.String())
	}
	return strings.Join(parts, "/")
}

// register adds a go:generate line after the predecessor's, where generate.go at the root of the module has that.
func (a *adoption) register() error {
	if a.predecessor == nil {
		return a.registerFirst()
	}
	root, ok := moduleRoot(a.dir)
	if !ok {
		return nil
	}
	file := fromHere(filepath.Join(root, "generate.go"))
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	text, added, err := withLine(string(data), root, a.predecessor.config.File, filepath.Join(a.dir, configName))
	switch {
	case err != nil:
		return err
	case !added:
		a.stepf("%s: no line added; it has the new version's, or none of %s", slashed(file), a.predecessor.version)
		return nil
	}
	a.stepf("%s: go:generate line added", slashed(file))
	return generate.WriteFile(file, []byte(text))
}

// fromHere is a path as seen from the working directory.
func fromHere(file string) string {
	here, err := os.Getwd()
	if err != nil {
		return file
	}
	relative, err := filepath.Rel(here, file)
	if err != nil {
		return file
	}
	return relative
}

// withLine copies the go:generate line of one configuration for another configuration.
func withLine(text, root, from, to string) (result string, added bool, err error) {
	for _, file := range []*string{&from, &to} {
		if *file, err = fromRoot(root, *file); err != nil {
			return "", false, err
		}
	}
	if strings.Contains(text, to) {
		return text, false, nil
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(line)
		if strings.HasPrefix(line, "//go:generate ") && slices.Contains(strings.Fields(line), from) {
			b.WriteString(strings.TrimSuffix(strings.Replace(line, from, to, 1), "\n") + "\n")
			added = true
		}
	}
	return b.String(), added, nil
}

// fromRoot is a path as a go:generate line at the root of the module says it.
func fromRoot(root, file string) (string, error) {
	absolute, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	relative, err := filepath.Rel(root, absolute)
	return filepath.ToSlash(relative), err
}

// moduleRoot is the nearest directory with a go.mod, from dir upwards.
func moduleRoot(dir string) (string, bool) {
	root, err := filepath.Abs(dir)
	if err != nil {
		return "", false
	}
	for ; !exists(filepath.Join(root, "go.mod")); root = filepath.Dir(root) {
		if root == filepath.Dir(root) {
			return "", false
		}
	}
	return root, true
}
