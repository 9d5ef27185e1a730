// xs:gYear and xs:gYearMonth as Go types (Part 2, sections 3.2.10 and 3.2.11).

package codec

import (
	"fmt"
	"time"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// GYear is a value of xs:gYear: a year such as 2022 (section 3.2.11). It keeps its text:
// without a zone it stays without one. The zero GYear is no value: its String is "", and to write it is a violation.
// Years have at most 15 digits.
type GYear struct{ text string }

// ParseGYear reads an xs:gYear, white space around it allowed.
func ParseGYear(text string) (GYear, error) {
	text, err := typeGYear.ParseText(text)
	return GYear{text}, err
}

// String returns the text as it was read, "" for the zero value.
func (d GYear) String() string { return d.text }

// IsZero reports whether d is the zero value, which is no xs:gYear.
func (d GYear) IsZero() bool { return d.text == "" }

// Equal reports whether d and e are written alike. See [GYear.Compare] for the value space.
func (d GYear) Equal(e GYear) bool { return d == e }

// Compare returns the order of d and e: negative, 0 or positive. ok is false where one of them has a zone and the other has
// none and they are less than 14 hours apart, and where just one is zero.
func (d GYear) Compare(e GYear) (order int, ok bool) {
	return simple.CompareDates(d.text, e.text, simple.ReadGYear)
}

// HasZone reports whether d was written with a zone.
func (d GYear) HasZone() bool { return d.fields().Zoned }

// MarshalText implements encoding.TextMarshaler; the zero value is refused.
func (d GYear) MarshalText() ([]byte, error) { return typeGYear.FormatText(d.text) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *GYear) UnmarshalText(text []byte) (err error) {
	*d, err = ParseGYear(string(text))
	return err
}

func (d GYear) fields() simple.DateFields {
	fields, _ := simple.ReadGYear(d.text)
	return fields
}

// NewGYear returns a year without a zone; the zero GYear for year 0, which the standard does not have.
func NewGYear(year int) GYear {
	if year == 0 {
		return GYear{}
	}
	if year < 0 {
		return GYear{fmt.Sprintf("-%04d", -year)}
	}
	return GYear{fmt.Sprintf("%04d", year)}
}

// Year returns the year, negative before the first.
func (d GYear) Year() int64 { return d.fields().Year }

// GYearMonth is a value of xs:gYearMonth: a month of one year, such as 2022-04 (section 3.2.10). It keeps its text:
// without a zone it stays without one. The zero GYearMonth is no value: its String is "", and to write it is a violation.
// Years have at most 15 digits.
type GYearMonth struct{ text string }

// ParseGYearMonth reads an xs:gYearMonth, white space around it allowed.
func ParseGYearMonth(text string) (GYearMonth, error) {
	text, err := typeGYearMonth.ParseText(text)
	return GYearMonth{text}, err
}

// String returns the text as it was read, "" for the zero value.
func (d GYearMonth) String() string { return d.text }

// IsZero reports whether d is the zero value, which is no xs:gYearMonth.
func (d GYearMonth) IsZero() bool { return d.text == "" }

// Equal reports whether d and e are written alike. See [GYearMonth.Compare] for the value space.
func (d GYearMonth) Equal(e GYearMonth) bool { return d == e }

// Compare returns the order of d and e: negative, 0 or positive. ok is false where one of them has a zone and the other has
// none and they are less than 14 hours apart, and where just one is zero.
func (d GYearMonth) Compare(e GYearMonth) (order int, ok bool) {
	return simple.CompareDates(d.text, e.text, simple.ReadGYearMonth)
}

// HasZone reports whether d was written with a zone.
func (d GYearMonth) HasZone() bool { return d.fields().Zoned }

// MarshalText implements encoding.TextMarshaler; the zero value is refused.
func (d GYearMonth) MarshalText() ([]byte, error) { return typeGYearMonth.FormatText(d.text) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *GYearMonth) UnmarshalText(text []byte) (err error) {
	*d, err = ParseGYearMonth(string(text))
	return err
}

func (d GYearMonth) fields() simple.DateFields {
	fields, _ := simple.ReadGYearMonth(d.text)
	return fields
}

// GYearMonthOf returns the month of t in its own location, without a zone; the zero GYearMonth where the year is not 1 to
// 9999.
func GYearMonthOf(t time.Time) GYearMonth { return GYearMonth{formatTime(t, "2006-01")} }

// Year returns the year, negative before the first.
func (d GYearMonth) Year() int64 { return d.fields().Year }

// Month returns the month.
func (d GYearMonth) Month() time.Month { return time.Month(d.fields().Month) }
