// Reach: which types and declarations some valid document has.

package inclusion

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// reach are the elements, with their types, that the valid documents of a schema have, each with a root below which it was found first.
type reach struct {
	*possibilities
	elements map[*schema.Element]*schema.Element
	types    map[schema.Type]*schema.Element
	open     []schema.Type
}

// reach follows what documents can have from all roots.
func (p *possibilities) reach() *reach {
	r := &reach{possibilities: p, elements: map[*schema.Element]*schema.Element{}, types: map[schema.Type]*schema.Element{}}
	for _, root := range p.roots() {
		r.element(root, root)
	}
	for len(r.open) > 0 {
		t := r.open[0]
		r.open = r.open[1:]
		if c, ok := t.(*schema.ComplexType); ok && p.completes(t) {
			if elements, is := c.Content.(*schema.ElementContent); is {
				r.particle(elements.Particle, r.types[t])
			}
		}
	}
	return r
}

func (r *reach) element(e, root *schema.Element) {
	g := governor{declaration: e}
	if r.elements[e] != nil || !r.possibilities.element(g) {
		return
	}
	r.elements[e] = root
	for _, t := range append([]schema.Type{e.Type}, r.derived(g)...) {
		if r.typ(g, t) && r.types[t] == nil {
			r.types[t] = root
			r.open = append(r.open, t)
		}
	}
}

// particle follows what can occur: a group with something impossible in it cannot.
func (r *reach) particle(p *schema.Particle, root *schema.Element) {
	once := &schema.Particle{Min: 1, Max: 1, Term: p.Term}
	if p.Max == 0 || !r.possibilities.particle(once) {
		return
	}
	switch term := p.Term.(type) {
	case *schema.Element:
		r.element(term, root)
		for _, substitute := range term.Substitutes {
			r.element(substitute, root)
		}
	case *schema.ModelGroup:
		for _, member := range term.Particles {
			r.particle(member, root)
		}
	case *schema.Wildcard:
		r.admitted(term, root)
	}
}

// admitted follows the declared elements that a wildcard lets in. Where all global elements are roots, that leads to nothing new.
func (r *reach) admitted(w *schema.Wildcard, root *schema.Element) {
	if r.isRoot == nil || r.aside || w.Process == content.Skip {
		return
	}
	for _, e := range r.set.Elements {
		if w.Namespaces.Allows(e.Name.Space) {
			r.element(e, root)
		}
	}
}

// HasType reports whether some valid document of the first schema has an element of the type.
func (c *Comparer) HasType(t schema.Type) bool { return c.RootOfType(t) != nil }

// HasElement reports whether some valid document of the first schema has an element of the declaration.
func (c *Comparer) HasElement(e *schema.Element) bool { return c.RootOfElement(e) != nil }

// RootOfType is a root of valid documents of the first schema with an element of the type; nil where there are none.
func (c *Comparer) RootOfType(t schema.Type) *schema.Element { return c.possible.reached().types[t] }

// RootOfTypes is the first root of valid documents of the first schema with an element of a type that want takes; nil where there are none.
func (c *Comparer) RootOfTypes(want func(schema.Type) bool) *schema.Element {
	wanted := map[*schema.Element]bool{}
	for t, root := range c.possible.reached().types {
		wanted[root] = wanted[root] || want(t)
	}
	for _, root := range c.roots() {
		if wanted[root] {
			return root
		}
	}
	return nil
}

// RootOfElement is a root of valid documents of the first schema with an element of the declaration; nil where there are none.
func (c *Comparer) RootOfElement(e *schema.Element) *schema.Element {
	return c.possible.reached().elements[e]
}
