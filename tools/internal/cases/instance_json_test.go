package cases_test

import (
	"errors"
	"testing"

	anyattribute "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/any_attribute"
	anytype "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/any_type"
	aswritten "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/as_written"
	identityanyattribute "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/identity_any_attribute"
	wildcardnested "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/wildcard_nested"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// TestInstanceInJSON: what XML says by attributes of the schema instance namespace is judged in JSON by the same rules (XSD 1.0 Part 1, sections 2.6 and 3.3.4), and
// a name that XML cannot have is none.
func TestInstanceInJSON(t *testing.T) {
	const xsi = "@{http://www.w3.org/2001/XMLSchema-instance}"
	anything := func() xsd.XMLValue { return new(anytype.Holder) }
	item := func() xsd.XMLValue { return new(anyattribute.Item) }
	lines := func() xsd.XMLValue { return new(aswritten.Root) }
	identified := func() xsd.XMLValue { return new(identityanyattribute.Root) }
	nested := func() xsd.XMLValue { return new(wildcardnested.Root) }
	schemas := `"#namespaces":{"p":"http://www.w3.org/2001/XMLSchema"},`
	for _, test := range []struct {
		text, rule string // "" for a text that is valid
		value      func() xsd.XMLValue
	}{
		{`{"anything":{"` + xsi + `nil":"true"}}`, "cvc-elt.3.1", anything},
		{`{"anything":{"` + xsi + `nil":"false"}}`, "cvc-elt.3.1", anything},
		{`{"anything":{"` + xsi + `nil":"any"}}`, "cvc-attribute.3", anything},
		{`{"anything":{"` + xsi + `type":"p:anyType"}}`, "cvc-elt.4.1", anything},
		{`{"anything":{"` + xsi + `type":"anyType"}}`, "cvc-elt.4.2", anything},
		{`{"anything":{"#namespaces":{"p":"urn:p"},"` + xsi + `type":"p:anyType"}}`, "cvc-elt.4.2", anything},
		{`{"anything":{` + schemas + `"` + xsi + `type":"p:int"}}`, "cvc-elt.4.2", anything},
		{`{"anything":{` + schemas + `"` + xsi + `type":"p:anyType"}}`, "", anything},
		{`{"anything":{` + schemas + `"#content":[{"{urn:x}a":{"` + xsi + `type":"p:anyType"}}]}}`, "", anything},
		{`{"anything":{"#content":[{"{urn:x}a":{"` + xsi + `type":"p:anyType"}}]}}`, "cvc-elt.4.1", anything},
		{`{"anything":{"#content":[{"{urn:x}a":{"@type":"{http://www.w3.org/2001/XMLSchema}int"}}]}}`, "cvc-type.3.1.3", anything},
		{`{"anything":{"#content":[{"{urn:x}a":{"@{http://www.w3.org/2000/xmlns/}p":"urn:p"}}]}}`, "cvc-complex-type.2.4.a", anything},
		{`{"anything":{"#content":[{"{http://www.w3.org/2000/xmlns/}a":"b"}]}}`, "cvc-complex-type.2.4.a", anything},
		{`{"line":[{"amount":[1],"anything":{"` + xsi + `nil":"true","@{urn:x}a":"b"}}]}`, "", lines},
		{`{"line":[{"amount":[1],"anything":{"` + xsi + `nil":"1","#content":["a"]}}]}`, "cvc-elt.3.2.1", lines},
		{`{"` + xsi + `nil":"false"}`, "cvc-complex-type.3.2.2", item},
		{`{"` + xsi + `schemaLocation":"urn:x x.xsd"}`, "cvc-complex-type.3.2.2", item},
		{`{"@xmlns":"urn:x"}`, "cvc-complex-type.3.2.2", item},
		{`{"@{http://www.w3.org/2000/xmlns/}p":"urn:x"}`, "cvc-complex-type.3.2.2", item},
		{`{"@{urn:x}a":"b"}`, "", item},
		{`{"box":[{"label":"a"}],"pair":[{"one":{"#any":"any"}}],"last":1}`, "cvc-complex-type.2.4", nested},
		{`{"box":[{"label":"a"}],"pair":[{"one":{"#any":{"{urn:x}a":"b"}}}],"last":1}`, "", nested},
		{`{"n":[{"#nil":true,"@a":1}]}`, "cvc-identity-constraint.3", identified},
		{`{"n":[null,{"@a":1}]}`, "", identified},
		{`{"n":[null,null]}`, "cvc-identity-constraint.4.2.2", identified},
		{`{"n":[{"@a":1}],"s":[null],"v":[null]}`, "cvc-identity-constraint.4.1", identified},
		{`{"n":[{"@a":1}],"v":[{"@type":"{urn:case}Derived","@b":1}]}`, "cvc-identity-constraint.3", identified},
		{`{"n":[{"@a":1}],"v":[{"@type":"{urn:case}Base","@b":1}]}`, "", identified},
		{`{"n":[{"@a":1}],"s":[null,null]}`, "cvc-identity-constraint.4.1", identified},
	} {
		v := test.value()
		err := xsd.UnmarshalJSON([]byte(test.text), v)
		var violations xsd.Violations
		switch errors.As(err, &violations); {
		case test.rule == "" && err != nil:
			t.Errorf("%s: %v", test.text, err)
		case test.rule == "":
			if _, err := xsd.MarshalXML(v); err != nil {
				t.Errorf("%s is read, and not written: %v", test.text, err)
			}
		case len(violations) == 0 || violations[0].Rule != test.rule:
			t.Errorf("%s: %v; want %s", test.text, err, test.rule)
		}
	}
}

// TestNilCountsAsAttribute: a nil element that has no value either says xsi:nil, which a field "@*" finds in it and not in the element around it.
func TestNilCountsAsAttribute(t *testing.T) {
	n := []xsd.Nillable[identityanyattribute.RootN]{{Value: identityanyattribute.RootN{A: new(int32)}}}
	nilled := xsd.Nillable[identityanyattribute.AnyBase]{Nil: true}
	for _, test := range []struct {
		v     []xsd.Nillable[identityanyattribute.AnyBase]
		valid bool
	}{
		{[]xsd.Nillable[identityanyattribute.AnyBase]{nilled}, true},
		{[]xsd.Nillable[identityanyattribute.AnyBase]{nilled, nilled}, false},
		{[]xsd.Nillable[identityanyattribute.AnyBase]{nilled, {Nil: true, Value: new(identityanyattribute.Base)}}, false},
	} {
		root := &identityanyattribute.Root{N: n, V: test.v}
		_, asXML := xsd.MarshalXML(root)
		_, asJSON := xsd.MarshalJSON(root)
		if (asXML == nil) != test.valid || (asJSON == nil) != test.valid {
			t.Errorf("%+v: XML %v, JSON %v, valid %t", test.v, asXML, asJSON, test.valid)
		}
	}
}

// TestElementOutsideItsArray: what a wildcard lets in is read tolerantly where no array is around it.
func TestElementOutsideItsArray(t *testing.T) {
	var root wildcardnested.Root
	var deviations xsd.Violations
	text := `{"box":[{"label":"a","#any":{"{urn:x}a":"b"}}],"pair":[],"last":1}`
	err := xsd.UnmarshalJSON([]byte(text), &root, xsd.Tolerant(&deviations))
	if err != nil || len(deviations) != 1 || deviations[0].Rule != "cvc-complex-type.2.4" {
		t.Fatalf("%v, deviations %v; want one, that an array is expected", err, deviations)
	}
	if found := root.Box[0].Any; len(found) != 1 || found[0].Name != (xsd.Name{Space: "urn:x", Local: "a"}) || found[0].Text() != "b" {
		t.Errorf("%+v; want the element a of urn:x", found)
	}
}
