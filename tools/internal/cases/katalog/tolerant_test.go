// This file tests tolerant reading: the variants of the status service in XML and JSON, what is taken and what is refused.

package katalog_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	. "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/katalog"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// outcome is what tolerant reading of a variant gives: deviations, or the reasons for refusing.
type outcome struct {
	Deviations []string
	Refused    []string
}

const root, term = "/mvaMeldingInnsendingStatus", "/mvaMeldingInnsendingStatus/terminUtenLevertMvaMelding"

func tolerantly(read func(xsd.Option) error) (outcome, error) {
	var deviations xsd.Violations
	err := read(xsd.Tolerant(&deviations))
	out := outcome{Deviations: paths(deviations)}
	var refused *xsd.RefusedError
	if errors.As(err, &refused) {
		out.Refused = paths(refused.Violations)
		err = nil
	}
	return out, err
}

func TestTolerantXML(t *testing.T) {
	replace := func(old, with string) string { return strings.Replace(statusXML, old, with, 1) }
	list := statusXML[strings.Index(statusXML, "  <terminUten"):strings.Index(statusXML, "  <harTidligere")]
	for name, c := range map[string]struct {
		document string
		want     outcome
	}{
		"valid":                {statusXML, outcome{}},
		"no open term":         {replace(list, ""), outcome{Deviations: []string{root + " cvc-complex-type.2.4.b"}}},
		"no list, unknown":     {replace(list, "<nytt>1</nytt>"), outcome{Deviations: []string{root + "/nytt cvc-complex-type.2.4.a", root + " cvc-complex-type.2.4.b"}}},
		"list of another name": {replace(list, "<terminer><termin><a/></termin></terminer>"), outcome{Deviations: []string{root + "/terminer cvc-complex-type.2.4.a"}, Refused: []string{root + " cvc-complex-type.2.4.b"}}},
		"no boolean":           {replace("  <harTidligereSendtMvaMelding>true</harTidligereSendtMvaMelding>\n", ""), outcome{Refused: []string{root + " cvc-complex-type.2.4.b"}}},
		"nothing at all":       {`<mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"/>`, outcome{Refused: []string{root + " cvc-complex-type.2.4.b", root + " cvc-complex-type.2.4.b", root + " cvc-complex-type.2.4.b"}}},
		"another document":     {`<feil><kode>1</kode></feil>`, outcome{Refused: []string{"/feil cvc-elt.1"}}},
		"HTML":                 {`<html><body>Down</body></html>`, outcome{Refused: []string{"/html cvc-elt.1"}}},
		"no namespace":         {replace(` xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"`, ""), outcome{Deviations: []string{root + " cvc-elt.1"}}},
		"another namespace":    {replace(":v1", ":v2"), outcome{Refused: []string{root + " cvc-elt.1"}}},
		"namespace lost":       {replace("<skattepliktig>", `<skattepliktig xmlns="">`), outcome{Deviations: []string{root + "/skattepliktig cvc-complex-type.2.4.a"}}},
		"other order":          {strings.Replace(replace(list, ""), "  <skattepliktig>", list+"  <skattepliktig>", 1), outcome{Deviations: []string{root + "/skattepliktig cvc-complex-type.2.4.a"}}},
		"unknown element":      {replace("<skattepliktig>", "<skattepliktig><navn>N</navn>"), outcome{Deviations: []string{root + "/skattepliktig/navn cvc-complex-type.2.4.a"}}},
		"unknown category":     {replace("alminnelig", "omvendtAvgiftsplikt"), outcome{Deviations: []string{term + "/meldingskategori cvc-enumeration-valid"}}},
		"Norwegian letters":    {replace("alminnelig", "primærnæring"), outcome{Deviations: []string{term + "/meldingskategori cvc-enumeration-valid"}}},
		"padded":               {replace("alminnelig", " alminnelig "), outcome{Deviations: []string{term + "/meldingskategori cvc-enumeration-valid"}}},
		"8 digits":             {replace("910150804", "91015080"), outcome{Deviations: []string{root + "/skattepliktig/organisasjonsnummer cvc-length-valid"}}},
		"compact date":         {replace("2022-04-11", "20220411"), outcome{Deviations: []string{term + "/leveringsfrist cvc-datatype-valid.1.2.1"}}},
		"no date":              {replace("2022-04-11", "i morgen"), outcome{Refused: []string{term + "/leveringsfrist cvc-datatype-valid.1.2.1"}}},
		"nil":                  {replace(`<leveringsfrist>2022-04-11</leveringsfrist>`, `<leveringsfrist xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>`), outcome{Deviations: []string{term + "/leveringsfrist cvc-elt.3.1"}, Refused: []string{term + " cvc-complex-type.2.4.b"}}},
		"twice":                {replace("<aar>2022</aar>", "<aar>2022</aar><aar>2023</aar>"), outcome{Refused: []string{term + "/skattleggingsperiode/aar[2] cvc-complex-type.2.4.a"}}},
	} {
		var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
		got, err := tolerantly(func(o xsd.Option) error { return xsd.UnmarshalXML([]byte(c.document), &v, o) })
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// "Nothing open" is never inferred from what was not understood: whatever may be the list, or an item of it, makes tolerant reading refuse.
func TestTolerantXMLLosesNoItem(t *testing.T) {
	list := statusXML[strings.Index(statusXML, "  <terminUten"):strings.Index(statusXML, "  <harTidligere")]
	with := func(instead string) string { return strings.Replace(statusXML, list, instead, 1) }
	const missing = root + " cvc-complex-type.2.4.b"
	nilled := strings.Replace(list, "<terminUtenLevertMvaMelding>", `<terminUtenLevertMvaMelding xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true">`, 1)
	other := strings.Replace(list, "<terminUtenLevertMvaMelding>", `<terminUtenLevertMvaMelding xmlns="urn:v2">`, 1)
	for name, c := range map[string]struct {
		document string
		want     outcome
	}{
		"attributes":              {with(`<termin leveringsfrist="2022-04-11"/>`), outcome{[]string{root + "/termin cvc-complex-type.2.4.a"}, []string{missing}}},
		"other namespace":         {with(other), outcome{nil, []string{term + " cvc-complex-type.2.4.a", missing}}},
		"other namespace, empty":  {with(`<terminUtenLevertMvaMelding xmlns="urn:v2"/>`), outcome{nil, []string{term + " cvc-complex-type.2.4.a", missing}}},
		"other namespace, second": {with(list + other), outcome{nil, []string{term + " cvc-complex-type.2.4.a"}}},
		"what an item has":        {with(`<leveringsfrist>2022-04-11</leveringsfrist>`), outcome{[]string{root + "/leveringsfrist cvc-complex-type.2.4.a"}, []string{missing}}},
		"inside another element": {
			strings.Replace(with(""), "</skattepliktig>", list+"</skattepliktig>", 1),
			outcome{nil, []string{root + "/skattepliktig/terminUtenLevertMvaMelding cvc-complex-type.2.4.a", missing}},
		},
		"inside an item": {
			strings.Replace(statusXML, "    <meldingskategori>", list+"    <meldingskategori>", 1),
			outcome{nil, []string{term + "/terminUtenLevertMvaMelding cvc-complex-type.2.4.a"}},
		},
		"one child": {strings.Replace(statusXML, "januar-februar", "<toMaaneder>januar-februar</toMaaneder>", 1), outcome{[]string{term + "/skattleggingsperiode/periode cvc-type.3.1.2"}, nil}},
		"one child, spread out": {
			strings.Replace(statusXML, "januar-februar", "\n  <x:toMaaneder xmlns:x='u' a='b'>januar-februar</x:toMaaneder>\n", 1),
			outcome{[]string{term + "/skattleggingsperiode/periode cvc-type.3.1.2"}, nil},
		},
		"one child, empty": {strings.Replace(statusXML, "januar-februar", "<a/>", 1), outcome{[]string{term + "/skattleggingsperiode/periode cvc-type.3.1.2"}, nil}},
		"two children":     {strings.Replace(statusXML, "januar-februar", "<a>januar-februar</a><b/>", 1), outcome{nil, []string{term + "/skattleggingsperiode/periode cvc-type.3.1.2"}}},
		"child of a child": {strings.Replace(statusXML, "januar-februar", "<a><b>januar-februar</b></a>", 1), outcome{nil, []string{term + "/skattleggingsperiode/periode cvc-type.3.1.2"}}},
		"text and a child": {strings.Replace(statusXML, "januar-februar", "januar<a>februar</a>", 1), outcome{nil, []string{term + "/skattleggingsperiode/periode cvc-type.3.1.2"}}},
		"child of a date":  {strings.Replace(statusXML, "2022-04-11", "<utsatt>2099-01-01</utsatt>", 1), outcome{nil, []string{term + "/leveringsfrist cvc-type.3.1.2"}}},
		"text":             {with("to terminer mangler"), outcome{[]string{root + " cvc-complex-type.2.3"}, []string{missing}}},
		"nil":              {with(nilled), outcome{[]string{missing}, []string{term + " cvc-elt.3.1"}}},
		"nil, second":      {with(list + nilled), outcome{nil, []string{term + "[2] cvc-elt.3.1"}}},
		"later deadline":   {strings.Replace(statusXML, "<leveringsfrist>", "<leveringsfrist>2099-01-01</leveringsfrist><leveringsfrist>", 1), outcome{nil, []string{term + "/leveringsfrist[2] cvc-complex-type.2.4.a"}}},
	} {
		got, err := tolerantly(func(o xsd.Option) error {
			return xsd.UnmarshalXML([]byte(c.document), new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus), o)
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestTolerantJSONLosesNoItem(t *testing.T) {
	list := statusJSON[strings.Index(statusJSON, "[{"):strings.Index(statusJSON, `,"harTidligere`)]
	item := list[1 : len(list)-1]
	with := func(instead string) string { return strings.Replace(statusJSON, list, instead, 1) }
	without := strings.Replace(with("[]"), `"terminUtenLevertMvaMelding":[],`, "", 1)
	const missing = root + " cvc-complex-type.2.4.b"
	for name, c := range map[string]struct {
		document string
		want     outcome
	}{
		"null in the list":     {with("[null]"), outcome{[]string{missing}, []string{term + " cvc-elt.3.1"}}},
		"null beside an item":  {with("[" + item + ",null]"), outcome{nil, []string{term + "[2] cvc-elt.3.1"}}},
		"an item said nil":     {with(`[{"#nil":true}]`), outcome{[]string{term + " cvc-elt.3.1"}, []string{term + " cvc-complex-type.2.4.b", term + " cvc-complex-type.2.4.b", term + " cvc-complex-type.2.4.b", term + " cvc-complex-type.2.4.b"}}},
		"document said nil":    {`{"#nil":true}`, outcome{[]string{root + " cvc-elt.3.1"}, []string{missing, missing, missing}}},
		"taxpayer said nil":    {strings.Replace(statusJSON, `{"organisasjonsnummer":"910150804"}`, `{"#nil":true}`, 1), outcome{[]string{root + "/skattepliktig cvc-elt.3.1"}, []string{root + "/skattepliktig cvc-complex-type.2.4.b"}}},
		"nil, but complete":    {`{"#nil":true,` + statusJSON[1:], outcome{[]string{root + " cvc-elt.3.1"}, nil}},
		"what an item has":     {`{"leveringsfrist":"2022-04-11",` + without[1:], outcome{[]string{root + "/leveringsfrist cvc-complex-type.2.4.a"}, []string{missing}}},
		"padded":               {`{" leveringsfrist ":"2022-04-11",` + without[1:], outcome{[]string{root + "/ leveringsfrist  cvc-complex-type.2.4.a"}, []string{missing}}},
		"other case":           {`{"terminutenlevertmvamelding":"2022-04-11",` + without[1:], outcome{nil, []string{root + "/terminutenlevertmvamelding cvc-complex-type.2.4.a", missing}}},
		"other case, second":   {`{"TerminUtenLevertMvaMelding":` + list + `,` + statusJSON[1:], outcome{nil, []string{root + "/TerminUtenLevertMvaMelding cvc-complex-type.2.4.a"}}},
		"inside another":       {strings.Replace(without, `"910150804"`, `"910150804","terminer":`+list, 1), outcome{[]string{root + "/skattepliktig/terminer cvc-complex-type.2.4.a"}, []string{missing}}},
		"boolean in an object": {strings.Replace(statusJSON, "true", `{"ukjent":false}`, 1), outcome{nil, []string{root + "/harTidligereSendtMvaMelding cvc-type.3.1.2"}}},
		"date in an object":    {strings.Replace(statusJSON, `"2022-04-11"`, `{"utsatt":"2099-01-01"}`, 1), outcome{nil, []string{term + "/leveringsfrist cvc-type.3.1.2"}}},
		"beside the wrapper":   {`{"harTidligereSendtMvaMelding":false,"mvaMeldingInnsendingStatus":` + statusJSON + `}`, outcome{[]string{root + " cvc-complex-type.2.4.a"}, []string{root + " cvc-complex-type.2.4.a"}}},
	} {
		got, err := tolerantly(func(o xsd.Option) error {
			return xsd.UnmarshalJSON([]byte(c.document), new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus), o)
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestTolerantJSON(t *testing.T) {
	replace := func(old, with string) string { return strings.Replace(statusJSON, old, with, 1) }
	list := statusJSON[strings.Index(statusJSON, "[{"):strings.Index(statusJSON, `,"harTidligere`)]
	for name, c := range map[string]struct {
		document string
		want     outcome
	}{
		"valid":                {statusJSON, outcome{}},
		"wrapper":              {`{"mvaMeldingInnsendingStatus":` + statusJSON + `}`, outcome{Deviations: []string{root + " cvc-complex-type.2.4.a"}}},
		"lone object":          {replace(list, list[1:len(list)-1]), outcome{Deviations: []string{term + " cvc-complex-type.2.4"}}},
		"null":                 {replace(list, "null"), outcome{Deviations: []string{term + " cvc-complex-type.2.4", root + " cvc-complex-type.2.4.b"}}},
		"empty":                {replace(list, "[]"), outcome{Deviations: []string{root + " cvc-complex-type.2.4.b"}}},
		"absent":               {replace(`"terminUtenLevertMvaMelding":`+list+",", ""), outcome{Deviations: []string{root + " cvc-complex-type.2.4.b"}}},
		"absent beside list":   {replace(`"terminUtenLevertMvaMelding":`+list, `"terminer":[]`), outcome{Deviations: []string{root + "/terminer cvc-complex-type.2.4.a"}, Refused: []string{root + " cvc-complex-type.2.4.b"}}},
		"empty, new object":    {replace(list, `[],"lenker":{"selv":"x"}`), outcome{Deviations: []string{root + "/lenker cvc-complex-type.2.4.a", root + " cvc-complex-type.2.4.b"}}},
		"empty, new list":      {replace(list, `[],"terminer":{"alle":[{}]}`), outcome{Deviations: []string{root + "/terminer cvc-complex-type.2.4.a"}, Refused: []string{root + " cvc-complex-type.2.4.b"}}},
		"empty, long object":   {replace(list, `[],"nytt":{"a":"`+strings.Repeat("x", 5000)+`","b":[{}]}`), outcome{Deviations: []string{root + "/nytt cvc-complex-type.2.4.a"}, Refused: []string{root + " cvc-complex-type.2.4.b"}}},
		"empty, new deadline":  {replace(list, `[],"leveringsfrist":"2022-04-11"`), outcome{Deviations: []string{root + "/leveringsfrist cvc-complex-type.2.4.a"}, Refused: []string{root + " cvc-complex-type.2.4.b"}}},
		"absent, new object":   {replace(`"terminUtenLevertMvaMelding":`+list, `"lenker":{"selv":"x"}`), outcome{Deviations: []string{root + "/lenker cvc-complex-type.2.4.a"}, Refused: []string{root + " cvc-complex-type.2.4.b"}}},
		"null, new object":     {replace(list, `null,"lenker":{"selv":"x"}`), outcome{Deviations: []string{term + " cvc-complex-type.2.4", root + "/lenker cvc-complex-type.2.4.a"}, Refused: []string{root + " cvc-complex-type.2.4.b"}}},
		"list alone":           {`{"terminUtenLevertMvaMelding":[]}`, outcome{Refused: []string{root + " cvc-complex-type.2.4.b", root + " cvc-complex-type.2.4.b", root + " cvc-complex-type.2.4.b"}}},
		"padded keys":          {replace(`"terminUten`, `"   terminUten`), outcome{Deviations: []string{term + " cvc-complex-type.2.4.a"}}},
		"numbers":              {strings.Replace(replace(`"2022"`, "2022"), `"910150804"`, "910150804", 1), outcome{Deviations: []string{root + "/skattepliktig/organisasjonsnummer cvc-datatype-valid.1.2.1", term + "/skattleggingsperiode/aar cvc-datatype-valid.1.2.1"}}},
		"date with zone":       {replace("2022-04-11", "2022-04-11+02:00"), outcome{}},
		"date with time":       {replace("2022-04-11", "2022-04-11T00:00:00"), outcome{Deviations: []string{term + "/leveringsfrist cvc-datatype-valid.1.2.1"}}},
		"date with local time": {replace("2022-04-11", "2022-04-11T23:59:59.999+02:00"), outcome{Deviations: []string{term + "/leveringsfrist cvc-datatype-valid.1.2.1"}}},
		"time in UTC":          {replace("2022-04-11", "2022-04-10T22:00:00Z"), outcome{Refused: []string{term + "/leveringsfrist cvc-datatype-valid.1.2.1"}}},
		"compact date":         {replace("2022-04-11", "20220411"), outcome{Deviations: []string{term + "/leveringsfrist cvc-datatype-valid.1.2.1"}}},
		"boolean 1":            {replace("true", "1"), outcome{Deviations: []string{root + "/harTidligereSendtMvaMelding cvc-datatype-valid.1.2.1"}}},
		"boolean string":       {replace("true", `"true"`), outcome{Deviations: []string{root + "/harTidligereSendtMvaMelding cvc-datatype-valid.1.2.1"}}},
		"boolean null":         {replace("true", `null`), outcome{Deviations: []string{root + "/harTidligereSendtMvaMelding cvc-elt.3.1"}, Refused: []string{root + " cvc-complex-type.2.4.b"}}},
		"one-key object":       {replace(`"januar-februar"`, `{"skattleggingsperiodeToMaaneder":"januar-februar"}`), outcome{Deviations: []string{term + "/skattleggingsperiode/periode cvc-type.3.1.2"}}},
		"two-key object":       {replace(`"januar-februar"`, `{"a":"januar-februar","b":1}`), outcome{Refused: []string{term + "/skattleggingsperiode/periode cvc-type.3.1.2"}}},
		"unknown value":        {replace("alminnelig", "eHandel"), outcome{Deviations: []string{term + "/meldingskategori cvc-enumeration-valid"}}},
		"unknown member":       {replace(`{"skattepliktig"`, `{"nytt":"x","skattepliktig"`), outcome{Deviations: []string{root + "/nytt cvc-complex-type.2.4.a"}}},
		"no known key":         {`{"kode":"X","melding":"Y"}`, outcome{Deviations: []string{root + "/kode cvc-complex-type.2.4.a", root + "/melding cvc-complex-type.2.4.a"}, Refused: []string{root + " cvc-complex-type.2.4.b", root + " cvc-complex-type.2.4.b", root + " cvc-complex-type.2.4.b", root + " cvc-complex-type.2.4.a"}}},
		"an array":             {`[]`, outcome{Refused: []string{root + " cvc-complex-type.2"}}},
		"a string":             {`"nei"`, outcome{Refused: []string{root + " cvc-complex-type.2"}}},
	} {
		var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
		got, err := tolerantly(func(o xsd.Option) error { return xsd.UnmarshalJSON([]byte(c.document), &v, o) })
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if strict := xsd.UnmarshalJSON([]byte(c.document), new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus)); (strict == nil) != cmp.Equal(c.want, outcome{}) {
			t.Errorf("%s: strict reading: %v", name, strict)
		}
	}
}

func TestTolerantValues(t *testing.T) {
	var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	var deviations xsd.Violations
	document := strings.NewReplacer(
		`"alminnelig"`, `"primærnæring"`, `"2022"`, `2022`, `"2022-04-11"`, `"20220411"`, "true", `"1"`, `"januar-februar"`, `{"x":"mars"}`,
	).Replace(statusJSON)
	if err := xsd.UnmarshalJSON([]byte(document), &v, xsd.Tolerant(&deviations)); err != nil {
		t.Fatal(err)
	}
	if err := v.Validate(); err != nil {
		t.Errorf("what was read is valid: %v", err)
	}
	got := v.TerminUtenLevertMvaMelding[0]
	if got.Meldingskategori != mvameldinginnsendingstatus.MeldingskategoriPrimaernaering || got.Leveringsfrist.String() != "2022-04-11" ||
		got.Skattleggingsperiode.Periode != "mars" || got.Skattleggingsperiode.Aar.String() != "2022" || !v.HarTidligereSendtMvaMelding {
		t.Errorf("%+v", v)
	}
	if len(deviations) != 5 {
		t.Errorf("%v", deviations)
	}
}

func TestUnreadableIsNotRefusedButUnreadable(t *testing.T) {
	for _, text := range []string{"", " ", "<!doctype html><html/>", "Service unavailable", "<a", `{"a":`} {
		var deviations xsd.Violations
		var syntax *xsd.SyntaxError
		var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
		if err := xsd.UnmarshalXML([]byte(text), &v, xsd.Tolerant(&deviations)); !errors.As(err, &syntax) {
			t.Errorf("XML %q: %v", text, err)
		}
		if err := xsd.UnmarshalJSON([]byte(text), &v, xsd.Tolerant(&deviations)); !errors.As(err, &syntax) {
			t.Errorf("JSON %q: %v", text, err)
		}
	}
}

func TestTolerantChoice(t *testing.T) {
	without := strings.Replace(minimal("", ""), "<kode>AB1</kode>", "", 1)
	got, err := tolerantly(func(o xsd.Option) error { return xsd.UnmarshalXML([]byte(without), new(Katalog), o) })
	if err != nil {
		t.Error(err)
	}
	want := outcome{Deviations: []string{"/katalog cvc-complex-type.2.4.b"}, Refused: []string{"/katalog cvc-complex-type.2.4.b"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("no branch (-want +got):\n%s", diff)
	}
	half := strings.Replace(minimal("", ""), "<kode>AB1</kode>", "<til>2022-01-01</til>", 1)
	got, err = tolerantly(func(o xsd.Option) error { return xsd.UnmarshalXML([]byte(half), new(Katalog), o) })
	if err != nil {
		t.Error(err)
	}
	want = outcome{Deviations: []string{"/katalog/til cvc-complex-type.2.4.a"}, Refused: []string{"/katalog cvc-complex-type.2.4.b"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("half a branch (-want +got):\n%s", diff)
	}
}

// Beyond the deviations that are listed nothing is worded, but all is read as before them, and a reason to refuse is given in full wherever it is.
func TestTolerantBeyondTheList(t *testing.T) {
	list := statusXML[strings.Index(statusXML, "  <terminUten"):strings.Index(statusXML, "  <harTidligere")]
	const terms = 2 * xsd.MaxViolations
	document := func(old, with, last string) string {
		deviating := strings.Replace(list, old, with, 1)
		before, _, _ := strings.Cut(deviating, "<leveringsfrist>")
		ended := before + "<leveringsfrist>" + last + "</leveringsfrist></terminUtenLevertMvaMelding>"
		return strings.Replace(statusXML, list, strings.Repeat(deviating, terms-1)+ended, 1)
	}
	for name, c := range map[string]struct{ old, with, path, rule string }{
		"value":   {"alminnelig", "ukjent", "meldingskategori", "cvc-enumeration-valid"},
		"element": {"    <meldingskategori>", "    <nytt/><meldingskategori>", "nytt", "cvc-complex-type.2.4.a"},
		"date":    {"2022-04-11", "20220411", "leveringsfrist", "cvc-datatype-valid.1.2.1"},
	} {
		var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
		var deviations xsd.Violations
		if err := xsd.UnmarshalXML([]byte(document(c.old, c.with, "2022-04-11")), &v, xsd.Tolerant(&deviations)); err != nil || len(v.TerminUtenLevertMvaMelding) != terms {
			t.Fatalf("%s: %d terms, %v", name, len(v.TerminUtenLevertMvaMelding), err)
		}
		first, last := v.TerminUtenLevertMvaMelding[0], v.TerminUtenLevertMvaMelding[terms-1]
		if diff := cmp.Diff(first, last); diff != "" {
			t.Errorf("%s (-first term +last term):\n%s", name, diff)
		}
		if !deviations.Truncated() || len(deviations) != xsd.MaxViolations+1 {
			t.Fatalf("%s: %d deviations", name, len(deviations))
		}
		if d := deviations[xsd.MaxViolations-1]; d.Path != term+"[100]/"+c.path || d.Rule != c.rule {
			t.Errorf("%s: %s [%s]", name, d.Path, d.Rule)
		}
		text, err := xsd.MarshalJSON(&v, xsd.Unchecked())
		if err != nil {
			t.Fatal(err)
		}
		var again mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
		deviations = nil
		if err := xsd.UnmarshalJSON(text, &again, xsd.Tolerant(&deviations)); err != nil || cmp.Diff(v, again) != "" {
			t.Errorf("%s: JSON: %v", name, err)
		}

		for last, want := range map[string]string{
			"i morgen": term + "[200]/leveringsfrist cvc-datatype-valid.1.2.1",
			"2022-04-11</leveringsfrist><leveringsfrist>2099-01-01": term + "[200]/leveringsfrist[2] cvc-complex-type.2.4.a",
		} {
			out, err := tolerantly(func(o xsd.Option) error { return xsd.UnmarshalXML([]byte(document(c.old, c.with, last)), &v, o) })
			if err != nil || cmp.Diff([]string{want}, out.Refused) != "" {
				t.Errorf("%s: refused for %v, want %s, %v", name, out.Refused, want, err)
			}
		}
	}
}

func TestTolerantJSONBeyondTheList(t *testing.T) {
	_, behind, _ := strings.Cut(statusJSON, "[")
	item, _, _ := strings.Cut(behind, "]")
	deviating := strings.Replace(item, "{", `{"nytt":1,`, 1)
	lost := strings.Replace(item, "{", `{"terminUtenLevertMvaMelding":[],`, 1)
	document := strings.Replace(statusJSON, item, strings.Repeat(deviating+",", 2*xsd.MaxViolations-1)+lost, 1)
	out, err := tolerantly(func(o xsd.Option) error {
		return xsd.UnmarshalJSON([]byte(document), new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus), o)
	})
	want := []string{term + "[200]/terminUtenLevertMvaMelding cvc-complex-type.2.4.a"}
	if diff := cmp.Diff(want, out.Refused); diff != "" || err != nil || len(out.Deviations) != xsd.MaxViolations+1 {
		t.Errorf("%d deviations, %v (-want +refused):\n%s", len(out.Deviations), err, diff)
	}
}
