// What is known of documents whose root a schema does not declare, without asking a reader.

package diff

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// TestRefusedAtRoot: the shortcut says what the reader says, and says nothing where another root may be meant.
func TestRefusedAtRoot(t *testing.T) {
	source := func(space, element string) string {
		return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"` + space + `><xs:element name="a" type="xs:string"/>` + element + `</xs:schema>`
	}
	const other, in = `<xs:element name="b" type="xs:string"/>`, ` targetNamespace="urn:a"`
	old, newer := setOf(t, source(in, "")), setOf(t, source(in, other))
	j := newJudge(newComparer(Input{Set: old}, Input{Set: newer}), [2]*schema.Set{old, newer}, nil, nil, Options{})
	for document, known := range map[string]bool{
		`<b xmlns="urn:a"/>`: true, `<a/>`: false, `<b/>`: false,
		`<b xmlns="urn:a" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:int" xmlns:xs="http://www.w3.org/2001/XMLSchema">x</b>`: false,
	} {
		got := refusedAtRoot(old, j.says(OldSide, document))
		if (got != nil) != known {
			t.Errorf("%s: known without a reader: %t", document, got != nil)
		}
		if got == nil {
			continue
		}
		if diff := cmp.Diff(j.tolerance(old, document), got); diff != "" {
			t.Errorf("%s (-reader +shortcut):\n%s", document, diff)
		}
	}
}
