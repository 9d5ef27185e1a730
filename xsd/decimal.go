// xs:decimal: numbers of any precision that keep the digits they were written with (Part 2, section 3.2.3).

package xsd

import (
	"cmp"
	"errors"
	"math/big"
	"strconv"
	"strings"
)

// Decimal is a value of xs:decimal of any precision. It keeps its text: 1.10 stays 1.10. The zero Decimal is 0.
type Decimal struct{ text string }

// ParseDecimal reads a decimal as XSD writes it, such as "-1.10" or ".5", white space around it allowed; exponents are not.
func ParseDecimal(text string) (Decimal, error) {
	text, err := typeDecimal.parseText(text)
	return Decimal{text}, err
}

// NewDecimal returns unscaled divided by ten to the power of scale: NewDecimal(110, 2) is 1.10. A negative scale counts as 0.
func NewDecimal(unscaled int64, scale int) Decimal {
	digits := strconv.FormatInt(unscaled, 10)
	if scale <= 0 {
		return Decimal{digits}
	}
	digits, negative := strings.CutPrefix(digits, "-")
	if missing := scale + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	text := digits[:len(digits)-scale] + "." + digits[len(digits)-scale:]
	if negative {
		text = "-" + text
	}
	return Decimal{text}
}

// String returns the number with the digits it was read with.
func (d Decimal) String() string {
	if d.text == "" {
		return "0"
	}
	return d.text
}

// Equal reports whether d and e are written alike: 1.10 and 1.1 are not. See [Decimal.Compare] for numbers.
func (d Decimal) Equal(e Decimal) bool { return d.String() == e.String() }

// Compare returns the order of two numbers: negative, 0 or positive. ok is always true; it is there for symmetry with the types
// whose order is partial.
func (d Decimal) Compare(e Decimal) (order int, ok bool) {
	return readNumber(d.text).compare(readNumber(e.text))
}

// Sign returns -1, 0 or 1.
func (d Decimal) Sign() int { return readNumber(d.text).sign() }

// Rat returns the exact value.
func (d Decimal) Rat() *big.Rat {
	n := readNumber(d.text)
	r := new(big.Rat).SetInt(n.scaled(len(n.fraction)))
	if n.fraction == "" {
		return r
	}
	return r.Quo(r, new(big.Rat).SetInt(powerOfTen(len(n.fraction))))
}

// Float64 returns the nearest float64, infinite where there is none; exact is false where it is another number.
func (d Decimal) Float64() (value float64, exact bool) { return d.Rat().Float64() }

// MarshalText implements encoding.TextMarshaler.
func (d Decimal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Decimal) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDecimal(string(text))
	return err
}

// MarshalJSON writes a JSON number with the digits of d; only the spellings that JSON forbids (a plus sign, leading zeros, a
// point without digits on both sides) are normalised.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(jsonNumber(d.String())), nil }

// UnmarshalJSON reads a JSON number and keeps its digits; one with an exponent, which xs:decimal does not have, is
// written out.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	text, err := decimalOfJSON(string(data))
	if err != nil {
		return err
	}
	*d, err = ParseDecimal(text)
	return err
}

var decimalSpace = &primitive[number]{
	facets: decimalFacets,
	valid:  isDecimal,
	read:   func(text string, _ PrefixResolver) (number, bool) { return readNumber(text), true },
	digits: func(text string) (total, fraction int) {
		n := readNumber(text)
		return len(n.whole) + len(n.fraction), len(n.fraction)
	},
}

// isDecimal accepts digits with an optional sign and an optional point before, among or after them.
func isDecimal(text string) bool {
	i := afterSign(text)
	whole := afterDigits(text, i)
	if whole == len(text) {
		return whole > i
	}
	if text[whole] != '.' {
		return false
	}
	end := afterDigits(text, whole+1)
	return end == len(text) && end-i > 1
}

func afterSign(text string) int {
	if text != "" && (text[0] == '+' || text[0] == '-') {
		return 1
	}
	return 0
}

// afterDigits returns the index of the first byte from i on that is no digit.
func afterDigits(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// number is a decimal in canonical form: no zeros at the far ends, and no sign for 0.
type number struct {
	negative        bool
	whole, fraction string
}

// readNumber takes a text that isDecimal accepts, or "" for 0.
func readNumber(text string) number {
	i := afterSign(text)
	negative := i > 0 && text[0] == '-'
	whole, fraction, _ := strings.Cut(text[i:], ".")
	for whole != "" && whole[0] == '0' {
		whole = whole[1:]
	}
	for fraction != "" && fraction[len(fraction)-1] == '0' {
		fraction = fraction[:len(fraction)-1]
	}
	return number{negative: negative && (whole != "" || fraction != ""), whole: whole, fraction: fraction}
}

func (n number) compare(m number) (order int, ok bool) { return n.compareTo(m), true }

func (n number) compareTo(m number) int {
	switch {
	case n.negative != m.negative:
		if n.negative {
			return -1
		}
		return 1
	case n.negative:
		return m.compareSize(n)
	default:
		return n.compareSize(m)
	}
}

// compareSize compares absolute values.
func (n number) compareSize(m number) int {
	if order := cmp.Compare(len(n.whole), len(m.whole)); order != 0 {
		return order
	}
	if order := strings.Compare(n.whole, m.whole); order != 0 {
		return order
	}
	return strings.Compare(n.fraction, m.fraction)
}

func (n number) sign() int {
	switch {
	case n == number{}:
		return 0
	case n.negative:
		return -1
	default:
		return 1
	}
}

func (n number) appendKey(key []byte) []byte {
	if n.negative {
		key = append(key, '-')
	}
	key = append(append(key, n.whole...), '.')
	return append(key, n.fraction...)
}

// String returns the number without needless zeros.
func (n number) String() string {
	text := n.whole
	if text == "" {
		text = "0"
	}
	if n.fraction != "" {
		text += "." + n.fraction
	}
	if n.negative {
		text = "-" + text
	}
	return text
}

// scaled returns the number times ten to the power of places, of which there are at least as many as fraction digits.
func (n number) scaled(places int) *big.Int {
	digits := "0" + n.whole + n.fraction + strings.Repeat("0", places-len(n.fraction))
	value, _ := new(big.Int).SetString(digits, 10)
	if n.negative {
		value.Neg(value)
	}
	return value
}

func powerOfTen(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// jsonNumber spells a decimal as JSON allows, and changes nothing else.
func jsonNumber(text string) string {
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

// decimalOfJSON spells a JSON number as xs:decimal does.
func decimalOfJSON(text string) (string, error) {
	mantissa, exponent, found := cutExponent(text)
	if !found {
		return text, nil
	}
	shift, err := strconv.Atoi(exponent)
	if err != nil || shift > maxJSONExponent || shift < -maxJSONExponent {
		return "", errors.New("the number " + quote(text) + " has an exponent beyond " + strconv.Itoa(maxJSONExponent) +
			"; write its digits out")
	}
	if !isDecimal(mantissa) {
		return "", errors.New(quote(text) + " is no JSON number")
	}
	return shiftPoint(mantissa, shift), nil
}

func cutExponent(text string) (mantissa, exponent string, found bool) {
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
	return text[:i] + jsonNumber("0"+whole) + fraction
}
