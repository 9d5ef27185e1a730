// This file cuts the documents of every case off at each byte: what is left is not well-formed, and says so.

package cases_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// longestCut is how long a document may be: each of its bytes makes one more to read.
const longestCut = 4096

func TestTruncatedAtEveryByte(t *testing.T) {
	for _, name := range caseNames(t) {
		t.Run(name, func(t *testing.T) {
			for _, file := range documents(t, name, "valid") {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if len(data) <= longestCut && isWholeXML(data) {
					cutDocument(t, data, readers[name])
				}
			}
		})
	}
}

// cutDocument cuts off a document, and what it is in JSON.
func cutDocument(t *testing.T, data []byte, read func([]byte, ...xsd.Option) (xsd.Document, error)) {
	t.Helper()
	cutOff(t, data, isWholeXML, func(cut []byte) error {
		_, err := read(cut)
		return err
	})
	document, err := read(data)
	if err != nil {
		t.Fatal(err)
	}
	text, err := xsd.MarshalJSON(document.Value)
	if err != nil {
		t.Fatal(err)
	}
	cutOff(t, text, json.Valid, func(cut []byte) error { return xsd.UnmarshalJSON(cut, newOf(document.Value)) })
}

// cutOff reads every beginning of a document. Those that are not whole are a syntax error within them.
func cutOff(t *testing.T, document []byte, isWhole func([]byte) bool, read func([]byte) error) {
	t.Helper()
	for length := range len(document) {
		cut := document[:length]
		if isWhole(cut) {
			continue
		}
		err := read(cut)
		var fault *xsd.SyntaxError
		switch {
		case !errors.As(err, &fault):
			t.Errorf("the first %d bytes of %s: %v, want a syntax error", length, document, err)
		case fault.Line < 1 || fault.Column < 1 || fault.Offset > int64(length):
			t.Errorf("the first %d bytes of %s: the fault is at %+v", length, document, fault.Position)
		}
	}
}

// isWholeXML reports whether the standard library reads a document to its end. What encoding/xml does not know, such as another encoding, is none.
func isWholeXML(document []byte) bool {
	decoder := xml.NewDecoder(bytes.NewReader(document))
	elements := 0
	for {
		switch token, err := decoder.Token(); {
		case err == io.EOF:
			return elements > 0
		case err != nil:
			return false
		default:
			if _, ok := token.(xml.StartElement); ok {
				elements++
			}
		}
	}
}
