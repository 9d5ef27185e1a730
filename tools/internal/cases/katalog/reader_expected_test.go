// This file holds the quick steps of reading to the careful ones, with documents that were edited at random.

package katalog_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	. "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/katalog"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xsdtest"
)

// newOf allocates a value to read into.
func newOf[T any]() xsd.XMLValue { return any(new(T)).(xsd.XMLValue) }

func TestQuickReadingIsCarefulReading(t *testing.T) {
	catalogue, err := xsd.MarshalJSON(readKatalog(t, katalogXML))
	if err != nil {
		t.Fatal(err)
	}
	readings := xsdtest.New(1500, func(want, got any) string { return cmp.Diff(want, got) })
	readings.XML(t, documentOf(3), newOf[mvameldinginnsendingstatus.MvaMeldingInnsendingStatus])
	readings.JSON(t, jsonOf(t, documentOf(3)), newOf[mvameldinginnsendingstatus.MvaMeldingInnsendingStatus])
	readings.XML(t, []byte(katalogXML), newOf[Katalog])
	readings.JSON(t, catalogue, newOf[Katalog])
	readings.Enough(t, 500)
}

// JSON has characters that XML has not (XML 1.0, production 2): however they are spelled, they are no part of a value.
func TestCharactersBeyondXMLInJSON(t *testing.T) {
	for text, valid := range map[string]bool{
		"\uFFFD": true, `\uFFFD`: true, "\uFB01": true, `\t`: true, "\U0010FFFF": true,
		"\uFFFE": false, `\uFFFE`: false, "\uFFFF": false, `\uFFFF`: false, `\u0001`: false, `\u0000`: false,
	} {
		document := strings.Replace(statusJSON, "januar-februar", "januar"+text, 1)
		var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
		got := rules(xsd.UnmarshalJSON([]byte(document), &v))
		var want []string
		if !valid {
			want = []string{"/mvaMeldingInnsendingStatus/terminUtenLevertMvaMelding/skattleggingsperiode/periode cvc-datatype-valid.1.2.1"}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}
