// xs:gMonth, xs:gMonthDay and xs:gDay as Go types (Part 2, sections 3.2.12 to 3.2.14).

package codec

import (
	"fmt"
	"time"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// GMonth is a value of xs:gMonth: a month of every year, such as --04 (section 3.2.14). It keeps its text:
// without a zone it stays without one. The zero GMonth is no value: its String is "", and to write it is a violation.
type GMonth struct{ text string }

// ParseGMonth reads an xs:gMonth, white space around it allowed.
func ParseGMonth(text string) (GMonth, error) {
	text, err := typeGMonth.ParseText(text)
	return GMonth{text}, err
}

// String returns the text as it was read, "" for the zero value.
func (d GMonth) String() string { return d.text }

// IsZero reports whether d is the zero value, which is no xs:gMonth.
func (d GMonth) IsZero() bool { return d.text == "" }

// Equal reports whether d and e are written alike. See [GMonth.Compare] for the value space.
func (d GMonth) Equal(e GMonth) bool { return d == e }

// Compare returns the order of d and e: negative, 0 or positive. ok is false where one of them has a zone and the other has
// none and they are less than 14 hours apart, and where just one is zero.
func (d GMonth) Compare(e GMonth) (order int, ok bool) {
	return simple.CompareDates(d.text, e.text, simple.ReadGMonth)
}

// HasZone reports whether d was written with a zone.
func (d GMonth) HasZone() bool { return d.fields().Zoned }

// MarshalText implements encoding.TextMarshaler; the zero value is refused.
func (d GMonth) MarshalText() ([]byte, error) { return typeGMonth.FormatText(d.text) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *GMonth) UnmarshalText(text []byte) (err error) {
	*d, err = ParseGMonth(string(text))
	return err
}

func (d GMonth) fields() simple.DateFields {
	fields, _ := simple.ReadGMonth(d.text)
	return fields
}

// NewGMonth returns a month without a zone.
func NewGMonth(month time.Month) GMonth { return GMonth{fmt.Sprintf("--%02d", int(month))} }

// Month returns the month.
func (d GMonth) Month() time.Month { return time.Month(d.fields().Month) }

// GMonthDay is a value of xs:gMonthDay: a day of every year, such as --04-11 (section 3.2.12). It keeps its text:
// without a zone it stays without one. The zero GMonthDay is no value: its String is "", and to write it is a violation.
type GMonthDay struct{ text string }

// ParseGMonthDay reads an xs:gMonthDay, white space around it allowed.
func ParseGMonthDay(text string) (GMonthDay, error) {
	text, err := typeGMonthDay.ParseText(text)
	return GMonthDay{text}, err
}

// String returns the text as it was read, "" for the zero value.
func (d GMonthDay) String() string { return d.text }

// IsZero reports whether d is the zero value, which is no xs:gMonthDay.
func (d GMonthDay) IsZero() bool { return d.text == "" }

// Equal reports whether d and e are written alike. See [GMonthDay.Compare] for the value space.
func (d GMonthDay) Equal(e GMonthDay) bool { return d == e }

// Compare returns the order of d and e: negative, 0 or positive. ok is false where one of them has a zone and the other has
// none and they are less than 14 hours apart, and where just one is zero.
func (d GMonthDay) Compare(e GMonthDay) (order int, ok bool) {
	return simple.CompareDates(d.text, e.text, simple.ReadGMonthDay)
}

// HasZone reports whether d was written with a zone.
func (d GMonthDay) HasZone() bool { return d.fields().Zoned }

// MarshalText implements encoding.TextMarshaler; the zero value is refused.
func (d GMonthDay) MarshalText() ([]byte, error) { return typeGMonthDay.FormatText(d.text) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *GMonthDay) UnmarshalText(text []byte) (err error) {
	*d, err = ParseGMonthDay(string(text))
	return err
}

func (d GMonthDay) fields() simple.DateFields {
	fields, _ := simple.ReadGMonthDay(d.text)
	return fields
}

// NewGMonthDay returns a day of every year without a zone; the error says that there is no such day.
func NewGMonthDay(month time.Month, day int) (GMonthDay, error) {
	return ParseGMonthDay(fmt.Sprintf("--%02d-%02d", int(month), day))
}

// Month returns the month.
func (d GMonthDay) Month() time.Month { return time.Month(d.fields().Month) }

// Day returns the day of the month.
func (d GMonthDay) Day() int { return d.fields().Day }

// GDay is a value of xs:gDay: a day of every month, such as ---11 (section 3.2.13). It keeps its text:
// without a zone it stays without one. The zero GDay is no value: its String is "", and to write it is a violation.
type GDay struct{ text string }

// ParseGDay reads an xs:gDay, white space around it allowed.
func ParseGDay(text string) (GDay, error) {
	text, err := typeGDay.ParseText(text)
	return GDay{text}, err
}

// String returns the text as it was read, "" for the zero value.
func (d GDay) String() string { return d.text }

// IsZero reports whether d is the zero value, which is no xs:gDay.
func (d GDay) IsZero() bool { return d.text == "" }

// Equal reports whether d and e are written alike. See [GDay.Compare] for the value space.
func (d GDay) Equal(e GDay) bool { return d == e }

// Compare returns the order of d and e: negative, 0 or positive. ok is false where one of them has a zone and the other has
// none and they are less than 14 hours apart, and where just one is zero.
func (d GDay) Compare(e GDay) (order int, ok bool) {
	return simple.CompareDates(d.text, e.text, simple.ReadGDay)
}

// HasZone reports whether d was written with a zone.
func (d GDay) HasZone() bool { return d.fields().Zoned }

// MarshalText implements encoding.TextMarshaler; the zero value is refused.
func (d GDay) MarshalText() ([]byte, error) { return typeGDay.FormatText(d.text) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *GDay) UnmarshalText(text []byte) (err error) {
	*d, err = ParseGDay(string(text))
	return err
}

func (d GDay) fields() simple.DateFields {
	fields, _ := simple.ReadGDay(d.text)
	return fields
}

// NewGDay returns a day of every month without a zone; the error says that there is no such day.
func NewGDay(day int) (GDay, error) { return ParseGDay(fmt.Sprintf("---%02d", day)) }

// Day returns the day of the month.
func (d GDay) Day() int { return d.fields().Day }
