// The question of Go: differences between the generated packages, each as the answer of the change of the schema that it comes from.

package diff

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/goapi"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// answerGo gives each difference that source meets to the change at its component, else to the nearest one around it. Those without such a change
// become changes of their own.
func (c *comparer) answerGo(findings []*finding, old, newer []*model.Package) (left []*finding) {
	if old == nil || newer == nil {
		return nil
	}
	differences := slices.DeleteFunc(goapi.Compare(old, newer), func(d goapi.Difference) bool { return d.Effect == goapi.Adds })
	if len(differences) == 0 {
		return nil
	}
	causes := c.newCauses(findings)
	gone := map[string]*finding{} // who answers for types and packages that are gone
	reasons := map[*finding]*strings.Builder{}
	var following []followed
	for _, d := range differences {
		f := causes.of(d)
		if f == nil {
			f = goFinding(d)
			left = append(left, f)
			following = append(following, followed{f, d.Gone})
		}
		if d.Rule == goapi.TypeRemoved || d.Rule == goapi.PackageRemoved {
			gone[d.Name] = f
		}
		if reasons[f] == nil {
			reasons[f] = &strings.Builder{}
		}
		f.addGo(d, reasons[f])
	}
	for f, reason := range reasons {
		f.change.Answers[Go].Reason = reason.String()
	}
	for _, f := range following {
		f.cause = gone[f.gone]
	}
	return left
}

// followed is a change of Go code alone that follows from the difference of a type or package which is gone.
type followed struct {
	*finding
	gone string // empty for one that follows from none
}

// addGo makes a difference part of the answer, and of its reason.
func (f *finding) addGo(d goapi.Difference, reason *strings.Builder) {
	answer := &f.change.Answers[Go]
	answer.Verdict = Breaking
	if remedy := d.Remedy(); remedy != "" && !slices.Contains(answer.Remedies, remedy) {
		answer.Remedies = append(answer.Remedies, remedy)
	}
	if reason.Len() > 0 {
		if strings.Contains(reason.String(), d.Message) {
			return
		}
		reason.WriteString("; ")
	}
	reason.WriteString(d.Message)
	answer.Details = append(answer.Details, d.Message)
}

func goFinding(d goapi.Difference) *finding {
	change := &Change{Rule: byID[d.Rule], Path: d.Path, Message: d.Message, details: append([]string{d.Name}, d.Values...)}
	if d.Old != "" {
		change.Old = Place{Position: d.OldPosition, Text: d.Old}
	}
	if d.New != "" {
		change.New = Place{Position: d.NewPosition, Text: d.New}
	}
	return &finding{change: change, proof: harmless{}}
}

// pathsAlike are the paths at which the generated code shows a change: of what stands in a named group or a base type, those in the types that have it;
// of what was renamed, that of the new name.
func (c *comparer) pathsAlike(f *finding) []string {
	paths := []string{f.change.Path}
	if group, ok := f.proof.(ofGroup); ok {
		for _, part := range group.parts {
			paths = append(paths, c.pathsAlike(part)...)
		}
	}
	p, ok := f.proof.(contentOf)
	if !ok {
		return paths
	}
	for _, e := range p.edits {
		if e.also != "" {
			paths = append(paths, e.also)
		}
	}
	below := strings.TrimPrefix(f.change.Path, p.tree.path)
	for _, m := range c.holders(p.tree) {
		paths = append(paths, c.old.paths.Type(m.old)+below)
	}
	return paths
}

// totalGo is the answer for all packages together.
func totalGo(changes []*Change, old, newer Input) Judgement {
	for _, in := range []Input{old, newer} {
		if in.NoPackages != nil {
			return Judgement{Verdict: Undecided, Reason: "no package can be generated from " + in.Name + ": " + strings.Join(strings.Fields(in.NoPackages.Error()), " ")}
		}
	}
	for _, change := range changes {
		if answer := change.Answers[Go]; answer.Verdict == Breaking {
			return Judgement{Verdict: Breaking, Reason: change.Path + ": " + answer.Reason}
		}
	}
	return Judgement{}
}
