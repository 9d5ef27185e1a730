// This file tests what xsdgen validate says of documents too large for a script.

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A document that exceeds a limit was not checked, valid or not. The message has the place where editors look for it.
func TestValidateAtALimit(t *testing.T) {
	schema := filepath.Join(t.TempDir(), "a.xsd")
	if err := os.WriteFile(schema, []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>`), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs strings.Builder
	document := strings.NewReader("<" + strings.Repeat("a", 4097) + "/>")
	if code := run([]string{"validate", "--schema", schema, "-"}, document, &out, &errs); code != exitFailure {
		t.Errorf("exit code %d, want %d", code, exitFailure)
	}
	want := "-:1:2: the size in bytes of a name exceeds the limit of 4096; raise Limits.MaxNameBytes if you trust the sender\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff("0 valid, 0 not valid, 1 not checked\n", errs.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
