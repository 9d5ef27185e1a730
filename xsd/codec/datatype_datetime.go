// xs:dateTime as a Go type (Part 2, section 3.2.7).

package codec

import (
	"time"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// DateTime is a value of xs:dateTime: a moment such as 2022-04-11T13:20:00 or 2022-04-11T13:20:00.5Z (section 3.2.7). It keeps its text:
// without a zone it stays without one. The zero DateTime is no value: its String is "", and to write it is a violation.
// Years have at most 15 digits.
type DateTime struct{ text string }

// ParseDateTime reads an xs:dateTime, white space around it allowed.
func ParseDateTime(text string) (DateTime, error) {
	text, err := typeDateTime.ParseText(text)
	return DateTime{text}, err
}

// String returns the text as it was read, "" for the zero value.
func (d DateTime) String() string { return d.text }

// IsZero reports whether d is the zero value, which is no xs:dateTime.
func (d DateTime) IsZero() bool { return d.text == "" }

// Equal reports whether d and e are written alike. See [DateTime.Compare] for the value space.
func (d DateTime) Equal(e DateTime) bool { return d == e }

// Compare returns the order of d and e: negative, 0 or positive. ok is false where one of them has a zone and the other has
// none and they are less than 14 hours apart, and where just one is zero.
func (d DateTime) Compare(e DateTime) (order int, ok bool) {
	return simple.CompareDates(d.text, e.text, simple.ReadDateTime)
}

// HasZone reports whether d was written with a zone.
func (d DateTime) HasZone() bool { return d.fields().Zoned }

// MarshalText implements encoding.TextMarshaler; the zero value is refused.
func (d DateTime) MarshalText() ([]byte, error) { return typeDateTime.FormatText(d.text) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *DateTime) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDateTime(string(text))
	return err
}

func (d DateTime) fields() simple.DateFields {
	fields, _ := simple.ReadDateTime(d.text)
	return fields
}

// DateTimeOf returns t with the offset of its location and its nanoseconds, as far as they are needed; the zero DateTime
// where the year is not 1 to 9999 or the offset is not whole minutes of at most 14 hours.
func DateTimeOf(t time.Time) DateTime {
	_, offset := t.Zone()
	if offset%60 != 0 || offset > simple.WidestZone || offset < -simple.WidestZone {
		return DateTime{}
	}
	return DateTime{formatTime(t, "2006-01-02T15:04:05.999999999Z07:00")}
}

// Time returns the moment, cut to nanoseconds: in its own zone if it has one, else in loc. The error says that d is
// zero, that there is no zone and no loc, or that the year is before 1, where time.Time counts otherwise, or
// has more than nine digits.
func (d DateTime) Time(loc *time.Location) (time.Time, error) {
	return simple.MomentOf(d.text, loc, simple.ReadDateTime)
}
