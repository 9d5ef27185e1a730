// What the README and the guides in docs/ show is true: their links lead somewhere, their Go is formatted, and in a module of a user's own,
// which gets this tree from a file-system proxy, their files are written and their commands run as pasted.

package mvainnsyn_test

import (
	"archive/zip"
	"bytes"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// snippet is a fenced block. Where the line that opens it names a file behind the language, the block is that file.
type snippet struct {
	language, file, text string
}

// elsewhere are console blocks marked "checkout": what runs their commands instead of this test.
var elsewhere = map[string]string{
	"go generate ./...": ".ci/run",
	"go test ./...":     ".ci/run",
	"go run ./tools/mvastatus status --sandbox 312409852":                                 "tools/mvastatus/internal/cli/readme_test.go",
	"docker build -t mvastatus . && docker run --rm mvastatus status --sandbox 312409852": "nothing: tests need no Docker",
}

// fence is a block with its language, what stands behind that, and its text.
var fence = regexp.MustCompile("(?ms)^```([a-z]+)(?: ([^\n]+))?\n(.*?)^```$")

// guides returns the README, which comes first, and the pages of docs/.
func guides(t *testing.T) []string {
	t.Helper()
	pages, err := filepath.Glob("docs/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages in docs: %v", err)
	}
	return append([]string{"README.md"}, pages...)
}

func readSnippets(t *testing.T, page string) []snippet {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var found []snippet
	for _, m := range fence.FindAllStringSubmatch(string(data), -1) {
		found = append(found, snippet{m[1], m[2], m[3]})
	}
	return found
}

func TestGuidesLeadSomewhere(t *testing.T) {
	for _, page := range append(guides(t), "CHANGELOG.md", "SECURITY.md", "CONTRIBUTING.md", "examples/README.md") {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\]\(([^)]+)\)`).FindAllStringSubmatch(fence.ReplaceAllString(string(data), ""), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			file, anchor, _ := strings.Cut(m[1], "#")
			target := page
			if file != "" {
				target = filepath.Join(filepath.Dir(page), file)
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s links to %s: %v", page, m[1], err)
			} else if anchor != "" && !slices.Contains(anchorsOf(t, target), anchor) {
				t.Errorf("%s links to %s: no heading has this anchor", page, m[1])
			}
		}
	}
}

// anchorsOf returns the anchors that the headings of a page have where it is shown: lower case, hyphens for spaces, no other signs.
func anchorsOf(t *testing.T, page string) []string {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var anchors []string
	for _, m := range regexp.MustCompile(`(?m)^#+ (.+)$`).FindAllStringSubmatch(fence.ReplaceAllString(string(data), ""), -1) {
		anchor := regexp.MustCompile(`[^\pL\pN _-]`).ReplaceAllString(strings.ToLower(m[1]), "")
		anchors = append(anchors, strings.ReplaceAll(anchor, " ", "-"))
	}
	return anchors
}

func TestGuidesShowFormattedGo(t *testing.T) {
	for _, page := range guides(t) {
		for _, s := range readSnippets(t, page) {
			if s.language != "go" {
				continue
			}
			formatted, err := format.Source([]byte(s.text))
			if err != nil {
				t.Errorf("%s: %v in\n%s", page, err, s.text)
			} else if string(formatted) != s.text {
				t.Errorf("%s: not formatted; it would be\n%s", page, formatted)
			}
		}
	}
}

// TestLimitsAreThoseOfTheTable holds the table of docs/errors.md to the code.
func TestLimitsAreThoseOfTheTable(t *testing.T) {
	page, err := os.ReadFile("docs/errors.md")
	if err != nil {
		t.Fatal(err)
	}
	units := strings.NewReplacer(",", "", " MiB", " 1048576", " GiB", " 1073741824")
	limits := reflect.ValueOf(source.DefaultLimits())
	for i := range limits.NumField() {
		name := limits.Type().Field(i).Name
		if !limits.Field(i).CanInt() {
			continue
		}
		row := regexp.MustCompile("(?m)^\\| `" + name + "` \\| ([^|]+) \\|").FindSubmatch(page)
		if row == nil {
			t.Errorf("docs/errors.md does not list %s", name)
			continue
		}
		product := int64(1)
		for factor := range strings.FieldsSeq(units.Replace(string(row[1]))) {
			n, err := strconv.ParseInt(factor, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			product *= n
		}
		if product != limits.Field(i).Int() {
			t.Errorf("docs/errors.md says %s of %s, which is %d", row[1], name, limits.Field(i).Int())
		}
	}
}

// TestSnippetsRun follows each page in a module of its own; pages of docs/ go on where the README ended.
func TestSnippetsRun(t *testing.T) {
	if testing.Short() {
		t.Skip("builds both commands from a module proxy")
	}
	if os.Getenv("GUIDES") == "" {
		t.Skip("go get asks for modules that no test needs, and all is compiled again: make guides")
	}
	u := newUser(t)
	for _, page := range guides(t) {
		t.Run(filepath.Base(page), func(t *testing.T) {
			dir := filepath.Join(u.home, "shop")
			if page != "README.md" {
				dir = filepath.Join(t.TempDir(), "shop")
				if err := os.CopyFS(dir, os.DirFS(filepath.Join(u.home, "shop"))); err != nil {
					t.Fatal(err)
				}
			} else if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			for _, s := range readSnippets(t, page) {
				u.follow(t, dir, s)
			}
		})
	}
}

// user is somebody who has Go and a network, in which the module proxy holds this tree as its one version.
type user struct {
	home string
	env  []string
}

func newUser(t *testing.T) *user {
	t.Helper()
	home := t.TempDir()
	proxy, cache := filepath.Join(home, "proxy"), strings.TrimSpace(goOutput(t, "env", "GOMODCACHE"))
	writeProxy(t, filepath.Join(proxy, "github.com/mvainnsyn/mvainnsyn/@v"))
	return &user{home, append(os.Environ(),
		"GOPROXY=file://"+proxy+",file://"+filepath.Join(cache, "cache", "download")+","+strings.TrimSpace(goOutput(t, "env", "GOPROXY")),
		"GOSUMDB=off", "GONOSUMDB=", "GONOPROXY=", "GOPRIVATE=", "GOWORK=off", "GOFLAGS=-trimpath -modcacherw",
		"CGO_ENABLED=0", // as in a release, with which the compiler's cache is shared
		"GOMODCACHE="+filepath.Join(home, "mod"), "GOBIN="+filepath.Join(home, "bin"),
		"PATH="+filepath.Join(home, "bin")+string(os.PathListSeparator)+os.Getenv("PATH"))}
}

// writeProxy writes the tree as a module proxy has it.
func writeProxy(t *testing.T, dir string) {
	t.Helper()
	const version = "v0.1.0" // that of tools/internal/downstream, so that what was compiled there is compiled
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	for _, name := range moduleFiles(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := w.Create(module + "@" + version + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	manifest, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"list":            []byte(version + "\n"),
		version + ".info": []byte(`{"Version":"` + version + `","Time":"2026-01-01T00:00:00Z"}`),
		version + ".mod":  manifest,
		version + ".zip":  archive.Bytes(),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// moduleFiles lists the files of the module: those of the tree but for modules within it.
func moduleFiles(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	names := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	var inner []string
	for _, name := range names {
		if dir := filepath.Dir(name); filepath.Base(name) == "go.mod" && dir != "." {
			inner = append(inner, dir+"/")
		}
	}
	return slices.DeleteFunc(names, func(name string) bool {
		info, err := os.Stat(name)
		return err != nil || !info.Mode().IsRegular() || slices.ContainsFunc(inner, func(dir string) bool { return strings.HasPrefix(name, dir) })
	})
}

// follow does in dir what a snippet shows.
func (u *user) follow(t *testing.T, dir string, s snippet) {
	t.Helper()
	switch {
	case s.language != "console" && s.file != "":
		path := filepath.Join(dir, s.file)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(s.text), 0o644); err != nil {
			t.Fatal(err)
		}
	case s.language != "console":
	case s.file == "checkout":
		for _, c := range commandsIn(s.text) {
			if elsewhere[c.line] == "" {
				t.Errorf("nothing is known to run %q", c.line)
			}
		}
	default:
		for _, c := range commandsIn(s.text) {
			u.run(t, dir, c)
		}
	}
}

// command is a line of a console and what it prints; a command that is shown without anything may print what it likes.
type command struct{ line, prints string }

func commandsIn(console string) []command {
	var found []command
	for line := range strings.Lines(console) {
		text, ok := strings.CutPrefix(line, "$ ")
		switch {
		case ok:
			text, _, _ = strings.Cut(text, " # ")
			found = append(found, command{line: strings.TrimSpace(text)})
		case len(found) > 0:
			found[len(found)-1].prints += line
		}
	}
	return found
}

func (u *user) run(t *testing.T, dir string, c command) {
	t.Helper()
	shell := exec.Command("bash", "-c", c.line)
	shell.Dir, shell.Env = dir, u.env
	var printed bytes.Buffer
	shell.Stdout, shell.Stderr = &printed, &printed
	if err := shell.Run(); err != nil {
		t.Fatalf("$ %s\n%v\n%s", c.line, err, printed.String())
	}
	if c.prints != "" && printed.String() != c.prints {
		t.Errorf("$ %s\nprints\n%swhat is shown is\n%s", c.line, printed.String(), c.prints)
	}
}

// goOutput runs the go command in the module and returns what it prints.
func goOutput(t *testing.T, args ...string) string {
	t.Helper()
	command := exec.Command("go", args...)
	var stderr strings.Builder
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return string(out)
}
