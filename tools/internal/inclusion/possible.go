// What can be in a valid document at all. Types that no finite document completes and values that no text has make no difference between
// schemas. Where it is not certain that there is none, there may be one.

package inclusion

import (
	"slices"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// possibilities are what documents of a schema can have.
type possibilities struct {
	set       *schema.Set
	isRoot    func(*schema.Element) bool // nil for all global elements
	aside     bool                       // what is let in by wildcards and declared does not count
	smallest  func() *sample.Smallest
	subtypes  map[schema.Type][]schema.Type // global types derived from the key, which is not xs:anyType
	builtIn   []schema.Type
	completed map[schema.Type]bool
	texts     map[*xsd.SimpleType]bool
	reached   func() *reach
	refers    func() bool // whether documents can have references to IDs
}

func newPossibilities(set *schema.Set, opts Options) *possibilities {
	p := &possibilities{
		set: set, isRoot: opts.Root, aside: opts.Root != nil && opts.Assume, smallest: sync.OnceValue(func() *sample.Smallest { return sample.NewSmallest(set) }), subtypes: map[schema.Type][]schema.Type{},
		completed: map[schema.Type]bool{}, texts: map[*xsd.SimpleType]bool{},
	}
	for _, t := range set.Types {
		for base := t.BaseType(); base != nil && base != schema.Type(schema.AnyType()); base = base.BaseType() {
			p.subtypes[base] = append(p.subtypes[base], t)
		}
	}
	for _, t := range simple.BuiltIns() {
		if known := schema.BuiltIn(t.Name().Local); known != nil {
			p.builtIn = append(p.builtIn, known)
		}
	}
	p.complete()
	p.reached = sync.OnceValue(p.reach)
	p.refers = sync.OnceValue(p.findReferences)
	return p
}

// roots are the global elements that documents may begin with, the abstract ones among them.
func (p *possibilities) roots() []*schema.Element {
	return slices.DeleteFunc(slices.Clone(p.set.Elements), func(e *schema.Element) bool { return p.isRoot != nil && !p.isRoot(e) })
}

// around is the smallest document with the root that has an element which want takes, and that element.
func (p *possibilities) around(root *schema.Element, want func(*schema.Element, schema.Type) bool) (tree, at *sample.Node, err error) {
	tree, at, err = p.smallest().Around(root, want)
	if err != nil && p.isRoot != nil && !p.aside {
		return p.smallest().AroundThroughWildcards(root, want)
	}
	return tree, at, err
}

// complete finds the types that finite documents complete, as a least fixed point.
func (p *possibilities) complete() {
	var open []*schema.ComplexType
	seen := map[*schema.ComplexType]bool{}
	visit := func(t schema.Type) {
		if c, ok := t.(*schema.ComplexType); ok && !seen[c] {
			seen[c] = true
			open = append(open, c)
		}
	}
	for _, t := range p.set.Types {
		visit(t)
	}
	for _, e := range p.set.Elements {
		visit(e.Type)
	}
	for i := 0; i < len(open); i++ {
		for _, e := range elementsIn(open[i]) {
			visit(e.Type)
		}
	}
	for before := -1; before != len(open); {
		before = len(open)
		open = slices.DeleteFunc(open, func(t *schema.ComplexType) bool {
			p.completed[t] = p.attributes(t) && p.content(t)
			return p.completed[t]
		})
	}
}

// elementsIn are the elements that the content of a type names.
func elementsIn(t *schema.ComplexType) []*schema.Element {
	c, _ := t.Content.(*schema.ElementContent)
	if c == nil {
		return nil
	}
	var elements []*schema.Element
	for _, leaf := range c.Leaves {
		if e, ok := leaf.Term.(*schema.Element); ok {
			elements = append(elements, e)
		}
	}
	return elements
}

// attributes reports whether an element can have all attributes that the type requires.
func (p *possibilities) attributes(t schema.Type) bool {
	c, _ := t.(*schema.ComplexType)
	return c == nil || !slices.ContainsFunc(c.AttributeUses, func(use *schema.AttributeUse) bool {
		return use.Required && !p.simple(use.Declaration.Type)
	})
}

func (p *possibilities) content(t *schema.ComplexType) bool {
	switch c := t.Content.(type) {
	case *schema.SimpleContent:
		return p.simple(c.Type)
	case *schema.ElementContent:
		return p.particle(c.Particle)
	}
	return true
}

func (p *possibilities) particle(particle *schema.Particle) bool {
	if particle.Min == 0 {
		return true
	}
	switch term := particle.Term.(type) {
	case *schema.Element:
		return p.governed(term) || slices.ContainsFunc(term.Substitutes, p.governed)
	case *schema.Wildcard:
		return !term.Namespaces.IsEmpty() // with xsi:type there is an element for each
	case *schema.ModelGroup:
		if term.Compositor == schema.Choice {
			return slices.ContainsFunc(term.Particles, p.particle)
		}
		return !slices.ContainsFunc(term.Particles, func(member *schema.Particle) bool { return !p.particle(member) })
	}
	return false
}

func (p *possibilities) governed(e *schema.Element) bool { return p.element(governor{declaration: e}) }

// element reports whether there can be an element with the governor.
func (p *possibilities) element(g governor) bool {
	if g.declaration == nil {
		return true
	}
	return !g.declaration.Abstract && (p.typ(g, g.declaration.Type) || len(p.derived(g)) > 0)
}

// typ reports whether an element can have the type, be it with xsi:nil.
func (p *possibilities) typ(g governor, t schema.Type) bool {
	text, simple := g.with(t).value()
	if schema.IsAbstract(t) || simple && text.contradicts() {
		return false
	}
	return p.completes(t) || g.declaration != nil && g.declaration.Nillable && !isFixed(g.constraint()) && p.attributes(t)
}

// completes reports whether a finite document completes the type.
func (p *possibilities) completes(t schema.Type) bool {
	switch t := t.(type) {
	case *schema.SimpleType:
		return p.simple(t)
	case *schema.ComplexType:
		return t.BuiltIn || p.completed[t]
	}
	return false
}

// none is a type without a value.
var none = simple.Restrict(xsd.Name{}, xsd.BuiltIn("string"), xsd.Facet{Kind: xsd.FacetPattern, Value: "[a-[a]]"})

// simple reports whether the type has a value that a document can have: a document type declaration may declare what one of xs:ENTITY names.
func (p *possibilities) simple(t *schema.SimpleType) bool {
	known, ok := p.texts[t.Runtime]
	if !ok {
		known = hasPlainValue(t.Runtime) || p.hasValue(t)
		p.texts[t.Runtime] = known
	}
	return known
}

// hasPlainValue reports whether one of a few texts, which most types have one of, is of the type.
func hasPlainValue(t *xsd.SimpleType) bool {
	takes := func(text string) bool { return t.Check(t.Normalize(text), nil) == nil }
	return slices.ContainsFunc([]string{"", "0", "1", "a", "2000-01-01", "2000-01-01T00:00:00"}, takes) ||
		slices.ContainsFunc(t.Enumeration(), func(f xsd.Facet) bool { return takes(f.Value) })
}

// hasValue reports whether the type has a value, or may have one.
func (p *possibilities) hasValue(t *schema.SimpleType) bool {
	_, found := p.smallest().Value(t, nil)
	return found || SimpleTypes(t.Runtime, none).Verdict != automaton.Yes
}

// derived are the types that xsi:type can name in place of the declared one. Those of simple types are not considered, and so is xsi:type
// on elements without a declaration.
func (p *possibilities) derived(g governor) []schema.Type {
	if g.declaration == nil {
		return nil
	}
	declared := g.typ()
	candidates := p.subtypes[declared]
	if declared == schema.Type(schema.AnyType()) {
		candidates = slices.Concat(p.set.Types, p.builtIn)
	} else if declared == schema.Type(schema.AnySimpleType()) {
		candidates = slices.Concat(candidates, p.builtIn)
	} else if _, simple := declared.(*schema.SimpleType); simple {
		return nil
	}
	var usable []schema.Type
	for _, t := range candidates {
		if t != declared && g.declaration.Allows(t) && p.typ(g, t) {
			usable = append(usable, t)
		}
	}
	return usable
}
