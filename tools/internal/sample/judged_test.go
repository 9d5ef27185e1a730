// What is drawn, judged by Xerces-J: over all shared schemas, and the valid ones of the W3C suite.

package sample

import (
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/conformance"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
)

// TestRealSchemas judges what is drawn from the published schemas, their history, and families of others; one of ten unless SAMPLES=all.
func TestRealSchemas(t *testing.T) {
	total := judged(t, chosen(realSubjects(t)))
	if total.refused.sum() > 0 {
		t.Errorf("documents can be drawn from every real schema, but:\n%s", total.refused)
	}
}

// TestSuite judges what is drawn from the valid schemas of the W3C suite; one of ten unless SAMPLES=all.
func TestSuite(t *testing.T) {
	judged(t, chosen(suiteSubjects(t)))
}

// subject is a schema that documents are drawn from.
type subject struct {
	name  string
	files []string
}

func realSubjects(t *testing.T) []subject {
	t.Helper()
	var subjects []subject
	for pattern, count := range map[string]int{
		"published/xsd/*.xsd": 5, "history/*/*.xsd": 14, "families/saft-financial-no/*/*.xsd": 12,
		"families/iso20022-pain.001/*.xsd": 8, "families/ubl/*/maindoc/*.xsd": 6,
	} {
		room, rest, _ := strings.Cut(pattern, "/")
		shared := inputs.Shared(t, room)
		files, err := filepath.Glob(filepath.Join(shared, filepath.FromSlash(rest)))
		if err != nil || len(files) != count {
			t.Fatalf("%s: %d schemas, %v: %d are expected", pattern, len(files), err, count)
		}
		for _, file := range files {
			relative, err := filepath.Rel(filepath.Dir(shared), file)
			if err != nil {
				t.Fatal(err)
			}
			subjects = append(subjects, subject{filepath.ToSlash(relative), []string{file}})
		}
	}
	slices.SortFunc(subjects, func(a, b subject) int { return strings.Compare(a.name, b.name) })
	return subjects
}

// suiteSubjects are the schemas of the W3C suite that are expected to be valid, each once.
func suiteSubjects(t *testing.T) []subject {
	t.Helper()
	suite, err := conformance.ReadSuite(inputs.XSTS(t))
	if err != nil {
		t.Fatal(err)
	}
	var subjects []subject
	seen := map[string]bool{}
	for _, test := range suite.Tests {
		if test.Kind != conformance.SchemaTest || !test.Valid() || seen[strings.Join(test.Schemas, " ")] {
			continue
		}
		seen[strings.Join(test.Schemas, " ")] = true
		s := subject{name: test.ID}
		for _, file := range test.Schemas {
			s.files = append(s.files, filepath.Join(suite.Dir, filepath.FromSlash(file)))
		}
		subjects = append(subjects, s)
	}
	return subjects
}

// chosen are the subjects whose name holds SAMPLES, or all, or one of ten by a hash of its name, so that the choice is the same everywhere.
func chosen(subjects []subject) []subject {
	wanted := os.Getenv("SAMPLES")
	return slices.DeleteFunc(subjects, func(s subject) bool {
		hash := fnv.New32a()
		_, _ = hash.Write([]byte(s.name))                  // a hash takes everything
		return wanted == "" && hash.Sum32()>>16%10 != 0 || // the low bits of names that repeat themselves are alike
			wanted != "all" && !strings.Contains(s.name, wanted)
	})
}

// tallied are numbers by what they count.
type tallied map[string]int

func (c tallied) sum() int {
	sum := 0
	for _, n := range c {
		sum += n
	}
	return sum
}

// String lists the counts, the largest first.
func (c tallied) String() string {
	var text strings.Builder
	order := slices.SortedFunc(maps.Keys(c), func(a, b string) int {
		if c[a] != c[b] {
			return c[b] - c[a]
		}
		return strings.Compare(a, b)
	})
	for _, what := range order {
		fmt.Fprintf(&text, "  %6d %s\n", c[what], what)
	}
	return text.String()
}

// tally is what came of many subjects.
type tally struct {
	schemas, valid, invalid int
	covered, total          map[Category]int
	refused                 tallied // schemas without documents, by reason
	missing                 tallied // what is not covered, by reason
	planted                 tallied // kinds of fault
	unjudged                tallied // documents that Xerces gives no verdict on, by reason
	renamed                 tallied // rules that Xerces has another name for
	bugs                    tallied // documents that Xerces is wrong about, by the sentence of the standard
	differing               map[string][]string
}

func judged(t *testing.T, subjects []subject) *tally {
	t.Helper()
	y := &tally{
		covered: map[Category]int{}, total: map[Category]int{}, refused: tallied{}, missing: tallied{}, planted: tallied{},
		unjudged: tallied{}, renamed: tallied{}, bugs: tallied{}, differing: map[string][]string{},
	}
	xerces := judge.Xerces(t)
	for _, s := range subjects {
		y.judge(t, xerces, s)
	}
	t.Log(y)
	if judged := y.valid + y.invalid; judged < 10*len(subjects)/2 {
		t.Errorf("only %d documents of %d schemas were judged", judged, len(subjects))
	}
	for _, class := range slices.Sorted(maps.Keys(y.differing)) {
		examples := y.differing[class]
		t.Errorf("%d documents %s; the first is\n%s", len(examples), class, examples[0])
	}
	return y
}

// most is how many documents of a kind are drawn from one schema: enough for everything to be covered, or with one schema of ten, few.
func most() int {
	if os.Getenv("SAMPLES") == "" {
		return 60
	}
	return 5000
}

func (y *tally) judge(t *testing.T, xerces judge.Judge, s subject) {
	t.Helper()
	set, err := conformance.Build(s.files)
	if err != nil {
		y.refused["the schema is refused: "+s.name]++
		return
	}
	y.schemas++
	sampler, err := New(set, 1)
	if err != nil {
		y.refused[general(err)]++
		return
	}
	documents, faults := y.draw(sampler)
	y.cover(t, sampler)
	dir := t.TempDir()
	var files []string
	for i, document := range documents {
		files = append(files, write(t, dir, fmt.Sprintf("valid%d.xml", i), document))
	}
	for i, fault := range faults {
		files = append(files, write(t, dir, fmt.Sprintf("invalid%d.xml", i), fault.Document))
	}
	for i, verdict := range verdicts(xerces, s.files, files) {
		if i < len(documents) {
			y.compareValid(s, verdict, documents[i])
		} else {
			y.compareInvalid(s, verdict, faults[i-len(documents)])
		}
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
}

// verdicts are those on the files. One without a verdict stands for all of its schema: each would take Xerces to the end of its memory.
func verdicts(xerces judge.Judge, schemas, files []string) []judge.Verdict {
	if len(files) == 0 {
		return nil
	}
	first := xerces.Validate(schemas, files[:1])
	if first[0].Undecided {
		return slices.Repeat(first, len(files))
	}
	return append(first, xerces.Validate(schemas, files[1:])...)
}

func (y *tally) draw(s *Sampler) (documents []string, faults []Fault) {
	for len(documents) < most() && !s.Done() {
		document, err := s.Valid()
		if err != nil {
			y.refused["valid ones: "+general(err)]++
			return documents, nil
		}
		documents = append(documents, document)
	}
	for len(faults) < most() && !s.FaultsDone() {
		fault, err := s.Invalid()
		if err != nil {
			y.refused["invalid ones: "+general(err)]++
			break
		}
		faults = append(faults, fault)
		y.planted[fault.Rule+" "+fault.What]++
	}
	return documents, faults
}

func (y *tally) cover(t *testing.T, s *Sampler) {
	coverage := s.Coverage()
	for category, n := range coverage.Total {
		y.covered[category] += coverage.Covered[category]
		y.total[category] += n
	}
	for _, m := range coverage.Missing {
		y.missing[m.Category.String()+": "+general(errors.New(m.Reason))]++
		if os.Getenv("MISSING") != "" {
			t.Logf("not covered: %s: %s", m.What, m.Reason)
		}
	}
}

// general is an error without the name of what it is about, so that errors can be counted.
func general(err error) string {
	words := strings.Fields(strings.TrimPrefix(err.Error(), ErrNoDocument.Error()+": "))
	for i, word := range words {
		if strings.ContainsAny(word, "/{") || strings.Contains(word, ".xsd:") {
			words[i] = "..."
		}
	}
	return strings.Join(words, " ")
}

func (y *tally) compareValid(s subject, verdict judge.Verdict, document string) {
	if y.withoutVerdict(verdict) {
		return
	}
	y.valid++
	if !verdict.Valid && !y.isBug(s, verdict) {
		y.differ("are drawn as valid, and Xerces says "+verdict.Rule(), s, verdict, document)
	}
}

func (y *tally) compareInvalid(s subject, verdict judge.Verdict, fault Fault) {
	if y.withoutVerdict(verdict) {
		return
	}
	y.invalid++
	what := fmt.Sprintf("are drawn as invalid by %s (%s), and Xerces says ", fault.Rule, fault.What)
	switch {
	case verdict.Rule() == fault.Rule:
	case slices.Contains(otherNames[fault.Rule].names, verdict.Rule()):
		y.renamed[fault.Rule+" is "+verdict.Rule()]++
	case y.isBug(s, verdict):
	case verdict.Valid:
		y.differ(what+"valid", s, verdict, fault.Document)
	default:
		y.differ(what+verdict.Rule(), s, verdict, fault.Document)
	}
}

func (y *tally) differ(class string, s subject, verdict judge.Verdict, document string) {
	if len(document) > 1500 {
		document = document[:1500] + "..."
	}
	y.differing[class] = append(y.differing[class], fmt.Sprintf("%s: %s\n%s", s.name, verdict.Message, document))
}

// withoutVerdict counts the documents that Xerces does not judge: it refuses the schema, which the suite and we call valid, or runs out of memory.
func (y *tally) withoutVerdict(verdict judge.Verdict) bool {
	switch {
	case verdict.Undecided:
		y.unjudged["Xerces runs out of memory"]++
	case strings.HasPrefix(verdict.Message, "the schema is not valid: "):
		y.unjudged["Xerces refuses the schema: "+general(errors.New(strings.TrimPrefix(verdict.Message, "the schema is not valid: ")))]++
	default:
		return false
	}
	return true
}

// String is the report.
func (y *tally) String() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%d schemas; %d valid documents and %d invalid ones judged\ncovered:\n", y.schemas, y.valid, y.invalid)
	for _, c := range Categories() {
		fmt.Fprintf(&text, "  %-20s %6d of %d\n", c, y.covered[c], y.total[c])
	}
	for _, part := range []struct {
		title string
		tallied
	}{
		{"not covered", y.missing},
		{"schemas without documents", y.refused},
		{"kinds of fault", y.planted},
		{"rules with another name", y.renamed},
		{"bugs of Xerces", y.bugs},
		{"documents without a verdict", y.unjudged},
	} {
		fmt.Fprintf(&text, "%s: %d\n%s", part.title, part.sum(), part.tallied)
	}
	return text.String()
}

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
