// xs:float and xs:double (Part 2, sections 3.2.4 and 3.2.5): Go's float32 and float64 with the standard's spellings and its
// equality, in which NaN equals itself.

package simple

import (
	"encoding/binary"
	"math"
	"strconv"
)

var (
	floatSpace  = floatingSpace(32)
	doubleSpace = floatingSpace(64)
)

func floatingSpace(bits int) *primitive[floating] {
	return &primitive[floating]{
		facets: orderedFacets,
		valid:  isFloat,
		read: func(text string, _ PrefixResolver) (floating, bool) {
			return canonicalFloat(ParseFloat(text, bits)), true
		},
	}
}

// isFloat accepts a decimal with an optional exponent, and the three special values.
func isFloat(text string) bool {
	switch text {
	case "INF", "-INF", "NaN":
		return true
	}
	mantissa, exponent, found := CutExponent(text)
	return IsDecimal(mantissa) && (!found || IsInteger(exponent))
}

// ParseFloat takes a text that isFloat accepts. A number too large for the type is infinite (section 3.2.4.1).
func ParseFloat(text string, bits int) float64 {
	value, _ := strconv.ParseFloat(text, bits)
	return value
}

func FormatFloat(value float64, bits int) string {
	switch {
	case math.IsInf(value, 1):
		return "INF"
	case math.IsInf(value, -1):
		return "-INF"
	default:
		return strconv.FormatFloat(value, 'G', -1, bits)
	}
}

// floating is the bits of a float64, of NaN and of zero always the same.
type floating uint64

func canonicalFloat(value float64) floating {
	switch {
	case math.IsNaN(value):
		value = math.NaN()
	case value == 0:
		value = 0
	}
	return floating(math.Float64bits(value))
}

func (f floating) compare(g floating) (order int, ok bool) {
	v, w := math.Float64frombits(uint64(f)), math.Float64frombits(uint64(g))
	switch {
	case f == g:
		return 0, true
	case v < w:
		return -1, true
	case v > w:
		return 1, true
	default:
		return 0, false
	}
}

func (f floating) appendKey(key []byte) []byte { return binary.BigEndian.AppendUint64(key, uint64(f)) }
