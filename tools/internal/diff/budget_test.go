// What comparisons cost: they end where they are told to, and what is then open is said. Costs are counted in how often a comparison asks whether to stop,
// never in time.

package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// within compares until it was asked so often whether to stop, and returns how often it was.
func within(t *testing.T, limit int, old, newer string) (*diff.Report, int) {
	t.Helper()
	before, err := inputOf(schemaHead + old + `</xs:schema>`)
	if err != nil {
		t.Fatal(err)
	}
	after, err := inputOf(schemaHead + newer + `</xs:schema>`)
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	report, err := diff.CompareWithin(diff.Options{Stop: func() bool { asked++; return asked > limit }}, before, after)
	if err != nil {
		t.Fatal(err)
	}
	return report, asked
}

// manyTypes is a schema with so many types, in each of which one element is of the type given.
func manyTypes(count int, of string) string {
	var b strings.Builder
	b.WriteString(`<xs:element name="r"><xs:complexType><xs:sequence>`)
	for i := range count {
		fmt.Fprintf(&b, `<xs:element name="e%d" type="T%d" minOccurs="0"/>`, i, i)
	}
	b.WriteString(`</xs:sequence></xs:complexType></xs:element>`)
	for i := range count {
		fmt.Fprintf(&b, `<xs:complexType name="T%d"><xs:sequence><xs:element name="v" type="%s"/></xs:sequence></xs:complexType>`, i, of)
	}
	return b.String()
}

// TestBudget: whenever the budget runs out, what was judged has its proof, what was not is undecided for that reason, and the report counts it.
func TestBudget(t *testing.T) {
	old, newer := manyTypes(30, "xs:int"), manyTypes(30, "xs:short")
	_, all := within(t, 1<<30, old, newer)
	for _, limit := range []int{0, 1, 10, all / 4, all / 2, all - 1} {
		report, _ := within(t, limit, old, newer)
		mustHaveProof(t, report)
		open := 0
		for _, c := range report.Changes {
			if c.Rule.Area != diff.OfPolicy && c.Answers[diff.Writers].Verdict == diff.Compatible {
				t.Errorf("after %d of %d: %s %s is called compatible", limit, all, c.Rule.ID, c.Path)
			}
			if c.Answers[diff.Writers].Reason == automaton.Stopped || c.Answers[diff.Readers].Reason == automaton.Stopped {
				open++
			}
		}
		if report.Unjudged != open {
			t.Errorf("after %d: %d changes are open, and the report counts %d", limit, open, report.Unjudged)
		}
		if said := strings.Contains(strings.Join(report.Notes, "\n"), "--budget"); open > 0 && !said {
			t.Errorf("after %d: the notes do not say that the budget ran out: %s", limit, report.Notes)
		}
	}
	if report, _ := within(t, 0, old, newer); report.Unjudged == 0 {
		t.Error("without any budget everything was judged")
	}
}

// TestLongWitness: (a, b){1,999} became unbounded. The witness has a thousand of both, and is shown.
func TestLongWitness(t *testing.T) {
	body := func(most string) string {
		return `<xs:element name="r"><xs:complexType><xs:sequence maxOccurs="` + most + `"><xs:element name="a"/><xs:element name="b"/></xs:sequence></xs:complexType></xs:element>`
	}
	report, asked := within(t, 1<<30, body("999"), body("unbounded"))
	w := report.Totals[diff.Readers].Witness
	if w == nil || strings.Count(w.Accepted, "<a/>") != 1000 || strings.Count(w.Accepted, "<b/>") != 1000 {
		t.Fatalf("readers: %v", report.Totals[diff.Readers].Verdict)
	}
	if asked > 2_000 {
		t.Errorf("it took %d tries", asked)
	}
}

// TestLongWitnessOfTexts: what is in a thousand like elements is looked at once.
func TestLongWitnessOfTexts(t *testing.T) {
	body := func(most string) string {
		return `<xs:element name="r"><xs:complexType><xs:sequence maxOccurs="` + most + `"><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:sequence></xs:complexType></xs:element>`
	}
	report, asked := within(t, 1<<30, body("999"), body("unbounded"))
	w := report.Totals[diff.Readers].Witness
	if w == nil || strings.Count(w.Accepted, "<a>0</a>") != 1000 || strings.Count(w.Accepted, "<b>0</b>") != 1000 {
		t.Fatalf("readers: %v", report.Totals[diff.Readers].Verdict)
	}
	if asked > 2_000 {
		t.Errorf("it took %d tries", asked)
	}
}

// TestAllAgainstChoice: an all group of 20 elements has a million ways to be begun. What a choice says of it is found without looking at them.
func TestAllAgainstChoice(t *testing.T) {
	for _, low := range []string{"0", "1"} {
		var members strings.Builder
		for i := range 20 {
			fmt.Fprintf(&members, `<xs:element name="e%d" minOccurs="%%s"/>`, i)
		}
		of := func(group, low, attributes string) string {
			return `<xs:element name="r"><xs:complexType><xs:` + group + attributes + `>` + strings.ReplaceAll(members.String(), "%s", low) + `</xs:` + group + `></xs:complexType></xs:element>`
		}
		report, asked := within(t, 1<<30, of("all", low, ""), of("choice", "1", ` minOccurs="0" maxOccurs="unbounded"`))
		if got := report.Totals; got[diff.Writers].Verdict != diff.Compatible || got[diff.Readers].Verdict != diff.Breaking {
			t.Errorf("readers %s, writers %s %s", got[diff.Readers].Verdict, got[diff.Writers].Verdict, got[diff.Writers].Reason)
		}
		if asked > 3_000 {
			t.Errorf("it took %d steps", asked)
		}
	}
}

// TestManyTypesInCircles: types that refer to each other in circles, with a substitution group of all of them, of which every fifth type has a new element and
// every seventh a new substitute, as transport schemas grow.
func TestManyTypesInCircles(t *testing.T) {
	const types = 70
	body := func(grown bool) string {
		var b strings.Builder
		b.WriteString(`<xs:element name="Root" type="T0"/><xs:element name="Item" type="Base" abstract="true"/><xs:complexType name="Base" abstract="true"><xs:sequence>` +
			`<xs:element name="id" type="xs:NMTOKEN" minOccurs="0"/></xs:sequence></xs:complexType><xs:element name="Extensions"><xs:complexType><xs:sequence>` +
			`<xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>`)
		for i := range types {
			fmt.Fprintf(&b, `<xs:complexType name="T%d"><xs:complexContent><xs:extension base="Base"><xs:sequence>`, i)
			for k := range 4 {
				fmt.Fprintf(&b, `<xs:element name="p%d-%d" type="T%d" minOccurs="0" maxOccurs="unbounded"/>`, i, k, (3*i+k+1)%types)
			}
			if grown && i%5 == 0 {
				fmt.Fprintf(&b, `<xs:element name="n%d" type="xs:string" minOccurs="0"/>`, i)
			}
			b.WriteString(`<xs:element ref="Extensions" minOccurs="0"/><xs:element ref="Item" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`)
			fmt.Fprintf(&b, `<xs:element name="Item%d" type="T%d" substitutionGroup="Item"/>`, i, i)
			if grown && i%7 == 0 {
				fmt.Fprintf(&b, `<xs:element name="New%d" type="T%d" substitutionGroup="Item"/>`, i, i)
			}
		}
		return b.String()
	}
	report, asked := within(t, 1<<30, body(false), body(true))
	if got := report.Totals; got[diff.Writers].Verdict != diff.Compatible || got[diff.Readers].Verdict != diff.Breaking {
		t.Errorf("readers %s, writers %s %s", got[diff.Readers].Verdict, got[diff.Writers].Verdict, got[diff.Writers].Reason)
	}
	if asked > 10_000 {
		t.Errorf("it took %d steps", asked)
	}
}
