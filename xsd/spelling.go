// This file finds a spelling of a value that the patterns of its type accept. Values that are booleans and numbers of Go do not keep the text
// they were read from, and a pattern may ask for another one than the canonical: "0", "007" or "1.0E-2".

package xsd

import (
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// Bounds of the search: for longer texts, and beyond so many states, the canonical spelling stands. A number's point is moved by so many
// digits at most.
const (
	maxSpelt       = 2000
	maxSpellStates = 1 << 16
	maxPointMoved  = 20
)

// style is what spellings may have that a canonical one has not, as expressions.
type style struct{ plus, zeros, exponent string }

// The styles, the preferred one first.
var styles = []style{
	{exponent: "E"},
	{plus: `\+?`, zeros: "0*", exponent: "[eE]"},
}

// spell returns text, which is a value of type t in its canonical spelling, or where the patterns of t do not accept that, the shortest
// spelling of the same value that they do. Without one it returns text.
func (t *SimpleType) spell(text string) string {
	if !t.engine().patterned || len(text) > maxSpelt || t.accepts(text, nil) {
		return text
	}
	steps := [][]*pattern.Pattern{nil}
	for _, alternatives := range t.Patterns() {
		steps = append(steps, compiled(alternatives))
	}
	for _, s := range styles {
		steps[0] = compiled([]string{s.allOf(t, text)})
		language := pattern.Language{Steps: steps, MaxLength: pattern.NoMaximum}
		if found, answer := language.Shortest(maxSpellStates); answer == pattern.Yes && t.accepts(found, nil) {
			return found
		}
	}
	return text
}

// compiled compiles patterns; those that are none are of no effect.
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
		if parseBoolean(text) {
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
	if !isFloat(text) || strings.HasSuffix(text, "INF") || text == "NaN" {
		return literally(text)
	}
	mantissa, exponent, _ := cutExponent(text)
	power, _ := strconv.Atoi(exponent)
	whole, fraction, _ := strings.Cut(mantissa, ".")
	power -= len(fraction)
	sign, digits := s.sign(whole+fraction, false)
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		sign, _ = s.sign("", true)
		return sign + `(0+(\.0*)?|\.0+)(` + s.exponent + `[\+\-]?[0-9]+)?`
	}
	significant := strings.TrimRight(digits, "0")
	power += len(digits) - len(significant)
	var ways []string
	for places := -maxPointMoved; places <= len(significant)+maxPointMoved; places++ {
		ways = append(ways, s.mantissa(significant, places)+s.power(power+places))
	}
	if places := -power; places < -maxPointMoved || places > len(significant)+maxPointMoved {
		ways = append(ways, s.mantissa(significant, places))
	}
	return sign + "(" + strings.Join(ways, "|") + ")"
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
		return "(" + s.exponent + "0" + s.zeros + ")?"
	case exponent < 0:
		return s.exponent + `\-` + s.zeros + strconv.Itoa(-exponent)
	}
	return s.exponent + s.plus + s.zeros + strconv.Itoa(exponent)
}
