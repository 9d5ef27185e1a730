// xs:duration (Part 2, section 3.2.6), with the partial order that four reference dates decide.

package codec

import (
	"strconv"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Duration is a value of xs:duration, such as P1Y2M3DT4H5M6.7S. It keeps its text: P12M stays P12M. The zero Duration is PT0S.
type Duration struct{ text string }

// ParseDuration reads an xs:duration, white space around it allowed. The numbers in it may have any number of digits.
func ParseDuration(text string) (Duration, error) {
	text, err := typeDuration.ParseText(text)
	return Duration{text}, err
}

// DurationOf returns d in hours, minutes and seconds.
func DurationOf(d time.Duration) Duration {
	text := make([]byte, 0, len("-PT2562047H47M16.854775808S"))
	if d < 0 {
		text = append(text, '-')
	}
	text = append(text, "PT"...)
	if hours := d / time.Hour; hours != 0 {
		text = append(strconv.AppendUint(text, magnitude(hours), 10), 'H')
	}
	if minutes := d % time.Hour / time.Minute; minutes != 0 {
		text = append(strconv.AppendUint(text, magnitude(minutes), 10), 'M')
	}
	nanoseconds := magnitude(d % time.Minute)
	if nanoseconds == 0 && text[len(text)-1] != 'T' {
		return Duration{string(text)}
	}
	text = strconv.AppendUint(text, nanoseconds/1e9, 10)
	if fraction := nanoseconds % 1e9; fraction != 0 {
		digits := strconv.FormatUint(1e9+fraction, 10)[1:]
		text = append(append(text, '.'), strings.TrimRight(digits, "0")...)
	}
	return Duration{string(append(text, 'S'))}
}

func magnitude(d time.Duration) uint64 {
	if d < 0 {
		d = -d
	}
	return uint64(d)
}

// String returns the text as it was read.
func (d Duration) String() string {
	if d.text == "" {
		return "PT0S"
	}
	return d.text
}

// Equal reports whether d and e are written alike: P1Y and P12M are not. See [Duration.Compare] for the value space.
func (d Duration) Equal(e Duration) bool { return d.String() == e.String() }

// Compare returns the order of d and e: negative, 0 or positive. ok is false where it depends on the month one counts from: a
// Month is neither longer nor shorter than 30 days.
func (d Duration) Compare(e Duration) (order int, ok bool) {
	return simple.CompareDurations(d.String(), e.String())
}

// TimeDuration returns d as Go counts time, cut to nanoseconds, a day being 24 hours. The error says that d has years or
// months, whose length is not fixed, or that it is longer than 292 years.
func (d Duration) TimeDuration() (time.Duration, error) { return simple.TimeOfDuration(d.String()) }

// MarshalText implements encoding.TextMarshaler.
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Duration) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDuration(string(text))
	return err
}
