// Names in values spelt with their namespaces: expectations by hand.

package simple

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

func TestExpandNames(t *testing.T) {
	name, notation := BuiltIn("QName"), BuiltIn("NOTATION")
	either := UnionOf(source.Name{}, typeInt, name)
	text := UnionOf(source.Name{}, typeString, name)
	ns := Prefixes{"p": "urn:p", "": "urn:d"}
	for _, test := range []struct {
		name       string
		of         *SimpleType
		text, want string
	}{
		{"a prefix", name, "p:a", "{urn:p}a"},
		{"the default namespace", name, " a ", "{urn:d}a"},
		{"a notation", notation, "p:a", "{urn:p}a"},
		{"a facet that refuses it", Restrict(source.Name{}, name, Facet{Kind: FacetEnumeration, Value: "p:b", Namespaces: ns}), "p:a", "{urn:p}a"},
		{"a prefix that is not bound", name, "q:a", "q:a"},
		{"no name", name, "1", "1"},
		{"nothing", name, "", ""},
		{"a list", ListOf(source.Name{}, name), "p:a b", "{urn:p}a {urn:d}b"},
		{"a list of unions", ListOf(source.Name{}, either), "p:a 7 b", "{urn:p}a 7 {urn:d}b"},
		{"a union's number", either, "7", "7"},
		{"a union's name", either, "p:a", "{urn:p}a"},
		{"a union's text", text, "p:a", "p:a"},
		{"what a union refuses", either, "q:a", "q:a"},
		{"a text", typeString, "p:a", "p:a"},
	} {
		if got := test.of.ExpandNames(test.text, ns); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		if got := test.of.ExpandNames(test.text, nil); got != test.text {
			t.Errorf("%s without namespaces: %q", test.name, got)
		}
	}
}
