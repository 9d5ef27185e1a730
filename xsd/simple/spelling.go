// This file finds a spelling of a value that the patterns of its type accept. Values that are booleans and numbers of Go do not keep the text
// they were read from, and a pattern may ask for another spelling than the canonical one: "0", "007" or "1.0E-2".

package simple

import (
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// Bounds of the search: for longer texts, and beyond so many states, the canonical spelling stands. A number's point is moved by so many
// digits at most.
const (
	maxSpelt       = 500
	maxSpellStates = 1 << 16
	maxPointMoved  = 8
)

// style is what spellings may have that a canonical one has not, as expressions.
type style struct{ plus, zeros, exponent string }

// The styles, the preferred one first.
var styles = []style{
	{exponent: "E"},
	{plus: `\+?`, zeros: "0*", exponent: "[eE]"},
}

// Spell returns text, which is a value of type t in its canonical spelling, or where the patterns of t do not accept that, the shortest
// spelling of the same value that they do. Without one it returns text.
func (t *SimpleType) Spell(text string) string {
	if !t.Compiled().patterned || len(text) > maxSpelt || t.Accepts(text, nil) {
		return text
	}
	if found, ok := t.likelyFloat(text); ok {
		return found
	}
	steps := [][]*pattern.Pattern{nil}
	for _, alternatives := range t.Patterns() {
		steps = append(steps, compiled(alternatives))
	}
	for _, s := range styles {
		steps[0] = compiled([]string{s.allOf(t, text)})
		language := pattern.Language{Steps: steps, MaxLength: pattern.NoMaximum}
		if found, answer := language.Shortest(maxSpellStates); answer == pattern.Yes && t.Accepts(found, nil) {
			return found
		}
	}
	return text
}

// compiled compiles patterns; it skips texts that are no patterns.
func compiled(expressions []string) []*pattern.Pattern {
	var patterns []*pattern.Pattern
	for _, expression := range expressions {
		if p, err := pattern.Compile(expression); err == nil {
			patterns = append(patterns, p)
		}
	}
	return patterns
}

// allOf returns an expression for all spellings of a value of type t.
func (s style) allOf(t *SimpleType, text string) string {
	if t.variety == VarietyList {
		t = t.item
	}
	words := strings.Fields(text)
	for i, word := range words {
		words[i] = s.spellings(t.Primitive(), word)
	}
	return strings.Join(words, " ")
}

// spellings returns an expression for all spellings of a value of a primitive type, given in its canonical one.
func (s style) spellings(primitive *SimpleType, text string) string {
	switch primitive {
	case typeBoolean:
		if ParseBoolean(text) {
			return "(true|1)"
		}
		return "(false|0)"
	case typeDecimal:
		sign, digits := s.sign(text, text == "0")
		return sign + "0*" + literally(digits)
	case typeFloat, typeDouble:
		return s.float(text)
	}
	return literally(text)
}

// literally returns an expression for text alone.
func literally(text string) string {
	var expression strings.Builder
	for _, c := range text {
		if strings.ContainsRune(`.\?*+{}()[]|-^`, c) {
			expression.WriteByte('\\')
		}
		expression.WriteRune(c)
	}
	return expression.String()
}

// sign returns an expression for the sign of a number, and the number without it. Zero may have either.
func (s style) sign(text string, zero bool) (sign, rest string) {
	rest, negative := strings.CutPrefix(text, "-")
	switch {
	case zero && s.plus != "":
		return `[\+\-]?`, rest
	case negative:
		return `\-`, rest
	}
	return s.plus, rest
}

// float are the ways to write a floating-point number, its point moved within bounds.
func (s style) float(text string) string {
	n, ok := splitFloat(text)
	if !ok {
		return literally(text)
	}
	if n.digits == "" {
		sign, _ := s.sign("", true)
		return sign + `(0+(\.0*)?|\.0+)(` + s.exponent + `[\+\-]?[0-9]+)?`
	}
	var ways []string
	for places := -maxPointMoved; places <= len(n.digits)+maxPointMoved; places++ {
		ways = append(ways, s.mantissa(n.digits, places)+s.power(n.power+places))
	}
	if places := -n.power; places < -maxPointMoved || places > len(n.digits)+maxPointMoved {
		ways = append(ways, s.mantissa(n.digits, places))
	}
	sign, _ := s.sign(text, false)
	return sign + "(" + strings.Join(ways, "|") + ")"
}

// floatText is a floating-point number: its digits, without zeros at the ends, times a power of ten. Zero has no digits.
type floatText struct {
	sign, digits string
	power        int
}

// splitFloat takes a canonical spelling apart; ok is false for those that are no numbers.
func splitFloat(text string) (n floatText, ok bool) {
	if !isFloat(text) || strings.HasSuffix(text, "INF") || text == "NaN" {
		return n, false
	}
	mantissa, exponent, _ := CutExponent(text)
	if mantissa[0] == '-' {
		n.sign, mantissa = "-", mantissa[1:]
	}
	n.power, _ = strconv.Atoi(exponent)
	whole, fraction, _ := strings.Cut(mantissa, ".")
	n.power -= len(fraction)
	digits := strings.TrimLeft(whole+fraction, "0")
	n.digits = strings.TrimRight(digits, "0")
	n.power += len(digits) - len(n.digits)
	return n, true
}

// likelyFloat returns the first of the spellings that people write which type t accepts: one digit before the point first, with an
// exponent, then with the point elsewhere. It is there for speed: the search would find one too.
func (t *SimpleType) likelyFloat(text string) (spelling string, ok bool) {
	n, isNumber := splitFloat(text)
	if !isNumber || n.digits == "" {
		return "", false
	}
	for move := range maxPointMoved + len(n.digits) {
		for _, places := range [2]int{len(n.digits) - 1 - move, len(n.digits) - 1 + move} {
			mantissa, exponent := n.sign+n.moved(places), ""
			if power := n.power + places; power != 0 {
				exponent = "E" + strconv.Itoa(power)
			}
			for _, zeros := range [2]string{"", ".0"} {
				if zeros != "" && strings.Contains(mantissa, ".") {
					zeros = "0"
				}
				if spelling = mantissa + zeros + exponent; t.Accepts(spelling, nil) {
					return spelling, true
				}
			}
		}
	}
	return "", false
}

// moved writes the digits with so many of them behind the point; fewer than none are zeros before it.
func (n floatText) moved(places int) string {
	switch length := len(n.digits); {
	case places <= 0:
		return n.digits + strings.Repeat("0", -places)
	case places < length:
		return n.digits[:length-places] + "." + n.digits[length-places:]
	default:
		return "0." + strings.Repeat("0", places-length) + n.digits
	}
}

// mantissa writes digits with so many of them behind the point; fewer than none are zeros before it.
func (s style) mantissa(digits string, places int) string {
	switch n := len(digits); {
	case places <= 0:
		return s.zeros + digits + "0{" + strconv.Itoa(-places) + `}(\.0*)?`
	case places < n:
		return s.zeros + digits[:n-places] + `\.` + digits[n-places:] + "0*"
	default:
		return `0?` + s.zeros + `\.0{` + strconv.Itoa(places-n) + "}" + digits + "0*"
	}
}

// power writes an exponent.
func (s style) power(exponent int) string {
	switch {
	case exponent == 0:
		sign, _ := s.sign("", true)
		return "(" + s.exponent + sign + "0" + s.zeros + ")?"
	case exponent < 0:
		return s.exponent + `\-` + s.zeros + strconv.Itoa(-exponent)
	}
	return s.exponent + s.plus + s.zeros + strconv.Itoa(exponent)
}
