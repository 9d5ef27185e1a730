// Schemas of other publishers, with what Xerces-J says of them and of their documents.

package validate_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/catalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/world"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// built makes components of a family's schema, with its catalog and nothing else.
func built(t *testing.T, f world.Family) *schema.Set {
	t.Helper()
	var catalogs []string
	if f.CatalogFile != "" {
		catalogs = append(catalogs, f.CatalogFile)
	}
	options, err := catalog.Options(nil, catalogs...)
	if err != nil {
		t.Fatal(err)
	}
	documents, err := load.Load(f.Roots, options)
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// TestWorld: every schema that Xerces takes is taken, and each document has Xerces's verdict.
func TestWorld(t *testing.T) {
	for _, f := range world.Families(t) {
		t.Run(f.Name, func(t *testing.T) {
			validator := validate.New(built(t, f))
			if len(f.Documents) == 0 {
				return
			}
			for i, verdict := range f.Judge(t).Validate(f.Roots, f.Documents) {
				if err := judged(t, validator, f.Documents[i]); (err == nil) != verdict.Valid {
					t.Errorf("%s: valid for Xerces is %t (%s), and our verdict: %v", filepath.Base(f.Documents[i]), verdict.Valid, verdict.Message, err)
				}
			}
		})
	}
}

func judged(t *testing.T, validator *validate.Validator, document string) error {
	t.Helper()
	file, err := os.Open(document)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // read only
	err = validator.Document(file)
	var limit *xsd.LimitError
	if errors.As(err, &limit) {
		t.Errorf("%s could not be checked: %v", document, err)
	}
	return err
}

// TestReports: what public reports found has the verdict that is known of it. The schema is the folder, so that what is referred to by address is
// found in the file beside it.
func TestReports(t *testing.T) {
	for _, r := range world.Reports(t) {
		t.Run(r.Kind+"/"+r.Name, func(t *testing.T) {
			documents, err := load.Load(append([]string{r.Schema()}, r.Beside(t)...), load.Options{})
			var set *schema.Set
			if err == nil {
				set, err = schema.Build(documents)
			}
			for _, v := range r.Verdicts {
				switch {
				case v.File != r.Schema():
				case v.Verdict == "needs XSD 1.1":
					if err == nil || strings.Count(err.Error(), "\n") > 0 || !strings.Contains(err.Error(), "XSD 1.1") {
						t.Errorf("no single message says that the schema is XSD 1.1: %v", err)
					}
				case err != nil:
					t.Errorf("the schema is not accepted: %v", err)
				}
			}
			if err != nil {
				return
			}
			validator := validate.New(set)
			for _, v := range r.Documents() {
				if err := judged(t, validator, v.File); (err == nil) != v.Valid() {
					t.Errorf("%s is %s for %s; our verdict: %v", filepath.Base(v.File), v.Verdict, v.Judge, err)
				}
			}
		})
	}
}
