// This file tests accept: on reports made by hand.

package diff

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestAccept(t *testing.T) {
	removed := &Change{Rule: &Rule{ID: "element-removed"}, Path: "type/A/element/b"}
	again := &Change{Rule: removed.Rule, Path: removed.Path}
	elsewhere := &Change{Rule: removed.Rule, Path: "type/B/element/b"}
	report := &Report{Changes: []*Change{removed, again, elsewhere}}
	entry := func(path, until string) Acceptance {
		return Acceptance{Rule: "element-removed", Path: path, Reason: "agreed", Until: until}
	}
	report.Accept([]Acceptance{
		entry(removed.Path, "2026-11-25"),
		entry(elsewhere.Path, "2026-11-24"),
		entry("type/C", ""),
		entry(elsewhere.Path, "soon"),
	}, time.Date(2026, 11, 25, 23, 59, 0, 0, time.UTC))

	if removed.Accepted == nil || again.Accepted == nil {
		t.Error("an entry holds on its last day, for every change of its rule and path")
	}
	if elsewhere.Accepted != nil {
		t.Error("an entry whose day has passed accepts nothing")
	}
	want := []Acceptance{entry(elsewhere.Path, "2026-11-24"), entry("type/C", ""), entry(elsewhere.Path, "soon")}
	if diff := cmp.Diff(want, report.Expired); diff != "" {
		t.Errorf("expired (-want +got):\n%s", diff)
	}
	var overdue []bool
	for _, expired := range report.Expired {
		overdue = append(overdue, report.Overdue(expired))
	}
	if diff := cmp.Diff([]bool{true, false, true}, overdue); diff != "" {
		t.Errorf("overdue (-want +got):\n%s", diff)
	}

	report.Accept(nil, time.Now())
	if report.Expired != nil || removed.Accepted != nil {
		t.Error("what was accepted before is not forgotten")
	}
}

// TestAcceptKnowsTheChange: who accepted 90 for 100 has not accepted 1, and who accepted it for writers has not for Go.
func TestAcceptKnowsTheChange(t *testing.T) {
	tightened := func(to string) *Change {
		c := &Change{Rule: &Rule{ID: "max-length-tightened"}, Path: "type/A", Message: "at most " + to + "; it was 100"}
		c.Answers[Writers].Verdict, c.Answers[Go].Verdict = Breaking, Breaking
		return c
	}
	known, other := tightened("90"), tightened("1")
	entry := Acceptance{Rule: known.Rule.ID, Path: known.Path, Change: known.Fingerprint(), Questions: []string{"writers"}}
	report := &Report{Changes: []*Change{known}}
	report.Accept([]Acceptance{entry}, time.Now())
	if !known.IsAccepted(Writers) || known.IsAccepted(Go) || len(report.Expired) > 0 {
		t.Errorf("accepted for writers %t, for Go %t, expired %v", known.IsAccepted(Writers), known.IsAccepted(Go), report.Expired)
	}
	if diff := cmp.Diff([]Question{Go}, known.Open()); diff != "" {
		t.Errorf("open (-want +got):\n%s", diff)
	}
	report = &Report{Changes: []*Change{other}}
	report.Accept([]Acceptance{entry}, time.Now())
	if other.Accepted != nil || len(report.Expired) != 1 || !report.Changed(entry) || report.Overdue(entry) {
		t.Errorf("another change is accepted: %v, expired %v", other.Accepted, report.Expired)
	}
}
