// This file compares what each format shows with goldens, which were read. The module tools/peers reads the same goldens with other
// programs.

package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

var extensions = map[string]string{"text": "txt", "json": "json", "markdown": "md", "html": "html", "github": "github.txt"}

func written(t *testing.T, format string, r *diff.Report, o Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, format, r, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// golden compares with a file in testdata; UPDATE=1 writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestFormats(t *testing.T) {
	failOn := Options{FailOn: []diff.Question{diff.Readers, diff.Writers}}
	for format, extension := range extensions {
		golden(t, "full."+extension, written(t, format, full(), failOn))
	}
	golden(t, "equal.json", written(t, "json", equal(), Options{}))
	golden(t, "cosmetic.json", written(t, "json", cosmetic(), Options{}))
	golden(t, "many.html", written(t, "html", many(), Options{}))
	golden(t, "all.txt", written(t, "text", cosmetic(), Options{All: true}))
}

// TestManyOfOneKind: they are shown as one, three in full, and none is left out; ten are shown each in full.
func TestManyOfOneKind(t *testing.T) {
	golden(t, "many.txt", written(t, "text", many(), Options{}))
	golden(t, "many.md", written(t, "markdown", many(), Options{}))
	for _, format := range []string{"text", "markdown", "html", "json", "github", "sarif"} {
		got := string(written(t, format, many(), Options{}))
		for _, c := range many().Changes {
			if strings.Count(got, c.Path) == 0 {
				t.Errorf("%s: %s is not there", format, c.Path)
			}
		}
	}
	page := string(written(t, "html", many(), Options{}))
	if got := strings.Count(page, `<article class="change"`); got != 1+3+3+10 {
		t.Errorf("the page shows %d changes in full", got)
	}
	for number := range many().Changes {
		if id := fmt.Sprintf(`id="change-%d"`, number+1); strings.Count(page, id) != 1 {
			t.Errorf("the page has %d of %s", strings.Count(page, id), id)
		}
	}
}

// TestNoChange: what is no change says so in one line, and what kind of no change it is.
func TestNoChange(t *testing.T) {
	for name, test := range map[string]struct {
		report *diff.Report
		want   string
	}{
		"equal":    {equal(), "No change: both schemas accept the same documents, and Go programs notice nothing."},
		"cosmetic": {cosmetic(), "No change: both schemas accept the same documents, and Go programs notice nothing. Different, without effect: documentation-changed twice, content-model-equivalent once."},
	} {
		for _, format := range []string{"text", "markdown", "html", "github"} {
			got := string(written(t, format, test.report, Options{}))
			if oneLine := strings.Join(strings.Fields(got), " "); !strings.Contains(oneLine, test.want) || strings.Contains(oneLine, "type/Tekst") {
				t.Errorf("%s as %s:\n%s", name, format, got)
			}
		}
	}
}

// TestOneLine: on a terminal it is one line, whatever the verdicts leave out of account.
func TestOneLine(t *testing.T) {
	r := equal()
	r.Notes = []string{"Identity constraints are not considered."}
	for _, format := range []string{"text", "github"} {
		if got := written(t, format, r, Options{}); bytes.Count(got, []byte("\n")) != 1 {
			t.Errorf("%s: more than a line:\n%s", format, got)
		}
	}
}

// TestUnexplainedTotal: where the languages differ and no change says so, nobody is told that nothing changed.
func TestUnexplainedTotal(t *testing.T) {
	r := cosmetic()
	r.Totals[diff.Writers] = diff.Judgement{Verdict: diff.Undecided, Reason: "too many states"}
	for _, format := range []string{"text", "markdown", "html", "github"} {
		if got := string(written(t, format, r, Options{})); strings.Contains(got, "No change") {
			t.Errorf("%s:\n%s", format, got)
		}
	}
	if !Fails(r, []diff.Question{diff.Writers}) || Fails(r, []diff.Question{diff.Readers, diff.Go}) {
		t.Error("an unexplained total fails the question it answers, and no other")
	}
}

func TestUnknownFormat(t *testing.T) {
	want := `no format "pdf": use one of text, json, markdown, html, github, sarif, line`
	for _, err := range []error{Write(io.Discard, "pdf", equal(), Options{}), CheckFormat("pdf")} {
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if err := WriteRules(io.Discard, "html"); err == nil || err.Error() != `the rule table has no format "html": use text or markdown` {
		t.Errorf("got %v", err)
	}
}

// TestSARIF: what a result refers to is there.
func TestSARIF(t *testing.T) {
	log := decoded(t, written(t, "sarif", full(), Options{}))
	golden(t, "full.sarif.json", fewRules(t))
	run := log.(map[string]any)["runs"].([]any)[0].(map[string]any)
	rules := run["tool"].(map[string]any)["driver"].(map[string]any)["rules"].([]any)
	if len(rules) != len(diff.Rules()) {
		t.Errorf("%d rules are listed, and the table has %d", len(rules), len(diff.Rules()))
	}
	for _, result := range run["results"].([]any) {
		result := result.(map[string]any)
		index, err := result["ruleIndex"].(json.Number).Int64()
		if err != nil || rules[index].(map[string]any)["id"] != result["ruleId"] {
			t.Errorf("result of %v refers to rule %v", result["ruleId"], result["ruleIndex"])
		}
	}
}

// fewRules is the output with no more rules than the report needs, so that the golden does not change with the table.
func fewRules(t *testing.T) []byte {
	t.Helper()
	r := full()
	var rules []*diff.Rule
	for _, c := range r.Changes {
		if !slices.Contains(rules, c.Rule) {
			rules = append(rules, c.Rule)
		}
	}
	data, err := json.MarshalIndent(logSARIF(r, rules, Options{FailOn: []diff.Question{diff.Readers}}), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func decoded(t *testing.T, data []byte) (value any) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

func TestFails(t *testing.T) {
	all := diff.Questions[:]
	breaks := func(q diff.Question) *diff.Report {
		c := &diff.Change{Rule: diff.RuleByID("element-renamed"), Path: "a"}
		c.Answers[q] = broken("why")
		r := &diff.Report{Changes: []*diff.Change{c}}
		r.Totals[q] = broken("why")
		return r
	}
	for _, q := range all {
		for _, asked := range all {
			if got := Fails(breaks(q), []diff.Question{asked}); got != (asked == q) {
				t.Errorf("a change that breaks %s, asked for %s: fails %v", q, asked, got)
			}
		}
		r := breaks(q)
		r.Changes[0].Accepted = &diff.Acceptance{}
		if Fails(r, all) {
			t.Errorf("an accepted change fails %s", q)
		}
		if r := breaks(q); !Fails(r, all) || Fails(r, nil) {
			t.Errorf("%s: fails with no question asked, or not with all", q)
		}
		r = breaks(q)
		r.Changes[0].Answers[q].Verdict = diff.Undecided
		if !Fails(r, all) {
			t.Error("undecided does not fail")
		}
	}
	if Fails(cosmetic(), all) {
		t.Error("what has no effect fails")
	}
	overdue := cosmetic()
	overdue.Expired = []diff.Acceptance{{Rule: "documentation-changed", Path: "type/Nobody"}}
	if Fails(overdue, all) {
		t.Error("an acceptance of what is no more fails")
	}
	overdue.Expired[0].Path = "type/Tekst"
	if !Fails(overdue, all) {
		t.Error("an acceptance whose day has passed does not fail")
	}
}

func TestWitnesses(t *testing.T) {
	files := Witnesses(full())
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	want := []string{
		"001-min-occurs-decreased-readers.accepted-by-new.xml",
		"002-choice-branch-added-readers.accepted-by-new.xml",
		"003-enum-value-removed-writers.accepted-by-old.xml",
		"003-enum-value-removed-writers.rejected-by-new.xml",
		"total-readers.accepted-by-new.xml",
		"total-writers.accepted-by-old.xml",
		"total-writers.rejected-by-new.xml",
		"index.md",
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(branch().Answers[diff.Readers].Witness.Accepted, string(files[1].Data)); diff != "" {
		t.Errorf("the document is not as it is (-want +got):\n%s", diff)
	}
	golden(t, "index.md", files[len(files)-1].Data)
}

// TestEveryFormatSaysWhatIsAssumed: a verdict never stands without its assumption.
func TestEveryFormatSaysWhatIsAssumed(t *testing.T) {
	const assumption = "no xsi:type on elements the old schema does not declare"
	r := full()
	r.Totals[diff.Writers] = diff.Judgement{Assumes: []string{assumption}}
	for _, format := range Formats() {
		var out bytes.Buffer
		if err := Write(&out, format, r, Options{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.Join(strings.Fields(out.String()), " "), assumption) {
			t.Errorf("%s does not say it", format)
		}
	}
}

// TestLines: one line for each change, the same whatever the order of changes, and one for all together.
func TestLines(t *testing.T) {
	lines := func(r *diff.Report) string {
		var out bytes.Buffer
		if err := Write(&out, "line", r, Options{}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	r := full()
	got := lines(r)
	slices.Reverse(r.Changes)
	if again := lines(r); again != got {
		t.Errorf("the order of changes shows:\n%s\n%s", got, again)
	}
	const want = "breaking\tchoice-branch-added\ttype/Identifikator/element/identifikasjonsnummer\treaders=breaking\twriters=compatible\tgo=compatible\tThe choice has another branch, the element identifikasjonsnummer.\n"
	if !strings.Contains(got, want) || !strings.HasSuffix(got, "total\t\t\treaders=breaking\twriters=breaking\tgo=breaking\tsuggested version: major\n") {
		t.Errorf("%s", got)
	}
}

// TestSummary: what is advised follows from who is concerned.
func TestSummary(t *testing.T) {
	for name, test := range map[string]struct {
		broken  []diff.Question
		version string
		advice  string
	}{
		"nobody":  {nil, "patch", "Nobody has to do anything."},
		"readers": {[]diff.Question{diff.Readers}, "minor", "If you receive documents, go over to the new schema before the senders do"},
		"writers": {[]diff.Question{diff.Writers}, "major", "If you send documents, change what you write before the receiver goes over, at once if you like"},
		"both":    {[]diff.Question{diff.Readers, diff.Writers}, "major", "neither takes all of the other. If you send documents"},
		"go":      {[]diff.Question{diff.Go}, "major", "If you program in Go, change your code in 1 way"},
	} {
		r := equal()
		c := &diff.Change{Rule: diff.RuleByID("element-removed-optional"), Path: "type/T", Message: "gone"}
		for _, q := range test.broken {
			r.Totals[q].Verdict, c.Answers[q].Verdict = diff.Breaking, diff.Breaking
		}
		if test.broken != nil {
			r.Changes = append(r.Changes, c)
		}
		s := summaryOf(r)
		if s.version != test.version || !strings.Contains(strings.Join(s.sentences(), "\n"), test.advice) {
			t.Errorf("%s: %s\n%s", name, s.version, strings.Join(s.sentences(), "\n"))
		}
	}
}
