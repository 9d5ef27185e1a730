// Texts that a simple type refuses, each by one rule.

package sample

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// wrongText is a text that a type refuses, the rule it breaks, and what is wrong in words.
type wrongText struct{ text, rule, what string }

// wrong are texts of no value of the type, one for each rule found; the rule is what the type itself says of the text, and the candidates
// are made from the facets, so that each facet is met from outside.
func (s *Sampler) wrong(t *xsd.SimpleType) []wrongText {
	var out []wrongText
	seen := map[string]bool{}
	for _, candidate := range s.wrongCandidates(t) {
		refused := t.Check(t.Normalize(candidate), nil)
		if refused == nil || seen[refused.Rule] {
			continue
		}
		seen[refused.Rule] = true
		out = append(out, wrongText{candidate, refused.Rule, "a text against " + refused.Rule})
	}
	return out
}

func (s *Sampler) wrongCandidates(t *xsd.SimpleType) []string {
	candidates := []string{"wrong value", "", "-", "Ω", "99999999999999999999999", "-1.5", "0.123456789012345", "2026-13-01"}
	for _, value := range s.texts.offer(t).values {
		valid := value.Text
		candidates = append(candidates, valid+valid, valid+"x", "x"+valid, strings.Repeat(valid, 3)+"1")
		if len(valid) > 1 {
			candidates = append(candidates, valid[:len(valid)-1])
		}
		if len(candidates) > 400 {
			break
		}
	}
	for _, kind := range []xsd.FacetKind{xsd.FacetMinExclusive, xsd.FacetMaxExclusive} {
		if facet, given := t.Facet(kind); given {
			candidates = append(candidates, facet.Value)
		}
	}
	return candidates
}
