// This file judges decimals of few digits, which most are, by what they are as whole numbers. All others, and all that may be refused, are judged by decimal.go.

package simple

import "math"

// usualDecimals are decimals that are surely of a type.
type usualDecimals struct {
	lowest, highest int64 // whole numbers within the bounds
	total, fraction int   // digits, zeros at the far ends included
}

// mostUsual is how many digits before the point a usual decimal has at most: its whole number is exact.
const mostUsual = 17

// newUsualDecimals returns those within the facets of r.
func newUsualDecimals(r *atomicRules[number]) usualDecimals {
	u := usualDecimals{lowest: -math.MaxInt64, highest: math.MaxInt64, total: math.MaxInt, fraction: math.MaxInt}
	if r.totalDigits >= 0 {
		u.total = r.totalDigits
	}
	if r.fractionDigits >= 0 {
		u.fraction = r.fractionDigits
	}
	if !r.valid("0.5") {
		u.fraction = 0 // of integers
	}
	for i := range r.bounds {
		u.narrow(&r.bounds[i])
	}
	return u
}

// narrow leaves out the whole numbers that are not within a bound, and perhaps one that is.
func (u *usualDecimals) narrow(b *bound[number]) {
	limit, inner := b.limit.wholeNumber(), int64(0)
	if b.kind == FacetMinExclusive || b.kind == FacetMaxExclusive || b.limit.fraction != "" {
		inner = 1
	}
	switch b.kind {
	case FacetMinInclusive, FacetMinExclusive:
		u.lowest = max(u.lowest, limit+inner)
	default:
		u.highest = min(u.highest, limit-inner)
	}
}

// wholeNumber returns the number without its fraction. One that is too large comes as one beyond all usual ones.
func (n number) wholeNumber() int64 {
	var value int64 = math.MaxInt64 / 2
	if len(n.whole) <= mostUsual {
		value = 0
		for i := range len(n.whole) {
			value = value*10 + int64(n.whole[i]-'0')
		}
	}
	if n.negative {
		return -value
	}
	return value
}

// has reports whether a text is one of them.
func (u *usualDecimals) has(text string) bool {
	begin := 0
	if text != "" && text[0] == '-' {
		begin = 1
	}
	var value int64
	end := begin
	for end < len(text) && isDigit(text[end]) {
		value = value*10 + int64(text[end]-'0')
		end++
	}
	whole, fraction := end-begin, 0
	if end < len(text) {
		fraction = len(text) - end - len(".")
		if text[end] != '.' || fraction == 0 || afterDigits(text, end+1) < len(text) {
			return false
		}
	}
	if whole == 0 || whole > mostUsual || fraction > u.fraction || whole+fraction > u.total {
		return false
	}
	lowest, highest := value, value // whole numbers around it
	switch {
	case begin > 0 && fraction > 0:
		lowest, highest = -value-1, -value
	case begin > 0:
		lowest, highest = -value, -value
	case fraction > 0:
		highest++
	}
	return u.lowest <= lowest && highest <= u.highest
}
