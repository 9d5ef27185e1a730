// How documents look: namespaces declared once and with the prefixes chosen, indentation, the declaration, hints where the schema is.

package codec

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// styled returns a root in urn:a with elements in urn:a and urn:b, of a schema whose author writes s and t for them.
func styled(qualified bool) *drawnPart {
	space := map[bool]string{true: "urn:a"}[qualified]
	text := simple.Restrict(Name{}, typeString)
	inner := &ComplexType{GoName: "Inner", Fields: []Field{
		{Kind: AttributeField, Name: Name{Space: "urn:a", Local: "id"}, Max: 1, Simple: text},
		{Name: Name{Space: "urn:b", Local: "leaf"}, Max: Unbounded, Simple: text},
	}}
	root := &ComplexType{GoName: "Root", Fields: []Field{
		{Name: Name{Space: space, Local: "own"}, Max: 1, Simple: text},
		{Name: Name{Space: "urn:b", Local: "in"}, Max: Unbounded, Type: "Inner"},
		{Name: Name{Space: "urn:b", Local: "mixed"}, Max: 1, Type: "Mixed"},
	}}
	mixed := &ComplexType{GoName: "Mixed", Mixed: true, Fields: []Field{{Name: Name{Space: "urn:b", Local: "leaf"}, Max: Unbounded, Simple: text, Item: true}, {Kind: MixedField}}}
	NewSchema(nil, &SchemaParts{
		Package: "pkg", Prefixes: simple.Prefixes{"s": "urn:a", "t": "urn:b", "u": "urn:unused"},
		Types:    []TypeEntry{TypeOf[drawnPart](root), TypeOf[drawnPart](inner), TypeOf[drawnPart](mixed)},
		Elements: []GlobalElement{&StructElement{Name: Name{Space: "urn:a", Local: "root"}, Type: "Root"}},
	})
	leaf := func(local string) drawnPart { return drawnPart{field: 1, simple: text, text: local} }
	in := drawnPart{field: 1, typ: inner, parts: []drawnPart{{field: 0, simple: text, text: "7"}, leaf("x"), leaf("y")}}
	inMixed := leaf("z")
	inMixed.field = 0
	return &drawnPart{typ: root, parts: []drawnPart{{field: 0, simple: text, text: "o"}, in, in, {field: 2, typ: mixed, parts: []drawnPart{inMixed}}}}
}

const (
	ins   = `<t:in s:id="7"><t:leaf>x</t:leaf><t:leaf>y</t:leaf></t:in>`
	mixed = `<t:mixed><t:leaf>z</t:leaf></t:mixed>`
)

func TestStyle(t *testing.T) {
	for name, test := range map[string]struct {
		unqualified bool
		options     []Option
		want        string
	}{
		"the author's prefixes": {want: `<?xml version="1.0" encoding="UTF-8"?><root xmlns="urn:a" xmlns:s="urn:a" xmlns:t="urn:b"><own>o</own>` + ins + ins + mixed + `</root>`},
		"elements without a namespace": {
			unqualified: true, options: []Option{Declaration(false)},
			want: `<s:root xmlns:s="urn:a" xmlns:t="urn:b"><own>o</own>` + ins + ins + mixed + `</s:root>`,
		},
		"chosen prefixes": {
			options: []Option{Declaration(false), WithPrefixes(simple.Prefixes{"": "urn:b", "q": "urn:a"})},
			want: `<q:root xmlns="urn:b" xmlns:q="urn:a"><q:own>o</q:own>` + strings.Repeat(`<in q:id="7"><leaf>x</leaf><leaf>y</leaf></in>`, 2) +
				`<mixed><leaf>z</leaf></mixed></q:root>`,
		},
		"where the schemas are": {
			options: []Option{Declaration(false), SchemaLocation("urn:a", "a.xsd"), SchemaLocation("urn:b", "b.xsd"), SchemaLocation("", "c.xsd")},
			want: `<root xmlns="urn:a" xmlns:s="urn:a" xmlns:t="urn:b" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
				` xsi:schemaLocation="urn:a a.xsd urn:b b.xsd" xsi:noNamespaceSchemaLocation="c.xsd"><own>o</own>` + ins + ins + mixed + `</root>`,
		},
		"indentation": {
			options: []Option{Declaration(false), Indent("  ")},
			want: "<root xmlns=\"urn:a\" xmlns:s=\"urn:a\" xmlns:t=\"urn:b\">\n  <own>o</own>\n" +
				strings.Repeat("  <t:in s:id=\"7\">\n    <t:leaf>x</t:leaf>\n    <t:leaf>y</t:leaf>\n  </t:in>\n", 2) + "  " + mixed + "\n</root>\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := MarshalXML(styled(!test.unqualified), test.options...)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPrefixThatCannotBe(t *testing.T) {
	for _, prefixes := range []simple.Prefixes{{"xml": "urn:a"}, {"1": "urn:a"}, {"a": ""}, {"xmlns": "urn:b"}} {
		if _, err := MarshalXML(styled(true), WithPrefixes(prefixes)); err == nil {
			t.Errorf("%v is accepted", prefixes)
		}
	}
}

// TestLargeOutputKeepsItsMemory: a byte of a document beyond what is kept in any case costs what a byte of a smaller one does.
func TestLargeOutputKeepsItsMemory(t *testing.T) {
	if small, large := memoryPerByte(t, 2000), memoryPerByte(t, 60000); large > small*5/4 {
		t.Errorf("a byte of a large document costs %.2f bytes of memory, of a small one %.2f", large, small)
	}
}

// memoryPerByte returns what a byte of a document with so many elements costs, once others like it have been written.
func memoryPerByte(t *testing.T, elements int) float64 {
	t.Helper()
	v := styled(true)
	in, last := v.parts[1], v.parts[len(v.parts)-1]
	v.parts = v.parts[:1]
	for range elements {
		v.parts = append(v.parts, in)
	}
	v.parts = append(v.parts, last)
	text, err := MarshalXML(v)
	if err != nil {
		t.Fatal(err)
	}
	if elements > 10000 && len(text) < 3*maxKept {
		t.Fatalf("%d bytes are too few to tell", len(text))
	}
	used := cost.Steady(func() { _, err = MarshalXML(v) })
	if err != nil {
		t.Fatal(err)
	}
	return float64(used) / float64(len(text))
}
