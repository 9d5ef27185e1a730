// This file grows the tree of an example.

package example

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// grower grows one tree.
type grower struct {
	*Maker
	room   int // for elements that need not be there
	made   int
	open   map[schema.Type]bool
	depth  int
	failed bool // whether something could not be made
}

// deepest is where a tree that needs itself is given up, and most how many elements one has that is small.
const (
	deepest = 40
	most    = 150
)

// element makes an element, or one that may stand for it where it is abstract.
func (g *grower) element(e *schema.Element) *sample.Node {
	if e.Abstract {
		if len(e.Substitutes) == 0 {
			g.failed = true
			return &sample.Node{Name: e.Name}
		}
		e = e.Substitutes[0]
	}
	n := &sample.Node{Name: e.Name, Declaration: e, Type: g.concrete(e.Type)}
	if g.made++; g.depth > deepest || g.made > most || n.Type == nil {
		g.failed = true
		return n
	}
	g.room--
	g.depth++
	defer func() { g.depth-- }()
	switch t := n.Type.(type) {
	case *schema.SimpleType:
		g.text(n, t, e.Constraint)
	case *schema.ComplexType:
		g.complexType(n, t, e)
	}
	return n
}

// concrete is a type, or the first of its heirs that is not abstract.
func (g *grower) concrete(t schema.Type) schema.Type {
	c, ok := t.(*schema.ComplexType)
	if !ok || !c.Abstract {
		return t
	}
	for _, heir := range g.heirs[t] {
		if found := g.concrete(heir); found != nil {
			return found
		}
	}
	return nil
}

func (g *grower) complexType(n *sample.Node, t *schema.ComplexType, e *schema.Element) {
	if t.BuiltIn {
		return
	}
	again := g.open[t]
	g.open[t] = true
	defer func() { g.open[t] = again }()
	_, simple := t.Content.(*schema.SimpleContent)
	for _, use := range t.AttributeUses { // a text's optional ones would hide it
		if use.Required || (g.room > 0 && !again && !simple && wanted(use)) {
			g.attribute(n, use)
		}
	}
	switch c := t.Content.(type) {
	case *schema.SimpleContent:
		g.text(n, c.Type, e.Constraint)
	case *schema.ElementContent:
		if c.Mixed {
			n.Content = append(n.Content, sample.Text{Value: sample.Value{Text: "text"}})
		}
		g.particle(n, c.Particle)
	}
}

// wanted leaves out attributes that say little about a document: IDs and those of other vocabularies.
func wanted(use *schema.AttributeUse) bool {
	return use.Declaration.Name.Space == "" && !isIdentifier(use.Declaration.Type)
}

func isIdentifier(t *schema.SimpleType) bool {
	local := t.Runtime.BuiltInAncestor().Name().Local
	return slices.Contains([]string{"ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NOTATION"}, local)
}

func (g *grower) attribute(n *sample.Node, use *schema.AttributeUse) {
	text, ok := fixed(use.EffectiveConstraint())
	if !ok {
		text = g.value(use.Declaration.Type)
	}
	n.Attributes = append(n.Attributes, sample.Attribute{Name: use.Declaration.Name, Value: sample.Value{Text: text}, Use: use})
}

func (g *grower) text(n *sample.Node, t *schema.SimpleType, c schema.ValueConstraint) {
	text, ok := fixed(c)
	if !ok {
		text = g.value(t)
	}
	n.Content = append(n.Content, sample.Text{Value: sample.Value{Text: text}, Type: t})
}

func fixed(c schema.ValueConstraint) (string, bool) {
	if f, ok := c.(*schema.Fixed); ok {
		return f.Text, true
	}
	return "", false
}

// particle adds what a particle takes: what is required, and what is optional while there is room and no type is in itself.
func (g *grower) particle(n *sample.Node, p *schema.Particle) {
	if p.Min > 0 {
		g.repeat(n, p.Term, p.Min)
		return
	}
	if p.Max == 0 || g.room <= 0 || !g.fits(p.Term) {
		return
	}
	content, made, failed := len(n.Content), g.made, g.failed
	g.repeat(n, p.Term, 1)
	if g.failed && !failed { // what need not be there is left out
		n.Content, g.made, g.failed = n.Content[:content], made, false
	}
}

func (g *grower) repeat(n *sample.Node, t schema.Term, count int) {
	for range count {
		if g.failed {
			return
		}
		switch term := t.(type) {
		case *schema.Element:
			n.Content = append(n.Content, g.element(term))
		case *schema.ModelGroup:
			g.group(n, term)
		case *schema.Wildcard:
			g.failed = true
		}
	}
}

// fits reports whether an optional term may be there: no wildcard, nothing that is being made already.
func (g *grower) fits(t schema.Term) bool {
	switch t := t.(type) {
	case *schema.Element:
		c := g.concrete(t.Type)
		return c != nil && !g.open[c] && (!t.Abstract || len(t.Substitutes) > 0)
	case *schema.Wildcard:
		return false
	}
	return true
}

// group adds the particles of a group, of a choice the first that leads to an end.
func (g *grower) group(n *sample.Node, group *schema.ModelGroup) {
	if group.Compositor != schema.Choice {
		for _, p := range group.Particles {
			g.particle(n, p)
		}
		return
	}
	var possible []*schema.Particle
	for _, p := range group.Particles {
		if p.Max > 0 || p.Max == schema.Unbounded {
			possible = append(possible, p)
		}
	}
	if len(possible) == 0 {
		return
	}
	chosen := possible[0]
	for _, p := range possible {
		if g.fits(p.Term) {
			chosen = p
			break
		}
	}
	before := len(n.Content)
	g.particle(n, chosen)
	if len(n.Content) == before && chosen.Min == 0 && chosen.Max != 0 && g.fits(chosen.Term) {
		once := *chosen
		once.Min = 1
		g.particle(n, &once)
	}
}
