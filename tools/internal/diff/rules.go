// The rule table: every kind of change over all of XSD 1.0. A kind that is another kind seen from elsewhere has no row of its own: an element
// with maxOccurs="0" is a removed element, content that may be empty is the changed bound that makes it so, documentation of an enumeration value is documentation, the order of facets is nothing at all, and what a
// change of a base type does to derived types is counted in Change.Affects.

package diff

import "slices"

var table = slices.Concat(
	in(OfDocuments, documentRules), in(OfRoots, rootRules), in(OfContent, contentRules), in(OfDeclarations, declarationRules), in(OfTypes, typeRules),
	in(OfSimpleTypes, simpleTypeRules), in(OfGo, goRules), in(OfPolicy, policyRules), in(Fallbacks, fallbackRules),
)

func in(area Area, rules []*Rule) []*Rule {
	for _, r := range rules {
		r.Area = area
	}
	return rules
}

var byID = indexRules(table)

func indexRules(rules []*Rule) map[string]*Rule {
	index := make(map[string]*Rule, len(rules))
	for _, r := range rules {
		index[r.ID] = r
	}
	return index
}

// Rules returns the rule table, area by area.
func Rules() []*Rule { return slices.Clone(table) }

// RuleByID returns the rule with that ID, or nil.
func RuleByID(id string) *Rule { return byID[id] }
