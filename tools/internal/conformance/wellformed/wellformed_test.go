// These tests compare which documents xsd/xmltext reads with which ones xmllint
// finds well-formed: all documents and schemas of the W3C suite and of the published files.
package wellformed

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

func TestSuite(t *testing.T) { compare(t, inputs.XSTS(t), 10_000) }

func TestPublished(t *testing.T) { compare(t, inputs.Shared(t, "published"), 50) }

// compare compares the verdicts on all documents below a directory, of which there must be
// at least a number.
func compare(t *testing.T, directory string, atLeast int) {
	if _, err := exec.LookPath("xmllint"); err != nil {
		inputs.NotChecked(t, "the command xmllint is missing")
	}
	documents := documentsBelow(t, directory)
	if len(documents) < atLeast {
		t.Fatalf("%d documents below %s, want at least %d", len(documents), directory, atLeast)
	}
	var refused []string
	for _, document := range documents {
		if err := read(t, filepath.Join(directory, document)); err != nil {
			refused = append(refused, document)
		}
	}
	if diff := cmp.Diff(refusedByXmllint(t, directory, documents), refused); diff != "" {
		t.Errorf("documents refused (-xmllint +xmltext):\n%s", diff)
	}
	t.Logf("%d documents, %d of them refused", len(documents), len(refused))
}

func documentsBelow(t *testing.T, directory string) []string {
	var documents []string
	err := fs.WalkDir(os.DirFS(directory), ".", func(path string, entry fs.DirEntry, err error) error {
		switch filepath.Ext(path) {
		case ".xml", ".xsd":
			documents = append(documents, filepath.FromSlash(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return documents
}

func read(t *testing.T, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := xmltext.NewReader(data, source.Limits{})
	for {
		if kind, err := r.Next(); err != nil || kind == xmltext.End {
			return err
		}
	}
}

// fault is a line in which xmllint refuses a document.
var fault = regexp.MustCompile(`(?m)^(.+?):\d+: (?:parser|namespace) error : `)

// refusedByXmllint asks for a few documents at a time: command lines have a limit.
func refusedByXmllint(t *testing.T, directory string, documents []string) []string {
	var refused []string
	for chunk := range slices.Chunk(documents, 200) {
		lint := exec.Command("xmllint", append([]string{"--noout", "--nonet"}, chunk...)...)
		lint.Dir = directory
		out, err := lint.CombinedOutput()
		if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		for _, match := range fault.FindAllSubmatch(out, -1) {
			refused = append(refused, string(match[1]))
		}
	}
	slices.Sort(refused)
	return slices.Compact(refused)
}
