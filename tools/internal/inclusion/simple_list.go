// Lists: texts of words between single spaces.

package inclusion

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// listLanguage is the language of a list type. As one to be included it has what each word of a text meets; as one that includes, the
// number of words only, and the items are a remainder.
func listLanguage(t *xsd.SimpleType, s side) (language, []remainder) {
	l := language{white: xsd.WhiteSpaceCollapse, max: pattern.NoMaximum, steps: patternSteps(t)}
	l.steps = append(l.steps, wordCount(t))
	var rest []remainder
	if s == wider {
		rest = append(rest, items{t})
	} else if t.Item().Variety() == xsd.VarietyAtomic {
		l.steps = append(l.steps, wordSteps(t.Item())...)
	}
	if enumerationOf(t) != nil {
		rest = append(rest, listed{})
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

// wordSteps are the conditions of an atomic type on one word, repeated for all words.
func wordSteps(item *xsd.SimpleType) []step {
	of, _ := languageOf(item, narrower)
	if of.min > 0 || of.max != pattern.NoMaximum {
		upper := ""
		if of.max != pattern.NoMaximum {
			upper = fmt.Sprint(of.max)
		}
		of.steps = append(of.steps, form(fmt.Sprintf("length\n%d\n%s", of.min, upper), fmt.Sprintf(`[^ ]{%d,%s}`, of.min, upper)))
	}
	steps := make([]step, len(of.steps))
	for i, s := range of.steps {
		steps[i] = step{key: "each\n" + s.key, alternatives: func() []string {
			word := "(" + strings.Join(s.alternatives(), "|") + ")"
			return []string{"(" + word + "( " + word + ")*)?"}
		}}
	}
	return steps
}

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
	one := language{white: xsd.WhiteSpaceCollapse, max: pattern.NoMaximum, steps: []step{form("one word", `[^ ]*`)}}
	if yes, _ := covers([]language{one}, b.text); yes != pattern.Yes {
		return false
	}
	return q.inner(b.leaf, r.of.Item(), false).Verdict == automaton.Yes
}

func (r items) what() string { return "the items of " + r.of.String() }

// maxWords bounds how many words a witness has.
const maxWords = 10_000
