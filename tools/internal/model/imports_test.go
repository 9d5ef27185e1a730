// This file tests which packages import which, beyond what their declarations name.

package model_test

import (
	"fmt"
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
