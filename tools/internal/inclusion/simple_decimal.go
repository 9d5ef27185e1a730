// Bounds, digits and values of xs:decimal as regular expressions: ordered numbers of a written form are a regular language. The
// expressions say something about texts of the lexical space only.

package inclusion

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// maxBoundDigits is how many digits of a bound are turned into an expression, whose length grows with their square.
const maxBoundDigits = 60

// decimal is a number: no zeros at the far ends.
type decimal struct {
	negative        bool
	whole, fraction string
}

// parseDecimal reads the value of a facet; ok is false where it is no decimal, or one with too many digits.
func parseDecimal(text string) (d decimal, ok bool) {
	parsed, err := xsd.ParseDecimal(text)
	if err != nil {
		return decimal{}, false
	}
	digits := strings.TrimPrefix(parsed.String(), "+")
	digits, d.negative = strings.CutPrefix(digits, "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	d.whole, d.fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	d.negative = d.negative && d.whole+d.fraction != ""
	return d, len(d.whole)+len(d.fraction) <= maxBoundDigits
}

func (d decimal) zero() bool { return d.whole+d.fraction == "" }

// optionalFraction are any digits after the whole ones, or none.
const optionalFraction = `(\.[0-9]*)?`

// anySize is any number without its sign.
const anySize = `[0-9]*` + optionalFraction

// value is the expression of all texts of d.
func (d decimal) value() string {
	sign := `\+?`
	switch {
	case d.zero():
		sign = `[+\-]?`
	case d.negative:
		sign = `-`
	}
	if d.fraction == "" {
		return sign + `0*` + d.whole + `(\.0*)?`
	}
	return sign + `0*` + d.whole + `\.` + d.fraction + `0*`
}

// least is the expression of the numbers from d on, without d itself where strict.
func (d decimal) least(strict bool) string {
	if d.negative {
		return choice(`\+?`+anySize, `-`+d.upTo(strict))
	}
	if d.zero() && !strict {
		return choice(`\+?`+anySize, d.value())
	}
	return `\+?` + d.from(strict)
}

// greatest is the expression of the numbers up to d.
func (d decimal) greatest(strict bool) string {
	if d.negative {
		return `-` + d.from(strict)
	}
	if d.zero() && strict {
		return `-` + d.from(strict)
	}
	return choice(`-`+anySize, `\+?`+d.upTo(strict))
}

// from are the numbers without sign that are as large as d, or larger.
func (d decimal) from(strict bool) string {
	out := []string{`[1-9]` + digitsFrom(len(d.whole)) + optionalFraction}
	for i, c := range d.whole {
		if c < '9' {
			out = append(out, fmt.Sprintf(`%s[%c-9]%s%s`, d.whole[:i], c+1, exactly(len(d.whole)-i-1), optionalFraction))
		}
	}
	for i, c := range d.fraction {
		if c < '9' {
			out = append(out, fmt.Sprintf(`%s\.%s[%c-9][0-9]*`, d.whole, d.fraction[:i], c+1))
		}
	}
	switch {
	case strict:
		out = append(out, fmt.Sprintf(`%s\.%s0*[1-9][0-9]*`, d.whole, d.fraction))
	case d.fraction == "":
		out = append(out, d.whole+optionalFraction)
	default:
		out = append(out, d.whole+`\.`+d.fraction+`[0-9]*`)
	}
	return `0*` + choice(out...)
}

// upTo are the numbers without sign that are as small as d, which is not 0 where strict, or smaller.
func (d decimal) upTo(strict bool) string {
	var out []string
	if d.whole != "" {
		out = append(out, fmt.Sprintf(`[0-9]{0,%d}%s`, len(d.whole)-1, optionalFraction))
	}
	for i, c := range d.whole {
		if c > '0' {
			out = append(out, fmt.Sprintf(`%s[0-%c]%s%s`, d.whole[:i], c-1, exactly(len(d.whole)-i-1), optionalFraction))
		}
	}
	for i, c := range d.fraction {
		if c > '0' {
			out = append(out, fmt.Sprintf(`%s\.%s[0-%c][0-9]*`, d.whole, d.fraction[:i], c-1))
		}
		out = append(out, d.whole+`\.`+d.fraction[:i])
		if i == 0 {
			out = append(out, d.whole)
		}
	}
	if !strict {
		out = append(out, strings.TrimPrefix(decimal{whole: d.whole, fraction: d.fraction}.value(), `\+?0*`))
	}
	return `0*` + choice(out...)
}

// totalDigitsForm are the numbers of at most so many digits, zeros at the far ends left out.
func totalDigitsForm(total int) string {
	var out []string
	for whole := range total + 1 {
		out = append(out, fmt.Sprintf(`[0-9]{0,%d}(\.[0-9]{0,%d}0*)?`, whole, total-whole))
	}
	return `[+\-]?0*` + choice(out...)
}

// fractionDigitsForm are the numbers of at most so many digits after the point.
func fractionDigitsForm(digits int) string {
	return fmt.Sprintf(`[+\-]?[0-9]*(\.[0-9]{0,%d}0*)?`, digits)
}

func choice(alternatives ...string) string { return `(` + strings.Join(alternatives, `|`) + `)` }

func exactly(n int) string { return fmt.Sprintf(`[0-9]{%d}`, n) }

func digitsFrom(n int) string { return fmt.Sprintf(`[0-9]{%d,}`, n) }
