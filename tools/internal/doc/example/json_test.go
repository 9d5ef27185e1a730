// This file has generated packages read examples: what stands in JSON is what stands in XML.

package example_test

import (
	"path/filepath"
	"testing"

	frister "github.com/mvainnsyn/mvainnsyn/generated/frister/v1"
	innsending "github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsending/v1"
	status "github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	opplysning "github.com/mvainnsyn/mvainnsyn/generated/mvameldingsopplysning/v1"
	melding "github.com/mvainnsyn/mvainnsyn/generated/skattemeldingformerverdiavgift/v1"
	valideringsresultat "github.com/mvainnsyn/mvainnsyn/generated/valideringsresultat/v1"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/choice_repeated"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/extension"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/interleaved"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/list"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/mixed"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/nillable"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/simple_content"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/substitution"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/union"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/example"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// value is a generated type.
type value interface {
	xsd.XMLValue
	xsd.JSONValue
}

func TestJSONIsTheSame(t *testing.T) {
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	for pattern, value := range map[string]func() value{
		"xsd/schemas/frister/v1/*.xsd":                        func() value { return new(frister.Frister) },
		"xsd/schemas/mvameldinginnsending/v1/*.xsd":           func() value { return new(innsending.MvaMeldingInnsending) },
		"xsd/schemas/mvameldinginnsendingstatus/v1/*.xsd":     func() value { return new(status.MvaMeldingInnsendingStatus) },
		"xsd/schemas/mvameldingsopplysning/v1/*.xsd":          func() value { return new(opplysning.MvaMeldingsopplysning) },
		"xsd/schemas/skattemeldingformerverdiavgift/v1/*.xsd": func() value { return new(melding.MvaMeldingDto) },
		"xsd/schemas/valideringsresultat/v1/*.xsd":            func() value { return new(valideringsresultat.Valideringsresultat) },
		"tools/internal/cases/choice_repeated/schema.xsd":     func() value { return new(choicerepeated.Log) },
		"tools/internal/cases/extension/schema.xsd":           func() value { return new(extension.Holder) },
		"tools/internal/cases/interleaved/schema.xsd":         func() value { return new(interleaved.Sandwich) },
		"tools/internal/cases/list/schema.xsd":                func() value { return new(list.Holder) },
		"tools/internal/cases/mixed/schema.xsd":               func() value { return new(mixed.Paragraph) },
		"tools/internal/cases/nillable/schema.xsd":            func() value { return new(nillable.Holder) },
		"tools/internal/cases/simple_content/schema.xsd":      func() value { return new(simplecontent.Amount) },
		"tools/internal/cases/substitution/schema.xsd":        func() value { return new(substitution.Holder) },
		"tools/internal/cases/union/schema.xsd":               func() value { return new(union.Holder) },
	} {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil || len(files) != 1 {
			t.Fatalf("%s: %v, %v", pattern, files, err)
		}
		same(t, files[0], value)
	}
}

func same(t *testing.T, file string, value func() value) {
	t.Helper()
	draft := prepared(t, generate.Job{Config: &config.Config{Package: "p", Schemas: []string{file}}, ImportPath: "p"})
	x := example.NewMaker(draft.Set, draft.Packages).Of(draft.Set.Elements[0])
	fromXML, fromJSON := value(), value()
	if err := xsd.UnmarshalXML([]byte(x.XML), fromXML); err != nil {
		t.Errorf("%s: %v\n%s", file, err, x.XML)
		return
	}
	if err := xsd.UnmarshalJSON([]byte(x.JSON), fromJSON); err != nil {
		t.Errorf("%s: %v\n%s", file, err, x.JSON)
		return
	}
	want, err := xsd.MarshalXML(fromXML)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	got, err := xsd.MarshalXML(fromJSON)
	if err != nil || string(got) != string(want) {
		t.Errorf("%s: %v\nthe JSON is\n%s\nthe XML is\n%s", file, err, got, want)
	}
}
