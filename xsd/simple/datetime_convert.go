// Conversion between dates and time.Time.

package simple

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// maxTimeYear is within what time.Time holds on every platform.
const maxTimeYear = 999_999_999

// MomentOf converts a text of a type that has a year.
func MomentOf(text string, loc *time.Location, read func(text string) (DateFields, bool)) (time.Time, error) {
	f, ok := read(text)
	switch {
	case !ok:
		return time.Time{}, errors.New("the zero value has no time; parse one first")
	case f.Year < 1:
		return time.Time{}, errors.New(Quote(text) + " is before year 1, where time.Time counts years otherwise")
	case f.Year > maxTimeYear:
		return time.Time{}, errors.New(Quote(text) + " is beyond year " + strconv.Itoa(maxTimeYear) + ", the last that is converted")
	case f.Zoned:
		loc = time.FixedZone("", f.zone*secondsPerMinute)
	case loc == nil:
		return time.Time{}, errors.New(Quote(text) + " has no zone; pass the location it is meant in")
	}
	return time.Date(int(f.Year), time.Month(f.Month), f.Day, f.Hour, f.Minute, f.Second, f.Nanoseconds(), loc), nil
}

// Nanoseconds are the first nine digits of the fraction.
func (f *DateFields) Nanoseconds() int {
	digits := f.fraction + strings.Repeat("0", max(0, 9-len(f.fraction)))
	value := 0
	for _, digit := range []byte(digits[:9]) {
		value = value*10 + int(digit-'0')
	}
	return value
}
