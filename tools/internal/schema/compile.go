// Content models to automata.

package schema

import (
	"fmt"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// compileContent compiles the content model of t; false, with the problem noted, where that cannot be done.
func (b *builder) compileContent(t *ComplexType, c *ElementContent) bool {
	n := b.leafCount(c.Particle)
	b.totalLeaves += n
	switch {
	case n > maxLeaves:
		b.problems.Addf(t.Position, "", "the content model of %s has more than %d elements once all groups are written out; simplify the groups", typeWords(t), maxLeaves)
	case b.totalLeaves > maxTotalLeaves && b.totalLeaves-n <= maxTotalLeaves: // told once: all that follow exceed it too
		b.problems.Addf(t.Position, "", "the content models up to %s have more than %d elements once all groups are written out; simplify the groups", typeWords(t), maxTotalLeaves)
	case b.totalLeaves > maxTotalLeaves:
	default:
		return b.compileModel(t, c)
	}
	b.markBroken(t)
	return false
}

func (b *builder) compileModel(t *ComplexType, c *ElementContent) bool {
	m := modelMaker{builder: b}
	root := m.node(c.Particle)
	model, err := content.Compile(root, m.leaves)
	if err != nil {
		b.problems.Addf(t.Position, "", "the content model of %s: %s", typeWords(t), err)
		b.markBroken(t)
		return false
	}
	c.compiled, c.Leaves = &compiled{model: model}, m.particles
	return true
}

// compiled is the automaton of a content model. That of a type which others extend is made when it is first asked for: the schema was checked by
// those of the extensions.
type compiled struct {
	once     sync.Once
	particle *Particle
	model    *content.Model
}

// Model returns the automaton of the content. Its leaves are in order of appearance.
func (c *ElementContent) Model() *content.Model {
	c.compiled.once.Do(c.compiled.compile)
	return c.compiled.model
}

// compile makes the automaton unless it is there. It does not fail, since one that begins with it was made before.
func (c *compiled) compile() {
	if c.model != nil {
		return
	}
	m := modelMaker{builder: newBuilder(nil)}
	root := m.node(c.particle)
	model, err := content.Compile(root, m.leaves)
	if err != nil {
		model = new(content.Model) // of no content
	}
	c.model = model
}

// Uncompiled is the same content without its automaton, which is made again if it is asked for. It is for those who keep much content of which little is asked.
func (c *ElementContent) Uncompiled() *ElementContent {
	return &ElementContent{Mixed: c.Mixed, Particle: c.Particle, compiled: &compiled{particle: c.Particle}, Leaves: c.Leaves}
}

// modelMaker turns particles into plain data.
type modelMaker struct {
	*builder
	leaves    []content.Leaf
	particles []*Particle
}

func (m *modelMaker) node(p *Particle) content.Node {
	n := content.Node{Min: p.Min, Max: p.Max}
	switch term := p.Term.(type) {
	case *Element:
		m.leaf(&n, p, content.Leaf{Element: term.Name, Substitutes: m.substituteNames(term)})
	case *Wildcard:
		m.leaf(&n, p, content.Leaf{Any: &content.Wildcard{Namespaces: term.Namespaces, Process: term.Process}})
	case *ModelGroup:
		n.Op = operators[term.Compositor]
		n.Children = make([]content.Node, len(term.Particles))
		for i, child := range term.Particles {
			n.Children[i] = m.node(child)
		}
	}
	return n
}

func (m *modelMaker) leaf(n *content.Node, p *Particle, leaf content.Leaf) {
	n.Op, n.Leaf = content.LeafOp, len(m.leaves)
	m.leaves = append(m.leaves, leaf)
	m.particles = append(m.particles, p)
}

var operators = [...]content.Op{Sequence: content.SequenceOp, Choice: content.ChoiceOp, All: content.AllOp}

// substituteNames returns the names of those who may stand for e, one list for all particles of e.
func (b *builder) substituteNames(e *Element) []Name {
	if len(e.Substitutes) == 0 {
		return nil
	}
	if names, ok := b.substitutes[e]; ok {
		return names
	}
	names := make([]Name, len(e.Substitutes))
	for i, s := range e.Substitutes {
		names[i] = s.Name
	}
	b.substitutes[e] = names
	return names
}

// CompileContent makes content of a particle that was put together of parts of a schema that has been built. The error is that of
// [content.Compile]; whether the model is ambiguous is for the caller to ask.
func CompileContent(p *Particle, mixed bool) (*ElementContent, error) {
	m := modelMaker{builder: newBuilder(nil)}
	if n := m.leafCount(p); n > maxLeaves {
		return nil, fmt.Errorf("the content model has more than %d elements", maxLeaves)
	}
	root := m.node(p)
	model, err := content.Compile(root, m.leaves)
	if err != nil {
		return nil, err
	}
	return &ElementContent{Mixed: mixed, Particle: p, compiled: &compiled{model: model}, Leaves: m.particles}, nil
}
