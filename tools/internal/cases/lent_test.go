// This file holds that what was read is the caller's: the bytes of a document may change as soon as it has been read.

package cases_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xsdtest"
)

// TestBytesMayChange: with their notes, documents are written as they were, and described as they were, when the bytes that they were read from are others by then. What is
// read without notes is held to that by xsdtest.
func TestBytesMayChange(t *testing.T) {
	for _, name := range caseNames(t) {
		t.Run(name, func(t *testing.T) {
			for _, kind := range []string{"valid", "invalid"} {
				for _, file := range documents(t, name, kind) {
					data, err := os.ReadFile(file)
					if err != nil {
						t.Fatal(err)
					}
					for _, text := range [][]byte{data, withDoctype(data)} {
						sameWhenBytesChange(t, name, text)
					}
				}
			}
		})
	}
}

// withDoctype is a document with a declaration of an entity and of an attribute, of which nothing in it says anything.
func withDoctype(document []byte) []byte {
	at := 0
	if bytes.HasPrefix(document, []byte("<?xml")) {
		at = bytes.Index(document, []byte("?>")) + len("?>")
	}
	const declaration = `<!DOCTYPE anything [<!ENTITY e "text"><!ATTLIST nothing a CDATA "value">]>`
	return append(append(bytes.Clone(document[:at]), declaration...), document[at:]...)
}

func sameWhenBytesChange(t *testing.T, name string, document []byte) {
	t.Helper()
	for _, tolerant := range []bool{true, false} {
		want, wantText := readWithNotes(name, bytes.Clone(document), tolerant, func([]byte) {})
		got, gotText := readWithNotes(name, bytes.Clone(document), tolerant, func(text []byte) { copy(text, strings.Repeat("!", len(text))) })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("tolerant %t (-read +left):\n%s\n%s", tolerant, diff, document)
		}
		if diff := cmp.Diff(wantText, gotText); diff != "" {
			t.Errorf("tolerant %t, written (-read +left):\n%s\n%s", tolerant, diff, document)
		}
	}
}

// readWithNotes reads a document, has change change its bytes, and returns what came of it, and the document written as it was.
func readWithNotes(name string, document []byte, tolerant bool, change func([]byte)) (outcome []string, written string) {
	var deviations xsd.Violations
	var opts []xsd.Option
	if tolerant {
		opts = append(opts, xsd.Tolerant(&deviations))
	}
	d, err := readers[name](document, opts...)
	change(document)
	if err == nil {
		text, failed := d.WriteXML(xsd.Unchecked())
		written = string(text)
		if failed != nil {
			written = failed.Error()
		}
	}
	return xsdtest.Outcome(err, deviations), written
}
