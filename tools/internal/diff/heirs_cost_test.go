// A base type that very many others extend, with several changes: each shows in the content of all of them.

package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// family is a schema of a base type with elements and something at their end, and so many types that extend it. In the grown one so many of the elements may
// come more than once.
func family(heirs, changed int, end string, grown bool) string {
	var b strings.Builder
	b.WriteString(schemaHead + `<xs:complexType name="Base" abstract="true"><xs:sequence>`)
	for i := range 20 {
		most := "1"
		if grown && i < changed {
			most = "3"
		}
		fmt.Fprintf(&b, `<xs:element name="b%d" type="xs:token" minOccurs="0" maxOccurs="%s"/>`, i, most)
	}
	b.WriteString(end + `</xs:sequence></xs:complexType><xs:element name="r"><xs:complexType><xs:choice maxOccurs="unbounded">`)
	for i := range heirs {
		fmt.Fprintf(&b, `<xs:element name="h%d" type="H%d"/>`, i, i)
	}
	b.WriteString(`</xs:choice></xs:complexType></xs:element>`)
	for i := range heirs {
		fmt.Fprintf(&b, `<xs:complexType name="H%d"><xs:complexContent><xs:extension base="Base"><xs:sequence><xs:element name="o%d" type="xs:token" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`, i, i)
	}
	return b.String() + `</xs:schema>`
}

// TestChangesOfABase: a change of what very many types inherit is decided for all of them without a search for each, also where they let in what others declare.
func TestChangesOfABase(t *testing.T) {
	for name, end := range map[string]string{
		"elements": "", "wildcard": `<xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>`,
	} {
		t.Run(name, func(t *testing.T) { changesOfABase(t, end) })
	}
}

func changesOfABase(t *testing.T, end string) {
	const heirs, changed = 200, 5
	old, err := inputOf(family(heirs, changed, end, false))
	if err != nil {
		t.Fatal(err)
	}
	newer, err := inputOf(family(heirs, changed, end, true))
	if err != nil {
		t.Fatal(err)
	}
	var report *diff.Report
	cost.AtMost(t, 110, func() {
		if report, err = diff.Compare(old, newer); err != nil {
			t.Fatal(err)
		}
	})
	widened := 0
	for _, c := range report.Changes {
		if c.Rule.ID == "max-occurs-increased" && c.Answers[diff.Readers].Verdict == diff.Breaking && c.Answers[diff.Writers].Verdict == diff.Compatible {
			widened++
		}
	}
	if widened != changed {
		t.Errorf("%d changes break readers alone, want %d", widened, changed)
	}
}

// TestChangesOfABaseInGo: a change that makes a difference in the Go type of each heir says so in a reason with a part for each. What that adds is twice as much
// for twice as many heirs.
func TestChangesOfABaseInGo(t *testing.T) {
	added := func(heirs int) uint64 {
		old, err := inputOf(family(heirs, 5, "", false))
		if err != nil {
			t.Fatal(err)
		}
		newer, err := inputOf(family(heirs, 5, "", true))
		if err != nil {
			t.Fatal(err)
		}
		compare := func(old, newer diff.Input) uint64 {
			return cost.Of(func() {
				if _, err := diff.Compare(old, newer); err != nil {
					t.Fatal(err)
				}
			})
		}
		return compare(generated(t, old), generated(t, newer)) - compare(old, newer)
	}
	if once, twice := added(300), added(600); twice > once*22/10 {
		t.Errorf("Go added %d bytes for some heirs, and %d for twice as many", once, twice)
	} else {
		t.Logf("Go added %d bytes for some heirs, and %d for twice as many", once, twice)
	}
}
