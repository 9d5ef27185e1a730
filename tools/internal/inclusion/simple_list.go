// Lists: texts of words between single spaces.

package inclusion

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// listLanguage is the language of a list type: the number of words, what each word meets, and the values of an enumeration. What is
// not regular of the items, or cannot be said of the words of a text, is a remainder.
func listLanguage(t *xsd.SimpleType, s side) (language, []remainder) {
	l := language{white: xsd.WhiteSpaceCollapse, max: pattern.NoMaximum, steps: patternSteps(t)}
	l.steps = append(l.steps, wordCount(t))
	var rest []remainder
	words, exact := wordSteps(t.Item(), s)
	l.steps = append(l.steps, words...)
	if !exact {
		rest = append(rest, items{t})
	}
	if values := enumerationOf(t); values != nil {
		if enumerated, ok := valueStep(t, values); ok {
			l.steps = append(l.steps, enumerated)
		} else {
			rest = append(rest, listed{t})
		}
	}
	return l, rest
}

// wordCount is the condition that a text has as many words as the length facets allow.
func wordCount(t *xsd.SimpleType) step {
	shortest, longest := lengths(t)
	key := fmt.Sprintf("words\n%d\n%d", shortest, longest)
	if longest == 0 {
		return form(key, "")
	}
	upper := ""
	if longest != pattern.NoMaximum {
		upper = fmt.Sprint(longest - 1)
	}
	expression := fmt.Sprintf(`[^ ]+( [^ ]+){%d,%s}`, max(0, shortest-1), upper)
	if shortest == 0 {
		expression = "(" + expression + ")?"
	}
	return form(key, expression)
}

// wordSteps are the conditions of an atomic type on one word, repeated for all words of a text. They are exact if they are all that the type
// demands, and none of them matches more than one word at a time.
func wordSteps(item *xsd.SimpleType, s side) (steps []step, exact bool) {
	if item.Variety() != xsd.VarietyAtomic {
		return nil, false
	}
	of, rest := languageOf(item, s)
	if of.min > 0 || of.max != pattern.NoMaximum {
		of.steps = append(of.steps, lengthStep(of.min, of.max))
	}
	exact = len(rest) == 0
	for _, one := range of.steps {
		if primitiveName(item) == "base64Binary" && !one.written {
			one = unspaced(one)
		}
		exact = exact && oneWord(language{steps: []step{one}, max: pattern.NoMaximum})
		steps = append(steps, step{key: "each\n" + one.key, alternatives: func() []string {
			word := "(" + strings.Join(one.alternatives(), "|") + ")"
			return []string{"(" + word + "( " + word + ")*)?"}
		}})
	}
	return steps, exact
}

// unspaced is a step of xs:base64Binary for texts without the spaces that may stand between its characters.
func unspaced(s step) step {
	return step{key: s.key, alternatives: func() []string {
		out := s.alternatives()
		for i := range out {
			out[i] = strings.ReplaceAll(out[i], " ?", "")
		}
		return out
	}}
}

// lengthStep is the condition that a word has so many characters.
func lengthStep(shortest, longest int) step {
	upper := ""
	if longest != pattern.NoMaximum {
		upper = fmt.Sprint(longest)
	}
	return form(fmt.Sprintf("length\n%d\n%s", shortest, upper), fmt.Sprintf(`[^ ]{%d,%s}`, shortest, upper))
}

// oneWord reports whether no text of a language has white space in it, once it is treated.
func oneWord(l language) bool {
	answer, _ := covers([]language{{white: l.white, max: pattern.NoMaximum, steps: []step{form("one word", `[^ \t\n\r]*`)}}}, l)
	return answer == pattern.Yes
}

// listed is the enumeration of a list.
type listed struct{ of *xsd.SimpleType }

func (r listed) holdsFor(b branch, _ *enquiry) bool {
	if b.values == nil || b.leaf.Variety() != xsd.VarietyList {
		return false
	}
	item := r.of.Item()
	switch primitive := item.Primitive(); {
	case b.leaf.Item() == item:
	case primitive != nil && b.leaf.Item().Primitive() == primitive:
		item = primitive
	default:
		return false
	}
	facets := make([]xsd.Facet, 0, len(b.values))
	for _, v := range enumerationOf(r.of) {
		facets = append(facets, xsd.Facet{Kind: xsd.FacetEnumeration, Value: v.text, Namespaces: v.names})
	}
	bare := simple.Restrict(xsd.Name{}, simple.ListOf(xsd.Name{}, item), facets...)
	for _, v := range b.values {
		if bare.Check(v.text, v.names) != nil {
			return false
		}
	}
	return true
}

func (r listed) what() string { return "the enumeration of " + r.of.String() }

// items is the part of a list type that the type of its items is.
type items struct{ of *xsd.SimpleType }

func (r items) holdsFor(b branch, q *enquiry) bool {
	if b.leaf.Variety() == xsd.VarietyList {
		answer := q.inner(b.leaf.Item(), r.of.Item(), true)
		if answer.Verdict == automaton.No {
			shortest, _ := lengths(b.leaf)
			words := strings.Repeat(answer.Text+" ", min(max(1, shortest), maxWords))
			q.suggest(candidate{strings.TrimSuffix(words, " "), answer.Names})
		}
		return answer.Verdict == automaton.Yes
	}
	return oneWord(b.text) && q.inner(b.leaf, r.of.Item(), false).Verdict == automaton.Yes
}

func (r items) what() string { return "the items of " + r.of.String() }

// maxWords bounds how many words a witness has.
const maxWords = 10_000
