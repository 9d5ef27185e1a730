// Package record writes what a test has measured into the page docs/conformance.md, for a release candidate.
package record

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// Variable names the page, seen from the module's root. Without it nothing is written.
const Variable = "RECORD"

// Asked reports whether the tests write what they measure.
func Asked() bool { return os.Getenv(Variable) != "" }

// Section replaces the text of a section of the page. A section stands between the lines <!-- NAME --> and <!-- /NAME -->; the date and the machine
// are added.
func Section(t testing.TB, name, text string) {
	t.Helper()
	if !Asked() {
		return
	}
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	if err := Replace(filepath.Join(root, os.Getenv(Variable)), name, text); err != nil {
		t.Fatal(err)
	}
}

// Replace does the same in a page that is named, for programs that are no test.
func Replace(page, name, text string) error {
	data, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	measured := fmt.Sprintf("Measured on %s with %s on %s/%s.\n\n%s\n", time.Now().Format("2 January 2006"), runtime.Version(), runtime.GOOS, runtime.GOARCH, strings.TrimSpace(text))
	replaced, err := replace(string(data), name, measured)
	if err != nil {
		return fmt.Errorf("%s: %w", page, err)
	}
	return os.WriteFile(page, []byte(replaced), 0o644)
}

// replace puts text between the lines of a section.
func replace(page, name, text string) (string, error) {
	opening, closing := "<!-- "+name+" -->\n", "<!-- /"+name+" -->\n"
	before, rest, ok := strings.Cut(page, opening)
	if !ok {
		return "", fmt.Errorf("the line %q is missing", strings.TrimSpace(opening))
	}
	_, after, ok := strings.Cut(rest, closing)
	if !ok {
		return "", fmt.Errorf("the line %q is missing", strings.TrimSpace(closing))
	}
	return before + opening + text + closing + after, nil
}

// Table is a table in Markdown.
func Table(head []string, rows [][]string) string {
	var b strings.Builder
	line := func(cells []string) { fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | ")) }
	line(head)
	b.WriteString(strings.Repeat("|---", len(head)) + "|\n")
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = strings.ReplaceAll(strings.Join(strings.Fields(cell), " "), "|", `\|`)
		}
		line(cells)
	}
	return b.String()
}
