// Real schema families with their sample documents: the verdict of Xerces-J is the expected one, for the validator and for generated code, and what is
// accepted comes back equal.

package conformance

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/conformance/record"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
)

// member is a version of a family with the samples read by it; paths are relative to the families' folder.
type member struct {
	name    string
	schemas []string
	samples string // a pattern
}

// families lists the versions that have samples. Samples are tried with every version of their family, wherever they belong: verdicts are
// compared, not expected to be good.
func families(t *testing.T, dir string) []member {
	t.Helper()
	members := []member{}
	for _, version := range []string{"2.1", "2.3"} {
		var documents []string
		for _, kind := range []string{"Invoice", "CreditNote", "Order"} {
			documents = append(documents, "ubl/"+version+"/maindoc/UBL-"+kind+"-"+version+".xsd")
		}
		members = append(members, member{"UBL " + version, documents, "ubl/samples/*/*.xml"})
	}
	for _, version := range []string{"03", "04", "05", "06", "07", "08", "09"} {
		name := "pain.001.001." + version
		members = append(members, member{name, []string{"iso20022-pain.001/" + name + ".xsd"}, "iso20022-pain.001/samples/*.xml"})
	}
	saft, err := filepath.Glob(filepath.Join(dir, "saft-financial-no", "*", "*.xsd"))
	if err != nil || len(saft) != 12 {
		t.Fatalf("%d versions of SAF-T, %v: twelve are expected", len(saft), err)
	}
	for _, file := range saft[6:] { // the first six have other namespaces than the samples
		relative, err := filepath.Rel(dir, file)
		if err != nil {
			t.Fatal(err)
		}
		members = append(members, member{"SAF-T " + filepath.Base(filepath.Dir(file)), []string{filepath.ToSlash(relative)}, "saft-financial-no/samples/*.xml"})
	}
	return members
}

// judgedSuite asks Xerces-J about every sample under every version.
func judgedSuite(t *testing.T, dir string) *Suite {
	t.Helper()
	xerces := judge.Xerces(t)
	suite := &Suite{Dir: dir}
	for _, m := range families(t, dir) {
		samples, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(m.samples)))
		if err != nil || len(samples) == 0 {
			t.Fatalf("%s: no samples, %v", m.name, err)
		}
		var schemas []string
		for _, schema := range m.schemas {
			schemas = append(schemas, filepath.Join(dir, filepath.FromSlash(schema)))
		}
		for i, verdict := range xerces.Validate(schemas, samples) {
			relative, err := filepath.Rel(dir, samples[i])
			if err != nil {
				t.Fatal(err)
			}
			suite.Tests = append(suite.Tests, Test{
				ID: m.name + "/" + filepath.Base(samples[i]), Contributor: "families", Area: m.name, Kind: DocumentTest,
				Schemas: m.schemas, Instance: filepath.ToSlash(relative), Expected: map[bool]string{true: "valid", false: "invalid"}[verdict.Valid],
			})
		}
	}
	return suite
}

func TestFamilies(t *testing.T) {
	dir := inputs.Shared(t, "families")
	suite := judgedSuite(t, dir)
	validated := Validator(suite)
	if valid := validated.Rate(OfKind(DocumentTest, true)); valid.All < 40 {
		t.Errorf("Xerces accepts %d documents only: do the samples lie where they did?", valid.All)
	}
	if diff := cmp.Diff([]string(nil), ids(validated.Disagreements())); diff != "" {
		t.Errorf("the validator and Xerces differ (-none +differing):\n%s%s", diff, recorded(t, validated))
	}
	if diff := cmp.Diff([]string(nil), ids(Engine(suite).Disagreements())); diff != "" {
		t.Errorf("the engine and Xerces differ (-none +differing):\n%s", diff)
	}
	if testing.Short() {
		t.Skip("generated code takes minutes to compile: leave -short out")
	}
	generated, err := Generated(newest(suite), moduleRoot(t), t.TempDir(), os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string(nil), ids(generated.Documents.Disagreements())); diff != "" {
		t.Errorf("generated code and Xerces differ (-none +differing):\n%s%s", diff, recorded(t, generated.Documents))
	}
	if diff := cmp.Diff([]string(nil), ids(generated.RoundTrips.Disagreements())); diff != "" {
		t.Errorf("what came back differs (-none +differing):\n%s%s", diff, recorded(t, generated.RoundTrips))
	}
	every := func(Test) bool { return true }
	record.Section(t, "families", fmt.Sprintf("%d verdicts of Xerces-J on samples of SAF-T Financial, UBL and pain.001, each tried with every version of its family. The validator agrees on %s, generated code on %s; what comes back is equal for %s.",
		len(suite.Tests), strings.TrimSpace(validated.Rate(every).String()), strings.TrimSpace(generated.Documents.Rate(every).String()), strings.TrimSpace(generated.RoundTrips.Rate(every).String())))
	t.Logf("%d verdicts of the validator; of generated code %s, round trips %s", len(suite.Tests), generated.Documents.Rate(func(Test) bool { return true }), generated.RoundTrips.Rate(func(Test) bool { return true }))
}

// newest keeps the tests of the last version of each family, since generated code takes long to compile; FAMILIES=all keeps all.
func newest(suite *Suite) *Suite {
	if os.Getenv("FAMILIES") == "all" {
		return suite
	}
	last := map[string]string{}
	for _, test := range suite.Tests {
		family, _, _ := strings.Cut(test.Instance, "/")
		last[family] = test.Area
	}
	kept := &Suite{Dir: suite.Dir}
	for _, test := range suite.Tests {
		if family, _, _ := strings.Cut(test.Instance, "/"); last[family] == test.Area {
			kept.Tests = append(kept.Tests, test)
		}
	}
	return kept
}

func recorded(t *testing.T, outcomes Outcomes) string {
	t.Helper()
	var out strings.Builder
	if err := outcomes.Record(&out, nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
