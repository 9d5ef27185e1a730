// Sizes: how many elements a document must at least have to complete an element, which tells finite growth from endless recursion and shows the
// shortest way out.

package sample

import (
	"iter"
	"math"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// endless is the size of what no finite document completes.
const endless = math.MaxInt32

// sizes are the least numbers of elements in the content of the types of a schema.
type sizes struct {
	set     *schema.Set
	texts   *texts
	types   map[schema.Type]int
	onlyNil map[schema.Type]bool          // types that no document completes unless elements in it are nil
	derived map[schema.Type][]schema.Type // usable in place of the key by xsi:type
	routes  map[bool]*routing             // the last search, without and with elements that wildcards let in
	least   map[*schema.Element]int       // the sizes of elements that were asked for since the sizes of types are known; nil before
}

// newSizes works out sizes as a least fixed point: what is not known to be finite is endless until a round says otherwise. Elements are taken
// for nil where nothing else completes them.
func newSizes(set *schema.Set, texts *texts) *sizes {
	s := &sizes{set: set, texts: texts, types: map[schema.Type]int{}, onlyNil: map[schema.Type]bool{}, derived: derivations(set), routes: map[bool]*routing{}}
	reached := s.reach()
	for _, t := range reached {
		s.types[t] = endless
	}
	s.settle(reached)
	for _, t := range reached {
		s.onlyNil[t] = s.types[t] == endless
	}
	s.settle(reached)
	s.least = map[*schema.Element]int{}
	return s
}

// settle computes sizes until none changes.
func (s *sizes) settle(reached []schema.Type) {
	for changed := true; changed; {
		changed = false
		for _, t := range reached {
			if size := s.compute(t); size < s.types[t] {
				s.types[t], changed = size, true
			}
		}
	}
}

// mustBeNil reports whether only xsi:nil completes an element with the type.
func (s *sizes) mustBeNil(e *schema.Element, t schema.Type) bool {
	return s.onlyNil[t] && nillable(e) && s.attributes(t) < endless
}

// derivations lists for each complex type the global ones derived from it, at any distance.
func derivations(set *schema.Set) map[schema.Type][]schema.Type {
	derived := map[schema.Type][]schema.Type{}
	for _, t := range set.Types {
		for base := t.BaseType(); base != nil; base = base.BaseType() {
			c, ok := base.(*schema.ComplexType)
			if !ok || c.BuiltIn {
				break
			}
			derived[base] = append(derived[base], t)
		}
	}
	return derived
}

// reach lists all types that documents may use, those of global elements first, each before those of its content.
func (s *sizes) reach() []schema.Type {
	var order []schema.Type
	seen := map[schema.Type]bool{}
	add := func(t schema.Type) {
		if !seen[t] {
			seen[t] = true
			order = append(order, t)
		}
	}
	for _, e := range s.set.Elements {
		add(e.Type)
	}
	for _, t := range s.set.Types {
		add(t)
	}
	for i := 0; i < len(order); i++ {
		for _, e := range elementsOf(order[i]) {
			add(e.Type)
		}
	}
	return order
}

// of is the size of a type, of a built-in one too that no declaration names.
func (s *sizes) of(t schema.Type) int {
	if size, ok := s.types[t]; ok {
		return size
	}
	return s.compute(t)
}

// elementsOf are the elements that the content of a type names.
func elementsOf(t schema.Type) []*schema.Element {
	c := elementContent(t)
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

// elementContent is the content model of a type, nil where it has none.
func elementContent(t schema.Type) *schema.ElementContent {
	complexType, ok := t.(*schema.ComplexType)
	if !ok {
		return nil
	}
	c, _ := complexType.Content.(*schema.ElementContent)
	return c
}

// compute is the size of a type's content; it is endless too where a text or a required attribute has no value.
func (s *sizes) compute(t schema.Type) int {
	switch t := t.(type) {
	case *schema.SimpleType:
		return s.simple(t)
	case *schema.ComplexType:
		if s.attributes(t) == endless {
			return endless
		}
		switch c := t.Content.(type) {
		case *schema.SimpleContent:
			return s.simple(c.Type)
		case *schema.ElementContent:
			return s.particle(c.Particle)
		}
	}
	return 0
}

// attributes is the size of the attributes that a type requires: none, or endless.
func (s *sizes) attributes(t schema.Type) int {
	c, ok := t.(*schema.ComplexType)
	if !ok {
		return 0
	}
	for _, use := range c.AttributeUses {
		if use.Required && s.simple(use.Declaration.Type) == endless {
			return endless
		}
	}
	return 0
}

func (s *sizes) simple(t *schema.SimpleType) int {
	if s.texts.possible(t.Runtime) {
		return 0
	}
	return endless
}

// particle is the size of the occurrences that the particle needs.
func (s *sizes) particle(p *schema.Particle) int {
	if p.Min == 0 {
		return 0
	}
	return times(p.Min, s.term(p.Term))
}

// times multiplies, and stops short of endless for what is only large.
func times(count, size int) int {
	if size >= endless {
		return endless
	}
	return int(min(int64(count)*int64(size), endless-1))
}

// term is the size of one occurrence.
func (s *sizes) term(t schema.Term) int {
	switch t := t.(type) {
	case *schema.Element:
		return s.element(t)
	case *schema.Wildcard:
		return s.wildcard(t)
	case *schema.ModelGroup:
		return s.group(t)
	}
	return endless
}

func (s *sizes) group(g *schema.ModelGroup) int {
	if g.Compositor == schema.Choice {
		least := endless
		for _, p := range g.Particles {
			least = min(least, s.particle(p))
		}
		return least
	}
	sum := 0
	for _, p := range g.Particles {
		size := s.particle(p)
		if size >= endless {
			return endless
		}
		sum = min(sum+size, endless-1)
	}
	return sum
}

// element is the size of the element or of what may stand for it.
func (s *sizes) element(e *schema.Element) int {
	if least, known := s.least[e]; known {
		return least
	}
	least := endless
	for c := range s.each(e) {
		least = min(least, c.size)
	}
	if s.least != nil {
		s.least[e] = least
	}
	return least
}

// wildcard is the size of an element that the wildcard allows.
func (s *sizes) wildcard(w *schema.Wildcard) int {
	if _, ok := s.stranger(w); ok {
		return 1
	}
	least := endless
	for _, e := range s.admitted(w) {
		least = min(least, s.element(e))
	}
	return least
}

// admitted are the global elements that the wildcard allows.
func (s *sizes) admitted(w *schema.Wildcard) []*schema.Element {
	var elements []*schema.Element
	for _, e := range s.set.Elements {
		if w.Namespaces.Allows(e.Name.Space) && !e.Abstract {
			elements = append(elements, e)
		}
	}
	return elements
}

// stranger is a name that the wildcard allows and the schema does not declare.
func (s *sizes) stranger(w *schema.Wildcard) (schema.Name, bool) {
	for _, space := range append([]string{"urn:example:other", ""}, w.Namespaces.Names...) {
		name := schema.Name{Space: space, Local: "stranger"}
		if w.Namespaces.Allows(space) && s.set.Element(name) == nil && s.set.Attribute(name) == nil {
			return name, true
		}
	}
	return schema.Name{}, false
}

// wildAttribute is an attribute that the wildcard of a type allows: one that nobody declared, or where the wildcard is strict a declared one that
// the type does not use. An ID by a wildcard would compete with the type's own (Part 1, section 3.4.4, clause 5), so that none is taken.
func (s *sizes) wildAttribute(w *schema.Wildcard, t *schema.ComplexType) (Attribute, bool) {
	if w.Process != content.Strict {
		name, ok := s.stranger(w)
		return Attribute{Name: name, Value: Value{Text: "any"}}, ok
	}
	for _, a := range s.set.Attributes {
		used := slices.ContainsFunc(t.AttributeUses, func(use *schema.AttributeUse) bool { return use.Declaration.Name == a.Name })
		if !used && w.Namespaces.Allows(a.Name.Space) && ancestor(a.Type.Runtime) != "ID" && s.texts.possible(a.Type.Runtime) {
			return Attribute{Name: a.Name, Use: &schema.AttributeUse{Declaration: a}}, true
		}
	}
	return Attribute{}, false
}

// candidate is an element with a type it can have, and the least number of elements that takes.
type candidate struct {
	element *schema.Element
	typ     schema.Type
	size    int
}

// candidates are the element and its substitutes, each with its own type and those derived from it, as far as a document can have them.
func (s *sizes) candidates(e *schema.Element) []candidate { return slices.Collect(s.each(e)) }

// smallestCandidate is the first of the candidates that take the fewest elements; ok is false where there are none.
func (s *sizes) smallestCandidate(e *schema.Element) (found candidate, ok bool) {
	size := s.element(e)
	for c := range s.each(e) {
		if c.size == size {
			return c, true
		}
	}
	return candidate{}, false
}

// each goes through the candidates.
func (s *sizes) each(e *schema.Element) iter.Seq[candidate] {
	return func(yield func(candidate) bool) {
		if !s.eachOf(e, yield) {
			return
		}
		for _, substitute := range e.Substitutes {
			if !s.eachOf(substitute, yield) {
				return
			}
		}
	}
}

// eachOf goes through the candidates that are one element, and reports whether more are wanted.
func (s *sizes) eachOf(e *schema.Element, yield func(candidate) bool) bool {
	for t := range s.usable(e) {
		size := s.types[t]
		if s.mustBeNil(e, t) {
			size = 0
		}
		if size < endless && !yield(candidate{e, t, min(size+1, endless-1)}) {
			return false
		}
	}
	return true
}

// usable are the types an element can have in a document: its own unless it is abstract, and those derived from it that are not blocked.
func (s *sizes) usable(e *schema.Element) iter.Seq[schema.Type] {
	return func(yield func(schema.Type) bool) {
		if e.Abstract || !schema.IsAbstract(e.Type) && !yield(e.Type) {
			return
		}
		for _, t := range s.derived[e.Type] {
			if !schema.IsAbstract(t) && e.Allows(t) && !yield(t) {
				return
			}
		}
	}
}
