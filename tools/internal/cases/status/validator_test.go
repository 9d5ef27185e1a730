// The validator of schema components and generated code are two readers of
// one standard: both name the same clause first, or none.

package status_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestValidatorAgrees(t *testing.T) {
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, "xsd", "schemas", "mvameldinginnsendingstatus", "v1", schemaFile)
	documents, err := load.Load([]string{path}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	validator := validate.New(set)
	for _, o := range outcomes(t) {
		if strings.HasSuffix(o.file, ".xml") {
			if diff := cmp.Diff(clause(o.of("strict")), clause(judged(t, validator, o.file))); diff != "" {
				t.Errorf("%s (-outcomes.txt +validator):\n%s", o.file, diff)
			}
		}
	}
}

// clause returns the clause of the standard in a line of outcomes.txt. Letters
// after 2.4 are Xerces-J's: XSD 1.0 has one clause for all content that does
// not match its model.
func clause(said string) string {
	words := strings.Fields(said)
	if words[1] == "not" {
		return "not well-formed"
	}
	if strings.HasPrefix(words[1], "cvc-complex-type.2.4.") {
		return "cvc-complex-type.2.4"
	}
	return words[1]
}

// judged is what the validator says of a document, as outcomes.txt writes it.
func judged(t *testing.T, validator *validate.Validator, name string) string {
	t.Helper()
	err := judgedBy(t, validator, name)
	var violations xsd.Violations
	switch {
	case err == nil:
		return "strict valid\n"
	case errors.As(err, &violations):
		return "strict " + describe(violations[0]) + "\n"
	}
	return "strict " + broken(err) + "\n"
}

func judgedBy(t *testing.T, validator *validate.Validator, name string) error {
	t.Helper()
	file, err := os.Open(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	return validator.Document(file)
}
