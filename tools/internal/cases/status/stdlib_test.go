// The list of open terms must never be lost in silence, whichever way a
// document is read. (Its name is declared with three leading spaces; a struct
// tag with the spaces finds no term in any document.)

package status_test

import (
	"encoding/json"
	"encoding/xml"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestEveryWayOfReadingFindsTheTerms(t *testing.T) {
	fromXML, fromJSON := file(t, "valid/zone.xml"), file(t, "json/two-terms.json")
	ways := map[string]func(*mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error{
		"xsd.UnmarshalXML": func(s *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error {
			return xsd.UnmarshalXML(fromXML, s)
		},
		"xsd.UnmarshalJSON": func(s *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error {
			return xsd.UnmarshalJSON(fromJSON, s)
		},
		"encoding/xml": func(s *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error {
			return xml.Unmarshal(fromXML, s)
		},
		"encoding/json": func(s *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error {
			return json.Unmarshal(fromJSON, s)
		},
		"ReadXML": func(s *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error {
			document, err := mvameldinginnsendingstatus.ReadXML(fromXML)
			if err != nil {
				return err
			}
			*s = *document.Value.(*mvameldinginnsendingstatus.MvaMeldingInnsendingStatus)
			return nil
		},
	}
	for name, read := range ways {
		var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
		if err := read(&status); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff("2 terms", terms(status)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestPaddedListIsNoEmptyList(t *testing.T) {
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	if err := json.Unmarshal(file(t, "json/key-padded.json"), &status); err == nil {
		t.Errorf("encoding/json reads a list of another name as %s, without an error", terms(status))
	}
}

func file(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
