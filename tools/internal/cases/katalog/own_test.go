// This file holds ReadXSD methods that are not generated: what reads a document in its own way, rightly or wrongly.

package katalog_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/xsdtest"
)

// The order type has a text and a list of lines, each with two texts.
var (
	orderType = codec.ComplexType{
		Name: xsd.Name{Space: "own", Local: "Order"}, GoName: "Order",
		Fields: []codec.Field{
			{Name: xsd.Name{Space: "own", Local: "number"}, Min: 1, Max: 1, Simple: xsd.BuiltIn("string")},
			{Name: xsd.Name{Space: "own", Local: "line"}, Max: codec.Unbounded, Type: "Line"},
			{Name: xsd.Name{Space: "own", Local: "note"}, Max: 1, Simple: xsd.BuiltIn("string")},
		},
	}
	lineType = codec.ComplexType{
		Name: xsd.Name{Space: "own", Local: "Line"}, GoName: "Line",
		Fields: []codec.Field{
			{Name: xsd.Name{Space: "own", Local: "item"}, Min: 1, Max: 1, Simple: xsd.BuiltIn("token")},
			{Name: xsd.Name{Space: "own", Local: "count"}, Min: 1, Max: 1, Simple: xsd.BuiltIn("integer")},
		},
	}
	_ = codec.NewSchema(nil, &codec.SchemaParts{
		Package:  "own",
		Types:    []codec.TypeEntry{codec.TypeOf[order](&orderType), codec.TypeOf[line](&lineType)},
		Elements: []codec.GlobalElement{&codec.StructElement{Name: xsd.Name{Space: "own", Local: "order"}, Type: "Order"}},
	})
)

const (
	orderXML = `<order xmlns="own">
<number>x1</number>
<line><item>a</item><count>1</count></line>
<line><item>b</item><count>2</count></line>
<note>n</note>
</order>`
	orderJSON = `{
"number":"x1",
"line":[{"item":"a","count":1},
{"item":"b","count":2}],
"note":"n"
}`
)

// Reading is a value that reads an order in its own way.
type Reading struct {
	Number, Note string
	Lines        []line
	Other        []any
}

// read reads an order with a way to read the number, and one to read a line.
func (v *Reading) read(r *xsd.XMLReader, number, line func()) error {
	r.Open(&orderType)
	for r.Next() {
		switch r.Field() {
		case 0:
			number()
		case 1:
			line()
		case 2:
			v.Note = r.Text(xsd.BuiltIn("string"))
		}
	}
	return r.Close()
}

func (v *Reading) WriteXSD(*xsd.XMLWriter) error { return nil }
func (v *Reading) Validate() error               { return nil }

func (v *Reading) number(r *xsd.XMLReader) func() {
	return func() { v.Number = r.Text(xsd.BuiltIn("string")) }
}

func (v *Reading) line(r *xsd.XMLReader) func() {
	return func() { r.Value(codec.Grow(&v.Lines)) }
}

type order struct{ Reading }

func (v *order) ReadXSD(r *xsd.XMLReader) error { return v.read(r, v.number(r), v.line(r)) }

type line struct {
	Item  xsd.Token
	Count xsd.Integer
}

func (v *line) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&lineType)
	for r.Next() {
		switch r.Field() {
		case 0:
			r.Value(&v.Item)
		case 1:
			r.Value(&v.Count)
		}
	}
	return r.Close()
}

func (v *line) WriteXSD(*xsd.XMLWriter) error { return nil }
func (v *line) Validate() error               { return nil }

// linesAs reads lines as values of another kind.
type linesAs[T any] struct{ Reading }

func (v *linesAs[T]) ReadXSD(r *xsd.XMLReader) error {
	return v.read(r, v.number(r), func() {
		other := new(T)
		r.Value(any(other).(xsd.XMLValue))
		v.Other = append(v.Other, *other)
	})
}

// typedLines reads lines as if their type could vary.
type typedLines struct{ Reading }

func (v *typedLines) ReadXSD(r *xsd.XMLReader) error {
	return v.read(r, v.number(r), func() {
		var target xsd.XMLValue
		codec.ReadTyped(r, &target)
		v.Other = append(v.Other, target)
	})
}

// wrongLines reads lines as if they were orders.
type wrongLines struct{ Reading }

func (v *wrongLines) ReadXSD(r *xsd.XMLReader) error {
	return v.read(r, v.number(r), func() { r.Value(new(order)) })
}

// integerNumber reads the number as one of another type.
type integerNumber struct{ Reading }

func (v *integerNumber) ReadXSD(r *xsd.XMLReader) error {
	return v.read(r, func() { v.Number = r.Text(xsd.BuiltIn("integer")) }, v.line(r))
}

// openedNumber reads the number as if it held elements.
type openedNumber struct{ Reading }

func (v *openedNumber) ReadXSD(r *xsd.XMLReader) error {
	return v.read(r, func() { r.Value(new(line)) }, v.line(r))
}

// skipping reads nothing but the note.
type skipping struct{ Reading }

func (v *skipping) ReadXSD(r *xsd.XMLReader) error {
	return v.read(r, func() {}, func() {})
}

// leaving reads the number and leaves the rest.
type leaving struct{ Reading }

func (v *leaving) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&orderType)
	if r.Next() {
		v.Number = r.Text(xsd.BuiltIn("string"))
	}
	return r.Close()
}

// half reads of each line the item alone, and the wrong way.
type half struct{ Reading }

func (v *half) ReadXSD(r *xsd.XMLReader) error {
	return v.read(r, v.number(r), func() {
		r.Open(&lineType)
		if r.Next() {
			v.Other = append(v.Other, r.Int(xsd.BuiltIn("int")))
		}
		if err := r.Close(); err != nil {
			v.Other = append(v.Other, err)
		}
	})
}

// repeating reads every text twice, which ends the reading.
type repeating struct{ Reading }

func (v *repeating) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&orderType)
	for r.Next() {
		v.Other = append(v.Other, r.Field())
		v.number(r)()
		v.number(r)()
	}
	return r.Close()
}

// checkReadings compares both spellings of the XML and of the JSON, and returns what the XML came to.
func checkReadings[T any](t *testing.T) (v T, outcome []string) {
	t.Helper()
	readings := xsdtest.New(0, func(want, got any) string { return cmp.Diff(want, got) })
	readings.XML(t, []byte(orderXML), newOf[T])
	readings.JSON(t, []byte(orderJSON), newOf[T])
	return v, xsdtest.Outcome(xsd.UnmarshalXML([]byte(orderXML), any(&v).(xsd.XMLValue)), nil)
}

func TestOwnMethods(t *testing.T) {
	plain, outcome := checkReadings[order](t)
	want := Reading{Number: "x1", Note: "n", Lines: []line{
		{"a", integer(t, "1")}, {"b", integer(t, "2")},
	}}
	if diff := cmp.Diff(want, plain.Reading); diff != "" || outcome != nil {
		t.Errorf("plain: %v (-want +got):\n%s", outcome, diff)
	}

	anything, outcome := checkReadings[linesAs[xsd.AnyElement]](t)
	if len(anything.Other) != 2 || outcome != nil || anything.Note != "n" {
		t.Fatalf("as anything: %v, %v", anything, outcome)
	}
	second := anything.Other[1].(xsd.AnyElement)
	if got := fmt.Sprint(second.Name, " ", len(second.Content)); got != "{own}line 2" {
		t.Errorf("the second line as anything is %s", got)
	}

	nillable, outcome := checkReadings[linesAs[xsd.Nillable[line]]](t)
	if diff := cmp.Diff([]any{xsd.Nillable[line]{Value: want.Lines[0]}, xsd.Nillable[line]{Value: want.Lines[1]}}, nillable.Other); diff != "" || outcome != nil {
		t.Errorf("nillable: %v (-want +got):\n%s", outcome, diff)
	}

	named, outcome := checkReadings[linesAs[xsd.Substitutable[line]]](t)
	name := xsd.Name{Space: "own", Local: "line"}
	if diff := cmp.Diff([]any{xsd.Substitutable[line]{Name: name, Value: want.Lines[0]}, xsd.Substitutable[line]{Name: name, Value: want.Lines[1]}}, named.Other); diff != "" || outcome != nil {
		t.Errorf("named: %v (-want +got):\n%s", outcome, diff)
	}

	typed, outcome := checkReadings[typedLines](t)
	if diff := cmp.Diff([]any{&want.Lines[0], &want.Lines[1]}, typed.Other); diff != "" || outcome != nil {
		t.Errorf("typed: %v (-want +got):\n%s", outcome, diff)
	}

	skipped, outcome := checkReadings[skipping](t)
	if diff := cmp.Diff(Reading{Note: "n"}, skipped.Reading); diff != "" || outcome != nil {
		t.Errorf("skipped: %v (-want +got):\n%s", outcome, diff)
	}

	left, outcome := checkReadings[leaving](t)
	if diff := cmp.Diff(Reading{Number: "x1"}, left.Reading); diff != "" || outcome != nil {
		t.Errorf("left: %v (-want +got):\n%s", outcome, diff)
	}
}

// A method that reads a text twice is wrong, and is told so before the next field.
func TestMisuseEndsReading(t *testing.T) {
	stopped, outcome := checkReadings[repeating](t)
	if diff := cmp.Diff([]any{0}, stopped.Other); diff != "" || len(outcome) != 1 {
		t.Errorf("%v (-want +got):\n%s", outcome, diff)
	}
}

// Where a method reads what is not there, the violation says where, as in careful reading.
func TestViolationsOfOwnMethods(t *testing.T) {
	for name, test := range map[string]struct {
		read func(*testing.T) []string
		want []string
	}{
		"another type": {outcomesOf[integerNumber], []string{"violation 2 /order/number cvc-datatype-valid.1.2.1"}},
		"elements for a text": {outcomesOf[openedNumber], []string{
			"violation 2 /order/number cvc-complex-type.2.3", "violation 2 /order/number cvc-complex-type.2.4.b",
		}},
		"another complex type": {outcomesOf[wrongLines], []string{
			"violation 3 /order/line cvc-elt.4.3", "violation 3 /order/line/item cvc-complex-type.2.4.a", "violation 3 /order/line/count cvc-complex-type.2.4.a",
			"violation 4 /order/line[2] cvc-elt.4.3", "violation 4 /order/line[2]/item cvc-complex-type.2.4.a", "violation 4 /order/line[2]/count cvc-complex-type.2.4.a",
		}},
		"another type inside": {outcomesOf[half], []string{
			"violation 3 /order/line/item cvc-datatype-valid.1.2.1", "violation 4 /order/line[2]/item cvc-datatype-valid.1.2.1",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, words := range test.read(t) {
				got = append(got, strings.Join(strings.Fields(words)[:4], " "))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func outcomesOf[T any](t *testing.T) []string {
	t.Helper()
	_, outcome := checkReadings[T](t)
	return outcome
}

func integer(t *testing.T, text string) xsd.Integer {
	t.Helper()
	v, err := xsd.ParseInteger(text)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
