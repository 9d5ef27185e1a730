// Each rule has a folder with two schemas and, written by hand, the changes between them: a line each, with the rule, the path, and the verdicts for
// readers, writers and Go.

package diff_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// TestRuleFolders: the changes found are those expected, and no others; what is said of how a schema is kept is left to the folders that are about it.
func TestRuleFolders(t *testing.T) {
	folders, err := filepath.Glob("testdata/rules/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no folders, %v", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join(folder, "expected.txt"))
			if err != nil {
				t.Fatal(err)
			}
			want := strings.Split(strings.TrimSpace(string(text)), "\n")
			slices.Sort(want)
			report, err := diff.Compare(side(t, folder, "old"), side(t, folder, "new"))
			if err != nil {
				t.Fatal(err)
			}
			policy := slices.ContainsFunc(want, func(line string) bool { return ruleOf(line).Area == diff.OfPolicy })
			got := lines(report, policy)
			for _, line := range want {
				if !slices.Contains(got, line) {
					t.Errorf("not found: %s", line)
				}
			}
			for _, line := range got {
				if !slices.Contains(want, line) {
					t.Errorf("not expected: %s", line)
				}
			}
			mustHaveProof(t, report)
		})
	}
}

func ruleOf(line string) *diff.Rule {
	id, _, _ := strings.Cut(line, " ")
	if rule := diff.RuleByID(id); rule != nil {
		return rule
	}
	return &diff.Rule{}
}

// side builds a schema of a folder: old.xsd, or the files in old. Both are called schema.xsd, so that the name is no change.
func side(t *testing.T, folder, name string) diff.Input {
	t.Helper()
	options := load.Options{}
	files := []string{"schema.xsd"}
	if text, err := os.ReadFile(filepath.Join(folder, name+".xsd")); err == nil {
		options.FS = fstest.MapFS{"schema.xsd": {Data: text}}
	} else {
		files = xsdFiles(t, filepath.Join(folder, name))
		if main := filepath.Join(folder, name, "main.xsd"); slices.Contains(files, main) {
			files = []string{main}
		}
	}
	documents, err := load.Load(files, options)
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	view, err := model.Build(set, model.Config{Package: "p", ImportPath: "example.com/p"})
	if err != nil {
		t.Fatal(err)
	}
	return diff.Input{Name: name, Documents: documents, Set: set, Packages: view.Packages}
}

// lines writes changes as expected.txt does.
func lines(report *diff.Report, policy bool) []string {
	var all []string
	for _, c := range report.Changes {
		if c.Rule.Area == diff.OfPolicy && !policy {
			continue
		}
		line := c.Rule.ID + " " + c.Path
		for _, q := range diff.Questions {
			line += " " + c.Answers[q].Verdict.String()
		}
		all = append(all, line)
	}
	slices.Sort(all)
	return all
}

// mustHaveProof: nothing is breaking for readers or writers without a witness, nothing undecided without a reason.
func mustHaveProof(t *testing.T, report *diff.Report) {
	t.Helper()
	for _, c := range report.Changes {
		for _, q := range []diff.Question{diff.Readers, diff.Writers} {
			answer := c.Answers[q]
			if answer.Verdict == diff.Breaking && answer.Witness == nil {
				t.Errorf("%s %s is breaking for %s without a witness", c.Rule.ID, c.Path, q)
			}
			if answer.Verdict == diff.Undecided && answer.Reason == "" {
				t.Errorf("%s %s is undecided for %s without a reason", c.Rule.ID, c.Path, q)
			}
		}
	}
}

// withoutFolder are the rules that two small schemas cannot show, and why.
var withoutFolder = map[string]string{
	"namespace-bumped-without-change": "in the folders of the changed target namespace",
	"import-unresolvable":             "its documents are not there",
	"pattern-changed":                 "takes a pattern that meets a limit",
}

// TestEachRuleHasAFolder: rules about Go alone and fallbacks aside, which show where nothing else does.
func TestEachRuleHasAFolder(t *testing.T) {
	for _, r := range diff.Rules() {
		_, err := os.Stat(filepath.Join("testdata", "rules", r.ID))
		excused := r.Area == diff.OfGo || r.Area == diff.Fallbacks || withoutFolder[r.ID] != ""
		if missing := err != nil; missing != excused {
			t.Errorf("%s: there is no folder: %t; that is excused: %t", r.ID, missing, excused)
		}
	}
}
