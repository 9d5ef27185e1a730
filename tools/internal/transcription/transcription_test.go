// These tests compare our transcriptions of the published
// schemas with the published files, component for component. Only
// documentation, which is our own, may differ.
package transcription_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// published are the schemas that have a transcription.
var published = []string{
	"mvameldinginnsendingstatus/v1", "mvameldinginnsending/v1", "skattemeldingformerverdiavgift/v1",
	"betalingsinformasjon/v1", "valideringsresultat/v1",
}

// transcription returns the path of a transcription.
func transcription(t *testing.T, name string) string {
	t.Helper()
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(root, "xsd", "schemas", filepath.FromSlash(name), "*.xsd"))
	if err != nil || len(paths) != 1 {
		t.Fatalf("%s: %d schemas, want one: %v", name, len(paths), err)
	}
	return paths[0]
}

// build returns the components of a schema document.
func build(t *testing.T, path string) *schema.Set {
	t.Helper()
	documents, err := load.Load([]string{path}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestComponentsAreThePublishedOnes(t *testing.T) {
	for _, name := range published {
		t.Run(name, func(t *testing.T) {
			ours := transcription(t, name)
			theirs := inputs.Shared(t, "published", "xsd", filepath.Base(ours))
			want, got := build(t, theirs), build(t, ours)
			if len(want.Types) == 0 {
				t.Fatal("the published schema has no types: nothing is compared")
			}
			if diff := cmp.Diff(want, got, componentwise()...); diff != "" {
				t.Errorf("(-published +transcription):\n%s", diff)
			}
		})
	}
}

// componentwise compares every property of every component but its position
// and documentation. References to named components are compared by name: the
// components themselves are compared where they are declared.
func componentwise() []cmp.Option {
	return []cmp.Option{
		cmpopts.IgnoreTypes(diag.Position{}),
		cmpopts.IgnoreFields(schema.Annotation{}, "Documentation"),
		cmpopts.IgnoreFields(schema.DocumentInfo{}, "File", "Prefixes"), // a prefix is a spelling
		cmpopts.IgnoreFields(schema.SimpleType{}, "Context", "Runtime"), // Runtime follows from Base and Facets
		cmpopts.IgnoreFields(schema.ComplexType{}, "Context"),
		cmpopts.IgnoreFields(schema.Element{}, "Parent"),
		cmpopts.IgnoreFields(schema.Attribute{}, "Parent"),
		cmpopts.IgnoreUnexported(schema.ElementContent{}), // the model follows from Particle
		cmpopts.IgnoreUnexported(schema.Set{}),
		cmp.FilterPath(isReference, cmp.Comparer(sameName)),
	}
}

// isReference reports whether a path ends in a reference to a type from
// somewhere other than the list of types.
func isReference(path cmp.Path) bool {
	field, ok := path.Last().(cmp.StructField)
	return ok && (field.Name() == "Type" || field.Name() == "Base")
}

func sameName(a, b schema.Type) bool {
	return a == nil && b == nil || a != nil && b != nil && a.TypeName() == b.TypeName() && a.TypeName() != schema.Name{}
}

// TestComparisonSeesDifferences changes one thing at a time in a transcription.
func TestComparisonSeesDifferences(t *testing.T) {
	path := transcription(t, "mvameldinginnsendingstatus/v1")
	original, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := build(t, path)
	for _, change := range []struct{ from, to string }{
		{`name="leveringsfrist" type="Dato"`, `name="leveringsfrist" type="Aarstall"`},
		{`maxOccurs="unbounded"`, `maxOccurs="99"`},
		{`<xs:length value="9"/>`, `<xs:length value="10"/>`},
		{`<xs:enumeration value="toMaaned"/>`, ``},
		{`name="slutt"`, `name="slutten"`},
		{`<xs:restriction base="xs:gYear"/>`, `<xs:restriction base="xs:string"/>`},
		{`begrep/20b2e1a8-9fe1`, `begrep/20b2e1a9-9fe1`},
		{`<xs:sequence>`, `<xs:choice>`},
	} {
		changed := strings.Replace(string(original), change.from, change.to, 1)
		if change.from == "<xs:sequence>" {
			changed = strings.Replace(changed, "</xs:sequence>", "</xs:choice>", 1)
		}
		if changed == string(original) {
			t.Fatalf("the transcription has no %s", change.from)
		}
		file := filepath.Join(t.TempDir(), "changed.xsd")
		if err := os.WriteFile(file, []byte(changed), 0o644); err != nil {
			t.Fatal(err)
		}
		if cmp.Equal(want, build(t, file), componentwise()...) {
			t.Errorf("the comparison does not see %s for %s", change.to, change.from)
		}
	}
}

// TestSourceNamesThePublishedFile checks what SOURCE claims, and that no file
// and no sentence was copied.
func TestSourceNamesThePublishedFile(t *testing.T) {
	for _, name := range published {
		ours := transcription(t, name)
		theirs, err := os.ReadFile(inputs.Shared(t, "published", "xsd", filepath.Base(ours)))
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(ours)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(text, theirs) {
			t.Errorf("%s is a copy of the published file", name)
		}
		source, err := os.ReadFile(filepath.Join(filepath.Dir(ours), "SOURCE"))
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(theirs)
		for _, claim := range []string{filepath.Base(ours), hex.EncodeToString(sum[:]), "Skatteetaten/mva-meldingen at 05c8b14", "Apache-2.0"} {
			if !strings.Contains(string(source), claim) {
				t.Errorf("%s: SOURCE does not say %s", name, claim)
			}
		}
	}
}
