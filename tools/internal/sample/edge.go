// Edges: which values of a type stand at the boundaries that its facets draw.

package sample

import (
	"fmt"
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
	if at, known := c.index[value.Text]; known {
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
		c.edge(true, fmt.Sprintf("value %q of %s", facet.Value, c.t), c.add(Value{facet.Value, facet.Namespaces}))
	}
}

func (c *collection) edge(enumeration bool, what string, value int) {
	c.offer.edges = append(c.offer.edges, edge{enumeration, what, value})
}

// others takes in what a type without enumeration offers.
func (c *collection) others() {
	sampled := c.ofPatterns()
	for _, value := range append(c.texts.candidates(c.t), sampled...) {
		if len(c.offer.values) == maxValues {
			return
		}
		c.add(value)
	}
}

// facets looks for a value at each boundary, and takes over the edges of members and items.
func (c *collection) facets() {
	for _, facet := range c.t.Facets() {
		switch facet.Kind {
		case xsd.FacetEnumeration, xsd.FacetWhiteSpace:
		case xsd.FacetLength, xsd.FacetMinLength, xsd.FacetMaxLength:
			if !c.isName() { // names have no length
				c.edge(false, fmt.Sprintf("%s %s of %s", facet.Kind, facet.Value, c.t), c.at(facet))
			}
		case xsd.FacetPattern:
			c.edge(false, fmt.Sprintf("pattern %q of %s", facet.Value, c.t), c.matching(facet.Value))
		default:
			c.edge(false, fmt.Sprintf("%s %s of %s", facet.Kind, facet.Value, c.t), c.at(facet))
		}
	}
	for _, member := range c.t.Members() {
		c.inherit(member, func(whole, part string) bool { return whole == part })
	}
	if item := c.t.Item(); item != nil {
		c.inherit(item, func(whole, part string) bool { return strings.Contains(" "+whole+" ", " "+part+" ") })
	}
}

// isName reports whether the values are of xs:QName or xs:NOTATION.
func (c *collection) isName() bool {
	primitive := c.t.Primitive()
	return primitive != nil && (primitive.Name().Local == "QName" || primitive.Name().Local == "NOTATION")
}

// inherit takes over the edges of a member or item type that a value of this type shows.
func (c *collection) inherit(part *xsd.SimpleType, shows func(whole, part string) bool) {
	of := c.texts.offer(part)
	for _, e := range of.edges {
		at := -1
		for i := 0; e.value >= 0 && at < 0 && i < len(c.offer.values); i++ {
			if shows(c.offer.values[i].Text, of.values[e.value].Text) {
				at = i
			}
		}
		c.edge(e.enumeration, e.what+" in "+c.t.String(), at)
	}
}

// matching is the index of a value that matches a pattern, -1 where there is none.
func (c *collection) matching(expression string) int {
	compiled, err := pattern.Compile(expression)
	if err != nil {
		return -1
	}
	for i, value := range c.offer.values {
		if compiled.Match(value.Text) {
			return i
		}
	}
	return -1
}

// at is the index of a value at the boundary of a facet, -1 where there is none.
func (c *collection) at(facet xsd.Facet) int {
	switch facet.Kind {
	case xsd.FacetMinExclusive:
		return c.extreme(-1)
	case xsd.FacetMaxExclusive:
		return c.extreme(1)
	}
	for i, value := range c.offer.values {
		if c.stands(facet, value) {
			return i
		}
	}
	return -1
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
