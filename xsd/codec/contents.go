// This file follows the content of one element through its content model, for the Reader and the Writer alike.

package codec

import (
	"maps"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// contents is how far the content of an element of complex type has come.
type contents struct {
	plan    *plan
	counts  []int // of each field, how often it came
	cursor  int   // plain sequence: the element to be matched next; no plan: how many elements came
	matcher *content.Matcher
}

// tally counts elements by their names, of which there are few in most places.
type tally struct {
	few  []named
	many map[Name]int // of the names that found no room in few
}

// named is a name and how often it came.
type named struct {
	name  Name
	count int
}

// fewNames is up to where comparing with each name is faster than hashing.
const fewNames = 8

// add counts one more element of a name, and returns how many there are.
func (t *tally) add(name Name) int {
	for i := range t.few {
		if t.few[i].name == name {
			t.few[i].count++
			return t.few[i].count
		}
	}
	if len(t.few) < fewNames {
		t.few = append(t.few, named{name, 1})
		return 1
	}
	if t.many == nil {
		t.many = make(map[Name]int)
	}
	t.many[name]++
	return t.many[name]
}

// count returns how many there are of a name.
func (t *tally) count(name Name) int {
	for i := range t.few {
		if t.few[i].name == name {
			return t.few[i].count
		}
	}
	return t.many[name]
}

// set makes a tally that has nothing count what another has.
func (t *tally) set(other *tally) {
	if len(other.few) > 0 {
		t.few, t.many = append(t.few, other.few...), maps.Clone(other.many)
	}
}

// reset forgets all names.
func (t *tally) reset() {
	if len(t.few) > 0 {
		clear(t.few)
		t.few, t.many = t.few[:0], nil
	}
}

// arena holds the memory of the contents of the open elements.
type arena struct {
	counts   []int
	matchers []*content.Matcher
	used     int // matchers
}

// push begins the contents of an element in c, which is zero but for what it had before of plan and counts.
func (a *arena) push(p *plan, c *contents) {
	if c.plan != p {
		c.plan = p
	}
	base := len(a.counts)
	end := base + len(p.facts)
	if end > cap(a.counts) {
		a.counts = slices.Grow(a.counts, len(p.facts))
	}
	a.counts = a.counts[:end]
	if counts := a.counts[base:end:end]; len(c.counts) != len(counts) || len(counts) > 0 && &c.counts[0] != &counts[0] {
		c.counts = counts
	}
	clear(c.counts)
	if p.model == nil {
		return
	}
	if a.used == len(a.matchers) {
		a.matchers = append(a.matchers, new(content.Matcher))
	}
	c.matcher = a.matchers[a.used]
	c.matcher.Reset(p.model)
	a.used++
}

// pop ends the contents begun last.
func (a *arena) pop(c *contents) {
	a.counts = a.counts[:len(a.counts)-len(c.counts)]
	if c.matcher != nil {
		a.used--
	}
}

func (a *arena) reset() { a.counts, a.used = a.counts[:0], 0 }

// match finds the field of a child element where the content model allows it next.
func (c *contents) match(name Name) (field int, ok bool) {
	if c.matcher == nil {
		return c.matchPlain(name)
	}
	leaf, ok := c.matcher.Next(name)
	if !ok {
		return absent, false
	}
	return c.plan.leaves[leaf], true
}

// matchPlain matches against a plain sequence.
func (c *contents) matchPlain(name Name) (field int, ok bool) {
	p := c.plan
	for n := c.cursor; n < len(p.elements); n++ {
		i := p.elements[n]
		field, count := &p.typ.Fields[i], c.counts[i]
		if (count < field.Max || field.Max == Unbounded) && p.allows(i, name) {
			c.cursor = n
			return i, true
		}
		if count < field.Min {
			break
		}
	}
	return absent, false
}

// take is match for an element of this name that the caller expects for the field: if it is of another field, or of none, take does nothing.
func (c *contents) take(field int, facts *fieldFacts) bool {
	p := c.plan
	switch {
	case c.matcher != nil:
		return c.matcher.Take(facts.place, facts.symbol)
	case p.order == nil || facts.place < c.cursor || c.counts[field] >= facts.most:
		return false
	case facts.place > c.cursor:
		places := p.order.places
		if here := &places[c.cursor]; c.counts[here.field] < here.least || places[c.cursor+1].needed < facts.place {
			return false
		}
	}
	c.cursor = facts.place
	return true
}

// complete reports whether the content may end where it is.
func (c *contents) complete() bool {
	if c.matcher != nil {
		return c.matcher.AtEnd()
	}
	if c.plan.order != nil {
		return c.isFull()
	}
	for n := c.cursor; n < len(c.plan.elements); n++ {
		if i := c.plan.elements[n]; c.counts[i] < c.plan.facts[i].least {
			return false
		}
	}
	return true
}

// maxExpected bounds how many names a message lists.
const maxExpected = 8

// countNamed returns how many elements of a name came, as fields or among the others.
func (c *contents) countNamed(name Name, others *tally) int {
	count := others.count(name)
	for _, i := range c.plan.elements {
		if c.plan.typ.Fields[i].Name == name && !c.plan.facts[i].varies() {
			count += c.counts[i]
		}
	}
	return count
}

// expected words what the content model allows next.
func (c *contents) expected() string {
	names := c.expectedNames()
	switch {
	case len(names) == 0:
		return "no element is expected here"
	case len(names) > maxExpected:
		names = append(names[:maxExpected], "…")
	}
	return "expected is " + strings.Join(names, " or ")
}

func (c *contents) expectedNames() []string {
	p := c.plan
	var names []string
	if c.matcher != nil {
		for _, leaf := range c.matcher.Expected() {
			names = append(names, p.leafName(p.leaves[leaf]))
		}
		return names
	}
	for n := c.cursor; n < len(p.elements); n++ {
		i := p.elements[n]
		field, count := &p.typ.Fields[i], c.counts[i]
		if field.Max == Unbounded || count < field.Max {
			names = append(names, p.leafName(i))
		}
		if count < field.Min {
			break
		}
	}
	return names
}

// leafName is an element field as messages name it.
func (p *plan) leafName(i int) string {
	f := &p.typ.Fields[i]
	if f.Kind == WildcardField {
		return "an element of namespace " + f.Any.Namespaces.String()
	}
	return f.Name.String()
}

// knows reports whether some field stands for elements of this name.
func (c *contents) knows(name Name) bool {
	for _, i := range c.plan.elements {
		if c.plan.allows(i, name) {
			return true
		}
	}
	return false
}

// recognised reports whether anything came that a field stands for.
func (c *contents) recognised() bool {
	for _, count := range c.counts {
		if count > 0 {
			return true
		}
	}
	return false
}

// branchOf returns the branch that field i is in, absent where it is in none.
func (s *Sum) branchOf(i int) int {
	for n := range s.Branches {
		for _, member := range s.Branches[n].Fields {
			if member == i {
				return n
			}
		}
	}
	return absent
}

// branchTaken returns the first branch of which something came, absent where there is none.
func (c *contents) branchTaken(s *Sum) int {
	for n := range s.Branches {
		for _, member := range s.Branches[n].Fields {
			if c.counts[member] > 0 {
				return n
			}
		}
	}
	return absent
}

// branchOpen reports whether no other branch of a choice was taken that field i is in a branch of.
func (c *contents) branchOpen(i int) bool {
	for _, g := range c.plan.choices {
		own, taken := g.branchOf(i), c.branchTaken(g)
		if own != absent && taken != absent && own != taken {
			return false
		}
	}
	return true
}

// reached reports whether the choices around field i, of the first n, were decided for the branch it is in.
func (c *contents) reached(i, n int) bool {
	for _, g := range c.plan.choices[:n] {
		if own := g.branchOf(i); own != absent && c.branchTaken(g) != own {
			return false
		}
	}
	return true
}
