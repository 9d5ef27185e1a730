package conformance

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestHintsAreFollowed: to schemas of further namespaces, wherever in the document they are named, and only where all of them go together.
func TestHintsAreFollowed(t *testing.T) {
	const (
		schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="`
		hints  = ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="`
	)
	t.Chdir(folder(t, map[string]string{
		"a.xsd":     schema + `a"/>`,
		"b.xsd":     schema + `b"/>`,
		"c.xsd":     schema + `c"/>`,
		"wrong.xsd": schema + `d"><xs:element name="d" type="xs:nothing"/></xs:schema>`,
	}))
	for document, want := range map[string][]string{
		`<r/>`:                                  nil,
		`<r` + hints + `b b.xsd"/>`:             {"b.xsd"},
		`<r><s` + hints + `b b.xsd c"/>`:        {"b.xsd"}, // up to where the document ends too early
		`<r` + hints + `a c.xsd"/>`:             nil,       // there is a schema of that namespace
		`<r` + hints + `b missing.xsd"/>`:       nil,
		`<r` + hints + `b b.xsd d wrong.xsd"/>`: nil,
		`<r` + hints + `b b.xsd c c.xsd"><s` + hints + `b b.xsd"/></r>`: {"b.xsd", "c.xsd"},
	} {
		if err := os.WriteFile("document.xml", []byte(document), 0o600); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, hinted("document.xml", []string{"a.xsd"})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", document, diff)
		}
	}
	if got := hinted(filepath.Join("nowhere", "document.xml"), []string{"a.xsd"}); got != nil {
		t.Errorf("a document that is not there hints at %q", got)
	}
}
