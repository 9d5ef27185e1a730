package rules

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// ruleLiteral is a rule's name as source code has it.
var ruleLiteral = regexp.MustCompile(`"((?:s4s|src|cos|cvc|st|ct|ag|au|a|e|mg|p|c|sch|rcase|derivation|no|xsd|enumeration|length|minLength|fractionDigits|totalDigits|whiteSpace|(?:min|max)(?:In|Ex)clusive)-[A-Za-z0-9.-]*[A-Za-z0-9])"`)

// notRules are literals that look like names of rules.
var notRules = []string{}

// TestAllRulesAreExplained looks at what the packages that check schemas and documents name.
func TestAllRulesAreExplained(t *testing.T) {
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, room := range []string{"tools/internal/load", "tools/internal/schema", "tools/internal/validate", "xsd", "xsd/codec", "xsd/simple"} {
		files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(room), "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, match := range ruleLiteral.FindAllStringSubmatch(string(data), -1) {
				seen[match[1]] = true
			}
		}
	}
	for name := range seen {
		if _, ok := Explain(name); !ok && !slices.Contains(notRules, name) {
			t.Errorf("the rule %s is not explained", name)
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d rules were found: do they still look like that?", len(seen))
	}
}

func TestTable(t *testing.T) {
	names := Names()
	for i, name := range names {
		if i > 0 && name == names[i-1] {
			t.Errorf("the rule %s is explained twice", name)
		}
	}
	for _, r := range table {
		if !strings.HasSuffix(r.Demand, ".") && !strings.HasSuffix(r.Demand, ").") || !strings.HasSuffix(r.Remedy, ".") || r.Section == "" {
			t.Errorf("%s: demand, remedy and section are sentences and a place", r.Name)
		}
	}
	if r, ok := Explain("cvc-complex-type.2.4.a"); !ok || r.Name != "cvc-complex-type.2.4" {
		t.Errorf("the clause is explained by %v", r)
	}
	if _, ok := Explain("cvc-nothing.1"); ok {
		t.Error("a rule that there is not is explained")
	}
}
