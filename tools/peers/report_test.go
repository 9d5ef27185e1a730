// This file reads the goldens of tools/internal/report, and reports on real schemas, with other people's readers.

package peers_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/net/html"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

const reports = "../internal/report/"

func golden(t *testing.T, name string) []byte {
	t.Helper()
	return contents(t, filepath.Join(reports, "testdata", name))
}

func contents(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func jsonSchema(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	compiled, err := compiler.Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func decoded(t *testing.T, data []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// TestReportSchema holds the output, and what it must not be, to the published schema.
func TestReportSchema(t *testing.T) {
	compiled := jsonSchema(t, reports+"report.schema.json")
	for _, name := range []string{"equal.json", "cosmetic.json", "full.json"} {
		if err := compiled.Validate(decoded(t, golden(t, name))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	good := string(golden(t, "full.json"))
	for from, to := range map[string]string{
		`"verdict": "breaking"`: `"verdict": "bad"`,
		`"group": "policy"`:     `"groups": "policy"`,
		`"overdue": true`:       `"overdue": "yes"`,
		`"line": 14`:            `"line": 0`,
		`"acceptedBy": "new"`:   `"acceptedBy": "both"`,
		`"reason": "whether`:    `"because": "whether`,
		`"totals": {`:           `"sums": {`,
	} {
		bad := strings.Replace(good, from, to, 1)
		if bad == good {
			t.Fatalf("the report has no %s", from)
		}
		if compiled.Validate(decoded(t, []byte(bad))) == nil {
			t.Errorf("%s for %s is valid by the schema", to, from)
		}
	}
}

// TestSARIF holds the output to what the standard demands of the parts that are used.
func TestSARIF(t *testing.T) {
	compiled := jsonSchema(t, reports+"testdata/sarif-subset.schema.json")
	if err := compiled.Validate(decoded(t, golden(t, "full.sarif.json"))); err != nil {
		t.Error(err)
	}
}

// TestHistory holds the report on each step of the published schemas to the schema of reports.
func TestHistory(t *testing.T) {
	compiled := jsonSchema(t, reports+"report.schema.json")
	files, err := filepath.Glob(filepath.Join(inputs.Shared(t, "history"), "*", "*.xsd"))
	if err != nil || len(files) < 2 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for i, newer := range files[1:] {
		older := files[i]
		if filepath.Dir(older) != filepath.Dir(newer) {
			continue
		}
		var out bytes.Buffer
		command := exec.Command("xsdgen", "diff", older, newer, "--format", "json")
		command.Stdout = &out
		if err := command.Run(); err != nil && command.ProcessState.ExitCode() != 1 {
			t.Fatal(err)
		}
		if err := compiled.Validate(decoded(t, out.Bytes())); err != nil {
			t.Errorf("%s: %v", newer, err)
		}
	}
}

// TestPageStandsAlone: the page asks for nothing but itself, runs nothing, and its elements are closed.
func TestPageStandsAlone(t *testing.T) {
	for _, name := range []string{"full.html", "many.html"} {
		mustStandAlone(t, golden(t, name))
	}
}

func mustStandAlone(t *testing.T, page []byte) {
	t.Helper()
	tokens := html.NewTokenizer(bytes.NewReader(page))
	var open []string
	void := map[string]bool{"meta": true, "br": true}
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		switch token.Type {
		case html.StartTagToken:
			if token.Data == "script" || token.Data == "link" || token.Data == "img" {
				t.Errorf("the page has a %s", token.Data)
			}
			if !void[token.Data] {
				open = append(open, token.Data)
			}
			for _, a := range token.Attr {
				if (a.Key == "href" || a.Key == "src") && !strings.HasPrefix(a.Val, "#") || strings.HasPrefix(a.Key, "on") {
					t.Errorf("the page asks for %s=%q", a.Key, a.Val)
				}
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> closes %v", token.Data, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("not closed: %v", open)
	}
}
