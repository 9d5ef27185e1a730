// This file tests reading and writing of organisation numbers.

package orgnr

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseTakesEveryWrittenForm(t *testing.T) {
	for _, text := range []string{
		"974761076", "974 761 076", " 974761076 ", "974\u00a0761\u00a0076", "974\u202f761\u202f076", "NO974761076MVA", "974761076MVA",
		"no 974 761 076 mva", "0192:974761076", "974.761.076", "974-761-076", "\ufeff974761076", "'974761076",
	} {
		got, err := Parse(text)
		if err != nil {
			t.Errorf("Parse(%q): %v", text, err)
		}
		if diff := cmp.Diff(Number("974761076"), got); diff != "" {
			t.Errorf("Parse(%q) (-want +got):\n%s", text, diff)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"":            "no organisation number",
		"   ":         "no organisation number",
		"12345678":    "8 digits",
		"1234567890":  "10 digits",
		"97476107A":   `'A' is no digit`,
		"SE974761076": `'S' is no digit`,
		"9７4761076":   "is no digit",
		"0192:":       "no organisation number",
	} {
		_, err := Parse(text)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Parse(%q) = %v, want an error with %q", text, err, want)
		}
	}
}

func TestCheckDigit(t *testing.T) {
	// The first three are real or synthetic numbers that were issued; the others stand in documentation only.
	for number, want := range map[Number]bool{
		"974761076": true, "312409852": true, "213023012": true,
		"123456789": false, "913238254": false, "": false,
	} {
		if got := number.CheckDigit(); got != want {
			t.Errorf("%q.CheckDigit() = %v, want %v", string(number), got, want)
		}
	}
}

func TestStringGroupsInThrees(t *testing.T) {
	if diff := cmp.Diff("974 761 076", Number("974761076").String()); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("NO974761076MVA")
	f.Add("0192:974 761 076")
	f.Fuzz(func(t *testing.T, text string) {
		number, err := Parse(text)
		if err != nil {
			return
		}
		again, err := Parse(number.String())
		if err != nil || again != number {
			t.Errorf("Parse(%q) = %q, which reads back as %q, %v", text, number, again, err)
		}
	})
}
