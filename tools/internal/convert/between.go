// This file converts between the versions of two configurations.

package convert

import (
	"fmt"
	"path/filepath"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
)

// Between writes the package that converts documents of one configuration's schema into documents of another's. It returns the directory that the
// package belongs in: dir, or where that is empty one below the new version's package, named after the old version.
func Between(before, after *config.Config, dir string) (*Output, string, error) {
	old, oldPath, err := configured(before)
	if err != nil {
		return nil, "", err
	}
	current, newPath, err := configured(after)
	if err != nil {
		return nil, "", err
	}
	if oldPath == newPath {
		return nil, "", fmt.Errorf("both versions are generated into %s; a conversion needs a package of each", oldPath)
	}
	name := PackageName(VersionName(oldPath))
	if dir == "" {
		dir = filepath.Join(outputDir(after), name)
	}
	importPath, err := generate.ImportPath(dir, newPath+"/"+name)
	if err != nil {
		return nil, "", err
	}
	output, err := Run(Job{
		Old:     Version{Name: VersionName(oldPath), Set: old.Set, Packages: old.Packages},
		New:     Version{Name: VersionName(newPath), Set: current.Set, Packages: current.Packages},
		Package: packageAt(dir, name), ImportPath: importPath, Moved: diff.MovedSpaces(old.Set, current.Set),
	})
	return output, dir, err
}

// packageAt is the name of the package in a directory: the directory's own where that can be one.
func packageAt(dir, fallback string) string {
	if name := filepath.Base(dir); name == identifier(name) {
		return name
	}
	return fallback
}

// configured is the Go view of a configuration's schema, and the import path of its main package.
func configured(c *config.Config) (*generate.Draft, string, error) {
	importPath, err := generate.ImportPath(outputDir(c), c.Package)
	if err != nil {
		return nil, "", err
	}
	draft, err := generate.Prepare(generate.Job{Config: c, ImportPath: importPath})
	return draft, importPath, err
}

// outputDir is where a configuration's package goes.
func outputDir(c *config.Config) string {
	if filepath.IsAbs(c.Output) {
		return c.Output
	}
	return filepath.Join(c.Dir(), c.Output)
}
