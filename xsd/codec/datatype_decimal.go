// xs:decimal: numbers of any precision that keep the digits they were written with (Part 2, section 3.2.3).

package codec

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Decimal is a value of xs:decimal of any precision. It keeps its text: 1.10 stays 1.10. The zero Decimal is 0.
type Decimal struct{ text string }

// ParseDecimal reads a decimal as XSD writes it, such as "-1.10" or ".5", white space around it allowed; exponents are not.
func ParseDecimal(text string) (Decimal, error) {
	text, err := typeDecimal.ParseText(text)
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
	return simple.CompareDecimals(d.text, e.text)
}

// Sign returns -1, 0 or 1.
func (d Decimal) Sign() int { return simple.SignOfDecimal(d.text) }

// Rat returns the exact value.
func (d Decimal) Rat() *big.Rat { return simple.RatOfDecimal(d.text) }

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
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(simple.JSONNumber(d.String())), nil }

// UnmarshalJSON reads a JSON number and keeps its digits; one with an exponent, which xs:decimal does not have, is
// written out.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	text, err := simple.DecimalOfJSON(string(data))
	if err != nil {
		return err
	}
	*d, err = ParseDecimal(text)
	return err
}
