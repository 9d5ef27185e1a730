// Heights: how deep a document must at least be to complete an element, which tells finite growth from endless recursion.

package sample

import (
	"math"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// endless is the height of what no finite document completes.
const endless = math.MaxInt32

// heights are the least heights of the types reached from the elements asked for.
type heights struct {
	types   map[schema.Type]int
	derived map[schema.Type][]schema.Type // usable in place of the key by xsi:type
}

// newHeights works out heights as a least fixed point: what is not known to be finite is endless until a round says otherwise.
func newHeights(set *schema.Set, roots []*schema.Element) *heights {
	h := &heights{types: map[schema.Type]int{}, derived: derivations(set)}
	reached := reach(roots, h.derived)
	for _, t := range reached {
		h.types[t] = endless
	}
	for changed := true; changed; {
		changed = false
		for _, t := range reached {
			if height := h.compute(t); height < h.types[t] {
				h.types[t], changed = height, true
			}
		}
	}
	return h
}

// derivations lists for each type the global ones derived from it, at any distance.
func derivations(set *schema.Set) map[schema.Type][]schema.Type {
	derived := map[schema.Type][]schema.Type{}
	for _, t := range set.Types {
		for base := t.BaseType(); base != nil && base != base.BaseType(); base = base.BaseType() {
			if c, complex := base.(*schema.ComplexType); !complex || !c.BuiltIn {
				derived[base] = append(derived[base], t)
			}
		}
	}
	return derived
}

// reach lists all types that documents with these roots may use.
func reach(roots []*schema.Element, derived map[schema.Type][]schema.Type) []schema.Type {
	var order []schema.Type
	seen := map[schema.Type]bool{}
	var addElement func(*schema.Element)
	var addType func(schema.Type)
	addElement = func(e *schema.Element) {
		addType(e.Type)
		for _, substitute := range e.Substitutes {
			addType(substitute.Type)
		}
	}
	addType = func(t schema.Type) {
		if t == nil || seen[t] {
			return
		}
		seen[t] = true
		order = append(order, t)
		for _, d := range derived[t] {
			addType(d)
		}
		if c, complex := t.(*schema.ComplexType); complex {
			for _, e := range elementsOf(c) {
				addElement(e)
			}
		}
	}
	for _, root := range roots {
		addElement(root)
	}
	return order
}

func elementsOf(t *schema.ComplexType) []*schema.Element {
	content, ok := t.Content.(*schema.ElementContent)
	if !ok {
		return nil
	}
	var elements []*schema.Element
	for _, leaf := range content.Leaves {
		if e, is := leaf.Term.(*schema.Element); is {
			elements = append(elements, e)
		}
	}
	return elements
}

func (h *heights) compute(t schema.Type) int {
	complexType, ok := t.(*schema.ComplexType)
	if !ok {
		return 0
	}
	content, ok := complexType.Content.(*schema.ElementContent)
	if !ok {
		return 0
	}
	return h.particle(content.Particle)
}

// particle is the least height of what the particle needs.
func (h *heights) particle(p *schema.Particle) int {
	if p.Min == 0 {
		return 0
	}
	return h.term(p.Term)
}

// term is the least height of one occurrence.
func (h *heights) term(t schema.Term) int {
	switch t := t.(type) {
	case *schema.Element:
		return h.element(t)
	case *schema.Wildcard:
		return 1
	case *schema.ModelGroup:
		return h.group(t)
	}
	return endless
}

func (h *heights) group(g *schema.ModelGroup) int {
	if g.Compositor == schema.Choice {
		least := endless
		for _, p := range g.Particles {
			least = min(least, h.particle(p))
		}
		return least
	}
	most := 0
	for _, p := range g.Particles {
		most = max(most, h.particle(p))
	}
	return most
}

// element is the least height of the element or of what may stand for it.
func (h *heights) element(e *schema.Element) int {
	least := endless
	for _, candidate := range append([]*schema.Element{e}, e.Substitutes...) {
		for _, t := range h.usable(candidate) {
			if height := h.types[t]; height < endless {
				least = min(least, height+1)
			}
		}
	}
	return least
}

// usable are the types an element can have in a document: its own unless it is abstract, and those derived from it that are not blocked.
func (h *heights) usable(e *schema.Element) []schema.Type {
	if e.Abstract {
		return nil
	}
	var types []schema.Type
	if !abstract(e.Type) {
		types = append(types, e.Type)
	}
	for _, t := range h.derived[e.Type] {
		if !abstract(t) && !blocked(e, t) {
			types = append(types, t)
		}
	}
	return types
}

func abstract(t schema.Type) bool {
	c, complex := t.(*schema.ComplexType)
	return complex && c.Abstract
}

// blocked reports whether a step of the derivation from the element's type to t is one that the element or its type blocks.
func blocked(e *schema.Element, t schema.Type) bool {
	block := e.Block
	if c, complex := e.Type.(*schema.ComplexType); complex {
		block |= c.Block
	}
	for ; t != nil && t != e.Type; t = t.BaseType() {
		step := schema.Restriction
		if c, complex := t.(*schema.ComplexType); complex {
			step = c.Derivation
		}
		if block.Has(step) {
			return true
		}
	}
	return false
}
