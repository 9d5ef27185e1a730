// This file holds calendar days in Norway and how far away a deadline is.

// Package frist counts the days to a deadline the way an authority does: in calendar days of Europe/Oslo, whatever the time zone
// of the machine. A deadline that is today has not passed.
package frist

import (
	"fmt"
	"time"
	_ "time/tzdata" // Europe/Oslo must be there on machines without a time zone database

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

var oslo = mustLoad("Europe/Oslo")

func mustLoad(name string) *time.Location {
	location, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // the embedded database has it
	}
	return location
}

// Oslo is the time zone in which deadlines are counted.
func Oslo() *time.Location { return oslo }

// Date is a calendar day, written 2006-01-02. The zero Date is no day: see [Date.IsZero].
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Today is the calendar day in Norway at the instant given.
func Today(now time.Time) Date {
	year, month, day := now.In(oslo).Date()
	return Date{Year: year, Month: month, Day: day}
}

// Parse reads a day from xs:date or xs:dateTime: "2026-05-31", "2026-05-31+02:00", "2026-05-31T00:00:00". The day counts as it is
// written: a deadline is a day in Norway, whatever zone or time stands behind it.
func Parse(text string) (Date, error) {
	day, rest := text, ""
	if len(text) > len(time.DateOnly) {
		day, rest = text[:len(time.DateOnly)], text[len(time.DateOnly):]
	}
	parsed, err := time.Parse(time.DateOnly, day)
	if err != nil || !behindDay(rest) {
		return Date{}, fmt.Errorf("%q is no date such as 2026-05-31", text)
	}
	return Date{Year: parsed.Year(), Month: parsed.Month(), Day: parsed.Day()}, nil
}

// behindDay tells whether a text may follow the day: nothing, a zone, or a time with or without one.
func behindDay(rest string) bool {
	for _, layout := range []string{"", "Z07:00", "T15:04:05", "T15:04:05Z07:00"} {
		if _, err := time.Parse(layout, rest); err == nil {
			return true
		}
	}
	return false
}

// Of is the day of a date in a document, such as leveringsfrist. An error says that the date is none, as after tolerant reading.
func Of(date xsd.Date) (Date, error) { return Parse(date.String()) }

// DaysLeft is the number of days from now to the deadline: 0 when it is today, negative when it has passed.
func DaysLeft(deadline Date, now time.Time) int { return Today(now).DaysUntil(deadline) }

// Overdue tells whether the deadline has passed. It has not on the day itself.
func Overdue(deadline Date, now time.Time) bool { return DaysLeft(deadline, now) < 0 }

// midnight is the start of the day in UTC, where every day has 24 hours: differences are then whole days, whatever summer time does.
func (d Date) midnight() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// DaysUntil is the number of calendar days from d to other, negative where other is earlier.
func (d Date) DaysUntil(other Date) int {
	return int(other.midnight().Sub(d.midnight()) / (24 * time.Hour))
}

// IsZero tells whether d is no day at all.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders days: -1 when d comes before other, 0 when they are the same, 1 when d comes after.
func (d Date) Compare(other Date) int { return d.midnight().Compare(other.midnight()) }

// String is the day as 2006-01-02.
func (d Date) String() string { return d.midnight().Format(time.DateOnly) }

// MarshalText writes the day as 2006-01-02.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [Parse] reads.
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
