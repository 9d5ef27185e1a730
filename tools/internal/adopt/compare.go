// This file compares the new version with its predecessor.

package adopt

import (
	"bytes"
	"path/filepath"
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/report"
)

// compare writes the report beside the schema, and lists the decisions that it leaves to people.
func (a *adoption) compare() error {
	if a.predecessor == nil {
		a.stepf("%s is the first version of %s; there is nothing to compare it with", a.version, a.family.name)
		return nil
	}
	c, err := readConfig(filepath.Join(a.dir, configName))
	if err != nil {
		return err
	}
	importPath, err := importPathOf(c)
	if err != nil {
		return err
	}
	old, err := a.input(a.predecessor.version, a.predecessor.config, importPath)
	if err != nil {
		return err
	}
	current, err := a.input(a.version, c, importPath)
	if err != nil {
		return err
	}
	if a.Report, err = diff.Compare(old, current); err != nil {
		return err
	}
	a.Report.Accept(c.Accept, a.Today)
	var out bytes.Buffer
	if err := report.Write(&out, "markdown", a.Report, report.Options{}); err != nil {
		return err
	}
	a.decideChanges()
	return a.place(filepath.Join(a.dir, reportName), out.Bytes())
}

// input is a version for the comparison; both are compared as if they had one import path.
func (a *adoption) input(v version, c *config.Config, importPath string) (diff.Input, error) {
	own := *c
	own.Namespaces = nil // packages are compared by namespace, wherever they go
	draft, err := generate.Prepare(generate.Job{Config: &own, ImportPath: importPath})
	if err != nil {
		return diff.Input{}, err
	}
	return diff.Input{Name: a.family.name + " " + v.String(), Documents: draft.Documents, Set: draft.Set, Packages: draft.Packages}, nil
}

// decideChanges sums up the changes that nobody has accepted.
func (a *adoption) decideChanges() {
	open := len(report.Open(a.Report))
	if open == 0 {
		return
	}
	a.decidef("read %s: it has %s. xsdgen diff %s %s --config %s --accept-all writes what is open into accept:",
		a.path(reportName), counted(open, "change that breaks something or is undecided", "changes that break something or are undecided"),
		slashed(a.predecessor.config.Dir()), slashed(a.dir), a.path(configName))
}

// counted is a number with what it counts.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
