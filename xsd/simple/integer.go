// xs:integer and the types derived from it that have no Go counterpart, because a bound is missing (Part 2, sections 3.3.13 to
// 3.3.25).

package simple

// IsInteger accepts digits with an optional sign.
func IsInteger(text string) bool {
	i := afterSign(text)
	return i < len(text) && afterDigits(text, i) == len(text)
}
