// The documents are what the table says they are.

package documents

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

const root = "../../../.."

// TestSizes: each document is well-formed and about as long as its name says.
func TestSizes(t *testing.T) {
	absolute, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Families {
		for _, size := range f.Sizes {
			document, err := f.Document(absolute, size)
			if errors.Is(err, os.ErrNotExist) {
				t.Skipf("NOT CHECKED: %v", err)
			}
			if err != nil {
				t.Fatal(err)
			}
			if size.Bytes > 0 && (len(document) < size.Bytes || len(document) > size.Bytes*5/4) {
				t.Errorf("%s %s has %d bytes", f.Name, size.Name, len(document))
			}
			if got := bytes.Count(document, []byte("</terminUtenLevertMvaMelding>")); got != size.Terms {
				t.Errorf("%s %s has %d terms", f.Name, size.Name, got)
			}
			wellFormed(t, f.Name, document)
		}
	}
}

func wellFormed(t *testing.T, name string, document []byte) {
	t.Helper()
	for decoder := xml.NewDecoder(bytes.NewReader(document)); ; {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// TestFeatures: each feature changes the schema and the document that uses it.
func TestFeatures(t *testing.T) {
	status, err := os.ReadFile(filepath.Join(root, StatusSchema))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := Features[0].Schema(status)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Features[1:] {
		schema, err := f.Schema(status)
		if err != nil {
			t.Error(err)
			continue
		}
		if bytes.Equal(schema, plain) {
			t.Errorf("%s changes nothing", f.Name)
		}
		wellFormed(t, f.Name, schema)
		if f.Used != nil && bytes.Equal(Status(3, f.Used), Status(3, Plain)) {
			t.Errorf("%s: the document does not use it", f.Name)
		}
	}
}

// TestDeviations: each deviates, and a term is still a term.
func TestDeviations(t *testing.T) {
	for _, d := range Deviations[1:] {
		document := d.Document(4)
		if bytes.Equal(document, Status(4, Plain)) {
			t.Errorf("%s: nothing deviates", d.Name)
		}
		wellFormed(t, d.Name, document)
	}
}
