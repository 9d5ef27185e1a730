// Compare: from two schemas to a report.

package diff

import (
	"cmp"
	"errors"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Input is one of the two schemas.
type Input struct {
	Name      string           // as given to the command
	Documents []*load.Document // what Set was built of
	Set       *schema.Set
	Packages  []*model.Package // the generated packages; nil where the question of Go is not asked
	// NoPackages says why there are none although the question of Go is asked: readers and writers have their answers all the same.
	NoPackages error
}

// Compare finds what changed from one schema to another and judges it. It is pure: nothing is read but its arguments. It fails where a schema
// is missing.
func Compare(old, newer Input) (*Report, error) { return CompareWithin(Options{}, old, newer) }

// CompareWithin is [Compare] with options.
func CompareWithin(options Options, old, newer Input) (*Report, error) {
	if old.Set == nil || newer.Set == nil {
		return nil, errors.New("a schema is missing: build both before they are compared")
	}
	report := &Report{Old: versionOf(old), New: versionOf(newer)}
	given := [2]*schema.Set{old.Set, newer.Set}
	moved, moving := MovedSpaces(old.Set, newer.Set), newer
	if len(moved) > 0 {
		var err error
		if newer, err = mapped(newer, moved); err != nil {
			return nil, err
		}
	}
	c := newComparer(old, newer)
	c.reportSpaces(moving, moved)
	c.run()
	root, err := c.rootFor(options, given, moved)
	if err != nil {
		return nil, err
	}
	report.Root = root.name()
	inside, outside := c.within(root, c.findings)
	j := newJudge(c, given, moved, root, options)
	across := j.acrossAll() // first, since that is what everybody asks
	j.judge(inside)
	findings := j.joinBlocked(j.joinDependent(inside))
	settle(findings, across)
	findings = j.joinGroups(findings)
	ofGo, elsewhere := c.within(root, c.answerGo(slices.Concat(findings, outside), old.Packages, newer.Packages))
	findings = append(findings, ofGo...)
	for _, f := range slices.Concat(outside, elsewhere) {
		report.outside = append(report.outside, f.change)
	}
	findings = c.joinForms(findings)
	c.fold(findings)
	for _, f := range findings {
		report.Changes = append(report.Changes, f.change)
	}
	j.totals(report, across)
	report.Totals[Go] = totalGo(report.Changes, old, newer)
	report.countUnjudged()
	report.Notes = slices.Concat(report.rootNotes(), report.budgetNotes(), inclusion.Notes())
	if !options.NoAssumptions {
		report.Notes = append(report.Notes, undeclaredNote)
	}
	report.sort()
	return report, nil
}

// versionOf describes a schema.
func versionOf(in Input) Version {
	v := Version{Name: in.Name}
	for _, d := range in.Set.Documents {
		v.Files = append(v.Files, d.File)
	}
	if len(in.Set.Documents) > 0 {
		v.TargetNamespace, v.Version = in.Set.Documents[0].TargetNamespace, in.Set.Documents[0].Version
	}
	return v
}

// sort puts the worst changes first, then by path and rule.
func (r *Report) sort() {
	slices.SortStableFunc(r.Changes, func(a, b *Change) int {
		return cmp.Or(-cmp.Compare(a.Worst(), b.Worst()), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Rule.ID, b.Rule.ID))
	})
}
