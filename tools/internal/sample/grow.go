// Growth: from an element declaration to a tree, taking at each choice what was taken least so far, and the shortest way out when the tree
// grows too large.

package sample

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// Bounds of a tree: beyond them growth takes the shortest way out.
const (
	maxNodes    = 400
	maxDepth    = 40
	maxRequired = 10_000 // occurrences that are drawn where the schema demands them
	maxRepeats  = 12     // an occurrence bound up to this is reached exactly
)

// grower grows one tree.
type grower struct {
	*Sampler
	nodes int
	depth int
	ids   []string
	refs  []func(ids []string) // fill in what refers to ids, at the end
	stuck string               // why the tree cannot be completed
}

// hurry reports whether the shortest way out is to be taken.
func (g *grower) hurry() bool { return g.nodes > maxNodes || g.depth > maxDepth }

// root grows a document with the element as its root.
func (g *grower) root(e *schema.Element) *node {
	tree := g.element(e)
	for _, fill := range g.refs {
		if len(g.ids) == 0 {
			g.fail("an IDREF has nothing to refer to")
			break
		}
		fill(g.ids)
	}
	return tree
}

func (g *grower) fail(format string, arguments ...any) {
	if g.stuck == "" {
		g.stuck = fmt.Sprintf(format, arguments...)
	}
}

// candidate is an element with a type it can have.
type candidate struct {
	element *schema.Element
	typ     schema.Type
}

func (g *grower) element(e *schema.Element) *node {
	g.nodes++
	g.depth++
	defer func() { g.depth-- }()
	chosen, ok := g.candidate(e)
	if !ok {
		g.fail("%s cannot be completed: it is abstract, or it needs itself", e.Name)
		return &node{name: e.Name}
	}
	n := &node{name: chosen.element.Name, declaration: chosen.element, typ: chosen.typ, derived: chosen.typ != chosen.element.Type}
	if chosen.element.Nillable && !g.hurry() && g.pick(goal{chosen.element, "nil", 0}, goal{chosen.element, "nil", 1}) == 1 {
		if _, fixed := chosen.element.Constraint.(*schema.Fixed); !fixed {
			n.nilled = true
		}
	}
	g.fill(n)
	return n
}

// candidate chooses among the element, its substitutes and their derived types.
func (g *grower) candidate(e *schema.Element) (candidate, bool) {
	var candidates []candidate
	var goals []goal
	least := endless
	for _, element := range append([]*schema.Element{e}, e.Substitutes...) {
		for _, t := range g.heights.usable(element) {
			if height := g.heights.types[t]; height < endless {
				candidates = append(candidates, candidate{element, t})
				goals = append(goals, goal{element, "type " + t.TypeName().String(), 0})
				least = min(least, height)
			}
		}
	}
	if len(candidates) == 0 {
		return candidate{}, false
	}
	if g.hurry() {
		for _, c := range candidates {
			if g.heights.types[c.typ] == least {
				return c, true
			}
		}
	}
	return candidates[g.pick(goals...)], true
}

// pick chooses the goal met least often and records it.
func (g *grower) pick(goals ...goal) int {
	chosen := g.coverage.choose(goals)
	g.coverage.take(goals[chosen])
	return chosen
}

// fill gives a node its attributes and content by its type.
func (g *grower) fill(n *node) {
	switch t := n.typ.(type) {
	case *schema.SimpleType:
		if !n.nilled {
			g.simple(n, t)
		}
	case *schema.ComplexType:
		g.attributes(n, t)
		if n.nilled {
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

// simple gives a node text of a simple type; a reference to an ID is filled in when all IDs are there.
func (g *grower) simple(n *node, t *schema.SimpleType) {
	if refersToID(t.Runtime) {
		g.refs = append(g.refs, func(ids []string) { n.content = []item{text{ids[g.random.IntN(len(ids))], t.Runtime}} })
		return
	}
	n.content = []item{text{g.value(t, n.declaration.Constraint), t.Runtime}}
}

func (g *grower) elements(n *node, c *schema.ElementContent) {
	if fixed, is := n.declaration.Constraint.(*schema.Fixed); is && c.Mixed {
		n.content = []item{text{data: fixed.Text}}
		return
	}
	g.particle(n, c.Particle)
	if c.Mixed && !g.hurry() && g.pick(goal{c, "text", 0}, goal{c, "text", 1}) == 1 {
		n.content = append([]item{text{data: "some text "}}, n.content...)
	}
}

// particle grows occurrences of a particle.
func (g *grower) particle(n *node, p *schema.Particle) {
	if p.Min > maxRequired {
		g.fail("the particle at %s wants at least %d occurrences: more than is drawn", p.Position, p.Min)
		return
	}
	for range g.occurrences(p) {
		if g.stuck != "" {
			return
		}
		g.term(n, p.Term)
	}
}

// occurrences chooses how often: each bound, one less and one more than the least, where that is within reason.
func (g *grower) occurrences(p *schema.Particle) int {
	if p.Max == p.Min || g.hurry() || g.heights.term(p.Term) >= endless {
		return p.Min
	}
	var goals []goal
	var counts []int
	for _, count := range []int{p.Min, p.Min + 1, p.Min + 2, p.Max} {
		last := len(counts) - 1
		if (p.Max != schema.Unbounded && count > p.Max) || count < p.Min || count > p.Min+maxRepeats || (last >= 0 && counts[last] == count) {
			continue
		}
		counts = append(counts, count)
		goals = append(goals, goal{p, "times", count})
	}
	return counts[g.pick(goals...)]
}

func (g *grower) term(n *node, t schema.Term) {
	switch t := t.(type) {
	case *schema.Element:
		n.content = append(n.content, g.element(t))
	case *schema.Wildcard:
		g.wildcard(n, t)
	case *schema.ModelGroup:
		g.group(n, t)
	}
}

func (g *grower) group(n *node, group *schema.ModelGroup) {
	switch group.Compositor {
	case schema.Choice:
		g.choice(n, group)
	case schema.All:
		for _, i := range g.random.Perm(len(group.Particles)) {
			g.particle(n, group.Particles[i])
		}
	default:
		for _, p := range group.Particles {
			g.particle(n, p)
		}
	}
}

func (g *grower) choice(n *node, group *schema.ModelGroup) {
	var branches []*schema.Particle
	var goals []goal
	least := endless
	for i, p := range group.Particles {
		if height := g.heights.particle(p); height < endless {
			branches = append(branches, p)
			goals = append(goals, goal{group, "branch", i})
			least = min(least, height)
		}
	}
	if len(branches) == 0 {
		if len(group.Particles) > 0 {
			g.fail("no branch of the choice at %s can be completed", group.Position)
		} else {
			g.fail("the choice at %s has no branch", group.Position)
		}
		return
	}
	if g.hurry() {
		for _, p := range branches {
			if g.heights.particle(p) == least {
				g.particle(n, p)
				return
			}
		}
	}
	g.particle(n, branches[g.pick(goals...)])
}

// wildcard grows an element the wildcard allows: a declared one where it is strict, else one nobody declared.
func (g *grower) wildcard(n *node, w *schema.Wildcard) {
	g.nodes++
	if w.Process != content.Strict {
		if name, ok := g.strangerName(w); ok {
			n.content = append(n.content, &node{name: name, content: []item{text{data: "any"}}})
			return
		}
	}
	for _, e := range g.set.Elements {
		if w.Namespaces.Allows(e.Name.Space) && g.heights.element(e) < endless && !e.Abstract {
			n.content = append(n.content, g.element(e))
			return
		}
	}
	g.fail("no declared element may stand for the wildcard at %s", w.Position)
}

// strangerName is a name that the wildcard allows and the schema does not declare.
func (g *grower) strangerName(w *schema.Wildcard) (schema.Name, bool) {
	for _, space := range append([]string{"urn:example:other", ""}, w.Namespaces.Names...) {
		name := schema.Name{Space: space, Local: "stranger"}
		if w.Namespaces.Allows(space) && g.set.Element(name) == nil {
			return name, true
		}
	}
	return schema.Name{}, false
}

func (g *grower) attributes(n *node, t *schema.ComplexType) {
	for _, use := range t.AttributeUses {
		if !use.Required && (g.hurry() || g.pick(goal{use, "absent", 0}, goal{use, "present", 1}) == 0) {
			continue
		}
		at := len(n.attributes)
		n.attributes = append(n.attributes, attribute{name: use.Declaration.Name, use: use})
		n.attributes[at].value = g.attributeValue(n, at, use)
	}
	if t.AnyAttribute != nil && !g.hurry() && g.pick(goal{t, "any attribute", 0}, goal{t, "any attribute", 1}) == 1 {
		if name, ok := g.strangerName(t.AnyAttribute); ok && t.AnyAttribute.Process != content.Strict && g.set.Attribute(name) == nil {
			n.attributes = append(n.attributes, attribute{name: name, value: "any"})
		}
	}
}

func (g *grower) attributeValue(n *node, at int, use *schema.AttributeUse) string {
	if refersToID(use.Declaration.Type.Runtime) {
		g.refs = append(g.refs, func(ids []string) { n.attributes[at].value = ids[g.random.IntN(len(ids))] })
		return ""
	}
	return g.value(use.Declaration.Type, use.EffectiveConstraint())
}

// value is a text of a simple type: the fixed one, a fresh ID, a boundary not met before, or a random one.
func (g *grower) value(t *schema.SimpleType, constraint schema.ValueConstraint) string {
	if fixed, is := constraint.(*schema.Fixed); is {
		return fixed.Text
	}
	if isID(t.Runtime) {
		id := fmt.Sprintf("id%d", len(g.ids)+1)
		g.ids = append(g.ids, id)
		return id
	}
	boundaries := g.texts.boundaries(t.Runtime)
	var goals []goal
	for i := range boundaries {
		goals = append(goals, goal{t.Runtime, "value", i})
	}
	if len(goals) > 0 && !g.distinct {
		if chosen := g.coverage.choose(goals); g.coverage.taken[goals[chosen]] == 0 || g.random.IntN(2) == 0 {
			g.coverage.take(goals[chosen])
			return boundaries[chosen]
		}
	}
	drawn, ok := g.texts.draw(t.Runtime)
	if !ok {
		g.fail("no text of %s could be found", t.Runtime)
	}
	return drawn
}

func isID(t *xsd.SimpleType) bool { return ancestor(t) == "ID" }

func refersToID(t *xsd.SimpleType) bool {
	name := ancestor(t)
	return name == "IDREF" || name == "IDREFS"
}

func ancestor(t *xsd.SimpleType) string {
	if builtIn := t.BuiltInAncestor(); builtIn != nil {
		return builtIn.Name().Local
	}
	return ""
}
