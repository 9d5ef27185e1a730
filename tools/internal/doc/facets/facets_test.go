// This file holds the words for facets to sentences written by hand.

package facets_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/facets"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

func TestWords(t *testing.T) {
	for definition, want := range map[string]string{
		`<xs:restriction base="xs:string"><xs:pattern value="[0-9]+"/><xs:length value="9"/></xs:restriction>`:          "text, nine digits",
		`<xs:restriction base="xs:string"><xs:pattern value="\d{11}"/></xs:restriction>`:                                "text, eleven digits",
		`<xs:restriction base="xs:string"><xs:pattern value="[0-9]{1,3}"/></xs:restriction>`:                            "text, one to three digits",
		`<xs:restriction base="xs:string"><xs:pattern value="[A-Z]{3,3}"/></xs:restriction>`:                            "text, three capital letters A to Z",
		`<xs:restriction base="xs:string"><xs:pattern value="a|b"/></xs:restriction>`:                                   "text, of the pattern a|b",
		`<xs:restriction base="xs:string"><xs:pattern value="a"/><xs:pattern value="b"/></xs:restriction>`:              "text, one of the patterns a  b",
		`<xs:restriction base="xs:string"><xs:maxLength value="4000"/></xs:restriction>`:                                "text, at most 4000 characters",
		`<xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction>`:                                   "text, not empty",
		`<xs:restriction base="xs:string"><xs:minLength value="2"/><xs:maxLength value="20"/></xs:restriction>`:         "text, 2 to 20 characters",
		`<xs:restriction base="xs:string"><xs:minLength value="3"/><xs:maxLength value="3"/></xs:restriction>`:          "text, exactly three characters",
		`<xs:restriction base="xs:hexBinary"><xs:length value="1"/></xs:restriction>`:                                   "bytes as hexadecimal digits, exactly one byte",
		`<xs:restriction base="xs:decimal"><xs:totalDigits value="15"/><xs:fractionDigits value="2"/></xs:restriction>`: "a decimal number, at most 15 digits, at most two decimals",
		`<xs:restriction base="xs:decimal"><xs:minInclusive value="0"/><xs:fractionDigits value="0"/></xs:restriction>`: "a decimal number, 0 or more, no decimals",
		`<xs:restriction base="xs:integer"><xs:minInclusive value="1"/><xs:maxInclusive value="12"/></xs:restriction>`:  "a whole number, from 1 to 12",
		`<xs:restriction base="xs:int"><xs:minExclusive value="1"/><xs:maxExclusive value="12"/></xs:restriction>`:      "a whole number of 32 bits, more than 1, less than 12",
		`<xs:restriction base="xs:string"><xs:enumeration value="a"/><xs:enumeration value="b"/></xs:restriction>`:      "text, one of two values",
		`<xs:restriction base="xs:gYear"/>`:          "a year such as 2022",
		`<xs:list itemType="xs:int"/>`:               "a list with spaces between; each item is a whole number of 32 bits",
		`<xs:union memberTypes="xs:date xs:gYear"/>`: "a date such as 2022-04-11; or a year such as 2022",
		`<xs:restriction><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType><xs:maxLength value="4"/></xs:restriction>`: "a list with spaces between; each item is a whole number of 32 bits, at most four items",
	} {
		got := strings.Join(facets.Words(typeOf(t, definition)), ", ")
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", definition, got, want)
		}
	}
}

func TestValues(t *testing.T) {
	typ := typeOf(t, `<xs:restriction base="xs:token"><xs:enumeration value=" a "/><xs:enumeration value="a"/><xs:enumeration value="b">
		<xs:annotation><xs:documentation>second</xs:documentation></xs:annotation></xs:enumeration></xs:restriction>`)
	values := facets.Values(typ)
	if len(values) != 2 || values[0].Text != "a" || values[1].Text != "b" || values[1].Doc[0] != "second" {
		t.Errorf("got %v", values)
	}
}

func typeOf(t *testing.T, definition string) *schema.SimpleType {
	t.Helper()
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T">` + definition + `</xs:simpleType></xs:schema>`
	documents, err := load.Load([]string{"s.xsd"}, load.Options{FS: fstest.MapFS{"s.xsd": {Data: []byte(text)}}})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return set.Type(schema.Name{Local: "T"}).(*schema.SimpleType)
}
