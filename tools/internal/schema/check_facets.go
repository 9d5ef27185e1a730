// Constraints on facets: values that mean something, and restrictions that restrict (Part 2, section 4.3; Part 1, section
// 3.14.6, st-restrict-facets).

package schema

import (
	"fmt"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// checkFacets checks the facets of one derivation step.
func (b *builder) checkFacets(t *SimpleType) {
	if len(t.Facets) == 0 {
		return
	}
	c := facetChecker{builder: b, t: t, base: t.Base.(*SimpleType).Runtime, faulty: map[int]bool{}}
	c.faults()
	for i, f := range t.Facets {
		if !c.faulty[i] {
			c.againstBase(f)
		}
	}
	c.lengths()
	c.bounds()
	c.digits()
}

// facetChecker checks the facets of one type.
type facetChecker struct {
	*builder
	t      *SimpleType
	base   *xsd.SimpleType
	faulty map[int]bool // facets whose value means nothing
}

// report notes a violation at a facet.
func (c *facetChecker) report(at diag.Position, rule, format string, args ...any) {
	c.problems.Addf(at, rule, format, args...)
}

// faults reports values that are none.
func (c *facetChecker) faults() {
	for _, fault := range c.t.Runtime.Faults() {
		f := c.t.Facets[fault.Index]
		c.faulty[fault.Index] = true
		c.report(f.Position, faultRule(c.base, f.Kind), "%s", fault.Message)
	}
}

// faultRule is the rule that a facet without meaning breaks.
func faultRule(base *xsd.SimpleType, kind xsd.FacetKind) string {
	switch {
	case !base.Applicable(kind):
		return "cos-applicable-facets"
	case kind == xsd.FacetPattern:
		return "src-pattern-value"
	default:
		return kind.String() + "-valid-restriction"
	}
}

// relation is how a facet must stand to one of the base type's.
type relation struct {
	kind   xsd.FacetKind // the base's facet
	orders []int         // of the facet's value to the base's: what is allowed
	words  string
}

var (
	less, lessOrEqual   = []int{-1}, []int{-1, 0}
	more, greaterOrSame = []int{1}, []int{1, 0}
	same                = []int{0}
)

// restrictions are the "valid restriction" constraints of Part 2, sections 4.3.1 to 4.3.12.
var restrictions = map[xsd.FacetKind][]relation{
	xsd.FacetLength:    {{xsd.FacetLength, same, "equal to"}},
	xsd.FacetMinLength: {{xsd.FacetMinLength, greaterOrSame, "at least"}},
	xsd.FacetMaxLength: {{xsd.FacetMaxLength, lessOrEqual, "at most"}},
	xsd.FacetMaxInclusive: {
		{xsd.FacetMaxInclusive, lessOrEqual, "at most"},
		{xsd.FacetMaxExclusive, less, "less than"},
		{xsd.FacetMinInclusive, greaterOrSame, "at least"},
		{xsd.FacetMinExclusive, more, "greater than"},
	},
	xsd.FacetMaxExclusive: {
		{xsd.FacetMaxExclusive, lessOrEqual, "at most"},
		{xsd.FacetMaxInclusive, lessOrEqual, "at most"},
		{xsd.FacetMinInclusive, more, "greater than"},
		{xsd.FacetMinExclusive, more, "greater than"},
	},
	xsd.FacetMinExclusive: {
		{xsd.FacetMinExclusive, greaterOrSame, "at least"},
		{xsd.FacetMaxInclusive, lessOrEqual, "at most"},
		{xsd.FacetMinInclusive, greaterOrSame, "at least"},
		{xsd.FacetMaxExclusive, less, "less than"},
	},
	xsd.FacetMinInclusive: {
		{xsd.FacetMinInclusive, greaterOrSame, "at least"},
		{xsd.FacetMaxInclusive, lessOrEqual, "at most"},
		{xsd.FacetMinExclusive, more, "greater than"},
		{xsd.FacetMaxExclusive, less, "less than"},
	},
	xsd.FacetTotalDigits:    {{xsd.FacetTotalDigits, lessOrEqual, "at most"}},
	xsd.FacetFractionDigits: {{xsd.FacetFractionDigits, lessOrEqual, "at most"}},
	xsd.FacetWhiteSpace:     {{xsd.FacetWhiteSpace, greaterOrSame, "at least as strict as"}},
}

// againstBase checks that a facet restricts what the base allows, and leaves alone what is fixed there.
func (c *facetChecker) againstBase(f Facet) {
	own := xsd.Facet{Kind: f.Kind, Value: f.Value}
	for _, r := range restrictions[f.Kind] {
		inherited, ok := c.base.Facet(r.kind)
		if !ok {
			continue
		}
		order, related := c.base.CompareFacets(own, inherited)
		switch {
		case r.kind == f.Kind && inherited.Fixed && related && order != 0:
			c.report(f.Position, "st-restrict-facets", "%s is fixed to %s in %s and cannot be changed to %s; remove it", f.Kind, inherited.Value, c.base, f.Value)
		case related && !slices.Contains(r.orders, order):
			c.report(f.Position, f.Kind.String()+"-valid-restriction", "%s %s must be %s the %s %s of %s", f.Kind, f.Value, r.words, r.kind, inherited.Value, c.base)
		}
	}
}

// own returns the facet of a kind written in this step, nil where there is none or it means nothing.
func (c *facetChecker) own(kind xsd.FacetKind) *Facet {
	for i := range c.t.Facets {
		if f := &c.t.Facets[i]; f.Kind == kind && !c.faulty[i] {
			return f
		}
	}
	return nil
}

// effective returns the facet of a kind in effect, and where it, or else the type, is written.
func (c *facetChecker) effective(kind xsd.FacetKind) (facet xsd.Facet, at diag.Position, ok bool) {
	if f := c.own(kind); f != nil {
		return xsd.Facet{Kind: kind, Value: f.Value}, f.Position, true
	}
	facet, ok = c.base.Facet(kind)
	return facet, c.t.Position, ok
}

// ordered checks that one facet in effect stands to another in one of the orders.
func (c *facetChecker) ordered(low, high xsd.FacetKind, orders []int, rule, words string) {
	if c.own(low) == nil && c.own(high) == nil {
		return
	}
	a, at, ok := c.effective(low)
	z, _, okHigh := c.effective(high)
	if !ok || !okHigh {
		return
	}
	if order, related := c.base.CompareFacets(a, z); related && !slices.Contains(orders, order) {
		c.report(at, rule, "%s %s must be %s %s %s; correct one of them", low, a.Value, words, high, z.Value)
	}
}

// lengths is minLength-less-than-equal-to-maxLength and length-minLength-maxLength.
func (c *facetChecker) lengths() {
	c.ordered(xsd.FacetMinLength, xsd.FacetMaxLength, lessOrEqual, "minLength-less-than-equal-to-maxLength", "at most")
	for _, kind := range []xsd.FacetKind{xsd.FacetMinLength, xsd.FacetMaxLength} {
		c.lengthBeside(kind)
	}
}

// lengthBeside checks that a length and a bound of it came about one after the other: an ancestor has the bound alone
// (Part 2, section 4.3.1.4).
func (c *facetChecker) lengthBeside(kind xsd.FacetKind) {
	length, at, ok := c.effective(xsd.FacetLength)
	bound, _, okBound := c.effective(kind)
	if !ok || !okBound || c.own(xsd.FacetLength) == nil && c.own(kind) == nil {
		return
	}
	orders, words := lessOrEqual, "at least"
	if kind == xsd.FacetMaxLength {
		orders, words = greaterOrSame, "at most"
	}
	order, related := c.base.CompareFacets(bound, length)
	switch {
	case related && !slices.Contains(orders, order):
		c.report(at, "length-minLength-maxLength", "length %s must be %s %s %s; correct one of them", length.Value, words, kind, bound.Value)
	case !c.boundedBefore(kind, bound):
		c.report(at, "length-minLength-maxLength", "length and %s exclude each other in one type; remove %s", kind, kind)
	}
}

// boundedBefore reports whether an ancestor has the same bound and no length.
func (c *facetChecker) boundedBefore(kind xsd.FacetKind, bound xsd.Facet) bool {
	for t := c.base; t != nil; t = t.Base() {
		if _, ok := t.Facet(xsd.FacetLength); ok {
			continue
		}
		if f, ok := t.Facet(kind); ok {
			if order, related := c.base.CompareFacets(f, bound); related && order == 0 {
				return true
			}
		}
	}
	return false
}

// bounds checks the bounds of one step against each other; those of different steps are compared as restrictions.
func (c *facetChecker) bounds() {
	c.exclusive(xsd.FacetMaxInclusive, xsd.FacetMaxExclusive)
	c.exclusive(xsd.FacetMinInclusive, xsd.FacetMinExclusive)
	c.ownOrdered(xsd.FacetMinInclusive, xsd.FacetMaxInclusive, lessOrEqual, "minInclusive-less-than-equal-to-maxInclusive", "at most")
	c.ownOrdered(xsd.FacetMinExclusive, xsd.FacetMaxExclusive, lessOrEqual, "minExclusive-less-than-equal-to-maxExclusive", "at most")
	c.ownOrdered(xsd.FacetMinExclusive, xsd.FacetMaxInclusive, less, "minExclusive-less-than-maxInclusive", "less than")
	c.ownOrdered(xsd.FacetMinInclusive, xsd.FacetMaxExclusive, less, "minInclusive-less-than-maxExclusive", "less than")
}

func (c *facetChecker) ownOrdered(low, high xsd.FacetKind, orders []int, rule, words string) {
	if c.own(low) != nil && c.own(high) != nil {
		c.ordered(low, high, orders, rule, words)
	}
}

// exclusive checks that a step has one of two facets at most.
func (c *facetChecker) exclusive(inclusive, exclusive xsd.FacetKind) {
	if c.own(inclusive) != nil && c.own(exclusive) != nil {
		c.report(c.own(exclusive).Position, fmt.Sprintf("%s-%s", inclusive, exclusive), "%s and %s exclude each other; remove one", inclusive, exclusive)
	}
}

// digits is fractionDigits-totalDigits.
func (c *facetChecker) digits() {
	c.ordered(xsd.FacetFractionDigits, xsd.FacetTotalDigits, lessOrEqual, "fractionDigits-totalDigits", "at most")
}
