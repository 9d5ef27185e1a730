// The worked examples of HISTORY.md are true.

package diff_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// step is a heading of HISTORY.md with the list below it.
var step = regexp.MustCompile("(?m)^### (\\w+) (\\d+) to (\\d+).*\n\n```\n((?:.*\n)*?)```\n")

// TestWorkedExamples compares the steps of HISTORY.md anew; UPDATE=1 rewrites its lists.
func TestWorkedExamples(t *testing.T) {
	data, err := os.ReadFile("HISTORY.md")
	if err != nil {
		t.Fatal(err)
	}
	steps := 0
	now := step.ReplaceAllStringFunc(string(data), func(text string) string {
		steps++
		parts := step.FindStringSubmatch(text)
		return strings.Replace(text, "```\n"+parts[4]+"```\n", "```\n"+stepList(t, parts[1], parts[2], parts[3])+"```\n", 1)
	})
	if steps != 9 {
		t.Errorf("HISTORY.md has %d steps, want 9", steps)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("HISTORY.md", []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(data), now); diff != "" {
		t.Errorf("HISTORY.md is out of date; UPDATE=1 go test rewrites it (-is +should be):\n%s", diff)
	}
}

// stepList lists the changes of one step.
func stepList(t *testing.T, family, from, to string) string {
	t.Helper()
	report, err := diff.Compare(historical(t, family, from), historical(t, family, to))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, c := range report.Changes {
		if !slices.Contains([]string{"documentation-changed", "foreign-attribute-changed", "appinfo-changed", "file-renamed"}, c.Rule.ID) {
			lines = append(lines, fmt.Sprintf("%s  %s  %s\n", c.Rule.ID, c.Path, answersOf(c.Answers)))
		}
	}
	return strings.Join(lines, "") + "all together:  " + answersOf(report.Totals) + "\n"
}

func answersOf(answers [len(diff.Questions)]diff.Judgement) string {
	return fmt.Sprintf("%s %s %s", answers[diff.Readers].Verdict, answers[diff.Writers].Verdict, answers[diff.Go].Verdict)
}

// historical builds a version of a family with its Go packages.
func historical(t *testing.T, family, number string) diff.Input {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(inputs.Shared(t, "history"), family, number+"-*.xsd"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%s %s: %d files, %v", family, number, len(files), err)
	}
	in := input(t, filepath.Base(files[0]), files[0])
	view, err := model.Build(in.Set, model.Config{Package: "p", ImportPath: "example.com/p"})
	if err != nil {
		t.Fatal(err)
	}
	in.Packages = view.Packages
	return in
}
