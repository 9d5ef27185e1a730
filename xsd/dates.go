// Dates, times and durations (XSD 1.0 Part 2, sections 3.2.6 to 3.2.14).

package xsd

import (
	"time"

	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// Date is a value of xs:date: an existing day such as 2022-04-11 or 2022-04-11+02:00 (section 3.2.9). It keeps its text:
// without a zone it stays without one. The zero Date is no value: its String is "", and to write it is a violation.
// Years have at most 15 digits.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Date] lists its methods.
type Date = codec.Date

// ParseDate reads an xs:date, white space around it allowed.
func ParseDate(text string) (Date, error) {
	return codec.ParseDate(text)
}

// DateOf returns the day of t in its own location, without a zone; the zero Date where the year is not 1 to 9999.
func DateOf(t time.Time) Date {
	return codec.DateOf(t)
}

// DateTime is a value of xs:dateTime: a moment such as 2022-04-11T13:20:00 or 2022-04-11T13:20:00.5Z (section 3.2.7). It keeps its text:
// without a zone it stays without one. The zero DateTime is no value: its String is "", and to write it is a violation.
// Years have at most 15 digits.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.DateTime] lists its methods.
type DateTime = codec.DateTime

// ParseDateTime reads an xs:dateTime, white space around it allowed.
func ParseDateTime(text string) (DateTime, error) {
	return codec.ParseDateTime(text)
}

// DateTimeOf returns t with the offset of its location and its nanoseconds, as far as they are needed; the zero DateTime
// where the year is not 1 to 9999 or the offset is not whole minutes of at most 14 hours.
func DateTimeOf(t time.Time) DateTime {
	return codec.DateTimeOf(t)
}

// Time is a value of xs:time: a moment of every day, such as 13:20:00 or 13:20:00Z (section 3.2.8). It keeps its text:
// without a zone it stays without one. The zero Time is no value: its String is "", and to write it is a violation.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Time] lists its methods.
type Time = codec.Time

// ParseTime reads an xs:time, white space around it allowed.
func ParseTime(text string) (Time, error) {
	return codec.ParseTime(text)
}

// TimeOf returns the time of day of t in its own location, without a zone.
func TimeOf(t time.Time) Time {
	return codec.TimeOf(t)
}

// GYear is a value of xs:gYear: a year such as 2022 (section 3.2.11). It keeps its text:
// without a zone it stays without one. The zero GYear is no value: its String is "", and to write it is a violation.
// Years have at most 15 digits.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.GYear] lists its methods.
type GYear = codec.GYear

// ParseGYear reads an xs:gYear, white space around it allowed.
func ParseGYear(text string) (GYear, error) {
	return codec.ParseGYear(text)
}

// NewGYear returns a year without a zone; the zero GYear for year 0, which the standard does not have.
func NewGYear(year int) GYear {
	return codec.NewGYear(year)
}

// GYearMonth is a value of xs:gYearMonth: a month of one year, such as 2022-04 (section 3.2.10). It keeps its text:
// without a zone it stays without one. The zero GYearMonth is no value: its String is "", and to write it is a violation.
// Years have at most 15 digits.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.GYearMonth] lists its methods.
type GYearMonth = codec.GYearMonth

// ParseGYearMonth reads an xs:gYearMonth, white space around it allowed.
func ParseGYearMonth(text string) (GYearMonth, error) {
	return codec.ParseGYearMonth(text)
}

// GYearMonthOf returns the month of t in its own location, without a zone; the zero GYearMonth where the year is not 1 to
// 9999.
func GYearMonthOf(t time.Time) GYearMonth {
	return codec.GYearMonthOf(t)
}

// GMonth is a value of xs:gMonth: a month of every year, such as --04 (section 3.2.14). It keeps its text:
// without a zone it stays without one. The zero GMonth is no value: its String is "", and to write it is a violation.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.GMonth] lists its methods.
type GMonth = codec.GMonth

// ParseGMonth reads an xs:gMonth, white space around it allowed.
func ParseGMonth(text string) (GMonth, error) {
	return codec.ParseGMonth(text)
}

// NewGMonth returns a month without a zone.
func NewGMonth(month time.Month) GMonth {
	return codec.NewGMonth(month)
}

// GMonthDay is a value of xs:gMonthDay: a day of every year, such as --04-11 (section 3.2.12). It keeps its text:
// without a zone it stays without one. The zero GMonthDay is no value: its String is "", and to write it is a violation.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.GMonthDay] lists its methods.
type GMonthDay = codec.GMonthDay

// ParseGMonthDay reads an xs:gMonthDay, white space around it allowed.
func ParseGMonthDay(text string) (GMonthDay, error) {
	return codec.ParseGMonthDay(text)
}

// NewGMonthDay returns a day of every year without a zone; the error says that there is no such day.
func NewGMonthDay(month time.Month, day int) (GMonthDay, error) {
	return codec.NewGMonthDay(month, day)
}

// GDay is a value of xs:gDay: a day of every month, such as ---11 (section 3.2.13). It keeps its text:
// without a zone it stays without one. The zero GDay is no value: its String is "", and to write it is a violation.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.GDay] lists its methods.
type GDay = codec.GDay

// ParseGDay reads an xs:gDay, white space around it allowed.
func ParseGDay(text string) (GDay, error) {
	return codec.ParseGDay(text)
}

// NewGDay returns a day of every month without a zone; the error says that there is no such day.
func NewGDay(day int) (GDay, error) {
	return codec.NewGDay(day)
}

// Duration is a value of xs:duration, such as P1Y2M3DT4H5M6.7S. It keeps its text: P12M stays P12M. The zero Duration is PT0S.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Duration] lists its methods.
type Duration = codec.Duration

// ParseDuration reads an xs:duration, white space around it allowed. The numbers in it may have any number of digits.
func ParseDuration(text string) (Duration, error) {
	return codec.ParseDuration(text)
}

// DurationOf returns d in hours, minutes and seconds.
func DurationOf(d time.Duration) Duration {
	return codec.DurationOf(d)
}
