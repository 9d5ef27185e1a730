// Particle Valid (Restriction) (Part 1, section 3.9.6): whether one content model allows no more than another, decided as
// the standard decides it, by comparing their structure.

package schema

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// maxComparisons bounds the pairs of particles compared in one schema.
const maxComparisons = 20_000_000

// mismatch says why one particle does not restrict another.
type mismatch struct {
	particle *Particle
	rule     string
	message  string
}

// comparer compares the particles of one restriction.
type comparer struct{ *builder }

// checkParticleRestriction reports where own allows more than base.
func (b *builder) checkParticleRestriction(el *load.Element, own, base *Particle) {
	c := comparer{b}
	m := c.restricts(b.simplify(own), b.simplify(base))
	if m == nil {
		return
	}
	at := el.Position
	if m.particle.Position.Line > 0 {
		at = m.particle.Position
	}
	b.problems.Addf(at, m.rule, "the content is no restriction of the base's, at %s: %s", base.Position, m.message)
}

// simplify is simplified, done once for each particle: one base can have many restrictions.
func (b *builder) simplify(p *Particle) *Particle {
	if s, ok := b.simplified[p]; ok {
		return s
	}
	s := simplified(p)
	b.simplified[p] = s
	return s
}

// restricts returns nil if r is a valid restriction of b. Both are simplified.
func (c *comparer) restricts(r, b *Particle) *mismatch {
	if c.comparisons++; c.comparisons > maxComparisons {
		return &mismatch{r, "", "the content models are too large to compare; simplify them"}
	}
	if sameParticle(r, b) {
		return nil
	}
	switch own := r.Term.(type) {
	case *Element:
		return c.elementRestricts(r, own, b)
	case *Wildcard:
		if from, ok := b.Term.(*Wildcard); ok {
			return wildcardRestricts(r, own, b, from)
		}
		return &mismatch{r, "cos-particle-restrict.2", "xs:any can only restrict another xs:any, but the base has " + termWords(b)}
	default:
		return c.groupRestricts(r, b)
	}
}

// sameParticle reports whether both are the same component.
func sameParticle(r, b *Particle) bool {
	return r == b || r.Term == b.Term && r.Min == b.Min && r.Max == b.Max
}

// elementRestricts is the column of the table for elements.
func (c *comparer) elementRestricts(r *Particle, own *Element, b *Particle) *mismatch {
	switch from := b.Term.(type) {
	case *Element:
		if own.Name == from.Name || len(c.groups[from]) == 0 {
			return c.nameAndType(r, own, b, from)
		}
		return c.asIfGroup(r, c.substitutionChoice(b, from))
	case *Wildcard:
		return namespaceCompatible(r, own, b, from)
	default:
		if len(c.groups[own]) > 0 {
			if c.asIfGroup(r, b) == nil {
				return nil
			}
			return c.restricts(c.substitutionChoice(r, own), b)
		}
		return c.asIfGroup(r, b)
	}
}

// groupRestricts is the columns of the table for groups.
func (c *comparer) groupRestricts(r, b *Particle) *mismatch {
	own := r.Term.(*ModelGroup)
	if len(own.Particles) == 0 && own.Compositor != Choice && c.emptiable(b) {
		return nil
	}
	switch from := b.Term.(type) {
	case *Element:
		if len(c.groups[from]) > 0 {
			return c.groupRestricts(r, c.substitutionChoice(b, from))
		}
	case *Wildcard:
		return c.groupInWildcard(r, own, b)
	case *ModelGroup:
		switch {
		case own.Compositor == Choice && from.Compositor == Choice:
			return c.recurseLax(r, own, b, from)
		case own.Compositor == from.Compositor:
			return c.recurse(r, own, b, from)
		case own.Compositor == Sequence && from.Compositor == All:
			return c.recurseUnordered(r, own, b, from)
		case own.Compositor == Sequence && from.Compositor == Choice:
			return c.mapAndSum(r, own, b, from)
		}
	}
	return &mismatch{r, "cos-particle-restrict.2", termWords(r) + " cannot restrict " + termWords(b)}
}

// substitutionChoice is the choice that an element with a substitution group stands for (section 3.9.6, clause 2). Its members
// are those of the group, abstract ones too (section 2.2.2.2).
func (c *comparer) substitutionChoice(p *Particle, e *Element) *Particle {
	group := &ModelGroup{Origin: p.Origin, Compositor: Choice}
	add := func(member *Element) {
		alone := *member
		alone.Substitutes = nil
		group.Particles = append(group.Particles, &Particle{Origin: p.Origin, Min: 1, Max: 1, Term: &alone})
	}
	add(e)
	for _, s := range c.groups[e] {
		add(s)
	}
	return &Particle{Origin: p.Origin, Min: p.Min, Max: p.Max, Term: group}
}

// nameAndType is rcase-NameAndTypeOK.
func (c *comparer) nameAndType(r *Particle, own *Element, b *Particle, from *Element) *mismatch {
	fail := func(clause, format string, args ...any) *mismatch {
		return &mismatch{r, "rcase-NameAndTypeOK." + clause, fmt.Sprintf(format, args...)}
	}
	if own.Name != from.Name {
		return fail("1", "element %s, where the base has %s", own.Name, from.Name)
	}
	if !rangeOK(r.Min, r.Max, b.Min, b.Max) {
		return fail("3", "element %s occurs %s times, in the base %s", own.Name, rangeWords(r.Min, r.Max), rangeWords(b.Min, b.Max))
	}
	if own == from || c.broken[own] || c.broken[from] {
		return nil
	}
	switch {
	case own.Nillable && !from.Nillable:
		return fail("2", "element %s is nillable, in the base it is not", own.Name)
	case !keepsFixed(own, from):
		return fail("4", "element %s has a fixed value in the base; give it the same", own.Name)
	case !keepsIdentity(own, from):
		return fail("5", "element %s has identity constraints that it does not have in the base", own.Name)
	case from.Block&^own.Block != 0:
		return fail("6", "element %s blocks less than in the base", own.Name)
	case !DerivedFrom(own.Type, from.Type, DerivationSet(Extension|ByList|ByUnion)):
		return fail("7", "%s of element %s is not derived by restriction from %s, its type in the base", typeWords(own.Type), own.Name, typeWords(from.Type))
	}
	return nil
}

// keepsFixed reports whether a fixed value of the base is kept.
func keepsFixed(own, from *Element) bool {
	fixed, ok := from.Constraint.(*Fixed)
	if !ok {
		return true
	}
	text, ok := own.Constraint.(*Fixed)
	if !ok {
		return false
	}
	if t := TextType(from.Type); t != nil {
		return sameFixed(t, text, fixed)
	}
	return text.Text == fixed.Text
}

// TextType returns the simple type of the text of elements of type t, nil where there is none.
func TextType(t Type) *SimpleType {
	switch t := t.(type) {
	case *SimpleType:
		return t
	case *ComplexType:
		if content, ok := t.Content.(*SimpleContent); ok {
			return content.Type
		}
	}
	return nil
}

// keepsIdentity reports whether own has no identity constraint that from does not have. They are components with names of
// their own, so that only the same declaration has the same ones.
func keepsIdentity(own, from *Element) bool {
	for _, constraint := range own.IdentityConstraints {
		found := false
		for _, other := range from.IdentityConstraints {
			found = found || constraint == other
		}
		if !found {
			return false
		}
	}
	return true
}

// namespaceCompatible is rcase-NSCompat: an element where the base has a wildcard.
func namespaceCompatible(r *Particle, own *Element, b *Particle, from *Wildcard) *mismatch {
	switch {
	case !from.Namespaces.Allows(own.Name.Space):
		return &mismatch{r, "rcase-NSCompat.1", fmt.Sprintf("element %s is in %s, but the base's xs:any allows %s", own.Name, namespaceWords(own.Name.Space), from.Namespaces)}
	case !rangeOK(r.Min, r.Max, b.Min, b.Max):
		return &mismatch{r, "rcase-NSCompat.2", fmt.Sprintf("element %s occurs %s times, the base's xs:any %s", own.Name, rangeWords(r.Min, r.Max), rangeWords(b.Min, b.Max))}
	}
	return nil
}

// wildcardRestricts is rcase-NSSubset: a wildcard where the base has one.
func wildcardRestricts(r *Particle, own *Wildcard, b *Particle, from *Wildcard) *mismatch {
	switch {
	case !rangeOK(r.Min, r.Max, b.Min, b.Max):
		return &mismatch{r, "rcase-NSSubset.1", fmt.Sprintf("xs:any occurs %s times, in the base %s", rangeWords(r.Min, r.Max), rangeWords(b.Min, b.Max))}
	case !own.Namespaces.SubsetOf(from.Namespaces):
		return &mismatch{r, "rcase-NSSubset.2", fmt.Sprintf("xs:any allows %s, in the base %s", own.Namespaces, from.Namespaces)}
	case weaker(own.Process, from.Process) && from != anyTypeWildcard():
		return &mismatch{r, "rcase-NSSubset.3", fmt.Sprintf("xs:any is processed %s, which is weaker than the base's %s", own.Process, from.Process)}
	}
	return nil
}

// anyTypeWildcard is the wildcard in the content of xs:anyType.
func anyTypeWildcard() *Wildcard {
	return AnyType().Content.(*ElementContent).Leaves[0].Term.(*Wildcard)
}

// groupInWildcard is rcase-NSRecurseCheckCardinality: a group where the base has a wildcard.
func (c *comparer) groupInWildcard(r *Particle, own *ModelGroup, b *Particle) *mismatch {
	anyNumber := &Particle{Origin: b.Origin, Min: 0, Max: Unbounded, Term: b.Term}
	for _, p := range own.Particles {
		if m := c.restricts(p, anyNumber); m != nil {
			return m
		}
	}
	if low, high := c.totalRangeOf(r); !rangeOK(low, high, b.Min, b.Max) {
		return &mismatch{r, "rcase-NSRecurseCheckCardinality.2", fmt.Sprintf("the group has %s elements, the base's xs:any %s", rangeWords(low, high), rangeWords(b.Min, b.Max))}
	}
	return nil
}

// rangeOK is Occurrence Range OK (section 3.9.6).
func rangeOK(low, high, baseLow, baseHigh int) bool {
	return low >= baseLow && (baseHigh == content.Unbounded || high != content.Unbounded && high <= baseHigh)
}

func rangeWords(low, high int) string {
	switch {
	case high == content.Unbounded:
		return fmt.Sprintf("%d or more", low)
	case low == high:
		return fmt.Sprint(low)
	default:
		return fmt.Sprintf("%d to %d", low, high)
	}
}

// termWords names the term of a particle in a message.
func termWords(p *Particle) string {
	switch term := p.Term.(type) {
	case *Element:
		return "element " + term.Name.Local
	case *ModelGroup:
		return [...]string{"a sequence", "a choice", "an all group"}[term.Compositor]
	default:
		return "xs:any"
	}
}
