// This file tests that tolerant reading takes the same for the same after it has listed as many deviations as it lists.

package xsd_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	statusv1 "github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// plainTerm is a term that deviates in nothing.
const plainTerm = `{"meldingskategori":"alminnelig","skattleggingsperiode":{"periode":"januar-februar","aar":"2020"},` +
	`"skattleggingsperiodeType":"toMaaned","leveringsfrist":"2020-04-10"}`

// silentTerms change the plain term, each from one text to another.
var silentTerms = [][2]string{
	{`{"m`, `{"nytt":"verdi","m`},
	{`,"skattleggingsperiodeType"`, `,"nytt":12.5e3,"ny":true,"enda":null , "skattleggingsperiodeType"`},
	{`"2020-04-10"}`, `"2020-04-10","nytt":false}`},
	{`{"m`, `{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9,"j":10,"m`},
	{`{"m`, `{"nytt":{"mer":[1,2]},"m`},
	{`{"m`, `{"nytt":["mer"],"m`},
	{`{"m`, `{"nytt":1,"nytt":2,"m`},
	{`{"m`, `{"nytt":1,"meldingskategori":"alminnelig","m`},
	{`{"m`, `{"nytt":1,"annet":2,"nytt":{"mer":1},"m`},
	{`{"m`, `{"@nytt":1,"m`},
	{`{"m`, `{"@type":"Annen","m`},
	{`{"m`, `{" nytt ":1,"m`},
	{`{"m`, `{"":1,"m`},
	{`"meldingskategori"`, `" meldingskategori "`},
	{`"meldingskategori"`, `"nytt":1,"meldingskategori "`},
	{`{"m`, `{"ny\u0074t":1,"m`},
	{`{"m`, `{"nytt":"a\u0001","m`},
	{`{"m`, `{"nytt":tru,"m`},
	{`{"m`, `{"nytt":01,"m`},
	{`{"m`, `{"nytt" "verdi","m`},
	{`{"m`, `{"nytt":"verdi" "m`},
	{`{"m`, `{"terminUtenLevertMvaMelding":"verdi","m`},
	{`{"m`, `{"TERMINUTENLEVERTMVAMELDING":1,"m`},
	{`{"m`, `{"mvaMeldingInnsendingStatus":1,"m`},
	{`,"leveringsfrist":"2020-04-10"`, `,"nytt":"verdi"`},
	{`"meldingskategori":"alminnelig"`, `"nytt":"verdi"`},
	{`"alminnelig"`, `"annen"`},
	{`"alminnelig"`, `"ALMINNELIG"`},
	{`"alminnelig"`, `" alminnelig "`},
	{`"alminnelig"`, `"primærnæring"`},
	{`"alminnelig"`, `"a\nb"`},
	{`"alminnelig"`, `12`},
	{`"alminnelig"`, `true`},
	{`"alminnelig"`, `null`},
	{`"alminnelig"`, `{"verdi":"alminnelig"}`},
	{`"alminnelig"`, `["alminnelig"]`},
	{`"2020"`, `2020`},
	{`"2020"`, `2.02e3`},
	{`"2020"`, `-2020`},
	{`"2020"`, `"20"`},
	{`"2020"`, `""`},
	{`"2020-04-10"`, `"2020-04-10T00:00:00"`},
	{`"2020-04-10"`, `"2020-04-10T12:00:00Z"`},
	{`"2020-04-10"`, `"20200410"`},
	{`"2020-04-10"`, `20200410`},
	{`"2020-04-10"`, `"10.04.2020"`},
	{`"2020-04-10"`, `""`},
	{plainTerm, `{}`},
	{plainTerm, `{"nytt":1}`},
}

// plainElement is the plain term in XML.
const plainElement = `<terminUtenLevertMvaMelding><meldingskategori>alminnelig</meldingskategori><skattleggingsperiode><periode>januar-februar</periode><aar>2020</aar></skattleggingsperiode>` +
	`<skattleggingsperiodeType>toMaaned</skattleggingsperiodeType><leveringsfrist>2020-04-10</leveringsfrist></terminUtenLevertMvaMelding>`

// silentElements change the plain element.
var silentElements = [][2]string{
	{`<m`, `<nytt>verdi</nytt><m`},
	{`<skattleggingsperiodeType`, `<nytt/><ny a="b">c</ny><skattleggingsperiodeType`},
	{`<m`, `<meldingskategori>alminnelig</meldingskategori><m`},
	{`<m`, `<Meldingskategori>alminnelig</Meldingskategori><m`},
	{`<leveringsfrist>2020-04-10</leveringsfrist>`, `<nytt>verdi</nytt>`},
	{`<meldingskategori>alminnelig</meldingskategori>`, `<nytt>verdi</nytt>`},
	{`<meldingskategori>alminnelig</meldingskategori>`, ``},
	{`<meldingskategori>`, `<meldingskategori nytt="verdi">`},
	{`>alminnelig<`, `>annen<`},
	{`>alminnelig<`, `>ALMINNELIG<`},
	{`>alminnelig<`, `> alminnelig <`},
	{`>alminnelig<`, "> alm\tinnelig\n<"},
	{`>alminnelig<`, `>primærnæring<`},
	{`>alminnelig<`, `>primærnæring annen<`},
	{`>alminnelig<`, `><verdi>alminnelig</verdi><`},
	{`>alminnelig<`, `>alm<!-- - -->innelig<`},
	{`>alminnelig<`, `>a&amp;b<`},
	{`>alminnelig<`, `> <`},
	{`>alminnelig<`, `><`},
	{`>2020<`, `>20<`},
	{`>2020<`, `>-2020<`},
	{`>2020<`, `>2.02e3<`},
	{`>2020<`, `> 2020 <`},
	{`>2020<`, `> <`},
	{`>2020-04-10<`, `>2020-04-10T00:00:00<`},
	{`>2020-04-10<`, `>2020-04-10T12:00:00Z<`},
	{`>2020-04-10<`, `>20200410<`},
	{`>2020-04-10<`, `>10.04.2020<`},
	{`>2020-04-10<`, `> 20200410 <`},
	{`>2020-04-10<`, `><`},
	{`<periode>januar-februar</periode><aar>2020</aar>`, `<aar>2020</aar><periode>januar-februar</periode>`},
	{`<periode>januar-februar</periode>`, `<periode>januar-februar</periode><periode>mars</periode>`},
}

// TestSilentTolerance compares what is read of a term alone with what is read of it behind more terms that deviate than are listed.
func TestSilentTolerance(t *testing.T) {
	t.Run("JSON", func(t *testing.T) {
		deviating := strings.Replace(plainTerm, "alminnelig", "annen", 1) + ","
		sameBehind(t, plainTerm, strings.Repeat(deviating, 120), silentTerms, readTerm)
	})
	t.Run("XML", func(t *testing.T) {
		deviating := strings.Replace(plainElement, "alminnelig", "annen", 1)
		sameBehind(t, plainElement, strings.Repeat(deviating, 120), silentElements, readElement)
	})
}

func sameBehind(t *testing.T, plain, before string, changes [][2]string, read func(terms string) (statusv1.TerminUtenLevertMvaMelding, error)) {
	t.Helper()
	taken, refused := 0, 0
	for _, change := range changes {
		term := strings.Replace(plain, change[0], change[1], 1)
		if term == plain {
			t.Fatalf("%q changes nothing", change)
		}
		alone, aloneErr := read(term)
		behind, err := read(before + term)
		if kindOf(err) != kindOf(aloneErr) {
			t.Errorf("%s\nalone:  %v\nbehind: %v", term, aloneErr, err)
			continue
		}
		if err != nil {
			refused++
			continue
		}
		taken++
		if !reflect.DeepEqual(behind, alone) {
			t.Errorf("%s\nalone:  %+v\nbehind: %+v", term, alone, behind)
		}
	}
	if taken < 15 || refused < 10 {
		t.Errorf("%d terms were taken and %d refused; too few to tell", taken, refused)
	}
}

// readTerm reads terms tolerantly, and returns the last.
func readTerm(terms string) (last statusv1.TerminUtenLevertMvaMelding, err error) {
	document := `{"skattepliktig":{"organisasjonsnummer":"910150804"},"terminUtenLevertMvaMelding":[` + terms + `],"harTidligereSendtMvaMelding":true}`
	var v statusv1.MvaMeldingInnsendingStatus
	var deviations xsd.Violations
	err = xsd.UnmarshalJSON([]byte(document), &v, xsd.Tolerant(&deviations))
	return lastTerm(&v, err)
}

// readElement is readTerm for XML.
func readElement(terms string) (last statusv1.TerminUtenLevertMvaMelding, err error) {
	document := `<mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"><skattepliktig><organisasjonsnummer>910150804</organisasjonsnummer></skattepliktig>` +
		terms + `<harTidligereSendtMvaMelding>true</harTidligereSendtMvaMelding></mvaMeldingInnsendingStatus>`
	var v statusv1.MvaMeldingInnsendingStatus
	var deviations xsd.Violations
	err = xsd.UnmarshalXML([]byte(document), &v, xsd.Tolerant(&deviations))
	return lastTerm(&v, err)
}

func lastTerm(v *statusv1.MvaMeldingInnsendingStatus, err error) (last statusv1.TerminUtenLevertMvaMelding, _ error) {
	if err == nil {
		last = v.TerminUtenLevertMvaMelding[len(v.TerminUtenLevertMvaMelding)-1]
	}
	return last, err
}

// kindOf says what kind of error there is.
func kindOf(err error) string {
	if refusal := (*xsd.RefusedError)(nil); errors.As(err, &refusal) {
		return fmt.Sprintf("refused for %s", refusal.Violations[0].Rule)
	}
	return fmt.Sprintf("%T", err)
}
