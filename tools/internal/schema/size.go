// The size of content models: how many elements a particle stands for at least and at most, and how many particles it has
// once all references are followed. Groups that refer to groups make that exponential, so it is counted before anything
// walks through them.

package schema

// maxLeaves bounds the element particles and wildcards of one content model.
const maxLeaves = 100_000

// maxTotalLeaves bounds those of all content models of a schema.
const maxTotalLeaves = 2_000_000

// leafCount returns the number of leaves of p, cut off above maxLeaves.
func (b *builder) leafCount(p *Particle) int {
	group, ok := p.Term.(*ModelGroup)
	if !ok {
		return 1
	}
	if n, ok := b.sizes[group]; ok {
		return n
	}
	n := 0
	for _, child := range group.Particles {
		n = min(n+b.leafCount(child), maxLeaves+1)
	}
	b.sizes[group] = n
	return n
}

// maxMembers bounds the member types of a union once all members that are unions are written out.
const maxMembers = 100_000

// memberCount returns the number of types that a value of t may have to be tried with, cut off above maxMembers.
func (b *builder) memberCount(t *SimpleType) int {
	union, ok := t.Variety.(*Union)
	if !ok {
		return 1
	}
	if n, ok := b.members[union]; ok {
		return n
	}
	n := 0
	for _, m := range union.Members {
		n = min(n+b.memberCount(m), maxMembers+1)
	}
	b.members[union] = n
	return n
}

// totalRangeOf returns the effective total range of p (Part 1, section 3.8.6): the numbers of elements it stands for at least and
// at most, cut off at maxCount.
func (b *builder) totalRangeOf(p *Particle) (low, high int) {
	group, ok := p.Term.(*ModelGroup)
	if !ok {
		return p.Min, p.Max
	}
	low, high = b.groupRange(group)
	return times(p.Min, low), times(p.Max, high)
}

// totalRange is the range of one occurrence of a group.
type totalRange struct{ low, high int }

// groupRange returns the range of one occurrence of group.
func (b *builder) groupRange(group *ModelGroup) (low, high int) {
	if r, ok := b.ranges[group]; ok {
		return r.low, r.high
	}
	for i, p := range group.Particles {
		l, h := b.totalRangeOf(p)
		switch {
		case group.Compositor != Choice:
			low, high = min(low+l, maxCount), plus(high, h)
		case i == 0:
			low, high = l, h
		default:
			low, high = min(low, l), greater(high, h)
		}
	}
	b.ranges[group] = totalRange{low, high}
	return low, high
}

// plus, times and greater calculate with Unbounded.
func plus(a, b int) int {
	if a == Unbounded || b == Unbounded {
		return Unbounded
	}
	return min(a+b, maxCount)
}

func times(a, b int) int {
	switch {
	case a == 0 || b == 0:
		return 0
	case a == Unbounded || b == Unbounded:
		return Unbounded
	case a > maxCount/b:
		return maxCount
	}
	return a * b
}

func greater(a, b int) int {
	if a == Unbounded || b == Unbounded {
		return Unbounded
	}
	return max(a, b)
}
