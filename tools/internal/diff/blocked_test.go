// Changes of which no schema can be made alone: they are judged with what they depend on, and no row is left open for it.

package diff_test

import (
	"slices"
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

// TestBlockedTakesNoMoreThanItNeeds: X cannot be derived from B while B is derived from X, through M. M is tried first, and through Y it is derived from X all
// the same. B is tried then, and with it nothing has to be done to M. The change of M stays one for itself.
func TestBlockedTakesNoMoreThanItNeeds(t *testing.T) {
	const root = `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="A"/><xs:element name="m" type="M"/>` +
		`<xs:element name="b" type="B"/><xs:element name="x" type="X"/></xs:sequence></xs:complexType></xs:element>`
	plain := func(name string) string { return `<xs:complexType name="` + name + `"><xs:sequence/></xs:complexType>` }
	extending := func(name, base string) string {
		return `<xs:complexType name="` + name + `"><xs:complexContent><xs:extension base="` + base + `"/></xs:complexContent></xs:complexType>`
	}
	report := compared(t,
		root+plain("A")+plain("X")+extending("M", "X")+extending("B", "M")+extending("Y", "X"),
		root+plain("A")+plain("Y")+extending("M", "Y")+extending("B", "A")+extending("X", "B"))
	mustHaveProof(t, report)
	joined, own := 0, false
	for _, c := range report.Changes {
		own = own || c.Rule.ID == "base-type-changed" && c.Path == "type/M"
		if c.Rule.ID != "changes-together" {
			continue
		}
		joined++
		var paths []string
		for _, part := range c.Together {
			paths = append(paths, part.Path)
		}
		slices.Sort(paths)
		if !slices.Equal(paths, []string{"type/B", "type/X"}) {
			t.Errorf("together are %q, want the types B and X", paths)
		}
	}
	if joined != 1 || !own {
		t.Errorf("%d rows of changes together, want one; a row of M alone: %t", joined, own)
	}
}
