// This file holds the quick steps of reading to the careful ones: generated code reads each document of every case, and documents edited at random,
// as they are and spelled so that nothing in them looks as expected.

package cases_test

import (
	"os"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xsdtest"
)

func TestSpellings(t *testing.T) {
	readings := xsdtest.New(20, func(want, got any) string { return cmp.Diff(want, got) })
	for _, name := range caseNames(t) {
		t.Run(name, func(t *testing.T) {
			xmlTexts, jsonTexts, values := spellable(t, name)
			for _, v := range values {
				newValue := func() xsd.XMLValue { return newOf(v) }
				for _, text := range xmlTexts {
					readings.XML(t, text, newValue)
					readings.XMLLimits(t, text, newValue)
				}
				for _, text := range jsonTexts {
					readings.JSON(t, text, newValue)
					readings.JSONLimits(t, text, newValue)
				}
			}
		})
	}
	t.Run("enough", func(t *testing.T) { readings.Enough(t, 3000) })
}

// spellable returns the documents of a case, what they are in JSON, and a value of each type that a valid one has.
func spellable(t *testing.T, name string) (xmlTexts, jsonTexts [][]byte, values []xsd.XMLValue) {
	t.Helper()
	for _, kind := range []string{"valid", "invalid"} {
		for _, file := range documents(t, name, kind) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			xmlTexts = append(xmlTexts, data)
			document, err := readers[name](data, xsd.Tolerant(nil))
			if err != nil {
				continue
			}
			if kind == "valid" && !slices.ContainsFunc(values, func(v xsd.XMLValue) bool { return reflect.TypeOf(v) == reflect.TypeOf(document.Value) }) {
				values = append(values, document.Value)
			}
			text, err := xsd.MarshalJSON(document.Value, xsd.Unchecked())
			if err != nil {
				t.Fatal(err)
			}
			jsonTexts = append(jsonTexts, text)
		}
	}
	return xmlTexts, jsonTexts, values
}

// Each valid document of every case, and what comes of it edited at random, is written the same with care and without, and is read again.
func TestWriting(t *testing.T) {
	writings := xsdtest.New(300, func(want, got any) string { return cmp.Diff(want, got) })
	for _, name := range caseNames(t) {
		t.Run(name, func(t *testing.T) {
			for _, file := range documents(t, name, "valid") {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				writings.Writing(t, func() xsd.XMLValue {
					document, err := readers[name](data)
					if err != nil {
						t.Fatal(err)
					}
					return document.Value
				})
			}
		})
	}
	t.Run("enough", func(t *testing.T) { writings.Enough(t, 3000) })
}
