// Changes of which no schema can be made alone: they are judged with what they depend on, and no row is left open for it.

package diff_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// TestBlockedChanges: alone, each change derives something from itself, or makes a content model ambiguous.
func TestBlockedChanges(t *testing.T) {
	const (
		typed    = `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="A"/><xs:element name="b" type="B"/></xs:sequence></xs:complexType></xs:element>`
		values   = `<xs:element name="r"><xs:complexType><xs:attribute name="a" type="A"/><xs:attribute name="b" type="B"/></xs:complexType></xs:element>`
		one      = `<xs:restriction base="xs:string"><xs:enumeration value="1"/></xs:restriction>`
		heads    = `<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType></xs:element><xs:element name="s"><xs:complexType><xs:sequence><xs:element ref="k"/></xs:sequence></xs:complexType></xs:element>`
		based    = `<xs:element name="r" type="D"/><xs:element name="b" type="B"/>`
		a, y     = `<xs:element name="a" type="xs:int"/>`, `<xs:element name="y" type="xs:int"/>`
		perhapsX = `<xs:element name="x" type="xs:int" minOccurs="0"/>`
		texts    = `<xs:element name="h" type="xs:string"/><xs:element name="q"><xs:complexType><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType></xs:element>`
	)
	extending := func(name, base, with string) string {
		return `<xs:complexType name="` + name + `"><xs:complexContent><xs:extension base="` + base + `">` + with + `</xs:extension></xs:complexContent></xs:complexType>`
	}
	plain := func(name, of string) string {
		return `<xs:complexType name="` + name + `"><xs:sequence>` + of + `</xs:sequence></xs:complexType>`
	}
	simple := func(name, of string) string {
		return `<xs:simpleType name="` + name + `">` + of + `</xs:simpleType>`
	}
	for name, test := range map[string]struct{ old, new string }{
		"types exchange places": {
			typed + plain("A", "") + extending("B", "A", ""),
			typed + plain("B", "") + extending("A", "B", ""),
		},
		"one of three types closes the circle": {
			typed + plain("A", "") + plain("X", "") + extending("M", "X", "") + extending("B", "M", ""),
			typed + plain("A", "") + extending("X", "B", "") + extending("M", "A", "") + extending("B", "A", ""),
		},
		"unions exchange places": {
			values + simple("A", one) + simple("B", `<xs:union memberTypes="A xs:int"/>`),
			values + simple("B", one) + simple("A", `<xs:union memberTypes="B xs:int"/>`),
		},
		"elements exchange places": {
			heads + `<xs:element name="h"><xs:complexType/></xs:element><xs:element name="k" substitutionGroup="h"/>`,
			heads + `<xs:element name="h" substitutionGroup="k"/><xs:element name="k"><xs:complexType/></xs:element>`,
		},
		"an element goes from a type to its base": {
			based + plain("B", a) + extending("D", "B", `<xs:sequence>`+perhapsX+y+`</xs:sequence>`),
			based + plain("B", a+perhapsX) + extending("D", "B", `<xs:sequence>`+y+`</xs:sequence>`),
		},
		"an element goes from a choice into a substitution group": {
			texts + `<xs:element name="r"><xs:complexType><xs:choice><xs:element ref="h"/><xs:element ref="k"/></xs:choice></xs:complexType></xs:element><xs:element name="k" type="xs:string"/>`,
			texts + `<xs:element name="r"><xs:complexType><xs:choice><xs:element ref="h"/></xs:choice></xs:complexType></xs:element><xs:element name="k" type="xs:string" substitutionGroup="h"/>`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			for _, report := range []*diff.Report{compared(t, test.old, test.new), compared(t, test.new, test.old)} {
				mustHaveProof(t, report)
				mustHaveRows(t, report)
				if report.Totals[diff.Readers].Verdict != diff.Breaking && report.Totals[diff.Writers].Verdict != diff.Breaking {
					t.Error("nothing breaks")
				}
				for _, c := range report.Changes {
					for _, q := range []diff.Question{diff.Readers, diff.Writers} {
						if c.Answers[q].Verdict == diff.Undecided {
							t.Errorf("%s, %s at %s: %s", q, c.Message, c.Path, c.Answers[q].Reason)
						}
					}
				}
			}
		})
	}
}
