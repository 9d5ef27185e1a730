// Documents that break what a verdict assumes: counted apart where it assumes, and held to the verdict where nothing is assumed.

package diff_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

// checkApart compares without assumptions, where one schema declares elements that the other does not, and draws documents in which wildcards let these in.
func checkApart(t *testing.T, tally *tally, before, after diff.Input) {
	t.Helper()
	came, went := onlyIn(after.Set, before.Set), onlyIn(before.Set, after.Set)
	if len(came) == 0 && len(went) == 0 {
		return
	}
	report, err := diff.CompareWithin(diff.Options{NoAssumptions: true}, before, after)
	if err != nil {
		t.Fatal(err)
	}
	mustHaveRows(t, report)
	for _, c := range report.Changes {
		if strings.HasPrefix(c.Rule.ID, "language-") {
			t.Errorf("without assumptions, %s: inclusion finds a difference that no change explains", c.Rule.ID)
		}
	}
	drawApart(t, tally, report.Totals[diff.Writers], before.Set, after.Set, came)
	drawApart(t, tally, report.Totals[diff.Readers], after.Set, before.Set, went)
}

// onlyIn are the global elements of a schema that another one does not declare.
func onlyIn(set, other *schema.Set) (all []schema.Name) {
	for _, e := range set.Elements {
		if other.Element(e.Name) == nil {
			all = append(all, e.Name)
		}
	}
	return all
}

// drawApart draws documents of one schema and calls what nobody declares by the names that only the other declares. None of them may be rejected where nothing
// is assumed and nothing breaks.
func drawApart(t *testing.T, tally *tally, answer diff.Judgement, from, other *schema.Set, names []schema.Name) {
	t.Helper()
	sampler, err := sample.New(from, 1)
	if err != nil || len(names) == 0 {
		return
	}
	accepting, rejecting := validate.New(from), validate.New(other)
	for range drawn {
		document, err := sampler.Valid()
		if err != nil {
			return
		}
		for _, name := range names {
			strange := calledOtherwise(document, name)
			if strange == document || accepting.Document(strings.NewReader(strange)) != nil || rejecting.Document(strings.NewReader(strange)) == nil {
				continue
			}
			tally.apart++
			if answer.Verdict == diff.Compatible {
				t.Errorf("without assumptions said to be compatible, but this is rejected:\n%s", strange)
			}
		}
	}
}

// calledOtherwise is a document with the elements that nobody declares, which samples call stranger, under another name.
func calledOtherwise(document string, name schema.Name) string {
	document = strings.ReplaceAll(document, "stranger", name.Local)
	return strings.ReplaceAll(document, "urn:example:other", name.Space)
}

// TestApartBesideReferences: the document around what a wildcard lets in needs an ID where it has a reference.
func TestApartBesideReferences(t *testing.T) {
	in := func(more string) diff.Input {
		in, err := inputOf(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><xs:element name="r"><xs:complexType><xs:sequence>` +
			`<xs:any namespace="##local" processContents="lax"/></xs:sequence><xs:attribute name="to" type="xs:IDREF" use="required"/><xs:attribute name="id" type="xs:ID"/></xs:complexType></xs:element>` + more + `</xs:schema>`)
		if err != nil {
			t.Fatal(err)
		}
		return in
	}
	checkApart(t, &tally{}, in(""), in(`<xs:element name="e" type="xs:int"/>`))
}

// TestCountedApart: of documents in which a wildcard lets in what only the other schema declares, a verdict says that they are left out, or a row says what
// breaks them.
func TestCountedApart(t *testing.T) {
	in := func(process, more string) diff.Input {
		in, err := inputOf(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><xs:element name="r"><xs:complexType><xs:sequence>` +
			`<xs:any namespace="##any" processContents="` + process + `" maxOccurs="3"/></xs:sequence><xs:anyAttribute processContents="` + process + `"/></xs:complexType></xs:element>` + more + `</xs:schema>`)
		if err != nil {
			t.Fatal(err)
		}
		return in
	}
	for _, test := range []struct {
		name, process, added string
		rows                 []string // what breaks for writers without assumptions
	}{
		{"lax element", "lax", `<xs:element name="e" type="xs:int"/>`, []string{"root-element-added"}},
		{"strict element", "strict", `<xs:element name="e" type="xs:int"/>`, []string{"root-element-added"}},
		{"skipped element", "skip", `<xs:element name="e" type="xs:int"/>`, nil},
		{"lax element of anything", "lax", `<xs:element name="e"/>`, nil},
		{"lax attribute", "lax", `<xs:attribute name="a" type="xs:int"/>`, []string{"global-attribute-added"}},
		{"strict attribute", "strict", `<xs:attribute name="a" type="xs:int"/>`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			before, after := in(test.process, ""), in(test.process, test.added)
			assumed, err := diff.Compare(before, after)
			if err != nil {
				t.Fatal(err)
			}
			if got := assumed.Totals[diff.Writers].Verdict; got != diff.Compatible {
				t.Errorf("with assumptions writers are %s", got)
			}
			report, err := diff.CompareWithin(diff.Options{NoAssumptions: true}, before, after)
			if err != nil {
				t.Fatal(err)
			}
			mustHaveProof(t, report)
			var rows []string
			for _, c := range report.Changes {
				if c.Answers[diff.Writers].Verdict == diff.Breaking {
					rows = append(rows, c.Rule.ID)
				}
			}
			if !slices.Equal(rows, test.rows) {
				t.Errorf("without assumptions the rows that break writers are %q, want %q", rows, test.rows)
			}
			tally := &tally{}
			checkApart(t, tally, before, after)
			if test.name == "strict element" && tally.apart == 0 {
				t.Error("no document was counted apart")
			}
		})
	}
}
