// Routes: the shortest way from a root to an element that a tree must have, and the tree along it.

package sample

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// step is an element on a route: a candidate for the particle, which is nil at the root.
type step struct {
	leaf *schema.Particle
	candidate
}

// route finds the shortest way from a root to an element that want takes; through declared elements that wildcards let in only if so asked. A search from the
// root that was last asked for is taken up where it ended.
func (s *sizes) route(root *schema.Element, want func(*schema.Element, schema.Type) bool, wildcards bool) ([]step, bool) {
	if r := s.routes[wildcards]; r == nil || r.root != root {
		s.routes[wildcards] = s.routing(root, wildcards)
	}
	return s.routes[wildcards].route(want)
}

func (s *sizes) routing(root *schema.Element, wildcards bool) *routing {
	r := &routing{sizes: s, root: root, seen: map[pair]bool{}, arrived: map[*schema.Element]bool{}, entered: map[schema.Type]bool{}, wildcards: wildcards}
	r.arrive(nil, r.candidates(root), -1)
	return r
}

func (r *routing) route(want func(*schema.Element, schema.Type) bool) ([]step, bool) {
	for i := 0; i < len(r.queue); i++ {
		if at := r.queue[i]; want(at.element, at.typ) {
			return r.stepsTo(i), true
		}
		if i == r.left {
			r.leave()
		}
	}
	return nil, false
}

// leave goes on from the next arrival that the search has not gone on from.
func (r *routing) leave() {
	from := r.left
	r.left++
	t := r.queue[from].typ
	c := elementContent(t)
	if c == nil || r.entered[t] {
		return
	}
	r.entered[t] = true
	for _, leaf := range c.Leaves {
		r.leaf(leaf, from)
	}
}

// routing is a search for routes from a root, the nearest elements first.
type routing struct {
	*sizes
	root      *schema.Element
	queue     []arrival
	left      int           // how many of those the search has gone on from
	seen      map[pair]bool // what leads to nothing new, as all three
	arrived   map[*schema.Element]bool
	entered   map[schema.Type]bool
	wildcards bool

	named    func(*schema.Wildcard) (schema.Name, bool) // of an element that nobody declares; nil where there is to be none
	stranger *schema.Element                            // that element, once there is one
}

// arrival is a step that was reached.
type arrival struct {
	step
	from int // index of the step before, -1 at the root
}

func (r *routing) arrive(leaf *schema.Particle, candidates []candidate, from int) {
	for _, c := range candidates {
		if p := (pair{c.element, c.typ}); !r.seen[p] {
			r.seen[p] = true
			r.queue = append(r.queue, arrival{step{leaf, c}, from})
		}
	}
}

// leaf goes on where a particle is expected. A wildcard lets in an element for its own name, and none in its place.
func (r *routing) leaf(leaf *schema.Particle, from int) {
	switch term := leaf.Term.(type) {
	case *schema.Element:
		if !r.arrived[term] {
			r.arrived[term] = true
			r.arrive(leaf, r.candidates(term), from)
		}
	case *schema.Wildcard:
		r.letIn(leaf, term, from)
		if !r.wildcards || term.Process == content.Skip {
			return
		}
		for _, e := range r.admitted(term) {
			own := func(c candidate) bool { return c.element != e }
			r.arrive(leaf, slices.DeleteFunc(slices.Clone(r.candidates(e)), own), from)
		}
	}
}

// letIn arrives at an element that nobody declares, which ends the search.
func (r *routing) letIn(leaf *schema.Particle, w *schema.Wildcard, from int) {
	if r.named == nil || r.stranger != nil {
		return
	}
	if name, ok := r.named(w); ok {
		r.stranger = &schema.Element{Name: name, Type: schema.BuiltIn("string")}
		r.arrive(leaf, []candidate{{r.stranger, r.stranger.Type, 1}}, from)
	}
}

func (r *routing) stepsTo(i int) (steps []step) {
	for ; i >= 0; i = r.queue[i].from {
		steps = append(steps, r.queue[i].step)
	}
	slices.Reverse(steps)
	return steps
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
	group, ok := p.Term.(*schema.ModelGroup)
	return g.isNext(p) || ok && slices.ContainsFunc(group.Particles, g.leadsThrough)
}
