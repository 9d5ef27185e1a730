// This file tests what tolerant reading takes, refuses and loses.

package engine_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// engineOf makes the engine of declarations in the namespace t.
func engineOf(t *testing.T, declarations string) *engine.Engine {
	t.Helper()
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="t" xmlns="t" elementFormDefault="qualified">` + declarations + `</xs:schema>`
	e, _ := built(t, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(text)}}}, "a.xsd")
	return e
}

func TestTolerant(t *testing.T) {
	e := engineOf(t, `<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:int"/>
		<xs:element name="list" type="xs:int" maxOccurs="unbounded"/><xs:choice><xs:element name="c"/><xs:element name="d"/></xs:choice></xs:sequence></xs:complexType></xs:element>`)
	for document, want := range map[string]struct {
		deviations int
		refused    bool
	}{
		`<a xmlns="t"><b>1</b><list>1</list><c/></a>`: {0, false},
		`<a xmlns="t"><d/><list>1</list><b>1</b></a>`: {2, false},
		`<a><b>1</b><list>1</list><c/></a>`:           {1, false}, // no namespace
		`<a xmlns="t"><b>1</b><c/></a>`:               {2, false}, // no list
		`<a xmlns="t"><b>1</b><other/><c/></a>`:       {2, true},  // the list may be there under another name
		`<a xmlns="t"><list>1</list><c/></a>`:         {2, true},  // no b
		`<a xmlns="t"><b>1</b><list>1</list></a>`:     {1, true},  // no branch
		`<a xmlns="t"><b>x</b><list>1</list><c/></a>`: {0, true},  // no value
		`<html/>`: {0, true},
		`<a xmlns="t"><b>1</b><list>1</list><c/><new/></a>`: {1, false},
	} {
		var deviations xsd.Violations
		err := e.XML(strings.NewReader(document), xsd.Tolerant(&deviations))
		var refused *xsd.RefusedError
		if errors.As(err, &refused) != want.refused || len(deviations) != want.deviations {
			t.Errorf("%s: %d deviations, %v; want %d, refused %v\n%v", document, len(deviations), err, want.deviations, want.refused, deviations)
		}
	}
}

// TestUnknown: what the schema does not know at its place is listed, and what only stands elsewhere than it should is not.
func TestLost(t *testing.T) {
	e := engineOf(t, `<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int"/>
		<xs:element name="none"><xs:complexType/></xs:element></xs:sequence><xs:attribute name="d"/></xs:complexType></xs:element>`)
	for document, want := range map[string][]string{
		`<a xmlns="t" d="1"><b>1</b><c>1</c><none/></a>`:                     nil,
		`<a xmlns="t"><c>1</c><b>1</b><none/></a>`:                           nil,
		`<a xmlns="t" e="1"><b>1</b><new><b/></new><c>1</c><none/></a>`:      {"/a/@e", "/a/new"},
		`<a xmlns="t"><b f="1">1</b><c>1</c><none><new/><other/></none></a>`: {"/a/b/@f", "/a/none/new", "/a/none/other"},
	} {
		var deviations xsd.Violations
		var unknown []string
		err := e.XML(strings.NewReader(document), xsd.Tolerant(&deviations), codec.Lost(&unknown))
		if diff := cmp.Diff(want, unknown); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", document, err, diff)
		}
	}
}

// TestTolerantReadingHidesNothing: what strict reading refuses is refused in tolerant reading too, or leaves a deviation.
func TestTolerantReadingHidesNothing(t *testing.T) {
	e := engineOf(t, `<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:int" minOccurs="2" maxOccurs="3"/>
		<xs:sequence minOccurs="0"><xs:element name="c" type="xs:int"/><xs:element name="d" type="xs:int" minOccurs="0"/></xs:sequence></xs:sequence></xs:complexType>
		<xs:unique name="u" xmlns:p="t"><xs:selector xpath="p:b"/><xs:field xpath="."/></xs:unique></xs:element>`)
	for _, document := range []string{
		`<a xmlns="t"><b>1</b></a>`, `<a xmlns="t"><b>1</b><b>2</b><b>3</b><b>4</b></a>`, `<a xmlns="t"><b>1</b><b>2</b><d>1</d></a>`,
		`<a xmlns="t"><b>1</b><b>1</b></a>`, `<a><b>1</b><b>1</b></a>`, `<a xmlns="t"/>`,
	} {
		if e.XML(strings.NewReader(document)) == nil {
			t.Fatalf("%s is valid: it tests nothing", document)
		}
		var deviations xsd.Violations
		if err := e.XML(strings.NewReader(document), xsd.Tolerant(&deviations)); err == nil && len(deviations) == 0 {
			t.Errorf("%s: no word of it", document)
		}
	}
	var deviations xsd.Violations
	_ = e.XML(strings.NewReader(`<a><b>1</b><b>1</b></a>`), xsd.Tolerant(&deviations))
	if diff := cmp.Diff([]string{"/a cvc-elt.1", "/a/b[2] cvc-identity-constraint.4.1"}, pathsAndRules(deviations)); diff != "" {
		t.Errorf("a repeated value without namespace (-want +got):\n%s", diff)
	}
}

func pathsAndRules(violations xsd.Violations) []string {
	var all []string
	for _, v := range violations {
		all = append(all, v.Path+" "+v.Rule)
	}
	return all
}
