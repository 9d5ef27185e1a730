// Values in another spelling.

package codec

import "testing"

// The letters of a schema without them are as long as the letters that they stand for, so only values of one length are compared.
func TestTransliterationKeepsLengths(t *testing.T) {
	for from, want := range map[string]string{"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "a": "a", "é": "é", "sjøfører på": "sjoefoerer paa"} {
		if got := transliterate(from); got != want || len(got) != len(from) {
			t.Errorf("%s becomes %s, want %s", from, got, want)
		}
	}
}
