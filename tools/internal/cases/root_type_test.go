// This file reads documents whose root is of a type derived from the declared one, with the root named and without, from XML and from JSON.

package cases_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	roottype "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/root_type"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// inCase puts the namespaces of a document of root_type into its root.
func inCase(text string) []byte {
	return []byte(strings.Replace(text, "~", ` xmlns="urn:case" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`, 1))
}

// A root is what its declaration and xsi:type say, be it read with its name or without: nothing stands in for the declared type in silence, and nothing that is not derived from it.
func TestRootsOfOtherTypes(t *testing.T) {
	as := func(local string) []xsd.Option {
		return []xsd.Option{xsd.As(xsd.Name{Space: "urn:case", Local: local})}
	}
	tests := []struct {
		text  string
		value xsd.XMLValue
		opts  []xsd.Option
		want  string // a part of the error, "" where there is none
	}{
		{`<root~ xsi:type="B"><a/><b/></root>`, new(roottype.B), nil, ""},
		{`<root~ xsi:type="B"><a/><b/></root>`, new(roottype.B), as("root"), ""},
		{`<root~><a/><b/></root>`, new(roottype.B), as("root"), "the element is of type A; the value read into is of type B"},
		{`<root~ xsi:type="Person"/>`, new(roottype.Person), as("root"), "type Person is not derived from the declared type A"},
		{`<code~ xsi:type="ListedCode" list="a">7</code>`, new(roottype.ListedCode), nil, ""},
		{`<code~ xsi:type="ListedCode" list="a">7</code>`, new(roottype.ListedCode), as("code"), ""},
		{`<code~ list="a">7</code>`, new(roottype.ListedCode), as("code"), "the element is of type {urn:case}Code; the value read into is of type ListedCode"},
		{`<fixedCode~ xsi:type="ListedCode" list="a">7</fixedCode>`, new(roottype.ListedCode), as("fixedCode"), "the schema blocks type ListedCode"},
		{`<code~ xsi:type="ListedCode" list="a">7</code>`, new(roottype.Code), nil, "read the document with ReadXML"},
		{`<number~ xsi:type="ListedCode" list="a">7</number>`, new(xsd.Nillable[int32]), nil, "read the document with ReadXML"},
		{`{"#any":[{"{urn:case}number":null}]}`, new(roottype.Box), nil, ""},
		{`{"#any":[{"{urn:case}code":null}]}`, new(roottype.Box), nil, "element {urn:case}code may not say xsi:nil"},
		{`{"a":"","b":""}`, new(roottype.B), nil, ""},
		{`{"a":"","b":""}`, new(roottype.B), as("root"), "the element is of type A; the value read into is of type B"},
		{`{"a":"","b":"","@type":"{urn:case}B"}`, new(roottype.B), as("root"), ""},
		{`{"a":"","b":"","@type":"{urn:case}B"} {}`, new(roottype.B), as("root"), "something stands after the value"},
		{`{"@name":"Ada","@type":"{urn:case}Person"}`, new(roottype.Person), as("party"), ""},
		{`{"@name":"Ada","@type":"{urn:case}Person"}`, new(roottype.Person), as("root"), "type Person is not derived from the declared type A"},
		{`{"@list":"a","#text":7,"@type":"{urn:case}ListedCode"}`, new(roottype.ListedCode), as("code"), ""},
		{`{"@list":"a","#text":7}`, new(roottype.ListedCode), as("code"), "the element is of type {urn:case}Code"},
	}
	for _, test := range tests {
		var err error
		if test.text[0] == '<' {
			err = xsd.UnmarshalXML(inCase(test.text), test.value, test.opts...)
		} else {
			err = xsd.UnmarshalJSON([]byte(test.text), test.value, test.opts...)
		}
		if (err == nil) != (test.want == "") || !strings.Contains(fmt.Sprint(err), test.want) {
			t.Errorf("%s into %T: %v, want %q", test.text, test.value, err, test.want)
		}
	}
}

// What is written as an element of a simple type says that it is of another one.
func TestExtendedSimpleRootIsWritten(t *testing.T) {
	v := &roottype.ListedCode{List: "a", Value: 7}
	text, err := xsd.MarshalXML(v, xsd.As(xsd.Name{Space: "urn:case", Local: "code"}))
	if err != nil {
		t.Fatal(err)
	}
	document, err := roottype.ReadXML(text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if diff := cmp.Diff(xsd.XMLValue(v), document.Value); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := xsd.MarshalXML(v, xsd.As(xsd.Name{Space: "urn:case", Local: "fixedCode"})); err == nil {
		t.Error("a blocked type is written")
	}
}

// Below the root the Go type of an element has no room for attributes that only a type derived from it has: such a document is valid, and cannot be read.
func TestExtendedSimpleElement(t *testing.T) {
	_, err := roottype.ReadXML(inCase(`<codes~><code>1</code><code xsi:type="ListedCode" list="a">7</code></codes>`))
	if limit := (*xsd.LimitError)(nil); !errors.As(err, &limit) {
		t.Errorf("%v, want a LimitError", err)
	}
	_, err = roottype.ReadXML(inCase(`<codes~><code xsi:type="A">1</code></codes>`))
	if violations := xsd.Violations(nil); !errors.As(err, &violations) {
		t.Errorf("%v, want violations", err)
	}
}

// Tolerant reading takes a root without a namespace for the one that is named, if it is called so; one of another name or of another namespace it refuses.
func TestTolerantRootsByName(t *testing.T) {
	for text, deviates := range map[string]bool{`<root xmlns="urn:case"><a/></root>`: false, `<root><a/></root>`: true} {
		var said xsd.Violations
		err := xsd.UnmarshalXML([]byte(text), new(roottype.A), xsd.As(xsd.Name{Space: "urn:case", Local: "root"}), xsd.Tolerant(&said))
		if err != nil || (len(said) > 0) != deviates {
			t.Errorf("%s: %v, deviations %v", text, err, said)
		}
	}
	for _, text := range []string{`<root xmlns="urn:other"><a/></root>`, `<other><a/></other>`, `<other xmlns="urn:case"><a/></other>`} {
		err := xsd.UnmarshalXML([]byte(text), new(roottype.A), xsd.As(xsd.Name{Space: "urn:case", Local: "root"}), xsd.Tolerant(new(xsd.Violations)))
		if refused := (*xsd.RefusedError)(nil); !errors.As(err, &refused) {
			t.Errorf("%s: %v, want a refusal", text, err)
		}
	}
}
