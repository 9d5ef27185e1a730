// Witnesses of real steps are shown to Xerces-J and xmllint, and a schema compared with itself has no changes.

package diff_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// TestWitnessesForJudges: the one schema accepts each witness and the other rejects it, by other implementations. UBL, whose schemas take them minutes to
// read, is left to make judges, which sets FAMILIES=all.
func TestWitnessesForJudges(t *testing.T) {
	if testing.Short() {
		t.Skip("asks other validators about hundreds of documents")
	}
	judges := map[string]judge.Judge{"Xerces-J": judge.Xerces(t), "xmllint": judge.Xmllint(t)}
	for family, versions := range families(t) {
		if family == "ubl" && os.Getenv("FAMILIES") != "all" {
			continue
		}
		for i := 1; i < len(versions); i++ {
			old, newer := versions[i-1], versions[i]
			t.Run(family+"/"+newer.name, func(t *testing.T) {
				report, err := diff.Compare(input(t, old.name, old.files...), input(t, newer.name, newer.files...))
				if err != nil {
					t.Fatal(err)
				}
				mustHaveProof(t, report)
				for name, j := range judges {
					showWitnesses(t, name, j, report, [2][]string{old.files, newer.files})
				}
			})
		}
	}
}

// showWitnesses asks a judge about all witnesses of a report, schema by schema.
func showWitnesses(t *testing.T, name string, j judge.Judge, report *diff.Report, schemas [2][]string) {
	t.Helper()
	dir := t.TempDir()
	type expectation struct {
		about string
		valid bool
	}
	var documents [2][]string
	var expected [2][]expectation
	add := func(s diff.Side, about, text string, valid bool) {
		path := filepath.Join(dir, fmt.Sprintf("%s-%d.xml", s, len(documents[s])))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		documents[s], expected[s] = append(documents[s], path), append(expected[s], expectation{about, valid})
	}
	for _, c := range report.Changes {
		for _, q := range []diff.Question{diff.Readers, diff.Writers} {
			if w := c.Answers[q].Witness; w != nil {
				about := fmt.Sprintf("%s %s for %s", c.Rule.ID, c.Path, q)
				add(w.AcceptedBy, about, w.Accepted, true)
				add(diff.NewSide-w.AcceptedBy, about, w.Rejected, false)
			}
		}
	}
	for _, s := range []diff.Side{diff.OldSide, diff.NewSide} {
		files := asOne(t, schemas[s])
		if schema := j.SchemaOK(files); !schema.Valid {
			t.Logf("%s does not read the %s schema: %s", name, s, schema.Message)
			continue
		}
		for i, verdict := range j.Validate(files, documents[s]) {
			if verdict.Valid != expected[s][i].valid {
				text, _ := os.ReadFile(documents[s][i])
				if name == "xmllint" && wantsDeclaration(verdict.Message, string(text)) {
					t.Logf("%s: %s passes over xsi:type where a wildcard is strict", expected[s][i].about, name)
					continue
				}
				t.Errorf("%s: valid under the %s schema is %t for %s (%s)\n%s", expected[s][i].about, s, verdict.Valid, name, verdict.Message, text)
			}
		}
	}
}

// wantsDeclaration reports whether xmllint rejects a document for an element without declaration under a strict wildcard although xsi:type names its type, which
// is declaration enough (Part 1, section 3.10.1); Xerces-J has it so.
func wantsDeclaration(message, document string) bool {
	return strings.Contains(message, "demanded by the strict wildcard") && strings.Contains(document, "xsi:type=")
}

// asOne is a schema of one document: the one given, or one that imports all of them, since xmllint takes no more.
func asOne(t *testing.T, files []string) []string {
	t.Helper()
	if len(files) == 1 {
		return files
	}
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`
	for _, file := range files {
		documents, err := load.Load([]string{file}, load.Options{})
		if err != nil {
			t.Fatal(err)
		}
		text += fmt.Sprintf(`<xs:import namespace="%s" schemaLocation="file://%s"/>`, documents[0].TargetNamespace, filepath.ToSlash(file))
	}
	one := filepath.Join(t.TempDir(), "all.xsd")
	if err := os.WriteFile(one, []byte(text+`</xs:schema>`), 0o600); err != nil {
		t.Fatal(err)
	}
	return []string{one}
}

// TestNothingChanged: a schema and itself differ in nothing.
func TestNothingChanged(t *testing.T) {
	for family, versions := range families(t) {
		last := versions[len(versions)-1]
		report, err := diff.Compare(input(t, "old", last.files...), input(t, "new", last.files...))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range report.Changes {
			t.Errorf("%s: %s %s: %s", family, c.Rule.ID, c.Path, c.Message)
		}
		for _, q := range []diff.Question{diff.Readers, diff.Writers} {
			if report.Totals[q].Verdict != diff.Compatible {
				t.Errorf("%s: the total for %s is %s: %s", family, q, report.Totals[q].Verdict, report.Totals[q].Reason)
			}
		}
	}
}
