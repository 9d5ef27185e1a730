// Routes: the shortest way from a root to an element that a tree must have, and the tree along it.

package sample

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// step is an element on a route: a candidate for the particle, which is nil at the root.
type step struct {
	leaf *schema.Particle
	candidate
}

// route finds the shortest way from a root to an element that want takes.
func (s *sizes) route(root *schema.Element, want func(*schema.Element, schema.Type) bool) ([]step, bool) {
	type arrival struct {
		step
		from int // index of the step before, -1 at the root
	}
	var queue []arrival
	seen := map[pair]bool{}
	arrived, entered := map[*schema.Element]bool{}, map[schema.Type]bool{} // what leads to nothing new
	arrive := func(leaf *schema.Particle, e *schema.Element, from int) {
		if arrived[e] {
			return
		}
		arrived[e] = true
		for _, c := range s.candidates(e) {
			if p := (pair{c.element, c.typ}); !seen[p] {
				seen[p] = true
				queue = append(queue, arrival{step{leaf, c}, from})
			}
		}
	}
	arrive(nil, root, -1)
	for i := 0; i < len(queue); i++ {
		if want(queue[i].element, queue[i].typ) {
			var steps []step
			for at := i; at >= 0; at = queue[at].from {
				steps = append(steps, queue[at].step)
			}
			slices.Reverse(steps)
			return steps, true
		}
		if c := elementContent(queue[i].typ); c != nil && !entered[queue[i].typ] {
			entered[queue[i].typ] = true
			for _, leaf := range c.Leaves {
				if e, is := leaf.Term.(*schema.Element); is {
					arrive(leaf, e, i)
				}
			}
		}
	}
	return nil, false
}

// next grows the next element of the route, and the rest of the route in it.
func (g *grower) next() *Node {
	step := g.route[0]
	g.route = g.route[1:]
	n := g.typed(step.element, step.typ)
	if len(g.route) == 0 && g.at == nil {
		g.at = n
	}
	return n
}

// aside grows an element that the route does not lead through.
func (g *grower) aside(e *schema.Element) *Node {
	route := g.route
	g.route = nil
	defer func() { g.route = route }()
	return g.element(e)
}

// isNext reports whether the next element of the route belongs to the particle.
func (g *grower) isNext(p *schema.Particle) bool { return len(g.route) > 0 && g.route[0].leaf == p }

// leadsThrough reports whether the next element of the route is within the particle.
func (g *grower) leadsThrough(p *schema.Particle) bool {
	if len(g.route) == 0 {
		return false
	}
	group, is := p.Term.(*schema.ModelGroup)
	return g.isNext(p) || is && slices.ContainsFunc(group.Particles, g.leadsThrough)
}
