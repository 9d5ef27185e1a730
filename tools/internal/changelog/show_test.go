package changelog_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/changelog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// TestHeadline: it counts steps by what they break; the first version and what cannot be compiled are no steps.
func TestHeadline(t *testing.T) {
	step := func(readers, writers, program diff.Verdict) changelog.Step {
		answers := map[string]changelog.Answer{"readers": {Verdict: readers.String()}, "writers": {Verdict: writers.String()}, "go": {Verdict: program.String()}}
		return changelog.Step{Verdict: &changelog.Verdict{Answers: answers}}
	}
	const ok, breaks = diff.Compatible, diff.Breaking
	log := &changelog.Log{Steps: []changelog.Step{
		{First: true}, step(ok, ok, ok), step(breaks, ok, ok), {Problem: "no schema"}, step(breaks, breaks, ok), step(breaks, ok, breaks), step(breaks, breaks, ok),
	}}
	if got, want := log.Headline(), "Of 5 steps 4 break readers, 2 writers and 1 Go programs."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := (&changelog.Log{Steps: log.Steps[:1]}).Headline(), "There is no step to judge."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
