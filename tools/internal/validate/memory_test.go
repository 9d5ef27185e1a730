// What a validation leaves behind: many small documents are no more work for the collector than they are long.

package validate_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

func validatorOf(t *testing.T, text string) *validate.Validator {
	t.Helper()
	documents, err := load.Load([]string{"s.xsd"}, load.Options{FS: fstest.MapFS{"s.xsd": {Data: []byte(text)}}})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return validate.New(set)
}

// TestReadersAreKept: a reader holds tables for long documents, and serves the next one.
func TestReadersAreKept(t *testing.T) {
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:attribute name="a"/></xs:complexType></xs:element></xs:schema>`
	validator := validatorOf(t, text)
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

// TestRootsAreListedOnce: where a schema has very many global elements, a document with another root takes no more than with few.
func TestRootsAreListedOnce(t *testing.T) {
	used := func(roots int) uint64 {
		var text strings.Builder
		text.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`)
		for i := range roots {
			fmt.Fprintf(&text, `<xs:element name="r%d"/>`, i)
		}
		validator := validatorOf(t, text.String()+`</xs:schema>`)
		return cost.Steady(func() {
			if err := validator.Document(strings.NewReader(`<other/>`)); err == nil || !strings.Contains(err.Error(), "r0 or r1 or r10") {
				t.Errorf("%v", err)
			}
		})
	}
	if few, many := used(20), used(2000); many > few+1000 {
		t.Errorf("with few global elements a document takes %d bytes, and with many %d", few, many)
	}
}
