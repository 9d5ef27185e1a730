// This file takes documents drawn from the schema of every case, and changes of them, through generated code, and holds it to the validator: of documents in XML both come
// to the same verdict, and what is accepted as JSON is valid when it is written as XML. The validator knows no JSON, and shares no code with the engine beyond simple
// types, xmltext and automata.

package cases_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/edits"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// notHeld are cases with valid documents that their Go types do not hold, with what is said of them then.
var notHeld = map[string]string{
	// An hour of 24, and dates without a zone.
	"own_types": "cannot be held by the Go type time.Time",
	// xsi:nil="false" is a field of the key, and JSON does not say it.
	"identity_any_attribute": "a field of key k is missing",
}

func TestDrawn(t *testing.T) {
	tally, seed := new(tally), uint64(numberOf(t, "SEED", 7))
	for _, name := range caseNames(t) {
		t.Run(name, func(t *testing.T) {
			set := setOf(t, name)
			sampler, err := sample.New(set, seed)
			if err != nil {
				t.Skip(err)
			}
			d := &drawn{name: name, judge: validate.New(set), random: rand.New(rand.NewPCG(1, seed)), tally: tally}
			for range documentsDrawn(t) {
				if document, err := sampler.Valid(); err == nil {
					d.valid(t, []byte(document))
				}
				if fault, err := sampler.Invalid(); err == nil {
					d.invalid(t, fault)
				}
			}
		})
	}
	t.Logf("%+v", *tally)
	if least := documentsDrawn(t); tally.Valid < 90*least || tally.Faults < 90*least || tally.Accepted < 1000*least || tally.Refused < 1500*least || tally.FaultsInJSON < 5*least ||
		tally.Changed < 1500*least || tally.ChangedValid < 300*least || tally.Unnamed < 2000*least {
		t.Error("too little was drawn")
	}
}

// documentsDrawn is how many documents are drawn of each kind for a case: DRAWN, or few.
func documentsDrawn(t *testing.T) int {
	t.Helper()
	return numberOf(t, "DRAWN", 6)
}

// numberOf is the number in a variable of the environment, or what it is without.
func numberOf(t *testing.T, variable string, without int) int {
	t.Helper()
	said := os.Getenv(variable)
	if said == "" {
		return without
	}
	n, err := strconv.Atoi(said)
	if err != nil {
		t.Fatalf("%s is a number: %v", variable, err)
	}
	return n
}

// tally counts what was drawn, what became of texts in JSON, and the changed documents in XML.
type tally struct{ Valid, Faults, FaultsInJSON, Accepted, Refused, Changed, ChangedValid, Unnamed int }

// drawn checks the documents of a case.
type drawn struct {
	name   string
	judge  *validate.Validator
	random *rand.Rand
	tally  *tally
}

// valid takes a valid document through Go and XML, and through JSON, and changes both at random.
func (d *drawn) valid(t *testing.T, data []byte) {
	d.tally.Valid++
	document, err := readers[d.name](data)
	if err != nil {
		d.notHeld(t, err, data)
		return
	}
	written, err := document.WriteXML()
	if err != nil {
		t.Fatalf("cannot be written: %v\n%s", err, data)
	}
	if diff := cmp.Diff(canonical(t, data), canonical(t, written)); diff != "" {
		t.Errorf("XML -> Go -> XML differs (-document +written):\n%s\n%s", diff, data)
	}
	for range 20 {
		d.changed(t, data)
	}
	text, err := xsd.MarshalJSON(document.Value, xsd.As(document.Element))
	if err != nil {
		d.notHeld(t, err, data)
		return
	}
	d.standard(t, document.Value)
	if !d.accepts(t, document, text) {
		t.Errorf("JSON is refused:\n%s\n%s", data, text)
	}
	for range 40 {
		if d.accepts(t, document, changedAtRandom(t, d.random, text)) {
			d.tally.Accepted++
		} else {
			d.tally.Refused++
		}
	}
}

// changed changes a document, and demands that it is read as the validator judges it, and comes back from XML and JSON if it is valid.
func (d *drawn) changed(t *testing.T, data []byte) {
	tree, err := edits.ParseDocument(data)
	if err != nil {
		t.Fatal(err)
	}
	for range 1 + d.random.IntN(3) {
		tree.Mutate(d.random)
	}
	text := []byte(tree.String())
	d.tally.Changed++
	document, err := readers[d.name](text)
	verdict := d.judge.Document(bytes.NewReader(text))
	switch {
	case err != nil && verdict == nil:
		d.notHeld(t, err, text)
	case err == nil && verdict != nil:
		t.Errorf("accepted, and not valid: %v\n%s", verdict, text)
	case err == nil:
		d.tally.ChangedValid++
		d.comesBack(t, document, text)
	}
}

func (d *drawn) comesBack(t *testing.T, document xsd.Document, data []byte) {
	written, err := document.WriteXML()
	if err != nil {
		t.Errorf("cannot be written: %v\n%s", err, data)
		return
	}
	if diff := cmp.Diff(collapsed(canonical(t, data)), collapsed(canonical(t, written))); diff != "" {
		t.Errorf("XML -> Go -> XML differs (-document +written):\n%s\n%s", diff, data)
	}
	text, err := xsd.MarshalJSON(document.Value, xsd.As(document.Element))
	if err != nil {
		d.notHeld(t, err, data)
		return
	}
	again := newOf(document.Value)
	if err := xsd.UnmarshalJSON(text, again, xsd.As(document.Element)); err != nil {
		d.notHeld(t, err, data)
		return
	}
	if second, err := xsd.MarshalJSON(again, xsd.As(document.Element)); string(second) != string(text) {
		t.Errorf("JSON -> Go -> JSON differs: %v\n%s\n%s", err, text, second)
	}
}

// collapsed replaces white space in lines by a space each, since changes put some into texts whose types collapse it.
func collapsed(lines []string) []string {
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return lines
}

// notHeld demands that a valid document is one that the Go types of the case cannot hold.
func (d *drawn) notHeld(t *testing.T, err error, data []byte) {
	t.Helper()
	if reason := notHeld[d.name]; reason == "" || !strings.Contains(err.Error(), reason) {
		t.Errorf("refused: %v\n%s", err, data)
	}
}

// standard takes a value through encoding/xml, where its type has methods for it.
func (d *drawn) standard(t *testing.T, v xsd.XMLValue) {
	text, err := xml.Marshal(v)
	if _, ok := v.(xml.Unmarshaler); !ok || err != nil {
		return // several elements of the type: the error says so, as TestValid checks
	}
	again := newOf(v)
	if err := xml.Unmarshal(text, again); err != nil {
		t.Errorf("xml.Unmarshal: %v\n%s", err, text)
		return
	}
	if diff := diffValues(v, again, cmp.FilterPath(isFloat, cmp.Comparer(sameFloat))); diff != "" {
		t.Errorf("encoding/xml and back differs (-first +second):\n%s\n%s", diff, text)
	}
}

func isFloat(p cmp.Path) bool {
	kind := p.Last().Type().Kind()
	return kind == reflect.Float64 || kind == reflect.Float32
}

// sameFloat compares values as XSD does: NaN is itself (Part 2, section 3.2.5).
func sameFloat(a, b any) bool {
	x, y := reflect.ValueOf(a).Float(), reflect.ValueOf(b).Float()
	return x == y || math.IsNaN(x) && math.IsNaN(y)
}

// accepts reports whether a text in JSON is accepted for a value like that of a document. It then demands that the value is valid as XML, and can be written.
func (d *drawn) accepts(t *testing.T, document xsd.Document, text []byte) bool {
	v, as := newOf(document.Value), xsd.As(document.Element)
	d.tolerantly(t, document, text)
	d.unnamed(t, document, text)
	if err := xsd.UnmarshalJSON(text, v, as); err != nil {
		return false
	}
	written, err := xsd.MarshalXML(v, as, xsd.Unchecked())
	if err != nil {
		t.Errorf("accepted, and cannot be written: %v\n%s", err, text)
		return true
	}
	if err := d.judge.Document(bytes.NewReader(written)); err != nil {
		t.Errorf("accepted, and not valid: %v\n%s\n%s", err, text, written)
	}
	if _, err := xsd.MarshalXML(v, as); err != nil {
		t.Errorf("accepted, and refused in writing XML: %v\n%s", err, text)
	}
	if _, err := xsd.MarshalJSON(v, as); err != nil {
		t.Errorf("accepted, and refused in writing JSON: %v\n%s", err, text)
	}
	return true
}

// tolerantly demands that what tolerant reading takes can be written: it may be wrong, but it is a document.
func (d *drawn) tolerantly(t *testing.T, document xsd.Document, text []byte) {
	v, as := newOf(document.Value), xsd.As(document.Element)
	var deviations xsd.Violations
	if err := xsd.UnmarshalJSON(text, v, as, xsd.Tolerant(&deviations)); err != nil {
		return
	}
	for _, marshal := range []func(xsd.XMLValue, ...xsd.Option) ([]byte, error){xsd.MarshalXML, xsd.MarshalJSON} {
		if _, err := marshal(v, as, xsd.Unchecked()); err != nil {
			t.Errorf("taken, and cannot be written: %v\n%s\n%v", err, text, deviations)
		}
	}
}

// unnamed demands that a root that is not named, since there is one that it can be, makes no difference: it is read and written without a frame, as far as nothing about it
// is special.
func (d *drawn) unnamed(t *testing.T, document xsd.Document, text []byte) {
	if _, err := xsd.MarshalXML(newOf(document.Value), xsd.Unchecked()); err != nil {
		return // none, or several
	}
	d.tally.Unnamed++
	var deviations, other xsd.Violations
	as := xsd.As(document.Element)
	for _, tolerant := range []bool{false, true} {
		named, unnamed := []xsd.Option{as}, []xsd.Option(nil)
		if tolerant {
			named, unnamed = append(named, xsd.Tolerant(&deviations)), append(unnamed, xsd.Tolerant(&other))
		}
		v, w := newOf(document.Value), newOf(document.Value)
		want, got := xsd.UnmarshalJSON(text, v, named...), xsd.UnmarshalJSON(text, w, unnamed...)
		if fmt.Sprint(want) != fmt.Sprint(got) || !cmp.Equal(deviations, other) {
			t.Errorf("read as %s: %v\n%v\nwithout that: %v\n%v\n%s", document.Element, want, deviations, got, other, text)
		}
		if want != nil {
			continue
		}
		for _, marshal := range []func(xsd.XMLValue, ...xsd.Option) ([]byte, error){xsd.MarshalXML, xsd.MarshalJSON} {
			want, fault := marshal(v, as)
			got, err := marshal(w)
			if string(want) != string(got) || fmt.Sprint(fault) != fmt.Sprint(err) {
				t.Errorf("written as %s: %v\n%s\nwithout that: %v\n%s", document.Element, fault, want, err, got)
			}
		}
	}
}

// otherType is the rule that xsi:type breaks which names no type. JSON names the types of values alone.
const otherType = "cvc-elt.4.2"

// invalid demands that a fault is noticed, in JSON as well where the value has it.
func (d *drawn) invalid(t *testing.T, fault sample.Fault) {
	d.tally.Faults++
	data := []byte(fault.Document)
	if _, err := readers[d.name](data); err == nil {
		t.Errorf("%s, %s, is accepted:\n%s", fault.Rule, fault.What, data)
		return
	}
	var deviations xsd.Violations
	document, err := readers[d.name](data, xsd.Tolerant(&deviations))
	if err != nil || fault.Rule == otherType {
		return
	}
	as := xsd.As(document.Element)
	written, err := xsd.MarshalXML(document.Value, as, xsd.Unchecked())
	if err != nil || d.judge.Document(bytes.NewReader(written)) == nil {
		return // the value does not have the fault
	}
	text, err := xsd.MarshalJSON(document.Value, as, xsd.Unchecked())
	if err != nil {
		return
	}
	d.tally.FaultsInJSON++
	if err := xsd.UnmarshalJSON(text, newOf(document.Value), as); err == nil {
		t.Errorf("%s, %s, is accepted as JSON:\n%s\n%s", fault.Rule, fault.What, data, text)
	}
}
