// Guidance: how far from each place of the schema the next goal is that no document has met.

package sample

import (
	"math"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// unreachable is the distance where no open goal lies ahead.
const unreachable = math.MaxInt32

// unknown is a distance that nobody has looked for yet.
const unknown = -1

// guide knows distances, counted in levels of elements. Those of types are worked out before each document, those inside a type when they are asked for. While a
// document is drawn, distances only grow.
type guide struct {
	*drawing
	coverage *coverage
	reached  []schema.Type
	types    map[schema.Type]int
	shut     map[schema.Type]bool // types that have no open goal themselves, and never will again
	nearest  map[*schema.Element]*nearest
	ways     ways
	done     bool // no goal is open anywhere
}

func newGuide(d *drawing, c *coverage, reached []schema.Type) *guide {
	g := &guide{
		drawing: d, coverage: c, reached: reached, types: map[schema.Type]int{}, shut: map[schema.Type]bool{}, nearest: map[*schema.Element]*nearest{},
		ways: ways{in: map[*schema.Element][]schema.Type{}, of: map[schema.Type][]*schema.Element{}},
	}
	for _, t := range reached {
		if c := elementContent(t); c != nil {
			g.findWays(t, c.Particle, map[*schema.Element]bool{})
		}
	}
	return g
}

// nearest is which of the candidates for an element leads to an open goal soonest.
type nearest struct {
	candidates []candidate
	at         int // the one found last
	length     int // how far it is from there, or was
}

// ways lead backwards: from a type to the elements that can be of it, and from an element to the types that it stands in.
type ways struct {
	of map[schema.Type][]*schema.Element
	in map[*schema.Element][]schema.Type
}

// findWays notes the elements of a particle of type t that are not among those seen.
func (g *guide) findWays(t schema.Type, p *schema.Particle, seen map[*schema.Element]bool) {
	switch term := p.Term.(type) {
	case *schema.ModelGroup:
		for _, p := range term.Particles {
			g.findWays(t, p, seen)
		}
	case *schema.Element:
		if seen[term] {
			return
		}
		seen[term] = true
		if g.ways.in[term] == nil {
			for _, c := range g.candidatesFor(term).candidates {
				if c.showsContent() {
					g.ways.of[c.typ] = append(g.ways.of[c.typ], term)
				}
			}
		}
		g.ways.in[term] = append(g.ways.in[term], t)
	}
}

// showsContent reports whether what is inside the candidate can show anything: its text cannot where it is fixed.
func (c candidate) showsContent() bool {
	_, fixed := c.element.Constraint.(*schema.Fixed)
	return !fixed || elementContent(c.typ) != nil
}

// refresh works out the distances of types anew: those with open goals of their own come first, then what leads to them.
func (g *guide) refresh() {
	levels := g.ownGoals()
	clear(g.types)
	g.forget()
	for length, types := range levels {
		for _, t := range types {
			g.types[t] = length
		}
	}
	g.done = len(g.types) == 0
	met := map[*schema.Element]bool{}
	for length := 0; length < len(levels); length++ {
		for _, t := range levels[length] {
			if g.types[t] < length {
				continue
			}
			for _, e := range g.ways.of[t] {
				if met[e] {
					continue
				}
				met[e] = true
				for _, outer := range g.ways.in[e] {
					if g.typ(outer) <= length+1 {
						continue
					}
					if g.types[outer] = length + 1; len(levels) == length+1 {
						levels = append(levels, nil)
					}
					levels[length+1] = append(levels[length+1], outer)
				}
			}
		}
	}
}

// ownGoals returns the types that have open goals themselves, or in the text of their elements, by distance.
func (g *guide) ownGoals() (levels [][]schema.Type) {
	clear(g.types)
	g.forget()
	for _, t := range g.reached {
		if g.shut[t] {
			continue
		}
		length := g.within(t)
		if length == unreachable {
			g.shut[t] = len(g.coverage.spent) == 0
			continue
		}
		for len(levels) <= length {
			levels = append(levels, nil)
		}
		levels[length] = append(levels[length], t)
	}
	return levels
}

// forget makes the distances of elements unknown.
func (g *guide) forget() {
	for _, n := range g.nearest {
		n.length = unknown
	}
}

// look returns the distance from a type as it is now, and keeps it: what the document that is being drawn shows already, it need not show again.
func (g *guide) look(t schema.Type) int {
	length := g.within(t)
	if _, isSimple := t.(*schema.SimpleType); !isSimple {
		g.types[t] = length
	}
	return length
}

// typ is the distance from a type.
func (g *guide) typ(t schema.Type) int {
	if simple, ok := t.(*schema.SimpleType); ok {
		return g.simple(simple)
	}
	if length, ok := g.types[t]; ok {
		return length
	}
	return unreachable
}

// within looks at all that a type offers.
func (g *guide) within(t schema.Type) int {
	complexType, ok := t.(*schema.ComplexType)
	if !ok {
		return g.simple(t.(*schema.SimpleType))
	}
	nearest := unreachable
	for _, use := range complexType.AttributeUses {
		nearest = min(nearest, g.use(use))
	}
	if w := complexType.AnyAttribute; w != nil && g.optionalOpen(w) {
		return 0
	}
	switch c := complexType.Content.(type) {
	case *schema.SimpleContent:
		nearest = min(nearest, g.simple(c.Type))
	case *schema.ElementContent:
		if g.optionalOpen(c) {
			return 0
		}
		nearest = min(nearest, g.particle(c.Particle))
	}
	return nearest
}

func (g *guide) use(use *schema.AttributeUse) int {
	if g.optionalOpen(use) {
		return 0
	}
	if _, fixed := use.EffectiveConstraint().(*schema.Fixed); fixed {
		return unreachable
	}
	return g.simple(use.Declaration.Type)
}

func (g *guide) optionalOpen(place any) bool {
	return g.coverage.open(goal{OptionalParts, place, absent}) || g.coverage.open(goal{OptionalParts, place, present})
}

// simple is 0 where an edge of the type is still to be shown.
func (g *guide) simple(t *schema.SimpleType) int {
	o := g.texts.offer(t.Runtime)
	for i := range o.edges {
		if g.coverage.open(o.goal(i)) {
			return 0
		}
	}
	return unreachable
}

func (g *guide) particle(p *schema.Particle) int {
	if g.coverage.open(goal{Particles, p, 0}) {
		return 0
	}
	for _, count := range g.limits.counts(p) {
		if g.coverage.open(occurrence(p, count)) {
			return 0
		}
	}
	return g.term(p.Term)
}

func (g *guide) term(t schema.Term) int {
	switch t := t.(type) {
	case *schema.Element:
		return g.element(t)
	case *schema.ModelGroup:
		return g.group(t)
	default:
		return unreachable
	}
}

func (g *guide) group(group *schema.ModelGroup) int {
	nearest := unreachable
	for i, p := range group.Particles {
		if group.Compositor == schema.Choice && g.coverage.open(goal{Branches, group, i}) {
			return 0
		}
		nearest = min(nearest, g.particle(p))
	}
	return nearest
}

// element is the distance from where an element is expected. Distances only grow, so the candidate that was nearest still is unless its own has grown; then the next one
// that is as near takes its place.
func (g *guide) element(e *schema.Element) int {
	n := g.candidatesFor(e)
	for range n.candidates {
		if length := g.candidate(n.candidates[n.at]); length <= n.length {
			return length
		}
		n.at = (n.at + 1) % len(n.candidates)
	}
	n.length = unreachable
	for i, c := range n.candidates {
		if length := g.candidate(c); length < n.length {
			n.at, n.length = i, length
		}
	}
	return n.length
}

// candidateFor chooses among the candidates for an element the one from which an open goal is nearest, or else the one met least often.
func (g *guide) candidateFor(e *schema.Element) (chosen candidate, ok bool) {
	n := g.candidatesFor(e)
	switch {
	case len(n.candidates) == 0:
		return candidate{}, false
	case g.element(e) < unreachable:
		return n.candidates[n.at], true
	}
	goals := make([]goal, len(n.candidates))
	for i, c := range n.candidates {
		goals[i] = substitution(c)
	}
	return n.candidates[g.coverage.choose(goals)], true
}

// candidatesFor returns the candidates for an element.
func (g *guide) candidatesFor(e *schema.Element) *nearest {
	n := g.nearest[e]
	if n == nil {
		n = &nearest{candidates: g.sizes.candidates(e), length: unknown}
		g.nearest[e] = n
	}
	return n
}

// candidate is the distance from one of them.
func (g *guide) candidate(c candidate) int {
	if g.coverage.open(substitution(c)) || g.coverage.open(goal{OptionalParts, c.element, nilled}) || g.coverage.open(goal{OptionalParts, c.element, filled}) {
		return 0
	}
	if !c.showsContent() {
		return unreachable
	}
	if length := g.typ(c.typ); length < unreachable {
		return length + 1
	}
	return unreachable
}
