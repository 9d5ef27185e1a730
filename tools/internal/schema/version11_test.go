package schema

import (
	"fmt"
	"testing"
)

// TestVersion11: one problem names what needs XSD 1.1, and nothing that follows from it.
func TestVersion11(t *testing.T) {
	const start, end = "schema.xsd:%s: the schema is written in XSD 1.1, and only XSD 1.0 is read; it has ", "; ask its publisher for a version in XSD 1.0 [xsd-1.1]"
	tests := []struct{ name, schema, at, has string }{
		{
			"assertion and type", `<xs:complexType name="t"><xs:attribute name="a" type="xs:dateTimeStamp"/><xs:assert test="@a"/></xs:complexType>`, "2:26",
			"the type xs:dateTimeStamp at schema.xsd:2:26, xs:assert at schema.xsd:2:74",
		},
		{"alternative", `<xs:element name="e"><xs:alternative type="xs:error"/></xs:element>`, "2:22", "xs:alternative at schema.xsd:2:22"},
		{"member types", `<xs:simpleType name="s"><xs:union memberTypes="xs:int xs:yearMonthDuration"/></xs:simpleType>`, "2:25", "the type xs:yearMonthDuration at schema.xsd:2:25"},
		{
			"all", `<xs:group name="g"><xs:all><xs:element name="a" maxOccurs="2"/><xs:any/></xs:all></xs:group>`, "2:20",
			`maxOccurs="2" in xs:all at schema.xsd:2:20, xs:any in xs:all at schema.xsd:2:20`,
		},
		{"wildcards", `<xs:group name="g"><xs:sequence><xs:any notQName="##defined"/></xs:sequence></xs:group>`, "2:33", "notQName of xs:any at schema.xsd:2:33"},
		{"two heads", `<xs:element name="e" substitutionGroup="a b"/>`, "2:1", "several substitutionGroup names of xs:element at schema.xsd:2:1"},
		{
			"more than a few", `<xs:override/><xs:override/><xs:override/><xs:override/><xs:override/><xs:override/><xs:override/><xs:override/><xs:override/><xs:override/><xs:override/><xs:override/>`, "2:1",
			"xs:override at schema.xsd:2:1, xs:override at schema.xsd:2:15, xs:override at schema.xsd:2:29, xs:override at schema.xsd:2:43, xs:override at schema.xsd:2:57, " +
				"xs:override at schema.xsd:2:71, xs:override at schema.xsd:2:85, xs:override at schema.xsd:2:99, xs:override at schema.xsd:2:113, xs:override at schema.xsd:2:127, and 2 more",
		},
		{
			"root", `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" vc:minVersion="1.1"><xs:element/></xs:schema>`, "1:1",
			"vc: attributes of the root that exclude XSD 1.0 at schema.xsd:1:1",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := ruleCase{schema: test.schema}
			text, _ := c.document()
			_, err := c.build(text)
			if want := fmt.Sprintf(start, test.at) + test.has + end; fmt.Sprint(err) != want {
				t.Errorf("got  %v\nwant %s", err, want)
			}
		})
	}
}

// TestNotVersion11: what looks like XSD 1.1 and is none.
func TestNotVersion11(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "documentation", schema: `<xs:annotation><xs:appinfo><xs:assert/></xs:appinfo></xs:annotation>`},
		{name: "own types", schema: `<xs:simpleType name="error"><xs:restriction base="xs:int"/></xs:simpleType><xs:element name="e" type="error"/>`},
		{name: "left out for XSD 1.0", schema: `<xs:element xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" vc:minVersion="1.1" name="e" type="xs:error"/><xs:element xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" vc:maxVersion="1.1" name="e"/>`},
	})
}
