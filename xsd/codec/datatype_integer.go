// xs:integer and the types derived from it that have no Go counterpart, because a bound is missing (Part 2, sections 3.3.13 to
// 3.3.25).

package codec

import (
	"math/big"
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Integer is a value of xs:integer, or of the built-in types derived from it that are unbounded on one side. It keeps its
// text: 007 stays 007. The zero Integer is 0.
type Integer struct{ text string }

// The types that generated code converts an Integer to where the schema names one of them: their bounds are checked.
type (
	// NonPositiveInteger is a value of xs:nonPositiveInteger.
	NonPositiveInteger Integer
	// NegativeInteger is a value of xs:negativeInteger; its zero value is none.
	NegativeInteger Integer
	// NonNegativeInteger is a value of xs:nonNegativeInteger.
	NonNegativeInteger Integer
	// PositiveInteger is a value of xs:positiveInteger; its zero value is none.
	PositiveInteger Integer
)

// ParseInteger reads digits with an optional sign, white space around them allowed.
func ParseInteger(text string) (Integer, error) {
	text, err := typeInteger.ParseText(text)
	return Integer{text}, err
}

// NewInteger returns i.
func NewInteger(i int64) Integer { return Integer{strconv.FormatInt(i, 10)} }

// IntegerOf returns i, of any size.
func IntegerOf(i *big.Int) Integer { return Integer{i.String()} }

// String returns the number with the digits it was read with.
func (i Integer) String() string { return Decimal(i).String() }

// Equal reports whether i and j are written alike: 7 and 007 are not. See [Integer.Compare] for numbers.
func (i Integer) Equal(j Integer) bool { return i.String() == j.String() }

// Compare returns the order of two numbers: negative, 0 or positive. ok is always true.
func (i Integer) Compare(j Integer) (order int, ok bool) { return Decimal(i).Compare(Decimal(j)) }

// Sign returns -1, 0 or 1.
func (i Integer) Sign() int { return Decimal(i).Sign() }

// Big returns the value as a number of its own.
func (i Integer) Big() *big.Int { return simple.IntOfInteger(i.text) }

// Int64 returns the value; ok is false where it does not fit.
func (i Integer) Int64() (value int64, ok bool) {
	value, err := strconv.ParseInt(i.String(), 10, 64)
	return value, err == nil
}

// MarshalText implements encoding.TextMarshaler.
func (i Integer) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (i *Integer) UnmarshalText(text []byte) (err error) {
	*i, err = ParseInteger(string(text))
	return err
}

// MarshalJSON writes a JSON number with the digits of i, without a plus sign and leading zeros.
func (i Integer) MarshalJSON() ([]byte, error) { return Decimal(i).MarshalJSON() }

// UnmarshalJSON reads a JSON number without a fraction and keeps its digits; an exponent is written out.
func (i *Integer) UnmarshalJSON(data []byte) error {
	text, err := simple.DecimalOfJSON(string(data))
	if err != nil {
		return err
	}
	*i, err = ParseInteger(text)
	return err
}
