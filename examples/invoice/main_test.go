// This file runs the program: what changed is what was to change, and all else is as it was.

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const from = "invoice.xml"

func TestInvoice(t *testing.T) {
	to := filepath.Join(t.TempDir(), "changed.xml")
	if err := run(from, to); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("changed.xml")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("it writes\n%s\nchanged.xml is\n%s", got, want)
	}
}

// An amount without its currency is not valid, so nothing is written.
func TestInvalidInvoiceIsNotWritten(t *testing.T) {
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	wrong := filepath.Join(t.TempDir(), "wrong.xml")
	if err := os.WriteFile(wrong, []byte(strings.ReplaceAll(string(data), ` currencyID="NOK"`, "")), 0o644); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "changed.xml")
	if err := run(wrong, to); err == nil || !strings.Contains(err.Error(), "currencyID") {
		t.Errorf("without currency: %v", err)
	}
	if _, err := os.Stat(to); !os.IsNotExist(err) {
		t.Errorf("something was written: %v", err)
	}
}
