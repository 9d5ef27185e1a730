// Chains: types each of which extends the one before. The content of each begins with that of all before it, which is merged, and built again, once.

package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// chain is a schema of so many types, each with an element more that may be left out. In the grown one the type in the middle has one more.
func chain(length int, grown bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, `%s<xs:element name="r" type="T%d"/>`, schemaHead, length-1)
	for i := range length {
		own := fmt.Sprintf(`<xs:sequence><xs:element name="e%d" type="xs:string" minOccurs="0"/>`, i)
		if grown && i == length/2 {
			own += `<xs:element name="more" type="xs:int" minOccurs="0"/>`
		}
		own += `</xs:sequence>`
		if i > 0 {
			own = fmt.Sprintf(`<xs:complexContent><xs:extension base="T%d">%s</xs:extension></xs:complexContent>`, i-1, own)
		}
		fmt.Fprintf(&b, `<xs:complexType name="T%d">%s</xs:complexType>`, i, own)
	}
	return b.String() + `</xs:schema>`
}

// TestChain: an element that comes into the middle of a chain is one change, decided, and shown with one element. It costs no more than compiling the contents
// of the types that inherit it, each of which has all that those before it have.
func TestChain(t *testing.T) {
	const length = 300
	old, err := inputOf(chain(length, false))
	if err != nil {
		t.Fatal(err)
	}
	newer, err := inputOf(chain(length, true))
	if err != nil {
		t.Fatal(err)
	}
	var report *diff.Report
	cost.AtMost(t, 220, func() {
		if report, err = diff.Compare(old, newer); err != nil {
			t.Fatal(err)
		}
	})
	if len(report.Changes) != 2 || report.Changes[0].Rule.ID != "element-added-optional" {
		t.Fatalf("%d changes", len(report.Changes))
	}
	got := report.Totals
	if got[diff.Writers].Verdict != diff.Compatible || got[diff.Readers].Verdict != diff.Breaking {
		t.Fatalf("readers %s, writers %s %s", got[diff.Readers].Verdict, got[diff.Writers].Verdict, got[diff.Writers].Reason)
	}
	if w := got[diff.Readers].Witness.Accepted; !strings.Contains(w, "<more>0</more></r>") || strings.Contains(w, "<e") {
		t.Errorf("the witness has more than the new element: %s", w)
	}
}
