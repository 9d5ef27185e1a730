// This file tests that an attribute is one member of an object in JSON, however it is named: a declared attribute, which a wildcard would let in as well, is there once.

package cases_test

import (
	"errors"
	"testing"

	idattributes "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/id_attributes"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestAttributeByTwoNames(t *testing.T) {
	for _, test := range []struct{ attributes, strict, tolerant string }{ // the rules that are broken first
		{`"@unit":"kg"`, "", ""},
		{`"@{urn:case}unit":"kg"`, "", ""},
		{`"@unit":"lb"`, "cvc-attribute.4", ""},
		{`"@{urn:case}unit":"lb"`, "cvc-attribute.4", ""},
		{`"@unit":"kg","@{urn:case}unit":"kg"`, "cvc-attribute", "cvc-attribute"},
		{`"@{urn:case}unit":"kg","@unit":"kg"`, "cvc-attribute", "cvc-attribute"},
		{`"@{urn:case}unit":"kg","@unit":null`, "cvc-attribute", "cvc-attribute"},
	} {
		text := []byte(`{"n":[{"@id":"first",` + test.attributes + `}]}`)
		var strictly, tolerantly idattributes.Root
		if rule := ruleOf(xsd.UnmarshalJSON(text, &strictly)); rule != test.strict {
			t.Errorf("%s: %q, want %q", text, rule, test.strict)
		}
		if rule := ruleOf(xsd.UnmarshalJSON(text, &tolerantly, xsd.Tolerant(nil))); rule != test.tolerant {
			t.Errorf("%s, tolerantly: %q, want %q", text, rule, test.tolerant)
		}
		if test.strict != "" {
			continue
		}
		if unit := strictly.N[0].Unit; unit == nil || unit.Text != "kg" {
			t.Errorf("%s: the unit is %v", text, unit)
		}
		if err := xsd.Validate(&strictly); err != nil {
			t.Errorf("%s cannot be written: %v", text, err)
		}
	}
}

// ruleOf returns the rule that is broken first, "" where there is no error.
func ruleOf(err error) string {
	var violations xsd.Violations
	var refused *xsd.RefusedError
	switch {
	case errors.As(err, &violations):
		return violations[0].Rule
	case errors.As(err, &refused):
		return refused.Violations[0].Rule
	case err != nil:
		return err.Error()
	}
	return ""
}
