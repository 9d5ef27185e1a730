// What changed in facets, each kind by its own order.

package diff

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// compareFacets lists what changed in the facets of two types.
func compareFacets(a, b *effective) []facetChange {
	a, b = withoutLength(a, b), withoutLength(b, a)
	changes := compareValues(a, b)
	changes = append(changes, comparePatterns(a, b)...)
	for _, kind := range []xsd.FacetKind{xsd.FacetLength, xsd.FacetMinLength, xsd.FacetMaxLength, xsd.FacetTotalDigits, xsd.FacetFractionDigits} {
		changes = append(changes, compareSingle(a, b, kind)...)
	}
	changes = append(changes, compareBounds(a, b, "min-bound", xsd.FacetMinInclusive, xsd.FacetMinExclusive)...)
	changes = append(changes, compareBounds(a, b, "max-bound", xsd.FacetMaxInclusive, xsd.FacetMaxExclusive)...)
	return append(changes, compareWhiteSpace(a, b)...)
}

// withoutLength is e with its length written as the minimum and maximum that it is, where the other type has one of these.
func withoutLength(e, other *effective) *effective {
	length, ok := e.facets[xsd.FacetLength]
	_, low := other.facets[xsd.FacetMinLength]
	_, high := other.facets[xsd.FacetMaxLength]
	if !ok || !low && !high {
		return e
	}
	e = e.clone()
	delete(e.facets, xsd.FacetLength)
	e.facets[xsd.FacetMinLength] = xsd.Facet{Kind: xsd.FacetMinLength, Value: length.Value}
	e.facets[xsd.FacetMaxLength] = xsd.Facet{Kind: xsd.FacetMaxLength, Value: length.Value}
	return e
}

// kebab spells a facet's name as rules do.
func kebab(kind xsd.FacetKind) string {
	var word strings.Builder
	for _, r := range kind.String() {
		if r >= 'A' && r <= 'Z' {
			word.WriteByte('-')
		}
		word.WriteRune(r)
	}
	return strings.ToLower(word.String())
}

// smallerIsTighter tells for the facets that are numbers which way they tighten.
func smallerIsTighter(kind xsd.FacetKind) bool { return kind != xsd.FacetMinLength }

// compareSingle compares a facet that is a number.
func compareSingle(a, b *effective, kind xsd.FacetKind) []facetChange {
	f, was := a.facets[kind]
	g, is := b.facets[kind]
	change := facetChange{apply: func(to, from *effective) {
		*to = *withoutLengthFor(to, kind)
		to.exchange(withoutLengthFor(from, kind), kind)
	}}
	switch {
	case !was && !is:
		return nil
	case !was:
		change.rule, change.message = kebab(kind)+"-tightened", nowAndBefore("values have "+facetWords(b.ancestor, g), "there was no limit")
	case !is:
		change.rule, change.message = kebab(kind)+"-loosened", nowAndBefore("there is no limit", "values had "+facetWords(a.ancestor, f))
	default:
		order, _ := a.ancestor.CompareFacets(f, g)
		if order == 0 {
			return nil
		}
		change.rule = kebab(kind) + direction(order > 0 == smallerIsTighter(kind))
		if kind == xsd.FacetLength {
			change.rule = "length-changed"
		}
		change.message = nowAndBefore("values have "+facetWords(b.ancestor, g), "they had "+facetWords(a.ancestor, f))
	}
	return []facetChange{change}
}

// withoutLengthFor writes a length as minimum and maximum where one of these is exchanged.
func withoutLengthFor(e *effective, kind xsd.FacetKind) *effective {
	if kind != xsd.FacetMinLength && kind != xsd.FacetMaxLength {
		return e
	}
	return withoutLength(e, &effective{facets: map[xsd.FacetKind]xsd.Facet{kind: {}}})
}

func direction(tightened bool) string {
	if tightened {
		return "-tightened"
	}
	return "-loosened"
}

// compareBounds compares the bounds on one side, inclusive and exclusive ones alike, in value space.
func compareBounds(a, b *effective, rule string, inclusive, exclusive xsd.FacetKind) []facetChange {
	f, was := a.bound(inclusive, exclusive)
	g, is := b.bound(inclusive, exclusive)
	change := facetChange{apply: func(to, from *effective) { to.exchange(from, inclusive, exclusive) }}
	switch {
	case !was && !is:
		return nil
	case !was:
		change.rule, change.message = rule+"-tightened", nowAndBefore("values are "+facetWords(b.ancestor, g), "there was no limit")
	case !is:
		change.rule, change.message = rule+"-loosened", nowAndBefore("there is no limit", "values were "+facetWords(a.ancestor, f))
	default:
		tighter, related := tighterBound(a.ancestor, f, g, inclusive)
		switch {
		case !related:
			change.rule, change.message = rule+"-changed", nowAndBefore("values are "+facetWords(b.ancestor, g), "they were "+facetWords(a.ancestor, f)+", which neither allows all of the other")
			return []facetChange{change}
		case tighter == 0:
			return nil
		}
		change.rule, change.message = rule+direction(tighter > 0), nowAndBefore("values are "+facetWords(b.ancestor, g), "they were "+facetWords(a.ancestor, f))
	}
	return []facetChange{change}
}

// bound is the facet in effect among the two.
func (e *effective) bound(inclusive, exclusive xsd.FacetKind) (xsd.Facet, bool) {
	if f, ok := e.facets[inclusive]; ok {
		return f, true
	}
	f, ok := e.facets[exclusive]
	return f, ok
}

// tighterBound is positive where g allows less than f, negative where it allows more; false where the values have no order, such as times with and without
// a zone, or a month and thirty days.
func tighterBound(t *xsd.SimpleType, f, g xsd.Facet, inclusive xsd.FacetKind) (tighter int, related bool) {
	order, ok := t.CompareFacets(xsd.Facet{Kind: inclusive, Value: f.Value}, xsd.Facet{Kind: inclusive, Value: g.Value})
	switch {
	case !ok:
		return 0, f.Value == g.Value && f.Kind == g.Kind
	case order == 0 && f.Kind != g.Kind && f.Kind == inclusive:
		return 1, true
	case order == 0 && f.Kind != g.Kind:
		return -1, true
	case inclusive == xsd.FacetMinInclusive:
		return -order, true
	}
	return order, true
}

func compareWhiteSpace(a, b *effective) []facetChange {
	before, after := a.runtime(xsd.Name{}).WhiteSpace(), b.runtime(xsd.Name{}).WhiteSpace()
	_, was := a.facets[xsd.FacetWhiteSpace]
	_, is := b.facets[xsd.FacetWhiteSpace]
	if before == after || !was && !is {
		return nil
	}
	return []facetChange{{
		rule: "white-space" + direction(after > before), message: nowAndBefore("white space around values is "+whiteSpaceWords(after), "it was "+whiteSpaceWords(before)),
		apply: func(to, from *effective) { to.exchange(from, xsd.FacetWhiteSpace) },
	}}
}

// comparePatterns compares the patterns of all steps together.
func comparePatterns(a, b *effective) []facetChange {
	same := slices.EqualFunc(a.patterns, b.patterns, func(x, y []xsd.Facet) bool {
		return slices.EqualFunc(x, y, func(f, g xsd.Facet) bool { return f.Value == g.Value })
	})
	if same {
		return nil
	}
	change := facetChange{message: nowAndBefore("values match the pattern "+patternWords(b), "they matched "+patternWords(a)), apply: func(to, from *effective) { to.patterns = from.patterns }}
	switch {
	case len(a.patterns) == 0:
		change.rule, change.message = "pattern-added", nowAndBefore("values match the pattern "+patternWords(b), "there was no pattern")
	case len(b.patterns) == 0:
		change.rule, change.message = "pattern-removed", nowAndBefore("there is no pattern", "values matched "+patternWords(a))
	default:
		change.rule = patternRule(a, b)
	}
	return []facetChange{change}
}

func patternWords(e *effective) string {
	var steps []string
	for _, step := range e.patterns {
		var texts []string
		for _, f := range step {
			texts = append(texts, f.Value)
		}
		steps = append(steps, strings.Join(texts, " or "))
	}
	return strings.Join(steps, ", and ")
}

// patternRule says which of two sets of patterns allows more, all other facets left aside.
func patternRule(a, b *effective) string {
	old, newer := a.ofPatterns(), b.ofPatterns()
	wider, narrower := inclusion.SimpleTypes(old, newer).Verdict, inclusion.SimpleTypes(newer, old).Verdict
	switch {
	case wider == automaton.Undecided || narrower == automaton.Undecided:
		return "pattern-changed"
	case wider == automaton.Yes && narrower == automaton.Yes:
		return "pattern-equivalent"
	case wider == automaton.Yes:
		return "pattern-widened"
	case narrower == automaton.Yes:
		return "pattern-narrowed"
	}
	return "pattern-incomparable"
}

// ofPatterns is the type that the patterns alone make.
func (e *effective) ofPatterns() *xsd.SimpleType {
	return (&effective{ancestor: e.ancestor, patterns: e.patterns}).runtime(schema.Name{})
}
