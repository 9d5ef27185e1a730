// This file reads documents with more names than readers remember from one document to the next.

package cases_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/wildcard"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// What readers remember of the names in a document must not be found in those that follow once they had to forget them. The document
// that follows is in no namespace here, which tolerant reading takes for the one it should be in: no declaration tells its names from those before.
func TestForgottenNames(t *testing.T) {
	var many strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&many, "<n%d/>", i)
	}
	crowded := []byte(`<root xmlns="urn:case"><head/>` + many.String() + `</root>`)
	for _, name := range caseNames(t) {
		for _, file := range documents(t, name, "valid") {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			bare := []byte(strings.Replace(string(data), ` xmlns="urn:case"`, "", 1))
			document, err := readers[name](data)
			if err != nil {
				t.Fatal(err)
			}
			read := func(data []byte) (any, string) { // without notes, which remembers more
				v := newOf(document.Value)
				return v, fmt.Sprint(xsd.UnmarshalXML(data, v, xsd.Tolerant(nil)))
			}
			want, wantErr := read(bare)
			_, _ = read(data) // learns names
			_, _ = read(data) // and what comes after what
			if err := xsd.UnmarshalXML(crowded, new(wildcard.Envelope)); err != nil {
				t.Fatal(err)
			}
			got, gotErr := read(bare)
			if diff := cmp.Diff([]any{want, wantErr}, []any{got, gotErr}); diff != "" {
				t.Errorf("%s (-before names were forgotten +after):\n%s", file, diff)
			}
		}
	}
}
