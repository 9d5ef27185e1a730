// This file holds the JSON Schema and the reference page in docs/ to the parser: they have the same keys. That both give the same
// verdict is a test of the module tools/peers, which has a reader of JSON Schemas.

package config

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
		OneOf      []object
	}
	var schema object
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	objects := schema.Defs
	objects["several"] = schema.OneOf[1]
	for text, name := range map[string]string{
		"zz: 1":                            "package",
		"packages: [{zz: 1}]":              "package",
		"packages: []\nzz: 1":              "several",
		"types: {xs:date: {zz: 1}}":        "type",
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
