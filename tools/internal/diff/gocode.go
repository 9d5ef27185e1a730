// The question of Go: differences between the generated packages, each as the answer of the change of the schema that it comes from.

package diff

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/goapi"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// answerGo gives each difference that source meets to the change at its component, else to the nearest one around it. Those without such a change
// become changes of their own.
func (c *comparer) answerGo(findings []*finding, old, new []*model.Package) (left []*finding) {
	if old == nil || new == nil {
		return nil
	}
	for _, d := range goapi.Compare(old, new) {
		if d.Effect == goapi.Adds {
			continue
		}
		f := c.causeOf(findings, d.Path)
		if f == nil {
			f = goFinding(d)
			left = append(left, f)
		}
		f.addGo(d)
	}
	return left
}

// addGo makes a difference part of the answer.
func (f *finding) addGo(d goapi.Difference) {
	answer := &f.change.Answers[Go]
	answer.Verdict = Breaking
	switch {
	case answer.Reason == "":
		answer.Reason = d.Message
	case !strings.Contains(answer.Reason, d.Message):
		answer.Reason += "; " + d.Message
	}
}

func goFinding(d goapi.Difference) *finding {
	change := &Change{Rule: byID[d.Rule], Path: d.Path, Message: d.Message}
	if d.Old != "" {
		change.Old = Place{Position: d.OldPosition, Text: d.Old}
	}
	if d.New != "" {
		change.New = Place{Position: d.NewPosition, Text: d.New}
	}
	return &finding{change: change, proof: harmless{}}
}

// causeOf finds the change at a component path, else the one at the longest path that the component is below.
func (c *comparer) causeOf(findings []*finding, path string) *finding {
	var cause *finding
	longest := -1
	for _, f := range findings {
		if f.change.Rule.Go == Safe || f.change.Rule.Go == NoQuestion {
			continue
		}
		for _, at := range c.pathsAlike(f) {
			if (at == path || strings.HasPrefix(path, at+"/")) && len(at) > longest {
				cause, longest = f, len(at)
			}
		}
	}
	return cause
}

// pathsAlike are the paths at which the generated code shows a change: of what stands in a named group or a base type, those in the types that have it.
func (c *comparer) pathsAlike(f *finding) []string {
	paths := []string{f.change.Path}
	p, ok := f.proof.(contentOf)
	if !ok {
		return paths
	}
	below := strings.TrimPrefix(f.change.Path, p.tree.path)
	for _, m := range c.models {
		if m.tree != nil && m.tree.contains(p.tree) {
			paths = append(paths, c.old.paths.Type(m.old)+below)
		}
	}
	return paths
}

// totalGo is the answer for all packages together.
func totalGo(changes []*Change) Judgement {
	for _, change := range changes {
		if answer := change.Answers[Go]; answer.Verdict == Breaking {
			return Judgement{Verdict: Breaking, Reason: change.Path + ": " + answer.Reason}
		}
	}
	return Judgement{}
}
