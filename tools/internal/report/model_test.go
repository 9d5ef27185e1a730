// This file tests what the picture and the top of a page are made of.

package report

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

func TestOwners(t *testing.T) {
	for path, want := range map[string][]string{
		"type/A/element/b":                   {"type/A/element", "type/A"},
		"type/{http://x/y}A":                 nil,
		"type/{http://x/y}A/element/{u:/z}b": {"type/{http://x/y}A/element", "type/{http://x/y}A"},
		"schema":                             nil,
	} {
		if diff := cmp.Diff(want, owners(path)); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", path, diff)
		}
	}
}

// changed is a change of a rule with verdicts on readers, writers and Go.
func changed(rule, path string, verdicts ...diff.Verdict) *diff.Change {
	c := &diff.Change{Rule: diff.RuleByID(rule), Path: path, Message: "m"}
	for q, v := range verdicts {
		c.Answers[q].Verdict = v
	}
	return c
}

// TestDecisions: changes of one rule with the same verdicts are one decision, and those for Go alone come last and are counted apart.
func TestDecisions(t *testing.T) {
	const yes, no = diff.Compatible, diff.Breaking
	r := equal()
	r.Changes = []*diff.Change{
		changed("element-added-optional", "type/A/element/a", no, yes, yes), changed("element-added-optional", "type/A/element/b", no, yes, yes),
		changed("element-added-optional", "type/A/element/c", no, yes, no), changed("enum-value-removed", "type/E", yes, no, yes),
		changed("enum-value-removed", "type/F", yes, yes, no),
	}
	if got, want := headline(r), "3 decisions are needed for 4 changes, and 1 more for Go programs alone."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var names []string
	for _, s := range goLast(sections(r, Options{})) {
		names = append(names, s.Name)
		if s.Name == goName && (len(s.Changes) != 1 || s.Changes[0].Path != "type/F") {
			t.Errorf("for Go alone: %v", s.Changes)
		}
	}
	if want := []string{"breaking", "go"}; !slices.Equal(names, want) {
		t.Errorf("sections %v, want %v", names, want)
	}
	r.Changes = r.Changes[4:]
	if got, want := headline(r), "Documents stay valid; Go programs need 1 decision."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
