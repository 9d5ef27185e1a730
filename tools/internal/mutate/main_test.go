// This file runs the whole program on a small module: one fault that a test notices, one that none does, and one that does not compile.

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/conformance/record"
)

// small is a module like ours: a source with one place for a fault in each of its packages.
var small = map[string]string{
	"go.mod":                    "module github.com/mvainnsyn/mvainnsyn\n\ngo 1.26\n",
	"xsd/tested/a.go":           "package tested\n\nfunc Same(a, b int) bool { return a == b }\n",
	"xsd/tested/a_test.go":      "package tested\n\nimport (\n\t\"os\"\n\t\"testing\"\n)\n\nfunc TestSame(t *testing.T) {\n\tif !Same(1, 1) || os.Getenv(\"RECORD\") != \"\" {\n\t\tt.Fatal()\n\t}\n}\n",
	"xsd/text/a.go":             "package text\n\nfunc Join(a, b string) string { return a + b }\n",
	"xsd/untested/a.go":         "package untested\n\nfunc Same(a, b int) bool { return a == b }\n",
	"tools/internal/cases/a.go": "package cases\n",
	reasonsFile:                 "# No reasons.\n",
}

const reasonsFile = "tools/internal/mutate/survivors.txt"

// inSmallModule makes the module, with some files in place of its own, the working directory. Its tests fail where they are asked to write what they measure.
func inSmallModule(t *testing.T, changed map[string]string) {
	t.Helper()
	t.Setenv(record.Variable, "docs/page.md")
	dir := t.TempDir()
	for _, files := range []map[string]string{small, changed} {
		for name, text := range files {
			path := filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Chdir(dir)
	t.Setenv("GOFLAGS", "-mod=mod")
}

func TestRun(t *testing.T) {
	reason := "xsd/untested/a.go Same: func Same(a, b int) bool { return a «!=» b }\n    Nobody calls it.\n"
	for name, test := range map[string]struct {
		changed map[string]string
		want    string // in the error, "" for none
	}{
		"survivor":             {nil, "survivors without a reason"},
		"survivor with reason": {map[string]string{reasonsFile: reason}, ""},
		"failing anyway":       {map[string]string{"xsd/tested/a.go": "package tested\n\nfunc Same(a, b int) bool { return a != b }\n"}, "xsd/tested: the tests fail without any fault, by TestSame: mend them first"},
	} {
		t.Run(name, func(t *testing.T) {
			inSmallModule(t, test.changed)
			const before = "# Page\n<!-- mutate -->\n<!-- /mutate -->\n"
			if err := os.WriteFile("page.md", []byte(before), 0o600); err != nil {
				t.Fatal(err)
			}
			err := run(10, 1, "page.md")
			if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
				t.Errorf("run says %v, want %q", err, test.want)
			}
			page, err := os.ReadFile("page.md")
			if err != nil {
				t.Fatal(err)
			}
			if test.want != "" && string(page) != before {
				t.Errorf("a run that failed wrote %s", page)
			}
			if told := "2 faults: tests noticed 1, and 1 survived. 1 more changes do not compile."; test.want == "" &&
				(!strings.Contains(string(page), told) || !strings.Contains(string(page), "return a «!=» b }`\n  Nobody calls it.\n")) {
				t.Errorf("the page is %s", page)
			}
		})
	}
}

func TestVerdicts(t *testing.T) {
	inSmallModule(t, nil)
	files, err := sources(".")
	if err != nil {
		t.Fatal(err)
	}
	faults, err := choose(files, 10, 1)
	if err != nil {
		t.Fatal(err)
	}
	verdicts, err := tryAll(faults)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]verdict{}
	for i, v := range verdicts {
		got[faults[i].file] = v
	}
	want := map[string]verdict{"xsd/tested/a.go": killed, "xsd/text/a.go": uncompilable, "xsd/untested/a.go": survived}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
