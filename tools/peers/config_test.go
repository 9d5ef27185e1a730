// This file holds the JSON Schema of xsdgen.yaml to the parser: the same verdict on what is written.

package peers_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
)

// TestSchemaAgreesWithTheParser compares verdicts. What takes more than the form of one value, such as a parameter that the path does not
// name, is the parser's alone.
func TestSchemaAgreesWithTheParser(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile("../../docs/xsdgen.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	full, err := os.ReadFile("../internal/config/testdata/full.yaml")
	if err != nil {
		t.Fatal(err)
	}
	head := "schema: a.xsd\npackage: a\noutput: b\n"
	for text, valid := range map[string]bool{
		string(full):                            true,
		head:                                    true,
		"schema: a.xsd\npackage: a":             false,
		head + "accept: none":                   false,
		head + "names: {a: [b]}":                false,
		head + "service: {}":                    false,
		head + "generate: [clone]":              true,
		head + "generate: clone":                false,
		head + "generate: [copy]":               false,
		head + "types: {xs:integer: int64}":     true,
		head + "types: {xs:date: {parse: a.B}}": false,
		head + "types: [xs:date]":               false,
		head + "zz: 1":                          false,
		head + "accept: [{rule: r, path: p, reason: q, until: soon}]":                                       false,
		head + "accept: [{rule: r, path: p, reason: q, until: '2027-01-31'}]":                               true,
		head + "accept: [{rule: r, path: p, reason: q, for: [readers, go]}]":                                true,
		head + "accept: [{rule: r, path: p, reason: q, for: everybody}]":                                    false,
		head + "accept: [{rule: r, path: p}]":                                                               false,
		head + "service: {package: c, accept: yaml, operations: [{name: a, response: r}]}":                  false,
		head + "service: {package: c, operations: [{name: a, method: TRACE, response: r}]}":                 false,
		head + "service: {package: c, operations: [{name: a, response: r, idempotent: maybe}]}":             false,
		head + "service: {package: c, operations: [{name: a, response: r, parameters: [{name: q}]}]}":       false,
		head + "service: {package: c, operations: [{name: a, response: r}], errors: {codes: {X: {zz: 1}}}}": false,
	} {
		if _, err := config.Parse("f", []byte(text)); (err == nil) != valid {
			t.Errorf("the parser says of %q: %v", text, err)
		}
		if err := schema.Validate(asJSON(t, text)); (err == nil) != valid {
			t.Errorf("the JSON Schema says of %q: %v", text, err)
		}
	}
}

// asJSON returns a YAML text as an editor sees it. Days are texts, as in the parser.
func asJSON(t *testing.T, text string) any {
	t.Helper()
	var value any
	text = regexp.MustCompile(`until: (\d+-\d+-\d+)`).ReplaceAllString(text, "until: '$1'")
	if err := yaml.Unmarshal([]byte(text), &value); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	instance, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return instance
}
