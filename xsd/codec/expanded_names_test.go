// Names in values alone, which are spelt with their namespaces as in JSON: expectations by hand.

package codec

import (
	"maps"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

var (
	intOrName  = simple.UnionOf(Name{}, simple.BuiltIn("int"), typeQName)
	nameOrText = simple.UnionOf(Name{}, typeQName, typeString)
	textOrName = simple.UnionOf(Name{}, typeString, typeQName)
)

func TestExpandedQNames(t *testing.T) {
	for _, test := range []struct {
		of         *simple.SimpleType
		text, want string
		prefixes   simple.Prefixes // beside that there is no default namespace
	}{
		{typeQName, "{urn:p}a", "ns1:a", simple.Prefixes{"ns1": "urn:p"}},
		{typeQName, " {urn:p}a ", "ns1:a", simple.Prefixes{"ns1": "urn:p"}},
		{typeQName, "a", "a", nil},
		{typeQName, "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang", nil},
		{simple.ListOf(Name{}, typeQName), "{urn:p}a b {urn:q}c", "ns1:a b ns2:c", simple.Prefixes{"ns1": "urn:p", "ns2": "urn:q"}},
		{simple.ListOf(Name{}, typeQName), "{urn:p}a {urn:q}b {urn:p}c", "ns1:a ns2:b ns1:c", simple.Prefixes{"ns1": "urn:p", "ns2": "urn:q"}},
		{intOrName, "7", "7", nil},
		{intOrName, "{urn:p}a", "ns1:a", simple.Prefixes{"ns1": "urn:p"}},
		{nameOrText, "{urn:p}a", "ns1:a", simple.Prefixes{"ns1": "urn:p"}},
		{nameOrText, "{urn:p}a b", "{urn:p}a b", nil},
		{textOrName, "{urn:p}a", "{urn:p}a", nil},
		{simple.UnionOf(Name{}, simple.BuiltIn("int"), simple.ListOf(Name{}, nameOrText)), "{urn:p}a {b", "ns1:a {b", simple.Prefixes{"ns1": "urn:p"}},
		{simple.UnionOf(Name{}, simple.BuiltIn("Name"), typeQName), "{urn:p}a", "{urn:p}a", nil}, // ns1:a would be a Name
		{simple.UnionOf(Name{}, simple.UnionOf(Name{}, simple.BuiltIn("int"), typeString), typeQName), "{urn:p}a", "{urn:p}a", nil},
		{simple.ListOf(Name{}, textOrName), "{urn:p}a b", "{urn:p}a b", nil},
		{simple.ListOf(Name{}, nameOrText), "{urn:p}a 7: {urn:q}b", "ns1:a 7: ns2:b", simple.Prefixes{"ns1": "urn:p", "ns2": "urn:q"}},
		{simple.UnionOf(Name{}, simple.BuiltIn("int"), simple.ListOf(Name{}, intOrName)), "{urn:p}a 7", "ns1:a 7", simple.Prefixes{"ns1": "urn:p"}},
	} {
		got, ns := expandedQNames(test.of, test.text)
		want := simple.Prefixes{"": ""}
		maps.Copy(want, test.prefixes)
		if prefixes, ok := ns.(simple.Prefixes); got != test.want || !ok || !maps.Equal(prefixes, want) {
			t.Errorf("%v %q: %q with %v, want %q with %v", test.of, test.text, got, ns, test.want, want)
		}
	}
}

// In unions that can be reached in more ways than can be counted, names are looked for in each once.
func TestExpandedQNamesInUnionsThatDouble(t *testing.T) {
	union := simple.UnionOf(Name{}, simple.BuiltIn("int"), typeQName, typeString)
	for range 200 {
		union = simple.UnionOf(Name{}, union, union)
	}
	for text, want := range map[string]string{"{urn:p}a": "ns1:a", "{urn:p a": "{urn:p a"} {
		if got, _ := expandedQNames(union, text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if got := union.ExpandNames(want, simple.Prefixes{"ns1": "urn:p"}); got != text {
			t.Errorf("%q: %q, want %q", want, got, text)
		}
	}
}

// unionValue is a value of a union type that a test chooses.
type unionValue struct {
	Union
	of *simple.SimpleType
}

func (v *unionValue) SimpleType() *simple.SimpleType { return v.of }
func (v *unionValue) ReadXSD(r *XMLReader) error     { return v.ReadAs(r, v.of) }
func (v *unionValue) WriteXSD(w *XMLWriter) error    { return v.WriteAs(w, v.of) }
func (v *unionValue) Validate() error                { return Check(v) }

// A text of a union is written alone, or as JSON, if it is read as the same value there.
func TestTextsThatLookLikeNames(t *testing.T) {
	ns := simple.Prefixes{"p": "urn:p"}
	for _, test := range []struct {
		of         *simple.SimpleType
		text, want string // "" where no spelling says what it is
	}{
		{nameOrText, "p:a", "{urn:p}a"},
		{nameOrText, "{urn:p}a", ""},
		{nameOrText, "{urn:p} a", "{urn:p} a"},
		{textOrName, "{urn:p}a", "{urn:p}a"},
		{textOrName, "p:a", "p:a"},
	} {
		v := &unionValue{unionOf(test.of, test.text, ns), test.of}
		text, err := MarshalText(v)
		if string(text) != test.want || (err != nil) != (test.want == "") {
			t.Errorf("%v %q: %q, %v, want %q", test.of, test.text, text, err, test.want)
			continue
		}
		if err != nil {
			continue
		}
		again := &unionValue{of: test.of}
		if err := UnmarshalText(text, again); err != nil || again.Member() != v.Member() {
			t.Errorf("%v %q: read as %v, %v, want %v", test.of, text, again.Member(), err, v.Member())
		}
	}
}
