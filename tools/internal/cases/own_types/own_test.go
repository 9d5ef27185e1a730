// This file tests values of Go types that xsdgen.yaml gives to built-in datatypes.

package owntypes_test

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	owntypes "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/own_types"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/own_types/money"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func read(t *testing.T, file string) *owntypes.Root {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	root := new(owntypes.Root)
	if err := xsd.UnmarshalXML(data, root); err != nil {
		t.Fatal(err)
	}
	return root
}

// TestValues: integers are Go's, and the methods of a type of one's own are those of the fields.
func TestValues(t *testing.T) {
	root := read(t, "valid/full.xml")
	if sum := int64(root.Count) + int64(*root.Digits) + int64(root.Fee[1]); sum != -5-999999999999999999-1 {
		t.Errorf("the integers add up to %d", sum)
	}
	if root.On.Switch.On || !root.Boolean.On.Switch.On || *root.Level != owntypes.Level1 {
		t.Error("a value is another")
	}
	if got := money.Format(root.Price.Double()); got != "2.5" {
		t.Errorf("twice the price is %s", got)
	}
	if want := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC); !root.At.Equal(want) {
		t.Errorf("the time is %v", root.At)
	}
	if got := root.Link.Link; got != "http://example.com/a?b=c" {
		t.Errorf("the link is %s", got)
	}
}

// TestDefaults: what is absent has the schema's default.
func TestDefaults(t *testing.T) {
	var root owntypes.Root
	if !root.OnOrDefault().Switch.On || root.LevelOrDefault() != 2 {
		t.Error("a default is another")
	}
}

// TestSpelling: without notes values are written as their types have them, with notes as they were read.
func TestSpelling(t *testing.T) {
	data, err := os.ReadFile("valid/spelt.xml")
	if err != nil {
		t.Fatal(err)
	}
	var notes xsd.Notes
	root := new(owntypes.Root)
	if err := xsd.UnmarshalXML(data, root, xsd.Noting(&notes)); err != nil {
		t.Fatal(err)
	}
	for text, opts := range map[string][]xsd.Option{"<count>7</count><price>1.5</price>": nil, "<count>+007</count><price>1.50</price>": {xsd.Noting(&notes)}} {
		written, err := xsd.MarshalXML(root, opts...)
		if err != nil || !strings.Contains(string(written), text) {
			t.Errorf("%v: %s has no %s", err, written, text)
		}
	}
}

// TestCannotHold: a valid value that the Go type refuses leaves the document unchecked, with its place.
func TestCannotHold(t *testing.T) {
	const document = "<root xmlns=\"urn:case\">\n<count>1</count><price>1000000000000000000000</price></root>"
	var limit *xsd.LimitError
	err := xsd.UnmarshalXML([]byte(document), new(owntypes.Root))
	if !errors.As(err, &limit) || limit.Line != 2 || !strings.Contains(err.Error(), "money.Amount: an amount has at most 20 characters") {
		t.Errorf("got %v", err)
	}
	if err := json.Unmarshal([]byte(`1000000000000000000000`), new(owntypes.Price)); !errors.As(err, &limit) {
		t.Errorf("in JSON: got %v", err)
	}
	var violations xsd.Violations
	price := owntypes.Price{Amount: xsd.Must(money.Parse("1/3"))}
	if err := price.Validate(); !errors.As(err, &violations) {
		t.Errorf("a third is written: %v", err)
	}
}

// TestTolerant: an integer out of bounds is read as a deviation as long as Go has room for it, and else the document is refused.
func TestTolerant(t *testing.T) {
	const head, tail = `<root xmlns="urn:case"><count>`, `</count><price>1</price></root>`
	for text, want := range map[string]int64{"1000": 1000, "-9223372036854775808": -1 << 63} {
		var deviations xsd.Violations
		root := new(owntypes.Root)
		if err := xsd.UnmarshalXML([]byte(head+text+tail), root, xsd.Tolerant(&deviations)); err != nil || int64(root.Count) != want || len(deviations) != 1 {
			t.Errorf("%s was read as %d, %v with %v", text, root.Count, err, deviations)
		}
	}
	var refused *xsd.RefusedError
	for _, text := range []string{"9223372036854775808", "-99999999999999999999999"} {
		if err := xsd.UnmarshalXML([]byte(head+text+tail), new(owntypes.Root), xsd.Tolerant(nil)); !errors.As(err, &refused) {
			t.Errorf("%s: got %v", text, err)
		}
		if err := xsd.UnmarshalJSON([]byte(`{"count":`+text+`,"price":1}`), new(owntypes.Root), xsd.Tolerant(nil)); !errors.As(err, &refused) {
			t.Errorf("%s in JSON: got %v", text, err)
		}
	}
	const least = `<root xmlns="urn:case"><count>1</count><least>-1</least><price>1</price></root>`
	if err := xsd.UnmarshalXML([]byte(least), new(owntypes.Root), xsd.Tolerant(nil)); !errors.As(err, &refused) {
		t.Errorf("-1 without sign: got %v", err)
	}
}

// TestRoot: a global element of a built-in datatype has the type that stands for it.
func TestRoot(t *testing.T) {
	document, err := owntypes.ReadXML([]byte(`<sum xmlns="urn:case">1.5</sum>`))
	sum, ok := document.Value.(*owntypes.Decimal)
	if err != nil || !ok || sum.Text() != "1.5" {
		t.Errorf("got %v, %v", document.Value, err)
	}
}
