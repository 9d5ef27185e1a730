// Building: from merged content models back to particles of either side, or of a mixture of both.

package diff

import "github.com/mvainnsyn/mvainnsyn/tools/internal/schema"

// building makes particles of one side, with the edits for which flipped holds taken from the other. What several trees have within, as types do that extend
// one another, is made once for all of them.
type building struct {
	at      Side
	flipped func(*edit) bool
	made    map[*tree]*schema.Particle
}

func newBuilding(at Side, flipped func(*edit) bool) *building {
	return &building{at, flipped, map[*tree]*schema.Particle{}}
}

// tree makes the particle of a tree. It is nil for what is not there.
func (b *building) tree(t *tree) *schema.Particle {
	p, made := b.made[t]
	if !made {
		p = b.node(t.root)
		b.made[t] = p
	}
	return p
}

// from is the side that an edit is taken from.
func (b *building) from(e *edit) Side {
	if e != nil && b.flipped(e) {
		return b.at.other()
	}
	return b.at
}

// node makes a particle. It is nil for what is not there.
func (b *building) node(n *merged) *schema.Particle {
	if n.old == nil && b.from(n.presence) == OldSide || n.new == nil && b.from(n.presence) == NewSide {
		return nil
	}
	low, high := n.on(b.from(n.low)), n.on(b.from(n.high))
	if n.isGroup() {
		high = low
	}
	p := &schema.Particle{Origin: n.on(b.at).particle.Origin, Min: low.min, Max: high.max}
	switch {
	case n.whole != nil:
		p.Term = &schema.ModelGroup{Compositor: schema.Sequence, Particles: []*schema.Particle{b.tree(n.whole)}}
	case n.isGroup():
		p.Term = b.group(n)
	case n.process != nil:
		p.Term = n.wildcard(b.from(n.kind), b.from(n.process))
	default:
		p.Term = n.on(b.from(n.kind)).particle.Term
	}
	return p
}

func (b *building) group(n *merged) *schema.ModelGroup {
	kind := b.from(n.kind)
	group := &schema.ModelGroup{Origin: n.on(b.at).particle.Origin, Compositor: n.on(kind).compositor}
	if n.on(kind).wrapped() {
		group.Compositor = n.on(kind.other()).compositor
	}
	for _, inner := range n.parts {
		if p := b.node(inner); p != nil {
			group.Particles = append(group.Particles, p)
		}
	}
	return group
}
