// Changes that cannot be judged alone: edits of one content model that make no model without each other, or that take each other's effect away, are one
// change.

package diff

import (
	"slices"
	"strings"
)

// joinDependent replaces the edits of each tree that could not be judged alone by one change; all edits of the tree, if that one cannot be judged either.
func (j *judge) joinDependent(findings []*finding) []*finding {
	for _, t := range treesOf(findings) {
		dependent := ofTree(findings, t, (*finding).isUndecided)
		if len(dependent) == 0 {
			continue
		}
		joined := j.join(t, dependent)
		if all := ofTree(findings, t, func(*finding) bool { return true }); joined.isUndecided() && len(all) > len(dependent) {
			joined, dependent = j.join(t, all), all
		}
		findings = slices.DeleteFunc(findings, func(f *finding) bool { return slices.Contains(dependent, f) })
		findings = append(findings, joined)
	}
	return findings
}

func (f *finding) isUndecided() bool {
	return f.change.Answers[Readers].Verdict == Undecided || f.change.Answers[Writers].Verdict == Undecided
}

// treesOf lists the trees that findings are of.
func treesOf(findings []*finding) []*tree {
	var trees []*tree
	for _, f := range findings {
		if p, ok := f.proof.(contentOf); ok && !slices.Contains(trees, p.tree) {
			trees = append(trees, p.tree)
		}
	}
	return trees
}

func ofTree(findings []*finding, t *tree, when func(*finding) bool) []*finding {
	var all []*finding
	for _, f := range findings {
		if p, ok := f.proof.(contentOf); ok && p.tree == t && when(f) {
			all = append(all, f)
		}
	}
	return all
}

// join makes one change of several, and judges it.
func (j *judge) join(t *tree, parts []*finding) *finding {
	first := parts[0].change
	change := &Change{Path: t.path, Affects: first.Affects}
	joined := &finding{change: change, proof: contentOf{tree: t}}
	var messages []string
	for _, f := range parts {
		p := f.proof.(contentOf)
		joined.proof = contentOf{t, append(joined.proof.(contentOf).edits, p.edits...)}
		messages = append(messages, f.change.Message)
	}
	change.Message = "the content model is another one: " + strings.Join(messages, "; ")
	root := t.root
	change.Old, change.New = placeOf(root.old.particle, root.old.words()), placeOf(root.new.particle, root.new.words())
	change.Rule = byID["content-model-incomparable"]
	j.judge(joined)
	change.Rule = byID[contentRule(change)]
	return joined
}

// contentRule names a change of a whole content model by what it does.
func contentRule(change *Change) string {
	readers, writers := change.Answers[Readers].Verdict, change.Answers[Writers].Verdict
	switch {
	case readers == Compatible && writers == Compatible:
		return "content-model-equivalent"
	case writers == Compatible:
		return "content-model-widened"
	case readers == Compatible:
		return "content-model-narrowed"
	}
	return "content-model-incomparable"
}
