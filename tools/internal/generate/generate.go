// Package generate is the pipeline of the compiler as one pure function: schema documents in, Go files out.
//
//	load   the schema and all it includes and imports
//	build  schema components of the documents
//	model  the Go view of the components
//	emit   files of the model
package generate

import (
	"errors"
	"path/filepath"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/catalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/emit"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Job is what to generate.
type Job struct {
	Config *config.Config
	// ImportPath is that of the output directory.
	ImportPath string
	// Load says where documents are found; its zero value is the disk.
	Load load.Options
	// StrictNames makes an error of names that no common rule determines.
	StrictNames bool
}

// Output is what a job makes.
type Output struct {
	Files []emit.File // paths are relative to the output directory
	// Warnings are what is correct in the schema and yet hardly meant.
	Warnings diag.Problems
	// Notes say which names no common rule determines, and Names are all that rules chose for what clashed, by component path.
	Notes diag.Problems
	Names map[string]string
	// Namespaces are the import paths that rules chose, where there are several packages.
	Namespaces map[string]string
	// Main is the import path of the package whose ReadXML reads documents of all namespaces, and Above are the namespaces whose documents it reads only
	// where a program imports their packages.
	Main  string
	Above []string
}

// Run does a job. The error holds every problem found, as [diag.Problems] or a [model.ClashError].
func Run(job Job) (*Output, error) {
	_, set, err := components(job)
	if err != nil {
		return nil, err
	}
	c := job.Config
	view, err := model.Build(set, job.model())
	if err != nil {
		return nil, err
	}
	packages := view.Packages
	out := &Output{Warnings: set.Warnings, Notes: view.Notes, Names: view.Names, Namespaces: view.Namespaces, Main: packages[0].Path, Above: view.Above}
	if out.Files, err = emit.Files(packages); err != nil || c.Service == nil {
		return out, err
	}
	service, err := model.BuildService(packages, c.Service)
	if err != nil {
		return nil, err
	}
	client, err := emit.Client(packages, service)
	out.Files = append(out.Files, client...)
	return out, err
}

// model returns the settings of the model.
func (j Job) model() model.Config {
	c := j.Config
	m := model.Config{
		Package: c.Package, ImportPath: j.ImportPath, Namespaces: c.Namespaces, Names: c.Names, File: c.File, Strict: j.StrictNames,
		Extras: c.Generate, Types: c.Types,
	}
	if c.Service != nil {
		m.Beside = []string{c.Service.Package}
	}
	return m
}

// components loads and builds the schema.
func components(job Job) ([]*load.Document, *schema.Set, error) {
	paths := job.paths(job.Config.Schemas)
	options, err := job.options()
	if err != nil {
		return nil, nil, err
	}
	documents, loadErr := load.Load(paths, options)
	if loadErr != nil && len(documents) == 0 {
		return nil, nil, loadErr
	}
	set, err := schema.Build(documents)
	return documents, set, errors.Join(loadErr, err)
}

// paths are paths of the configuration as load has them: on the disk they are relative to the configuration's directory.
func (j Job) paths(names []string) []string {
	paths := slices.Clone(names)
	if j.Load.FS != nil {
		return paths
	}
	for i, name := range paths {
		if _, isText := j.Load.Texts[name]; !isText && !filepath.IsAbs(name) {
			paths[i] = filepath.Join(j.Config.Dir(), name)
		}
	}
	return paths
}

// options are the job's with the configuration's catalogs; a catalog of the job has precedence over them.
func (j Job) options() (load.Options, error) {
	options := j.Load
	if options.Catalog != nil || len(j.Config.Catalogs) == 0 {
		return options, nil
	}
	c, err := catalog.Read(options.FS, j.paths(j.Config.Catalogs)...)
	if err != nil {
		return options, err
	}
	options.Catalog = c
	return options, nil
}
