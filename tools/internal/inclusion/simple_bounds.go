// Bounds of the ordered types that are no decimals: floating-point numbers, durations, dates and times. Whether one bound is within
// another is decided in the value space, for dates with a zone and for those without one apart (Part 2, section 3.2.7.4).

package inclusion

import (
	"math"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

var boundKinds = []xsd.FacetKind{xsd.FacetMinInclusive, xsd.FacetMinExclusive, xsd.FacetMaxInclusive, xsd.FacetMaxExclusive}

// boundsOf are the bounding facets in effect.
func boundsOf(t *xsd.SimpleType) []xsd.Facet {
	var out []xsd.Facet
	for _, kind := range boundKinds {
		if facet, ok := t.Facet(kind); ok {
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

// ordered is what bounds and an enumeration demand of a value, patterns and lengths aside.
type ordered struct{ of *xsd.SimpleType }

func (r ordered) holdsFor(b branch, _ *enquiry) bool {
	own, wanted := primitiveName(b.leaf), primitiveName(r.of)
	if b.values != nil && own == wanted {
		return len(withinBounds(r.of, b.values)) == len(b.values)
	}
	if enumerationOf(r.of) != nil {
		return false
	}
	for _, limit := range boundsOf(r.of) {
		if !boundHolds(b, own, wanted, limit) {
			return false
		}
	}
	return true
}

func (r ordered) what() string {
	if enumerationOf(r.of) != nil {
		return "the enumeration of " + r.of.String()
	}
	return "the range of " + r.of.String()
}

func primitiveName(t *xsd.SimpleType) string {
	if p := t.Primitive(); p != nil {
		return p.Name().Local
	}
	return ""
}

// withinBounds are those of the values that the bounds and the enumeration of an atomic type admit.
func withinBounds(t *xsd.SimpleType, values []listedValue) []listedValue {
	facets := boundsOf(t)
	for _, v := range enumerationOf(t) {
		facets = append(facets, xsd.Facet{Kind: xsd.FacetEnumeration, Value: v.text, Namespaces: v.names})
	}
	bare := simple.Restrict(xsd.Name{}, t.Primitive(), facets...)
	kept := []listedValue{}
	for _, v := range values {
		if bare.Check(v.text, v.names) == nil {
			kept = append(kept, v)
		}
	}
	return kept
}

// boundHolds reports whether the bounds of a branch, whose primitive type is own, keep its values within a limit on values of the
// primitive type wanted.
func boundHolds(b branch, own, wanted string, limit xsd.Facet) bool {
	switch {
	case wanted == "float" || wanted == "double":
		return floatHolds(b, own, wanted, limit)
	case own != wanted:
		return false
	case wanted == "duration" || wanted == "decimal":
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

// floatHolds turns every bound into the nearest value it allows: there is a next number. NaN is within no bound, and numbers of another
// primitive type are rounded, which keeps their order and moves them by one place of a float at most.
func floatHolds(b branch, own, wanted string, limit xsd.Facet) bool {
	outer := nearest(limit, wanted)
	unlimited := math.IsInf(outer, -1) && isLower(limit.Kind) || math.IsInf(outer, 1) && !isLower(limit.Kind)
	switch {
	case own != "decimal" && own != "float" && own != "double":
		return false
	case unlimited && b.leaf.Check("NaN", nil) != nil:
		return true // NaN alone is outside
	}
	for _, bound := range append(boundsOf(b.leaf), ends(b.values)...) {
		value := nearest(bound, own)
		switch {
		case own == "decimal":
			bound.Kind = inclusive(bound.Kind)
			value = nearest(bound, wanted)
		case own != wanted:
			value = float64(math.Nextafter32(float32(value), float32(outwards(bound.Kind))))
		}
		switch {
		case own == wanted && bound.Kind == limit.Kind && bound.Value == limit.Value:
			return true
		case isLower(bound.Kind) != isLower(limit.Kind):
		case isLower(limit.Kind) && value >= outer, !isLower(limit.Kind) && value <= outer:
			return true
		}
	}
	return false
}

// ends are the least and the greatest of enumerated numbers as bounds; none where one of them is NaN.
func ends(values []listedValue) []xsd.Facet {
	if len(values) == 0 {
		return nil
	}
	least, greatest := xsd.Facet{Kind: xsd.FacetMinInclusive}, xsd.Facet{Kind: xsd.FacetMaxInclusive}
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		number, _ := strconv.ParseFloat(v.text, 64)
		if math.IsNaN(number) {
			return nil
		}
		if number <= low {
			low, least.Value = number, v.text
		}
		if number >= high {
			high, greatest.Value = number, v.text
		}
	}
	return []xsd.Facet{least, greatest}
}

// inclusive is the kind of bound that lets the limit itself in.
func inclusive(kind xsd.FacetKind) xsd.FacetKind {
	if isLower(kind) {
		return xsd.FacetMinInclusive
	}
	return xsd.FacetMaxInclusive
}

// outwards is the end of the line that a bound of this kind keeps values away from.
func outwards(kind xsd.FacetKind) float64 {
	if isLower(kind) {
		return math.Inf(-1)
	}
	return math.Inf(1)
}

// nearest is the outermost value within a bound; NaN for a bound that is NaN, which allows NaN alone.
func nearest(bound xsd.Facet, primitive string) float64 {
	bits := 64
	if primitive == "float" {
		bits = 32
	}
	value, _ := strconv.ParseFloat(bound.Value, bits)
	switch {
	case !isStrict(bound.Kind):
		return value
	case bits == 32:
		return float64(math.Nextafter32(float32(value), float32(-outwards(bound.Kind))))
	default:
		return math.Nextafter(value, -outwards(bound.Kind))
	}
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
