// Package status_test reads documents of the status service, in XML and JSON,
// and compares what becomes of each with outcomes.txt.
package status_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
)

// schemaFile is the file name of the schema, as published.
const schemaFile = "no.skatteetaen.fastsetting.avgift.mva.mvaMeldingInnsendingStatus.v1.xsd"

// outcome is one entry of outcomes.txt: a document and what is said of it.
type outcome struct {
	file  string
	lines []line
}

// line is one thing said of a document.
type line struct{ key, text string }

// of returns all that is said under one of the keys, as it stands.
func (o outcome) of(keys ...string) string {
	var b strings.Builder
	for _, l := range o.lines {
		if slices.Contains(keys, l.key) {
			b.WriteString(l.key + " " + l.text + "\n")
		}
	}
	return b.String()
}

// outcomes reads outcomes.txt, from the first entry on.
func outcomes(t *testing.T) []outcome {
	t.Helper()
	data, err := os.ReadFile("outcomes.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, entries, found := strings.Cut(string(data), "valid/")
	if !found {
		t.Fatal("outcomes.txt has no entry")
	}
	var all []outcome
	for text := range strings.Lines("valid/" + entries) {
		text = strings.TrimRight(text, "\n")
		switch said, indented := strings.CutPrefix(text, "\t"); {
		case text == "":
		case indented:
			key, rest, _ := strings.Cut(said, " ")
			last := &all[len(all)-1]
			last.lines = append(last.lines, line{key, strings.TrimSpace(rest)})
		default:
			all = append(all, outcome{file: text})
		}
	}
	return all
}

// TestEveryDocumentHasAnOutcome keeps the folder and outcomes.txt in step.
func TestEveryDocumentHasAnOutcome(t *testing.T) {
	var want []string
	for _, pattern := range []string{"valid/*.xml", "invalid/*.xml", "json/*.json"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, paths...)
	}
	var got []string
	for _, o := range outcomes(t) {
		got = append(got, filepath.FromSlash(o.file))
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-folder +outcomes.txt):\n%s", diff)
	}
}

// TestXercesAgrees asks Xerces-J for the verdicts that outcomes.txt records,
// under the published schema and under our transcription of it.
func TestXercesAgrees(t *testing.T) {
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	xerces := judge.Xerces(t)
	for _, schema := range []string{
		filepath.Join(root, "xsd", "schemas", "mvameldinginnsendingstatus", "v1", schemaFile),
		inputs.Shared(t, "published", "xsd", schemaFile),
	} {
		var files []string
		want, got := map[string]string{}, map[string]string{}
		for _, o := range outcomes(t) {
			if strings.HasSuffix(o.file, ".xml") {
				files = append(files, o.file)
				want[o.file] = o.of("xerces")
			}
		}
		for i, verdict := range xerces.Validate([]string{schema}, files) {
			got[files[i]] = "xerces " + rule(verdict) + "\n"
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-outcomes.txt +Xerces-J):\n%s", schema, diff)
		}
	}
}

// rule is how outcomes.txt writes a verdict.
func rule(v judge.Verdict) string {
	switch {
	case v.Valid:
		return "valid"
	case v.Malformed:
		return "not well-formed"
	}
	return v.Rule()
}
