// xs:duration (Part 2, section 3.2.6), with the partial order that four reference dates decide.

package simple

import (
	"errors"
	"math/big"
	"strings"
	"time"
)

var durationSpace = &primitive[span]{
	facets: orderedFacets,
	valid:  func(text string) bool { _, ok := readDurationFields(text); return ok },
	read:   func(text string, _ PrefixResolver) (span, bool) { return readSpan(text), true },
}

// durationFields are the numbers of a duration as digits, "" where a part is missing.
type durationFields struct {
	negative               bool
	years, months, days    string
	hours, minutes, second string
	fraction               string // of a second, without zeros at the end
}

// readDurationFields reads -PnYnMnDTnHnMn.nS: any part may be missing, but not all, and not all after T.
func readDurationFields(text string) (f durationFields, ok bool) {
	text, f.negative = strings.CutPrefix(text, "-")
	text, ok = strings.CutPrefix(text, "P")
	if !ok {
		return f, false
	}
	date, clock, hasClock := strings.Cut(text, "T")
	rest := cutPart(cutPart(cutPart(date, 'Y', &f.years), 'M', &f.months), 'D', &f.days)
	if rest != "" || date == "" && !hasClock {
		return f, false
	}
	rest = cutPart(cutPart(clock, 'H', &f.hours), 'M', &f.minutes)
	return f, f.cutSeconds(rest) && (clock != "" || !hasClock)
}

// cutPart takes digits and their unit off the front of text, if they are there.
func cutPart(text string, unit byte, digits *string) (rest string) {
	n := afterDigits(text, 0)
	if n == 0 || n == len(text) || text[n] != unit {
		return text
	}
	*digits = text[:n]
	return text[n+1:]
}

// cutSeconds takes nothing, or an unsigned decimal and S: digits may be missing before a point, as in any decimal, but
// not after it.
func (f *durationFields) cutSeconds(text string) bool {
	if text == "" {
		return true
	}
	text, hasUnit := strings.CutSuffix(text, "S")
	whole, fraction, hasPoint := strings.Cut(text, ".")
	f.second = whole
	f.fraction = strings.TrimRight(fraction, "0")
	if hasPoint {
		return hasUnit && afterDigits(whole, 0) == len(whole) && IsDigits(fraction)
	}
	return hasUnit && IsDigits(whole)
}

func IsDigits(text string) bool { return text != "" && afterDigits(text, 0) == len(text) }

func bigOf(digits string) *big.Int { return number{whole: digits}.scaled(0) }

// sumOf is first times factor plus second.
func sumOf(first *big.Int, factor int64, second *big.Int) *big.Int {
	product := new(big.Int).Mul(first, big.NewInt(factor))
	return product.Add(product, second)
}

func (f *durationFields) totalMonths() *big.Int { return sumOf(bigOf(f.years), 12, bigOf(f.months)) }

// TimeOfDuration converts a text that xs:duration accepts to what Go counts time in, cut to nanoseconds.
func TimeOfDuration(text string) (time.Duration, error) {
	f, _ := readDurationFields(text)
	if f.totalMonths().Sign() != 0 {
		return 0, errors.New(Quote(text) + " has years or months, whose length depends on where one begins")
	}
	nanoseconds := number{whole: f.totalSeconds().String(), fraction: f.fraction[:min(len(f.fraction), 9)]}.scaled(9)
	if f.negative {
		nanoseconds.Neg(nanoseconds)
	}
	if !nanoseconds.IsInt64() {
		return 0, errors.New(Quote(text) + " is longer than the 292 years of a time.Duration")
	}
	return time.Duration(nanoseconds.Int64()), nil
}

// totalSeconds are those of all parts but years, months and the fraction.
func (f *durationFields) totalSeconds() *big.Int {
	hours := sumOf(bigOf(f.days), 24, bigOf(f.hours))
	return sumOf(sumOf(hours, 60, bigOf(f.minutes)), 60, bigOf(f.second))
}

// span is a duration as the standard compares them: added to each of four months, in seconds since some moment.
type span [4]number

// The months that section 3.2.6.2 starts from, counted from 0001-01.
var referenceMonths = [4]int64{monthNumber(1696, 9), monthNumber(1697, 2), monthNumber(1903, 3), monthNumber(1903, 7)}

func monthNumber(year, month int64) int64 { return (year-1)*12 + month - 1 }

// The Gregorian calendar repeats itself after 400 years.
const (
	monthsPerCycle = 400 * 12
	daysPerCycle   = 146097
)

// readSpan takes a text that xs:duration accepts.
func readSpan(text string) span {
	f, _ := readDurationFields(text)
	months := f.totalMonths()
	places := len(f.fraction)
	seconds := number{whole: f.totalSeconds().String(), fraction: f.fraction}.scaled(places)
	if f.negative {
		months.Neg(months)
		seconds.Neg(seconds)
	}
	unit := powerOfTen(places)
	unit.Mul(unit, big.NewInt(secondsPerDay))
	var s span
	for i, start := range referenceMonths {
		days := daysAfterMonths(start, months)
		s[i] = numberOf(days.Add(days.Mul(days, unit), seconds), places)
	}
	return s
}

// CompareDurations is the order of two texts that xs:duration accepts.
func CompareDurations(a, b string) (order int, ok bool) { return readSpan(a).compare(readSpan(b)) }

// daysAfterMonths counts the days from 0001-01-01 to the first of the month that comes so many months after start.
func daysAfterMonths(start int64, months *big.Int) *big.Int {
	cycles, rest := new(big.Int), new(big.Int)
	cycles.DivMod(sumOf(months, 1, big.NewInt(start)), big.NewInt(monthsPerCycle), rest)
	month := rest.Int64()
	return sumOf(cycles, daysPerCycle, big.NewInt(daysBefore(month/12+1, int(month%12)+1)))
}

// numberOf is value divided by ten to the power of places.
func numberOf(value *big.Int, places int) number {
	digits := new(big.Int).Abs(value).String()
	digits = strings.Repeat("0", max(0, places-len(digits))) + digits
	n := readNumber(digits[:len(digits)-places] + "." + digits[len(digits)-places:])
	n.negative = value.Sign() < 0
	return n
}

// compare gives an order where all four sums have the same.
func (s span) compare(t span) (order int, ok bool) {
	order = s[0].compareTo(t[0])
	for i := 1; i < len(s); i++ {
		if s[i].compareTo(t[i]) != order {
			return 0, false
		}
	}
	return order, true
}

func (s span) appendKey(key []byte) []byte {
	for _, n := range s {
		key = append(n.appendKey(key), '/')
	}
	return key
}
