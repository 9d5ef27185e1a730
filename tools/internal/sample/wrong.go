// Texts that a simple type refuses, each by one rule.

package sample

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// wrongValue is a text that a type refuses, the one rule it breaks, and what is wrong in words.
type wrongValue struct {
	value      Value
	rule, what string
}

// wrong are texts of no value of the type, one for each rule found. The candidates are made from the facets, so that each facet has a text just outside its bounds.
// A text that breaks two rules at once is left out: a validator may name either of them.
func (x *texts) wrong(t *xsd.SimpleType) []wrongValue {
	if known, ok := x.refused[t]; ok {
		return known
	}
	var out []wrongValue
	seen := map[string]bool{}
	for _, value := range x.wrongCandidates(t) {
		rules := broken(t, value)
		if len(rules) != 1 || seen[rules[0]] {
			continue
		}
		seen[rules[0]] = true
		out = append(out, wrongValue{value, rules[0], "a text against " + rules[0]})
	}
	x.refused[t] = out
	return out
}

// broken are the rules that a text breaks, each once: that of the type the derivation starts from, and those of the facets of each step.
func broken(t *xsd.SimpleType, value Value) []string {
	value.Text = t.Normalize(value.Text)
	if t.Check(value.Text, value.Names) == nil {
		return nil
	}
	start := t
	for start.Base() != nil && !start.IsBuiltIn() && start.Base().Variety() == t.Variety() {
		start = start.Base()
	}
	var rules []string
	add := func(fault *xsd.FacetError) {
		if fault != nil && !slices.Contains(rules, fault.Rule) {
			rules = append(rules, fault.Rule)
		}
	}
	add(start.Check(value.Text, value.Names))
	against := start // the type that a value is asked of
	if primitive := t.Primitive(); primitive != nil {
		against = primitive
	}
	noValue := len(rules) > 0 && strings.HasPrefix(rules[0], "cvc-datatype-valid")
	if noValue {
		against = xsd.BuiltIn("string")
	}
	for step := t; step != start; step = step.Base() {
		for _, facets := range together(step.OwnFacets()) {
			if !noValue || facets[0].Kind == xsd.FacetPattern {
				add(simple.Restrict(xsd.Name{}, against, facets...).Check(value.Text, value.Names))
			}
		}
	}
	return rules
}

// together groups the facets of a step that are one rule: all patterns, all enumeration values, each other facet alone.
func together(facets []xsd.Facet) [][]xsd.Facet {
	var groups [][]xsd.Facet
	index := map[xsd.FacetKind]int{}
	for _, facet := range facets {
		at, ok := index[facet.Kind]
		if !ok {
			at = len(groups)
			index[facet.Kind] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], facet)
	}
	return groups
}

// wrongCandidates are texts of which some are likely to be wrong in one respect: what stands around the bounds, what the base type allows, and
// valid texts with something added, changed or taken away.
func (x *texts) wrongCandidates(t *xsd.SimpleType) []Value {
	var out []Value
	for _, text := range []string{"wrong value", "wrong", "", "-", "99999999999999999999", "-1.5", "0.123456789012345", "2026-13-01"} {
		out = append(out, Value{Text: text})
	}
	out = append(out, x.candidates(t)...)
	for base := t.Base(); base != nil && base.Variety() == t.Variety(); base = base.Base() {
		out = append(out, x.offer(base).values...)
	}
	valid := x.offer(t).values
	for _, value := range valid[:min(len(valid), maxValues)] {
		for _, text := range spoilt(value.Text) {
			out = append(out, Value{text, value.Names})
		}
	}
	return out
}

// spoilt are a text longer, shorter, with a strange end, with a strange beginning.
func spoilt(text string) []string {
	out := []string{text + text, text + "x", "x" + text, text + "1", text + "0.111111111", text + " " + text, text + "/"}
	if runes := []rune(text); len(runes) > 0 {
		last := string(runes[:len(runes)-1])
		out = append(out, last, string(runes[1:]), last+"9", last+"z")
	}
	if words := strings.Fields(text); len(words) > 1 {
		out = append(out, strings.Join(words[1:], " "))
	}
	return out
}
