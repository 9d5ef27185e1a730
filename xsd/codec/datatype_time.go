// xs:time as a Go type (Part 2, section 3.2.8).

package codec

import (
	"time"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Time is a value of xs:time: a moment of every day, such as 13:20:00 or 13:20:00Z (section 3.2.8). It keeps its text:
// without a zone it stays without one. The zero Time is no value: its String is "", and to write it is a violation.
type Time struct{ text string }

// ParseTime reads an xs:time, white space around it allowed.
func ParseTime(text string) (Time, error) {
	text, err := typeTime.ParseText(text)
	return Time{text}, err
}

// String returns the text as it was read, "" for the zero value.
func (d Time) String() string { return d.text }

// IsZero reports whether d is the zero value, which is no xs:time.
func (d Time) IsZero() bool { return d.text == "" }

// Equal reports whether d and e are written alike. See [time.Compare] for the value space.
func (d Time) Equal(e Time) bool { return d == e }

// Compare returns the order of d and e: negative, 0 or positive. ok is false where one of them has a zone and the other has
// none and they are less than 14 hours apart, and where just one is zero.
func (d Time) Compare(e Time) (order int, ok bool) {
	return simple.CompareDates(d.text, e.text, simple.ReadTime)
}

// HasZone reports whether d was written with a zone.
func (d Time) HasZone() bool { return d.fields().Zoned }

// MarshalText implements encoding.TextMarshaler; the zero value is refused.
func (d Time) MarshalText() ([]byte, error) { return typeTime.FormatText(d.text) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Time) UnmarshalText(text []byte) (err error) {
	*d, err = ParseTime(string(text))
	return err
}

func (d Time) fields() simple.DateFields {
	fields, _ := simple.ReadTime(d.text)
	return fields
}

// TimeOf returns the time of day of t in its own location, without a zone.
func TimeOf(t time.Time) Time { return Time{t.Format("15:04:05.999999999")} }

// SinceMidnight returns the time of day, cut to nanoseconds, its zone left aside; 24 hours for 24:00:00.
func (d Time) SinceMidnight() time.Duration {
	f := d.fields()
	return time.Duration(f.Hour)*time.Hour + time.Duration(f.Minute)*time.Minute +
		time.Duration(f.Second)*time.Second + time.Duration(f.Nanoseconds())
}
