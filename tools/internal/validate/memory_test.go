// What a validation leaves behind: many small documents are no more work for the collector than they are long.

package validate_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

// TestReadersAreKept: a reader holds tables for long documents, and serves the next one.
func TestReadersAreKept(t *testing.T) {
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:attribute name="a"/></xs:complexType></xs:element></xs:schema>`
	documents, err := load.Load([]string{"s.xsd"}, load.Options{FS: fstest.MapFS{"s.xsd": {Data: []byte(text)}}})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	validator := validate.New(set)
	const rounds = 200
	used := cost.Of(func() {
		for range rounds {
			if err := validator.Document(strings.NewReader(`<r a=""/>`)); err != nil {
				t.Fatal(err)
			}
		}
	})
	if each := used / rounds; each > 80_000 {
		t.Errorf("a document of one element takes %d bytes", each)
	}
}
