// Package inputs finds what tests need and the repository does not hold:
// published schemas, other families of schemas, the W3C suite. A test whose
// input is missing says NOT CHECKED; it never passes in silence.
package inputs

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Strict is the environment variable that says, with the value 1, that nothing
// may be missing. CI sets it. Nothing else does: neither other variables nor
// what stands beside the checkout says anything about this project.
const Strict = "MVAINNSYN_STRICT"

// NotChecked ends a test that can't run because an input or a tool is missing. It
// skips the test; under Strict it fails the test instead.
func NotChecked(t testing.TB, format string, args ...any) {
	t.Helper()
	message := "NOT CHECKED: " + fmt.Sprintf(format, args...)
	if os.Getenv(Strict) == "1" {
		t.Fatal(message)
	}
	t.Skip(message)
}

// Root returns the directory of the module: the nearest one with a go.mod,
// from the working directory upwards. A module inside it whose name begins
// with its name is a part of it: the tests of both find the same inputs.
func Root() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", err
	}
	root, name := "", ""
	for directory := start; ; directory = filepath.Dir(directory) {
		if outer := moduleName(directory); outer != "" && (root == "" || strings.HasPrefix(name, outer+"/")) {
			root, name = directory, outer
		}
		if directory == filepath.Dir(directory) {
			break
		}
	}
	if root == "" {
		return "", fmt.Errorf("no go.mod in %s or above it; run the tests inside the module", start)
	}
	return root, nil
}

// moduleName returns the name in a directory's go.mod; it is empty where
// there is none.
func moduleName(directory string) string {
	data, err := os.ReadFile(filepath.Join(directory, "go.mod"))
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(data)) {
		if fields := strings.Fields(line); len(fields) == 2 && fields[0] == "module" {
			return fields[1]
		}
	}
	return ""
}

// Shared returns the path of an input below ../shared, seen from the module's
// root. If it is missing the test ends as in NotChecked.
func Shared(t testing.TB, elem ...string) string {
	t.Helper()
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(append([]string{shared(root)}, elem...)...)
	if !exists(path) {
		NotChecked(t, "../shared/%s is missing", filepath.ToSlash(filepath.Join(elem...)))
	}
	return path
}

// XSTS returns the directory of the unpacked W3C test suite: the one that
// holds manifest.jsonl.
func XSTS(t testing.TB) string {
	t.Helper()
	return filepath.Join(Unpacked(t, "xsts", Shared(t, "xsts", "xsts.tar.xz")), "xsts")
}

// Unpacked returns a directory with what a .tar.xz archive holds. It is
// unpacked once per version of the archive, with the tar and xz commands.
func Unpacked(t testing.TB, name, archive string) string {
	t.Helper()
	for _, tool := range []string{"tar", "xz"} {
		if _, err := exec.LookPath(tool); err != nil {
			NotChecked(t, "the command %s, which unpacks %s, is missing", tool, filepath.Base(archive))
		}
	}
	content, err := os.ReadFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	directory, err := Cached(name, content, func(empty string) error {
		return run("tar", "-xJf", archive, "-C", empty)
	})
	if err != nil {
		t.Fatal(err)
	}
	return directory
}

// Cached returns a directory that fill has filled once for this content, in
// the user's cache directory or else the one for temporary files. Processes
// that fill at the same time do not see each other's unfinished work.
func Cached(name string, content []byte, fill func(empty string) error) (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir()
	}
	sum := sha256.Sum256(content)
	target := filepath.Join(base, "mvainnsyn", name+"-"+hex.EncodeToString(sum[:8]))
	if exists(target) {
		return target, nil
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return "", err
	}
	unfinished, err := os.MkdirTemp(filepath.Dir(target), name+"-unfinished-")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(unfinished) }()
	if err := fill(unfinished); err != nil {
		return "", err
	}
	if err := os.Rename(unfinished, target); err != nil && !exists(target) {
		return "", err
	}
	return target, nil
}

// run runs a command; the error holds what it printed.
func run(name string, args ...string) error {
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}

func shared(root string) string { return filepath.Join(filepath.Dir(root), "shared") }

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
