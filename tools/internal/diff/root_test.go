// One root: what other documents hold does not count, and is not shown.

package diff_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// twoRoots is a schema with the roots first and second. Both hold a Shared, and each a type of its own.
func twoRoots(t *testing.T, shared, first, second string) diff.Input {
	t.Helper()
	limited := func(name, length string) string {
		return `<xs:simpleType name="` + name + `"><xs:restriction base="xs:string"><xs:maxLength value="` + length + `"/></xs:restriction></xs:simpleType>`
	}
	root := func(name, own string) string {
		return `<xs:element name="` + name + `"><xs:complexType><xs:sequence><xs:element name="shared" type="Shared"/><xs:element name="own" type="` + own + `"/></xs:sequence></xs:complexType></xs:element>`
	}
	in, err := inputOf(schemaHead + root("first", "First") + root("second", "Second") + limited("Shared", shared) + limited("First", first) + limited("Second", second) + `</xs:schema>`)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// breaks are the changes of a report that break something, with the questions.
func breaks(report *diff.Report) (all []string) {
	for _, c := range report.Changes {
		for _, q := range []diff.Question{diff.Readers, diff.Writers} {
			if c.Answers[q].Verdict == diff.Breaking {
				all = append(all, q.String()+" "+c.Path)
			}
		}
	}
	return all
}

func comparedFor(t *testing.T, options diff.Options, old, newer diff.Input) *diff.Report {
	t.Helper()
	report, err := diff.CompareWithin(options, old, newer)
	if err != nil {
		t.Fatal(err)
	}
	mustHaveProof(t, report)
	return report
}

// TestRootAlone: what only the other root holds is not shown, and breaks nothing.
func TestRootAlone(t *testing.T) {
	old, newer := twoRoots(t, "9", "9", "9"), twoRoots(t, "9", "9", "5")
	report := comparedFor(t, diff.Options{Root: "first"}, old, newer)
	if len(report.Changes) > 0 || report.Totals[diff.Writers].Verdict != diff.Compatible {
		t.Errorf("first: %d changes, writers %s", len(report.Changes), report.Totals[diff.Writers].Verdict)
	}
	if note := report.Notes[0]; !strings.HasSuffix(note, "the root first count, and only changes of what these can hold are shown; one change of something else is not.") {
		t.Errorf("first: the note is %q", note)
	}
	report = comparedFor(t, diff.Options{Root: "second"}, old, newer)
	if got := breaks(report); !slices.Equal(got, []string{"writers type/Second"}) || report.Totals[diff.Writers].Verdict != diff.Breaking {
		t.Errorf("second: %q, writers %s", got, report.Totals[diff.Writers].Verdict)
	}
}

// TestRootOfWitness: a document that shows a change of what both hold has the root that was asked for.
func TestRootOfWitness(t *testing.T) {
	old, newer := twoRoots(t, "9", "9", "9"), twoRoots(t, "5", "9", "9")
	for _, root := range []string{"first", "second"} {
		report := comparedFor(t, diff.Options{Root: root}, old, newer)
		if got := breaks(report); !slices.Equal(got, []string{"writers type/Shared"}) {
			t.Errorf("%s: %q", root, got)
			continue
		}
		if document := report.Changes[0].Answers[diff.Writers].Witness.Accepted; !strings.Contains(document, "<"+root) {
			t.Errorf("%s: the witness is %s", root, document)
		}
	}
}

// TestRootThroughWildcard: what only a wildcard lets in is not considered, which the answer says, and counted where that is asked for.
func TestRootThroughWildcard(t *testing.T) {
	in := func(length string) diff.Input {
		in, err := inputOf(schemaHead + `<xs:element name="r"><xs:complexType><xs:sequence><xs:any processContents="lax"/></xs:sequence></xs:complexType></xs:element>` +
			`<xs:element name="e"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="` + length + `"/></xs:restriction></xs:simpleType></xs:element></xs:schema>`)
		if err != nil {
			t.Fatal(err)
		}
		return in
	}
	report := comparedFor(t, diff.Options{Root: "r"}, in("9"), in("5"))
	writers, assumption := report.Totals[diff.Writers], "no elements that the old schema declares where only a wildcard lets them in"
	if writers.Verdict != diff.Compatible || !slices.Contains(writers.Assumes, assumption) || len(report.Changes) > 0 {
		t.Errorf("writers %s, assuming %q; %d changes", writers.Verdict, writers.Assumes, len(report.Changes))
	}
	report = comparedFor(t, diff.Options{Root: "r", NoAssumptions: true}, in("9"), in("5"))
	if got := breaks(report); !slices.Equal(got, []string{"writers element/e"}) {
		t.Fatalf("without assumptions: %q", got)
	}
	if document := report.Changes[0].Answers[diff.Writers].Witness.Accepted; !strings.Contains(document, "<r><e>") {
		t.Errorf("without assumptions: the witness is %s", document)
	}
}

// TestRootNames: a root is found by the namespace it has in either schema, and followed to its other name.
func TestRootNames(t *testing.T) {
	in := func(space, name string) diff.Input {
		in, err := inputOf(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="` + space + `" targetNamespace="` + space + `"><xs:complexType name="T"><xs:sequence/></xs:complexType>` +
			`<xs:element name="` + name + `" type="T"/><xs:element name="other" type="xs:int"/></xs:schema>`)
		if err != nil {
			t.Fatal(err)
		}
		return in
	}
	for _, root := range []string{"a", "b", "{urn:1}a", "{urn:2}b"} {
		report := comparedFor(t, diff.Options{Root: root}, in("urn:1", "a"), in("urn:2", "b"))
		if report.Root != "{urn:1}a" || report.Totals[diff.Readers].Verdict != diff.Breaking {
			t.Errorf("%s: the root is %s, readers %s", root, report.Root, report.Totals[diff.Readers].Verdict)
		}
	}
}

// TestRootWithoutNamespace: a name alone means the element in no namespace, whatever other namespaces have of that name.
func TestRootWithoutNamespace(t *testing.T) {
	in, err := inputOf(schemaHead+`<xs:import namespace="urn:x" schemaLocation="imported0.xsd"/><xs:element name="a" type="xs:int"/></xs:schema>`,
		strings.TrimSuffix(schemaHead, ">")+` targetNamespace="urn:x"><xs:element name="a" type="xs:date"/></xs:schema>`)
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range []string{"a", "{urn:x}a"} {
		if report := comparedFor(t, diff.Options{Root: root}, in, in); report.Root != root {
			t.Errorf("%s: the root is %s", root, report.Root)
		}
	}
}

// TestRootMissing: the error says what there is.
func TestRootMissing(t *testing.T) {
	old, newer := twoRoots(t, "9", "9", "9"), twoRoots(t, "9", "9", "9")
	_, err := diff.CompareWithin(diff.Options{Root: "third"}, old, newer)
	var missing *diff.RootError
	if !errors.As(err, &missing) || !missing.Missing {
		t.Fatalf("%v", err)
	}
	if want := "neither schema declares an element third that a document can begin with; there are first, second"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}

// TestRootGone: of a root that only the old schema has, every document is refused.
func TestRootGone(t *testing.T) {
	one, err := inputOf(schemaHead + `<xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:date"/></xs:schema>`)
	if err != nil {
		t.Fatal(err)
	}
	other, err := inputOf(schemaHead + `<xs:element name="b" type="xs:date"/></xs:schema>`)
	if err != nil {
		t.Fatal(err)
	}
	report := comparedFor(t, diff.Options{Root: "a"}, one, other)
	if got := breaks(report); !slices.Equal(got, []string{"writers element/a"}) || report.Totals[diff.Readers].Verdict != diff.Compatible {
		t.Errorf("%q, readers %s", got, report.Totals[diff.Readers].Verdict)
	}
}

// TestRootAndAcceptances: an acceptance of a change that is not shown is not expired.
func TestRootAndAcceptances(t *testing.T) {
	report := comparedFor(t, diff.Options{Root: "first"}, twoRoots(t, "9", "9", "9"), twoRoots(t, "9", "9", "5"))
	report.Accept([]diff.Acceptance{{Rule: "max-length-tightened", Path: "type/Second", Reason: "agreed"}}, time.Now())
	if len(report.Expired) > 0 {
		t.Errorf("expired: %v", report.Expired)
	}
}
