// This file compares every step in the history of the published schemas, in all formats.

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/report"
)

// unchanged are the steps that changed nothing anybody can notice. By diff -w they differ in nothing, or in the order of attributes and documentation.
var unchanged = map[string]bool{
	"skattemeldingformerverdiavgift/02-2020-11-06-e6a1d73b.xsd": true,
	"valideringsresultat/03-2023-01-02-80109934.xsd":            true,
}

func TestHistory(t *testing.T) {
	families, err := filepath.Glob(filepath.Join(inputs.Shared(t, "history"), "*"))
	if err != nil || len(families) == 0 {
		t.Fatalf("%d families, %v", len(families), err)
	}
	steps := 0
	for _, family := range families {
		files, err := filepath.Glob(filepath.Join(family, "*.xsd"))
		if err != nil {
			t.Fatal(err)
		}
		for i := 1; i < len(files); i++ {
			steps++
			name := filepath.Base(family) + "/" + filepath.Base(files[i])
			t.Run(name, func(t *testing.T) { checkStep(t, files[i-1], files[i], unchanged[name]) })
		}
	}
	if steps < len(unchanged) {
		t.Errorf("only %d steps", steps)
	}
}

// checkStep compares two versions in all formats and holds the outcome to what is known of the step.
func checkStep(t *testing.T, older, newer string, unchanged bool) {
	t.Helper()
	want := exitFound
	if unchanged {
		want = exitDone
	}
	witnesses := t.TempDir()
	for _, format := range report.Formats() {
		var out, errs bytes.Buffer
		if got := run([]string{"diff", older, newer, "--format", format, "--witness-dir", witnesses}, nil, &out, &errs); got != want {
			t.Fatalf("%s: exit code %d, want %d\n%s", format, got, want, errs.String())
		}
		if lines := summaryLines(out.String()); format == "text" && lines > screen {
			t.Errorf("what is to be decided takes %d lines, more than a screen", lines)
		}
		if format == "text" && strings.HasPrefix(out.String(), "No change") != unchanged {
			t.Errorf("unchanged is %v, and the report begins %.200s", unchanged, out.String())
		}
	}
	checkWitnesses(t, witnesses, older, newer)
}

// screen is how many lines a person sees at once.
const screen = 40

// summaryLines are those before the first section of changes.
func summaryLines(report string) int {
	before, _, _ := strings.Cut(report, "\nBREAKING (")
	return strings.Count(before, "\n")
}

// checkWitnesses judges the documents by validate: each is valid under the one schema, and not under the other.
func checkWitnesses(t *testing.T, dir, older, newer string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	schemas := map[string]string{"old.xml": older, "new.xml": newer}
	for _, entry := range entries {
		verb, side, ok := strings.Cut(entry.Name()[strings.Index(entry.Name(), ".")+1:], "-by-")
		if !ok {
			continue // index.md
		}
		want := exitDone
		if verb == "rejected" {
			want = exitFound
		}
		var out bytes.Buffer
		if got := run([]string{"validate", "-q", "--schema", schemas[side], filepath.Join(dir, entry.Name())}, nil, &out, &out); got != want {
			t.Errorf("%s: exit code %d, want %d\n%s", entry.Name(), got, want, out.String())
		}
	}
}
