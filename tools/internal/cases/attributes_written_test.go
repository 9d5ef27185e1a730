// This file writes attributes that the schema supplies, and attributes that no wildcard lets in.

package cases_test

import (
	"errors"
	"testing"

	anyattribute "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/any_attribute"
	idattributes "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/id_attributes"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// An attribute left out has its default, which refers to an ID: the element with it must be there (XSD 1.0 Part 1, section 3.15.4, cvc-id).
func TestDefaultsThatReferAreWritten(t *testing.T) {
	first := xsd.ID("first")
	for _, test := range []struct {
		elements []idattributes.RootN
		rule     string
	}{
		{[]idattributes.RootN{{}}, "cvc-id.1"},
		{[]idattributes.RootN{{}, {Id: &first}}, ""},
	} {
		checkWritten(t, &idattributes.Root{N: test.elements}, test.rule)
	}
}

// The attributes of the instance namespace are none that a wildcard lets in: what they say, the Go value says elsewhere (section 3.2.7).
func TestInstanceAttributesAreNotLetIn(t *testing.T) {
	for _, local := range []string{"nil", "type", "schemaLocation"} {
		name := xsd.Name{Space: "http://www.w3.org/2001/XMLSchema-instance", Local: local}
		checkWritten(t, &anyattribute.Item{AnyAttributes: []xsd.AnyAttribute{{Name: name, Value: "true"}}}, "cvc-complex-type.3.2.2")
	}
}

// checkWritten demands that a value breaks a rule, or none, in both formats.
func checkWritten(t *testing.T, v xsd.XMLValue, rule string) {
	t.Helper()
	_, asXML := xsd.MarshalXML(v)
	_, asJSON := xsd.MarshalJSON(v)
	for format, err := range map[string]error{"XML": asXML, "JSON": asJSON} {
		got := ""
		if violations := xsd.Violations(nil); errors.As(err, &violations) {
			got = violations[0].Rule
		}
		if got != rule || (err == nil) != (rule == "") {
			t.Errorf("%s of %+v: %v, want %q", format, v, err, rule)
		}
	}
}
