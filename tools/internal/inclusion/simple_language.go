// What is regular about a simple type: patterns, lengths, lexical spaces, enumerations and the bounds of decimals, as one language
// of texts.

package inclusion

import (
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// step is a condition on a text: it matches one of the alternatives. Steps with the same key are the same condition, which is found
// without compiling anything.
type step struct {
	key          string
	alternatives func() []string
	written      bool // in a schema, as patterns
}

// form is a step of one expression.
func form(key, expression string) step {
	return step{key: key, alternatives: func() []string { return []string{expression} }}
}

// language is a set of texts: those that, their white space treated, match all steps and have a length within the bounds, in characters.
type language struct {
	white    xsd.WhiteSpace
	steps    []step
	min, max int // max may be pattern.NoMaximum
}

// everything reports whether every text is in l.
func (l language) everything() bool {
	return len(l.steps) == 0 && l.min <= 0 && l.max == pattern.NoMaximum
}

// without returns l without the conditions that each text of sub meets because sub has them too.
func (l language) without(sub language) language {
	if sub.max != pattern.NoMaximum && l.max >= sub.max && l.white >= sub.white {
		l.max = pattern.NoMaximum // treatment makes no text longer
	}
	if l.white != sub.white {
		return l
	}
	if sub.min >= l.min {
		l.min = 0
	}
	known := make(map[string]bool, len(sub.steps))
	for _, s := range sub.steps {
		known[s.key] = true
	}
	l.steps = slices.DeleteFunc(slices.Clone(l.steps), func(s step) bool { return known[s.key] })
	return l
}

// compile makes a language that can be searched. An expression that is none is no condition: a schema with one is refused before.
func (l language) compile() pattern.Language {
	out := pattern.Language{MinLength: l.min, MaxLength: l.max, White: pattern.White(l.white)}
	seen := make(map[string]bool, len(l.steps))
	for _, s := range l.steps {
		if seen[s.key] {
			continue
		}
		seen[s.key] = true
		if alternatives := compileAll(s.alternatives()); len(alternatives) > 0 {
			out.Steps = append(out.Steps, alternatives)
		}
	}
	return out
}

// compileAll joins several expressions into one, which is searched faster.
func compileAll(expressions []string) []*pattern.Pattern {
	var valid []string
	var compiled []*pattern.Pattern
	for _, expression := range expressions {
		if p, err := pattern.Compile(expression); err == nil {
			valid = append(valid, expression)
			compiled = append(compiled, p)
		}
	}
	if joined, err := pattern.Compile(strings.Join(valid, "|")); err == nil && len(valid) > 1 {
		return []*pattern.Pattern{joined}
	}
	return compiled
}

// side is that of an inclusion. The language of the narrower side may have more texts than its type, that of the wider side fewer: what is
// shown of the languages then holds for the types.
type side uint8

const (
	narrower side = iota
	wider
)

// languageOf is the language of an atomic type, and what of the type it does not say.
func languageOf(t *xsd.SimpleType, s side) (language, []remainder) {
	l := language{white: t.WhiteSpace(), max: pattern.NoMaximum, steps: patternSteps(t)}
	if t.Primitive() == nil {
		return l, nil // xs:anySimpleType
	}
	l.steps = append(l.steps, lexicalSteps(t, s)...)
	rest := l.addFacets(t)
	if values := enumerationOf(t); values != nil {
		if enumerated, ok := valueStep(t, values); ok {
			l.steps = append(l.steps, enumerated)
		} else {
			rest = append(rest, ordered{t})
		}
	}
	return l, rest
}

func patternSteps(t *xsd.SimpleType) []step {
	var steps []step
	for _, alternatives := range t.Patterns() {
		sorted := slices.Compact(slices.Sorted(slices.Values(alternatives)))
		key := "pattern\n" + strings.Join(sorted, "\n")
		steps = append(steps, step{key: key, alternatives: func() []string { return sorted }, written: true})
	}
	return steps
}

// lexicalSteps are the lexical space of the nearest built-in type that has one of its own.
func lexicalSteps(t *xsd.SimpleType, s side) []step {
	for ; t.Primitive() != nil; t = t.Base() {
		name := t.Name().Local
		switch expression, ok := lexicalForms[name]; {
		case !t.IsBuiltIn():
		case ok:
			return []step{form("lexical\n"+expression, expression)}
		case name == "anyURI":
			return []step{form("lexical\nanyURI", uriForm(s == narrower))}
		case name == "string":
			return nil
		}
	}
	return nil
}

// addFacets adds lengths, digits and bounds, as far as they are regular.
func (l *language) addFacets(t *xsd.SimpleType) []remainder {
	switch t.Primitive().Name().Local {
	case "string", "anyURI":
		l.min, l.max = lengths(t)
	case "hexBinary":
		l.min, l.max = lengths(t)
		l.min = saturated(l.min, 2)
		if l.max != pattern.NoMaximum {
			l.max = saturated(l.max, 2)
		}
	case "base64Binary":
		shortest, longest := lengths(t)
		if shortest > 0 || longest != pattern.NoMaximum {
			l.steps = append(l.steps, base64Lengths(shortest, longest))
		}
	case "decimal":
		return l.addDecimal(t)
	case "boolean", "QName", "NOTATION":
	default:
		if len(boundsOf(t)) > 0 {
			return []remainder{ordered{t}}
		}
	}
	return nil
}

// addDecimal adds the bounds and digits of a decimal.
func (l *language) addDecimal(t *xsd.SimpleType) []remainder {
	var rest []remainder
	for _, facet := range boundsOf(t) {
		limit, ok := parseDecimal(facet.Value)
		if !ok {
			rest = append(rest, ordered{t})
			continue
		}
		key := facet.Kind.String() + "\n" + limit.value()
		strict := isStrict(facet.Kind)
		if isLower(facet.Kind) {
			l.steps = append(l.steps, form(key, limit.least(strict)))
		} else {
			l.steps = append(l.steps, form(key, limit.greatest(strict)))
		}
	}
	for _, kind := range []xsd.FacetKind{xsd.FacetTotalDigits, xsd.FacetFractionDigits} {
		digits := count(t, kind, -1)
		switch {
		case digits < 0:
		case digits > maxBoundDigits:
			rest = append(rest, digitsLimited{t})
		case kind == xsd.FacetTotalDigits:
			l.steps = append(l.steps, form("total\n"+strconv.Itoa(digits), totalDigitsForm(digits)))
		default:
			l.steps = append(l.steps, form("fraction\n"+strconv.Itoa(digits), fractionDigitsForm(digits)))
		}
	}
	return rest
}

// lengths are the effective lengths in the type's unit. A length, a least and a greatest one hold together.
func lengths(t *xsd.SimpleType) (shortest, longest int) {
	shortest, longest = max(0, count(t, xsd.FacetMinLength, 0)), count(t, xsd.FacetMaxLength, pattern.NoMaximum)
	if exact := count(t, xsd.FacetLength, -1); exact >= 0 {
		shortest = max(shortest, exact)
		if longest == pattern.NoMaximum || longest > exact {
			longest = exact
		}
	}
	return shortest, longest
}

// maxCount stands for all larger numbers: no text is as long.
const maxCount = 1 << 30

// count is the value of a facet that is a number, at most maxCount.
func count(t *xsd.SimpleType, kind xsd.FacetKind, otherwise int) int {
	facet, ok := t.Facet(kind)
	if !ok {
		return otherwise
	}
	number, err := xsd.ParseInteger(facet.Value)
	if err != nil || number.Sign() < 0 {
		return otherwise
	}
	if small, ok := number.Int64(); ok && small < maxCount {
		return int(small)
	}
	return maxCount
}

func saturated(n, factor int) int { return min(n*factor, maxCount) }

// base64Lengths are the texts of so many octets: three to a group of four characters.
func base64Lengths(shortest, longest int) step {
	key := "octets\n" + strconv.Itoa(shortest) + "\n" + strconv.Itoa(longest)
	return step{key: key, alternatives: func() []string {
		var out []string
		for rest, tail := range []string{"", base64Tail(1), base64Tail(2)} {
			least := max(0, (shortest-rest+2)/3)
			upper := ""
			if longest != pattern.NoMaximum {
				if longest < rest || (longest-rest)/3 < least {
					continue
				}
				upper = strconv.Itoa((longest - rest) / 3)
			}
			out = append(out, "("+base64Quad+" ?){"+strconv.Itoa(least)+","+upper+"}"+tail)
		}
		if len(out) == 0 {
			return []string{`[a-[a]]`} // no text has a length between
		}
		return out
	}}
}
