// Assumptions: documents that xsi:type alone makes valid do not drown the answers, and are counted where that is asked for.

package diff_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// TestAssumptions: an element that is added beside a strict wildcard breaks only documents that nobody writes.
func TestAssumptions(t *testing.T) {
	strict := schemaHead + `<xs:element name="r"><xs:complexType><xs:sequence><xs:any namespace="##any" processContents="strict" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`
	old, err := inputOf(strict + `</xs:schema>`)
	if err != nil {
		t.Fatal(err)
	}
	newer, err := inputOf(strict + `<xs:element name="added" type="xs:int"/></xs:schema>`)
	if err != nil {
		t.Fatal(err)
	}
	mustAssume(t, old, newer, "no xsi:type on elements the old schema does not declare")
}

// mustAssume: nothing breaks for writers under the assumption alone, and something does without it.
func mustAssume(t *testing.T, old, newer diff.Input, assumption string) {
	t.Helper()
	report, err := diff.Compare(old, newer)
	if err != nil {
		t.Fatal(err)
	}
	if got := report.Totals[diff.Writers]; got.Verdict != diff.Compatible || !slices.Contains(got.Assumes, assumption) {
		t.Errorf("writers: %s, assuming %q", got.Verdict, got.Assumes)
	}
	for _, c := range report.Changes {
		if got := c.Answers[diff.Writers]; got.Verdict != diff.Compatible {
			t.Errorf("%s %s: %s %s", c.Rule.ID, c.Path, got.Verdict, got.Reason)
		}
	}
	if report, err = diff.CompareWithin(diff.Options{NoAssumptions: true}, old, newer); err != nil {
		t.Fatal(err)
	}
	mustHaveProof(t, report)
	got := report.Totals[diff.Writers]
	if got.Verdict != diff.Breaking || len(got.Assumes) > 0 || !strings.Contains(got.Witness.Accepted, "xsi:type") {
		t.Errorf("without assumptions: %s %q", got.Verdict, got.Assumes)
	}
	if !slices.ContainsFunc(report.Changes, func(c *diff.Change) bool { return c.Answers[diff.Writers].Verdict == diff.Breaking }) {
		t.Error("without assumptions: no row carries the break")
	}
}

// TestNamespaceOfTypes: a namespace that holds types alone is in no document; renamed, it breaks nothing.
func TestNamespaceOfTypes(t *testing.T) {
	in := func(space, elements string) diff.Input {
		return filesOf(t, map[string]string{
			"main.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="` + space + `" targetNamespace="urn:main"><xs:import namespace="` + space + `" schemaLocation="types.xsd"/>` +
				`<xs:element name="r" type="t:T"/>` + elements + `</xs:schema>`,
			"types.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="` + space + `"><xs:complexType name="T"><xs:sequence><xs:element name="x" type="xs:int" form="unqualified"/></xs:sequence></xs:complexType></xs:schema>`,
		})
	}
	report, err := diff.Compare(in("urn:types:1", ""), in("urn:types:2", ""))
	if err != nil {
		t.Fatal(err)
	}
	renamed := false
	for _, q := range []diff.Question{diff.Readers, diff.Writers} {
		if got := report.Totals[q]; got.Verdict != diff.Compatible {
			t.Errorf("%s: %s %s", q, got.Verdict, got.Reason)
		}
		for _, c := range report.Changes {
			renamed = renamed || c.Rule.ID == "target-namespace-changed"
			if got := c.Answers[q]; got.Verdict != diff.Compatible {
				t.Errorf("%s: %s %s %s", c.Rule.ID, q, got.Verdict, got.Reason)
			}
		}
	}
	if !renamed {
		t.Error("no row tells of the renamed namespace")
	}
	untyped := `<xs:element name="anything"/>`
	mustAssume(t, in("urn:types:1", untyped), in("urn:types:2", untyped), "no xsi:type on elements of xs:anyType that names a type of a namespace the new schema does not have")
}
