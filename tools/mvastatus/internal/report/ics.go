// The calendar (RFC 5545): an all-day event per open term, with alarms before the deadline.

package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// alarms are the times before the start of the day of the deadline at which a calendar reminds: a week, two days, and nine in the morning of
// the day itself.
var alarms = []string{"-P7D", "-P2D", "PT9H"}

func (r Report) writeICS(w io.Writer) error {
	calendar := ics.NewCalendarFor("mvastatus")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetName(r.Words.Say("VAT deadlines"))
	known := map[string]bool{}
	for _, l := range r.lines() {
		r.addEvent(calendar, l, known)
	}
	for _, result := range r.Results {
		if result.Err != nil {
			r.addNote(calendar, known, result, "not checked", r.Words.Say("VAT not checked: %s", result.Name(r.Words.Voice)), r.Words.Error(result.Err))
		}
	}
	return calendar.SerializeTo(w, ics.WithNewLineWindows) // RFC 5545, 3.1: lines end with CR LF, on every system
}

// addEvent adds a term on its deadline. A term whose deadline is not told stands on today, since a calendar has no other place for it.
func (r Report) addEvent(calendar *ics.Calendar, l line, known map[string]bool) {
	words := r.Words
	summary := words.Say("VAT return %s: %s", l.organisation.String(), words.Period(l.term))
	if l.term.Deadline.IsZero() {
		result := Result{Organisation: l.organisation}
		r.addNote(calendar, known, result, l.term.ID(), summary, words.Say("The service does not tell the deadline."))
		return
	}
	event := r.event(calendar, known, string(l.organisation), l.term.ID(), l.term.Deadline)
	event.SetSummary(printable(summary))
	event.SetDescription(printable(words.Category(l.term.Category)))
	for _, trigger := range alarms {
		alarm := event.AddAlarm()
		alarm.SetAction(ics.ActionDisplay)
		alarm.SetTrigger(trigger)
		alarm.SetDescription(words.Say("VAT deadline %s", words.Day(l.term.Deadline)))
	}
}

// addNote puts a note on today: a calendar without the organisation's terms would read as "nothing open".
func (r Report) addNote(calendar *ics.Calendar, known map[string]bool, result Result, what, summary, description string) {
	event := r.event(calendar, known, result.Name(r.Words.Voice), what, r.Today())
	event.SetSummary(printable(summary))
	event.SetDescription(printable(description))
}

func (r Report) event(calendar *ics.Calendar, known map[string]bool, organisation, what string, day terms.Date) *ics.VEvent {
	event := calendar.AddEvent(uid(known, organisation, what, day))
	start := time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.UTC)
	event.SetDtStampTime(r.Now.UTC())
	event.SetAllDayStartAt(start)
	event.SetAllDayEndAt(start.AddDate(0, 0, 1))
	event.SetTimeTransparency(ics.TransparencyTransparent)
	return event
}

// uid is the same for the same term on every day, so that a calendar updates the event instead of adding another. Where a service lists a term
// twice, the deadline tells them apart.
func uid(known map[string]bool, organisation, what string, day terms.Date) string {
	parts := []string{organisation, what}
	for {
		sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
		id := hex.EncodeToString(sum[:16]) + "@mvastatus"
		if !known[id] {
			known[id] = true
			return id
		}
		parts = append(parts, day.String())
	}
}
