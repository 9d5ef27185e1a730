package conformance

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/conformance/record"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// disputed are tests whose expectation the standard does not support. They count as disagreements all the same.
var disputed = map[string]string{
	"Microsoft/Particles/particlesZ001/particlesZ001.i": "the document matches the content model of its type Derived (Part 1, 3.4.4 clause 2.4): " +
		"an annotation, then any number of element; the schema itself is expected to be valid",
}

// suite is the one in the folder that XSTS names, in full, or a tenth of the shared one.
func suite(t *testing.T) (s *Suite, full bool) {
	t.Helper()
	dir := os.Getenv("XSTS")
	full = dir != ""
	if !full {
		dir = inputs.XSTS(t)
	}
	if _, err := os.Stat(filepath.Join(dir, "manifest.jsonl")); err != nil {
		dir = inputs.XSTS(t) // a folder with the archive instead of what is in it
	}
	s, err := ReadSuite(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !full {
		s = s.Sample(10)
	}
	return s, full
}

// TestConformance holds all ways of judging against the bars. With XSTS=DIR it runs everything and leaves the disagreements in files.
func TestConformance(t *testing.T) {
	s, full := suite(t)
	validated := Validator(s)
	report(t, "validator", s, validated)
	judged := Engine(s)
	report(t, "engine", s, judged)
	ways := []way{{"engine", judged}, {"validator", validated}}
	defer func() { record.Section(t, "xsts", suitePage(s, full, ways)) }()
	atLeast(t, "schemas, valid", validated.Rate(OfKind(SchemaTest, true)), 99.9)
	atLeast(t, "schemas, invalid", validated.Rate(OfKind(SchemaTest, false)), 99.5)
	atLeast(t, "documents, valid", validated.Rate(OfKind(DocumentTest, true)), 99.9)
	atLeast(t, "documents, invalid", validated.Rate(OfKind(DocumentTest, false)), bar(full, 99.9, 99.5))
	for i, o := range judged {
		if v := validated[i].Verdict; o.Verdict.Valid != v.Valid || o.Verdict.Broken != v.Broken {
			t.Errorf("%s: the validator says %+v, the engine %+v", o.Test.ID, v, o.Verdict)
		}
	}
	if slowest := validated.Slowest(); slowest.Verdict.Elapsed > TimeLimit {
		t.Errorf("%s took %s", slowest.Test.ID, slowest.Verdict.Elapsed)
	}
	if testing.Short() {
		t.Skip("generated code takes minutes to compile: leave -short out")
	}
	generated, err := Generated(s, moduleRoot(t), t.TempDir(), os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d schemas generated, %d of them with names for clashes", generated.Schemas, generated.Renamed)
	report(t, "generated", s, generated.Documents)
	report(t, "roundtrip", s, generated.RoundTrips)
	report(t, "alone", s, generated.Alone)
	ways = append(ways, way{"generated code", generated.Documents}, way{"XML to Go to XML equal", generated.RoundTrips}, way{"Go value alone valid", generated.Alone})
	atLeast(t, "documents through generated code, valid", generated.Documents.Rate(OfKind(DocumentTest, true)), bar(full, 99.7, 99))
	atLeast(t, "documents through generated code, invalid", generated.Documents.Rate(OfKind(DocumentTest, false)), bar(full, 99.7, 99))
	atLeast(t, "values written alone", generated.Alone.Rate(OfKind(DocumentTest, true)), bar(full, 99.9, 99.5))
	atLeast(t, "round trips", generated.RoundTrips.Rate(OfKind(DocumentTest, true)), bar(full, 99.9, 99.5))
}

// way is one way of judging, with what came of it.
type way struct {
	name     string
	outcomes Outcomes
}

// suitePage is what the page says of the suite: rates by kind, and all that is left.
func suitePage(s *Suite, full bool, ways []way) string {
	head, rows, left := []string{"", "tests"}, [][]string{}, ""
	for _, w := range ways {
		head = append(head, w.name)
	}
	for _, kind := range []struct {
		name  string
		kind  Kind
		valid bool
	}{{"schemas, valid accepted", SchemaTest, true}, {"schemas, invalid rejected", SchemaTest, false}, {"documents, valid accepted", DocumentTest, true}, {"documents, invalid rejected", DocumentTest, false}} {
		row := []string{kind.name, strconv.Itoa(ways[0].outcomes.Rate(OfKind(kind.kind, kind.valid)).All)}
		for _, w := range ways {
			cell := ""
			if rate := w.outcomes.Rate(OfKind(kind.kind, kind.valid)); rate.All > 0 {
				cell = rate.String()
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	for _, w := range ways {
		for _, o := range w.outcomes.Disagreements() {
			left += fmt.Sprintf("- %s, %s, expected %s: %s\n", o.Test.ID, w.name, o.Test.Expected, cmp.Or(disputed[o.Test.ID], o.Verdict.Reason))
		}
	}
	part := "All"
	if !full {
		part = "A tenth"
	}
	return fmt.Sprintf("%s of the shared half, %d tests.\n\n%s\nWhat is left:\n\n%s", part, len(s.Tests), record.Table(head, rows), left)
}

// bar is lower for a sample, of which one test is a larger part.
func bar(full bool, whole, sample float64) float64 {
	if full {
		return whole
	}
	return sample
}

func atLeast(t *testing.T, what string, rate Rate, percent float64) {
	t.Helper()
	if rate.Percent() < percent {
		t.Errorf("%s: %s, at least %.1f %% are needed", what, rate, percent)
	}
}

func report(t *testing.T, name string, s *Suite, outcomes Outcomes) {
	t.Helper()
	var rates, record bytes.Buffer
	outcomes.Print(&rates, s)
	if err := outcomes.Record(&record, disputed); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s\n%s%s", name, rates.String(), record.String())
	if dir := os.Getenv("DISAGREEMENTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".tsv"), record.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// planted writes a suite of one schema and two documents, one of which is expected to be what it is not.
func planted(t *testing.T) *Suite {
	t.Helper()
	dir := folder(t, map[string]string{
		"a.xsd":     `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:int"/></xs:schema>`,
		"one.xml":   `<a>1</a>`,
		"wrong.xml": `<a>x</a>`,
		"manifest.jsonl": `{"id":"s","contributor":"own","area":"planted","kind":"schema","schemas":["a.xsd"],"expected":"valid"}
{"id":"right","contributor":"own","area":"planted","kind":"instance","schemas":["a.xsd"],"instance":"one.xml","expected":"valid"}
{"id":"planted","contributor":"own","area":"planted","kind":"instance","schemas":["a.xsd"],"instance":"wrong.xml","expected":"valid"}
{"id":"planted schema","contributor":"own","area":"planted","kind":"schema","schemas":["a.xsd"],"expected":"invalid"}
`,
	})
	s, err := ReadSuite(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// folder is a new one with files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func ids(outcomes Outcomes) []string {
	var out []string
	for _, o := range outcomes {
		out = append(out, o.Test.ID)
	}
	return out
}

func TestAPlantedExpectationIsReported(t *testing.T) {
	s := planted(t)
	validated := Validator(s)
	if diff := gocmp.Diff([]string{"planted", "planted schema"}, ids(validated.Disagreements())); diff != "" {
		t.Error(diff)
	}
	var record bytes.Buffer
	if err := validated.Record(&record, map[string]string{"planted": "for the test"}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(record.String(), "cvc-datatype-valid") || !strings.Contains(record.String(), "disputed: for the test") {
		t.Errorf("the record lacks the reason or the argument:\n%s", record.String())
	}
	if testing.Short() {
		return
	}
	generated, err := Generated(s, moduleRoot(t), t.TempDir(), os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff([]string{"planted"}, ids(generated.Documents.Disagreements())); diff != "" {
		t.Error(diff)
	}
	if rate := generated.RoundTrips.Rate(OfKind(DocumentTest, true)); rate != (Rate{1, 1}) {
		t.Errorf("round trips: %s, want the one right document", rate)
	}
}

func TestManifestFaultsAreNamed(t *testing.T) {
	for line, want := range map[string]string{
		`{"id":"a","kind":"schema","schemas":["a"],"expected":"maybe"}`:     "maybe",
		`{"id":"a","kind":"stylesheet","schemas":["a"],"expected":"valid"}`: "stylesheet",
		`{"id":"a","kind":"schema","expected":"valid"}`:                     "no schema",
		`{`: "JSON",
	} {
		if _, err := parseTest([]byte(line)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want an error with %q", line, err, want)
		}
	}
}

func TestVerdictsAreBounded(t *testing.T) {
	if v := bounded(func() error { panic("a fault") }); !v.Broken || !strings.Contains(v.Reason, "a fault") {
		t.Errorf("a panic became %+v", v)
	}
	if v := bounded(func() error { _, err := os.Open("does not exist"); return err }); !v.Broken {
		t.Errorf("a missing file became a verdict: %+v", v)
	}
}

func moduleRoot(t *testing.T) string {
	t.Helper()
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	return root
}
