// Changes that cannot be judged alone: edits of one content model that make no model without each other, or changes of one component that take each
// other's effect away, are one change.

package diff

import (
	"slices"
	"strings"
)

// joinDependent replaces the changes of each content model and each simple type that could not be judged alone by one; all changes of that component, if
// that one cannot be judged either.
func (j *judge) joinDependent(findings []*finding) []*finding {
	for _, whole := range wholesOf(findings) {
		dependent := partsOfWhole(findings, whole, (*finding).isUndecided)
		if len(dependent) == 0 || j.options.stopped() {
			continue
		}
		all := partsOfWhole(findings, whole, func(*finding) bool { return true })
		if len(all) == 1 {
			continue
		}
		joined := dependent[0]
		if len(dependent) > 1 {
			joined = j.join(dependent)
		}
		if joined.isUndecided() && len(all) > len(dependent) {
			joined, dependent = j.join(all), all
		}
		i := slices.Index(findings, dependent[0])
		findings[i] = joined
		findings = slices.DeleteFunc(findings, func(f *finding) bool { return slices.Contains(dependent, f) })
	}
	return findings
}

func (f *finding) isUndecided() bool {
	return f.change.Answers[Readers].Verdict == Undecided || f.change.Answers[Writers].Verdict == Undecided
}

// whole is what a change can be joined with others in: the tree of a content model, or the facets of a type; nil for all other changes.
func (f *finding) whole() any {
	switch p := f.proof.(type) {
	case contentOf:
		return p.tree
	case facetsOf:
		if p.of != nil {
			return p.of
		}
	}
	return nil
}

func wholesOf(findings []*finding) []any {
	var wholes []any
	for _, f := range findings {
		if w := f.whole(); w != nil && !slices.Contains(wholes, w) {
			wholes = append(wholes, w)
		}
	}
	return wholes
}

func partsOfWhole(findings []*finding, whole any, when func(*finding) bool) []*finding {
	var all []*finding
	for _, f := range findings {
		if f.whole() == whole && when(f) {
			all = append(all, f)
		}
	}
	return all
}

// join makes one change of several, and judges it.
func (j *judge) join(parts []*finding) *finding {
	var messages []string
	for _, f := range parts {
		messages = append(messages, f.change.Message)
	}
	change := *parts[0].change
	change.Answers = [len(Questions)]Judgement{}
	change.Message, change.details = strings.Join(messages, "; "), fingerprints(parts)
	joined := &finding{change: &change}
	switch p := parts[0].proof.(type) {
	case facetsOf:
		joined.proof = joinFacets(p, parts)
		j.judge([]*finding{joined})
	case contentOf:
		joined.proof = joinEdits(p, parts)
		root := p.tree.root
		change.Path, change.Old, change.New = p.tree.path, root.old.place(), root.new.place()
		j.judge([]*finding{joined})
		change.Rule = byID[contentRule(&change)]
	}
	return joined
}

func joinFacets(p facetsOf, parts []*finding) facetsOf {
	p.changes = nil
	for _, f := range parts {
		p.changes = append(p.changes, f.proof.(facetsOf).changes...)
	}
	return p
}

func joinEdits(p contentOf, parts []*finding) contentOf {
	p.edits = nil
	for _, f := range parts {
		p.edits = append(p.edits, f.proof.(contentOf).edits...)
	}
	return p
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
