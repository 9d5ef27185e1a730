// This file reads the documents of every case through generated code and compares verdicts and round trips.

package cases_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// TestValid reads every valid document, writes it and reads that again: XML and JSON, and the standard library's encoders.
func TestValid(t *testing.T) {
	for name, read := range readers {
		t.Run(name, func(t *testing.T) {
			files := documents(t, name, "valid")
			if len(files) == 0 {
				t.Fatal("the case has no valid document")
			}
			for _, file := range files {
				t.Run(file, func(t *testing.T) { checkValid(t, file, read) })
			}
		})
	}
}

func checkValid(t *testing.T, file string, read func([]byte, ...xsd.Option) (xsd.Document, error)) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	first, err := read(data)
	if err != nil {
		t.Fatalf("refused: %v", err)
	}
	if _, err := xsd.MarshalXML(first.Value, xsd.As(first.Element)); err != nil {
		t.Errorf("cannot be written without notes: %v", err)
	}
	written, err := first.WriteXML()
	if err != nil {
		t.Fatalf("cannot be written: %v", err)
	}
	second, err := read(written)
	if err != nil {
		t.Fatalf("what was written is refused: %v\n%s", err, written)
	}
	if diff := diffValues(first.Value, second.Value); diff != "" {
		t.Errorf("XML -> Go -> XML -> Go differs (-first +second):\n%s\n%s", diff, written)
	}
	if diff := cmp.Diff(first.Notes, second.Notes); diff != "" {
		t.Errorf("XML -> Go -> XML -> Go differs in what is noted (-first +second):\n%s", diff)
	}
	if diff := cmp.Diff(canonical(t, data), canonical(t, written)); diff != "" {
		t.Errorf("XML -> Go -> XML differs (-document +written):\n%s", diff)
	}
	checkJSON(t, first)
	checkStandardXML(t, first)
}

// checkJSON takes the value through JSON.
func checkJSON(t *testing.T, document xsd.Document) {
	t.Helper()
	text, err := xsd.MarshalJSON(document.Value)
	if err != nil {
		t.Fatalf("cannot be written as JSON: %v", err)
	}
	if !json.Valid(text) {
		t.Fatalf("not JSON: %s", text)
	}
	again := newOf(document.Value)
	if err := xsd.UnmarshalJSON(text, again); err != nil {
		t.Fatalf("JSON is refused: %v\n%s", err, text)
	}
	byName := cmp.Options{ // JSON has no prefixes
		cmp.Comparer(func(x, y xsd.QName) bool { return x.Name() == y.Name() }),
		cmp.Comparer(func(x, y xsd.Notation) bool { return x.Name() == y.Name() }),
		cmp.Comparer(func(x, y xsd.Union) bool { return x.Member() == y.Member() && unprefixed(x) == unprefixed(y) }),
	}
	if diff := diffValues(document.Value, again, byName); diff != "" {
		t.Errorf("XML -> Go -> JSON -> Go differs (-first +second):\n%s\n%s", diff, text)
	}
	if second, err := xsd.MarshalJSON(again); string(second) != string(text) {
		t.Errorf("XML -> Go -> JSON -> Go -> JSON differs: %v\n%s\n%s", err, text, second)
	}
}

// unprefixed is the text of a union's value without the prefixes of names.
func unprefixed(u xsd.Union) string {
	words := strings.Fields(u.Text())
	for i, word := range words {
		words[i] = word[strings.IndexByte(word, ':')+1:]
	}
	return strings.Join(words, " ")
}

// checkStandardXML takes the value through encoding/xml, where its type has methods for it.
func checkStandardXML(t *testing.T, document xsd.Document) {
	t.Helper()
	if _, ok := document.Value.(xml.Unmarshaler); !ok {
		return
	}
	text, err := xml.Marshal(document.Value)
	if err != nil {
		t.Logf("xml.Marshal: %v", err) // several elements of the type: the error says so
		return
	}
	again := newOf(document.Value)
	if err := xml.Unmarshal(text, again); err != nil {
		t.Fatalf("xml.Unmarshal: %v\n%s", err, text)
	}
	if diff := diffValues(document.Value, again); diff != "" {
		t.Errorf("encoding/xml and back differs (-first +second):\n%s\n%s", diff, text)
	}
}

// newOf allocates another value of v's type.
func newOf(v xsd.XMLValue) xsd.XMLValue {
	return reflect.New(reflect.TypeOf(v).Elem()).Interface().(xsd.XMLValue)
}

// diffValues compares two values of generated types.
func diffValues(a, b xsd.XMLValue, opts ...cmp.Option) string {
	anyPrefixes := cmp.Comparer(func(x, y xsd.Prefixes) bool { return true })
	return cmp.Diff(a, b, append(opts, anyPrefixes)...)
}

// TestInvalid demands a violation with a rule for every invalid document.
func TestInvalid(t *testing.T) {
	for name, read := range readers {
		t.Run(name, func(t *testing.T) {
			files := documents(t, name, "invalid")
			if len(files) == 0 {
				t.Fatal("the case has no invalid document")
			}
			for _, file := range files {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				_, err = read(data)
				var violations xsd.Violations
				switch {
				case err == nil:
					t.Errorf("%s is accepted", file)
				case !errors.As(err, &violations):
					t.Errorf("%s: %T where xsd.Violations were expected: %v", file, err, err)
				case violations[0].Rule == "" || violations[0].Line == 0:
					t.Errorf("%s: a violation without rule or line: %v", file, violations[0])
				}
			}
		})
	}
}
