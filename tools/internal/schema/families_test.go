// Schemas as authorities publish them: Skatteetaten's, SAF-T Financial, UBL and ISO 20022, from ../shared.

package schema

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// sharedFiles returns the files below ../shared that match a pattern.
func sharedFiles(t testing.TB, elem ...string) []string {
	t.Helper()
	dir := inputs.Shared(t, elem[:len(elem)-1]...)
	files, err := filepath.Glob(filepath.Join(dir, elem[len(elem)-1]))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files %s in %s: %v", elem[len(elem)-1], dir, err)
	}
	return files
}

// buildFile loads and builds one schema.
func buildFile(path string) (*Set, error) {
	docs, err := load.Load([]string{path}, load.Options{})
	if err != nil {
		return nil, err
	}
	return Build(docs)
}

func TestFamilies(t *testing.T) {
	families := map[string]struct {
		files    []string
		warnings int // of the newest version
	}{
		"published": {sharedFiles(t, "published", "xsd", "*.xsd"), 0},
		"SAF-T":     {sharedFiles(t, "families", "saft-financial-no", "*/*.xsd"), 1}, // a hundred of its selectors have no prefixes, which is one habit
		"UBL 2.1":   {sharedFiles(t, "families", "ubl", "2.1/maindoc/*.xsd"), 0},
		"UBL 2.3":   {sharedFiles(t, "families", "ubl", "2.3/maindoc/*.xsd"), 0},
		"pain.001":  {sharedFiles(t, "families", "iso20022-pain.001", "*.xsd"), 0},
	}
	for name, family := range families {
		t.Run(name, func(t *testing.T) {
			for i, file := range family.files {
				set, err := buildFile(file)
				if err != nil {
					t.Errorf("%s: %v", filepath.Base(file), err)
					continue
				}
				if got := len(set.Warnings); i == len(family.files)-1 && got != family.warnings {
					t.Errorf("%s: %d warnings, want %d", filepath.Base(file), got, family.warnings)
				}
			}
		})
	}
}

func TestStatusSchema(t *testing.T) {
	files := sharedFiles(t, "published", "xsd", "*Status*.xsd")
	set, err := buildFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	const namespace = "no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"
	status := set.Type(Name{Space: namespace, Local: "MvaMeldingInnsendingStatus"}).(*ComplexType)
	got := strings.ReplaceAll(describeContent(status.Content), "{"+namespace+"}", "")
	want := "(skattepliktig:Skattepliktig, terminUtenLevertMvaMelding:TerminUtenLevertMvaMelding{1,}, harTidligereSendtMvaMelding:Boolsk)"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("content differs (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"liste med terminer som skattepliktig har ikke levert mva-melding for"}, status.Annotation.Documentation); diff != "" {
		t.Errorf("documentation differs (-want +got):\n%s", diff)
	}
	if n := len(set.Attributes); n != 0 {
		t.Errorf("%d attributes: xs:attribute in documentation was taken for a declaration", n)
	}
}

func TestInvoiceIsSmall(t *testing.T) {
	file := filepath.Join(inputs.Shared(t, "families", "ubl", "2.1", "maindoc"), "UBL-Invoice-2.1.xsd")
	cost.AtMost(t, 300, func() {
		if _, err := buildFile(file); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkInvoice(b *testing.B) {
	file := filepath.Join(inputs.Shared(b, "families", "ubl", "2.1", "maindoc"), "UBL-Invoice-2.1.xsd")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := buildFile(file); err != nil {
			b.Fatal(err)
		}
	}
}
