// The property that everything hangs on: whatever was edited in a schema, the verdict agrees with what documents show.

package diff_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/edits"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

// TestVerdictsAgreeWithDocuments edits real schemas at random, one to four edits of any kind, and compares. PAIRS says how many pairs; make edits
// tries many.
func TestVerdictsAgreeWithDocuments(t *testing.T) {
	pairs := 60
	if text := os.Getenv("PAIRS"); text != "" {
		var err error
		if pairs, err = strconv.Atoi(text); err != nil {
			t.Fatalf("PAIRS is %q, which is no number", text)
		}
	}
	var schemas []string
	for _, pattern := range []string{"mvaMeldingInnsendingStatus/*.xsd", "mvameldinginnsending/04-*.xsd", "valideringsresultat/03-*.xsd", "skattemeldingformerverdiavgift/05-*.xsd"} {
		files, err := filepath.Glob(filepath.Join(inputs.Shared(t, "history"), filepath.FromSlash(pattern)))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: nothing found, %v", pattern, err)
		}
		schemas = append(schemas, files...)
	}
	tally := &tally{}
	for i := range pairs {
		file := schemas[i%len(schemas)]
		t.Run(fmt.Sprintf("%s/%d", filepath.Base(file), i), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			plain, err := edits.Plain(string(text))
			if err != nil {
				t.Fatal(err)
			}
			random := rand.New(rand.NewPCG(uint64(i), 7))
			if i%2 == 1 {
				plain = grounded(t, plain, random)
			}
			checkEdited(t, tally, plain, random)
		})
	}
	t.Log(tally)
	if tally.compared < pairs/2 || tally.breaking == 0 || tally.compatible == 0 {
		t.Errorf("too little was compared: %v", tally)
	}
}

// grounded is a schema with what the published ones lack: IDs and references, wildcards, elements that stand for others.
func grounded(t *testing.T, text string, random *rand.Rand) string {
	t.Helper()
	for _, edit := range edits.All() {
		switch edit.Name {
		case "add an ID and a reference", "add a substitute beside a wildcard", "add a wildcard":
			edited, ok, err := edit.Apply(text, random)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := inputOf(edited); ok && err == nil {
				text = edited
			}
		}
	}
	return text
}

// tally counts what the pairs were, so that a test which compares next to nothing is seen.
type tally struct{ compared, compatible, breaking, undecided, documents, apart int }

// String shows the counts.
func (c *tally) String() string {
	return fmt.Sprintf("%d pairs; answers: %d compatible, %d breaking, %d undecided; %d documents drawn; %d more break what is assumed and are counted apart",
		c.compared, c.compatible, c.breaking, c.undecided, c.documents, c.apart)
}

// checkEdited edits a schema until the result can be built, and checks the report on the step.
func checkEdited(t *testing.T, tally *tally, text string, random *rand.Rand) {
	edited, names := editSome(t, text, random)
	old, errOld := inputOf(text)
	newer, errNew := inputOf(edited)
	if errOld != nil {
		t.Fatal(errOld)
	}
	if errNew != nil {
		return // an edit may break the schema's own rules
	}
	tally.compared++
	report, err := diff.Compare(old, newer)
	if err != nil {
		t.Fatalf("%v: %v", names, err)
	}
	defer func() {
		if t.Failed() {
			t.Logf("edits: %s\n%s", strings.Join(names, ", "), unified(text, edited))
		}
	}()
	checkTotal(t, tally, report.Totals[diff.Readers], newer.Set, old.Set)
	checkTotal(t, tally, report.Totals[diff.Writers], old.Set, newer.Set)
	mustHaveRows(t, report)
	checkApart(t, tally, old, newer)
	for _, c := range report.Changes {
		for _, q := range []diff.Question{diff.Readers, diff.Writers} {
			if c.Answers[q].Verdict == diff.Breaking {
				checkWitness(t, c.Rule.ID+" "+c.Path, c.Answers[q].Witness, old.Set, newer.Set)
			}
		}
		if strings.HasPrefix(c.Rule.ID, "language-") {
			t.Errorf("%s: inclusion finds a difference that no change explains", c.Rule.ID)
		}
	}
}

// mustHaveRows: where all changes together break something, a change says so, and where they break nothing, none says that they do.
func mustHaveRows(t *testing.T, report *diff.Report) {
	t.Helper()
	for _, q := range []diff.Question{diff.Readers, diff.Writers} {
		rows := 0
		for _, c := range report.Changes {
			if c.Answers[q].Verdict == diff.Breaking {
				rows++
			}
		}
		if breaks := report.Totals[q].Verdict == diff.Breaking; breaks != (rows > 0) {
			t.Errorf("%s: together %s, and %d changes break", q, report.Totals[q].Verdict, rows)
		}
	}
}

// editSome makes one to four edits.
func editSome(t *testing.T, text string, random *rand.Rand) (string, []string) {
	t.Helper()
	all := edits.All()
	var names []string
	for range 1 + random.IntN(4) {
		edit := all[random.IntN(len(all))]
		edited, ok, err := edit.Apply(text, random)
		if err != nil {
			t.Fatal(err)
		}
		if ok {
			text, names = edited, append(names, edit.Name)
		}
	}
	return text, names
}

func inputOf(text string, imported ...string) (diff.Input, error) {
	files := fstest.MapFS{"schema.xsd": {Data: []byte(text)}}
	for i, other := range imported {
		files[fmt.Sprintf("imported%d.xsd", i)] = &fstest.MapFile{Data: []byte(other)}
	}
	documents, err := load.Load([]string{"schema.xsd"}, load.Options{FS: files})
	if err != nil {
		return diff.Input{}, err
	}
	set, err := schema.Build(documents)
	return diff.Input{Name: "schema.xsd", Documents: documents, Set: set}, err
}

// drawn is how many documents are drawn for each answer.
const drawn = 40

// checkTotal draws documents from one schema: where all are said to be valid under the other, each must be; where not, the witness shows it.
func checkTotal(t *testing.T, tally *tally, answer diff.Judgement, from, other *schema.Set) {
	t.Helper()
	switch answer.Verdict {
	case diff.Undecided:
		tally.undecided++
		return
	case diff.Breaking:
		tally.breaking++
		if answer.Witness == nil {
			t.Error("breaking without a witness")
		}
		return
	}
	tally.compatible++
	sampler, err := sample.New(from, 1)
	if err != nil {
		return // no root, no documents
	}
	judge := validate.New(other)
	for range drawn {
		document, err := sampler.Valid()
		if err != nil {
			return
		}
		tally.documents++
		if err := judge.Document(strings.NewReader(document)); err != nil {
			t.Errorf("said to be compatible, but this is rejected: %v\n%s", err, document)
			return
		}
	}
}

// checkWitness: the one schema accepts it, the other rejects it, with the violation that is told.
func checkWitness(t *testing.T, change string, w *diff.Witness, old, newer *schema.Set) {
	t.Helper()
	if w == nil {
		t.Errorf("%s: breaking without a witness", change)
		return
	}
	accepting, rejecting := old, newer
	if w.AcceptedBy == diff.NewSide {
		accepting, rejecting = newer, old
	}
	if err := validate.New(accepting).Document(strings.NewReader(w.Accepted)); err != nil {
		t.Errorf("%s: the %s schema should accept the witness: %v\n%s", change, w.AcceptedBy, err, w.Accepted)
	}
	if err := validate.New(rejecting).Document(strings.NewReader(w.Rejected)); err == nil {
		t.Errorf("%s: both schemas accept the witness:\n%s", change, w.Rejected)
	}
	if w.Violation.Rule == "" {
		t.Errorf("%s: the witness does not say what it violates", change)
	}
}

// unified shows the lines that differ.
func unified(old, newer string) string {
	var b strings.Builder
	inOld := map[string]bool{}
	for line := range strings.Lines(old) {
		inOld[strings.TrimSpace(line)] = true
	}
	for line := range strings.Lines(newer) {
		if !inOld[strings.TrimSpace(line)] {
			b.WriteString("+ " + line)
		}
	}
	return b.String()
}
