// This file tests that the order of items is checked for each value, whatever the value before was like.

package cases_test

import (
	"fmt"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/group_repeated"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/interleaved"
	derived "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/interleaved_derived"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/mixed"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestOrderOfItems(t *testing.T) {
	bread, cheese := interleaved.SandwichBread{Bread: "b"}, interleaved.SandwichCheese{Cheese: "c"}
	key, value := grouprepeated.ListsKey{Key: "k"}, grouprepeated.ListsValue{Value: "v"}
	filling, cheesy := derived.SandwichFilling{Filling: new(derived.Filling)}, derived.SandwichFilling{Filling: new(derived.Cheese)}
	sandwich := func(items ...interleaved.SandwichItem) xsd.XMLValue { return &interleaved.Sandwich{Content: items} }
	fillings := func(items ...derived.SandwichItem) xsd.XMLValue { return &derived.Sandwich{Content: items} }
	lists := func(items ...grouprepeated.ListsItem) xsd.XMLValue {
		return &grouprepeated.Lists{Ref: []string{"r"}, Content: items}
	}
	paragraph := func(items ...mixed.ParagraphItem) xsd.XMLValue { return &mixed.Paragraph{Content: items} }
	for n, test := range []struct {
		value xsd.XMLValue
		path  string
	}{
		{sandwich(bread, cheese, bread), ""},
		{sandwich(bread, cheese), "/root"},
		{sandwich(bread, cheese, bread), ""},
		{sandwich(bread, bread), ""},
		{sandwich(bread, cheese, bread, bread), "/root/bread[3]"},
		{sandwich(cheese, bread, bread), "/root/cheese"},
		{sandwich(), "/root"},
		{sandwich(bread, nil, bread), "/root"},
		{fillings(filling, filling), ""},
		{fillings(filling, cheesy), ""},
		{fillings(filling, derived.SandwichFilling{}), "/root"},
		{fillings(filling, derived.SandwichFilling{Filling: (*derived.Cheese)(nil)}), "/root/filling[2]"},
		{lists(key, value, key, value), ""},
		{lists(key, value, key), ""},
		{lists(key, key, key), "/root/key[3]"},
		{lists(value, key), "/root/value"},
		{lists(key, value, key, value), ""},
		{sandwich(bread, bread), ""},
		{paragraph(mixed.ParagraphText("t"), mixed.ParagraphB{B: "b"}, mixed.ParagraphText("")), ""},
		{paragraph(), ""},
	} {
		for range 2 {
			_, err := xsd.MarshalXML(test.value)
			expectPath(t, fmt.Sprintf("value %d in XML", n), err, test.path)
			_, err = xsd.MarshalJSON(test.value)
			expectPath(t, fmt.Sprintf("value %d in JSON", n), err, test.path)
		}
	}
}
