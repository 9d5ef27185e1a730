// This file tests defaults and fixed values with prefixes: they mean what they mean in the schema, in either format, in Go, and whatever a document declares.

package cases_test

import (
	"strings"
	"testing"

	anytype "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/any_type"
	qnamedefault "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/qname_default"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func colour(local string) xsd.Name { return xsd.Name{Space: "urn:colours", Local: local} }

func TestNamesByDefault(t *testing.T) {
	var fromXML, fromJSON qnamedefault.Holder
	if err := xsd.UnmarshalXML([]byte(`<root xmlns="urn:case" xmlns:c="urn:other"><colour/><coat/><ground/></root>`), &fromXML); err != nil {
		t.Fatal(err)
	}
	if err := xsd.UnmarshalJSON([]byte(`{"colour":"","coat":{"#text":""},"ground":""}`), &fromJSON); err != nil {
		t.Fatal(err)
	}
	for format, v := range map[string]*qnamedefault.Holder{"XML": &fromXML, "JSON": &fromJSON} {
		for what, c := range map[string]struct{ got, want xsd.Name }{
			"an element":               {v.Colour.Name(), colour("blue")},
			"an element with a layer":  {v.Coat.Value.Name(), colour("red")},
			"an element that is fixed": {v.Ground.Name(), colour("white")},
			"an attribute":             {v.EdgeOrDefault().Name(), colour("black")},
			"an item":                  {v.ListOrDefault()[1].Name(), colour("blue")},
			"an item without a prefix": {v.ListOrDefault()[2].Name(), xsd.Name{Space: "urn:case", Local: "plain"}},
		} {
			if c.got != c.want {
				t.Errorf("%s: %s is %v, want %v", format, what, c.got, c.want)
			}
		}
	}
}

// A constructor knows the only value that a list of names can have.
func TestNamesInConstructors(t *testing.T) {
	list := qnamedefault.NewPalette().List
	if len(list) != 2 || list[0].Name() != colour("red") || list[1].Name() != (xsd.Name{Space: "urn:case", Local: "plain"}) {
		t.Errorf("%v", list)
	}
}

// JSON with an empty text stands for the default too where an object says the type.
func TestNamesByDefaultOfTypesSaid(t *testing.T) {
	var v qnamedefault.Holder
	if err := xsd.UnmarshalJSON([]byte(`{"colour":"","any":{"@type":"{`+schemaNamespace+`}QName","#text":""}}`), &v); err != nil {
		t.Fatal(err)
	}
	if want := "{urn:colours}any"; v.Any.Text != want {
		t.Errorf("%q, want %q", v.Any.Text, want)
	}
}

// A text that looks like a name with its namespace is a text in XML, and JSON, where it would be a name, refuses it.
func TestTextsThatLookLikeNames(t *testing.T) {
	for label, want := range map[string]string{"c:a": "{urn:colours}a", "{urn:colours} a": "{urn:colours} a", "{urn:colours}a": ""} {
		var v qnamedefault.Holder
		if err := xsd.UnmarshalXML([]byte(`<root xmlns="urn:case" xmlns:c="urn:colours"><colour/><label>`+label+`</label></root>`), &v); err != nil {
			t.Fatal(err)
		}
		if _, err := xsd.MarshalXML(&v); err != nil {
			t.Error(err)
		}
		text, err := xsd.MarshalJSON(&v)
		if (err != nil) != (want == "") || want != "" && !strings.Contains(string(text), `"label":"`+want+`"`) {
			t.Errorf("%s: %s, %v, want %q", label, text, err, want)
		}
	}
}

// A name in no namespace has the document written once more, without a default namespace, and what comes behind it is as valid as it was.
func TestNamesBehindOneInNoNamespace(t *testing.T) {
	v := qnamedefault.NewHolder(xsd.NewQName(xsd.Name{Local: "plain"}, ""))
	palette := qnamedefault.NewPalette()
	v.Palette = &palette
	if err := xsd.Validate(&v); err != nil {
		t.Error(err)
	}
	text, err := xsd.MarshalXML(&v)
	if err != nil {
		t.Fatal(err)
	}
	var again qnamedefault.Holder
	if err := xsd.UnmarshalXML(text, &again); err != nil || again.Colour.Name() != v.Colour.Name() {
		t.Errorf("%v: %v\n%s", err, again.Colour.Name(), text)
	}
}

// A list and a member of a union say their namespaces in a text alone, as a name does.
func TestNamesAlone(t *testing.T) {
	list := qnamedefault.Colours{xsd.NewQName(colour("red"), "c"), xsd.NewQName(xsd.Name{Local: "plain"}, "")}
	text, err := list.MarshalText()
	if want := "{urn:colours}red plain"; err != nil || string(text) != want {
		t.Fatalf("%q, %v, want %q", text, err, want)
	}
	var again qnamedefault.Colours
	if err := again.UnmarshalText(text); err != nil || len(again) != 2 || again[0].Name() != colour("red") {
		t.Errorf("%v, %v", again, err)
	}
}

// Names in a union mean the same when their prefixes stand for something else where they are written.
func TestNamesInUnions(t *testing.T) {
	const document = `<c:root xmlns:c="urn:case" xmlns="urn:d" either="c:a"><c:colour/><c:several>8 c:b d</c:several></c:root>`
	const want = `{"@either":"{urn:case}a","colour":"{urn:colours}blue","several":[[8,"{urn:case}b","{urn:d}d"]]}`
	var v qnamedefault.Holder
	if err := xsd.UnmarshalXML([]byte(document), &v); err != nil {
		t.Fatal(err)
	}
	for _, prefixes := range []xsd.Prefixes{nil, {"c": "urn:other"}, {"": "urn:case", "c": "urn:d"}, {"ns1": "urn:other"}} {
		text, err := xsd.MarshalXML(&v, xsd.WithPrefixes(prefixes))
		if err != nil {
			t.Fatal(err)
		}
		var again qnamedefault.Holder
		if err := xsd.UnmarshalXML(text, &again); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if got, err := xsd.MarshalJSON(&again); err != nil || string(got) != want {
			t.Errorf("%v\n%s\n%s, want\n%s", err, text, got, want)
		}
	}
}

// A name of a type that only the document says means the same wherever it is written.
func TestNamesOfTypesSaid(t *testing.T) {
	const instance = ` xmlns:xsi="` + instanceNamespace + `" xmlns:xs="` + schemaNamespace + `"`
	for _, test := range []struct{ element, want string }{
		{`<any xsi:type="xs:QName" xmlns:p="urn:p">p:a</any>`, "{urn:p}a"},
		{`<any xsi:type="xs:QName">a</any>`, "{urn:case}a"},
		{`<c:any xmlns:c="urn:case" xmlns="" xsi:type="xs:QName">a</c:any>`, "a"},
		{`<any xsi:type="xs:QName"/>`, "{urn:colours}any"},
		{`<any xsi:type="xs:QName">xml:lang</any>`, "{http://www.w3.org/XML/1998/namespace}lang"},
		{`<any xsi:type="xs:token">p:a</any>`, "p:a"},
		{`<any>p:a</any>`, "p:a"},
	} {
		var simple qnamedefault.Holder
		document := `<root xmlns="urn:case"` + instance + `><colour/>` + test.element + `</root>`
		if err := xsd.UnmarshalXML([]byte(document), &simple); err != nil {
			t.Fatalf("%v\n%s", err, document)
		}
		if simple.Any.Text != test.want {
			t.Errorf("%s is %q, want %q", test.element, simple.Any.Text, test.want)
		}
		expectSameInBoth(t, document, &simple)

		var other anytype.Holder
		document = `<root xmlns="urn:case"` + instance + `>` + strings.NewReplacer("any ", "anything ", "any>", "anything>").Replace(test.element) + `</root>`
		if err := xsd.UnmarshalXML([]byte(document), &other); err != nil {
			if test.want == "{urn:colours}any" { // which has no default there
				continue
			}
			t.Fatalf("%v\n%s", err, document)
		}
		expectSameInBoth(t, document, &other)
	}
}

// expectSameInBoth takes a value from one format into the other and back, and demands that it stays what it is in JSON, which has no prefixes.
func expectSameInBoth(t *testing.T, document string, v xsd.XMLValue) {
	t.Helper()
	want, err := xsd.MarshalJSON(v)
	if err != nil {
		t.Fatalf("%v\n%s", err, document)
	}
	for range 2 {
		fromJSON := newOf(v)
		if err := xsd.UnmarshalJSON(want, fromJSON); err != nil {
			t.Fatalf("%v\n%s", err, want)
		}
		text, err := xsd.MarshalXML(fromJSON)
		if err != nil {
			t.Fatalf("%v\n%s", err, want)
		}
		v = newOf(v)
		if err := xsd.UnmarshalXML(text, v); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if got, err := xsd.MarshalJSON(v); err != nil || string(got) != string(want) {
			t.Errorf("%s: %v\n%s\n%s, want\n%s", document, err, text, got, want)
		}
	}
}

// Where the caller gives the root's namespace no prefix, a name in no namespace cannot be written, and the error says what helps.
func TestNamesInNoNamespaceNeedAPrefixOfTheRoot(t *testing.T) {
	v := qnamedefault.Holder{Colour: xsd.NewQName(xsd.Name{Local: "plain"}, "")}
	for _, prefixes := range []xsd.Prefixes{{"": "urn:case"}, {"c": "urn:case"}} {
		_, err := xsd.MarshalXML(&v, xsd.WithPrefixes(prefixes))
		if _, bare := prefixes[""]; bare == (err == nil) || bare && !strings.Contains(err.Error(), "xsd.WithPrefixes") {
			t.Errorf("%v: %v", prefixes, err)
		}
	}
}
