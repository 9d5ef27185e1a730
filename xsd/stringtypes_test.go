// The string types as text: strict both ways.

package xsd_test

import (
	"encoding"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestStringTypesAreStrict(t *testing.T) {
	tests := []struct {
		target         encoding.TextUnmarshaler
		valid, invalid string
	}{
		{new(xsd.Language), "nb", "n_b"},
		{new(xsd.NMTOKEN), "-a", "a b"},
		{new(xsd.XMLName), "a:b", "1"},
		{new(xsd.NCName), "a", "a:b"},
		{new(xsd.ID), "a", "a:b"},
		{new(xsd.IDREF), "a", "a:b"},
		{new(xsd.ENTITY), "a", "a:b"},
		{new(xsd.AnyURI), "urn:a", "%"},
	}
	for _, test := range tests {
		if err := test.target.UnmarshalText([]byte(" " + test.valid + "\n")); err != nil {
			t.Errorf("%T: %v", test.target, err)
		}
		if text, err := test.target.(encoding.TextMarshaler).MarshalText(); err != nil || string(text) != test.valid {
			t.Errorf("%T: %q became %q, %v", test.target, test.valid, text, err)
		}
		if err := test.target.UnmarshalText([]byte(test.invalid)); err == nil {
			t.Errorf("%T accepts %q", test.target, test.invalid)
		}
	}
	for _, value := range []encoding.TextMarshaler{
		xsd.Language(""), xsd.NMTOKEN(""), xsd.XMLName(""), xsd.NCName(""), xsd.ID(""), xsd.IDREF(""), xsd.ENTITY(""), xsd.AnyURI("%"),
	} {
		if text, err := value.MarshalText(); err == nil {
			t.Errorf("%T writes %q", value, text)
		}
	}
}

func TestStringTypesNormalize(t *testing.T) {
	var doc struct {
		N xsd.NormalizedString
		T xsd.Token
	}
	if err := json.Unmarshal([]byte(`{"N": " a\tb ", "T": " a\tb "}`), &doc); err != nil {
		t.Fatal(err)
	}
	written, err := json.Marshal(doc)
	if diff := cmp.Diff(`{"N":" a b ","T":"a b"}`, string(written)); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

func TestListText(t *testing.T) {
	got := []string{xsd.NMTOKENS{"a", "b"}.String(), xsd.IDREFS{"a"}.String(), xsd.ENTITIES(nil).String(), xsd.AnySimple{Text: " a "}.String()}
	if diff := cmp.Diff([]string{"a b", "a", "", " a "}, got); diff != "" {
		t.Error(diff)
	}
}
