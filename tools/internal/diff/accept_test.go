// This file tests accept: on reports made by hand.

package diff

import (
	"slices"
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
	known, other := tightened(t, "90", ""), tightened(t, "1", "")
	known.Answers[Go].Verdict = Breaking
	for name, fingerprint := range map[string]string{"of facts": known.Fingerprint(), "of the message": known.ofMessage()} {
		t.Run(name, func(t *testing.T) {
			entry := Acceptance{Rule: known.Rule.ID, Path: known.Path, Change: fingerprint, Questions: []string{"writers"}}
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
		})
	}
}

// TestFingerprintsOutliveWords: neither the message nor the words for places count, nor other changes at the same component.
func TestFingerprintsOutliveWords(t *testing.T) {
	known, beside := tightened(t, "90", ""), tightened(t, "90", `<xs:pattern value="[a-z]*"/>`)
	want := known.Fingerprint()
	if got := beside.Fingerprint(); got != want {
		t.Errorf("with another change beside it the fingerprint is %s, not %s", got, want)
	}
	known.Message, known.Old.Text, known.New.Text = "put otherwise", "the type before", "the type after"
	if got := known.Fingerprint(); got != want {
		t.Errorf("worded otherwise the fingerprint is %s, not %s", got, want)
	}
	if OfMessage(Acceptance{Change: want}) || !OfMessage(Acceptance{Change: known.ofMessage()}) {
		t.Error("the forms of fingerprints are not told apart")
	}
}

// tightened is the change of a length from 100 to what is given, with other facets in the new schema.
func tightened(t *testing.T, to, beside string) *Change {
	t.Helper()
	source := func(length, beside string) string {
		return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r" type="A"/><xs:simpleType name="A"><xs:restriction base="xs:string">` +
			beside + `<xs:maxLength value="` + length + `"/></xs:restriction></xs:simpleType></xs:schema>`
	}
	report, err := Compare(Input{Set: setOf(t, source("100", ""))}, Input{Set: setOf(t, source(to, beside))})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(report.Changes, func(c *Change) bool { return c.Rule.ID == "max-length-tightened" })
	if i < 0 {
		t.Fatalf("no change of the length among %d", len(report.Changes))
	}
	return report.Changes[i]
}
