// This file holds the organisation number: read in every form, checked, and written for people.

// Package orgnr reads Norwegian organisation numbers in the forms people write them in, checks their check digit, and writes them
// as they are printed. A Number converts to the generated type of a schema and back:
//
//	number, err := orgnr.Parse("NO 974 761 076 MVA")
//	answer, err := c.HentStatus(ctx, mvameldinginnsendingstatus.Organisasjonsnummer(number))
package orgnr

import (
	"fmt"
	"strings"
	"unicode"
)

// Number is an organisation number: nine digits, nothing else. It need not pass the check digit: see [Number.CheckDigit].
type Number string

// Parse reads "974761076", "974 761 076", "NO974761076MVA", "974761076MVA", "NO 974 761 076 MVA", "0192:974761076" and the like,
// with any kind of space between the digits. The error says what is wrong and what is expected.
func Parse(text string) (Number, error) {
	digits := compact(text)
	digits = strings.TrimPrefix(digits, "0192:")
	digits = strings.TrimPrefix(digits, "NO")
	digits = strings.TrimSuffix(digits, "MVA")
	if digits == "" {
		return "", fmt.Errorf("no organisation number in %s: nine digits are expected, such as 974 761 076", quote(text))
	}
	for _, r := range digits {
		if r < '0' || r > '9' {
			return "", fmt.Errorf("%s is no organisation number: %q is no digit; nine digits are expected, such as 974 761 076 or NO974761076MVA",
				quote(text), r)
		}
	}
	if len(digits) != 9 {
		return "", fmt.Errorf("%s is no organisation number: it has %d digits, nine are expected", quote(text), len(digits))
	}
	return Number(digits), nil
}

// compact drops white space of every kind, the dots and hyphens people group digits with, and the marks that spreadsheets and web pages leave
// behind, and upper-cases the rest.
func compact(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r), r == '.', r == '-', r == '\'':
			return -1
		default:
			return unicode.ToUpper(r)
		}
	}, text)
}

// quote shortens what is not a number for an error.
func quote(text string) string {
	const most = 40
	runes := []rune(text)
	if len(runes) > most {
		return fmt.Sprintf("%q...", string(runes[:most]))
	}
	return fmt.Sprintf("%q", text)
}

// weights are those of the modulus 11 check over the first eight digits.
var weights = [8]int{3, 2, 7, 6, 5, 4, 3, 2}

// CheckDigit reports whether the ninth digit is the modulus 11 check digit of the first eight. Numbers that fail it exist in
// documentation and test data, so a failure is worth a warning, never a refusal.
func (n Number) CheckDigit() bool {
	if len(n) != 9 {
		return false
	}
	sum := 0
	for i, weight := range weights {
		sum += int(n[i]-'0') * weight
	}
	check := (11 - sum%11) % 11
	return check != 10 && check == int(n[8]-'0')
}

// String groups the digits in threes, as they are printed in Norway.
func (n Number) String() string {
	if len(n) != 9 {
		return string(n)
	}
	return string(n[:3] + " " + n[3:6] + " " + n[6:])
}
