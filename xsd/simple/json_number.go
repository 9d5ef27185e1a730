// How numbers are spelled in JSON, whose numbers and those of XSD are not the same texts.

package simple

import (
	"errors"
	"strconv"
	"strings"
)

// JSONNumber spells a decimal as JSON allows, and changes nothing else.
func JSONNumber(text string) string {
	i := afterSign(text)
	sign, digits := strings.TrimPrefix(text[:i], "+"), text[i:]
	whole, fraction, hasPoint := strings.Cut(digits, ".")
	trimmed := strings.TrimLeft(whole, "0")
	if trimmed == "" {
		trimmed = "0"
	}
	if hasPoint && fraction != "" {
		return sign + trimmed + "." + fraction
	}
	return sign + trimmed
}

// maxJSONExponent bounds what an exponent in a JSON number can cost: it is written out digit by digit.
const maxJSONExponent = 1000

// DecimalOfJSON spells a JSON number as xs:decimal does.
func DecimalOfJSON(text string) (string, error) {
	mantissa, exponent, found := CutExponent(text)
	if !found {
		return text, nil
	}
	shift, err := strconv.Atoi(exponent)
	if err != nil || shift > maxJSONExponent || shift < -maxJSONExponent {
		return "", errors.New("the number " + Quote(text) + " has an exponent beyond " + strconv.Itoa(maxJSONExponent) +
			"; write its digits out")
	}
	if !IsDecimal(mantissa) {
		return "", errors.New(Quote(text) + " is no JSON number")
	}
	return shiftPoint(mantissa, shift), nil
}

func CutExponent(text string) (mantissa, exponent string, found bool) {
	i := strings.IndexAny(text, "eE")
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+1:], true
}

// shiftPoint multiplies a decimal by ten to the power of shift.
func shiftPoint(text string, shift int) string {
	i := afterSign(text)
	whole, fraction, _ := strings.Cut(text[i:], ".")
	if shift >= 0 {
		fraction += strings.Repeat("0", max(0, shift-len(fraction)))
		whole, fraction = whole+fraction[:shift], fraction[shift:]
	} else {
		whole = strings.Repeat("0", max(0, -shift-len(whole))) + whole
		whole, fraction = whole[:len(whole)+shift], whole[len(whole)+shift:]+fraction
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return text[:i] + JSONNumber("0"+whole) + fraction
}
