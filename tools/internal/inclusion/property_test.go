package inclusion_test

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/edits"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// drawn is how many documents have to agree with a verdict.
const drawn = 50

// misjudged are cases of which Xerces refuses valid documents, with the reason.
var misjudged = map[string]string{
	"qname_default": "resolves the prefix of a default in the document; Part 1, section 3.3.1: the value constraint is a value, so the name is that of the schema",
}

// TestRandomEdits makes random edits to the schemas of the feature cases. What is called included has to be so for documents drawn from the first schema;
// what is not has a witness, which was proved; little is undecided. With PAIRS, there are three times as many.
func TestRandomEdits(t *testing.T) {
	files, err := filepath.Glob("../cases/*/schema.xsd")
	if err != nil || len(files) == 0 {
		t.Fatal("no feature cases: ", err)
	}
	rounds := 3
	switch {
	case testing.Short():
		rounds = 1
	case os.Getenv("PAIRS") != "":
		rounds = 10
	}
	j := judge.Xerces(t)
	counts := map[automaton.Verdict]int{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range rounds {
			random := rand.New(rand.NewPCG(uint64(seed), uint64(len(text))))
			edited := edit(t, string(text), random)
			a, err := parsed(file, string(text))
			b, err2 := parsed(file, edited)
			if err != nil || err2 != nil {
				continue
			}
			for _, sets := range [][2]*schema.Set{{a, b}, {b, a}} {
				answer := inclusion.New(sets[0], sets[1], inclusion.Options{}).Documents()
				counts[answer.Verdict]++
				switch answer.Verdict {
				case automaton.Yes:
					agree(t, file, sets[0], sets[1], edited)
				case automaton.No:
					if seed < 3 && misjudged[filepath.Base(filepath.Dir(file))] == "" {
						sides := [2]string{string(text), edited}
						if sets[0] == b {
							slices.Reverse(sides[:])
						}
						shown(t, j, beside(t, file, sides[0]), beside(t, file, sides[1]), answer.Witness)
					}
				case automaton.Undecided:
					t.Logf("%s, seed %d: undecided: %s\n%s", file, seed, answer.Reason, edited)
				}
			}
		}
	}
	t.Logf("%d pairs included, %d not, %d undecided", counts[automaton.Yes], counts[automaton.No], counts[automaton.Undecided])
}

// edit makes one to three edits.
func edit(t *testing.T, text string, random *rand.Rand) string {
	t.Helper()
	all := edits.All()
	for range 1 + random.IntN(3) {
		edited, ok, err := all[random.IntN(len(all))].Apply(text, random)
		if err != nil {
			t.Fatal(err)
		}
		if ok {
			text = edited
		}
	}
	return text
}

// beside writes a schema document where the judge finds it, with the documents that it includes and imports beside it.
func beside(t *testing.T, file, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Dir(file))); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "schema.xsd")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// parsed builds a schema with that text in place of the file.
func parsed(file, text string) (*schema.Set, error) {
	dir := filepath.Dir(file)
	overlay := fstest.MapFS{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		if data, err := os.ReadFile(filepath.Join(dir, entry.Name())); err == nil {
			overlay[entry.Name()] = &fstest.MapFile{Data: data}
		}
	}
	overlay["schema.xsd"] = &fstest.MapFile{Data: []byte(text)}
	documents, err := load.Load([]string{"schema.xsd"}, load.Options{FS: overlay})
	if err != nil {
		return nil, err
	}
	return schema.Build(documents)
}

// agree draws documents from the first schema, which the second must accept but for what verdicts leave out of account.
func agree(t *testing.T, file string, a, b *schema.Set, edited string) {
	t.Helper()
	sampler, err := sample.New(a, 1)
	if err != nil {
		return
	}
	second := validate.New(b)
	for range drawn {
		document, err := sampler.Valid()
		if err != nil {
			return
		}
		var violations xsd.Violations
		if !errors.As(second.Document(strings.NewReader(document)), &violations) {
			continue
		}
		for _, v := range violations {
			if !strings.HasPrefix(v.Rule, "cvc-identity-constraint") && !strings.HasPrefix(v.Rule, "cvc-id") {
				t.Errorf("%s: called included, but %s\n%s\n%s", file, v, document, edited)
				return
			}
		}
	}
}
