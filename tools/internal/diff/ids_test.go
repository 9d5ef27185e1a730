// IDs and references to them: what changes about the one is judged with the other in mind.

package diff_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// TestIDs: an ID that is a plain name now breaks the documents in which something refers to it, for those who write them; where the references went too,
// nothing breaks.
func TestIDs(t *testing.T) {
	attributes := func(id, ref string) string {
		return `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="x" maxOccurs="9"><xs:complexType>` +
			`<xs:attribute name="id" type="` + id + `"/><xs:attribute name="ref" type="` + ref + `"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>`
	}
	elements := func(id, ref string) string {
		return `<xs:element name="r"><xs:complexType><xs:choice maxOccurs="9"><xs:element name="id" type="` + id + `"/><xs:element name="ref" type="` + ref + `"/></xs:choice></xs:complexType></xs:element>`
	}
	for name, build := range map[string]func(id, ref string) string{"attributes": attributes, "elements": elements} {
		t.Run(name, func(t *testing.T) {
			report := compared(t, build("xs:ID", "xs:IDREF"), build("xs:NCName", "xs:IDREF"))
			mustHaveProof(t, report)
			if got := report.Totals[diff.Writers]; got.Verdict != diff.Breaking || got.Witness.Violation.Rule != "cvc-id.1" {
				t.Errorf("writers: %s %s, want a reference without its ID", got.Verdict, got.Reason)
			}
			row := false
			for _, c := range report.Changes {
				row = row || c.Answers[diff.Writers].Verdict == diff.Breaking
			}
			if !row {
				t.Error("no change carries the break for writers")
			}
			if got := report.Totals[diff.Readers]; got.Verdict != diff.Breaking || got.Witness.Violation.Rule != "cvc-id.2" {
				t.Errorf("readers: %s %s, want an ID that comes twice", got.Verdict, got.Reason)
			}
			both := compared(t, build("xs:ID", "xs:IDREF"), build("xs:NCName", "xs:NCName"))
			if got := both.Totals[diff.Writers]; got.Verdict != diff.Compatible {
				t.Errorf("without references: %s %s", got.Verdict, got.Reason)
			}
		})
	}
}
