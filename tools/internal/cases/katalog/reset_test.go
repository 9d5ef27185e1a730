// This file tests that reading into a value that was used leaves nothing of what it held.

package katalog_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestReadingIntoAUsedValue(t *testing.T) {
	three, one := documentOf(3), documentOf(1)
	for name, read := range map[string]func(*mvameldinginnsendingstatus.MvaMeldingInnsendingStatus, []byte) error{
		"XML": func(v *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus, document []byte) error {
			return xsd.UnmarshalXML(document, v)
		},
		"JSON": func(v *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus, document []byte) error {
			return xsd.UnmarshalJSON(jsonOf(t, document), v)
		},
	} {
		var used, want mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
		for _, document := range [][]byte{three, one} {
			if err := read(&used, document); err != nil {
				t.Fatal(err)
			}
		}
		if err := read(&want, one); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, used); diff != "" {
			t.Errorf("%s, of the second document (-want +got):\n%s", name, diff)
		}
	}
}
