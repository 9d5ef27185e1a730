package inclusion_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

// document is a whole schema document with that content.
func document(body string) string {
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns:t="urn:t" elementFormDefault="qualified">` + body + `</xs:schema>`
}

// inline builds the schema with that content.
func inline(t *testing.T, body string) *schema.Set {
	t.Helper()
	return inlineText(t, document(body))
}

func inlineText(t *testing.T, text string) *schema.Set {
	t.Helper()
	return build(t, "s.xsd", load.Options{FS: fstest.MapFS{"s.xsd": {Data: []byte(text)}}})
}

func build(t *testing.T, path string, options load.Options) *schema.Set {
	t.Helper()
	documents, err := load.Load([]string{path}, options)
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// written writes a schema or a document where the judges find it.
func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// shown fails unless the judge accepts a witness under the first schema and rejects it under the second.
func shown(t *testing.T, j judge.Judge, first, second string, witness *inclusion.Witness) {
	t.Helper()
	accepted := written(t, "accepted.xml", witness.Accepted)
	rejected := written(t, "rejected.xml", witness.Rejected)
	if verdict := j.Validate([]string{first}, []string{accepted})[0]; !verdict.Valid {
		t.Errorf("the judge rejects what the first schema is said to accept: %s\n%s", verdict.Message, witness.Accepted)
	}
	if verdict := j.Validate([]string{second}, []string{rejected})[0]; verdict.Valid {
		t.Errorf("the judge accepts what the second schema is said to reject for: %s\n%s", witness.Violation, witness.Rejected)
	}
}

// TestSchemaPairs compares hand-written pairs of schemas in both directions. The verdicts were found by reading the standard; each witness is
// shown to Xerces-J.
func TestSchemaPairs(t *testing.T) {
	j := judge.Xerces(t)
	for _, p := range slices.Concat(contentPairs, declarationPairs, attributePairs, wildcardPairs, simplePairs) {
		t.Run(p.name, func(t *testing.T) {
			files := []string{written(t, "old.xsd", document(p.old)), written(t, "new.xsd", document(p.new))}
			a, b := inline(t, p.old), inline(t, p.new)
			compare := func(first, second *schema.Set, from, to, want string) {
				t.Helper()
				answer := inclusion.New(first, second, inclusion.Options{}).Documents()
				if answer.Verdict.String() != want {
					t.Errorf("%s: %s %s, want %s", filepath.Base(from), answer.Verdict, answer.Reason, want)
				}
				if answer.Witness != nil {
					shown(t, j, from, to, answer.Witness)
					minimal(t, first, second, answer.Witness)
				}
			}
			compare(a, b, files[0], files[1], p.there)
			compare(b, a, files[1], files[0], p.back)
		})
	}
}

// minimal fails if an element, attribute or text can be taken from a witness without ending the disagreement.
func minimal(t *testing.T, a, b *schema.Set, witness *inclusion.Witness) {
	t.Helper()
	first, second := validate.New(a), validate.New(b)
	smaller := inclusion.Shrink(witness.Accepted, func(document string) bool {
		return first.Document(strings.NewReader(document)) == nil && second.Document(strings.NewReader(document)) != nil
	})
	if diff := cmp.Diff(witness.Accepted, smaller); diff != "" {
		t.Errorf("the witness can be smaller (-witness +smaller):\n%s", diff)
	}
}

// TestReflexive compares each schema of the pairs with a second reading of itself.
func TestReflexive(t *testing.T) {
	for _, p := range slices.Concat(contentPairs, declarationPairs, attributePairs, wildcardPairs, simplePairs) {
		for i, body := range []string{p.old, p.new} {
			answer := inclusion.New(inline(t, body), inline(t, body), inclusion.Options{}).Documents()
			if answer.Verdict != automaton.Yes {
				t.Errorf("%s, %d: %s %s", p.name, i, answer.Verdict, answer.Reason)
			}
		}
	}
}
