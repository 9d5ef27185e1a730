// This file goes through the first stages with the configuration of another version of the schema.

package generate

import (
	"maps"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Draft is the Go view of a schema whose configuration was written for another version of it.
type Draft struct {
	Documents []*load.Document
	Set       *schema.Set
	Packages  []*model.Package
	// Names are those the packages were made with: the configured ones that belong to something, and Chosen.
	Names map[string]string
	// Unused are the configured component paths that the schema has nothing of, sorted.
	Unused []string
	// Chosen are the names that rules gave to what clashes, as generate --write-names stores them; Notes say of some of them why.
	Chosen map[string]string
	Notes  diag.Problems
	// Pinned are the names that things have from an earlier version of the schema, by component path.
	Pinned map[string]string

	view *model.View
}

// Prepare does the part of a job that writes no code. Configured names that belong to nothing are left out, and what clashes is given names, so
// that two versions of a schema can share a configuration. The job's configuration is not changed.
func Prepare(job Job) (*Draft, error) {
	documents, set, err := components(job)
	if err != nil {
		return nil, err
	}
	draft := &Draft{Documents: documents, Set: set}
	return draft, draft.build(job.model())
}

// build makes the packages with the names configured.
func (d *Draft) build(c model.Config) error {
	d.Unused = model.UnusedNames(d.Set, c)
	names := maps.Clone(c.Names)
	maps.DeleteFunc(names, func(path, _ string) bool { return slices.Contains(d.Unused, path) })
	c.Names = names
	view, err := model.Build(d.Set, c)
	if err != nil {
		return err
	}
	d.view, d.Packages, d.Chosen, d.Notes = view, view.Packages, view.Names, view.Notes
	d.Names = maps.Clone(view.Names)
	maps.Copy(d.Names, names)
	return nil
}

// Renames are the things that an earlier version of the schema has too, and that would be called otherwise in this one.
func (d *Draft) Renames(earlier *Draft) []model.Rename { return model.Renames(earlier.view, d.view) }

// Dirs are the directories of the packages below the output by namespace, that of the first document aside.
func (d *Draft) Dirs() map[string]string {
	dirs := map[string]string{}
	for i, p := range d.Packages {
		for j, namespace := range p.Namespaces {
			if i+j > 0 {
				dirs[namespace] = p.Dir
			}
		}
	}
	return dirs
}

// Succeed is Prepare for the version of a schema that comes after an earlier one: what both have is called as it was. The names that this takes are
// among Names, and Pinned.
func Succeed(job Job, earlier *Draft) (*Draft, error) {
	draft, err := Prepare(job)
	if err != nil {
		return draft, err
	}
	unused, c := draft.Unused, job.model()
	c.Names = maps.Clone(c.Names)
	if c.Names == nil {
		c.Names = map[string]string{}
	}
	pinned := map[string]string{}
	for more := true; more; {
		more = false
		for _, r := range draft.Renames(earlier) {
			if _, ok := c.Names[r.Path]; !ok {
				c.Names[r.Path], pinned[r.Path], more = r.Old, r.Old, true
			}
		}
		if more {
			if err := draft.build(c); err != nil {
				return draft, err
			}
		}
	}
	draft.Unused, draft.Pinned = unused, pinned
	return draft, nil
}
