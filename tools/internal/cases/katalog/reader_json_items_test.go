// This file tests the arrays of JSON: how many values an element has, and what they hold.

package katalog_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// pair is an element that holds one or two others.
type pair struct{ parts []xsd.String }

var pairType = codec.ComplexType{
	Name: xsd.Name{Local: "pair"}, GoName: "pair",
	Fields: []codec.Field{{Name: xsd.Name{Local: "part"}, Kind: codec.ElementField, Min: 1, Max: 2, Simple: xsd.BuiltIn("string")}},
}

func (v *pair) ReadXSD(r *codec.Reader) error {
	r.Open(&pairType)
	for r.Next() {
		r.Value(codec.Grow(&v.parts))
	}
	return r.Close()
}

func (v *pair) WriteXSD(*codec.Writer) error { return nil }

func (v *pair) Validate() error { return nil }

// XSD 1.0 Part 1, section 3.9.4: as many as minOccurs and maxOccurs say. Part 2, section 3.2.1: characters of XML only.
func TestArraysInJSON(t *testing.T) {
	for text, want := range map[string][]string{
		`{"part":["a"]}`:                    nil,
		`{"part":["a","b"]}`:                nil,
		`{"part":[ "a" ,"\u0062"]}`:         nil,
		`{"part":["a","b","c"]}`:            {"/pair cvc-complex-type.2.4.a"},
		`{"part":["a","b","\u0063"]}`:       {"/pair cvc-complex-type.2.4.a"},
		`{"part":[]}`:                       {"/pair cvc-complex-type.2.4.b"},
		`{"part":["a","` + "\uFFFE" + `"]}`: {"/pair/part[2] cvc-datatype-valid.1.2.1"},
		`{"part":["\uFFFE","b"]}`:           {"/pair/part cvc-datatype-valid.1.2.1"},
	} {
		var v pair
		got := rules(xsd.UnmarshalJSON([]byte(text), &v, xsd.As(pairType.Name)))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}
