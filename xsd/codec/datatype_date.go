// xs:date as a Go type (Part 2, section 3.2.9).

package codec

import (
	"time"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Date is a value of xs:date: an existing day such as 2022-04-11 or 2022-04-11+02:00 (section 3.2.9). It keeps its text:
// without a zone it stays without one. The zero Date is no value: its String is "", and to write it is a violation.
// Years have at most 15 digits.
type Date struct{ text string }

// ParseDate reads an xs:date, white space around it allowed.
func ParseDate(text string) (Date, error) {
	text, err := typeDate.ParseText(text)
	return Date{text}, err
}

// String returns the text as it was read, "" for the zero value.
func (d Date) String() string { return d.text }

// IsZero reports whether d is the zero value, which is no xs:date.
func (d Date) IsZero() bool { return d.text == "" }

// Equal reports whether d and e are written alike. See [Date.Compare] for the value space.
func (d Date) Equal(e Date) bool { return d == e }

// Compare returns the order of d and e: negative, 0 or positive. ok is false where one of them has a zone and the other has
// none and they are less than 14 hours apart, and where just one is zero.
func (d Date) Compare(e Date) (order int, ok bool) {
	return simple.CompareDates(d.text, e.text, simple.ReadDate)
}

// HasZone reports whether d was written with a zone.
func (d Date) HasZone() bool { return d.fields().Zoned }

// MarshalText implements encoding.TextMarshaler; the zero value is refused.
func (d Date) MarshalText() ([]byte, error) { return typeDate.FormatText(d.text) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDate(string(text))
	return err
}

func (d Date) fields() simple.DateFields {
	fields, _ := simple.ReadDate(d.text)
	return fields
}

// DateOf returns the day of t in its own location, without a zone; the zero Date where the year is not 1 to 9999.
func DateOf(t time.Time) Date { return Date{formatTime(t, "2006-01-02")} }

// Year returns the year, negative before the first.
func (d Date) Year() int64 { return d.fields().Year }

// Month returns the month.
func (d Date) Month() time.Month { return time.Month(d.fields().Month) }

// Day returns the day of the month.
func (d Date) Day() int { return d.fields().Day }

// Time returns the moment at which the day begins: in its own zone if it has one, else in loc. The error says that d is
// zero, that there is no zone and no loc, or that the year is before 1, where time.Time counts otherwise, or
// has more than nine digits.
func (d Date) Time(loc *time.Location) (time.Time, error) {
	return simple.MomentOf(d.text, loc, simple.ReadDate)
}
