package terms

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

func at(t *testing.T, text string) time.Time {
	t.Helper()
	instant, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return instant
}

func date(t *testing.T, text string) Date {
	t.Helper()
	var d Date
	if err := d.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDueTodayIsNotOverdue(t *testing.T) {
	term := Term{Deadline: date(t, "2026-04-10")}
	for today, want := range map[string]Urgency{
		"2026-04-02": Later, "2026-04-03": Soon, "2026-04-10": Soon, "2026-04-11": Overdue,
	} {
		if got := term.Urgency(date(t, today), 7); got != want {
			t.Errorf("on %s: urgency %d, want %d", today, got, want)
		}
	}
	// The same around midnight in Oslo: still due at 23:59, overdue a minute later.
	if got := term.Urgency(Today(at(t, "2026-04-10T21:59:00Z")), 7); got != Soon {
		t.Errorf("at 23:59 in Oslo: urgency %d, want %d", got, Soon)
	}
	if got := term.Urgency(Today(at(t, "2026-04-10T22:00:00Z")), 7); got != Overdue {
		t.Errorf("at midnight in Oslo: urgency %d, want %d", got, Overdue)
	}
}

func TestSortAndUrgencyOfTheWhole(t *testing.T) {
	early := Term{Category: "alminnelig", Period: "januar-februar", Year: "2026", Deadline: date(t, "2026-04-10")}
	late := Term{Category: "alminnelig", Period: "mars-april", Year: "2026", Deadline: date(t, "2026-06-10")}
	status := Status{Terms: []Term{late, early}}
	status.Sort()
	if diff := cmp.Diff([]Term{early, late}, status.Terms); diff != "" {
		t.Error(diff)
	}
	if got := status.Urgency(date(t, "2026-04-11"), 7); got != Overdue {
		t.Errorf("urgency %d, want %d", got, Overdue)
	}
	if got := (Status{}).Urgency(date(t, "2026-04-11"), 7); got != Later {
		t.Errorf("nothing open: urgency %d, want %d", got, Later)
	}
}

func TestSince(t *testing.T) {
	kept := Term{Period: "a", Deadline: date(t, "2026-04-10")}
	delivered := Term{Period: "b", Deadline: date(t, "2026-02-10")}
	appeared := Term{Period: "c", Deadline: date(t, "2026-06-10")}
	moved, movedTo := Term{Period: "d", Deadline: date(t, "2026-08-31")}, Term{Period: "d", Deadline: date(t, "2026-09-01")}
	change := Status{Terms: []Term{kept, appeared, movedTo}}.Since(Status{Terms: []Term{kept, delivered, moved}})
	want := Change{Appeared: []Term{appeared}, Delivered: []Term{delivered}, Moved: []Term{movedTo}}
	if diff := cmp.Diff(want, change); diff != "" {
		t.Error(diff)
	}
	if change := (Status{Terms: []Term{kept}}).Since(Status{Terms: []Term{kept}}); !change.Empty() {
		t.Errorf("nothing changed, yet: %+v", change)
	}
}

func TestWords(t *testing.T) {
	nb, en := Words{say.In(say.Bokmaal)}, Words{say.In(say.English)}
	today := date(t, "2026-04-10")
	due := func(deadline string) Term { return Term{Deadline: date(t, deadline)} }
	for _, c := range []struct{ got, want string }{
		{nb.Category("primaernaering"), "Primærnæring"},
		{en.Category("merverdiavgift kompensasjon"), "VAT compensation"},
		{en.Category("nyKategori"), "nyKategori"},
		{nb.Period(Term{Period: "januar-februar", Year: "2026"}), "januar–februar 2026"},
		{en.Period(Term{Period: "januar-februar", Year: "2026"}), "January–February 2026"},
		{nb.Period(Term{Period: "aarlig", Year: "2025"}), "hele 2025"},
		{en.Period(Term{Period: "aarlig", Year: "2025"}), "all of 2025"},
		{en.Period(Term{Period: "foerste halvdel januar", Year: "2026"}), "first half of January 2026"},
		{nb.Period(Term{Period: "foerste halvdel januar", Year: "2026"}), "første halvdel januar 2026"},
		{en.Period(Term{Period: "uke 53", Year: "2026"}), "week 53 2026"},
		{nb.Period(Term{}), "ikke oppgitt"},
		{nb.Period(Term{Period: "Lever mva-meldingen"}), "Lever mva-meldingen"},
		{nb.Standing(due("2026-04-10"), today), "frist i dag"},
		{nb.Standing(due("2026-04-11"), today), "1 dag til frist"},
		{nb.Standing(due("2026-04-22"), today), "12 dager til frist"},
		{nb.Standing(due("2026-04-09"), today), "FRISTEN ER UTE (1 dag)"},
		{nb.Standing(due("2026-04-07"), today), "FRISTEN ER UTE (3 dager)"},
		{nb.Standing(Term{}, today), "–"},
		{en.Standing(due("2026-04-10"), today), "due today"},
		{en.Standing(due("2026-04-11"), today), "1 day left"},
		{en.Standing(due("2026-04-22"), today), "12 days left"},
		{en.Standing(due("2026-04-09"), today), "OVERDUE by 1 day"},
		{en.Standing(due("2026-04-07"), today), "OVERDUE by 3 days"},
		{nb.Day(today), "10.04.2026"},
		{en.Day(today), "2026-04-10"},
		{nb.Day(Date{}), "–"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
