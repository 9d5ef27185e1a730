// Simple types: placeholder of a comparison as languages, by a few sample values.

package inclusion

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// SimpleAnswer is whether every text of one simple type is one of another. Text is valid under the first and not under the second.
type SimpleAnswer struct {
	Verdict automaton.Verdict
	Text    string
	Reason  string
}

// SimpleTypes compares two simple types.
func SimpleTypes(a, b *xsd.SimpleType) SimpleAnswer {
	if a == b {
		return SimpleAnswer{Verdict: automaton.Yes}
	}
	texts := []string{"", "a", "1", "true", "2020-01-01", " ", "text", "12345678901234567890", "x y"}
	for _, t := range []*xsd.SimpleType{a, b} {
		for _, f := range t.Facets() {
			texts = append(texts, f.Value)
		}
	}
	for _, text := range texts {
		if a.Check(a.Normalize(text), nil) == nil && b.Check(b.Normalize(text), nil) != nil {
			return SimpleAnswer{Verdict: automaton.No, Text: text}
		}
	}
	return SimpleAnswer{Verdict: automaton.Yes}
}
