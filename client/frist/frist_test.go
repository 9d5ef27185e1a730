// This file tests counting days, around midnight in Oslo and the nights when summer time begins and ends.

package frist_test

import (
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/frist"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func at(t *testing.T, text string) time.Time {
	t.Helper()
	instant, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return instant
}

func date(t *testing.T, text string) frist.Date {
	t.Helper()
	day, err := frist.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

func TestTodayIsCountedInOslo(t *testing.T) {
	for instant, want := range map[string]string{
		"2026-04-10T21:59:59Z": "2026-04-10", // summer time: one second before midnight in Oslo
		"2026-04-10T22:00:00Z": "2026-04-11",
		"2026-02-10T22:59:59Z": "2026-02-10", // winter time
		"2026-02-10T23:00:00Z": "2026-02-11",
		"2026-03-28T23:30:00Z": "2026-03-29", // the night summer time begins
		"2026-03-29T22:00:00Z": "2026-03-30",
		"2026-10-24T22:00:00Z": "2026-10-25", // the night it ends
		"2026-10-25T22:59:59Z": "2026-10-25",
		"2026-10-25T23:00:00Z": "2026-10-26",
	} {
		if got := frist.Today(at(t, instant)).String(); got != want {
			t.Errorf("Today(%s) = %s, want %s", instant, got, want)
		}
	}
}

func TestDaysLeftAndOverdue(t *testing.T) {
	deadline := date(t, "2026-04-10")
	for instant, want := range map[string]int{
		"2026-04-09T21:59:59Z": 1,
		"2026-04-09T22:00:00Z": 0, // midnight in Oslo
		"2026-04-10T21:59:59Z": 0, // the last second of the day: not overdue
		"2026-04-10T22:00:00Z": -1,
		"2026-03-27T23:30:00Z": 13, // summer time begins in between
		"2025-04-10T12:00:00Z": 365,
	} {
		now := at(t, instant)
		if got := frist.DaysLeft(deadline, now); got != want {
			t.Errorf("at %s: %d days left, want %d", instant, got, want)
		}
		if got := frist.Overdue(deadline, now); got != (want < 0) {
			t.Errorf("at %s: overdue is %v", instant, got)
		}
	}
}

func TestDaysAreCalendarDays(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"2026-04-11", "2026-04-10", -1},
		{"2026-03-28", "2026-03-30", 2}, // 47 hours
		{"2026-10-24", "2026-10-26", 2}, // 49 hours
		{"2024-02-28", "2024-03-01", 2},
	} {
		from, to := date(t, c.from), date(t, c.to)
		if got := from.DaysUntil(to); got != c.want {
			t.Errorf("from %s to %s: %d days, want %d", c.from, c.to, got, c.want)
		}
		if got := from.Compare(to); (got < 0) != (c.want > 0) {
			t.Errorf("%s compared with %s: %d", c.from, c.to, got)
		}
	}
}

func TestParseTakesTheDayAsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"2026-05-31": "2026-05-31", "2026-05-31Z": "2026-05-31", "2026-05-31+02:00": "2026-05-31", "2026-05-31-11:00": "2026-05-31",
		"2026-05-31T00:00:00": "2026-05-31", "2026-05-31T23:59:59.5Z": "2026-05-31", "2026-05-31T23:59:59+14:00": "2026-05-31",
		"": "", "2026-5-31": "", "2026-02-30": "", "20260531": "", "31.05.2026": "", "2026-05-31 12": "", "2026-05-311": "", "2026-05-31x": "",
	} {
		day, err := frist.Parse(text)
		if (err != nil) != (want == "") || err == nil && day.String() != want {
			t.Errorf("%q: %s, %v; want %q", text, day, err, want)
		}
	}
}

func TestOfDateInADocument(t *testing.T) {
	var inDocument xsd.Date
	if _, err := frist.Of(inDocument); err == nil {
		t.Error("no date is no day")
	}
	if err := inDocument.UnmarshalText([]byte("2026-04-10+02:00")); err != nil {
		t.Fatal(err)
	}
	if day, err := frist.Of(inDocument); err != nil || day != (frist.Date{Year: 2026, Month: 4, Day: 10}) || day.IsZero() {
		t.Errorf("%s, %v", day, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("2026-05-31T23:59:59+14:00")
	f.Fuzz(func(t *testing.T, text string) {
		day, err := frist.Parse(text)
		if err != nil {
			return
		}
		if again, err := frist.Parse(day.String()); err != nil || again != day {
			t.Errorf("%q is %s, which reads back as %s, %v", text, day, again, err)
		}
	})
}
