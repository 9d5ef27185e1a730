// What is said of organisation numbers.

package say

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
)

// ParseNumber reads an organisation number in any of the forms people write; the error says what is wrong with the text.
func ParseNumber(text string) (orgnr.Number, error) {
	number, err := orgnr.Parse(text)
	if err == nil {
		return number, nil
	}
	digits := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	short := text
	if runes := []rune(text); len(runes) > 40 {
		short = string(runes[:40]) + "…"
	}
	switch {
	case strings.TrimSpace(text) == "":
		return "", Errorf("the organisation number is missing")
	case digits == 9 || digits == 0:
		return "", Errorf("%q is no organisation number: nine digits are expected, such as 974 761 076", short)
	default:
		return "", Errorf("%q is no organisation number: it has %s digits, nine are expected", short, strconv.Itoa(digits))
	}
}

// Mistyped is the warning about a number whose check digit is wrong.
func Mistyped(number orgnr.Number) error {
	return Errorf("%s fails the check digit: is it mistyped?", number.String())
}
