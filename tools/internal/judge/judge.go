// Package judge asks other implementations of XML Schema 1.0 for their
// verdicts, so that tests do not compare our reading of the standard with
// itself: Xerces-J, which comes with the JDK, and libxml2's xmllint.
package judge

import "strings"

// Judge gives verdicts on schemas and documents. The paths of schemas and
// documents are those of files on disk. A Judge that can't judge (a process
// that dies or does not answer) fails the test. It is for one test, and for
// one goroutine.
type Judge interface {
	// SchemaOK judges the schema documents as one schema.
	SchemaOK(schemas []string) Verdict
	// Validate judges each document against the schema. Where the schema is
	// not valid, no document is.
	Validate(schemas, documents []string) []Verdict
}

// Verdict is what a judge says about one document or schema.
type Verdict struct {
	Valid     bool
	Malformed bool   // not well-formed XML, or not readable at all
	Undecided bool   // the judge ran out of memory: there is no verdict
	Message   string // the first error, in the judge's words; empty if valid
	Line      int    // of the first error, from 1; 0 if unknown
	Column    int    // of the first error, from 1; 0 if unknown
}

// Rule returns the clause of the standard that Xerces-J names in a message,
// such as cvc-pattern-valid, or the empty string.
func (v Verdict) Rule() string {
	rule, _, ok := strings.Cut(v.Message, ":")
	if !ok || strings.ContainsAny(rule, " \t") {
		return ""
	}
	return rule
}

// allInvalid is the verdict on documents whose schema is not valid.
func allInvalid(schema Verdict, documents []string) []Verdict {
	verdicts := make([]Verdict, len(documents))
	for i := range verdicts {
		verdicts[i] = Verdict{
			Message: "the schema is not valid: " + schema.Message, Malformed: schema.Malformed, Undecided: schema.Undecided,
		}
	}
	return verdicts
}
