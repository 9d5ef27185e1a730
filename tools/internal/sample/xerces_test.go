// Where Xerces-J speaks of a rule by another name, or is wrong.

package sample

import (
	"regexp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
)

// otherNames are the names that Xerces-J has for a rule of ours, with the reason.
var otherNames = map[string]struct {
	names  []string
	reason string
}{
	"cvc-elt.1": {[]string{"cvc-elt.1.a"}, "Xerces counts the clause further than the standard does"},
	"cvc-datatype-valid.1.2.1": {[]string{"cvc-pattern-valid"}, "Xerces takes xs:language and the like for what they are, " +
		"restrictions of xs:token by a pattern (Part 2, section 3.3.3); the text is outside of their lexical space all the same"},
	"cvc-datatype-valid.1.2.2": {
		[]string{"cvc-datatype-valid.1.2.1", "cvc-datatype-valid.1.2.3", "cvc-pattern-valid", "cvc-enumeration-valid", "cvc-minInclusive-valid", "cvc-maxInclusive-valid", "cvc-minExclusive-valid", "cvc-maxExclusive-valid"},
		"of a list with a wrong item Xerces names the rule that the item breaks",
	},
	"cvc-complex-type.2.4.a": {[]string{"cvc-complex-type.2.4.e", "cvc-complex-type.2.4.g", "cvc-complex-type.2.4.h"}, lettered},
	"cvc-complex-type.2.4.b": {[]string{"cvc-complex-type.2.4.i", "cvc-complex-type.2.4.j"}, lettered},
	"cvc-complex-type.2.4.d": {[]string{"cvc-complex-type.2.4.f"}, lettered},
	"cvc-identity-constraint.4.2.1": {
		[]string{"cvc-identity-constraint.4.2.1.a", "cvc-identity-constraint.4.2.1.b"}, "Xerces tells an element without any field from one without some of them",
	},
	"cvc-attribute.4": {[]string{"cvc-complex-type.3.1"}, "the fixed value is that of the use, not of the declaration"},
}

const lettered = "the standard has no letters below clause 2.4; Xerces has one more for each case where it counts occurrences"

// bugs are verdicts of Xerces-J that the standard does not support, told by the rule and the message.
var bugs = []struct {
	message  *regexp.Regexp
	sentence string
}{}

func (y *tally) isBug(verdict judge.Verdict) bool {
	for _, bug := range bugs {
		if bug.message.MatchString(verdict.Message) {
			y.bugs[bug.sentence]++
			return true
		}
	}
	return false
}
