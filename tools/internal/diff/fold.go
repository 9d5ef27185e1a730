// Folding: a change that follows from another one, and says nothing worse than that, is told as an effect of it.

package diff

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// fold gives effects their cause, where both are in the report.
func (c *comparer) fold(findings []*finding) {
	at := map[string]*finding{}
	for _, f := range findings {
		if _, met := at[f.change.Path]; !met && f.isOfUse() {
			at[f.change.Path] = f
		}
	}
	for _, f := range findings {
		cause := f.cause
		if cause == nil {
			cause = c.useOf(f, at)
		}
		if cause != nil && slices.Contains(findings, cause) && cause.change.Cause == nil && f.change.followsFrom(cause.change) {
			f.change.Cause = cause.change
			cause.change.Effects = append(cause.change.Effects, f.change)
		}
	}
}

// followsFrom reports whether a change can be told under a cause and nobody misses it: it breaks no documents, and nothing that the cause does not break.
func (c *Change) followsFrom(cause *Change) bool {
	if c == cause || len(c.Effects) > 0 || c.Answers[Readers].Verdict != Compatible || c.Answers[Writers].Verdict != Compatible {
		return false
	}
	return c.Answers[Go].Verdict <= cause.Answers[Go].Verdict
}

// isOfUse reports whether a change is that of an element or attribute which came or went.
func (f *finding) isOfUse() bool {
	switch f.change.Rule.ID {
	case "element-added-optional", "element-added-required", "element-removed-optional", "element-removed-required", "choice-branch-added", "choice-branch-removed",
		"attribute-added-optional", "attribute-added-required", "attribute-removed-optional", "attribute-removed-required", "root-element-added", "root-element-removed":
		return true
	}
	return false
}

// useOf is the change of an element or attribute with which a type came or went: the first that has the type and is at one of the paths.
func (c *comparer) useOf(f *finding, at map[string]*finding) *finding {
	s := c.new
	switch f.change.Rule.ID {
	case "type-removed", "type-removed-unreachable":
		s = c.old
	case "type-added":
	default:
		return nil
	}
	for _, t := range s.types {
		if s.paths.Type(t) != f.change.Path {
			continue
		}
		for _, user := range s.users[t] {
			if use := at[s.pathOf(user)]; use != nil {
				return use
			}
		}
	}
	return nil
}

// pathOf is the path of a declaration.
func (s *side) pathOf(c schema.Component) string {
	switch c := c.(type) {
	case *schema.Element:
		return s.paths.Element(c)
	case *schema.Attribute:
		return s.paths.Attribute(c)
	}
	return ""
}
