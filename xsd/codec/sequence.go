// This file follows the commonest content: a sequence in which each name has one place.

package codec

import (
	"math"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// sequence is a sequence of elements, none of which can be at two places.
type sequence struct {
	places []place
	byName map[source.Symbol]int // places

	required, bounded []int // places that must not stay empty, and those that several elements may come to, but not any number
}

// place is where one element stands in a sequence.
type place struct {
	name        source.Symbol
	field       int
	least, most int
	needed      int // the first place from here on that must not stay empty; the number of places if there is none
}

// newSequence returns nil where an element can be what two fields stand for.
func newSequence(p *plan) *sequence {
	s := &sequence{places: make([]place, len(p.elements)), byName: make(map[source.Symbol]int, len(p.elements))}
	needed, names := len(p.elements), 0
	for n := len(p.elements) - 1; n >= 0; n-- {
		i := p.elements[n]
		facts := &p.facts[i]
		if facts.least > 0 {
			needed = n
			s.required = append(s.required, n)
		}
		if facts.most != math.MaxInt && (facts.most > 1 || len(facts.substitutes) > 0) {
			s.bounded = append(s.bounded, n)
		}
		s.places[n] = place{name: facts.symbol, field: i, least: facts.least, most: facts.most, needed: needed}
		s.byName[facts.symbol] = n
		for _, d := range facts.substitutes {
			s.byName[source.SymbolOf(d.Name)] = n
		}
		names += 1 + len(facts.substitutes)
	}
	if len(s.byName) < names {
		return nil
	}
	return s
}

// matchSymbol is match for a name by its symbol, in a sequence.
func (c *contents) matchSymbol(name source.Symbol) (field int, ok bool) {
	places := c.plan.order.places
	if c.cursor >= len(places) {
		return absent, false
	}
	here := &places[c.cursor]
	if here.name == name {
		return here.field, c.counts[here.field] < here.most
	}
	if c.counts[here.field] < here.least {
		return absent, false
	}
	next := c.cursor + 1
	if next < len(places) && places[next].name == name {
		c.cursor = next
		return places[next].field, true
	}
	n, known := c.plan.order.byName[name]
	switch {
	case !known || n < c.cursor:
		return absent, false
	case n == c.cursor:
		return here.field, c.counts[here.field] < here.most
	case places[next].needed < n:
		return absent, false
	}
	c.cursor = n
	return places[n].field, true
}

// isFull reports whether nothing is missing at the end of a sequence.
func (c *contents) isFull() bool {
	places := c.plan.order.places
	if c.cursor >= len(places) {
		return true
	}
	here := &places[c.cursor]
	return c.counts[here.field] >= here.least && (c.cursor+1 == len(places) || places[c.cursor+1].needed == len(places))
}

// hasAll reports whether each element came as often as it may, whatever the order was. An element that may come once has one key.
func (c *contents) hasAll() bool {
	s := c.plan.order
	for _, n := range s.required {
		if c.counts[s.places[n].field] < s.places[n].least {
			return false
		}
	}
	for _, n := range s.bounded {
		if c.counts[s.places[n].field] > s.places[n].most {
			return false
		}
	}
	return true
}

// symbolTable finds fields by the symbols of their names: by comparing with each while they are few.
type symbolTable struct {
	few  []arrival
	many map[source.Symbol]int
}

// fewSymbols is up to where comparing with each symbol is faster than hashing.
const fewSymbols = 12

// symbolsOf returns fields by the symbols of their names.
func (p *plan) symbolsOf(fields []int) (t symbolTable) {
	if len(fields) > fewSymbols {
		t.many = make(map[source.Symbol]int, len(fields))
	}
	for _, i := range fields {
		symbol := source.SymbolOf(p.typ.Fields[i].Name)
		if t.many != nil {
			t.many[symbol] = i
		} else {
			t.few = append(t.few, arrival{i, symbol})
		}
	}
	return t
}

func (t *symbolTable) find(symbol source.Symbol) (field int, ok bool) {
	for i := range t.few {
		if t.few[i].name == symbol {
			return t.few[i].field, true
		}
	}
	field, ok = t.many[symbol]
	return field, ok
}
