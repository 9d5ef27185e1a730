// This file writes what wildcards let in, valid and not, as XML and as JSON.

package cases_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/mixed"
	wildcardnested "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/wildcard_nested"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Each is the element of a box that has others before it. It is written with what the schema says of attributes, types and elements in it, or not at all.
func TestWildcardsAreWritten(t *testing.T) {
	const instance = "http://www.w3.org/2001/XMLSchema-instance"
	name := func(space, local string) xsd.Name { return xsd.Name{Space: space, Local: local} }
	with := func(a xsd.Name, value string) xsd.AnyElement {
		return xsd.AnyElement{Name: name("urn:x", "a"), Attributes: []xsd.AnyAttribute{{Name: a, Value: value}}}
	}
	declaring := func(e xsd.AnyElement, prefix, space string) xsd.AnyElement {
		e.Namespaces = xsd.Prefixes{prefix: space}
		return e
	}
	around := func(e xsd.AnyElement) xsd.AnyElement {
		return xsd.AnyElement{Name: name("urn:x", "b"), Content: []xsd.AnyContent{xsd.AnyText("t"), &e, xsd.AnyText("u")}}
	}
	for title, e := range map[string]struct {
		element xsd.AnyElement
		valid   bool
	}{
		"a text":                    {xsd.AnyElement{Name: name("urn:x", "a"), Content: []xsd.AnyContent{xsd.AnyText("t")}}, true},
		"an attribute":              {with(name("", "b"), "1"), true},
		"a declared attribute":      {with(name("urn:case", "mark"), "1"), true},
		"a value of no int":         {with(name("urn:case", "mark"), "x"), false},
		"any type":                  {declaring(with(name(instance, "type"), "xs:anyType"), "xs", "http://www.w3.org/2001/XMLSchema"), true},
		"any type of another":       {declaring(with(name(instance, "type"), "p:anyType"), "p", "urn:p"), false},
		"a prefix of nothing":       {with(name(instance, "type"), "xs:anyType"), false},
		"a type nobody knows":       {with(name(instance, "type"), "Unheard"), false},
		"a name that is none":       {xsd.AnyElement{Name: name("urn:x", "1")}, false},
		"an attribute that is none": {with(name("", "1"), "1"), false},
		"a control character":       {xsd.AnyElement{Name: name("urn:x", "a"), Content: []xsd.AnyContent{xsd.AnyText("\x01")}}, false},
		"one in an attribute":       {with(name("", "b"), "\x01"), false},
		"one in xsi:nil":            {with(name(instance, "nil"), "\x01"), false},
		"a namespace":               {xsd.AnyElement{Name: name("urn:x", "a"), Namespaces: xsd.Prefixes{"p": "urn:p"}}, true},
		"a prefix for no namespace": {xsd.AnyElement{Name: name("urn:x", "a"), Namespaces: xsd.Prefixes{"p": ""}}, false},
		"a prefix that is none":     {xsd.AnyElement{Name: name("urn:x", "a"), Namespaces: xsd.Prefixes{"p q": "urn:p"}}, false},
	} {
		for place, element := range map[string]xsd.AnyElement{"itself": e.element, "inside": around(e.element)} {
			v := &wildcardnested.Root{Box: []wildcardnested.Box{
				{Label: "l", Any: []xsd.AnyElement{{Name: name("urn:x", "c"), Content: []xsd.AnyContent{xsd.AnyText("t")}}}},
				{Label: "l", Any: []xsd.AnyElement{{Name: name("urn:x", "c")}, element}},
			}}
			_, asXML := xsd.MarshalXML(v)
			_, asJSON := xsd.MarshalJSON(v)
			if (asXML == nil) != e.valid || (asJSON == nil) != e.valid {
				t.Errorf("%s, %s: XML %v, JSON %v, valid %t", title, place, asXML, asJSON, e.valid)
			}
		}
	}
}

// Two wildcards let in elements of one name, one behind the other: what the first one takes says nothing of the second, which is for other namespaces.
func TestWildcardsAreToldApart(t *testing.T) {
	for space, valid := range map[string]bool{"urn:x": true, "urn:case": false} {
		e := xsd.AnyElement{Name: xsd.Name{Space: space, Local: "unheard"}}
		v := &wildcardnested.Root{
			Box:  []wildcardnested.Box{{Label: "l", Any: []xsd.AnyElement{e}}},
			Pair: []wildcardnested.Pair{{One: wildcardnested.PairOne{Any: e}, Either: &wildcardnested.PairEither{Choice: wildcardnested.PairEitherAny{Any: e}}}},
		}
		_, asXML := xsd.MarshalXML(v)
		_, asJSON := xsd.MarshalJSON(v)
		if (asXML == nil) != valid || (asJSON == nil) != valid {
			t.Errorf("%s: XML %v, JSON %v, valid %t", space, asXML, asJSON, valid)
		}
	}
}

// Where a wildcard says that nothing is to be checked, and in a run of mixed content, there still is nothing that XML cannot hold.
func TestControlCharactersAreNotWritten(t *testing.T) {
	control := xsd.AnyElement{Name: xsd.Name{Space: "urn:x", Local: "a"}, Attributes: []xsd.AnyAttribute{{Name: xsd.Name{Local: "b"}, Value: "\x01"}}}
	one := wildcardnested.PairOne{Any: xsd.AnyElement{Name: xsd.Name{Space: "urn:x", Local: "a"}}}
	for title, v := range map[string]xsd.XMLValue{
		"skipped": &wildcardnested.Root{
			Box:  []wildcardnested.Box{{Label: "l"}},
			Pair: []wildcardnested.Pair{{One: one, Either: &wildcardnested.PairEither{Choice: wildcardnested.PairEitherAny{Any: control}}}},
		},
		"mixed":             &mixed.Paragraph{Content: []mixed.ParagraphItem{mixed.ParagraphText("\x01")}},
		"mixed, after more": &mixed.Paragraph{Content: []mixed.ParagraphItem{mixed.ParagraphText("t"), mixed.ParagraphB{B: "b"}, mixed.ParagraphText("\ufffe")}},
	} {
		if _, err := xsd.MarshalXML(v); err == nil {
			t.Errorf("%s: written as XML", title)
		}
		if text, err := xsd.MarshalJSON(v); err == nil {
			t.Errorf("%s: written as JSON: %s", title, text)
		}
	}
}
