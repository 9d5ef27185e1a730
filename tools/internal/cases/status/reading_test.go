// What becomes of each document when generated code reads it.

package status_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xsdtest"
)

// TestReading reads every document in both modes and compares with
// outcomes.txt.
func TestReading(t *testing.T) {
	for _, o := range outcomes(t) {
		data, err := os.ReadFile(filepath.FromSlash(o.file))
		if err != nil {
			t.Fatal(err)
		}
		got := outcome{file: o.file}
		got.lines = append(strict(o.file, data), tolerant(o.file, data)...)
		keys := []string{"strict", "tolerant", "deviation", "refusal"}
		if diff := cmp.Diff(o.of(keys...), got.of(keys...)); diff != "" {
			t.Errorf("%s (-outcomes.txt +got):\n%s", o.file, diff)
		}
	}
}

// TestSpellings holds the quick steps of reading to the careful ones, with the
// documents, those in UTF-16 aside, and with some edited at random.
func TestSpellings(t *testing.T) {
	readings := xsdtest.New(20, func(want, got any) string { return cmp.Diff(want, got) })
	newValue := func() xsd.XMLValue { return new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) }
	for _, o := range outcomes(t) {
		data, err := os.ReadFile(filepath.FromSlash(o.file))
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case strings.HasSuffix(o.file, ".json"):
			readings.JSON(t, data, newValue)
		case !strings.Contains(o.file, "utf16"):
			readings.XML(t, data, newValue)
		}
	}
	readings.Enough(t, 200)
}

// read reads a document in the format that the name of its file tells.
func read(file string, data []byte, status *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus, opts ...xsd.Option) error {
	if strings.HasSuffix(file, ".json") {
		return xsd.UnmarshalJSON(data, status, opts...)
	}
	return xsd.UnmarshalXML(data, status, opts...)
}

// strict says what strict reading reports first.
func strict(file string, data []byte) []line {
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	err := read(file, data, &status)
	var violations xsd.Violations
	switch {
	case err == nil:
		return []line{{"strict", "valid"}}
	case errors.As(err, &violations):
		return []line{{"strict", describe(violations[0])}}
	}
	return []line{{"strict", broken(err)}}
}

// tolerant says what tolerant reading finds, reports or refuses.
func tolerant(file string, data []byte) []line {
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	var deviations xsd.Violations
	err := read(file, data, &status, xsd.Tolerant(&deviations))
	var refused *xsd.RefusedError
	switch {
	case err == nil:
		return append([]line{{"tolerant", terms(status)}}, list("deviation", deviations)...)
	case errors.As(err, &refused):
		return append([]line{{"tolerant", "refused"}}, list("refusal", refused.Violations)...)
	}
	return []line{{"tolerant", broken(err)}}
}

// terms says how many open terms a status lists.
func terms(status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) string {
	if n := len(status.TerminUtenLevertMvaMelding); n != 1 {
		return fmt.Sprintf("%d terms", n)
	}
	return "1 term"
}

func list(key string, violations xsd.Violations) []line {
	var lines []line
	for _, v := range violations {
		lines = append(lines, line{key, describe(v)})
	}
	return lines
}

// describe is how outcomes.txt writes a violation.
func describe(v xsd.Violation) string { return fmt.Sprintf("%s line %d %s", v.Rule, v.Line, v.Path) }

// broken is how outcomes.txt writes an error that is no violation.
func broken(err error) string {
	var fault *xsd.SyntaxError
	if errors.As(err, &fault) {
		return fmt.Sprintf("not well-formed line %d", fault.Line)
	}
	return err.Error()
}

// TestValuesOfTolerantReading looks at the values themselves where tolerant
// reading takes one spelling for another.
func TestValuesOfTolerantReading(t *testing.T) {
	tests := []struct{ file, want string }{
		{"invalid/number-padded.xml", "312409852 alminnelig januar-februar 2022 toMaaned 2022-04-11 true"},
		{"invalid/number-8-digits.xml", "31240985 alminnelig januar-februar 2022 toMaaned 2022-04-11 true"},
		{"invalid/category-norwegian.xml", "312409852 primaernaering januar-februar 2022 toMaaned 2022-04-11 true"},
		{"invalid/category-case.xml", "312409852 Alminnelig januar-februar 2022 toMaaned 2022-04-11 true"},
		{"invalid/date-compact.xml", "312409852 alminnelig januar-februar 2022 toMaaned 2022-04-11 true"},
		{"invalid/date-time.xml", "312409852 alminnelig januar-februar 2022 toMaaned 2022-04-11 true"},
		{"invalid/boolean-case.xml", "312409852 alminnelig januar-februar 2022 toMaaned 2022-04-11 true"},
		{"invalid/order.xml", "312409852 alminnelig januar-februar 2022 toMaaned 2022-04-11 true"},
		{"valid/zone.xml", "312409852 alminnelig januar-februar 2022 toMaaned 2022-04-11+02:00 true"},
		{"valid/boolean-digit.xml", "312409852 alminnelig januar-februar 2022 toMaaned 2022-04-11 false"},
		{"valid/references.xml", "312409852 alminnelig mars & april ø 2022 toMaaned 2022-04-11 true"},
		{"valid/latin1.xml", "312409852 alminnelig første termin, årlig 2022 toMaaned 2022-04-11 true"},
		{"valid/windows-1252.xml", "312409852 alminnelig første termin – årlig 2022 toMaaned 2022-04-11 true"},
		{"valid/utf16-little-endian.xml", "312409852 alminnelig første termin, årlig 2022 toMaaned 2022-04-11 true"},
		{"valid/utf16-big-endian.xml", "312409852 alminnelig første termin, årlig 2022 toMaaned 2022-04-11 true"},
		{"json/number-as-number.json", "312409852 alminnelig januar-februar 2022 toMaaned 2022-04-11 true"},
		{"json/date-compact-number.json", "312409852 alminnelig januar-februar 2022 toMaaned 2022-04-11 true"},
		{"json/boolean-text.json", "312409852 alminnelig januar-februar 2022 toMaaned 2022-04-11 true"},
		{"json/period-object.json", "312409852 alminnelig januar-februar 2022 toMaaned 2022-04-11 true"},
		{"json/category-unknown.json", "312409852 kompensasjon januar-februar 2022 toMaaned 2022-04-11 true"},
		{"json/escapes.json", `312409852 alminnelig første "termin" 2022 toMaaned 2022-04-11 true`},
	}
	for _, test := range tests {
		data, err := os.ReadFile(filepath.FromSlash(test.file))
		if err != nil {
			t.Fatal(err)
		}
		var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
		if err := read(test.file, data, &status, xsd.Tolerant(nil)); err != nil {
			t.Errorf("%s: %v", test.file, err)
			continue
		}
		term := status.TerminUtenLevertMvaMelding[0]
		got := fmt.Sprint(status.Skattepliktig.Organisasjonsnummer, " ", term.Meldingskategori, " ",
			term.Skattleggingsperiode.Periode, " ", term.Skattleggingsperiode.Aar, " ", term.SkattleggingsperiodeType, " ",
			term.Leveringsfrist, " ", status.HarTidligereSendtMvaMelding)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.file, diff)
		}
	}
}

// TestListsOfOneHaveNoRoom: they lie among the other values of the document, so that appending to them must not write over these.
func TestListsOfOneHaveNoRoom(t *testing.T) {
	const document = `{"skattepliktig":{"organisasjonsnummer":"974761076"},"harTidligereSendtMvaMelding":true,"terminUtenLevertMvaMelding":[{"meldingskategori":"alminnelig",` +
		`"skattleggingsperiode":{"periode":"mai","aar":"2022"},"skattleggingsperiodeType":"maaned","leveringsfrist":"2022-06-10"}]}`
	var kept []*mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	for range 3 {
		status := new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus)
		if err := xsd.UnmarshalJSON([]byte(document), status); err != nil {
			t.Fatal(err)
		}
		kept = append(kept, status)
		terms := status.TerminUtenLevertMvaMelding
		if len(terms) != 1 || cap(terms) != 1 {
			t.Errorf("%d terms, with room for %d", len(terms), cap(terms))
		}
		_ = append(terms, mvameldinginnsendingstatus.TerminUtenLevertMvaMelding{})
	}
	for _, status := range kept[1:] {
		if diff := cmp.Diff(kept[0], status); diff != "" {
			t.Errorf("the same document is another value (-first +later):\n%s", diff)
		}
		if &status.TerminUtenLevertMvaMelding[0] == &kept[0].TerminUtenLevertMvaMelding[0] {
			t.Error("two documents share a term")
		}
	}
}
