// xs:decimal: numbers of any precision that keep the digits they were written with (Part 2, section 3.2.3).

package simple

import (
	"cmp"
	"math/big"
	"strings"
)

var decimalSpace = &primitive[number]{
	facets: decimalFacets,
	valid:  IsDecimal,
	read:   func(text string, _ PrefixResolver) (number, bool) { return readNumber(text), true },
	digits: func(text string) (total, fraction int) {
		n := readNumber(text)
		return len(n.whole) + len(n.fraction), len(n.fraction)
	},
	alone: checkDecimals,
}

// checkDecimals returns a function that finds the digits of a number once, for all facets.
func checkDecimals(r *atomicRules[number]) func(text string) bool {
	if r.totalDigits < 0 && r.fractionDigits < 0 && len(r.bounds) == 0 {
		return r.valid
	}
	total, fraction, usual := r.totalDigits, r.fractionDigits, newUsualDecimals(r)
	return func(text string) bool {
		if usual.has(text) {
			return true
		}
		if !r.valid(text) {
			return false
		}
		n := readNumber(text)
		if total >= 0 && len(n.whole)+len(n.fraction) > total || fraction >= 0 && len(n.fraction) > fraction {
			return false
		}
		for i := range r.bounds {
			if !r.bounds[i].allows(n) {
				return false
			}
		}
		return true
	}
}

// IsDecimal accepts digits with an optional sign and an optional point before, among or after them.
func IsDecimal(text string) bool {
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

// CompareDecimals is the order of two texts that isDecimal accepts, or "" for 0.
func CompareDecimals(a, b string) (order int, ok bool) { return readNumber(a).compare(readNumber(b)) }

// SignOfDecimal returns -1, 0 or 1 for a text that isDecimal accepts, or "" for 0.
func SignOfDecimal(text string) int { return readNumber(text).sign() }

// RatOfDecimal returns the exact value of a text that isDecimal accepts, or "" for 0.
func RatOfDecimal(text string) *big.Rat {
	n := readNumber(text)
	r := new(big.Rat).SetInt(n.scaled(len(n.fraction)))
	if n.fraction == "" {
		return r
	}
	return r.Quo(r, new(big.Rat).SetInt(powerOfTen(len(n.fraction))))
}

// IntOfInteger returns the value of a text that isInteger accepts, or "" for 0.
func IntOfInteger(text string) *big.Int { return readNumber(text).scaled(0) }

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
