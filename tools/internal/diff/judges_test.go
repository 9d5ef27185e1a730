// Every compatible verdict on real steps, put to other implementations: what one schema accepts, the other must accept, too.

package diff_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/edits"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
)

// samplesOf are real documents of the families that have compatible steps.
var samplesOf = map[string]string{
	"saft-financial-no":              "families/saft-financial-no/samples/*.xml",
	"skattemeldingformerverdiavgift": "published/examples/melding/*.xml",
	"valideringsresultat":            "published/examples/feedback/*/valideringsresultat.xml",
}

// TestCompatibleForJudges draws documents from the one schema, and mutates real ones: whatever Xerces-J and xmllint accept under the one schema, they
// must accept under the other. DRAWN says how many documents for each verdict; make judges asks about 1,000.
func TestCompatibleForJudges(t *testing.T) {
	if testing.Short() {
		t.Skip("asks other validators about many documents")
	}
	count := 20
	if text := os.Getenv("DRAWN"); text != "" {
		var err error
		if count, err = strconv.Atoi(text); err != nil {
			t.Fatalf("DRAWN is %q, which is no number", text)
		}
	}
	judges := map[string]judge.Judge{"Xerces-J": judge.Xerces(t), "xmllint": judge.Xmllint(t)}
	verdicts := 0
	for family, versions := range families(t) {
		for i := 1; i < len(versions); i++ {
			old, newer := versions[i-1], versions[i]
			report, err := diff.Compare(input(t, old.name, old.files...), input(t, newer.name, newer.files...))
			if err != nil {
				t.Fatal(err)
			}
			for q, pair := range map[diff.Question][2]version{diff.Readers: {newer, old}, diff.Writers: {old, newer}} {
				if report.Totals[q].Verdict != diff.Compatible {
					continue
				}
				verdicts++
				t.Run(fmt.Sprintf("%s %s to %s, %s", family, old.name, newer.name, q), func(t *testing.T) {
					checkAccepted(t, judges, family, pair[0], pair[1], count)
				})
			}
		}
	}
	if verdicts == 0 {
		t.Error("no verdict was compatible: nothing was checked")
	}
}

// checkAccepted asks each judge which documents the one schema accepts, and whether the other does.
func checkAccepted(t *testing.T, judges map[string]judge.Judge, family string, from, to version, count int) {
	t.Helper()
	documents := append(drawnFiles(t, from, count), mutatedFiles(t, family, count)...)
	for name, j := range judges {
		if schema := j.SchemaOK(from.files); !schema.Valid {
			t.Logf("%s does not read the schema: %s", name, schema.Message)
			continue
		}
		accepted := 0
		before, after := j.Validate(from.files, documents), j.Validate(to.files, documents)
		for i := range documents {
			if !before[i].Valid {
				continue
			}
			accepted++
			if !after[i].Valid {
				text, _ := os.ReadFile(documents[i])
				t.Errorf("%s accepts a document under %s and not under %s: %s\n%s", name, from.name, to.name, after[i].Message, text)
			}
		}
		t.Logf("%s: %d of %d documents accepted under both", name, accepted, len(documents))
		if accepted < count/2 {
			t.Errorf("%s accepts only %d documents under the first schema: too few to show anything", name, accepted)
		}
	}
}

// drawnFiles draws valid documents.
func drawnFiles(t *testing.T, v version, count int) []string {
	t.Helper()
	sampler, err := sample.New(input(t, v.name, v.files...).Set, 1)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for range count {
		document, err := sampler.Valid()
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, document)
	}
	return written(t, texts)
}

// mutatedFiles changes real documents in up to two places; some stay valid.
func mutatedFiles(t *testing.T, family string, count int) []string {
	t.Helper()
	pattern, ok := samplesOf[family]
	if !ok {
		t.Fatalf("no real documents are named for %s; add them to samplesOf", family)
	}
	top, rest, _ := strings.Cut(pattern, "/")
	originals, err := filepath.Glob(filepath.Join(inputs.Shared(t, top), filepath.FromSlash(rest)))
	if err != nil || len(originals) == 0 {
		t.Fatalf("%s: nothing found, %v", pattern, err)
	}
	random := rand.New(rand.NewPCG(3, 0))
	var texts []string
	for i := range count {
		data, err := os.ReadFile(originals[i%len(originals)])
		if err != nil {
			t.Fatal(err)
		}
		document, err := edits.ParseDocument(data)
		if err != nil {
			t.Fatal(err)
		}
		for range random.IntN(3) {
			document.Mutate(random)
		}
		texts = append(texts, document.String())
	}
	return written(t, texts)
}

// written writes documents to files.
func written(t *testing.T, texts []string) []string {
	t.Helper()
	dir := t.TempDir()
	files := make([]string, len(texts))
	for i, text := range texts {
		files[i] = filepath.Join(dir, fmt.Sprintf("%05d.xml", i))
		if err := os.WriteFile(files[i], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return files
}
