// Conversion between dates and time.Time.

package xsd

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// formatTime returns "" where the year is not 1 to 9999.
func formatTime(t time.Time, layout string) string {
	if t.Year() < 1 || t.Year() > 9999 {
		return ""
	}
	return t.Format(layout)
}

// maxTimeYear is within what time.Time holds on every platform.
const maxTimeYear = 999_999_999

// timeOf converts a text of a type that has a year.
func timeOf(text string, loc *time.Location, read func(text string) (dateFields, bool)) (time.Time, error) {
	f, ok := read(text)
	switch {
	case !ok:
		return time.Time{}, errors.New("the zero value has no time; parse one first")
	case f.year < 1:
		return time.Time{}, errors.New(quote(text) + " is before year 1, where time.Time counts years otherwise")
	case f.year > maxTimeYear:
		return time.Time{}, errors.New(quote(text) + " is beyond year " + strconv.Itoa(maxTimeYear) + ", the last that is converted")
	case f.zoned:
		loc = time.FixedZone("", f.zone*secondsPerMinute)
	case loc == nil:
		return time.Time{}, errors.New(quote(text) + " has no zone; pass the location it is meant in")
	}
	return time.Date(int(f.year), time.Month(f.month), f.day, f.hour, f.minute, f.second, f.nanoseconds(), loc), nil
}

// nanoseconds are the first nine digits of the fraction.
func (f *dateFields) nanoseconds() int {
	digits := f.fraction + strings.Repeat("0", max(0, 9-len(f.fraction)))
	value := 0
	for _, digit := range []byte(digits[:9]) {
		value = value*10 + int(digit-'0')
	}
	return value
}
