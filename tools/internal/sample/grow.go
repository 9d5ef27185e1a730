// Growth: from an element declaration to a tree. At each place growth goes where something is still to be shown; elsewhere, and when the tree
// grows too large, it takes the shortest way out.

package sample

import (
	"fmt"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// Limits bound a document. Growth that is not required ends at Large elements or Deep levels; a document that must be larger than Elements is
// not drawn.
type Limits struct {
	Elements int // the most elements a document may need
	Large    int // elements from which on only what is required is drawn
	Deep     int // levels from which on only what is required is drawn
	Repeats  int // an occurrence bound up to this many above the least is reached exactly
}

// DefaultLimits are those of [New].
func DefaultLimits() Limits { return Limits{Elements: 20_000, Large: 300, Deep: 40, Repeats: 12} }

// drawing is what drawing needs to know of a schema.
type drawing struct {
	set    *schema.Set
	texts  *texts
	sizes  *sizes
	limits Limits
}

// grower grows one tree.
type grower struct {
	*drawing
	coverage *coverage // nil for the smallest tree
	guide    *guide
	whole    bool // everything optional is there
	nodes    int
	depth    int
	near     int    // how far the nearest open goal is from the element that is growing
	route    []step // the way to an element that the tree must have
	at       *Node  // that element
	stuck    string // why the tree cannot be completed
}

// hurry reports whether to take the shortest way out.
func (g *grower) hurry() bool {
	return g.coverage == nil || g.nodes > g.limits.Large || g.depth > g.limits.Deep
}

func (g *grower) fail(format string, arguments ...any) {
	if g.stuck == "" {
		g.stuck = fmt.Sprintf(format, arguments...)
	}
}

// element grows an element where the declaration is expected: itself or a substitute.
func (g *grower) element(e *schema.Element) *Node {
	chosen, ok := g.candidate(e)
	if !ok {
		g.fail("%s", g.sizes.why(e))
		return &Node{Name: e.Name}
	}
	return g.typed(chosen.element, chosen.typ)
}

// candidate chooses among the element, its substitutes and their derived types; ok is false where there are none.
func (g *grower) candidate(e *schema.Element) (chosen candidate, ok bool) {
	if g.hurry() {
		return g.sizes.smallestCandidate(e)
	}
	chosen, ok = g.guide.candidateFor(e)
	if ok {
		g.coverage.take(substitution(chosen))
	}
	return chosen, ok
}

// substitution is the goal of a candidate.
func substitution(c candidate) goal {
	return goal{Substitutions, pair{c.element, c.typ}, 0}
}

// pair is an element with a type it has by xsi:type or its declaration.
type pair struct {
	element *schema.Element
	typ     schema.Type
}

// least is the index of the least.
func least[T any](of []T, size func(T) int) int {
	best := 0
	for i := range of {
		if size(of[i]) < size(of[best]) {
			best = i
		}
	}
	return best
}

// typed grows an element of a type.
func (g *grower) typed(e *schema.Element, t schema.Type) *Node {
	g.nodes++
	g.depth++
	defer func() { g.depth-- }()
	if g.nodes > g.limits.Elements {
		g.fail("the document needs more than %d elements", g.limits.Elements)
		return &Node{Name: e.Name}
	}
	if !g.hurry() {
		above := g.near
		g.near = g.guide.look(t)
		defer func() {
			g.near = above
			g.guide.look(t)
		}()
	}
	n := &Node{Name: e.Name, Declaration: e, Type: t}
	if g.sizes.mustBeNil(e, t) || nillable(e) && !g.hurry() && g.yes(goal{OptionalParts, e, nilled}, goal{OptionalParts, e, filled}, g.guide.typ(t)) {
		n.Nil = true
	}
	g.fill(n)
	return n
}

// The numbers of an element's goals.
const (
	nilled = iota
	filled
)

// nillable reports whether the element can be nil: with a fixed value it cannot (section 3.3.4, clause 3.2.2).
func nillable(e *schema.Element) bool {
	_, fixed := e.Constraint.(*schema.Fixed)
	return e.Nillable && !fixed
}

// fill gives a node its attributes and content by its type.
func (g *grower) fill(n *Node) {
	switch t := n.Type.(type) {
	case *schema.SimpleType:
		if !n.Nil {
			g.simple(n, t)
		}
	case *schema.ComplexType:
		g.attributes(n, t)
		if n.Nil {
			return
		}
		switch c := t.Content.(type) {
		case *schema.SimpleContent:
			g.simple(n, c.Type)
		case *schema.ElementContent:
			g.elements(n, c)
		}
	}
}

// simple gives a node text of a simple type.
func (g *grower) simple(n *Node, t *schema.SimpleType) {
	n.Content = []Item{Text{g.value(t, n.Declaration.Constraint), t}}
}

func (g *grower) elements(n *Node, c *schema.ElementContent) {
	if fixed, ok := n.Declaration.Constraint.(*schema.Fixed); ok && c.Mixed {
		n.Content = []Item{Text{Value: Value{Text: fixed.Text}}}
		return
	}
	g.particle(n, c.Particle)
	if c.Mixed && !g.hurry() && g.yes(goal{OptionalParts, c, present}, goal{OptionalParts, c, absent}, unreachable) {
		n.Content = append([]Item{Text{Value: Value{Text: "some text "}}}, n.Content...)
	}
}

// The numbers of the goals of an optional part.
const (
	absent = iota
	present
)

// particle grows occurrences of a particle.
func (g *grower) particle(n *Node, p *schema.Particle) {
	count, more := g.occurrences(p)
	if g.leadsThrough(p) {
		count = max(count, 1)
	}
	for i := 0; g.stuck == "" && (i < count || more && g.isWorthRepeating(p, i)); i++ {
		if g.isNext(p) {
			n.Content = append(n.Content, g.next())
			continue
		}
		if g.coverage != nil {
			g.coverage.take(goal{Particles, p, 0})
		}
		g.term(n, p.Term)
	}
}

// isWorthRepeating reports whether another occurrence of a particle may show what is still open, as near as anything is: a document then shows many branches of
// a choice that repeats, and not one.
func (g *grower) isWorthRepeating(p *schema.Particle, occurrences int) bool {
	if g.hurry() || p.Max != schema.Unbounded && occurrences >= p.Max {
		return false
	}
	return g.guide.term(p.Term) <= g.near
}

// occurrences chooses how often the particle occurs. It may occur more often than that where the number itself shows nothing.
func (g *grower) occurrences(p *schema.Particle) (count int, more bool) {
	if g.sizes.term(p.Term) >= endless {
		if p.Min > 0 {
			g.fail("%s", g.sizes.whyTerm(p.Term))
		} else if g.coverage != nil {
			g.coverage.take(occurrence(p, 0))
		}
		return 0, false
	}
	counts := g.limits.counts(p)
	if g.hurry() || len(counts) == 1 {
		return counts[0], false
	}
	count, more = g.chosenCount(p, counts)
	g.coverage.take(occurrence(p, count))
	return count, more
}

// chosenCount is one that is still to be shown, or one where the way to the nearest open goal leads inside, or else the least; once nothing is
// open any more, the one met least often. Where it is the way that counts, more may show more.
func (g *grower) chosenCount(p *schema.Particle, counts []int) (count int, more bool) {
	way := g.guide.term(p.Term)
	inside := g.whole || way < unreachable && way <= g.near
	for i := len(counts) - 1; i >= 0; i-- {
		if g.coverage.open(occurrence(p, counts[i])) && (counts[i] > 0 || !inside) {
			return counts[i], false
		}
	}
	if inside {
		return max(counts[0], 1), !g.whole
	}
	if !g.guide.done {
		return counts[0], false
	}
	goals := make([]goal, len(counts))
	for i, count := range counts {
		goals[i] = occurrence(p, count)
	}
	return counts[g.coverage.choose(goals)], false
}

// occurrence is the goal of a particle occurring so often.
func occurrence(p *schema.Particle, count int) goal {
	if p.Min == 0 && count < 2 {
		return goal{OptionalParts, p, count}
	}
	return goal{Occurrences, p, count}
}

// counts are the numbers of occurrences worth drawing, the least first: each bound, one and two more than the least.
func (l Limits) counts(p *schema.Particle) []int {
	var counts []int
	for _, count := range []int{p.Min, p.Min + 1, p.Min + 2, p.Max} {
		within := (p.Max == schema.Unbounded || count <= p.Max) && count >= p.Min && count <= p.Min+l.Repeats
		if within && !slices.Contains(counts, count) {
			counts = append(counts, count)
		}
	}
	return counts
}

func (g *grower) term(n *Node, t schema.Term) {
	switch t := t.(type) {
	case *schema.Element:
		n.Content = append(n.Content, g.aside(t))
	case *schema.Wildcard:
		g.wildcard(n, t)
	case *schema.ModelGroup:
		g.group(n, t)
	}
}

func (g *grower) group(n *Node, group *schema.ModelGroup) {
	switch {
	case group.Compositor == schema.Choice:
		g.choice(n, group)
	case group.Compositor == schema.All && g.coverage != nil:
		for _, i := range g.coverage.random.Perm(len(group.Particles)) {
			g.particle(n, group.Particles[i])
		}
	default:
		for _, p := range group.Particles {
			g.particle(n, p)
		}
	}
}

func (g *grower) choice(n *Node, group *schema.ModelGroup) {
	var branches []*schema.Particle
	var goals []goal
	for i, p := range group.Particles {
		if g.sizes.particle(p) < endless {
			branches = append(branches, p)
			goals = append(goals, goal{Branches, group, i})
		}
	}
	if len(branches) == 0 {
		g.fail("%s", g.sizes.whyTerm(group))
		return
	}
	if at := slices.IndexFunc(branches, g.leadsThrough); at >= 0 {
		g.particle(n, branches[at])
		return
	}
	if g.hurry() {
		g.particle(n, branches[least(branches, g.sizes.particle)])
		return
	}
	g.particle(n, branches[g.pick(goals, func(i int) int { return g.guide.particle(branches[i]) })])
}

// pick chooses a goal that is open, or else where the way to an open goal is shortest, or else what was met least often.
func (g *grower) pick(goals []goal, way func(int) int) int {
	nearest, chosen := unreachable, -1
	for i := range goals {
		if g.coverage.open(goals[i]) {
			chosen = i
			break
		}
		if length := way(i); length < nearest {
			nearest, chosen = length, i
		}
	}
	if chosen < 0 {
		chosen = g.coverage.choose(goals)
	}
	g.coverage.take(goals[chosen])
	return chosen
}

// yes chooses between a goal and its opposite, behind which an open goal may lie.
func (g *grower) yes(wanted, opposite goal, way int) bool {
	if g.whole {
		return false
	}
	return g.pick([]goal{opposite, wanted}, func(i int) int {
		if i == 0 {
			return way
		}
		return unreachable
	}) == 1
}

// wildcard grows an element the wildcard allows: a declared one where it is strict, else one that nobody declared. Where a strict one finds
// none declared, xsi:type is declaration enough (Part 1, section 3.10.1).
func (g *grower) wildcard(n *Node, w *schema.Wildcard) {
	elements := g.sizes.admitted(w)
	nearest := least(elements, g.sizes.element)
	size := endless
	if len(elements) > 0 {
		size = g.sizes.element(elements[nearest])
	}
	name, undeclared := g.sizes.stranger(w)
	switch {
	case size < endless && !undeclared, w.Process == content.Strict && size < endless && (size == 1 || !g.hurry()):
		n.Content = append(n.Content, g.aside(elements[nearest]))
	case undeclared:
		g.nodes++
		child := &Node{Name: name, Content: []Item{Text{Value: Value{Text: "any"}}}}
		if w.Process == content.Strict {
			child.Type = schema.BuiltInType("string")
		}
		n.Content = append(n.Content, child)
	default:
		g.fail("%s", g.sizes.whyTerm(w))
	}
}
