package model_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// TestTypeFaults: each entry of types: that cannot be is a problem at its position, with what to do.
func TestTypeFaults(t *testing.T) {
	for want, entry := range map[string]config.Type{
		"types: decimal: there is no such built-in datatype; write xs: and its name, as in xs:decimal":                                         {Name: "decimal", Go: "a.B"},
		"types: xs:number: there is no such built-in datatype":                                                                                 {Name: "xs:number", Go: "a.B"},
		"types: xs:QName: its values mean something only with the prefixes in scope":                                                           {Name: "xs:QName", Go: "a.B"},
		"types: xs:anySimpleType: it has no values of its own":                                                                                 {Name: "xs:anySimpleType", Go: "a.B"},
		"types: xs:ENTITIES: it is a list; name the type of its items, xs:ENTITY":                                                              {Name: "xs:ENTITIES", Go: "a.B"},
		"types: xs:decimal: int64 is for xs:integer, xs:nonPositiveInteger, ":                                                                  {Name: "xs:decimal", Go: "int64"},
		"types: xs:integer: int64 needs no conversion; leave out parse: and format:":                                                           {Name: "xs:integer", Go: "int64", Parse: "a.B"},
		`types: xs:integer: "int" is no Go type here; it can be a type of some package, such as example.com/money.Amount, or for integers int`: {Name: "xs:integer", Go: "int"},
		`types: xs:date: "a.b" is no Go type here`:                                                                                             {Name: "xs:date", Go: "a.b"},
		`types: xs:date: "a b.C" is no Go type here`:                                                                                           {Name: "xs:date", Go: "a b.C"},
		"types: xs:date: generated code would embed a type Validate beside its own method":                                                     {Name: "xs:date", Go: "a.Validate"},
		`types: xs:date: parse: "Parse" is no function of some package`:                                                                        {Name: "xs:date", Go: "a.B", Parse: "Parse"},
		`types: xs:date: format: "a/b" is neither a method such as String nor a function such as example.com/money.Format`:                     {Name: "xs:date", Go: "a.B", Format: "a/b"},
	} {
		entry.Position = diag.Position{File: "xsdgen.yaml", Line: 7, Column: 3}
		c := defaults
		c.Types = []config.Type{entry}
		_, err := model.Build(components(t, map[string]string{"a.xsd": document(`<xs:element name="a" type="xs:string"/>`)}), c)
		if err == nil || !strings.HasPrefix(err.Error(), "xsdgen.yaml:7:3: "+want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// TestWrappersOfSeveralPackages: each package has types of its own for what it uses, and their names differ from those of the schema.
func TestWrappersOfSeveralPackages(t *testing.T) {
	files := map[string]string{
		"a.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:b" targetNamespace="urn:a"><xs:import namespace="urn:b" schemaLocation="b.xsd"/>
			<xs:complexType name="T"><xs:complexContent><xs:extension base="b:Date"><xs:attribute name="t" type="xs:time"/></xs:extension></xs:complexContent></xs:complexType></xs:schema>`,
		"b.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b">
			<xs:complexType name="Date"><xs:attribute name="d" type="xs:date"/></xs:complexType></xs:schema>`,
	}
	c := defaults
	c.Types = []config.Type{{Name: "xs:date", Go: "example.com/day.Day"}, {Name: "xs:time", Go: "time.Time"}}
	view, err := model.Build(components(t, files), c)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, p := range view.Packages {
		for _, w := range p.Wrappers {
			got[p.Name] = append(got[p.Name], w.GoName+" "+w.Own.Alias+"."+w.Own.Name)
		}
	}
	if diff := cmp.Diff(map[string][]string{"a": {"XSDate day.Day", "Time time.Time"}, "b": {"XSDate day.Day"}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"xs:date": "XSDate"}, view.Names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}
