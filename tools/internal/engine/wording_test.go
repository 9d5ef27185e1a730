// This file holds the words of the second validator to those of the engine, which are those of generated code.

package engine_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
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

// TestRootWording: both say which root may have been meant, by its name in another namespace or in other letter case, however many others there are.
func TestRootWording(t *testing.T) {
	var others strings.Builder
	for i := range 30 {
		fmt.Fprintf(&others, `<xs:element name="a%02d" type="xs:int"/>`, i)
	}
	e, set := built(t, load.Options{FS: fstest.MapFS{"roots.xsd": {Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:r">` +
		others.String() + `<xs:element name="Order" type="xs:int"/></xs:schema>`)}}}, "roots.xsd")
	first := "{urn:r}Order or {urn:r}a00 or {urn:r}a01 or {urn:r}a02 or {urn:r}a03 or {urn:r}a04 or {urn:r}a05 or {urn:r}a06 or one of 23 more"
	for document, want := range map[string]string{
		`<Order xmlns="urn:other">1</Order>`: "the root element is {urn:other}Order; did you mean {urn:r}Order?",
		`<Order>1</Order>`:                   "the root element is Order; did you mean {urn:r}Order?",
		`<order xmlns="urn:r">1</order>`:     "the root element is {urn:r}order; did you mean {urn:r}Order?",
		`<invoice xmlns="urn:r">1</invoice>`: "the root element is {urn:r}invoice; expected is " + first,
	} {
		var violations xsd.Violations
		if err := e.XML(strings.NewReader(document)); !errors.As(err, &violations) || len(violations) != 1 || violations[0].Message != want {
			t.Errorf("engine, %s: %v, want %s", document, err, want)
		}
		violations = nil
		if err := validate.New(set).Document(strings.NewReader(document)); !errors.As(err, &violations) || len(violations) != 1 || violations[0].Message != want {
			t.Errorf("validator, %s: %v, want %s", document, err, want)
		}
	}
}
