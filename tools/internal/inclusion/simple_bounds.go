// Bounds of the ordered types that are no decimals: floating-point numbers, durations, dates and times. Whether one bound is within
// another is decided in the value space, for dates with a zone and for those without one apart (Part 2, section 3.2.7.4).

package inclusion

import (
	"math"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

var boundKinds = []xsd.FacetKind{xsd.FacetMinInclusive, xsd.FacetMinExclusive, xsd.FacetMaxInclusive, xsd.FacetMaxExclusive}

// boundsOf are the bounding facets in effect.
func boundsOf(t *xsd.SimpleType) []xsd.Facet {
	var out []xsd.Facet
	for _, kind := range boundKinds {
		if facet, given := t.Facet(kind); given {
			facet.Value = t.Primitive().Normalize(facet.Value)
			out = append(out, facet)
		}
	}
	return out
}

func isLower(kind xsd.FacetKind) bool {
	return kind == xsd.FacetMinInclusive || kind == xsd.FacetMinExclusive
}

func isStrict(kind xsd.FacetKind) bool {
	return kind == xsd.FacetMinExclusive || kind == xsd.FacetMaxExclusive
}

// bounded is the part of a type that its bounds are.
type bounded struct{ of *xsd.SimpleType }

func (r bounded) holdsFor(b branch, _ *enquiry) bool {
	primitive := r.of.Primitive()
	if b.leaf.Primitive() != primitive {
		return false
	}
	for _, limit := range boundsOf(r.of) {
		if !boundHolds(b, primitive.Name().Local, limit) {
			return false
		}
	}
	return true
}

func (r bounded) what() string {
	return "the bounds of " + r.of.String()
}

// boundHolds reports whether the bounds of a branch keep its values within limit.
func boundHolds(b branch, primitive string, limit xsd.Facet) bool {
	switch primitive {
	case "float":
		return floatHolds(boundsOf(b.leaf), limit, 32)
	case "double":
		return floatHolds(boundsOf(b.leaf), limit, 64)
	case "duration":
		return tighter(boundsOf(b.leaf), limit, b.leaf.Primitive(), func(f xsd.Facet) (string, bool) { return f.Value, isStrict(f.Kind) })
	case "decimal":
		return tighter(boundsOf(b.leaf), limit, b.leaf.Primitive(), func(f xsd.Facet) (string, bool) { return f.Value, isStrict(f.Kind) })
	default:
		return dateHolds(b, limit)
	}
}

// tighter reports whether one of the bounds lies within limit, each seen as the text and strictness that view makes of it.
func tighter(bounds []xsd.Facet, limit xsd.Facet, primitive *xsd.SimpleType, view func(xsd.Facet) (text string, strict bool)) bool {
	limitText, limitStrict := view(limit)
	limitValue, fault := primitive.Parse(limitText, nil)
	if fault != nil {
		return false
	}
	for _, bound := range bounds {
		if isLower(bound.Kind) != isLower(limit.Kind) {
			continue
		}
		text, strict := view(bound)
		value, fault := primitive.Parse(text, nil)
		if fault != nil {
			continue
		}
		order, ok := value.Compare(limitValue)
		if !isLower(limit.Kind) {
			order = -order
		}
		if ok && (order > 0 || order == 0 && (strict || !limitStrict)) {
			return true
		}
	}
	return false
}

// floatHolds turns every bound into the nearest value it allows: there is a next number. NaN is within no bound.
func floatHolds(bounds []xsd.Facet, limit xsd.Facet, bits int) bool {
	wanted := nearest(limit, bits)
	for _, bound := range bounds {
		value := nearest(bound, bits)
		switch {
		case bound.Kind == limit.Kind && bound.Value == limit.Value:
			return true
		case math.IsNaN(value):
		case isLower(limit.Kind) && math.IsInf(wanted, -1), !isLower(limit.Kind) && math.IsInf(wanted, 1):
			return true // NaN alone is outside
		case isLower(bound.Kind) != isLower(limit.Kind):
		case isLower(limit.Kind) && value >= wanted, !isLower(limit.Kind) && value <= wanted:
			return true
		}
	}
	return false
}

// nearest is the outermost value within a bound; NaN for a bound that is NaN, which allows NaN alone.
func nearest(bound xsd.Facet, bits int) float64 {
	value, _ := strconv.ParseFloat(bound.Value, bits)
	if !isStrict(bound.Kind) {
		return value
	}
	towards := math.Inf(1)
	if !isLower(bound.Kind) {
		towards = math.Inf(-1)
	}
	if bits == 32 {
		return float64(math.Nextafter32(float32(value), float32(towards)))
	}
	return math.Nextafter(value, towards)
}

// dateHolds looks at the values with a zone and at those without apart: within each of the two the order is total.
func dateHolds(b branch, limit xsd.Facet) bool {
	for _, zoned := range []bool{true, false} {
		view := func(f xsd.Facet) (string, bool) { return zonedBound(f, zoned) }
		if !tighter(boundsOf(b.leaf), limit, b.leaf.Primitive(), view) && !b.lacks(zoned) {
			return false
		}
	}
	return true
}

// zonedBound is what a bound means for values with a zone, or for those without one, as a moment with a zone. A value without a
// zone and a bound with one are apart where they are so for each zone of 14 hours to either side. Values without zone are taken to be in
// the zone that is the least favourable, so that all bounds on them shift alike.
func zonedBound(f xsd.Facet, zoned bool) (text string, strict bool) {
	if hasZone(f.Value) {
		return f.Value, isStrict(f.Kind) || !zoned
	}
	if isLower(f.Kind) == zoned {
		return f.Value + "-14:00", isStrict(f.Kind) || zoned
	}
	return f.Value + "+14:00", isStrict(f.Kind) || zoned
}

// hasZone tells a zone from the rest of a date: Z, or a sign and a colon five and three characters from the end, where times have
// a colon both times.
func hasZone(text string) bool {
	if strings.HasSuffix(text, "Z") {
		return true
	}
	n := len(text)
	return n > 6 && text[n-3] == ':' && (text[n-6] == '+' || text[n-6] == '-')
}

// lacks reports whether patterns leave no value with a zone, or none without.
func (b branch) lacks(zoned bool) bool {
	expression := `.*(Z|[+\-][0-9]{2}:[0-9]{2})`
	if !zoned {
		expression = `(.*[^:])?.[0-9]|.*[^+\-]..:.[0-9]`
	}
	l := b.text
	l.steps = append(append([]step(nil), l.steps...), form("zone", expression))
	_, answer := l.compile().Shortest(maxStates)
	return answer == pattern.No
}
