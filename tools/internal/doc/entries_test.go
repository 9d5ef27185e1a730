// What entries of the reference have beside their words: examples, and pictures of what is around a class.

package doc_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/reference"
)

// joined has a root, an element of a named type and one of a built-in one, a class that leads to another one, and one that is alone.
const joined = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="order" type="Order"/>
  <xs:element name="line" type="Line"/>
  <xs:element name="note" type="xs:string"/>
  <xs:complexType name="Order"><xs:sequence><xs:element ref="line"/><xs:element ref="note"/></xs:sequence></xs:complexType>
  <xs:complexType name="Line"><xs:sequence><xs:element name="count" type="xs:int"/></xs:sequence></xs:complexType>
  <xs:complexType name="Alone"><xs:sequence><xs:element name="count" type="xs:int"/></xs:sequence></xs:complexType>
</xs:schema>`

// TestExamplesOfEntries: a root has an example, and its type too; another element has one where its type has no entry, which would have it.
func TestExamplesOfEntries(t *testing.T) {
	draft := drafted(t, joined)
	m := diagram.NewModel(draft.Set, draft.Packages)
	roots, err := m.Roots("order")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, e := range reference.Build(draft.Set, draft.Packages, m, roots).Entries {
		got[e.ID] = e.Example.XML != ""
	}
	want := map[string]bool{"element-order": true, "element-line": false, "element-note": true, "type-Order": true, "type-Line": true, "type-Alone": true}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("entries with examples (-want +got):\n%s", diff)
	}
}

// TestPicturesOfEntries: a class has a picture where it leads to another one, be it one alone.
func TestPicturesOfEntries(t *testing.T) {
	page := string(htmlOf(t, joined))
	for class, want := range map[string]bool{"type-Order": true, "type-Line": false, "type-Alone": false} {
		if got := strings.Contains(page, class+"-picture-"); got != want {
			t.Errorf("%s has a picture: %t, want %t", class, got, want)
		}
	}
}
