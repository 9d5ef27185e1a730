// UBL Invoice from 2.0 to 2.4: what once never ended, and what strict wildcards once drowned.

package diff_test

import (
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// TestUBL compares successive versions. Nothing is left open for want of a budget, which is far more than is used.
func TestUBL(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	archive := inputs.Shared(t, "families", "ubl", "invoice-2.0-2.2-2.4.tar.xz")
	dir := t.TempDir()
	if out, err := exec.Command("tar", "-xJf", archive, "-C", dir).CombinedOutput(); err != nil {
		inputs.NotChecked(t, "the archive of UBL cannot be unpacked: %v %s", err, out)
	}
	invoice := func(version string) diff.Input {
		root := dir
		if version == "2.1" || version == "2.3" {
			root = inputs.Shared(t, "families", "ubl")
		}
		return input(t, version, filepath.Join(root, version, "maindoc", "UBL-Invoice-"+version+".xsd"))
	}
	versions := []string{"2.0", "2.1", "2.2", "2.3", "2.4"}
	for i, version := range versions[1:] {
		asked := 0
		report, err := diff.CompareWithin(diff.Options{Stop: func() bool { asked++; return asked > 2_000_000 }}, invoice(versions[i]), invoice(version))
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s to %s: asked %d times whether to stop", versions[i], version, asked)
		mustHaveProof(t, report)
		for _, c := range report.Changes {
			if c.Answers[diff.Readers].Verdict == diff.Undecided || c.Answers[diff.Writers].Verdict == diff.Undecided {
				t.Errorf("%s to %s: %s at %s is undecided: %s", versions[i], version, c.Message, c.Path, verdicts(c))
			}
		}
		if report.Unjudged > 0 {
			t.Errorf("%s to %s: %d changes were not judged", versions[i], version, report.Unjudged)
		}
		writers := report.Totals[diff.Writers]
		if version < "2.3" {
			if writers.Verdict != diff.Breaking {
				t.Errorf("%s to %s: writers %s", versions[i], version, writers.Verdict)
			}
		} else if writers.Verdict != diff.Compatible || !slices.Contains(writers.Assumes, "no xsi:type on elements the old schema does not declare") {
			t.Errorf("%s to %s: writers %s, assuming %q", versions[i], version, writers.Verdict, writers.Assumes)
		}
	}
}
