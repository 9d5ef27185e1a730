// Mutated documents of the real families: the verdicts of the engine and of the validator against that of Xerces-J and xmllint. Where they differ, a clause of the
// standard settles it, in the table below.

package conformance

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/edits"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
)

// class is a kind of difference: the judge, a part of its message or of ours, and the clause by which we are right.
type class struct{ judge, part, clause string }

// classes settle every difference between a judge and us.
var classes = []class{
	// libxml2 looks at dates and times before it takes the white space off.
	{"xmllint", "': ' ", "Part 2, section 4.3.6: the white space of all types derived from date and time types is collapsed, and values are looked for in what is left"},
}

// seed is a document to mutate, with its schema.
type seed struct{ schema, document string }

// seeds are the samples small enough to be read often.
func seeds(t *testing.T) []seed {
	t.Helper()
	families := inputs.Shared(t, "families")
	patterns := []struct{ schema, documents string }{
		{"ubl/2.1/maindoc/UBL-Invoice-2.1.xsd", "ubl/samples/peppol-bis3/*.xml"},
		{"ubl/2.1/maindoc/UBL-Order-2.1.xsd", "ubl/samples/oasis-2.1/*Order*.xml"},
		{"iso20022-pain.001/pain.001.001.03.xsd", "iso20022-pain.001/samples/pain.001.001.03.xml"},
		{"iso20022-pain.001/pain.001.001.09.xsd", "iso20022-pain.001/samples/pain.001.001.09.xml"},
	}
	var out []seed
	for _, p := range patterns {
		documents, err := filepath.Glob(filepath.Join(families, filepath.FromSlash(p.documents)))
		if err != nil || len(documents) == 0 {
			t.Fatalf("no documents for %s, %v", p.documents, err)
		}
		for _, document := range documents {
			out = append(out, seed{filepath.Join(families, filepath.FromSlash(p.schema)), document})
		}
	}
	return append(out, published(t)...)
}

// published are the published examples under the schema their name speaks of.
func published(t *testing.T) []seed {
	t.Helper()
	dir := inputs.Shared(t, "published")
	schemas := map[string]string{
		"melding":   "no.skatteetaten.fastsetting.avgift.mva.skattemeldingformerverdiavgift.v1.0.xsd",
		"konvolutt": "no.skatteetaten.fastsetting.avgift.mva.mvameldinginnsending.v1.0.xsd",
	}
	var out []seed
	for folder, schema := range schemas {
		documents, err := filepath.Glob(filepath.Join(dir, "examples", folder, "*.xml"))
		if err != nil || len(documents) == 0 {
			t.Fatalf("no examples in %s, %v", folder, err)
		}
		for _, document := range documents {
			out = append(out, seed{filepath.Join(dir, "xsd", schema), document})
		}
	}
	slices.SortFunc(out, func(a, b seed) int { return strings.Compare(a.document, b.document) })
	return out
}

// mutants is how many are made: few in every run, as many as MUTANTS says in a campaign.
func mutants(t *testing.T) int {
	t.Helper()
	text, ok := os.LookupEnv("MUTANTS")
	if !ok {
		return 300
	}
	count, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("MUTANTS=%s is no number", text)
	}
	return count
}

func TestMutants(t *testing.T) {
	all := seeds(t)
	bySchema := map[string][]string{}
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(1, 0))
	for i := range mutants(t) {
		s := all[i%len(all)]
		data, err := os.ReadFile(s.document)
		if err != nil {
			t.Fatal(err)
		}
		document, err := edits.ParseDocument(data)
		if err != nil {
			t.Fatal(err)
		}
		for range 1 + random.IntN(2) {
			document.Mutate(random)
		}
		path := filepath.Join(dir, fmt.Sprintf("%05d.xml", i))
		if err := os.WriteFile(path, []byte(document.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		bySchema[s.schema] = append(bySchema[s.schema], path)
	}
	judges := map[string]judge.Judge{"xerces": judge.Xerces(t), "xmllint": judge.Xmllint(t)}
	counts := map[string]int{}
	for schema, documents := range bySchema {
		compareVerdicts(t, judges, schema, documents, counts)
	}
	t.Logf("%d mutants: %v", mutants(t), counts)
}

// compareVerdicts counts agreement with each judge, and differences by class; a difference of no class is an error.
func compareVerdicts(t *testing.T, judges map[string]judge.Judge, schema string, documents []string, counts map[string]int) {
	t.Helper()
	set, err := Build([]string{schema})
	if err != nil {
		t.Fatal(err)
	}
	reference, judge := byReference(set), byEngine(set)
	ours := make([]Verdict, len(documents))
	for i, document := range documents {
		ours[i] = bounded(func() error { return judgeFile(judge, document) })
		if ours[i].Valid {
			counts["valid"]++
		}
		if second := bounded(func() error { return judgeFile(reference, document) }); second.Valid != ours[i].Valid || second.Broken != ours[i].Broken {
			data, _ := os.ReadFile(document)
			t.Errorf("the reference says %+v, the engine %+v:\n%.3000s", second, ours[i], data)
		}
	}
	for name, j := range judges {
		for i, verdict := range j.Validate([]string{schema}, documents) {
			if verdict.Valid == ours[i].Valid && !ours[i].Broken {
				counts[name+" agrees"]++
				continue
			}
			settled := settle(name, verdict.Message+"\n"+ours[i].Reason)
			counts[name+": "+settled]++
			if settled == "" {
				data, _ := os.ReadFile(documents[i])
				t.Errorf("%s says valid=%v (%s), we %v (%s):\n%.3000s", name, verdict.Valid, verdict.Message, ours[i].Valid, ours[i].Reason, data)
			}
		}
	}
}

func settle(name, messages string) string {
	for _, c := range classes {
		if c.judge == name && strings.Contains(messages, c.part) {
			return c.clause
		}
	}
	return ""
}
