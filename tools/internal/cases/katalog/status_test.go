// This file tests reading and writing of the status schema: the plain case.

package katalog_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

const statusXML = `<?xml version="1.0" encoding="UTF-8"?>
<mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1">
  <skattepliktig>
    <organisasjonsnummer>910150804</organisasjonsnummer>
  </skattepliktig>
  <terminUtenLevertMvaMelding>
    <meldingskategori>alminnelig</meldingskategori>
    <skattleggingsperiode>
      <periode>januar-februar</periode>
      <aar>2022</aar>
    </skattleggingsperiode>
    <skattleggingsperiodeType>toMaaned</skattleggingsperiodeType>
    <leveringsfrist>2022-04-11</leveringsfrist>
  </terminUtenLevertMvaMelding>
  <harTidligereSendtMvaMelding>true</harTidligereSendtMvaMelding>
</mvaMeldingInnsendingStatus>
`

const statusJSON = `{"skattepliktig":{"organisasjonsnummer":"910150804"},` +
	`"terminUtenLevertMvaMelding":[{"meldingskategori":"alminnelig",` +
	`"skattleggingsperiode":{"periode":"januar-februar","aar":"2022"},` +
	`"skattleggingsperiodeType":"toMaaned","leveringsfrist":"2022-04-11"}],` +
	`"harTidligereSendtMvaMelding":true}`

func status(t testing.TB) mvameldinginnsendingstatus.MvaMeldingInnsendingStatus {
	t.Helper()
	date, err := xsd.ParseDate("2022-04-11")
	if err != nil {
		t.Fatal(err)
	}
	year, err := xsd.ParseGYear("2022")
	if err != nil {
		t.Fatal(err)
	}
	return mvameldinginnsendingstatus.MvaMeldingInnsendingStatus{
		Skattepliktig: mvameldinginnsendingstatus.Skattepliktig{Organisasjonsnummer: "910150804"},
		TerminUtenLevertMvaMelding: []mvameldinginnsendingstatus.TerminUtenLevertMvaMelding{{
			Meldingskategori:         mvameldinginnsendingstatus.MeldingskategoriAlminnelig,
			Skattleggingsperiode:     mvameldinginnsendingstatus.Skattleggingsperiode{Periode: "januar-februar", Aar: mvameldinginnsendingstatus.Aarstall{GYear: year}},
			SkattleggingsperiodeType: mvameldinginnsendingstatus.SkattleggingsperiodeTypeToMaaned,
			Leveringsfrist:           mvameldinginnsendingstatus.Dato{Date: date},
		}},
		HarTidligereSendtMvaMelding: true,
	}
}

func TestStatusIsReadTheSameFromAllSources(t *testing.T) {
	want := status(t)
	for name, read := range map[string]func(*mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error{
		"XML": func(v *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error {
			return xsd.UnmarshalXML([]byte(statusXML), v)
		},
		"JSON": func(v *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error {
			return xsd.UnmarshalJSON([]byte(statusJSON), v)
		},
		"encoding/xml": func(v *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error {
			return xml.Unmarshal([]byte(statusXML), v)
		},
		"encoding/json": func(v *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error {
			return json.Unmarshal([]byte(statusJSON), v)
		},
	} {
		var got mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
		if err := read(&got); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestStatusIsWritten(t *testing.T) {
	v := status(t)
	text, err := xsd.MarshalXML(&v)
	if err != nil {
		t.Fatal(err)
	}
	compact := statusXML[:strings.Index(statusXML, "\n")] + strings.ReplaceAll(strings.ReplaceAll(statusXML[strings.Index(statusXML, "\n"):], "\n", ""), "  ", "")
	if diff := cmp.Diff(compact, strings.TrimSpace(strings.ReplaceAll(string(text), "?>\n", "?>"))); diff != "" {
		t.Errorf("XML (-want +got):\n%s", diff)
	}
	text, err = xsd.MarshalJSON(&v)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(statusJSON, string(text)); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
	text, err = json.Marshal(v)
	if err != nil || string(text) != statusJSON {
		t.Errorf("encoding/json: %s, %v", text, err)
	}
	if _, err = xml.Marshal(v); err != nil {
		t.Errorf("encoding/xml: %v", err)
	}
	if err := v.Validate(); err != nil {
		t.Error(err)
	}
}

func TestConcurrentUse(t *testing.T) {
	want := status(t)
	for range 8 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			for range 50 {
				var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
				if err := xsd.UnmarshalXML([]byte(statusXML), &v); err != nil {
					t.Fatal(err)
				}
				if text, err := xsd.MarshalJSON(&v); err != nil || string(text) != statusJSON {
					t.Fatalf("%s, %v", text, err)
				}
				if diff := cmp.Diff(want, v); diff != "" {
					t.Fatalf("(-want +got):\n%s", diff)
				}
				_ = readKatalog(t, katalogXML)
			}
		})
	}
}

// rules lists path and rule of violations.
func rules(err error) []string {
	var violations xsd.Violations
	var refused *xsd.RefusedError
	if errors.As(err, &refused) {
		violations = refused.Violations
	} else if !errors.As(err, &violations) {
		if err == nil {
			return nil
		}
		return []string{err.Error()}
	}
	return paths(violations)
}

func paths(violations xsd.Violations) []string {
	var list []string
	for _, v := range violations {
		list = append(list, v.Path+" "+v.Rule)
	}
	return list
}
