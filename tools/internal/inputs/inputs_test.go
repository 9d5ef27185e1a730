// The tests run in a module of their own in a temporary directory, with and
// without a ../shared beside it.

package inputs

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outcome is a testing.TB that records how a test ended.
type outcome struct {
	testing.TB
	skipped, failed string
}

// errEnded is how an outcome leaves the function under test.
var errEnded = errors.New("ended")

func (o *outcome) Helper() {}

func (o *outcome) Skip(args ...any) { o.skipped = args[0].(string); panic(errEnded) }

func (o *outcome) Fatal(args ...any) { o.failed = args[0].(string); panic(errEnded) }

// ask runs f and returns how it ended the test.
func ask(t *testing.T, f func(testing.TB) string) (path string, o *outcome) {
	t.Helper()
	o = &outcome{TB: t}
	defer func() {
		if r := recover(); r != nil && r != errEnded {
			panic(r)
		}
	}()
	return f(o), o
}

// module makes a module and goes into a directory of it.
func module(t *testing.T, withShared bool) (root string) {
	t.Helper()
	t.Setenv(Strict, "")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	root = filepath.Join(base, "module")
	write(t, filepath.Join(root, "go.mod"), "module example.org/m\n")
	write(t, filepath.Join(root, "a", "b", "b.go"), "package b\n")
	if withShared {
		write(t, filepath.Join(base, "shared", "published", "x.xsd"), "<schema/>")
	}
	t.Chdir(filepath.Join(root, "a", "b"))
	return root
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func published(t testing.TB) string { return Shared(t, "published", "x.xsd") }

func TestSharedIsFound(t *testing.T) {
	root := module(t, true)
	path, _ := ask(t, published)
	if diff := cmp.Diff(filepath.Join(root, "..", "shared", "published", "x.xsd"), path); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRoot: a module inside the module is a part of it where the name says so; one around it is not.
func TestRoot(t *testing.T) {
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(base, "go.mod"), "module example.org/around\n")
	write(t, filepath.Join(base, "m", "go.mod"), "module example.org/m\n")
	write(t, filepath.Join(base, "m", "tools", "peers", "go.mod"), "// Of m.\nmodule example.org/m/tools/peers\n")
	write(t, filepath.Join(base, "m", "other", "go.mod"), "module example.org/mother\n")
	for directory, want := range map[string]string{"m": "m", "m/tools": "m", "m/tools/peers": "m", "m/other": "m/other"} {
		t.Chdir(filepath.Join(base, directory))
		root, err := Root()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(filepath.Join(base, want), root); diff != "" {
			t.Errorf("%s (-want +got):\n%s", directory, diff)
		}
	}
}

// TestMissingInputSkips checks that neither a folder beside the checkout nor the variable that CI systems set makes a missing
// input a failure.
func TestMissingInputSkips(t *testing.T) {
	for _, withShared := range []bool{false, true} {
		module(t, withShared)
		t.Setenv("CI", "true")
		_, o := ask(t, func(t testing.TB) string { return Shared(t, "families") })
		if diff := cmp.Diff([]string{"NOT CHECKED: ../shared/families is missing", ""}, []string{o.skipped, o.failed}); diff != "" {
			t.Errorf("shared %t (-want +got):\n%s", withShared, diff)
		}
	}
}

func TestMissingInputFailsWhereNothingMayBeMissing(t *testing.T) {
	module(t, false)
	t.Setenv(Strict, "1")
	_, o := ask(t, published)
	if diff := cmp.Diff([]string{"", "NOT CHECKED: ../shared/published/x.xsd is missing"}, []string{o.skipped, o.failed}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMissingToolSkips(t *testing.T) {
	module(t, false)
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(shared(root), "xsts", "xsts.tar.xz"), "no archive")
	t.Setenv("PATH", t.TempDir())
	_, o := ask(t, XSTS)
	if diff := cmp.Diff("NOT CHECKED: the command tar, which unpacks xsts.tar.xz, is missing", o.skipped); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestXSTSHasAManifest(t *testing.T) {
	if _, err := os.Stat(filepath.Join(XSTS(t), "manifest.jsonl")); err != nil {
		t.Error(err)
	}
}

func TestCachedFillsOnce(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	calls := 0
	fill := func(directory string) error {
		calls++
		return os.WriteFile(filepath.Join(directory, "x"), []byte("x"), 0o644)
	}
	for range 2 {
		directory, err := Cached("test", []byte("content"), fill)
		if err != nil {
			t.Fatal(err)
		}
		if !exists(filepath.Join(directory, "x")) {
			t.Error("the directory is not filled")
		}
	}
	if calls != 1 {
		t.Errorf("filled %d times", calls)
	}
	failure := errors.New("no space")
	if _, err := Cached("test", []byte("other"), func(string) error { return failure }); !errors.Is(err, failure) {
		t.Errorf("a failed fill: %v", err)
	}
}

func TestSummary(t *testing.T) {
	root := module(t, true)
	write(t, filepath.Join(root, "a", "a_test.go"), `package a
func TestA(t *testing.T) { inputs.Shared(t, "published"); inputs.Shared(t, "families", "ubl"); other(inputs.XSTS(t)); judge.Xmllint(t) }`)
	write(t, filepath.Join(root, "a", "b", "b_test.go"), `package b
func TestB(t *testing.T) { inputs.Shared(t, "families"); inputs.Shared(t); inputs.Shared(t, name) }`)
	t.Setenv("PATH", t.TempDir())
	write(t, filepath.Join(root, "testdata", "d_test.go"), "no Go, but no test of the module either")
	lines, err := Summary(root)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"NOT CHECKED: ../shared/families is missing; tests skip in: a, a/b (2)",
		"NOT CHECKED: ../shared/xsts is missing; tests skip in: a (1)",
		"NOT CHECKED: the command tar is missing; tests skip in: a (1)",
		"NOT CHECKED: the command xmllint is missing; tests skip in: a (1)",
		"NOT CHECKED: the command xz is missing; tests skip in: a (1)",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	write(t, filepath.Join(root, "a", "c_test.go"), "no Go")
	if _, err := Summary(root); err == nil || !strings.Contains(err.Error(), "c_test.go") {
		t.Errorf("a test that does not parse: %v", err)
	}
}
