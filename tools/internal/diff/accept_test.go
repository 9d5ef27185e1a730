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
