// The W3C's own tests of schemas: half of the XML Schema Test Suite, in ../shared/xsts. Package conformance runs the documents
// too; this test holds the verdicts on schemas where the schema compiler is worked on.

package schema

import (
	"bufio"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// suiteTest is a line of the suite's manifest.
type suiteTest struct {
	ID, Kind, Expected string
	Schemas            []string
}

// unpackSuite unpacks the suite and returns its root.
func unpackSuite(t *testing.T) string {
	t.Helper()
	archive := inputs.Shared(t, "xsts", "xsts.tar.xz")
	root := t.TempDir()
	if out, err := exec.Command("tar", "-xJf", archive, "-C", root).CombinedOutput(); err != nil {
		inputs.NotChecked(t, "the suite cannot be unpacked with tar: %v: %s", err, out)
	}
	return filepath.Join(root, "xsts")
}

// suiteTests reads the manifest.
func suiteTests(t *testing.T, root string) []suiteTest {
	t.Helper()
	file, err := os.Open(filepath.Join(root, "manifest.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var tests []suiteTest
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var test suiteTest
		if err := json.Unmarshal(lines.Bytes(), &test); err != nil {
			t.Fatal(err)
		}
		if test.Kind == "schema" {
			tests = append(tests, test)
		}
	}
	return tests
}

func TestW3CSchemas(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT CHECKED: -short")
	}
	root := unpackSuite(t)
	agreed, total := map[string]int{}, map[string]int{}
	for _, test := range suiteTests(t, root) {
		var err error
		if used := cost.Of(func() { err = buildFiles(root, test.Schemas) }) >> 20; used > 400 {
			t.Errorf("%s: %d MB were allocated", test.ID, used)
		}
		verdict := "valid"
		if err != nil {
			verdict = "invalid"
		}
		total[test.Expected]++
		if verdict == test.Expected {
			agreed[test.Expected]++
		} else {
			t.Logf("%s: expected %s, got %s: %v", test.ID, test.Expected, verdict, err)
		}
	}
	for verdict, least := range map[string]float64{"valid": 99.9, "invalid": 99.5} {
		share := 100 * float64(agreed[verdict]) / float64(total[verdict])
		t.Logf("%s: %d of %d agree, %.2f %%", verdict, agreed[verdict], total[verdict], share)
		if total[verdict] == 0 || share < least {
			t.Errorf("of the %s schemas %.2f %% agree, want %.1f %%", verdict, share, least)
		}
	}
}

// buildFiles loads and builds schema documents below root.
func buildFiles(root string, schemas []string) error {
	var paths []string
	for _, s := range schemas {
		paths = append(paths, filepath.Join(root, s))
	}
	docs, err := load.Load(paths, load.Options{})
	if err != nil {
		return err
	}
	_, err = Build(docs)
	return err
}
