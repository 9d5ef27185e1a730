package changelog_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/changelog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/origin"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// repository is a git repository that a test fills.
type repository struct {
	t   *testing.T
	dir string
}

func newRepository(t *testing.T) *repository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		inputs.NotChecked(t, "the command git is missing")
	}
	r := &repository{t, t.TempDir()}
	r.git("init", "-q", ".")
	return r
}

func (r *repository) git(args ...string) {
	r.t.Helper()
	command := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"}, args...)...)
	command.Dir = r.dir
	if out, err := command.CombinedOutput(); err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func (r *repository) write(name, text string) {
	r.t.Helper()
	file := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

func (r *repository) commit(subject string) {
	r.t.Helper()
	r.git("add", "-A")
	r.git("commit", "-q", "--allow-empty", "-m", subject)
}

// log goes through the history of the repository.
func (r *repository) log(options changelog.Options) *changelog.Log {
	r.t.Helper()
	options.Repo = r.dir
	options.Compare = diff.Compare
	options.Read = func(name string, o *origin.Origin) (diff.Input, error) {
		documents, err := load.Load(o.Schemas, o.Load)
		if err != nil {
			return diff.Input{}, err
		}
		set, err := schema.Build(documents)
		return diff.Input{Name: name, Documents: documents, Set: set}, err
	}
	log, err := changelog.Write(options)
	if err != nil {
		r.t.Fatal(err)
	}
	return log
}

func body(inside string) string {
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">` + inside + `</xs:schema>`
}

func common(length string) string {
	return body(`<xs:simpleType name="Name"><xs:restriction base="xs:string"><xs:maxLength value="` + length + `"/></xs:restriction></xs:simpleType>`)
}

// summary is each step as "subject: readers writers".
func summary(log *changelog.Log) (lines []string) {
	for _, s := range log.Steps {
		lines = append(lines, s.Subject+": "+s.Word("readers")+" "+s.Word("writers"))
	}
	return lines
}

// TestLog: commits that touched the schema, what it includes, or its name; a commit that cannot be compiled; one that touched something else.
func TestLog(t *testing.T) {
	r := newRepository(t)
	main := body(`<xs:include schemaLocation="common.xsd"/><xs:element name="r" type="Name"/>`)
	r.write("README", "before")
	r.commit("Begin")
	r.write("xsd/a.xsd", main)
	r.write("xsd/common.xsd", common("9"))
	r.commit("Publish")
	r.write("xsd/common.xsd", common("5"))
	r.commit("Shorten")
	r.write("other.xsd", common("1"))
	r.write("README", "after")
	r.commit("Something else")
	r.write("xsd/common.xsd", "<oops")
	r.commit("Break the file")
	r.write("xsd/common.xsd", common("7"))
	r.commit("Lengthen")
	r.git("mv", "xsd/a.xsd", "xsd/b.xsd")
	r.commit("Rename")
	r.git("tag", "v1")
	r.write("xsd/b.xsd", strings.Replace(main, `type="Name"`, `type="xs:int"`, 1))
	r.commit("Count")

	r.write("mine.xml", "<r>abcdef</r>")
	log := r.log(changelog.Options{Path: "xsd/b.xsd", Documents: []string{filepath.Join(r.dir, "mine.xml")}})
	want := []string{"Publish: - -", "Shorten: ok BREAKS", "Break the file: - -", "Lengthen: BREAKS ok", "Rename: ok ok", "Count: BREAKS BREAKS"}
	if diff := cmp.Diff(want, summary(log)); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
	if !log.Steps[0].First || log.Steps[2].Problem == "" || log.Steps[0].Path != "xsd/a.xsd" || log.Steps[5].Path != "xsd/b.xsd" {
		t.Errorf("first %t, problem %q, paths %s and %s", log.Steps[0].First, log.Steps[2].Problem, log.Steps[0].Path, log.Steps[5].Path)
	}
	if w := log.Steps[1].Answers["writers"].Witness; w == nil || !strings.Contains(w.Violation, "cvc-maxLength-valid") {
		t.Errorf("the witness of the shortened name: %v", w)
	}
	var turns []bool
	for _, turn := range log.Documents[0].Turns {
		turns = append(turns, turn.Valid)
	}
	if diff := cmp.Diff([]bool{true, false, true, false}, turns); diff != "" {
		t.Errorf("the document of six letters (-want +got):\n%s", diff)
	}
	since := r.log(changelog.Options{Path: "xsd/b.xsd", Between: "v1..HEAD"})
	if diff := cmp.Diff([]string{"Count: BREAKS BREAKS"}, summary(since)); diff != "" {
		t.Errorf("since the tag (-want +got):\n%s", diff)
	}
	for _, format := range changelog.Formats() {
		var out bytes.Buffer
		if err := log.Show(&out, format); err != nil || !strings.Contains(out.String(), "Shorten") || !strings.Contains(out.String(), "common.xsd") {
			t.Errorf("%s: %v\n%s", format, err, out.String())
		}
	}
}

// TestCache: what was judged once is not judged again, whatever the commits are called.
func TestCache(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	r := newRepository(t)
	r.write("a.xsd", common("9"))
	r.commit("Publish")
	r.write("a.xsd", common("5"))
	r.commit("Shorten")
	cache := changelog.OpenCache("test")
	first := r.log(changelog.Options{Path: "a.xsd", Cache: cache})
	compared := 0
	options := changelog.Options{Path: "a.xsd", Cache: cache, Progress: func(string) { compared++ }}
	again := r.log(options)
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("a second look (-first +again):\n%s", diff)
	}
	if entries, err := filepath.Glob(filepath.Join(os.Getenv("XDG_CACHE_HOME"), "xsdgen", "log", "*.json")); err != nil || len(entries) != 1 {
		t.Errorf("%d verdicts are kept, %v", len(entries), err)
	}
}

// TestSkattemelding goes through the versions of a schema that its authority edits in place. No step is left undecided.
func TestSkattemelding(t *testing.T) {
	archive := inputs.Shared(t, "families", "skattemelding", "skattemelding_v10_ekstern.tar.xz")
	if _, err := exec.LookPath("xz"); err != nil {
		inputs.NotChecked(t, "the command xz is missing")
	}
	dir := t.TempDir()
	if out, err := exec.Command("tar", "-xJf", archive, "-C", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.xsd"))
	if err != nil || len(files) != 24 {
		t.Fatalf("%d versions, %v", len(files), err)
	}
	if testing.Short() {
		files = files[:4]
	}
	r := newRepository(t)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r.write("skattemelding.xsd", string(text))
		r.commit(filepath.Base(file))
	}
	log := r.log(changelog.Options{Path: "skattemelding.xsd"})
	changed := 0
	for _, s := range log.Steps {
		if s.Problem != "" {
			t.Errorf("%s: %s", s.Subject, s.Problem)
		}
		if s.Verdict == nil {
			continue
		}
		changed++
		for _, q := range []string{"readers", "writers"} {
			if s.Word(q) == "undecided" {
				t.Errorf("%s: %s: %s", s.Subject, q, s.Answers[q].Reason)
			}
		}
	}
	// One of the versions that were kept is the one before it.
	if changed != len(files)-2 && !testing.Short() {
		t.Errorf("%d steps of %d versions", changed, len(files))
	}
}

// TestEffectsInLog: formats for people tell a change with how many follow from it, and JSON has them all.
func TestEffectsInLog(t *testing.T) {
	log := &changelog.Log{Path: "a.xsd", Steps: []changelog.Step{{Commit: "0123456789", Verdict: &changelog.Verdict{
		Answers: map[string]changelog.Answer{"readers": {Verdict: "compatible"}, "writers": {Verdict: "compatible"}, "go": {Verdict: "breaking"}},
		Changes: []changelog.Change{
			{Rule: "target-namespace-changed", Path: "schema", Message: "another namespace", Breaks: []string{"go"}, Effects: 1},
			{Rule: "go-field-type-changed", Path: "type/T/element/far", Message: "another type", Breaks: []string{"go"}, Cause: "target-namespace-changed schema"},
		},
	}}}}
	for _, format := range changelog.Formats() {
		var out bytes.Buffer
		if err := log.Show(&out, format); err != nil {
			t.Fatal(err)
		}
		if has := strings.Contains(out.String(), "type/T/element/far"); has != (format == "json") {
			t.Errorf("%s: the effect is there: %t\n%s", format, has, out.String())
		}
		if format != "json" && !strings.Contains(out.String(), "one more follows from it") {
			t.Errorf("%s does not count what follows:\n%s", format, out.String())
		}
	}
}
