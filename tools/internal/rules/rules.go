// Package rules explains the rules that problems and violations name: what the standard demands, in plain words, where it says so, and what usually
// helps. Names are the standard's (XSD 1.0 Part 1, appendix C; Part 2, appendix F).
package rules

import (
	"slices"
	"strings"
)

// Rule explains a rule, or all clauses of one.
type Rule struct {
	Name    string
	Section string // where the standard has it
	Demand  string // what must hold
	Remedy  string // what usually helps
}

// Explain returns the explanation of a rule; of the nearest rule that it is a clause of, where the clause has none of its own.
func Explain(name string) (Rule, bool) {
	for {
		if i := slices.IndexFunc(table, func(r Rule) bool { return r.Name == name }); i >= 0 {
			return table[i], true
		}
		dot := strings.LastIndexByte(name, '.')
		if dot < 0 {
			return Rule{}, false
		}
		name = name[:dot]
	}
}

// Names returns the names of all rules, sorted.
func Names() []string {
	names := make([]string, len(table))
	for i, r := range table {
		names[i] = r.Name
	}
	slices.Sort(names)
	return names
}
