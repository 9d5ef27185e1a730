// This file tests which packages import which, beyond what their declarations name.

package model_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

func TestImports(t *testing.T) {
	a := func(body string) string {
		return document(`<xs:import namespace="urn:b" schemaLocation="b.xsd"/><xs:element name="a" type="xs:int"/>` + body)
	}
	b := func(body string) string {
		return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b"><xs:attribute name="mark" type="xs:int"/>` + body + `</xs:schema>`
	}
	wildcard := func(process string) string {
		return `<xs:element name="b"><xs:complexType><xs:sequence><xs:any namespace="##other" processContents="` + process + `"/></xs:sequence></xs:complexType></xs:element>`
	}
	tests := []struct {
		name       string
		a, b       string
		namespaces map[string]string
		want       []string
	}{
		{"imported by the document alone", a(""), b(wildcard("lax")), nil, []string{"example.com/a [example.com/a/b]", "example.com/a/b []"}},
		{"let in by a strict wildcard of what it imports", a(""), b(wildcard("strict")), nil, []string{"example.com/a []"}},
		{
			"kept apart by the configuration", a(""), b(wildcard("strict")),
			map[string]string{"urn:a": "example.com/a", "urn:b": "example.com/a/b"},
			[]string{"example.com/a [example.com/a/b]", "example.com/a/b []"},
		},
		{
			"let in by a strict wildcard, and not imported back", a(`<xs:complexType name="c"><xs:anyAttribute namespace="##other"/></xs:complexType>`), b(""), nil,
			[]string{"example.com/a [example.com/a/b]", "example.com/a/b []"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			config := defaults
			config.Namespaces = test.namespaces
			view, err := model.Build(components(t, map[string]string{"a.xsd": test.a, "b.xsd": test.b}), config)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range view.Packages {
				got = append(got, fmt.Sprint(p.Path, " ", p.Imports))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The first package imports those that its schema does not refer to, if they do not refer to it: here c, of which d is a part, and not above, which imports it.
func TestImportsOfUnrelated(t *testing.T) {
	given := func(namespace, body string) string {
		return strings.Replace(document(body), `targetNamespace="urn:a"`, `targetNamespace="`+namespace+`"`, 1)
	}
	view, err := model.Build(components(t, map[string]string{
		"a.xsd":     given("urn:a", `<xs:element name="a" type="xs:int"/>`),
		"above.xsd": given("urn:above", `<xs:import namespace="urn:a" schemaLocation="a.xsd"/><xs:element name="b" type="xs:int"/>`),
		"c.xsd":     given("urn:c", `<xs:import namespace="urn:d" schemaLocation="d.xsd"/><xs:element name="c" type="xs:int"/>`),
		"d.xsd":     given("urn:d", `<xs:element name="d" type="xs:int"/>`),
	}, "a.xsd", "above.xsd", "c.xsd"), defaults)
	if err != nil {
		t.Fatal(err)
	}
	imports := map[string][]string{}
	for _, p := range view.Packages {
		imports[p.Name] = p.Imports
	}
	want := map[string][]string{"a": {"example.com/a/c"}, "above": {"example.com/a"}, "c": {"example.com/a/d"}, "d": nil}
	if diff := cmp.Diff(want, imports); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"urn:above"}, view.Above); diff != "" {
		t.Errorf("above (-want +got):\n%s", diff)
	}
}
