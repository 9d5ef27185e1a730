// This file tests reading and writing of xsdgen.yaml.

package config

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

// full has every key. The module tools/peers holds it to the JSON Schema.
//
//go:embed testdata/full.yaml
var full string

func TestParse(t *testing.T) {
	got, err := Parse("dir/xsdgen.yaml", []byte(full))
	if err != nil {
		t.Fatal(err)
	}
	no := false
	want := &Config{
		File: "dir/xsdgen.yaml", Schemas: []string{"a.xsd", "b.xsd"}, Package: "status", Output: "../gen",
		Namespaces: map[string]string{"urn:b": "example.com/b"}, Names: map[string]string{"type/T": "U"},
		Generate: []Extra{Clone, Equal},
		Types: []Type{
			{Name: "xs:integer", Go: "int64"}, {Name: "xs:decimal", Go: "example.com/money.Amount", Parse: "example.com/money.Parse", Format: "String"},
		},
		Service: &Service{
			Package: "statusclient", Doc: "A service.", Scope: "s", Accept: "json", Consent: "Samtykke",
			Operations: []Operation{
				{
					Name: "Get", Doc: "Gets.", Method: "GET", Path: "/x/{id}/{id2}", OnBehalfOf: "id", Response: "answer", Idempotent: &no,
					Parameters: []Parameter{
						{Name: "id", Type: "Id", In: "path"},
						{Name: "id2", Type: "Id", In: "path"},
						{Name: "q", Type: "xs:int", In: "query", List: true},
						{Name: "h", Type: "xs:int", In: "header", Optional: true},
					},
					Echo: []Echo{{Parameter: "id", Element: "a/b"}},
				},
				{Name: "Put", Method: "PUT", Path: "/x", Request: "r", Response: "answer"},
				{
					Name: "Find", Method: "GET", Response: "answer",
					Parameters: []Parameter{{Name: "id", Type: "Id", In: "path"}, {Name: "q", Type: "xs:int", In: "query"}},
				},
			},
			Errors: Errors{
				Code: []string{"c"}, Message: []string{"m", "n"}, CorrelationID: []string{"k"},
				Codes: []Code{{Code: "X", Remedy: "wait", Renew: true, Retry: true}, {Code: "Y", Cause: "consent", Answer: true}},
			},
		},
		Accept: []Accept{{Rule: "r", Path: "p", Reason: "known", Until: "2030-01-01"}},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(diag.Position{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(diag.Position{File: "dir/xsdgen.yaml", Line: 24, Column: 11}, got.Service.Operations[0].Parameters[0].Position); diff != "" {
		t.Errorf("position (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff("dir", got.Dir()); diff != "" {
		t.Errorf("directory (-want +got):\n%s", diff)
	}
}

// TestFaults covers the faults that no script of xsdgen shows.
func TestFaults(t *testing.T) {
	head := "schema: a.xsd\npackage: a\noutput: b\n"
	for text, want := range map[string]string{
		"- a":                            "f:1:1: xsdgen.yaml must be a mapping of keys to values",
		head + "names: {a: &x b, c: *x}": "f:4:21: aliases are not supported; write the value out",
		head + "accept: [{rule: r, path: p, reason: q, until: soon}]": `f:4:10: until: "soon" is no day; write it as 2027-01-31`,
		head + "generate: clone":                  "f:4:11: generate must be a list",
		head + "generate: [clone, copy]":          `f:4:19: generate: nothing is called "copy"; it can have clone, equal, constructors, getters`,
		head + "generate: [equal, equal]":         "f:4:19: generate: equal comes twice; keep one",
		head + "types: [xs:integer]":              "f:4:8: types must be a mapping",
		head + "types: {xs:date: {parse: a.B}}":   `f:4:18: key "go" is missing`,
		head + "types: {xs:date: [a.B]}":          "f:4:18: must be a text",
		head + "accept: none":                     "f:4:9: accept must be a list",
		head + "package: null":                    `key "package" comes twice`,
		"schema: a.xsd\npackage: null\noutput: b": "f:2:10: must be a text",
		head + "service: {package: c, operations: [{name: a, path: '/{x', response: r, idempotent: maybe}]}":                             "must be true or false",
		head + "service: {package: c, operations: [{name: a, path: '/{x}', response: r, parameters: [{name: x, type: t, list: true}]}]}": "a path parameter is neither optional nor a list",
		head + "service: {package: c, accept: yaml, operations: [{name: a, response: r}]}":                                               `service: accept: "yaml" is not xml or json`,
		head + "service: {}": `key "operations" is missing`,
	} {
		_, err := Parse("f", []byte(text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}

// FuzzParse: whatever the text, an answer or an error.
func FuzzParse(f *testing.F) {
	f.Add([]byte(full))
	f.Add([]byte("a: ["))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse("f", data)
		if err == nil && (c.Package == "" || c.Output == "") {
			t.Errorf("accepted without a package or output: %q", data)
		}
	})
}

func TestWithNames(t *testing.T) {
	for text, want := range map[string]string{
		"schema: a # kept\nnames:\n  b: B\n": "schema: a # kept\nnames:\n  b: C\n  'x y': X\n",
		"schema: a\n":                        "schema: a\nnames:\n  b: C\n  'x y': X\n",
		"names:\n":                           "names:\n  b: C\n  'x y': X\n",
	} {
		got, err := WithNames([]byte(text), map[string]string{"b": "C", "x y": "X"})
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if diff := cmp.Diff(strings.ReplaceAll(want, "'x y'", "x y"), strings.ReplaceAll(string(got), "'x y'", "x y")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
	for _, text := range []string{"", "- a", "a: ["} {
		if _, err := WithNames([]byte(text), nil); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
}

func TestWithAccepted(t *testing.T) {
	entries := []Accept{
		{Rule: "element-removed", Path: "type/A/element/b", Reason: "agreed: yes"},
		{Rule: "type-removed", Path: "type/C", Reason: "unused", Until: "2030-01-01"},
	}
	added := "  - rule: element-removed\n    path: type/A/element/b\n    reason: 'agreed: yes'\n" +
		"  - rule: type-removed\n    path: type/C\n    reason: unused\n    until: \"2030-01-01\"\n"
	for text, want := range map[string]string{
		"schema: a # kept\n":   "schema: a # kept\naccept:\n" + added,
		"schema: a\naccept:\n": "schema: a\naccept:\n" + added,
		"accept:\n  # first\n  - {rule: r, path: p, reason: known} # kept\npackage: a\n": "accept:\n  # first\n  - {rule: r, path: p, reason: known} # kept\n" + added + "package: a\n",
		"accept:\n  - {rule: element-removed, path: type/A/element/b, reason: old, until: 2020-01-01}\n": "accept:\n  - {rule: element-removed, path: type/A/element/b, reason: 'agreed: yes'}\n" +
			strings.Join(strings.SplitAfter(added, "\n")[3:], ""),
	} {
		got, err := WithAccepted([]byte(text), entries)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
		c, err := Parse("f", append([]byte("output: o\n"), got...))
		if err == nil || len(c.Accept) < len(entries) || strings.Contains(err.Error(), "accept") {
			t.Errorf("what was written is not read: %v, %v", c.Accept, err)
		}
	}
}

func TestWithSuccession(t *testing.T) {
	text := "# head\nschema: [a.xsd, b.xsd]\npackage: p # kept\noutput: x/v1\nnames:\n  # ours\n  b: B # stays\n  c: C\n  d: D\nnamespaces: {urn:a: x/v1}\n" +
		"service:\n  # of ours\n  package: c\naccept:\n  - {rule: r, path: p, reason: q}\n"
	next := &Config{Schemas: []string{"c.xsd"}, Output: "x/v2", Names: map[string]string{"b": "B", "a": "A"}}
	want := "# head\nschema: c.xsd\npackage: p # kept\noutput: x/v2\nnames:\n  # ours\n  b: B # stays\n  a: A\nservice:\n  # of ours\n  package: c\n"
	got, err := WithSuccession([]byte(text), next)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	next.Names, next.Namespaces = nil, map[string]string{"urn:b": "x/v2"}
	if got, err = WithSuccession([]byte(text), next); err != nil {
		t.Fatal(err)
	}
	if s := string(got); strings.Contains(s, "names:\n") || !strings.Contains(s, "namespaces: {'urn:b': x/v2}") {
		t.Errorf("names stay, or namespaces do:\n%s", s)
	}
	if _, err := WithSuccession([]byte("- a"), next); err == nil {
		t.Error("a list has no successor, and there is no error")
	}
}

func TestNew(t *testing.T) {
	data, err := New(&Config{Schemas: []string{"../a.xsd"}, Package: "a", Output: "."})
	if err != nil {
		t.Fatal(err)
	}
	c, err := Parse("f", data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&Config{File: "f", Schemas: []string{"../a.xsd"}, Package: "a", Output: "."}, c); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestParseAll: a file for several schemas has a list, and nothing else.
func TestParseAll(t *testing.T) {
	all, err := ParseAll("f", []byte("packages:\n  - {schema: a.xsd, package: a, output: x}\n  - {schema: b.xsd, package: b, output: y}\n"))
	if err != nil || len(all) != 2 || all[0].Package != "a" || all[1].Output != "y" || !all[1].Listed {
		t.Errorf("got %v, %v", all, err)
	}
	for text, want := range map[string]string{
		"packages: []": "f:1:11: packages: is empty; list what xsdgen.yaml of each schema would say",
		"packages: {}": "f:1:11: packages must be a list",
		"packages: [{schema: a.xsd, package: a}]":                       `f:1:12: key "output" is missing`,
		"package: a\npackages: [{schema: a, package: a, output: b}]":    `f:1:1: unknown key "package" in xsdgen.yaml with packages:; it can have packages`,
		"packages: [{schema: a, package: a, output: b, packages: [x]}]": `unknown key "packages" in xsdgen.yaml`,
	} {
		if _, err := ParseAll("f", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}
