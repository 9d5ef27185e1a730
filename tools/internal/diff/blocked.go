// Blocked changes: no schema can be made with one of them alone, as where two types exchange who is derived from whom. With the changes that they depend on
// they become one change.

package diff

import (
	"errors"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// ambiguity says that a content model would be ambiguous.
type ambiguity struct {
	content *schema.ElementContent
	first   content.Ambiguity
}

// Error says what would be ambiguous.
func (a *ambiguity) Error() string {
	return "the content model is ambiguous: " + automaton.Describe(a.content.Model(), a.first)
}

// unambiguous says what is ambiguous in a content model.
func unambiguous(c *schema.ElementContent) error {
	if all := c.Model().Ambiguities(); len(all) > 0 {
		return &ambiguity{c, all[0]}
	}
	return nil
}

// mostTried bounds the changes that are tried for one that is blocked.
const mostTried = 32

// joinBlocked replaces each blocked change, and what it depends on, by one change for all of them where a schema can be made with that one.
func (j *judge) joinBlocked(findings []*finding) []*finding {
	for _, f := range slices.Clone(findings) {
		if f.blocked == nil || !slices.Contains(findings, f) || j.options.stopped() {
			continue
		}
		if group := j.unblocked(f, findings); group != nil {
			findings = replaced(findings, group, j.together(group))
		}
	}
	return findings
}

// unblocked are a blocked change and what must be made with it, in the order of all changes; nil where that was not found.
func (j *judge) unblocked(blocked *finding, findings []*finding) []*finding {
	group, err := []*finding{blocked}, blocked.blocked
	for tried := 0; err != nil; tried++ {
		next := j.bearingOn(err, findings, group)
		if next == nil || tried == mostTried {
			return nil
		}
		group = append(group, next)
		err = j.makes(group)
	}
	for _, f := range slices.Clone(group[1:]) {
		without := slices.DeleteFunc(slices.Clone(group), func(g *finding) bool { return g == f })
		if len(without) > 1 && j.makes(without) == nil {
			group = without
		}
	}
	slices.SortFunc(group, func(a, b *finding) int { return slices.Index(findings, a) - slices.Index(findings, b) })
	return group
}

// makes says why no schema can be made with changes together, on one of the sides.
func (j *judge) makes(group []*finding) error {
	t := &task{finding: &finding{proof: ofGroup{group}}}
	if err := j.prepare(t); err != nil {
		return err
	}
	for _, at := range []Side{OldSide, NewSide} {
		if _, err := j.with(at, t.edits[at].replace, true); err != nil {
			return err
		}
	}
	return nil
}

// bearingOn is a change that has to do with why no schema can be made, and is not in the group; one that is blocked itself comes first. Nil where there is none.
func (j *judge) bearingOn(err error, findings, group []*finding) *finding {
	bears := j.bears(err)
	var found *finding
	for _, f := range findings {
		if slices.Contains(group, f) || found != nil && f.blocked == nil {
			continue
		}
		switch f.proof.(type) {
		case contentOf, facetsOf, ofStanding, ofElement, ofGroup:
		default:
			continue
		}
		t := &task{finding: f}
		_ = j.prepare(t) // what it comes to before it fails is enough
		if !slices.ContainsFunc(t.edits[:], func(r *replacement) bool { return r != nil && r.any(bears) }) {
			continue
		}
		if f.blocked != nil {
			return f
		}
		found = f
	}
	return found
}

// any reports whether one of the components that are replaced, and what replaces it, are such a pair.
func (r *replacement) any(is func(c, other schema.Component) bool) bool {
	for c, other := range r.replace {
		if is(c, other) {
			return true
		}
	}
	return false
}

// bears tells the replacements that have to do with why no schema can be made.
func (j *judge) bears(err error) func(c, other schema.Component) bool {
	var circle *schema.CircleError
	var ambiguous *ambiguity
	switch {
	case errors.As(err, &circle):
		return j.bearsOnCircle(circle.Through)
	case errors.As(err, &ambiguous):
		return ambiguous.bears
	}
	return func(schema.Component, schema.Component) bool { return false }
}

// bearsOnCircle tells the replacements of what is in a circle by what is derived from something else, or made of something else.
func (j *judge) bearsOnCircle(through []schema.Component) func(c, other schema.Component) bool {
	at := map[schema.Component]bool{}
	for _, c := range through {
		at[c] = true
		for _, partners := range j.partners {
			if partner, ok := partners[c]; ok {
				at[partner] = true
			}
		}
	}
	return func(c, other schema.Component) bool { return at[c] && derivedOtherwise(c, other) }
}

// derivedOtherwise reports whether a component is derived from something else than what replaces it, is made of something else, or may stand for something
// else.
func derivedOtherwise(c, other schema.Component) bool {
	switch c := c.(type) {
	case *schema.Element:
		other, ok := other.(*schema.Element)
		return ok && c.Head != other.Head
	case *schema.ComplexType:
		other, ok := other.(*schema.ComplexType)
		return ok && c.Base != other.Base
	case *schema.SimpleType:
		other, ok := other.(*schema.SimpleType)
		return ok && (c.Base != other.Base || c.Variety != other.Variety)
	}
	return false
}

// bears reports whether a replacement has to do with what is ambiguous: another content that has it, or an element of it that may stand for another one.
func (a *ambiguity) bears(c, other schema.Component) bool {
	leaves := a.content.Model().Leaves()
	first, second := &leaves[a.first.First], &leaves[a.first.Second]
	switch c := c.(type) {
	case *schema.Element:
		return derivedOtherwise(c, other) && (c.Name == a.first.Name || isLeaf(first, c) || isLeaf(second, c))
	case *schema.ComplexType:
		other, ok := other.(*schema.ComplexType)
		return ok && c.Content != other.Content && (hasLeaf(c, first) || hasLeaf(c, second) || hasLeaf(other, first) || hasLeaf(other, second))
	}
	return false
}

// hasLeaf reports whether something stands in the content of a type.
func hasLeaf(t *schema.ComplexType, leaf *content.Leaf) bool {
	elements, ok := t.Content.(*schema.ElementContent)
	return ok && slices.ContainsFunc(elements.Leaves, func(p *schema.Particle) bool { return isLeaf(leaf, p.Term) })
}

// isLeaf reports whether a term is what stands at a place of a content model: the element, or a wildcard.
func isLeaf(leaf *content.Leaf, term any) bool {
	e, isElement := term.(*schema.Element)
	return isElement == (leaf.Any == nil) && (!isElement || e.Name == leaf.Element)
}
