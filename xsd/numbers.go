// Booleans and numbers (XSD 1.0 Part 2, sections 3.2.2 to 3.2.5 and 3.3.13 to 3.3.25).

package xsd

import (
	"math/big"

	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// Boolean is a value of xs:boolean (Part 2, section 3.2.2).
type Boolean = codec.Boolean

// Byte is a value of xs:byte.
type Byte = codec.Byte

// Short is a value of xs:short.
type Short = codec.Short

// Int is a value of xs:int.
type Int = codec.Int

// Long is a value of xs:long.
type Long = codec.Long

// UnsignedByte is a value of xs:unsignedByte.
type UnsignedByte = codec.UnsignedByte

// UnsignedShort is a value of xs:unsignedShort.
type UnsignedShort = codec.UnsignedShort

// UnsignedInt is a value of xs:unsignedInt.
type UnsignedInt = codec.UnsignedInt

// UnsignedLong is a value of xs:unsignedLong.
type UnsignedLong = codec.UnsignedLong

// Float is a value of xs:float.
type Float = codec.Float

// Double is a value of xs:double.
type Double = codec.Double

// Decimal is a value of xs:decimal of any precision. It keeps its text: 1.10 stays 1.10. The zero Decimal is 0.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Decimal] lists its methods.
type Decimal = codec.Decimal

// ParseDecimal reads a decimal as XSD writes it, such as "-1.10" or ".5", white space around it allowed; exponents are not.
func ParseDecimal(text string) (Decimal, error) {
	return codec.ParseDecimal(text)
}

// NewDecimal returns unscaled divided by ten to the power of scale: NewDecimal(110, 2) is 1.10. A negative scale counts as 0.
func NewDecimal(unscaled int64, scale int) Decimal {
	return codec.NewDecimal(unscaled, scale)
}

// Integer is a value of xs:integer, or of the built-in types derived from it that are unbounded on one side. It keeps its
// text: 007 stays 007. The zero Integer is 0.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Integer] lists its methods.
type Integer = codec.Integer

// ParseInteger reads digits with an optional sign, white space around them allowed.
func ParseInteger(text string) (Integer, error) {
	return codec.ParseInteger(text)
}

// NewInteger returns i.
func NewInteger(i int64) Integer {
	return codec.NewInteger(i)
}

// IntegerOf returns i, of any size.
func IntegerOf(i *big.Int) Integer {
	return codec.IntegerOf(i)
}

// NonPositiveInteger is a value of xs:nonPositiveInteger.
type NonPositiveInteger = codec.NonPositiveInteger

// NegativeInteger is a value of xs:negativeInteger; its zero value is none.
type NegativeInteger = codec.NegativeInteger

// NonNegativeInteger is a value of xs:nonNegativeInteger.
type NonNegativeInteger = codec.NonNegativeInteger

// PositiveInteger is a value of xs:positiveInteger; its zero value is none.
type PositiveInteger = codec.PositiveInteger
