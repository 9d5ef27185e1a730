// This file holds the JSON Schema and the reference page in docs/ to the parser: the same keys, and the same verdict on what is written.

package config

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

const docs = "../../../docs/"

// TestSchemaHasTheKeys asks the parser, by a key that it does not know, which keys each mapping can have.
func TestSchemaHasTheKeys(t *testing.T) {
	data, err := os.ReadFile(docs + "xsdgen.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(docs + "configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Properties map[string]any
		Defs       map[string]object `json:"$defs"`
	}
	var schema object
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	objects := schema.Defs
	objects["xsdgen.yaml"] = schema
	for text, name := range map[string]string{
		"zz: 1":                            "xsdgen.yaml",
		"service: {zz: 1}":                 "service",
		"service: {operations: [{zz: 1}]}": "operation",
		"service: {operations: [{parameters: [{zz: 1}]}]}": "parameter",
		"service: {errors: {zz: 1}}":                       "errors",
		"service: {errors: {codes: {X: {zz: 1}}}}":         "code",
		"accept: [{zz: 1}]":                                "accept",
	} {
		_, err := Parse("f", []byte(text))
		found := regexp.MustCompile(`unknown key "zz" in [^;]*; it can have (.*)`).FindStringSubmatch(err.Error())
		if found == nil {
			t.Fatalf("%s: %v", text, err)
		}
		keys := strings.Split(found[1], ", ")
		var described []string
		for key := range objects[name].Properties {
			described = append(described, key)
		}
		slices.Sort(described)
		if diff := cmp.Diff(keys, described); diff != "" {
			t.Errorf("docs/xsdgen.schema.json, %s (-parser +schema):\n%s", name, diff)
		}
		for _, key := range keys {
			if !strings.Contains(string(page), "`"+key+"`") {
				t.Errorf("docs/configuration.md does not say what %s of %s is", key, name)
			}
		}
	}
}

// TestSchemaAgreesWithTheParser compares verdicts. What takes more than the form of one value, such as a parameter that the path does not
// name, is the parser's alone.
func TestSchemaAgreesWithTheParser(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile(docs + "xsdgen.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	head := "schema: a.xsd\npackage: a\noutput: b\n"
	for text, valid := range map[string]bool{
		full:                        true,
		head:                        true,
		"schema: a.xsd\npackage: a": false,
		head + "accept: none":       false,
		head + "names: {a: [b]}":    false,
		head + "service: {}":        false,
		head + "zz: 1":              false,
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
		if _, err := Parse("f", []byte(text)); (err == nil) != valid {
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
