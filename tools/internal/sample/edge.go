// Edges: which values of a type stand at the boundaries that its facets draw.

package sample

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// collection puts an offer together.
type collection struct {
	texts *texts
	t     *xsd.SimpleType
	offer *offer
	index map[string]int // of the values, by text
}

// add takes a value into the offer where it is of the type, and returns its index, else -1.
func (c *collection) add(value Value) int {
	value.Text = c.t.Normalize(value.Text)
	if at, ok := c.index[value.Text]; ok {
		return at
	}
	if !admits(c.t, value) {
		return -1
	}
	at := len(c.offer.values)
	c.index[value.Text] = at
	c.offer.values = append(c.offer.values, value)
	return at
}

// enumeration takes in the enumeration values.
func (c *collection) enumeration() {
	for _, facet := range c.t.Enumeration() {
		c.edge(true, fmt.Sprintf("value %q of %s", facet.Value, c.t), c.add(Value{facet.Value, facet.Namespaces}), nil)
	}
}

// edge takes in an edge that a value shows; a nil shows stands for that value alone.
func (c *collection) edge(enumeration bool, what string, value int, shows func(Value) bool) {
	if shows == nil && value >= 0 {
		text := c.offer.values[value].Text
		shows = func(v Value) bool { return v.Text == text }
	}
	c.offer.edges = append(c.offer.edges, edge{enumeration, what, value, shows})
}

// others takes in what a type without enumeration offers.
func (c *collection) others() {
	for _, value := range append(c.ofPatterns(), c.texts.candidates(c.t)...) {
		if len(c.offer.values) == maxValues {
			return
		}
		c.add(value)
	}
}

// facets looks for a value at each boundary, and takes over the edges of members and items.
func (c *collection) facets() {
	for _, facet := range c.t.Facets() {
		what := fmt.Sprintf("%s %q of %s", facet.Kind, facet.Value, c.t)
		switch {
		case !c.matters(facet):
		case facet.Kind == xsd.FacetMinExclusive:
			c.edge(false, what, c.extreme(-1), nil)
		case facet.Kind == xsd.FacetMaxExclusive:
			c.edge(false, what, c.extreme(1), nil)
		default:
			shows := c.boundary(facet)
			c.edge(false, what, slices.IndexFunc(c.offer.values, shows), shows)
		}
	}
	for _, member := range c.t.Members() {
		c.inherit(member, func(v Value, shows func(Value) bool) bool { return shows(v) })
	}
	if item := c.t.Item(); item != nil {
		c.inherit(item, func(v Value, shows func(Value) bool) bool {
			return slices.ContainsFunc(strings.Fields(v.Text), func(word string) bool { return shows(Value{word, v.Names}) })
		})
	}
}

// matters reports whether a facet draws a boundary of its own: white space draws none, names have no length, and a bound may lie beyond another.
func (c *collection) matters(facet xsd.Facet) bool {
	switch facet.Kind {
	case xsd.FacetEnumeration, xsd.FacetWhiteSpace:
		return false
	case xsd.FacetLength, xsd.FacetMinLength, xsd.FacetMaxLength:
		return !c.isName()
	default:
		return beside[facet.Kind] == 0 || !c.superseded(facet)
	}
}

// beside are the bounds that a type can have beside each other: one from a base type, one of its own.
var beside = map[xsd.FacetKind]xsd.FacetKind{
	xsd.FacetMinInclusive: xsd.FacetMinExclusive, xsd.FacetMinExclusive: xsd.FacetMinInclusive,
	xsd.FacetMaxInclusive: xsd.FacetMaxExclusive, xsd.FacetMaxExclusive: xsd.FacetMaxInclusive,
}

// superseded reports whether the bound beside this one is the narrower.
func (c *collection) superseded(facet xsd.Facet) bool {
	other, given := c.t.Facet(beside[facet.Kind])
	if !given {
		return false
	}
	order, ok := c.t.CompareFacets(other, facet)
	switch facet.Kind {
	case xsd.FacetMinInclusive:
		return ok && order >= 0
	case xsd.FacetMinExclusive:
		return ok && order > 0
	case xsd.FacetMaxInclusive:
		return ok && order <= 0
	default:
		return ok && order < 0
	}
}

// isName reports whether the values are of xs:QName or xs:NOTATION.
func (c *collection) isName() bool {
	primitive := c.t.Primitive()
	return primitive != nil && (primitive.Name().Local == "QName" || primitive.Name().Local == "NOTATION")
}

// inherit takes over the edges of a member or item type that a value of this type shows.
func (c *collection) inherit(part *xsd.SimpleType, within func(v Value, shows func(Value) bool) bool) {
	for _, e := range c.texts.offer(part).edges {
		if e.value < 0 {
			c.edge(e.enumeration, e.what+" in "+c.t.String(), -1, nil)
			continue
		}
		shows := func(v Value) bool { return within(v, e.shows) }
		c.edge(e.enumeration, e.what+" in "+c.t.String(), slices.IndexFunc(c.offer.values, shows), shows)
	}
}

// boundary tells the values that stand exactly where the facet draws its boundary; of a pattern, those that match it.
func (c *collection) boundary(facet xsd.Facet) func(Value) bool {
	if facet.Kind != xsd.FacetPattern {
		return func(v Value) bool { return c.stands(facet, v) }
	}
	expression, err := pattern.Compile(facet.Value)
	return func(v Value) bool { return err == nil && expression.Match(v.Text) }
}

// extreme is the index of the least value (sign -1) or the greatest, -1 where no two can be compared.
func (c *collection) extreme(sign int) int {
	best := -1
	var most xsd.Value
	for i, value := range c.offer.values {
		parsed, _ := c.t.Parse(value.Text, value.Names)
		if order, ok := parsed.Compare(most); best < 0 || ok && order*sign > 0 {
			best, most = i, parsed
		}
	}
	return best
}

// stands reports whether a value stands exactly at the boundary that the facet draws.
func (c *collection) stands(facet xsd.Facet, value Value) bool {
	switch facet.Kind {
	case xsd.FacetMinInclusive, xsd.FacetMaxInclusive:
		bound, fault := c.t.Primitive().Parse(facet.Value, nil)
		parsed, _ := c.t.Parse(value.Text, nil)
		order, ok := parsed.Compare(bound)
		return fault == nil && ok && order == 0
	case xsd.FacetTotalDigits:
		return digits(value.Text) == number(facet, -1)
	case xsd.FacetFractionDigits:
		_, fraction, _ := strings.Cut(value.Text, ".")
		return len(strings.TrimRight(fraction, "0")) == number(facet, -1)
	default:
		return c.length(value) == number(facet, -1)
	}
}

// number is the number that a facet gives.
func number(facet xsd.Facet, otherwise int) int {
	n, err := strconv.Atoi(strings.TrimSpace(facet.Value))
	if err != nil {
		return otherwise
	}
	return n
}

// digits counts those that totalDigits counts.
func digits(text string) int {
	whole, fraction, _ := strings.Cut(strings.TrimLeft(text, "+-"), ".")
	return len(strings.TrimLeft(whole, "0")) + len(strings.TrimRight(fraction, "0"))
}

// length counts a value in the units of its type: items, octets or characters.
func (c *collection) length(value Value) int {
	if c.t.Item() != nil {
		return len(strings.Fields(value.Text))
	}
	switch c.t.Primitive().Name().Local {
	case "hexBinary":
		return len(value.Text) / 2
	case "base64Binary":
		text := strings.ReplaceAll(value.Text, " ", "")
		return len(text)/4*3 - strings.Count(text, "=")
	default:
		return utf8.RuneCountInString(value.Text)
	}
}
