// The calendar (RFC 5545): an all-day event per open term, with alarms before the deadline.

package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"time"

	ics "github.com/arran4/golang-ical"
)

// alarms are the times before the start of the day of the deadline at which a calendar reminds: a week, two days, and nine in the morning of
// the day itself.
var alarms = []string{"-P7D", "-P2D", "PT9H"}

func (r Report) writeICS(w io.Writer) error {
	calendar := ics.NewCalendarFor("mvastatus")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetName(r.Words.Pick("Mva-frister", "VAT deadlines"))
	for _, l := range r.lines() {
		r.addEvent(calendar, l)
	}
	for _, result := range r.Results {
		if result.Err != nil {
			r.addFailure(calendar, result)
		}
	}
	return calendar.SerializeTo(w)
}

func (r Report) addEvent(calendar *ics.Calendar, l line) {
	event := calendar.AddEvent(uid(string(l.organisation), l.term.ID()))
	day := time.Date(l.term.Deadline.Year, l.term.Deadline.Month, l.term.Deadline.Day, 0, 0, 0, 0, time.UTC)
	event.SetDtStampTime(r.Now.UTC())
	event.SetAllDayStartAt(day)
	event.SetAllDayEndAt(day.AddDate(0, 0, 1))
	event.SetSummary(fmt.Sprintf("%s %s: %s", r.Words.Pick("Mva-melding", "VAT return"), l.organisation, printable(r.Words.Period(l.term))))
	event.SetDescription(printable(r.Words.Category(l.term.Category)))
	event.SetTimeTransparency(ics.TransparencyTransparent)
	for _, trigger := range alarms {
		alarm := event.AddAlarm()
		alarm.SetAction(ics.ActionDisplay)
		alarm.SetTrigger(trigger)
		alarm.SetDescription(fmt.Sprintf("%s %s", r.Words.Pick("Mva-frist", "VAT deadline"), l.term.Deadline))
	}
}

// addFailure puts a note on today: a calendar without the organisation's terms would read as "nothing open".
func (r Report) addFailure(calendar *ics.Calendar, result Result) {
	today := r.Today()
	event := calendar.AddEvent(uid(string(result.Organisation), "not checked"))
	day := time.Date(today.Year, today.Month, today.Day, 0, 0, 0, 0, time.UTC)
	event.SetDtStampTime(r.Now.UTC())
	event.SetAllDayStartAt(day)
	event.SetAllDayEndAt(day.AddDate(0, 0, 1))
	event.SetSummary(fmt.Sprintf("%s %s", r.Words.Pick("Mva ikke kontrollert:", "VAT not checked:"), result.Organisation))
	event.SetDescription(printable(result.Err.Error()))
}

// uid is the same for the same term on every day, so that a calendar updates the event instead of adding another.
func uid(organisation, term string) string {
	sum := sha256.Sum256([]byte(organisation + "\x00" + term))
	return hex.EncodeToString(sum[:16]) + "@mvastatus"
}
