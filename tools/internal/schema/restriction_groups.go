// Particle Valid (Restriction) for groups: pointless particles, and the mappings of one list of particles to another.

package schema

import "fmt"

// simplified returns p without pointless particles (Part 1, section 3.9.6): groups of one, and groups in groups of the same
// kind, that occur once.
func simplified(p *Particle) *Particle {
	group, ok := p.Term.(*ModelGroup)
	if !ok {
		return p
	}
	var members []*Particle
	for _, child := range group.Particles {
		members = appendSimplified(members, group.Compositor, simplified(child))
	}
	if len(members) == 1 && p.Min == 1 && p.Max == 1 {
		return members[0]
	}
	return &Particle{Origin: p.Origin, Min: p.Min, Max: p.Max, Term: &ModelGroup{
		Origin: group.Origin, Compositor: group.Compositor, Particles: members, Definition: group.Definition,
	}}
}

// appendSimplified adds a simplified particle to the members of a group, or its own members where it is pointless there.
func appendSimplified(members []*Particle, outer Compositor, p *Particle) []*Particle {
	inner, ok := p.Term.(*ModelGroup)
	switch {
	case !ok:
		return append(members, p)
	case len(inner.Particles) == 0 && (inner.Compositor != Choice || p.Min == 0):
		return members
	case p.Min == 1 && p.Max == 1 && inner.Compositor == outer && outer != All:
		return append(members, inner.Particles...)
	default:
		return append(members, p)
	}
}

// asIfGroup is rcase-RecurseAsIfGroup: an element where the base has a group. The standard takes it for a group that occurs
// once; a choice of one element, as often as the element occurs, is the same content, and is what a choice that repeats has
// to be compared with.
func (c *comparer) asIfGroup(r *Particle, b *Particle) *mismatch {
	from := b.Term.(*ModelGroup)
	m := c.groupRestricts(groupOfOne(from.Compositor, r, 1, 1), b)
	if m == nil || from.Compositor != Choice {
		return m
	}
	once := &Particle{Origin: r.Origin, Min: 1, Max: 1, Term: r.Term}
	if c.groupRestricts(groupOfOne(Choice, once, r.Min, r.Max), b) == nil {
		return nil
	}
	return m
}

// groupOfOne is a group that holds p alone.
func groupOfOne(compositor Compositor, p *Particle, low, high int) *Particle {
	group := &ModelGroup{Origin: p.Origin, Compositor: compositor, Particles: []*Particle{p}}
	return &Particle{Origin: p.Origin, Min: low, Max: high, Term: group}
}

// occursOK checks that a group occurs as often as the base allows.
func occursOK(rule string, r, b *Particle) *mismatch {
	if rangeOK(r.Min, r.Max, b.Min, b.Max) {
		return nil
	}
	return &mismatch{r, rule, fmt.Sprintf("%s occurs %s times, in the base %s", termWords(r), rangeWords(r.Min, r.Max), rangeWords(b.Min, b.Max))}
}

// recurse is rcase-Recurse: sequence to sequence, all to all. Each particle restricts one of the base, in order; those
// between need not occur.
func (c *comparer) recurse(r *Particle, own *ModelGroup, b *Particle, from *ModelGroup) *mismatch {
	if m := occursOK("rcase-Recurse.1", r, b); m != nil {
		return m
	}
	next := 0
	for _, p := range own.Particles {
		var last *mismatch
		for {
			if next == len(from.Particles) {
				return orElse(last, &mismatch{p, "rcase-Recurse.2.1", "the base has nothing that corresponds to " + termWords(p) + " here"})
			}
			candidate := from.Particles[next]
			next++
			m := c.restricts(p, candidate)
			if m == nil {
				break
			}
			if last = m; !c.emptiable(candidate) {
				return m
			}
		}
	}
	for _, rest := range from.Particles[next:] {
		if !c.emptiable(rest) {
			return &mismatch{r, "rcase-Recurse.2.2", termWords(rest) + " must occur in the base, but is missing here"}
		}
	}
	return nil
}

// orElse prefers the mismatch found first, which tells more.
func orElse(found, fallback *mismatch) *mismatch {
	if found != nil {
		return found
	}
	return fallback
}

// recurseLax is rcase-RecurseLax: choice to choice. Each particle restricts one of the base, in order.
func (c *comparer) recurseLax(r *Particle, own *ModelGroup, b *Particle, from *ModelGroup) *mismatch {
	if m := occursOK("rcase-RecurseLax.1", r, b); m != nil {
		return m
	}
	next := 0
	for _, p := range own.Particles {
		found := false
		for ; next < len(from.Particles) && !found; next++ {
			found = c.restricts(p, from.Particles[next]) == nil
		}
		if !found {
			return &mismatch{p, "rcase-RecurseLax.2", "the base has no alternative that corresponds to " + termWords(p) + ", in this order"}
		}
	}
	return nil
}

// recurseUnordered is rcase-RecurseUnordered: a sequence where the base has an all group.
func (c *comparer) recurseUnordered(r *Particle, own *ModelGroup, b *Particle, from *ModelGroup) *mismatch {
	if m := occursOK("rcase-RecurseUnordered.1", r, b); m != nil {
		return m
	}
	taken := make([]bool, len(from.Particles))
	for _, p := range own.Particles {
		found := false
		for i, candidate := range from.Particles {
			if !taken[i] && c.restricts(p, candidate) == nil {
				taken[i], found = true, true
				break
			}
		}
		if !found {
			return &mismatch{p, "rcase-RecurseUnordered.2.2", "the base has nothing that corresponds to " + termWords(p)}
		}
	}
	for i, candidate := range from.Particles {
		if !taken[i] && !c.emptiable(candidate) {
			return &mismatch{r, "rcase-RecurseUnordered.2.3", termWords(candidate) + " must occur in the base, but is missing here"}
		}
	}
	return nil
}

// mapAndSum is rcase-MapAndSum: a sequence where the base has a choice.
func (c *comparer) mapAndSum(r *Particle, own *ModelGroup, b *Particle, from *ModelGroup) *mismatch {
	for _, p := range own.Particles {
		found := false
		for _, candidate := range from.Particles {
			if c.restricts(p, candidate) == nil {
				found = true
				break
			}
		}
		if !found {
			return &mismatch{p, "rcase-MapAndSum.1", "the base has no alternative that corresponds to " + termWords(p)}
		}
	}
	n := len(own.Particles)
	if low, high := times(r.Min, n), times(r.Max, n); !rangeOK(low, high, b.Min, b.Max) {
		return &mismatch{r, "rcase-MapAndSum.2", fmt.Sprintf("%d particles, %s times, are %s choices, in the base %s",
			n, rangeWords(r.Min, r.Max), rangeWords(low, high), rangeWords(b.Min, b.Max))}
	}
	return nil
}
