// This file tests that an attribute is one member of an object in JSON, however it is named: a declared attribute, which a wildcard would let in as well, is there once.

package cases_test

import (
	"errors"
	"testing"

	idattributes "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/id_attributes"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestAttributeByTwoNames(t *testing.T) {
	for text, want := range map[string]string{
		`{"n":[{"@id":"first","@unit":"kg"}]}`:                        "",
		`{"n":[{"@id":"first","@{urn:case}unit":"kg"}]}`:              "",
		`{"n":[{"@id":"first","@{urn:case}unit":"lb"}]}`:              "cvc-attribute.4",
		`{"n":[{"@id":"first","@unit":"kg","@{urn:case}unit":"kg"}]}`: "cvc-attribute",
		`{"n":[{"@id":"first","@{urn:case}unit":"kg","@unit":"kg"}]}`: "cvc-attribute",
		`{"n":[{"@id":"first","@{urn:case}unit":"kg","@unit":null}]}`: "cvc-attribute",
	} {
		for _, tolerant := range []bool{false, true} {
			var opts []xsd.Option
			if tolerant {
				opts = append(opts, xsd.Tolerant(nil))
			}
			var v idattributes.Root
			err := xsd.UnmarshalJSON([]byte(text), &v, opts...)
			var violations xsd.Violations
			var refused *xsd.RefusedError
			if errors.As(err, &refused) {
				violations = refused.Violations
			}
			rule := ""
			if errors.As(err, &violations) || len(violations) > 0 {
				rule = violations[0].Rule
			}
			if rule != want && !(tolerant && rule == "") || tolerant && want == "cvc-attribute" && rule == "" {
				t.Errorf("tolerant %t: %s: %v, want %q", tolerant, text, err, want)
			}
			if want == "" && (v.N[0].Unit == nil || v.N[0].Unit.Text != "kg") {
				t.Errorf("tolerant %t: %s: the unit is %v", tolerant, text, v.N[0].Unit)
			}
		}
	}
}
