// This file tests what names become that clash, by the rules of the design.

package model_test

import (
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// enumeration is a simple type with values.
func enumeration(name string, values ...string) string {
	var b strings.Builder
	b.WriteString(`<xs:simpleType name="` + name + `"><xs:restriction base="xs:string">`)
	for _, v := range values {
		b.WriteString(`<xs:enumeration value="` + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(v) + `"/>`)
	}
	b.WriteString(`</xs:restriction></xs:simpleType>`)
	return b.String()
}

// TestRules: what clashes, what it is called, and whether a note says so.
func TestRules(t *testing.T) {
	const text = ` type="xs:string"/>`
	for name, test := range map[string]struct {
		body  string
		names map[string]string
		notes []string
	}{
		"attribute and element": {
			body:  `<xs:complexType name="T"><xs:sequence><xs:element name="key"` + text + `</xs:sequence><xs:attribute name="key"` + text + `</xs:complexType>`,
			names: map[string]string{"type/T/attribute/key": "KeyAttr"},
		},
		"attribute and text": {
			body:  `<xs:complexType name="T"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="value"` + text + `</xs:extension></xs:simpleContent></xs:complexType>`,
			names: map[string]string{"type/T/attribute/value": "ValueAttr"},
		},
		"lang and xml:lang": {
			body:  `<xs:import namespace="http://www.w3.org/XML/1998/namespace"/><xs:complexType name="T"><xs:attribute ref="xml:lang"/><xs:attribute name="lang"` + text + `</xs:complexType>`,
			names: map[string]string{"type/T/attribute/{http://www.w3.org/XML/1998/namespace}lang": "XMLLang"},
		},
		"signs": {
			body: enumeration("Rate", "15%", "15", "<", "<=", "a-b", "a.b", "c-d"),
			names: map[string]string{
				"type/Rate/enum/15%": "Rate15Percent", "type/Rate/enum/a-b": "RateAHyphenB", "type/Rate/enum/a.b": "RateADotB",
			},
		},
		"case": {
			body: enumeration("Unit", "mg", "Mg", "m²", "M²", "m", "M"),
			names: map[string]string{
				"type/Unit/enum/mg": "UnitLowerMg", "type/Unit/enum/m": "UnitLowerM", "type/Unit/enum/m²": "UnitLowerMSuperscriptTwo",
				"type/Unit/enum/M²": "UnitMSuperscriptTwo",
			},
		},
		"empty": {
			body:  enumeration("E", "Empty", "", "..."),
			names: map[string]string{"type/E/enum/Empty": "EValueEmpty"},
			notes: []string{"type/E/enum/Empty and type/E/enum/ (a.xsd:1:229) would both be called EEmpty in Go; type/E/enum/Empty is called EValueEmpty"},
		},
		"spaces": {
			body:  enumeration("E", "x", "x ", "a b", "a-b"),
			names: map[string]string{"type/E/enum/x ": "EXSpace", "type/E/enum/a-b": "EAHyphenB"},
		},
		"digits do not run into a counter": {
			body:  `<xs:complexType name="T"><xs:sequence><xs:element name="x1"` + text + `<xs:element name="X1"` + text + `<xs:element name="LowerX1"` + text + `</xs:sequence></xs:complexType>`,
			names: map[string]string{"type/T/element/x1": "AX1"},
		},
		"methods": {
			body:  `<xs:complexType name="T"><xs:sequence><xs:element name="validate"` + text + `</xs:sequence><xs:attribute name="readXSD"` + text + `</xs:complexType>`,
			names: map[string]string{"type/T/element/validate": "ValidateElement", "type/T/attribute/readXSD": "ReadXSDAttr"},
			notes: []string{"type/T/element/validate and the generated Validate would both be called Validate in Go; type/T/element/validate is called ValidateElement"},
		},
		"types": {
			body:  `<xs:complexType name="a-b"/><xs:complexType name="a.b"/><xs:complexType name="foo"/><xs:complexType name="Foo"/>`,
			names: map[string]string{"type/a-b": "AHyphenB", "type/a.b": "ADotB", "type/foo": "LowerFoo"},
		},
		"what the package declares": {
			body:  `<xs:complexType name="schema"/><xs:simpleType name="readXML"><xs:restriction base="xs:string"/></xs:simpleType>`,
			names: map[string]string{"type/schema": "SchemaType", "type/readXML": "ReadXMLType"},
			notes: []string{
				"type/schema and the generated Schema would both be called Schema in Go; type/schema is called SchemaType",
				"type/readXML and the generated ReadXML would both be called ReadXML in Go; type/readXML is called ReadXMLType",
			},
		},
		"a type and the anonymous type of an element": {
			body:  `<xs:complexType name="Foo"/><xs:element name="foo"><xs:complexType/></xs:element>`,
			names: map[string]string{"element/foo/type": "FooElementType"},
			notes: []string{"element/foo/type and type/Foo (a.xsd:1:141) would both be called Foo in Go; element/foo/type is called FooElementType"},
		},
		"an element's descriptor": {
			body:  `<xs:complexType name="RootElement"/><xs:element name="root" type="xs:string"/>`,
			names: map[string]string{"element/root": "RootGlobal"},
			notes: []string{"element/root and type/RootElement (a.xsd:1:141) would both be called RootElement in Go; element/root is called RootGlobal"},
		},
		"an element typed by its head": {
			body: `<xs:element name="head"><xs:complexType/></xs:element><xs:element name="book" substitutionGroup="head"/>`,
		},
		"branches": {
			body:  `<xs:complexType name="T"><xs:choice><xs:element name="a"` + text + `<xs:element name="b"` + text + `</xs:choice></xs:complexType><xs:complexType name="TA"/><xs:complexType name="TChoice"/>`,
			names: map[string]string{"type/T/choice/branch/a": "TChoiceA", "type/T/choice/type": "TBranch"},
			notes: []string{
				"type/T/choice/type and type/TChoice (a.xsd:1:311) would both be called TChoice in Go; type/T/choice/type is called TBranch",
				"type/T/choice/branch/a and type/TA (a.xsd:1:284) would both be called TA in Go; type/T/choice/branch/a is called TChoiceA",
			},
		},
		"a constant": {
			body:  enumeration("T", "a") + `<xs:complexType name="TA"/>`,
			names: map[string]string{"type/T/enum/a": "TValueA"},
			notes: []string{"type/T/enum/a and type/TA (a.xsd:1:258) would both be called TA in Go; type/T/enum/a is called TValueA"},
		},
		"an unqualified element beside a qualified one": {
			body:  `<xs:element name="x" type="xs:string"/><xs:complexType name="T"><xs:sequence><xs:element ref="x"/><xs:element name="x" form="unqualified"` + text + `</xs:sequence></xs:complexType>`,
			names: map[string]string{"type/T/element/{}x": "AX"},
		},
		"a wildcard and an element": {
			body:  `<xs:complexType name="T"><xs:choice><xs:element name="any"` + text + `<xs:any namespace="##other"/></xs:choice></xs:complexType>`,
			names: map[string]string{"type/T/choice/branch/any/2": "TAnyElement"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			view, err := model.Build(components(t, map[string]string{"a.xsd": document(test.body)}), defaults)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.names, view.Names); diff != "" && len(test.names)+len(view.Names) > 0 {
				t.Errorf("names (-want +got):\n%s", diff)
			}
			var notes []string
			for _, n := range view.Notes {
				notes = append(notes, n.Message)
			}
			if diff := cmp.Diff(test.notes, notes); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
			stored(t, test.body, view)
		})
	}
}

// stored demands that the names by rule, as configuration, give the same view, and no further names.
func stored(t *testing.T, body string, view *model.View) {
	t.Helper()
	config := defaults
	config.Names, config.Strict = maps.Clone(view.Names), true
	again, err := model.Build(components(t, map[string]string{"a.xsd": document(body)}), config)
	if err != nil {
		t.Fatalf("with the names stored: %v", err)
	}
	if len(again.Names) > 0 {
		t.Errorf("with the names stored, more are chosen: %v", again.Names)
	}
	for i, p := range view.Packages {
		if diff := cmp.Diff(describe(p), describe(again.Packages[i])); diff != "" {
			t.Errorf("with the names stored (-before +after):\n%s", diff)
		}
	}
}

// TestStrictNames: what no common rule determines is an error, with the lines that settle it; what one does is not.
func TestStrictNames(t *testing.T) {
	config := defaults
	config.Strict = true
	_, err := model.Build(components(t, map[string]string{"a.xsd": document(`
<xs:complexType name="schema"/>` + enumeration("U", "m", "M"))}), config)
	var clash *model.ClashError
	if !errors.As(err, &clash) {
		t.Fatalf("got %v, want a ClashError", err)
	}
	want := `a.xsd:2:1: type/schema and the generated Schema would both be called Schema in Go
choose names in xsdgen.yaml, or let xsdgen generate --write-names store these:
names:
  type/schema: SchemaType`
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestConfiguredTwice: names that the configuration itself makes equal are for the configuration to mend.
func TestConfiguredTwice(t *testing.T) {
	config := defaults
	config.Names = map[string]string{"type/A": "X", "type/B": "X"}
	_, err := model.Build(components(t, map[string]string{"a.xsd": document(`<xs:complexType name="A"/><xs:complexType name="B"/>`)}), config)
	var problems diag.Problems
	if !errors.As(err, &problems) || !strings.Contains(err.Error(), "names: type/B and type/A (a.xsd:1:141) are both called X; give one of them another name") {
		t.Errorf("got %v", err)
	}
}

// TestChoicesOfChoices: an anonymous choice is never a ChoiceChoice.
func TestChoicesOfChoices(t *testing.T) {
	const pair = `<xs:choice><xs:element name="choice" type="xs:string"/><xs:element name="b" type="xs:string"/></xs:choice>`
	got := describe(build(t, `<xs:complexType name="PartyChoice"><xs:sequence>`+pair+
		`<xs:choice><xs:element name="c" type="xs:string"/><xs:element name="d" type="xs:string"/></xs:choice></xs:sequence></xs:complexType>
		<xs:complexType name="KeyChoice">`+pair+`</xs:complexType>`)[0])
	want := []string{
		"struct PartyChoice", "  ChoiceBranch PartyChoiceChoiceBranch",
	}
	if diff := cmp.Diff(want, got[:2]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, line := range got {
		if strings.Contains(line, "KeyChoiceChoice ") {
			t.Error(line)
		}
	}
}

// TestCircle: namespaces that refer to each other are one package; what the configuration takes apart is a problem.
func TestCircle(t *testing.T) {
	files := map[string]string{
		"a.xsd": document(`<xs:import namespace="urn:b" schemaLocation="b.xsd"/><xs:element name="x" type="b:B"/><xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType>`),
		"b.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:a" targetNamespace="urn:b"><xs:import namespace="urn:a" schemaLocation="a.xsd"/>
<xs:import namespace="urn:c" schemaLocation="c.xsd"/><xs:complexType name="B"><xs:attribute name="s" type="a:S"/></xs:complexType><xs:complexType name="S"/></xs:schema>`,
		"c.xsd": strings.ReplaceAll(document(`<xs:complexType name="S"/>`), "urn:a", "urn:c"),
	}
	view, err := model.Build(components(t, files), defaults)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"urn:a": "example.com/a", "urn:b": "example.com/a", "urn:c": "example.com/a/c"}
	if diff := cmp.Diff(want, view.Namespaces); diff != "" {
		t.Errorf("namespaces (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"type/{urn:b}S": "BS"}, view.Names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	pinned := defaults
	pinned.Namespaces = view.Namespaces
	again, err := model.Build(components(t, files), pinned)
	if err != nil || len(again.Packages) != 2 || len(again.Namespaces) != 0 {
		t.Errorf("pinned: %v, %v", again, err)
	}
	pinned.Namespaces = map[string]string{"urn:a": "example.com/a", "urn:b": "example.com/a/b"}
	_, err = model.Build(components(t, files), pinned)
	if err == nil || !strings.Contains(err.Error(), "put them into one package:\nnamespaces:\n  \"urn:a\": example.com/a\n  \"urn:b\": example.com/a") {
		t.Errorf("taken apart: %v", err)
	}
}

// Of two namespaces of one package that documents call by one prefix, the first has it.
func TestOnePrefixForTwoNamespaces(t *testing.T) {
	const format = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:x="urn:%[2]s" targetNamespace="urn:%[1]s">` +
		`<xs:import namespace="urn:%[2]s" schemaLocation="%[2]s.xsd"/><xs:element name="e" type="x:T"/><xs:complexType name="T"/></xs:schema>`
	view, err := model.Build(components(t, map[string]string{"a.xsd": fmt.Sprintf(format, "a", "b"), "b.xsd": fmt.Sprintf(format, "b", "a")}), defaults)
	if err != nil || len(view.Packages) != 1 {
		t.Fatal(view, err)
	}
	if diff := cmp.Diff(map[string]string{"urn:a": "x"}, view.Packages[0].Prefixes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
