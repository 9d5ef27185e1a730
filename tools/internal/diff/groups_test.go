// Changes that only break together: one row, with its witness.

package diff_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// TestTogether: each change alone is taken back by another one, and documents break all the same.
func TestTogether(t *testing.T) {
	typed := func(base, own string) string {
		return `<xs:element name="r" type="D"/><xs:complexType name="B" abstract="true"><xs:sequence>` + base + `</xs:sequence></xs:complexType>` +
			`<xs:complexType name="D"><xs:complexContent><xs:extension base="B"><xs:sequence>` + own + `</xs:sequence></xs:extension></xs:complexContent></xs:complexType>`
	}
	const id, o, x = `<xs:element name="id" type="xs:string"/>`, `<xs:element name="o" type="xs:string" minOccurs="0"/>`, `<xs:element name="x" type="xs:string"/>`
	report := compared(t, typed(id+o, x), typed(o, id+x))
	mustHaveProof(t, report)
	for _, q := range []diff.Question{diff.Readers, diff.Writers} {
		if report.Totals[q].Verdict != diff.Breaking {
			t.Errorf("%s: %s", q, report.Totals[q].Verdict)
		}
		rows := 0
		for _, c := range report.Changes {
			switch c.Answers[q].Verdict {
			case diff.Undecided:
				t.Errorf("%s: %s %s is undecided: %s", q, c.Rule.ID, c.Path, c.Answers[q].Reason)
			case diff.Breaking:
				rows++
			}
		}
		if rows != 1 {
			t.Errorf("%s: %d rows carry the break, want one", q, rows)
		}
	}
}

// TestTotalSettlesRows: an all group became the choice of its orders. Nothing breaks, and no row says that it may.
func TestTotalSettlesRows(t *testing.T) {
	const a, b = `<xs:element name="a" type="xs:string"/>`, `<xs:element name="b" type="xs:string"/>`
	of := func(model string) string {
		return `<xs:element name="r"><xs:complexType>` + model + `</xs:complexType></xs:element>`
	}
	report := compared(t, of(`<xs:all>`+a+b+`</xs:all>`), of(`<xs:choice><xs:sequence>`+a+b+`</xs:sequence><xs:sequence>`+b+a+`</xs:sequence></xs:choice>`))
	for _, q := range []diff.Question{diff.Readers, diff.Writers} {
		if got := report.Totals[q]; got.Verdict != diff.Compatible {
			t.Errorf("%s: %s %s", q, got.Verdict, got.Reason)
		}
		for _, c := range report.Changes {
			if got := c.Answers[q]; got.Verdict != diff.Compatible {
				t.Errorf("%s: %s %s: %s %s", q, c.Rule.ID, c.Path, got.Verdict, got.Reason)
			}
		}
	}
}

// TestGlobalMadeLocal: an element that is no longer global may stand where it stood, and is no root any more. A row says so.
func TestGlobalMadeLocal(t *testing.T) {
	of := func(element string) string {
		return `<xs:element name="r"><xs:complexType><xs:sequence>` + element + `</xs:sequence></xs:complexType></xs:element>`
	}
	report := compared(t, of(`<xs:element ref="g"/>`)+`<xs:element name="g" type="xs:string"/>`, of(`<xs:element name="g" type="xs:string"/>`))
	removed := false
	for _, c := range report.Changes {
		removed = removed || c.Rule.ID == "root-element-removed" && c.Answers[diff.Writers].Verdict == diff.Breaking
		if c.Rule.ID == "language-narrowed" {
			t.Errorf("no change explains it: %s", c.Message)
		}
	}
	if !removed {
		t.Error("no row says that the element is no root any more")
	}
}

// TestCompositorOfOnePart: what a group with one part is called means nothing, so that only what came beside the part, or went, is a change.
func TestCompositorOfOnePart(t *testing.T) {
	const x, y = `<xs:element name="x" type="xs:string"/>`, `<xs:element name="y" type="xs:string"/>`
	of := func(compositor, particles string) string {
		return `<xs:element name="r"><xs:complexType><xs:` + compositor + `>` + particles + `</xs:` + compositor + `></xs:complexType></xs:element>`
	}
	for _, test := range []struct{ old, new, want string }{
		{of("sequence", x), of("choice", x+y), "choice-branch-added element/r/element/y: breaking compatible"},
		{of("choice", x+y), of("sequence", x), "choice-branch-removed element/r/element/y: compatible breaking"},
		{of("choice", x), of("sequence", x+y), "element-added-required element/r/element/y: breaking breaking"},
		{of("sequence", x+y), of("choice", x), "element-removed-required element/r/element/y: breaking breaking"},
	} {
		if diff := cmp.Diff([]string{test.want}, told(compared(t, test.old, test.new))); diff != "" {
			t.Errorf("%s to %s (-want +got):\n%s", test.old, test.new, diff)
		}
	}
}

// told are the changes of a report with what they do to readers and writers, but not those of how a schema is kept.
func told(report *diff.Report) []string {
	var all []string
	for _, c := range report.Changes {
		if c.Rule.Area != diff.OfPolicy {
			all = append(all, c.Rule.ID+" "+c.Path+": "+verdicts(c))
		}
	}
	return all
}
