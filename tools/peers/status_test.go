// This file reads what mvastatus reports, from the goldens of its package report, with other people's readers.

package peers_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
)

const statusReports = "../mvastatus/internal/report/"

func calendarOf(t *testing.T, name string) *ical.Calendar {
	t.Helper()
	calendar, err := ical.NewDecoder(bytes.NewReader(contents(t, statusReports+"testdata/"+name))).Decode()
	if err != nil {
		t.Fatal(err)
	}
	return calendar
}

func TestStatusSchema(t *testing.T) {
	compiled := jsonSchema(t, statusReports+"report.schema.json")
	for _, name := range []string{"full.json", "english.json", "empty.json"} {
		if err := compiled.Validate(decoded(t, contents(t, statusReports+"testdata/"+name))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := compiled.Validate(map[string]any{"version": 1.0}); err == nil {
		t.Error("the schema takes anything")
	}
}

// TestCalendarNames: a UID of its own for every event, and a summary that names it.
func TestCalendarNames(t *testing.T) {
	known := map[string]bool{}
	for _, event := range calendarOf(t, "names.ics").Events() {
		id, summary := event.Props.Get("UID").Value, event.Props.Get("SUMMARY").Value
		if known[id] {
			t.Errorf("%s stands twice", id)
		}
		if known[id] = true; strings.HasSuffix(strings.TrimSpace(summary), ":") || strings.Contains(summary, ": ,") {
			t.Errorf("an event without a name: %q", summary)
		}
	}
	if len(known) != 7 {
		t.Errorf("%d events, want four terms and three that could not be checked", len(known))
	}
}

func TestCalendar(t *testing.T) {
	events := calendarOf(t, "english.ics").Events()
	if len(events) != 3 {
		t.Fatalf("%d events, want two terms and one organisation that could not be checked", len(events))
	}
	start, err := events[0].DateTimeStart(time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("2026-02-10", start.Format(time.DateOnly)); diff != "" {
		t.Error(diff)
	}
	if got := len(events[0].Children); got != 3 {
		t.Errorf("%d alarms, want a week before, two days before and on the day", got)
	}
	again := calendarOf(t, "tomorrow.ics").Events()
	for i := range events {
		if diff := cmp.Diff(events[i].Props.Get("UID").Value, again[i].Props.Get("UID").Value); diff != "" {
			t.Errorf("the UID changed from one day to the next: %s", diff)
		}
	}
}
