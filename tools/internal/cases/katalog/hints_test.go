// This file tests that a root of xs:anyType, which keeps all attributes, has one hint about schema documents.

package katalog_test

import (
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

func TestRootOfAnyTypeHasOneHint(t *testing.T) {
	const hint = `xsi:schemaLocation="urn:case case.xsd"`
	name := xsd.Name{Space: "urn:case", Local: "a"}
	read := xsd.Document{Element: name, Value: new(xsd.AnyType), Notes: new(xsd.Notes)}
	document := `<a xmlns="urn:case" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ` + hint + `>t</a>`
	if err := xsd.UnmarshalXML([]byte(document), read.Value, xsd.As(name), codec.Noting(read.Notes)); err != nil {
		t.Fatal(err)
	}
	for want, opts := range map[string][]xsd.Option{
		hint: nil,
		`xsi:schemaLocation="urn:case other.xsd"`: {xsd.SchemaLocation("urn:case", "other.xsd")},
	} {
		written, err := read.WriteXML(opts...)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(string(written), "schemaLocation=") != 1 || !strings.Contains(string(written), want) {
			t.Errorf("want %s once in %s", want, written)
		}
	}
}

func TestPrefixesAreThoseAskedFor(t *testing.T) {
	text := xsd.AnyType{Content: []xsd.AnyContent{xsd.AnyText("t")}}
	name := xsd.Name{Space: "urn:case", Local: "a"}
	written, err := xsd.MarshalXML(&text, xsd.As(name), xsd.WithPrefixes(xsd.Prefixes{"c": "urn:case"}), xsd.Declaration(false))
	if want := `<c:a xmlns:c="urn:case">t</c:a>`; err != nil || string(written) != want {
		t.Errorf("%s, %v; want %s", written, err, want)
	}
}
