// Package published_test reads every example document that Skatteetaten has
// published, through generated code: the verdicts are those of Xerces-J, and
// what is valid comes back whole from Go and from JSON.
package published_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/betalingsinformasjon/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsending/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/skattemeldingformerverdiavgift/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/valideringsresultat/v1"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xsdtest"
)

// kind is a kind of document: its root element, schema and Go type.
type kind struct {
	root, schema string
	value        func() xsd.XMLValue
}

var kinds = []kind{
	{
		"mvaMeldingInnsending", "no.skatteetaten.fastsetting.avgift.mva.mvameldinginnsending.v1.0.xsd",
		func() xsd.XMLValue { return new(mvameldinginnsending.MvaMeldingInnsending) },
	},
	{
		"mvaMeldingDto", "no.skatteetaten.fastsetting.avgift.mva.skattemeldingformerverdiavgift.v1.0.xsd",
		func() xsd.XMLValue { return new(skattemeldingformerverdiavgift.MvaMeldingDto) },
	},
	{
		"betalingsinformasjon", "no.skatteetaten.fastsetting.avgift.mva.skattemeldingformerverdiavgift.betalingsinformasjon.v1.0.xsd",
		func() xsd.XMLValue { return new(betalingsinformasjon.Betalingsinformasjon) },
	},
	{
		"valideringsresultat", "no.skatteetaten.fastsetting.avgift.mva.valideringsresultat.v1.xsd",
		func() xsd.XMLValue { return new(valideringsresultat.Valideringsresultat) },
	},
}

// example is a published document.
type example struct {
	name string // path below the folder of examples
	path string
	data []byte
	kind kind
}

// examples returns all published documents, 45 of them.
func examples(t *testing.T) []example {
	t.Helper()
	folder := inputs.Shared(t, "published", "examples")
	var all []example
	err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".xml" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(folder, path)
		all = append(all, example{filepath.ToSlash(name), path, data, kindOf(t, path, data)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 45 {
		t.Fatalf("%d examples, want 45", len(all))
	}
	return all
}

// kindOf returns the kind of document that a root element names.
func kindOf(t *testing.T, path string, data []byte) kind {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		i := slices.IndexFunc(kinds, func(k kind) bool { return k.root == start.Name.Local })
		if i < 0 {
			t.Fatalf("%s: unknown root element %s", path, start.Name.Local)
		}
		return kinds[i]
	}
}

// invalid says of each example that is not valid what strict reading reports
// first, and how many deviations tolerant reading reports; -1 if it refuses.
var invalid = map[string]struct {
	violation  string
	deviations int
}{
	"feedback/exampleSuccessfulFeedback17062021/konvolutt.xml": {"1:1 /mvaMeldingInnsending cvc-elt.1", 1},
	"konvolutt/kompensasjon_mvakonvolutt.xml":                  {"2:1 /mvaMeldingInnsending cvc-elt.1", 3},
	"konvolutt/mvakonvolutt1.xml":                              {"2:1 /mvaMeldingInnsending cvc-elt.1", 5},
	"python/konvolutt/kompensasjon_mvakonvolutt.xml":           {"2:1 /mvaMeldingInnsending cvc-elt.1", 3},
	"python/konvolutt/mvakonvolutt1.xml":                       {"2:1 /mvaMeldingInnsending cvc-elt.1", 5},
	"melding/justering_kompensasjon.xml":                       {"8:21 /mvaMeldingDto/innsending cvc-complex-type.2.3", 1},
	"melding/omvendtavgiftsplikt_mvamelding.xml":               {"39:21 /mvaMeldingDto/meldingskategori cvc-enumeration-valid", 1},
	"python/vedlegg/mva-vedlegg.xml":                           {"2:1 /mvaMeldingDto cvc-elt.1", -1},
}

func TestStrictVerdictIsThatOfXerces(t *testing.T) {
	xerces := judge.Xerces(t)
	for _, e := range examples(t) {
		xsdFile := inputs.Shared(t, "published", "xsd", e.kind.schema)
		verdict := xerces.Validate([]string{xsdFile}, []string{e.path})[0]
		err := xsd.UnmarshalXML(e.data, e.kind.value())
		if verdict.Valid != (err == nil) {
			t.Errorf("%s: Xerces-J %+v, we %v", e.name, verdict, err)
		}
		if err := validator(t, xsdFile).Document(bytes.NewReader(e.data)); verdict.Valid != (err == nil) {
			t.Errorf("%s: Xerces-J %+v, the validator %v", e.name, verdict, err)
		}
		want := invalid[e.name].violation
		var violations xsd.Violations
		if !errors.As(err, &violations) {
			if err != nil || want != "" {
				t.Errorf("%s: %v, want violation %q", e.name, err, want)
			}
			continue
		}
		first := violations[0]
		got := fmt.Sprintf("%d:%d %s %s", first.Line, first.Column, first.Path, first.Rule)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", e.name, diff)
		}
		if !strings.HasPrefix(verdict.Rule(), first.Rule) {
			t.Errorf("%s: rule %s, Xerces-J %s", e.name, first.Rule, verdict.Rule())
		}
	}
}

// validator returns the validator of a schema's components.
func validator(t *testing.T, path string) *validate.Validator {
	t.Helper()
	documents, err := load.Load([]string{path}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return validate.New(set)
}

func TestTolerantReadingTakesWhatDeviates(t *testing.T) {
	for _, e := range examples(t) {
		var deviations xsd.Violations
		err := xsd.UnmarshalXML(e.data, e.kind.value(), xsd.Tolerant(&deviations))
		want := invalid[e.name].deviations
		var refused *xsd.RefusedError
		switch {
		case want < 0 && !errors.As(err, &refused):
			t.Errorf("%s: %v, want a refusal", e.name, err)
		case want >= 0 && (err != nil || len(deviations) != want):
			t.Errorf("%s: error %v, want %d deviations, not\n%v", e.name, err, want, deviations)
		}
	}
}

func TestValidExamplesComeBack(t *testing.T) {
	count := 0
	for _, e := range examples(t) {
		if _, bad := invalid[e.name]; bad {
			continue
		}
		count++
		value := e.kind.value()
		if err := xsd.UnmarshalXML(e.data, value); err != nil {
			t.Errorf("%s: %v", e.name, err)
			continue
		}
		want := infoset(t, e.data)
		if diff := cmp.Diff(want, infoset(t, written(t, value))); diff != "" {
			t.Errorf("%s through Go (-want +got):\n%s", e.name, diff)
		}
		if diff := cmp.Diff(want, infoset(t, written(t, throughJSON(t, e, value)))); diff != "" {
			t.Errorf("%s through JSON (-want +got):\n%s", e.name, diff)
		}
	}
	if count != 37 {
		t.Errorf("%d examples came back, want 37", count)
	}
}

// TestSpellings holds the quick steps of reading to the careful ones, with the
// examples, what they are in JSON, and documents edited at random.
func TestSpellings(t *testing.T) {
	readings := xsdtest.New(20, func(want, got any) string { return cmp.Diff(want, got) })
	for _, e := range examples(t) {
		readings.XML(t, e.data, e.kind.value)
		value := e.kind.value()
		if xsd.UnmarshalXML(e.data, value, xsd.Tolerant(nil)) != nil {
			continue
		}
		data, err := xsd.MarshalJSON(value, xsd.Unchecked())
		if err != nil {
			t.Fatalf("%s: %v", e.name, err)
		}
		readings.JSON(t, data, e.kind.value)
	}
	readings.Enough(t, 500)
}

// TestWriting holds the direct writing to the careful one, with the examples
// and what comes of them edited at random.
func TestWriting(t *testing.T) {
	writings := xsdtest.New(100, func(want, got any) string { return cmp.Diff(want, got) })
	for _, e := range examples(t) {
		if xsd.UnmarshalXML(e.data, e.kind.value(), xsd.Tolerant(nil)) != nil {
			continue
		}
		writings.Writing(t, func() xsd.XMLValue {
			value := e.kind.value()
			_ = xsd.UnmarshalXML(e.data, value, xsd.Tolerant(nil))
			return value
		})
	}
	writings.Enough(t, 500)
}

func written(t *testing.T, value xsd.XMLValue) []byte {
	t.Helper()
	data, err := xsd.MarshalXML(value)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// throughJSON writes a value as JSON and reads that into a new one, which has
// to be equal.
func throughJSON(t *testing.T, e example, value xsd.XMLValue) xsd.XMLValue {
	t.Helper()
	data, err := xsd.MarshalJSON(value)
	if err != nil {
		t.Fatalf("%s: %v", e.name, err)
	}
	back := e.kind.value()
	if err := xsd.UnmarshalJSON(data, back); err != nil {
		t.Fatalf("%s: %v\n%s", e.name, err, data)
	}
	if diff := cmp.Diff(value, back); diff != "" {
		t.Errorf("%s through JSON (-want +got):\n%s", e.name, diff)
	}
	return back
}

// infoset lists what a document says, as the design defines it: expanded
// names, attributes, and text to the letter. White space between elements,
// comments, prefixes and schemaLocation are not part of it. It is read with
// the standard library, not with the reader under test.
func infoset(t *testing.T, data []byte) []string {
	t.Helper()
	var items []string
	text, leaf := "", false
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return items
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		switch token := token.(type) {
		case xml.StartElement:
			items = append(items, between(text)...)
			items = append(items, "<"+token.Name.Space+" "+token.Name.Local)
			items = append(items, attributes(token.Attr)...)
			text, leaf = "", true
		case xml.CharData:
			text += string(token)
		case xml.EndElement:
			if leaf {
				items = append(items, "text "+text)
			} else {
				items = append(items, between(text)...)
			}
			items = append(items, ">")
			text, leaf = "", false
		}
	}
}

// between returns text that stands between elements, unless it is blank.
func between(text string) []string {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return []string{"text " + text}
}

// attributes lists attributes in order of their names, without declarations
// of namespaces and the places of schemas.
func attributes(list []xml.Attr) []string {
	var items []string
	for _, a := range list {
		declaration := a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns"
		if !declaration && !strings.HasSuffix(strings.ToLower(a.Name.Local), "schemalocation") {
			items = append(items, "@"+a.Name.Space+" "+a.Name.Local+"="+a.Value)
		}
	}
	slices.Sort(items)
	return items
}
