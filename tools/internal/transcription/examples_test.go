// This file holds the schemas that we wrote for the examples to the published ones whose shape they have.

package transcription_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/validator"
)

// TestInvoicesOfTheExampleAreUBL judges the invoices of the example by UBL 2.1.
func TestInvoicesOfTheExampleAreUBL(t *testing.T) {
	ubl, err := validator.Compile(os.DirFS(inputs.Shared(t, "families", "ubl", "2.1")), "maindoc/UBL-Invoice-2.1.xsd")
	if err != nil {
		t.Fatal(err)
	}
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	invoices, err := filepath.Glob(filepath.Join(root, "examples", "invoice", "*.xml"))
	if err != nil || len(invoices) != 2 {
		t.Fatalf("%d invoices, want two: %v", len(invoices), err)
	}
	for _, name := range invoices {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := ubl.ValidateXML(file); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		_ = file.Close()
	}
}
