// Package origin finds a version of a schema: a file, a folder, or either in a revision of a git repository.
package origin

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// Origin is where a version of a schema is.
type Origin struct {
	// Schemas are the documents to load; all others are reached from them.
	Schemas []string
	// Load says where they are.
	Load load.Options
}

// Find finds what a name stands for:
//
//	schema.xsd        a file
//	dir               a folder: all .xsd files in it that no other of them includes or imports
//	REV:schema.xsd    either in a revision of the git repository of the working directory; the path is seen from the top of the
//	REV:dir           repository, or from the working directory where it begins with ./ or ../
//
// What is there on disk is that, and C:\dir and C:/dir are never revisions.
func Find(name string) (*Origin, error) {
	info, err := os.Stat(name)
	if err == nil {
		return onDisk(name, info)
	}
	revision, file, isRevision := cutRevision(name)
	switch {
	case isRevision && strings.HasPrefix(file, "//"):
		return nil, fmt.Errorf("%s is a network address, and nothing is fetched; save the schema and give its file", name)
	case isRevision:
		return inRevision(revision, file)
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file or folder; check the path, or give REV:path for a file in git", name)
	}
	return nil, err
}

// cutRevision splits REV:path; the letter of a drive is no revision.
func cutRevision(name string) (revision, file string, ok bool) {
	revision, file, ok = strings.Cut(name, ":")
	drive := len(revision) == 1 && (strings.HasPrefix(file, "/") || strings.HasPrefix(file, `\`))
	return revision, file, ok && revision != "" && !drive
}

func onDisk(name string, info fs.FileInfo) (*Origin, error) {
	if !info.IsDir() {
		return &Origin{Schemas: []string{name}}, nil
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return nil, err
	}
	schemas, err := roots(name, entries, filepath.Join, load.Options{})
	return &Origin{Schemas: schemas}, err
}

func inRevision(revision, file string) (*Origin, error) {
	tree, err := openTree(revision, file)
	if err != nil {
		return nil, err
	}
	return tree.find(revision, file)
}

// find finds a file or folder of a revision.
func (t *tree) find(revision, file string) (*Origin, error) {
	options := load.Options{FS: t, Prefix: revision + ":"}
	info, err := fs.Stat(t, t.start)
	if err != nil {
		return nil, fmt.Errorf("%s:%s: there is no such file or folder in that revision; git ls-tree -r --name-only %s lists what there is", revision, file, revision)
	}
	if !info.IsDir() {
		return &Origin{Schemas: []string{t.start}, Load: options}, nil
	}
	entries, err := fs.ReadDir(t, t.start)
	if err != nil {
		return nil, err
	}
	schemas, err := roots(t.start, entries, path.Join, options)
	return &Origin{Schemas: schemas, Load: options}, err
}

// roots returns the schema documents in a folder that no other of them includes, imports or redefines: a document without namespace would be
// read in the wrong one by itself. Of documents that include each other the first by name is taken.
func roots(dir string, entries []fs.DirEntry, join func(...string) string, options load.Options) ([]string, error) {
	var all []string
	for _, entry := range entries {
		if !entry.IsDir() && strings.EqualFold(path.Ext(entry.Name()), ".xsd") {
			all = append(all, join(dir, entry.Name()))
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s%s: there is no .xsd file in that folder; name the folder that has them, or a file", options.Prefix, dir)
	}
	documents, err := load.Load(all, options)
	if err != nil {
		return nil, err
	}
	refers := references(documents)
	referred := map[string]bool{}
	for from, targets := range refers {
		for _, to := range targets {
			referred[to] = referred[to] || to != from
		}
	}
	var found []string
	reached := map[string]bool{}
	for _, unreferredFirst := range []bool{true, false} {
		for _, file := range all {
			if !reached[file] && referred[file] != unreferredFirst {
				found = append(found, file)
				reach(file, refers, reached)
			}
		}
	}
	return found, nil
}

// references lists for each file which files it refers to.
func references(documents []*load.Document) map[string][]string {
	refers := map[string][]string{}
	for _, d := range documents {
		for _, r := range d.References {
			if r.Target != nil {
				refers[d.File] = append(refers[d.File], r.Target.File)
			}
		}
	}
	return refers
}

// reach marks a file and all that are reached from it.
func reach(file string, refers map[string][]string, reached map[string]bool) {
	if reached[file] {
		return
	}
	reached[file] = true
	for _, next := range refers[file] {
		reach(next, refers, reached)
	}
}
