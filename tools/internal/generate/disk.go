// This file compares generated files with a directory and brings the directory up to date, by header alone: hand-written files
// are never touched.

package generate

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/emit"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
)

// Change is a file of an output directory that is not as it should be. Path is relative to the directory, with slashes.
type Change struct {
	Path string
	Kind ChangeKind
	data []byte
}

// ChangeKind says what is wrong with a file.
type ChangeKind uint8

// The kinds of change.
const (
	Missing  ChangeKind = iota // to be written
	Outdated                   // to be written again
	Stale                      // to be removed
)

// String returns the word that --check prints.
func (k ChangeKind) String() string {
	return [...]string{"missing", "outdated", "no longer generated"}[k]
}

// Compare returns what must change in dir for it to hold files, sorted by path. A file of ours that no longer belongs is found
// in dir and in the directories of its packages. It is an error if a hand-written file is in the way.
func Compare(dir string, files []emit.File) ([]Change, error) {
	var changes []Change
	var inTheWay []error
	wanted := map[string]bool{}
	for _, f := range files {
		wanted[f.Path] = true
		old, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Path)))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			changes = append(changes, Change{Path: f.Path, Kind: Missing, data: f.Data})
		case err != nil:
			return nil, err
		case bytes.Equal(old, f.Data):
		case !generated(old):
			inTheWay = append(inTheWay, fmt.Errorf(
				"%s is not generated (its first line is another) and would be overwritten; move it or choose another output",
				filepath.Join(dir, filepath.FromSlash(f.Path))))
		default:
			changes = append(changes, Change{Path: f.Path, Kind: Outdated, data: f.Data})
		}
	}
	if err := errors.Join(inTheWay...); err != nil {
		return nil, err
	}
	stale, err := staleFiles(dir, files, wanted)
	changes = append(changes, stale...)
	slices.SortFunc(changes, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return changes, err
}

// generated reports whether a file begins with the generator's header.
func generated(data []byte) bool { return bytes.HasPrefix(data, []byte(emit.Header+"\n")) }

// staleFiles finds generated files that are not wanted: in the output directory and in directories below it whose generated
// files come from the same schema documents.
func staleFiles(dir string, files []emit.File, wanted map[string]bool) ([]Change, error) {
	sources, dirs := map[string]bool{}, map[string]bool{".": true}
	for _, f := range files {
		dirs[path.Dir(f.Path)] = true
		for _, s := range sourcesOf(f.Data) {
			sources[s] = true
		}
	}
	var stale []Change
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == dir:
			return fs.SkipAll
		case err != nil:
			return err
		case entry.IsDir():
			return skipForeign(dir, name, entry)
		case filepath.Ext(name) != ".go":
			return nil
		}
		relative, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		relative = filepath.ToSlash(relative)
		if wanted[relative] {
			return nil
		}
		data, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil // another run has removed it meanwhile
		}
		if err != nil {
			return err
		}
		ours := dirs[path.Dir(relative)] || slices.ContainsFunc(sourcesOf(data), func(s string) bool { return sources[s] })
		if generated(data) && ours {
			stale = append(stale, Change{Path: relative, Kind: Stale})
		}
		return nil
	})
	return stale, err
}

// skipForeign keeps the search out of other modules and of what the go command ignores.
func skipForeign(dir, name string, entry fs.DirEntry) error {
	if name == dir {
		return nil
	}
	base := entry.Name()
	if base == "testdata" || base == "vendor" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return fs.SkipDir
	}
	if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil {
		return fs.SkipDir
	}
	return nil
}

// sourcesOf returns the schema documents that a generated file names in its second line.
func sourcesOf(data []byte) []string {
	_, rest, _ := bytes.Cut(data, []byte("\n"))
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	names, ok := strings.CutPrefix(string(line), "// Source: ")
	if !ok {
		return nil
	}
	return strings.Split(names, ", ")
}

// Apply makes the changes. Each file is written beside its place and moved there, so that no reader sees half of one.
func Apply(dir string, changes []Change) error {
	for _, c := range changes {
		name := filepath.Join(dir, filepath.FromSlash(c.Path))
		if c.Kind == Stale {
			if err := os.Remove(name); err != nil {
				return err
			}
			_ = os.Remove(filepath.Dir(name)) // succeeds where the directory is empty now
			continue
		}
		if err := WriteFile(name, c.data); err != nil {
			return err
		}
	}
	return nil
}

// WriteFile writes a file as [outfile.Write] does, at once or not at all, and makes the directories it needs.
func WriteFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return outfile.Write(name, data, outfile.Shared)
}
