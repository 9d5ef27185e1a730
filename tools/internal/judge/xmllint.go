// xmllint, the command of libxml2: a second opinion, with known gaps in XSD.

package judge

import (
	"bytes"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// documentsPerRun keeps command lines short.
const documentsPerRun = 200

// xmllint is a Judge.
type xmllint struct{ t testing.TB }

// Xmllint returns libxml2's xmllint as a judge. It takes exactly one schema
// document, which may include and import others. Without the command the test
// ends as in inputs.NotChecked.
func Xmllint(t testing.TB) Judge {
	t.Helper()
	if _, err := exec.LookPath("xmllint"); err != nil {
		inputs.NotChecked(t, "the command xmllint is missing")
	}
	return xmllint{t}
}

func (x xmllint) SchemaOK(schemas []string) Verdict {
	x.t.Helper()
	document := filepath.Join(x.t.TempDir(), "any.xml")
	if err := os.WriteFile(document, []byte("<any/>"), 0o644); err != nil {
		x.t.Fatal(err)
	}
	out := x.run(schemas, []string{document})
	if strings.Contains(out, "WXS schema "+schemas[0]+" failed to compile") {
		v := Verdict{Message: "the schema failed to compile"}
		for line := range strings.Lines(out) {
			if v.locate(schemas[0], strings.TrimSpace(line)) {
				break
			}
		}
		return v
	}
	return Verdict{Valid: true}
}

func (x xmllint) Validate(schemas, documents []string) []Verdict {
	x.t.Helper()
	if schema := x.SchemaOK(schemas); !schema.Valid {
		return allInvalid(schema, documents)
	}
	verdicts := make([]Verdict, 0, len(documents))
	for len(documents) > 0 {
		batch := documents[:min(len(documents), documentsPerRun)]
		documents = documents[len(batch):]
		out := x.run(schemas, batch)
		for _, document := range batch {
			verdicts = append(verdicts, parseLint(out, document))
		}
	}
	return verdicts
}

// run returns what xmllint says about documents.
func (x xmllint) run(schemas, documents []string) string {
	x.t.Helper()
	if len(schemas) != 1 {
		x.t.Fatalf("xmllint takes one schema document, not %d; pass the one that imports the others", len(schemas))
	}
	var out bytes.Buffer
	command := exec.Command("xmllint", append([]string{"--noout", "--nonet", "--huge", "--schema", schemas[0]}, documents...)...)
	command.Stdout, command.Stderr = &out, &out
	var exit *exec.ExitError
	if err := command.Run(); err != nil && !errors.As(err, &exit) {
		x.t.Fatal(err)
	}
	return out.String()
}

// parseLint finds the verdict on document in xmllint's output.
func parseLint(out, document string) Verdict {
	v := Verdict{Malformed: true}
	for line := range strings.Lines(out) {
		line = strings.TrimSpace(line)
		switch {
		case line == document+" validates":
			return Verdict{Valid: true}
		case line == document+" fails to validate":
			v.Malformed = false
		case v.Message == "":
			v.locate(document, line)
		}
	}
	return v
}

// lintError is how xmllint reports an error in a file, after the file's name.
var lintError = regexp.MustCompile(`^:([0-9]+): (.*)$`)

// locate takes the verdict's message from line if it is about file.
func (v *Verdict) locate(file, line string) bool {
	rest, ok := strings.CutPrefix(line, file)
	if !ok { // libxml2 escapes the paths it opens, but not those it was given
		if rest, ok = strings.CutPrefix(line, (&url.URL{Path: file}).EscapedPath()); !ok {
			return false
		}
	}
	parts := lintError.FindStringSubmatch(rest)
	if parts == nil {
		return false
	}
	number, err := strconv.Atoi(parts[1])
	if err != nil {
		return false
	}
	v.Line, v.Message = number, parts[2]
	return true
}
