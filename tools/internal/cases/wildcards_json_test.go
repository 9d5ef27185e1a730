// This file reads in JSON what wildcards let in, each text with care and without.

package cases_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	wildcardnested "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/wildcard_nested"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xsdtest"
)

// Each is an item of "#any" in the second of two boxes; the first has one that is as expected.
func TestWildcardsInJSON(t *testing.T) {
	readings := xsdtest.New(0, func(want, got any) string { return cmp.Diff(want, got) })
	for item, valid := range map[string]bool{
		`{"{urn:x}a":"t"}`:             true,
		`{ "{urn:x}a" : "" }`:          true,
		`{"{urn:x}a":null}`:            true, // says xsi:nil
		`{"{urn:x}a":1}`:               true,
		`{"{urn:x}a":{}}`:              true,
		`{"{}a":"t"}`:                  true,
		`{"{urn:x}a":{"#content":[]}}`: true,
		`{"{urn:x}a":{"@b":"1","@{urn:x}b":"2","#content":["t",{"b":""},{"{urn:x}c":{}}]}}`: true,
		`{"{urn:x}a":{"@{urn:case}mark":"1"}}`:                                              true,
		`{"{urn:x}a":{"#namespaces":{"p":"urn:x"},"#content":["p:q"]}}`:                     true,
		`{"{urn:case}known":1}`: true,

		`{"{urn:x}a":{"#namespaces":{"":""},"#content":["t"]}}`: true, // the default namespace is none

		`{"{urn:x}a":{"#namespaces":{"p":""},"#content":["t"]}}`:        false,
		`{"{urn:x}a":{"#namespaces":{"p:q":"urn:x"},"#content":["t"]}}`: false,
		`{"{urn:x}a":{"#namespaces":{"xmlns":"urn:x"}}}`:                false,
		`{"{urn:x}a":{"#namespaces":{"xml":"urn:x"}}}`:                  false,

		`{"{urn:x}a":{"@type":"{http://www.w3.org/2001/XMLSchema}int","#text":"1"}}`: true,

		`{"{urn:x}a":{"@type":"{http://www.w3.org/2001/XMLSchema}int","#text":"x"}}`:      false,
		`{"{urn:x}a":{"@type":"{http://www.w3.org/2001/XMLSchema}int","#content":["1"]}}`: false,
		`{"{urn:x}a":{"@type":"{urn:x}unknown"}}`:                                         false,
		`{"{urn:x}a":{"@type":"1"}}`:                                                      false,

		`{"a":"t"}`:                                  false, // names of elements that wildcards let in have a namespace
		`{}`:                                         false,
		`[]`:                                         false,
		`"t"`:                                        false,
		`{"{urn:x}a":"t","{urn:x}b":"t"}`:            false,
		`{"{urn:x}a":"t","{urn:x}a":"t"}`:            false,
		`{"{urn:x}a":["t"]}`:                         false,
		`{"{urn:x}a b":"t"}`:                         false,
		`{"{urn:x}":"t"}`:                            false,
		`{"{urn:x}a":"\u0001"}`:                      false,
		`{"{urn:x}a":{"@b":"1","@b":"2"}}`:           false,
		`{"{urn:x}a":{"@b c":"1"}}`:                  false,
		`{"{urn:x}a":{"b":"1"}}`:                     false,
		`{"{urn:x}a":{"#content":"t"}}`:              false,
		`{"{urn:x}a":{"#content":[[]]}}`:             false,
		`{"{urn:x}a":{"#content":[{}]}}`:             false,
		`{"{urn:x}a":{"#content":["t" "t"]}}`:        false,
		`{"{urn:x}a":{"#content":["t",]}}`:           false,
		`{"{urn:x}a":{"@b":"1",}}`:                   false,
		`{"{urn:x}a":{,"@b":"1"}}`:                   false,
		`{"{urn:x}a":{"#content":[,]}}`:              false,
		`{"{urn:x}a":"t",}`:                          false,
		`{"{urn:x}a":{"@{urn:case}mark":"x"}}`:       false,
		`{"{urn:case}known":"x"}`:                    false,
		`{"{urn:x}a":{"#content":[],"#content":[]}}`: false,
	} {
		text := fmt.Appendf(nil, `{"box":[{"label":"l","#any":[{"{urn:x}a":"t"}]},{"label":"l","#any":[{"{urn:x}a":"t"},%s]}],"last":1}`, item)
		readings.JSON(t, text, func() xsd.XMLValue { return new(wildcardnested.Root) })
		if err := xsd.UnmarshalJSON(text, new(wildcardnested.Root)); (err == nil) != valid {
			t.Errorf("%s: %v, want it to be valid: %t", item, err, valid)
		}
	}
}
