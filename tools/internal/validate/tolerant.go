// Tolerant reading: what a client of a living service takes, judged without generated code. The terms are those of package xsd: unknown and
// reordered elements, a missing namespace, facets that the text does not keep and missing lists are deviations; a missing part that is no
// list, and text that is no value of its type, refuse the document, since reading it would make a false statement.

package validate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// Tolerant makes [Validator.Document] return nil for what a tolerant reader takes, and add where the document departs from the schema to
// deviations. What such a reader refuses is a *xsd.RefusedError.
func Tolerant(deviations *xsd.Violations) Option {
	return func(r *run) { r.deviations = deviations }
}

// Unknown adds the paths of elements and attributes that the schema knows nothing of at their place to paths, in document order: a tolerant reader
// does not keep them. What is within such an element is not listed.
func Unknown(paths *[]string) Option {
	return func(r *run) { r.unknown = paths }
}

// meetUnknown takes up the path of an element or attribute of the innermost element that is not known there.
func (r *run) meetUnknown(step string) {
	if r.unknown != nil {
		*r.unknown = append(*r.unknown, r.path()+"/"+step)
	}
}

// refusing are the rules whose violation leaves nothing to read: the others are deviations.
var refusing = []string{"cvc-datatype-valid", "cvc-complex-type.4", "cvc-type.2", "cvc-elt.2", "cvc-elt.4", "cvc-type.3.1.2", "cvc-complex-type.2.4.b", "cvc-complex-type.2.2"}

// report takes a violation for what it is in this reading.
func (r *run) report(violation xsd.Violation) {
	if r.deviations == nil || refuses(violation.Rule) {
		r.violations.Add(violation)
		return
	}
	r.deviations.Add(violation)
}

func refuses(rule string) bool {
	for _, prefix := range refusing {
		if rule == prefix || strings.HasPrefix(rule, prefix+".") {
			return true
		}
	}
	return false
}

// verdict is the error of the whole document.
func (r *run) verdict() error {
	switch {
	case r.deviations == nil:
		return r.violations.Err()
	case len(r.violations) > 0:
		return &xsd.RefusedError{Violations: r.violations}
	case !r.recognised:
		return &xsd.RefusedError{Violations: *r.deviations}
	default:
		return nil
	}
}

// rootName is the name of the global element meant, where a tolerant reader may take a name without namespace for one that has one.
func (r *run) rootName(name schema.Name) schema.Name {
	if r.deviations == nil || name.Space != "" || r.validator.set.Element(name) != nil {
		return name
	}
	for _, e := range r.validator.set.Elements {
		if e.Name.Local == name.Local {
			return e.Name
		}
	}
	return name
}

// childName is rootName for the elements of a content model.
func (r *run) childName(model *content.Model, name schema.Name) schema.Name {
	if r.deviations == nil || name.Space != "" {
		return name
	}
	if _, known := model.Find(name); known {
		return name
	}
	for _, leaf := range model.Leaves() {
		if leaf.Any == nil && leaf.Element.Local == name.Local {
			return leaf.Element
		}
	}
	return name
}

// tellNamespace tells, once a document, that the innermost element came without the namespace it was taken to have.
func (r *run) tellNamespace(written schema.Name) {
	f := r.top()
	if f.name == written || r.unnamed {
		return
	}
	r.unnamed = true
	rule := "cvc-complex-type.2.4.a"
	if len(r.stack) == 1 {
		rule = "cvc-elt.1"
	}
	r.deviations.Add(r.violation(rule, written.Local, fmt.Sprintf("the element %s has no namespace; it was read as %s, and so are those below", written.Local, f.name)))
}

// incomplete reports the parts of the content that are not there, in whatever order the others came. What no part explains, such as a group
// that is there half, is a deviation of the whole.
func (r *run) incomplete(f *frame, c *schema.ElementContent) {
	absent := absentees(c.Particle, f.seen)
	for _, p := range absent {
		r.absentPart(f, p)
	}
	if len(absent) == 0 && !f.broken && !f.matcher.AtEnd() {
		r.deviations.Add(r.violation("cvc-complex-type.2.4.b", "", fmt.Sprintf("the element %s is not complete: expected %s", f.name, leafNames(f, f.matcher.Expected()))))
	}
}

func (r *run) absentPart(f *frame, p *schema.Particle) {
	const rule = "cvc-complex-type.2.4.b"
	e, single := p.Term.(*schema.Element)
	_, wildcard := p.Term.(*schema.Wildcard)
	switch {
	case wildcard:
		r.violate(rule, "", fmt.Sprintf("the element %s lacks an element that its wildcard wants", f.name))
	case !single:
		r.violate(rule, "", fmt.Sprintf("the element %s lacks one of the branches of its choice", f.name))
	case f.seen[p] > 0:
		r.deviations.Add(r.violation(rule, "", fmt.Sprintf("the list %s has %d of at least %d elements", e.Name, f.seen[p], p.Min)))
	case p.Max == 1:
		r.violate(rule, "", fmt.Sprintf("the element %s lacks %s: without it, its value would be a false statement", f.name, e.Name))
	case f.strangers, f.listlike:
		r.violate(rule, "", fmt.Sprintf("the list %s is missing in %s beside something nobody knows, which may be it under another name", e.Name, f.name))
	default:
		r.deviations.Add(r.violation(rule, "", fmt.Sprintf("the list %s is missing in %s; it was read as empty", e.Name, f.name)))
	}
}

// refuseItem refuses what is called like a list that must be there, in the innermost element or one around it, and is none of its items, for its
// namespace or its place: an item would be lost.
func (r *run) refuseItem(name schema.Name) {
	if r.deviations == nil {
		return
	}
	for i := range r.stack {
		if c := r.stack[i].elementContent(); c != nil && hasList(c, name.Local) {
			r.violations.Add(r.violation("cvc-complex-type.2.4.a", name.String(), fmt.Sprintf("the element %s may be an item of a list of %s, which would be lost", name, r.stack[i].name)))
			return
		}
	}
}

// hasList reports whether one of the lists that must be in the content has a local name.
func hasList(c *schema.ElementContent, local string) bool {
	return slices.ContainsFunc(c.Leaves, func(p *schema.Particle) bool {
		e, is := p.Term.(*schema.Element)
		return is && p.Min > 0 && strings.EqualFold(e.Name.Local, local) && !single(c.Particle, p)
	})
}

// refuseSecond refuses a second element where there may be one: which of the two counts is not known.
func (r *run) refuseSecond(f *frame, c *schema.ElementContent, p *schema.Particle, name schema.Name) {
	if f.seen[p] < 2 || !single(c.Particle, p) || isWildcard(p) {
		return
	}
	same := 0
	for _, other := range c.Leaves {
		if e, is := other.Term.(*schema.Element); is && e.Name == name {
			same++
		}
	}
	if same < 2 {
		r.violations.Add(r.violation("cvc-complex-type.2.4.a", name.String(), fmt.Sprintf("the element %s comes twice in %s, and which of the two counts is not known", name, f.name)))
	}
}

func isWildcard(p *schema.Particle) bool {
	_, is := p.Term.(*schema.Wildcard)
	return is
}

// single reports whether a leaf of the particle may come once at most: neither it nor a group around it repeats.
func single(p, leaf *schema.Particle) bool {
	group, is := p.Term.(*schema.ModelGroup)
	if p.Max != 1 || !is {
		return p == leaf && p.Max == 1
	}
	return slices.ContainsFunc(group.Particles, func(part *schema.Particle) bool { return single(part, leaf) })
}

// absentees are the particles that must be there and were met too seldom.
func absentees(p *schema.Particle, seen map[*schema.Particle]int) []*schema.Particle {
	group, is := p.Term.(*schema.ModelGroup)
	switch {
	case p.Min == 0 && !anySeen(p, seen):
		return nil
	case !is && seen[p] >= p.Min:
		return nil
	case !is:
		return []*schema.Particle{p}
	case group.Compositor == schema.Choice:
		return absentBranches(p, group, seen)
	}
	var absent []*schema.Particle
	for _, part := range group.Particles {
		absent = append(absent, absentees(part, seen)...)
	}
	return absent
}

// absentBranches looks into the branches of which something was seen; where there is none, the choice itself is absent, unless a branch may
// be empty.
func absentBranches(p *schema.Particle, group *schema.ModelGroup, seen map[*schema.Particle]int) []*schema.Particle {
	var absent []*schema.Particle
	taken := false
	for _, branch := range group.Particles {
		if anySeen(branch, seen) {
			taken = true
			absent = append(absent, absentees(branch, seen)...)
		} else if branch.Min == 0 {
			taken = true
		}
	}
	if !taken {
		return []*schema.Particle{p}
	}
	return absent
}

func anySeen(p *schema.Particle, seen map[*schema.Particle]int) bool {
	group, is := p.Term.(*schema.ModelGroup)
	if !is {
		return seen[p] > 0
	}
	for _, part := range group.Particles {
		if anySeen(part, seen) {
			return true
		}
	}
	return false
}
