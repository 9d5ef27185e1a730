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
}

// Prepare does the part of a job that writes no code. Configured names that belong to nothing are left out, and what clashes is given names, so
// that two versions of a schema can share a configuration. The job's configuration is not changed.
func Prepare(job Job) (*Draft, error) {
	documents, set, err := components(job)
	if err != nil {
		return nil, err
	}
	c := job.model()
	draft := &Draft{Documents: documents, Set: set, Names: maps.Clone(c.Names), Unused: model.UnusedNames(set, c)}
	maps.DeleteFunc(draft.Names, func(path, _ string) bool { return slices.Contains(draft.Unused, path) })
	c.Names = draft.Names
	view, err := model.Build(set, c)
	if err != nil {
		return draft, err
	}
	draft.Packages, draft.Chosen, draft.Notes = view.Packages, view.Names, view.Notes
	draft.Names = maps.Clone(view.Names)
	maps.Copy(draft.Names, c.Names)
	return draft, nil
}
