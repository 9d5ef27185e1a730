// Where Xerces-J speaks of a rule by another name, or is wrong.

package sample

import (
	"os"
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
	"cvc-datatype-valid.1.2.2": {[]string{
		"cvc-datatype-valid.1.2.1", "cvc-datatype-valid.1.2.3", "cvc-pattern-valid", "cvc-enumeration-valid",
		"cvc-minInclusive-valid", "cvc-maxInclusive-valid", "cvc-minExclusive-valid", "cvc-maxExclusive-valid",
	}, "of a list with a wrong item Xerces names the rule that the item breaks"},
	"cvc-complex-type.2.4.a": {[]string{"cvc-complex-type.2.4.e", "cvc-complex-type.2.4.g", "cvc-complex-type.2.4.h"}, lettered},
	"cvc-complex-type.2.4.b": {[]string{"cvc-complex-type.2.4.i", "cvc-complex-type.2.4.j"}, lettered},
	"cvc-complex-type.2.4.d": {[]string{"cvc-complex-type.2.4.f"}, lettered},
	"cvc-identity-constraint.4.2.1": {
		[]string{"cvc-identity-constraint.4.2.1.a", "cvc-identity-constraint.4.2.1.b"}, "Xerces tells an element without any field from one without some of them",
	},
	"cvc-attribute.4": {[]string{"cvc-complex-type.3.1"}, "Xerces tells the fixed value of a use from that of a declaration"},
}

const lettered = "the standard has no letters below clause 2.4; Xerces has one more for each case where it counts occurrences"

// bugs are verdicts of Xerces-J that the standard does not support, told by what stands in the schema and what Xerces says; of a valid document it
// says "valid".
var bugs = []struct {
	schema, verdict *regexp.Regexp
	sentence        string
}{
	{
		regexp.MustCompile(`field xpath="[^"]*\|[^"]*"`), regexp.MustCompile(`^cvc-identity-constraint\.3: Field ".*\|.*" of identity constraint ".*" matches more than one value`),
		"a field evaluates to \"a node-set with exactly one member\" (Part 1, section 3.11.4, clause 3): a node that two of its paths lead to is one member",
	},
	{
		regexp.MustCompile(`(selector|field) xpath="[^"]*\.//\.`), regexp.MustCompile(`^valid$`),
		"\"// is short for /descendant-or-self::node()/\" (XPath 1.0, section 2.5): .//. selects the element and all in it; Xerces selects less",
	},
	{
		regexp.MustCompile(`selector xpath="[^"]*\.//\*/\*`), regexp.MustCompile(`^cvc-identity-constraint\.4\.1: Duplicate unique value`),
		"\"* selects all element children of the context node\" (XPath 1.0, section 2.5): .//*/* selects no child of the element; Xerces does",
	},
	{
		regexp.MustCompile(`selector xpath="([^"]*\|)? *\. *\|`), regexp.MustCompile(`^valid$`),
		"\"a union of the node-sets\" of its paths (XPath 1.0, section 3.3) is what a selector selects: Xerces stops at the path that is the element itself",
	},
	{
		regexp.MustCompile(`field xpath="@\*"`), regexp.MustCompile(`^valid$`),
		"\"there are no attribute nodes corresponding to attributes that declare namespaces\" (XPath 1.0, section 5.3): Xerces takes them for what @* selects",
	},
	{
		regexp.MustCompile(`base="xsd?:g(Month)?Day"`), regexp.MustCompile(`^cvc-min(In|Ex)clusive-valid: Value '--(02-29|-31)Z' .* '--(01-01|-01)'`),
		"a day with a zone that is later by more than 14 hours is greater than one without, in whatever zone that is (Part 2, section 3.2.7.3, clause C)",
	},
	{
		regexp.MustCompile(`(?s)import namespace="ns-b" .*import namespace="ns-b" `), regexp.MustCompile(`^cvc-(elt\.1\.a|complex-type\.2\.4\.c)`),
		"Xerces reads the first of two documents imported for a namespace only, as it may: a location is a hint (Part 1, section 4.2.3)",
	},
}

func (y *tally) isBug(s subject, verdict judge.Verdict) bool {
	said := verdict.Message
	if verdict.Valid {
		said = "valid"
	}
	schema, err := os.ReadFile(s.files[0])
	for _, bug := range bugs {
		if err == nil && bug.schema.Match(schema) && bug.verdict.MatchString(said) {
			y.bugs[bug.sentence]++
			return true
		}
	}
	return false
}
