// Warnings: correct schemas that do not do what they seem to.

package schema

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWarnings(t *testing.T) {
	constraint := func(selector, field string) string {
		return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">
<xs:element name="root"><xs:complexType><xs:sequence><xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence><xs:attribute name="x"/></xs:complexType></xs:element></xs:sequence></xs:complexType>
<xs:key name="k"><xs:selector xpath="` + selector + `"/>
<xs:field xpath="` + field + `"/></xs:key></xs:element></xs:schema>`
	}
	nothing := func(position, path, more string) []string {
		return []string{"schema.xsd:" + position + `: the path "` + path + `" can match nothing, so the constraint k checks nothing and generated code leaves it out: no document has an element where it leads; correct the path` + more}
	}
	const selects = `schema.xsd:3:18: the path "a" can match nothing, so the constraint k checks nothing and generated code leaves it out: a without prefix is in no namespace, but the element a is in urn:t; declare a prefix for it and write it in the path`
	derived := func(selector string) string {
		return `<xs:complexType name="base"/><xs:complexType name="more"><xs:complexContent><xs:extension base="base"><xs:sequence>
<xs:element name="a"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:element name="root"><xs:complexType><xs:sequence><xs:element name="b" type="base"/></xs:sequence></xs:complexType><xs:unique name="k"><xs:selector xpath="` + selector + `"/><xs:field xpath="@x"/></xs:unique></xs:element>`
	}
	tests := []struct {
		name, schema string
		want         []string
	}{
		{"prefixed", constraint("t:a", "t:b"), nil},
		{"attribute", constraint(".//t:a", "@x"), nil},
		{"unprefixed selector", constraint("a", "b"), []string{selects}},
		{"unprefixed field", constraint("t:a", "b"), []string{`schema.xsd:4:1: the path "b" can match nothing: b without prefix is in no namespace, but the element b is in urn:t; declare a prefix for it and write it in the path`}},
		{"any name", constraint("*", "t:*"), nil},
		{"recursive content", `<xs:complexType name="n"><xs:sequence><xs:element name="n" type="n" minOccurs="0"/></xs:sequence><xs:attribute name="x"/></xs:complexType><xs:element name="root" type="n"><xs:key name="k"><xs:selector xpath=".//n"/><xs:field xpath="@x"/></xs:key></xs:element>`, nil},
		{"no such name", constraint("q", "@x"), nothing("3:18", "q", "")},
		{"of two paths one selects", constraint("a|t:a", "@x"), nil},
		{"below a simple type", constraint("t:a/t:b/t:c", "@x"), nothing("3:18", "t:a/t:b/t:c", "")},
		{"by xsi:type", derived("b/a"), nil},
		{"by no xsi:type", derived("b/c"), nothing("4:139", "b/c", "")},
		{"anything below xs:anyType", derived("b/a/c"), nil},
		{"by substitution", `<xs:element name="head"/><xs:element name="member" substitutionGroup="t:head" type="xs:int"/><xs:element name="root"><xs:complexType><xs:sequence><xs:element ref="t:head"/></xs:sequence></xs:complexType><xs:key name="k"><xs:selector xpath="t:member"/><xs:field xpath="."/></xs:key></xs:element>`, nil},
		{
			"several of a schema", `<xs:element name="root"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType>
<xs:key name="k"><xs:selector xpath="b"/><xs:field xpath="."/></xs:key><xs:unique name="l"><xs:selector xpath="c"/><xs:field xpath="."/></xs:unique><xs:keyref name="m" refer="k"><xs:selector xpath=".//d"/><xs:field xpath="."/></xs:keyref></xs:element>`,
			nothing("3:18", "b", "; 2 more constraints of this schema select nothing"),
		},
		{"wildcard", `<xs:element name="root"><xs:complexType><xs:sequence><xs:any/></xs:sequence></xs:complexType><xs:key name="k"><xs:selector xpath="root"/><xs:field xpath="@x"/></xs:key></xs:element>`, nil},
		{"documents that were not read", `<xs:include schemaLocation="missing.xsd"/><xs:import namespace="urn:o" schemaLocation="http://example.org/o.xsd"/><xs:import namespace="urn:p"/>`, []string{
			`schema.xsd:2:1: a document was not read, and nothing in it is referred to: missing.xsd: there is no such file; correct schemaLocation, or give the file with --schema or in a catalog`,
			`schema.xsd:2:43: a document was not read, and nothing in it is referred to: http://example.org/o.xsd is a network address, and nothing is fetched; give a file with --schema or in a catalog, or let xsdgen vendor --fetch save it`,
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			set, err := buildText(test.schema)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, w := range set.Warnings {
				got = append(got, w.Error())
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("warnings differ (-want +got):\n%s", diff)
			}
		})
	}
}
