package changelog_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/changelog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// step is a commit with an answer to each question.
func step(readers, writers, program diff.Verdict) changelog.Step {
	answers := map[string]changelog.Answer{"readers": {Verdict: readers.String()}, "writers": {Verdict: writers.String()}, "go": {Verdict: program.String()}}
	return changelog.Step{Verdict: &changelog.Verdict{Answers: answers}}
}

const ok, open, breaks = diff.Compatible, diff.Undecided, diff.Breaking

// TestHeadline: it counts steps by what they break, and what is undecided apart; the first version and what cannot be compiled are no steps.
func TestHeadline(t *testing.T) {
	first, problem := changelog.Step{First: true}, changelog.Step{Problem: "no schema"}
	for want, steps := range map[string][]changelog.Step{
		"There is no step to judge.":                                                                   {first, problem},
		"Of 5 steps 4 break readers, 2 writers and 1 Go programs.":                                     {first, step(ok, ok, ok), step(breaks, ok, ok), problem, step(breaks, breaks, ok), step(breaks, ok, breaks), step(breaks, breaks, ok)},
		"Of 1 steps 0 break readers, 0 writers and 0 Go programs; 1 has an answer that is undecided.":  {first, step(open, open, ok)},
		"Of 3 steps 1 break readers, 1 writers and 0 Go programs; 2 have an answer that is undecided.": {step(breaks, open, ok), step(ok, breaks, ok), step(open, ok, ok)},
	} {
		if got := (&changelog.Log{Steps: steps}).Headline(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestCountsInFormats: formats for people have the sentence, and JSON the counts by question.
func TestCountsInFormats(t *testing.T) {
	log := &changelog.Log{Path: "a.xsd", Steps: []changelog.Step{step(breaks, open, ok), step(ok, breaks, ok), step(open, open, ok)}}
	for _, format := range changelog.Formats() {
		var out bytes.Buffer
		if err := log.Show(&out, format); err != nil {
			t.Fatal(err)
		}
		if format != "json" {
			if want := "1 break readers, 1 writers and 0 Go programs; 2 have an answer that is undecided."; !strings.Contains(out.String(), want) {
				t.Errorf("%s does not say %q:\n%s", format, want, out.String())
			}
			continue
		}
		var got struct {
			Path   string            `json:"path"`
			Steps  []json.RawMessage `json:"steps"`
			Counts changelog.Counts  `json:"counts"`
		}
		if err := json.Unmarshal(out.Bytes(), &got); err != nil || got.Path != "a.xsd" || len(got.Steps) != 3 {
			t.Errorf("%v: what was there before is not:\n%s", err, out.String())
		}
		want := changelog.Counts{
			Steps: 3, Open: 2,
			Breaking: map[string]int{"readers": 1, "writers": 1, "go": 0}, Undecided: map[string]int{"readers": 1, "writers": 2, "go": 0},
		}
		if diff := cmp.Diff(want, got.Counts); diff != "" {
			t.Errorf("counts (-want +got):\n%s", diff)
		}
	}
}
