// The real pairs: every two consecutive versions of the schemas in ../shared.

package diff_test

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// version is one version of a schema: a name and its main documents.
type version struct {
	name  string
	files []string
}

// families are the schemas of ../shared, each with its versions in order.
func families(t testing.TB) map[string][]version {
	t.Helper()
	all := map[string][]version{}
	for _, pattern := range []string{"history/*/*.xsd", "families/saft-financial-no/*/*.xsd", "families/iso20022-pain.001/pain.001.001.0[3-9].xsd"} {
		files, err := filepath.Glob(inputs.Shared(t, pattern[:strings.IndexByte(pattern, '/')]) + pattern[strings.IndexByte(pattern, '/'):])
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			family := filepath.Base(filepath.Dir(file))
			if strings.HasPrefix(pattern, "families/saft") {
				family = "saft-financial-no"
			}
			all[family] = append(all[family], version{strings.TrimSuffix(filepath.Base(file), ".xsd"), []string{file}})
		}
	}
	for _, v := range []string{"2.1", "2.3"} {
		all["ubl"] = append(all["ubl"], version{v, xsdFiles(t, filepath.Join(inputs.Shared(t, "families", "ubl", v), "maindoc"))})
	}
	return all
}

func xsdFiles(t testing.TB, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".xsd") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	return files
}

// input builds a schema.
func input(t testing.TB, name string, files ...string) diff.Input {
	t.Helper()
	documents, err := load.Load(files, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return diff.Input{Name: name, Documents: documents, Set: set}
}

// TestRealPairs compares them all: nothing panics, and every change is of a rule, has a place, and a fingerprint of its own.
func TestRealPairs(t *testing.T) {
	for family, versions := range families(t) {
		for i := 1; i < len(versions); i++ {
			old, newer := versions[i-1], versions[i]
			t.Run(family+"/"+newer.name, func(t *testing.T) {
				report, err := diff.Compare(input(t, old.name, old.files...), input(t, newer.name, newer.files...))
				if err != nil {
					t.Fatal(err)
				}
				t.Logf("totals: %s %s", report.Totals[diff.Readers].Verdict, report.Totals[diff.Writers].Verdict)
				told := map[string]string{}
				for _, change := range report.Changes {
					fingerprint := change.Fingerprint()
					if other, ok := told[fingerprint]; ok && other != change.Message {
						t.Errorf("%s %s: two changes have one fingerprint: %q and %q", change.Rule.ID, change.Path, other, change.Message)
					}
					told[fingerprint] = change.Message
					if change.Rule == nil || change.Path == "" || change.Message == "" || change.Old.IsZero() && change.New.IsZero() {
						t.Errorf("the change %+v has no rule, path, message or place", change)
					}
					t.Logf("%s %s: %s (affects %d): %s", change.Rule.ID, change.Path, change.Message, change.Affects, verdicts(change))
				}
			})
		}
	}
}

// verdicts are the answers to readers and writers, with the reason of one that is undecided.
func verdicts(change *diff.Change) string {
	readers, writers := change.Answers[diff.Readers], change.Answers[diff.Writers]
	text := readers.Verdict.String() + " " + writers.Verdict.String()
	for _, answer := range []diff.Judgement{readers, writers} {
		if answer.Reason != "" {
			text += " (" + answer.Reason + ")"
		}
		if answer.Witness != nil && answer.Witness.Masked {
			text += " (masked)"
		}
	}
	return text
}
