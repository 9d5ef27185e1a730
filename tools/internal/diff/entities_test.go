// Values of xs:ENTITY: documents with a document type declaration can have them, and none of those is drawn.

package diff_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// A document such as <!DOCTYPE a [<!NOTATION n SYSTEM "n"><!ENTITY e SYSTEM "e" NDATA n>]><a one="e"/> is valid under the one schema and not under the other.
func TestEntities(t *testing.T) {
	attribute := func(name string) string {
		return `<xs:element name="a"><xs:complexType><xs:attribute name="one" type="xs:` + name + `" use="required"/></xs:complexType></xs:element>`
	}
	for _, test := range []struct {
		old, newer       string
		readers, writers diff.Verdict
	}{
		{"ENTITY", "date", diff.Breaking, diff.Undecided},
		{"date", "ENTITY", diff.Undecided, diff.Breaking},
		{"ENTITY", "NCName", diff.Breaking, diff.Compatible},
	} {
		totals := compared(t, attribute(test.old), attribute(test.newer)).Totals
		if readers, writers := totals[diff.Readers].Verdict, totals[diff.Writers].Verdict; readers != test.readers || writers != test.writers {
			t.Errorf("%s to %s: readers %s, writers %s", test.old, test.newer, readers, writers)
		}
	}
}
