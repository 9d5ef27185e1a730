// Package adopt files a new version of a schema beside its predecessors: the schema, where it is from, its configuration, its generated package, and
// what it changes. Nothing that is there is overwritten, and what is there already is passed over, so that it can be run again.
//
//	find      the family that the schema belongs to, its version, and the version before it
//	file      the schema documents and SOURCE
//	configure xsdgen.yaml, from the predecessor's
//	generate  the package, and the go:generate line
//	convert   a package between the versions, where that is asked for
//	compare   with the predecessor, into diff.md
package adopt

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
)

// The files beside the schema documents of a version.
const (
	configName = "xsdgen.yaml"
	sourceName = "SOURCE"
	reportName = "diff.md"
)

// Request says what to adopt.
type Request struct {
	File    string // the schema document; what it includes is beside or below it
	Schemas string // directory of the families
	Name    string // of the family; empty: found by namespace and name
	Version string // empty: what the schema says
	First   bool   // the schema is the first version of its family
	Origin  string // where the schema was published; empty: not known
	Convert bool   // write the package that converts documents of the version before
	// Catalogs are files that say where documents are that the schema refers to. They go into its configuration, before those of the predecessor.
	Catalogs []string
	Today    time.Time
}

// Result says what was done and what is left to do for a person. It holds what was done before an error.
type Result struct {
	Steps     []string
	Report    *diff.Report // nil where there is no predecessor
	Decisions []string
}

// adoption is the state of one Run.
type adoption struct {
	Request
	Result
	schema      *incoming
	family      *family
	others      []*family // filed already
	version     version
	predecessor *edition // nil for the first version
	dir         string   // of the new version
}

// Run adopts a version.
func Run(request Request) (*Result, error) {
	if filepath.IsAbs(request.Schemas) {
		request.Schemas = fromHere(request.Schemas) // the report is committed, and names files
	}
	a := &adoption{Request: request}
	for _, step := range []func() error{a.find, a.file, a.configure, a.generate, a.register, a.convert, a.compare} {
		if err := step(); err != nil {
			return &a.Result, err
		}
	}
	return &a.Result, nil
}

// find reads the schema and finds its place.
func (a *adoption) find() error {
	var err error
	if a.schema, err = readIncoming(a.File, a.Catalogs); err != nil {
		return err
	}
	if a.family, err = a.findFamily(); err != nil {
		return err
	}
	if a.version, err = a.chooseVersion(); err != nil {
		return err
	}
	a.predecessor = a.family.before(a.version)
	a.dir = filepath.Join(a.Schemas, a.family.name, a.version.String())
	if a.predecessor == nil && !a.First && !exists(filepath.Join(a.dir, configName)) {
		return fmt.Errorf("%s comes before %s, the first version of %s; only later versions can be adopted", a.version, a.family.editions[0].version, a.family.name)
	}
	return nil
}

// file puts the schema documents and SOURCE in place.
func (a *adoption) file() error {
	if err := a.refuseOther(); err != nil {
		return err
	}
	for _, d := range a.schema.documents {
		if err := a.place(filepath.Join(a.dir, d.name), d.data); err != nil {
			return err
		}
	}
	text, missing := a.source()
	if exists(filepath.Join(a.dir, sourceName)) {
		a.stepf("%s: there already", a.path(sourceName))
		return nil
	}
	if missing {
		a.decidef("%s does not say where the schema was published: write it behind Origin:, or run with --origin into an empty place", a.path(sourceName))
	}
	return a.place(filepath.Join(a.dir, sourceName), []byte(text))
}

// configure writes xsdgen.yaml from the predecessor's.
func (a *adoption) configure() error {
	file := filepath.Join(a.dir, configName)
	if exists(file) {
		a.stepf("%s: there already", a.path(configName))
		return nil
	}
	if a.predecessor == nil {
		return a.configureFirst(file)
	}
	old, err := os.ReadFile(a.predecessor.config.File)
	if err != nil {
		return err
	}
	next := a.successor()
	importPath, err := importPathOf(next)
	if err != nil {
		return err
	}
	earlierPath, err := importPathOf(a.predecessor.config)
	if err != nil {
		return err
	}
	earlier, err := generate.Prepare(generate.Job{Config: a.predecessor.config, ImportPath: earlierPath})
	if err != nil {
		return err
	}
	a.keepPackages(next, earlier, importPath)
	draft, err := generate.Succeed(generate.Job{Config: next, ImportPath: importPath}, earlier)
	if err != nil {
		return err
	}
	next.Names = draft.Names
	data, err := config.WithSuccession(old, next)
	if err != nil {
		return fmt.Errorf("%s: %w", a.predecessor.config.File, err)
	}
	a.decideNames(draft)
	if others := a.predecessor.config.Schemas[1:]; len(others) > 0 {
		a.decidef("schema: of %s names %s too; add to %s what the new version has of it", a.predecessor.version, strings.Join(others, ", "), a.path(configName))
	}
	if next.Service != nil {
		a.decidef("service: in %s is the same as for %s: check that path, scope and parameters still hold", a.path(configName), a.predecessor.version)
	}
	return a.place(file, data)
}

// keepPackages has the packages of namespaces lie where they lay below the predecessor's, where there is more than one.
func (a *adoption) keepPackages(next *config.Config, earlier *generate.Draft, importPath string) {
	for namespace, dir := range earlier.Dirs() {
		if _, ok := a.predecessor.config.Namespaces[namespace]; ok || a.predecessor.config.Namespaces["*"] != "" {
			continue
		}
		if next.Namespaces == nil {
			next.Namespaces = map[string]string{}
		}
		next.Namespaces[namespace] = path.Join(importPath, dir)
	}
}

// decideNames says what became of the predecessor's names.
func (a *adoption) decideNames(draft *generate.Draft) {
	for _, path := range draft.Unused {
		a.decidef("names: %s was left out of %s: the schema no longer has a component of that path", path, a.path(configName))
	}
	if n := len(draft.Pinned); n > 0 {
		a.stepf("%s: %s kept that %s had and the schema's new words would change", a.path(configName), counted(n, "name", "names"), a.predecessor.version)
	}
	for _, path := range sortedKeys(draft.Chosen) {
		a.decidef("names: %s: %s was chosen in %s, for it clashes with another name; choose a better one before anybody uses the package", path, draft.Chosen[path], a.path(configName))
	}
}

// generate brings the package up to date.
func (a *adoption) generate() error {
	c, err := readConfig(filepath.Join(a.dir, configName))
	if err != nil {
		return err
	}
	importPath, err := importPathOf(c)
	if err != nil {
		return err
	}
	output, err := generate.Run(generate.Job{Config: c, ImportPath: importPath})
	if err != nil {
		return err
	}
	changes, err := generate.Compare(outputDir(c), output.Files)
	if err != nil {
		return err
	}
	if len(changes) == 0 {
		a.stepf("%s: there already", slashed(outputDir(c)))
		return nil
	}
	a.stepf("%s: %s written", slashed(outputDir(c)), counted(len(changes), "file", "files"))
	if a.predecessor != nil {
		a.decidef("%s stays as it is; programs go over by importing %s", slashed(outputDir(a.predecessor.config)), importPath)
	}
	return generate.Apply(outputDir(c), changes)
}

func (a *adoption) stepf(format string, args ...any) {
	a.Steps = append(a.Steps, fmt.Sprintf(format, args...))
}

func (a *adoption) decidef(format string, args ...any) {
	a.Decisions = append(a.Decisions, fmt.Sprintf(format, args...))
}

// path is a file of the new version as messages name it.
func (a *adoption) path(name string) string { return slashed(filepath.Join(a.dir, name)) }

func slashed(path string) string { return filepath.ToSlash(filepath.Clean(path)) }

func readConfig(file string) (*config.Config, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return config.Parse(file, data)
}

// outputDir is where a configuration's package goes.
func outputDir(c *config.Config) string {
	if filepath.IsAbs(c.Output) {
		return c.Output
	}
	return filepath.Join(c.Dir(), c.Output)
}

func importPathOf(c *config.Config) (string, error) {
	return generate.ImportPath(outputDir(c), c.Package)
}
