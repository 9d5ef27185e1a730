// This file finds schemas on disk, and in a repository that it makes with the git command.

package origin

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// schemaOf is a schema document without namespace that includes others.
func schemaOf(included ...string) string {
	var b strings.Builder
	b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`)
	for _, location := range included {
		b.WriteString(`<xs:include schemaLocation="` + location + `"/>`)
	}
	return b.String() + `</xs:schema>`
}

func write(t *testing.T, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// read loads what was found and lists the documents in order.
func read(t *testing.T, o *Origin) []string {
	t.Helper()
	documents, err := load.Load(o.Schemas, o.Load)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range documents {
		names = append(names, filepath.ToSlash(d.Root.Position.File))
	}
	return names
}

func found(t *testing.T, name string) []string {
	t.Helper()
	o, err := Find(name)
	if err != nil {
		t.Fatal(err)
	}
	return read(t, o)
}

func TestFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, map[string]string{
		"set/b.xsd": schemaOf("a.xsd"), "set/a.xsd": schemaOf(), "set/C.XSD": schemaOf("../outside.xsd"), "set/notes.txt": "-", "set/sub/d.xsd": schemaOf(),
		"outside.xsd": schemaOf("outside.xsd"),
		"ring/x.xsd":  schemaOf("y.xsd"), "ring/y.xsd": schemaOf("x.xsd"), "ring/z.xsd": schemaOf("z.xsd"),
	})
	for name, want := range map[string][]string{
		"set":         {"set/C.XSD", "set/b.xsd", "outside.xsd", "set/a.xsd"},
		"ring":        {"ring/z.xsd", "ring/x.xsd", "ring/y.xsd"},
		"outside.xsd": {"outside.xsd"},
	} {
		if diff := cmp.Diff(want, found(t, name)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// repository makes a repository with one commit and goes into it.
func repository(t *testing.T, files map[string]string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		inputs.NotChecked(t, "the command git is missing")
	}
	t.Chdir(t.TempDir())
	write(t, files)
	for _, args := range [][]string{
		{"init", "-q", "."},
		{"-c", "core.autocrlf=false", "add", "."},
		{"-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "first"},
	} {
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
}

// TestRevision: a revision is read with all that is included there, whatever stands on disk.
func TestRevision(t *testing.T) {
	repository(t, map[string]string{
		"top.xsd": schemaOf(), "xsd/å b.xsd": schemaOf("../top.xsd", "in/c.xsd"), "xsd/in/c.xsd": schemaOf("c.xsd"), "xsd/empty/notes.txt": "-",
	})
	write(t, map[string]string{"top.xsd": "changed", "xsd/in/c.xsd": "changed", "HEAD:top.xsd/on-disk.xsd": schemaOf()})
	for name, want := range map[string][]string{
		"HEAD:xsd/å b.xsd":           {"HEAD:xsd/å b.xsd", "HEAD:top.xsd", "HEAD:xsd/in/c.xsd"},
		"HEAD:xsd":                   {"HEAD:xsd/å b.xsd", "HEAD:top.xsd", "HEAD:xsd/in/c.xsd"},
		"HEAD:./xsd/in":              {"HEAD:xsd/in/c.xsd"},
		"HEAD:.":                     {"HEAD:top.xsd"},
		"HEAD^{tree}:xsd/in/c.xsd":   {"HEAD^{tree}:xsd/in/c.xsd"},
		"HEAD:top.xsd":               {"HEAD:top.xsd/on-disk.xsd"}, // what is there on disk is that
		"HEAD:top.xsd/on-disk.xsd":   {"HEAD:top.xsd/on-disk.xsd"},
		"./HEAD:top.xsd/on-disk.xsd": {"./HEAD:top.xsd/on-disk.xsd"},
	} {
		if diff := cmp.Diff(want, found(t, name)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	t.Chdir("xsd")
	if diff := cmp.Diff([]string{"HEAD:top.xsd"}, found(t, "HEAD:../top.xsd")); diff != "" {
		t.Errorf("from below (-want +got):\n%s", diff)
	}
}

func TestFaults(t *testing.T) {
	repository(t, map[string]string{"a.xsd": schemaOf(), "empty/notes.txt": "-"})
	for name, want := range map[string]string{
		"b.xsd":             "b.xsd: there is no such file or folder; check the path, or give REV:path for a file in git",
		`C:\schemas\a.xsd`:  `C:\schemas\a.xsd: there is no such file or folder; check the path, or give REV:path for a file in git`,
		"C:/schemas/a.xsd":  "C:/schemas/a.xsd: there is no such file or folder; check the path, or give REV:path for a file in git",
		":a.xsd":            ":a.xsd: there is no such file or folder; check the path, or give REV:path for a file in git",
		"https://e.org/a":   "https://e.org/a is a network address, and nothing is fetched; save the schema and give its file",
		"nowhere:a.xsd":     "nowhere:a.xsd: the repository has no revision nowhere; git log --oneline lists those it has, and git fetch gets others",
		"--output=x:a.xsd":  "--output=x:a.xsd: the repository has no revision --output=x; git log --oneline lists those it has, and git fetch gets others",
		"HEAD:b.xsd":        "HEAD:b.xsd: there is no such file or folder in that revision; git ls-tree -r --name-only HEAD lists what there is",
		"HEAD:../../b.xsd":  "HEAD:../../b.xsd: there is no such file or folder in that revision; git ls-tree -r --name-only HEAD lists what there is",
		"HEAD:empty":        "HEAD:empty: there is no .xsd file in that folder; name the folder that has them, or a file",
		"empty":             "empty: there is no .xsd file in that folder; name the folder that has them, or a file",
		"HEAD:empty/a/b/c/": "HEAD:empty/a/b/c/: there is no such file or folder in that revision; git ls-tree -r --name-only HEAD lists what there is",
	} {
		_, err := Find(name)
		if err == nil || err.Error() != want {
			t.Errorf("%s:\ngot  %v\nwant %s", name, err, want)
		}
	}
}

func TestNoGit(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(mustGetwd(t)))
	if _, err := exec.LookPath("git"); err == nil {
		_, err := Find("HEAD:a.xsd")
		if err == nil || !strings.HasPrefix(err.Error(), "HEAD:a.xsd is a path in git, and the working directory is in no repository (fatal: not a git repository") {
			t.Errorf("got %v", err)
		}
	}
	t.Setenv("PATH", t.TempDir())
	_, err := Find("HEAD:a.xsd")
	if want := "HEAD:a.xsd is a path in git, and the git command is not there; install it, or give a file"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func mustGetwd(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestTreeIsAFileSystem holds the revision to what io/fs demands.
func TestTreeIsAFileSystem(t *testing.T) {
	repository(t, map[string]string{"a.xsd": schemaOf(), "b/c.xsd": schemaOf()})
	tree, err := openTree("HEAD", ".")
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(tree, "a.xsd", "b/c.xsd"); err != nil {
		t.Error(err)
	}
}

// TestSubmodules: an entry of the tree without a size has no files here, and those behind it are not lost.
func TestSubmodules(t *testing.T) {
	made := &tree{blobs: map[string]blob{}, dirs: map[string][]fs.DirEntry{}}
	listing := "100644 blob 1111 12\ta.xsd\x00" + "160000 commit 2222 -\tb\x00" + "100644 blob 3333 34\tc/d.xsd\x00"
	if err := made.list(listing); err != nil {
		t.Fatal(err)
	}
	got := map[string]int64{}
	for name, b := range made.blobs {
		got[name] = b.size
	}
	if diff := cmp.Diff(map[string]int64{"a.xsd": 12, "c/d.xsd": 34}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
