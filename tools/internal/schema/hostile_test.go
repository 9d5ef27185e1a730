// Hostile schemas: an answer or a clear error in bounded time and memory, never a panic.

package schema

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// buildText builds the schema with the given content.
func buildText(content string) (*Set, error) {
	c := ruleCase{schema: content}
	text, _ := c.document()
	return c.build(text)
}

func TestHostileSchemas(t *testing.T) {
	nested := func(start, end string, n int) string { return strings.Repeat(start, n) + strings.Repeat(end, n) }
	chain := func(n int, link func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(link(i))
		}
		return b.String()
	}
	tests := []struct {
		name, schema string
		problem      string // part of the first message; "" for a schema that is accepted
	}{
		{"1,000 nested groups by reference", chain(1000, func(i int) string {
			return fmt.Sprintf(`<xs:group name="g%d"><xs:sequence><xs:group ref="g%d" minOccurs="0"/><xs:element name="e%d"/></xs:sequence></xs:group>`, i, i+1, i)
		}) + `<xs:group name="g1000"><xs:sequence><xs:element name="e"/></xs:sequence></xs:group><xs:complexType name="a"><xs:group ref="g0"/></xs:complexType>`, ""},
		{"groups that double", chain(1000, func(i int) string {
			return fmt.Sprintf(`<xs:group name="g%d"><xs:sequence><xs:group ref="g%d"/><xs:group ref="g%d"/></xs:sequence></xs:group>`, i, i+1, i+1)
		}) + `<xs:group name="g1000"><xs:sequence><xs:element name="e"/></xs:sequence></xs:group><xs:complexType name="a"><xs:group ref="g0"/></xs:complexType>`, "more than 100000 elements"},
		{"900 groups written inside each other", `<xs:complexType name="a"><xs:sequence>` + nested(`<xs:choice>`, `</xs:choice>`, 900) + `</xs:sequence></xs:complexType>`, ""},
		{"too deep", `<xs:complexType name="a"><xs:sequence>` + nested(`<xs:choice>`, `</xs:choice>`, 5000) + `</xs:sequence></xs:complexType>`, "MaxDepth"},
		{"100,000 enumeration values", `<xs:simpleType name="a"><xs:restriction base="xs:string">` + chain(100_000, func(i int) string {
			return fmt.Sprintf(`<xs:enumeration value="v%d"/>`, i)
		}) + `</xs:restriction></xs:simpleType>`, ""},
		{"a chain of 5,000 types", chain(5000, func(i int) string {
			return fmt.Sprintf(`<xs:complexType name="t%d"><xs:complexContent><xs:extension base="t%d"/></xs:complexContent></xs:complexType>`, i, i+1)
		}) + `<xs:complexType name="t5000"/>`, ""},
		{"a circle of 5,000 types", chain(5000, func(i int) string {
			return fmt.Sprintf(`<xs:simpleType name="t%d"><xs:restriction base="t%d"/></xs:simpleType>`, i, (i+1)%5000)
		}), "circular"},
		{"a circle of 5,000 groups", chain(5000, func(i int) string {
			return fmt.Sprintf(`<xs:group name="t%d"><xs:sequence><xs:group ref="t%d"/></xs:sequence></xs:group>`, i, (i+1)%5000)
		}), "contains itself"},
		{"a million occurrences", `<xs:complexType name="a"><xs:sequence><xs:element name="e" minOccurs="999999" maxOccurs="1000000"/></xs:sequence></xs:complexType>`, ""},
		{"more occurrences than numbers", `<xs:complexType name="a"><xs:sequence><xs:element name="e" maxOccurs="99999999999999999999999999"/></xs:sequence></xs:complexType>`, ""},
		{"a pattern built to explode", `<xs:simpleType name="a"><xs:restriction base="xs:string"><xs:pattern value="((a{0,1000}){0,1000}){0,1000}"/></xs:restriction></xs:simpleType>`, ""},
		{"2,000 members of one substitution group", `<xs:element name="h" type="xs:int"/>` + chain(2000, func(i int) string {
			return fmt.Sprintf(`<xs:element name="m%d" substitutionGroup="h"/>`, i)
		}) + `<xs:complexType name="a"><xs:sequence><xs:element ref="h" maxOccurs="unbounded"/></xs:sequence></xs:complexType>`, ""},
		{"attribute groups that double", chain(1000, func(i int) string {
			return fmt.Sprintf(`<xs:attributeGroup name="g%d"><xs:attributeGroup ref="g%d"/><xs:attributeGroup ref="g%d"/></xs:attributeGroup>`, i, i+1, i+1)
		}) + `<xs:attributeGroup name="g1000"><xs:attribute name="a"/></xs:attributeGroup>`, ""},
		{"unions that double", chain(1000, func(i int) string {
			return fmt.Sprintf(`<xs:simpleType name="u%d"><xs:union memberTypes="u%d u%d"/></xs:simpleType>`, i, i+1, i+1)
		}) + `<xs:simpleType name="u1000"><xs:restriction base="xs:int"/></xs:simpleType><xs:element name="e" type="u0" default="x"/>`, "more than 100000 member types"},
		{"5,000 references to nothing among 5,000 names", chain(5000, func(i int) string {
			return fmt.Sprintf(`<xs:complexType name="name%d"/><xs:element name="e%d" type="mane%d"/>`, i, i, i)
		}), "did you mean"},
		{"a choice of 3,000 restricted in reverse", `<xs:complexType name="b"><xs:choice>` + chain(3000, func(i int) string {
			return fmt.Sprintf(`<xs:element name="e%d"/>`, i)
		}) + `</xs:choice></xs:complexType><xs:complexType name="a"><xs:complexContent><xs:restriction base="b"><xs:choice>` + chain(3000, func(i int) string {
			return fmt.Sprintf(`<xs:element name="e%d"/>`, 2999-i)
		}) + `</xs:choice></xs:restriction></xs:complexContent></xs:complexType>`, "in this order"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var err error
			cost.AtMost(t, 300, func() { _, err = buildText(test.schema) })
			switch {
			case test.problem == "" && err != nil:
				t.Errorf("refused: %.300s", err)
			case test.problem != "" && (err == nil || !strings.Contains(err.Error(), test.problem)):
				t.Errorf("got %.300v, want %q", err, test.problem)
			}
		})
	}
}

func FuzzBuild(f *testing.F) {
	f.Add(schemaStart + `<xs:element name="a"/></xs:schema>`)
	f.Add(schemaStart + `<xs:redefine schemaLocation="#"><xs:group name="g"><xs:sequence><xs:group ref="g"/></xs:sequence></xs:group></xs:redefine></xs:schema>`)
	f.Add(schemaStart + `<xs:complexType name="a"><xs:complexContent><xs:restriction base="a"><xs:all><xs:element ref="e"/></xs:all><xs:anyAttribute/></xs:restriction></xs:complexContent></xs:complexType><xs:element name="e"><xs:key name="k"><xs:selector xpath="a|.//t:*"/><xs:field xpath="@*"/></xs:key></xs:element></xs:schema>`)
	f.Add(schemaStart + `<xs:simpleType name="s"><xs:union memberTypes="s xs:int"><xs:simpleType><xs:list itemType="s"/></xs:simpleType></xs:union></xs:simpleType><xs:complexType name="c" mixed="1"><xs:simpleContent><xs:restriction base="c"><xs:simpleType/><xs:length value="1"/></xs:restriction></xs:simpleContent></xs:complexType></xs:schema>`)
	f.Fuzz(func(t *testing.T, text string) {
		docs, err := load.Load([]string{"a.xsd"}, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(text)}}})
		if err != nil {
			return
		}
		set, err := Build(docs)
		if _, ok := errors.AsType[diag.Problems](err); (err == nil) == (set == nil) || err != nil && !ok {
			t.Fatalf("set %v, error %v", set, err)
		}
	})
}
