// Values of simple types: for each type the values that between them show what its facets allow, and a source of further ones.

package sample

import (
	"math/rand/v2"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// texts draws values of simple types. What a type offers, and what it refuses, is worked out once.
type texts struct {
	random  *rand.Rand
	known   map[*xsd.SimpleType]*offer
	refused map[*xsd.SimpleType][]wrongValue
}

func newTexts(random *rand.Rand) *texts {
	return &texts{random: random, known: map[*xsd.SimpleType]*offer{}, refused: map[*xsd.SimpleType][]wrongValue{}}
}

// offer is what can be drawn of a type.
type offer struct {
	t        *xsd.SimpleType
	category Category         // of the goals that its edges are
	values   []Value          // in a fixed order, no two with the same text
	typical  []Value          // those of the values that are no longer than people write, or all where none is
	edges    []edge           // what the facets ask to be shown
	sampler  *pattern.Sampler // further texts where patterns decide; else nil
}

// edge is an enumeration value or the boundary of a facet.
type edge struct {
	enumeration bool
	what        string // in words, for the report of what is not covered
	value       int    // index of a value that shows it, -1 where none could be found
	shows       func(Value) bool
}

// goal is the goal of an edge.
func (o *offer) goal(i int) goal { return goal{o.category, o.t, i} }

// Bounds of what is drawn: long enough to meet real limits, short enough to read.
const (
	maxValues     = 64
	maxTextLength = 5000
	maxListItems  = 8
	samplerStates = 20_000
	samplesTried  = 24
	manyTried     = 500
	typicalLength = 12
)

// possible reports whether a value of the type could be found.
func (x *texts) possible(t *xsd.SimpleType) bool { return len(x.offer(t).values) > 0 }

// draw is a random value of the type; ok is false where none could be found.
func (x *texts) draw(t *xsd.SimpleType) (value Value, ok bool) {
	o := x.offer(t)
	if o.sampler != nil {
		for range samplesTried {
			value := Value{Text: t.Normalize(o.sampler.Sample(x.random, typicalLength))}
			if admits(t, value) {
				return value, true
			}
		}
	}
	if len(o.typical) == 0 {
		return Value{}, false
	}
	return o.typical[x.random.IntN(len(o.typical))], true
}

// shortest is the shortest value of the type that accept takes; a nil accept takes all.
func (x *texts) shortest(t *xsd.SimpleType, accept func(Value) bool) (value Value, ok bool) {
	o := x.offer(t)
	values := slices.Clone(o.values)
	slices.SortStableFunc(values, func(a, b Value) int { return len(a.Text) - len(b.Text) })
	for _, value := range values {
		if accept == nil || accept(value) {
			return value, true
		}
	}
	for n := 1; accept != nil && n <= manyTried; n++ {
		more := numbered(t, n)
		if drawn, found := x.draw(t); found {
			more = append(more, drawn)
		}
		for _, value := range more {
			if value.Text = t.Normalize(value.Text); admits(t, value) && accept(value) {
				return value, true
			}
		}
	}
	return Value{}, false
}

// admits reports whether a document can have the value: it is of the type and names no entity, since documents are drawn without a document type declaration.
func admits(t *xsd.SimpleType, value Value) bool {
	parsed, fault := t.Parse(value.Text, value.Names)
	return fault == nil && !mentions(parsed, "ENTITY")
}

// mentions reports whether the value, or an item of it, is of a type derived from the built-in one.
func mentions(value xsd.Value, builtIn string) bool {
	for _, item := range value.Items() {
		if mentions(item, builtIn) {
			return true
		}
	}
	return value.Type() != nil && ancestor(value.Type()) == builtIn
}

// ancestor is the local name of the nearest built-in ancestor.
func ancestor(t *xsd.SimpleType) string {
	if builtIn := t.BuiltInAncestor(); builtIn != nil {
		return builtIn.Name().Local
	}
	return ""
}

func (x *texts) offer(t *xsd.SimpleType) *offer {
	if o, ok := x.known[t]; ok {
		return o
	}
	o := &offer{t: t, category: Facets}
	if len(t.Enumeration()) > 0 {
		o.category = Enumerations
	}
	x.known[t] = o // a union or list that contains itself does not exist, but a schema may claim it
	c := &collection{texts: x, t: t, offer: o, index: map[string]int{}}
	c.enumeration()
	if o.category == Facets {
		c.others()
		c.facets()
	}
	o.typical = slices.DeleteFunc(slices.Clone(o.values), func(value Value) bool { return len(value.Text) > 3*typicalLength })
	if len(o.typical) == 0 {
		o.typical = o.values
	}
	return o
}
