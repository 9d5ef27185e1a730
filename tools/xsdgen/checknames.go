// This file holds xsdgen generate --check-names: what of an earlier version of the schema would be called otherwise.

package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// renamed says what a job would call otherwise than the earlier version, which is a schema, an xsdgen.yaml or a folder with one.
func (f *generateFlags) renamed(cmd *cobra.Command, job generate.Job) error {
	old, err := f.earlier(job)
	if err != nil {
		return fmt.Errorf("--check-names %s: %w", f.checkNames, err)
	}
	now, err := generate.Prepare(job)
	if err != nil {
		return err
	}
	found := 0
	out := cmd.OutOrStdout()
	for _, r := range now.Renames(old) {
		found++
		fmt.Fprintf(out, "%s: %s was called %s and would be %s; under names: the line %s: %s keeps it\n",
			r.Position, r.Path, r.Old, r.New, model.YAMLKey(r.Path), r.Old)
	}
	before, after := old.Dirs(), now.Dirs()
	for _, namespace := range slices.Sorted(maps.Keys(after)) {
		if dir, ok := before[namespace]; ok && dir != after[namespace] {
			found++
			fmt.Fprintf(out, "%s: the package of %s was in directory %q and would be in %q; under namespaces: a line keeps it\n",
				job.Config.File, namespace, dir, after[namespace])
		}
	}
	if found > 0 {
		return exitStatus(exitFound)
	}
	return nil
}

// earlier is the Go view of the earlier version. A schema alone is taken with the configuration of the new version.
func (f *generateFlags) earlier(job generate.Job) (*generate.Draft, error) {
	file := f.checkNames
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if within := filepath.Join(file, configName); info.IsDir() && isFile(within) {
		file = within
	}
	earlier := generate.Job{ImportPath: job.ImportPath, Load: job.Load}
	if ext := filepath.Ext(file); ext != ".yaml" && ext != ".yml" {
		own := *job.Config
		own.File, own.Schemas = configName, []string{file} // as seen from the working directory
		earlier.Config = &own
		return generate.Prepare(earlier)
	}
	c, err := readConfiguration(file)
	if err != nil {
		return nil, err
	}
	earlier.Config = c
	if earlier.ImportPath, err = generate.ImportPath(outputDir(c), c.Package); err != nil {
		return nil, err
	}
	return generate.Prepare(earlier)
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}
