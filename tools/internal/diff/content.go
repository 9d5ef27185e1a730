// Content of complex types: of which kind it is, whether text may stand between elements, and the model.

package diff

import (
	"slices"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// modelPair is a pair of complex types with their merged content model; its tree is nil where one of them has no elements.
type modelPair struct {
	pair[*schema.ComplexType]
	tree *tree
}

// compareContent notes what changed in the content of two types.
func (c *comparer) compareContent(old, newer *schema.ComplexType, path string) {
	if inheritsContent(old) && inheritsContent(newer) && c.pairs.sameType(old.Base, newer.Base) {
		c.carryContent(old, newer)
		return
	}
	x, y := kindOf(old.Content), kindOf(newer.Content)
	if x != y {
		c.report("content-kind-changed", path, placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer)), "the content is "+y+"; it was "+x,
			ofComplex{c.withHeirs(old, newer, inheritsContent), withContent})
		return
	}
	switch content := newer.Content.(type) {
	case *schema.SimpleContent:
		c.compareSimpleContent(old, newer, old.Content.(*schema.SimpleContent), content, path)
	case *schema.ElementContent:
		c.compareMixed(old, newer, old.Content.(*schema.ElementContent).Mixed, content.Mixed, path)
		c.compareModels(old, newer, path)
	}
}

func kindOf(content schema.Content) string {
	switch content.(type) {
	case *schema.SimpleContent:
		return "text"
	case *schema.ElementContent:
		return "elements"
	}
	return "empty"
}

// withContent is a type with the content it has on the other side.
func withContent(p pair[*schema.ComplexType], at Side) *schema.ComplexType {
	t := *p.on(at)
	t.Content = p.on(at.other()).Content
	return &t
}

// inheritsContent reports whether a type has the very content of its base.
func inheritsContent(t *schema.ComplexType) bool {
	base, ok := t.Base.(*schema.ComplexType)
	return ok && !base.BuiltIn && t.Derivation == schema.Extension && t.Content == base.Content
}

// carryContent notes that a pair of types has the models of their bases.
func (c *comparer) carryContent(old, newer *schema.ComplexType) {
	if base := c.modelOf(old.Base, newer.Base); base != nil && base.tree != nil {
		c.models = append(c.models, &modelPair{pair[*schema.ComplexType]{old, newer}, base.tree})
		c.byType[old] = c.models[len(c.models)-1]
	}
}

func (c *comparer) compareSimpleContent(old, newer *schema.ComplexType, x, y *schema.SimpleContent, path string) {
	switch {
	case c.pairs.sameType(x.Type, y.Type):
	case x.Type.Name == (schema.Name{}) && y.Type.Name == (schema.Name{}):
		c.pairs.types.add(x.Type, y.Type)
		c.compareTypes(x.Type, y.Type)
	default:
		c.report("element-type-changed", path+"/value", placeOf(old, "text: "+typeWord(x.Type)), placeOf(newer, "text: "+typeWord(y.Type)),
			"the text is of "+typeWord(y.Type)+"; it was of "+typeWord(x.Type), ofComplex{c.withHeirs(old, newer, inheritsContent), withContent})
	}
}

func (c *comparer) compareMixed(old, newer *schema.ComplexType, was, is bool, path string) {
	if was == is {
		return
	}
	rule, message := "mixed-added", "text may stand between the elements; it could not"
	if was {
		rule, message = "mixed-removed", "text may not stand between the elements; it could"
	}
	c.report(rule, path, placeOf(old, typeWords(old)), placeOf(newer, typeWords(newer)), message, ofComplex{c.withHeirs(old, newer, inheritsContent), withMixed})
}

func withMixed(p pair[*schema.ComplexType], at Side) *schema.ComplexType {
	t := *p.on(at)
	content := *t.Content.(*schema.ElementContent)
	content.Mixed = !content.Mixed
	t.Content = &content
	return &t
}

// modelOf is the merged model of a pair of types, merged now if need be; nil where there is none.
func (c *comparer) modelOf(old, newer schema.Type) *modelPair {
	a, ok := old.(*schema.ComplexType)
	b, also := newer.(*schema.ComplexType)
	if !ok || !also || !c.pairs.types.has(old, newer) {
		return nil
	}
	c.compareTypes(a, b)
	return c.byType[a]
}

// compareModels merges the models of two types and notes the edits.
func (c *comparer) compareModels(old, newer *schema.ComplexType, path string) {
	p := &modelPair{pair: pair[*schema.ComplexType]{old, newer}}
	c.byType[old] = p
	c.models = append(c.models, p)
	p.tree = c.mergeTrees(path, func(brackets bool) (x, y *part) { return c.ownModel(old, newer, brackets) })
}

// ownModel gives the trees of two models; what both inherit from bases that belong together is one part, merged at the bases.
func (c *comparer) ownModel(old, newer *schema.ComplexType, brackets bool) (x, y *part) {
	a, b := old.Content.(*schema.ElementContent).Particle, newer.Content.(*schema.ElementContent).Particle
	o := opening{c.keeper(a, b), brackets}
	before, ok := extendedParticles(old)
	after, also := extendedParticles(newer)
	if ok && also {
		if base := c.modelOf(old.Base, newer.Base); base != nil && base.tree != nil {
			return o.baseAnd(base, before), o.baseAnd(base, after)
		}
	}
	return o.parts(a), o.parts(b)
}

// extendedParticles returns the particles of a sequence of the base's content and the type's own.
func extendedParticles(t *schema.ComplexType) ([]*schema.Particle, bool) {
	base, ok := t.Base.(*schema.ComplexType)
	if !ok || t.Derivation != schema.Extension || base.BuiltIn {
		return nil, false
	}
	inherited, ok := base.Content.(*schema.ElementContent)
	own, also := t.Content.(*schema.ElementContent)
	if !ok || !also {
		return nil, false
	}
	if own == inherited {
		return []*schema.Particle{inherited.Particle}, true
	}
	group, ok := own.Particle.Term.(*schema.ModelGroup)
	if !ok || len(group.Particles) == 0 || group.Particles[0] != inherited.Particle {
		return nil, false
	}
	return group.Particles, true
}

// baseAnd is a sequence of the base's content and what comes after it.
func (o opening) baseAnd(base *modelPair, particles []*schema.Particle) *part {
	whole := &part{particle: particles[0], min: 1, max: 1, base: base}
	sequence := whole.within(schema.Sequence)
	for _, p := range particles[1:] {
		own := o.parts(p)
		if own.brackets(schema.Sequence) {
			sequence.parts = append(sequence.parts, own.parts...)
			continue
		}
		sequence.parts = append(sequence.parts, own)
	}
	return sequence
}

// keeper says which named groups stay whole: those that both particles use.
func (c *comparer) keeper(old, newer *schema.Particle) func(*schema.GroupDefinition) bool {
	uses := sync.OnceValues(func() (before, after []*schema.GroupDefinition) { return groupsIn(old), groupsIn(newer) })
	return func(g *schema.GroupDefinition) bool {
		before, after := uses()
		if partner, ok := c.pairs.groups.toNew[g]; ok {
			return slices.Contains(before, g) && slices.Contains(after, partner)
		}
		partner, ok := c.pairs.groups.toOld[g]
		return ok && slices.Contains(before, partner) && slices.Contains(after, g)
	}
}

// groupsIn lists the named groups that a particle uses.
func groupsIn(p *schema.Particle) []*schema.GroupDefinition {
	group, ok := p.Term.(*schema.ModelGroup)
	if !ok {
		return nil
	}
	var all []*schema.GroupDefinition
	if group.Definition != nil {
		all = append(all, group.Definition)
	}
	for _, inner := range group.Particles {
		all = append(all, groupsIn(inner)...)
	}
	return all
}

// groupTree is the merged model of a named group, merged when first asked for.
func (c *comparer) groupTree(old, newer *schema.GroupDefinition) *tree {
	if t, ok := c.groups[old]; ok {
		return t
	}
	a, b := &schema.Particle{Origin: old.Origin, Min: 1, Max: 1, Term: old.Group}, &schema.Particle{Origin: newer.Origin, Min: 1, Max: 1, Term: newer.Group}
	inner := c.keeper(a, b)
	keepInner := func(g *schema.GroupDefinition) bool { return g != old && g != newer && inner(g) }
	c.groups[old] = c.mergeTrees("group/"+c.old.paths.Global(old.Name), func(brackets bool) (x, y *part) {
		o := opening{keepInner, brackets}
		return o.parts(a), o.parts(b)
	})
	return c.groups[old]
}

// mergeTrees merges two models and reports the edits: as one where all together make no difference.
func (c *comparer) mergeTrees(path string, parts func(brackets bool) (x, y *part)) *tree {
	x, y := parts(c.edits(path, parts, true) < c.edits(path, parts, false))
	t := c.merged(path, x, y, false)
	whole := func(rule, message string) {
		c.report(rule, path, placeOf(x.particle, x.words()), placeOf(y.particle, y.words()), message, contentOf{t, t.edits})
	}
	switch {
	case len(t.edits) > 0 && t.equivalent():
		whole("content-model-equivalent", "the content model is written otherwise and allows the same")
	case len(t.edits) > 0:
		for _, e := range t.edits {
			c.report(e.rule, e.path, e.old, e.new, e.message, contentOf{t, []*edit{e}})
		}
	case !slices.Equal(groupNames(x), groupNames(y)):
		whole("group-refactored", "named groups are used otherwise; the content model allows the same")
	case x.base == nil && y.base == nil && !includesBase(x) && !c.sameShape(x.particle, y.particle):
		whole("content-model-equivalent", "the content model is written otherwise and allows the same")
	}
	return t
}

// edits counts what it takes to get from one model to the other with groups that only bracket kept, or opened.
func (c *comparer) edits(path string, parts func(brackets bool) (x, y *part), brackets bool) int {
	x, y := parts(brackets)
	return len(c.merged(path, x, y, true).edits)
}

func (c *comparer) merged(path string, x, y *part, trial bool) *tree {
	m := &merger{c: c, tree: &tree{path: path}, roots: pair[*part]{x, y}, trial: trial}
	m.tree.root = m.merge(x, y)
	m.settle()
	return m.tree
}

func includesBase(p *part) bool { return len(p.parts) > 0 && p.parts[0].base != nil }

func groupNames(p *part) []schema.Name {
	var names []schema.Name
	for _, g := range groupsIn(p.particle) {
		names = append(names, g.Name)
	}
	return names
}

// sameShape reports whether two particles are written the same way. Named groups are written out, unless they were merged, and are not the same, by themselves.
func (c *comparer) sameShape(p, q *schema.Particle) bool {
	g, ok := p.Term.(*schema.ModelGroup)
	h, also := q.Term.(*schema.ModelGroup)
	switch {
	case !ok || !also:
		return ok == also
	case c.groups[g.Definition] != nil && c.pairs.groups.has(g.Definition, h.Definition):
		return true
	}
	return g.Compositor == h.Compositor && slices.EqualFunc(g.Particles, h.Particles, c.sameShape)
}

// mostPlaces bounds the comparison of a tree's two sides, which only spares changes that make no difference.
const mostPlaces = 20_000

// equivalent reports whether both sides of a tree allow the same names in the same order; false where that was not decided, or the
// wildcards differ in how strictly they check.
func (t *tree) equivalent() bool {
	if slices.ContainsFunc(t.edits, func(e *edit) bool {
		return e.rule == "any-process-contents-relaxed" || e.rule == "any-process-contents-tightened"
	}) {
		return false
	}
	nothing := func(*edit) bool { return false }
	a, err := schema.CompileContent(newBuilding(OldSide, nothing).tree(t), false)
	if err != nil {
		return false
	}
	b, err := schema.CompileContent(newBuilding(NewSide, nothing).tree(t), false)
	return err == nil && automaton.Equivalent(a.Model(), b.Model(), automaton.Options{MaxStates: mostPlaces}).Verdict == automaton.Yes
}
