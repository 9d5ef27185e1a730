// This file holds the words of the second validator to those of the engine, which are those of generated code.

package engine_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// otherWords are clauses that the two explain in words of their own, with the reason.
var otherWords = map[string]string{
	"cvc-elt.4.3": "generated code knows of a type that cannot stand whether it is blocked or not derived, and of one that cannot be read in its place no more than that",
}

// asValidator is a message of the engine as the validator has it: that a child came before, or has another place, only the reader of values knows.
var asValidator = strings.NewReplacer(" is not known here;", " is not allowed here;", " may not come again or beside the others;", " is not allowed here;")

// TestWording: both say the same of each violation that both find in the documents of the cases.
func TestWording(t *testing.T) {
	compared, met := 0, map[string]bool{}
	for _, c := range caseCorpora(t) {
		e, set := built(t, c.options, c.schemas...)
		p := pair{e, validate.New(set)}
		for _, file := range c.documents {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			reference, engine := p.errors(string(data))
			for _, both := range pairsOf(reference, engine) {
				compared++
				got, want := both[0], both[1]
				if otherWords[want.Rule] != "" {
					met[want.Rule] = met[want.Rule] || got.Message != want.Message
					continue
				}
				if got.Message != asValidator.Replace(want.Message) {
					t.Errorf("%s, %s:\nvalidator: %s\nengine:    %s", file, want.Rule, got.Message, want.Message)
				}
			}
		}
	}
	if compared < 150 {
		t.Errorf("only %d violations were compared", compared)
	}
	for rule := range otherWords {
		if !met[rule] {
			t.Errorf("%s is explained in the same words by now: remove the entry", rule)
		}
	}
}

// pairsOf are the violations that both find, by clause, line and text, the validator's first. A child that is not allowed where all is complete breaks the
// same clause as elsewhere, and the path is that of its parent or its own.
func pairsOf(reference, engine error) (all [][2]xsd.Violation) {
	var of, by xsd.Violations
	errors.As(reference, &of)
	errors.As(engine, &by)
	clause := func(v xsd.Violation) string {
		return strings.Replace(v.Rule, "cvc-complex-type.2.4.d", "cvc-complex-type.2.4.a", 1)
	}
	for _, w := range by {
		for _, v := range of {
			if clause(v) == clause(w) && v.Line == w.Line && v.Text == w.Text {
				all = append(all, [2]xsd.Violation{v, w})
				break
			}
		}
	}
	return all
}
