// Simple types: is every text of one a text of another. Most of what a simple type demands is a regular language, and so inclusion is
// decided on automata; what is not regular is shown in the value space, and what cannot be shown is undecided.

package inclusion

import (
	"fmt"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// SimpleAnswer is the answer to whether each text of one simple type is one of another.
type SimpleAnswer struct {
	Verdict automaton.Verdict
	// Text is a text of the one type and not of the other, where Verdict is No. It is as it stands in a document, white space included.
	Text string
	// Names are the prefixes that Text uses; nil where it uses none.
	Names xsd.Prefixes
	// Document is true where both types take Text alone, and what refuses it is a whole document: no element of it has Text as its ID,
	// or no entity of this name is declared.
	Document bool
	// Identity is true where the verdict is Undecided because of what values become in a whole document: IDs, which must differ.
	Identity bool
	// Reason says why the verdict is Undecided or what refuses Text in the document, in words for a reader of schemas.
	Reason string
}

// SimpleTypes decides whether every text that is valid for a is valid for b: texts as they stand in documents, before white space is
// treated. Yes was shown, No has a text that both types were asked about; where neither was found within bounds of time and memory the
// answer is Undecided.
func SimpleTypes(a, b *xsd.SimpleType) SimpleAnswer {
	if same(a, b, pairsOfTypes{}) {
		return SimpleAnswer{Verdict: automaton.Yes}
	}
	return inDocuments(a, b, newEnquiry(a, b, false, 0).answer())
}

// maxStates bounds a search through automata.
const maxStates = 20_000

// enquiry is whether each text of a is one of b.
type enquiry struct {
	a, b  *xsd.SimpleType
	words bool // asked of texts without white space alone
	depth int  // how many lists are around the enquiry

	supers    []branch    // of b
	suggested []candidate // texts that may show that the answer is No
}

func newEnquiry(a, b *xsd.SimpleType, words bool, depth int) *enquiry {
	q := &enquiry{a: a, b: b, words: words, depth: depth}
	q.supers, _ = split(b, wider)
	if words {
		for i := range q.supers {
			q.supers[i].text.white = xsd.WhiteSpacePreserve
		}
	}
	return q
}

// maxDepth bounds lists of unions of lists, which no valid schema has.
const maxDepth = 8

// inner asks about parts of both types.
func (q *enquiry) inner(a, b *xsd.SimpleType, words bool) SimpleAnswer {
	if same(a, b, pairsOfTypes{}) {
		return SimpleAnswer{Verdict: automaton.Yes}
	}
	if q.depth == maxDepth {
		return SimpleAnswer{Reason: "lists of unions of lists"}
	}
	return newEnquiry(a, b, words, q.depth+1).answer()
}

func (q *enquiry) suggest(c candidate) { q.suggested = append(q.suggested, c) }

func (q *enquiry) answer() SimpleAnswer {
	if q.unionValues() {
		return SimpleAnswer{Verdict: automaton.Yes}
	}
	subs, complete := split(q.a, narrower)
	open := []string{}
	if !complete {
		open = append(open, fmt.Sprintf("%s is a union of more than %d types", q.a, maxBranches))
	}
	for _, b := range subs {
		if q.words {
			b.text.white = xsd.WhiteSpacePreserve
			b.text.steps = append(slices.Clone(b.text.steps), form("word", `[^ \t\n\r]+`))
		}
		if reason := q.show(b); reason != "" {
			open = append(open, reason)
		}
	}
	if len(open) == 0 {
		return SimpleAnswer{Verdict: automaton.Yes}
	}
	if witness, ok := q.find(); ok {
		return witness
	}
	return SimpleAnswer{Reason: open[0]}
}

// show tries to show that b has every text of the branch. The reason says why it was not shown.
func (q *enquiry) show(b branch) (reason string) {
	if b.values != nil && len(b.values) == 0 {
		return "" // no value is left
	}
	left := make([]language, len(q.supers))
	for i, super := range q.supers {
		left[i] = super.text.without(b.text)
		if left[i].everything() && q.restHolds(b, super) == "" {
			return ""
		}
	}
	switch shown, refused := q.showValues(b); {
	case shown:
		return ""
	case refused != "":
		return refused
	}
	return q.search(b, left)
}

// search tries to show by automata that the languages, those of b without what the branch has in common with them, have every text of
// the branch.
func (q *enquiry) search(b branch, left []language) (reason string) {
	answer, text := covers(left, b.text)
	switch answer {
	case pattern.Undecided:
		return fmt.Sprintf("patterns, lengths or members of %s and %s are too many or too large to compare", q.a, q.b)
	case pattern.No:
		q.suggest(candidate{text: text})
		return fmt.Sprintf("patterns, lengths or the lexical form of %s exclude texts such as %q; whether other facets of %s exclude all of them was not found out", q.b, text, q.a)
	}
	var usable []language
	for i, super := range q.supers {
		if why := q.restHolds(b, super); why == "" {
			usable = append(usable, left[i])
		} else if reason == "" {
			reason = why
		}
	}
	if len(usable) == len(left) {
		return ""
	}
	if answer, _ := covers(usable, b.text); answer == pattern.Yes {
		return "" // the others are not needed, or the branch has no texts
	}
	return reason
}

// restHolds shows what of a branch of b is not in its language, or says what could not be shown.
func (q *enquiry) restHolds(b, super branch) (reason string) {
	for _, r := range super.rest {
		if !r.holdsFor(b, q) {
			return fmt.Sprintf("whether %s admits all of %s was not found out", r.what(), q.a)
		}
	}
	return ""
}

// showValues shows an enumerated branch value by value, where all texts of a value fare alike; refused says that there is a value that b
// refuses.
func (q *enquiry) showValues(b branch) (shown bool, refused string) {
	if b.values == nil || !q.valuesDecide(b) {
		return false, ""
	}
	for _, v := range b.values {
		if q.b.Check(v.text, v.names) == nil || ownText(b.leaf) && b.leaf.Check(v.text, v.names) != nil {
			continue // taken, or not even of the branch
		}
		c := candidate(v)
		if q.shows(&c) {
			q.suggest(c)
			return false, fmt.Sprintf("%q is no value of %s", v.text, q.b)
		}
		return false, ""
	}
	return true, ""
}

// valuesDecide reports whether b takes all texts of a value of the branch or none of them.
func (q *enquiry) valuesDecide(b branch) bool {
	whole, ok := split(q.b, narrower)
	if !ok {
		return false
	}
	for _, super := range whole {
		if super.text.white < b.text.white && !q.words {
			return false
		}
	}
	if ownText(b.leaf) {
		return true
	}
	if q.b.Variety() != xsd.VarietyAtomic || b.leaf.Primitive() == nil || whole[0].leaf.Primitive() != b.leaf.Primitive() {
		return false
	}
	written := language{steps: append(patternSteps(q.b), lexicalSteps(q.b, wider)...), white: b.text.white}
	return len(written.without(b.text).steps) == 0
}

// Bounds of what is searched together, so that memory is bounded too: a state has a part for each step of each language.
const (
	maxLanguages = 16
	maxParts     = 16 * maxStates
)

// covers reports whether the languages together have every text of sub; if not, text is a shortest one that they have not. Where there are
// too many to search together, each is looked at alone.
func covers(supers []language, sub language) (answer pattern.Answer, text string) {
	narrow := sub.compile()
	parts := len(narrow.Steps) + 1
	compiled := make([]pattern.Language, len(supers))
	for i, super := range supers {
		compiled[i] = super.compile()
		parts += len(compiled[i].Steps) + 1
	}
	limit := min(maxStates, maxParts/parts)
	if len(supers) <= maxLanguages {
		return pattern.Covers(compiled, narrow, limit)
	}
	for _, super := range compiled {
		if answer, _ := pattern.Includes(super, narrow, limit); answer == pattern.Yes {
			return answer, ""
		}
	}
	return pattern.Undecided, ""
}
