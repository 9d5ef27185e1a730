// The decision about dates in their usual form against reading them, for every date there is and many that are none.

package simple

import (
	"fmt"
	"strings"
	"testing"
)

func TestUsualDatesAreThoseThatReadingTakes(t *testing.T) {
	for _, year := range []int{0, 1, 4, 100, 400, 1900, 1999, 2000, 2022, 2024, 9999} {
		for month := range 100 {
			for day := range 100 {
				text := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
				if _, want := ReadDate(text); isUsualDate(text) != want {
					t.Errorf("%s: %v, but reading says %v", text, !want, want)
				}
			}
		}
	}
	for year := range 10000 {
		text := fmt.Sprintf("%04d", year)
		if _, want := ReadGYear(text); isUsualYear(text) != want {
			t.Errorf("%s: %v, but reading says %v", text, !want, want)
		}
	}
}

// Texts of other forms are not decided on: what is called usual is always what reading takes.
func TestOtherDatesAreLeftToReading(t *testing.T) {
	const date, others = "2024-02-29", "-+ :Z\x00/:19é"
	for i := range date {
		for _, c := range strings.Split(others, "") {
			for _, text := range []string{date[:i] + c + date[i:], date[:i] + c + date[i+1:], date[:i] + date[i+1:], date[:i], date[i:]} {
				if _, ok := ReadDate(text); isUsualDate(text) && !ok {
					t.Errorf("%q is no date", text)
				}
				if _, ok := ReadGYear(text); isUsualYear(text) && !ok {
					t.Errorf("%q is no year", text)
				}
			}
		}
	}
}
