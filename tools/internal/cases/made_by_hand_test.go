// This file writes values that a program makes and no document gives. What is written is read as the same, or it is not written.

package cases_test

import (
	"reflect"
	"testing"

	anyattribute "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/any_attribute"
	anytype "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/any_type"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/extras"
	otherpkg "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/extras/other"
	idattributes "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/id_attributes"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/qname"
	roottype "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/root_type"
	wildcardmixed "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/wildcard_mixed"
	wildcardstrict "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/wildcard_strict"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

const (
	schemaNamespace   = "http://www.w3.org/2001/XMLSchema"
	instanceNamespace = "http://www.w3.org/2001/XMLSchema-instance"
)

func caseName(local string) xsd.Name  { return xsd.Name{Space: "urn:case", Local: local} }
func otherName(local string) xsd.Name { return xsd.Name{Space: "urn:x", Local: local} }

// lax, strict and skip hold an element that a wildcard lets in, by what the wildcard asks for.
func lax(e xsd.AnyElement) xsd.XMLValue { return &roottype.Box{Any: []xsd.AnyElement{e}} }

func strict(e xsd.AnyElement) xsd.XMLValue {
	return &wildcardstrict.Envelope{Content: []wildcardstrict.EnvelopeItem{wildcardstrict.EnvelopeAny{Any: e}}}
}

func skip(e xsd.AnyElement) xsd.XMLValue {
	return &wildcardmixed.Root{Content: []wildcardmixed.RootItem{wildcardmixed.RootText("a"), wildcardmixed.RootAny{Any: e}, wildcardmixed.RootText("b")}}
}

// inside puts an element in one that no schema declares.
func inside(hold func(xsd.AnyElement) xsd.XMLValue) func(xsd.AnyElement) xsd.XMLValue {
	return func(e xsd.AnyElement) xsd.XMLValue {
		return hold(xsd.AnyElement{Name: otherName("around"), Content: []xsd.AnyContent{xsd.AnyText("t"), &e, xsd.AnyText("u")}})
	}
}

// asJSON returns what a value read from each format is in JSON. A value that is written in either format is read.
func asJSON(t *testing.T, v xsd.XMLValue) (viaXML, viaJSON string) {
	t.Helper()
	via := func(format string, marshal func(xsd.XMLValue, ...xsd.Option) ([]byte, error), unmarshal func([]byte, xsd.XMLValue, ...xsd.Option) error) string {
		text, err := marshal(v)
		if err != nil {
			return ""
		}
		again := reflect.New(reflect.TypeOf(v).Elem()).Interface().(xsd.XMLValue)
		if err := unmarshal(text, again); err != nil {
			t.Errorf("%s is written and not read: %v\n%s", format, err, text)
			return ""
		}
		text, err = xsd.MarshalJSON(again)
		if err != nil {
			t.Errorf("%s is read, and what came is not written: %v", format, err)
		}
		return string(text)
	}
	return via("XML", xsd.MarshalXML, xsd.UnmarshalXML), via("JSON", xsd.MarshalJSON, xsd.UnmarshalJSON)
}

// A value that a wildcard lets in is written with its type where reading finds it, and else as the elements and texts that it consists of.
func TestTypedValuesBelowWildcards(t *testing.T) {
	word, code := xsd.Token("a b"), roottype.Code(7)
	tokens := xsd.NMTOKENS{"a", "b"}
	name := xsd.NewQName(xsd.Name{Space: "urn:p", Local: "l"}, "p")
	b := &roottype.B{A: "a", B: "b"}
	nilB := &xsd.Nillable[roottype.B]{Nil: true}
	instance := func(local string) string { return `"@{` + instanceNamespace + `}` + local + `"` }
	for _, test := range []struct {
		title string
		hold  func(xsd.AnyElement) xsd.XMLValue
		name  xsd.Name
		value xsd.XMLValue
		want  string // what it is read as, empty where it is not written
	}{
		{"text", lax, otherName("f"), &word, `{"#any":[{"{urn:x}f":"a b"}]}`},
		{"number", lax, otherName("f"), &code, `{"#any":[{"{urn:x}f":"7"}]}`},
		{"list", lax, otherName("f"), &tokens, `{"#any":[{"{urn:x}f":"a b"}]}`},
		{"list inside", inside(lax), otherName("f"), &tokens, `{"#any":[{"{urn:x}around":{"#content":["t",{"{urn:x}f":"a b"},"u"]}}]}`},
		{"name", lax, otherName("f"), &name, `{"#any":[{"{urn:x}f":{"#namespaces":{"p":"urn:p"},"#content":["p:l"]}}]}`},
		{"nil", lax, otherName("f"), &xsd.Nillable[int32]{Nil: true}, `{"#any":[{"{urn:x}f":{` + instance("nil") + `:"true"}}]}`},
		{"typed", lax, otherName("f"), b, `{"#any":[{"{urn:x}f":{"@type":"{urn:case}B","a":"a","b":"b"}}]}`},
		{"typed nil", lax, otherName("f"), nilB, ""},
		{"type of another schema", lax, otherName("f"), &extras.Tree{Label: "l"}, ""},
		{"typed name", lax, otherName("f"), &xsd.AnyType{
			Type: xsd.Name{Space: schemaNamespace, Local: "QName"}, Namespaces: xsd.Prefixes{"ns1": "urn:p"}, Content: []xsd.AnyContent{xsd.AnyText("ns1:l")},
		}, `{"#any":[{"{urn:x}f":{"@type":"{` + schemaNamespace + `}QName","#text":"{urn:p}l"}}]}`},
		{"declared", lax, caseName("code"), &code, `{"#any":[{"{urn:case}code":7}]}`},
		{"declared, no int", lax, caseName("code"), &word, ""},
		{"declared, said", lax, caseName("code"), &xsd.AnyType{Type: caseName("SmallCode"), Content: []xsd.AnyContent{xsd.AnyText("7")}}, `{"#any":[{"{urn:case}code":7}]}`},
		{"declared, untold", lax, caseName("code"), &xsd.AnyType{Content: []xsd.AnyContent{xsd.AnyText("7")}}, ""},
		{"declared as complex", lax, caseName("root"), &code, ""},
		{"derived", lax, caseName("root"), b, `{"#any":[{"{urn:case}root":{"@type":"{urn:case}B","a":"a","b":"b"}}]}`},
		{"declared, not nillable", lax, caseName("root"), nilB, ""},
		{"declared, nil", lax, caseName("number"), &xsd.Nillable[int32]{Nil: true}, `{"#any":[{"{urn:case}number":null}]}`},
		{"another name", lax, otherName("f"), &xsd.AnyElement{Name: otherName("g")}, ""},
		{"strict", strict, caseName("f"), &word, ""},
		{"strict, name", strict, caseName("f"), &name, ""},
		{"strict, untold", strict, caseName("f"), new(xsd.AnyType), ""},
		{"strict, nil", strict, caseName("f"), &xsd.Nillable[int32]{Nil: true}, ""},
		{"skip, text", skip, otherName("f"), &word, `{"#content":["a",{"{urn:x}f":"a b"},"b"]}`},
		{"skip, list", skip, otherName("f"), &tokens, `{"#content":["a",{"{urn:x}f":"a b"},"b"]}`},
		{"skip, declared", skip, caseName("root"), &wildcardmixed.Root{
			AnyAttributes: []xsd.AnyAttribute{{Name: xsd.Name{Local: "b"}, Value: "c"}}, Content: []wildcardmixed.RootItem{wildcardmixed.RootText("t")},
		}, `{"#content":["a",{"{urn:case}root":{"@{}b":"c","#content":["t"]}},"b"]}`},
		{"skip, inside", inside(skip), caseName("root"), &wildcardmixed.Root{
			Content: []wildcardmixed.RootItem{wildcardmixed.RootAny{Any: xsd.AnyElement{Name: otherName("g")}}},
		}, `{"#content":["a",{"{urn:x}around":{"#content":["t",{"{urn:case}root":{"#content":[{"{urn:x}g":""}]}},"u"]}},"b"]}`},
	} {
		t.Run(test.title, func(t *testing.T) {
			viaXML, viaJSON := asJSON(t, test.hold(xsd.AnyElement{Name: test.name, Value: test.value}))
			if viaXML != test.want || viaJSON != test.want {
				t.Errorf("read from XML as %s, from JSON as %s, want %s", viaXML, viaJSON, test.want)
			}
		})
	}
}

// What a wildcard that checks nothing lets in says of what type it is, to readers that ask.
func TestTypedValuesBelowSkipKeepTheirType(t *testing.T) {
	_, viaJSON := asJSON(t, skip(xsd.AnyElement{Name: otherName("f"), Value: &roottype.B{A: "a"}}))
	want := `{"#content":["a",{"{urn:x}f":{"#namespaces":{"ns2":"urn:case"},"@{` + instanceNamespace + `}type":"ns2:B","#content":[{"{urn:case}a":"a"},{"{urn:case}b":""}]}},"b"]}`
	if viaJSON != want {
		t.Errorf("read as %s, want %s", viaJSON, want)
	}
}

// An element in place of another is one of those that may stand for it, or one that a wildcard lets in.
func TestSubstitutesOfForeignNames(t *testing.T) {
	day, amount := extras.Day{}, xsd.NewDecimal(15, 1)
	if err := day.UnmarshalText([]byte("2001-01-01")); err != nil {
		t.Fatal(err)
	}
	line := extras.Line("l")
	root := func() *extras.Root {
		return &extras.Root{Values: extras.Values{Days: extras.Days{day}}, Flat: otherpkg.Flat{Code: "c"}}
	}
	before := `{"values":{"number":0,"numbers":[],"price":0,"days":["2001-01-01"],"ratios":[],"double":0,"colour":[]},"amount":{"@currency":"","#text":0},"amounts":[],"choices":[],"shape":[],`
	after := `"flat":{"@code":"c"},"notes":[]}`
	for _, test := range []struct {
		name  xsd.Name
		value xsd.XMLValue
		want  string
	}{
		{xsd.Name{}, &line, before + `"word":"l",` + after},
		{caseName("line"), &line, before + `"line":"l",` + after},
		{caseName("line"), &amount, before + `"line":"1.5",` + after},
		{caseName("tree"), &line, ""},
		{otherName("f"), &line, ""}, // wildcards come behind what must be there
	} {
		v := root()
		v.Word = &xsd.Substitutable[xsd.XMLValue]{Name: test.name, Value: test.value}
		viaXML, viaJSON := asJSON(t, v)
		if viaXML != test.want || viaJSON != test.want {
			t.Errorf("%s: read from XML as %s, from JSON as %s, want %s", test.name, viaXML, viaJSON, test.want)
		}
	}
}

// Names are those that both formats can write, and attributes that the type has are in its fields.
func TestNamesMadeByHand(t *testing.T) {
	five := int32(5)
	for title, v := range map[string]xsd.XMLValue{
		"an attribute of the type":    &anyattribute.Item{AnyAttributes: []xsd.AnyAttribute{{Name: xsd.Name{Local: "id"}, Value: "1"}}},
		"it twice":                    &anyattribute.Item{Id: &five, AnyAttributes: []xsd.AnyAttribute{{Name: xsd.Name{Local: "id"}, Value: "1"}}},
		"a declaration":               &anyattribute.Item{AnyAttributes: []xsd.AnyAttribute{{Name: xsd.Name{Local: "xmlns"}, Value: "urn:x"}}},
		"one with a prefix":           &anyattribute.Item{AnyAttributes: []xsd.AnyAttribute{{Name: xsd.Name{Space: "http://www.w3.org/2000/xmlns/", Local: "a"}, Value: "urn:x"}}},
		"a control character":         lax(xsd.AnyElement{Name: xsd.Name{Space: "urn:\x01", Local: "a"}}),
		"a brace":                     lax(xsd.AnyElement{Name: xsd.Name{Space: "urn:a}b", Local: "a"}}),
		"a brace, with an attribute":  lax(xsd.AnyElement{Name: otherName("a"), Attributes: []xsd.AnyAttribute{{Name: xsd.Name{Space: "urn:a}b", Local: "a"}}}}),
		"a name with a brace":         lax(xsd.AnyElement{Name: otherName("a"), Value: new(xsd.NewQName(xsd.Name{Space: "urn:a}b", Local: "a"}, "p"))}),
		"an ID beside that of a type": &idattributes.Root{N: []idattributes.RootN{{AnyAttributes: []xsd.AnyAttribute{{Name: caseName("key"), Value: "first"}}}}},
		"two IDs": &idattributes.Root{N: []idattributes.RootN{{Id: new(xsd.ID("first"))}}, Free: &idattributes.RootFree{
			AnyAttributes: []xsd.AnyAttribute{{Name: caseName("key"), Value: "a"}, {Name: caseName("code"), Value: "b"}},
		}},
		"no element": lax(xsd.AnyElement{Name: otherName("a"), Content: []xsd.AnyContent{(*xsd.AnyElement)(nil)}}),
		"nil that is not allowed": &anytype.Holder{Anything: xsd.AnyType{
			Attributes: []xsd.AnyAttribute{{Name: xsd.Name{Space: instanceNamespace, Local: "nil"}, Value: "true"}},
		}},
		"a nil value that is not allowed": &anytype.Holder{Anything: xsd.AnyType{Value: &xsd.Nillable[anytype.Holder]{Nil: true}}},
	} {
		for format, marshal := range map[string]func(xsd.XMLValue, ...xsd.Option) ([]byte, error){"XML": xsd.MarshalXML, "JSON": xsd.MarshalJSON} {
			if text, err := marshal(v); err == nil {
				t.Errorf("%s: %s is written: %s", title, format, text)
			}
		}
	}
}

// A prefix may stand for another namespace in each item of a list.
func TestPrefixesInListsOfNames(t *testing.T) {
	name := func(prefix, space, local string) xsd.QName {
		return xsd.NewQName(xsd.Name{Space: space, Local: local}, prefix)
	}
	red := qname.Colour{QName: name("c", "urn:colours", "red")}
	list := &qname.Colours{name("p", "urn:p", "a"), name("p", "urn:q", "b"), name("ns1", "urn:r", "c"), name("p", "urn:p", "d")}
	want := `{"colour":"{urn:colours}red","any":"{urn:x}a","list":["{urn:p}a","{urn:q}b","{urn:r}c","{urn:p}d"],"either":[]}`
	viaXML, viaJSON := asJSON(t, &qname.Holder{Colour: red, Any: name("x", "urn:x", "a"), List: list})
	if viaXML != want || viaJSON != want {
		t.Errorf("read from XML as %s, from JSON as %s, want %s", viaXML, viaJSON, want)
	}
}

// A name without a prefix is in the default namespace, wherever its type comes from (Namespaces in XML 1.0, section 6.2; XSD 1.0 Part 2, section 3.2.18).
func TestNamesInTheDefaultNamespace(t *testing.T) {
	for typ, want := range map[string]string{"QName": "{urn:case}navn", "string": "navn"} {
		document := `<c:root xmlns:c="urn:case" xmlns="urn:x" xmlns:xs="` + schemaNamespace + `" xmlns:xsi="` + instanceNamespace + `"><c:anything xmlns="urn:case" xsi:type="xs:` + typ + `">navn</c:anything></c:root>`
		var v anytype.Holder
		if err := xsd.UnmarshalXML([]byte(document), &v); err != nil {
			t.Fatal(err)
		}
		const begin, end = `{"anything":{"@type":"{` + schemaNamespace + `}`, `"}}`
		want := begin + typ + `","#text":"` + want + end
		if viaXML, viaJSON := asJSON(t, &v); viaXML != want || viaJSON != want {
			t.Errorf("%s:\n%s\n%s\nwant %s", typ, viaXML, viaJSON, want)
		}
	}
}
