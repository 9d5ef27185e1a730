// Package terms is what an accountant wants to know of an organisation's open VAT terms: which they are, when they are due
// and how many days are left, counted in Norwegian calendar days.
package terms

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/frist"
)

// Oslo is the time zone in which deadlines are counted.
var Oslo = frist.Oslo()

// Date is a calendar day in Norway.
type Date = frist.Date

// Today is the calendar day in Norway at the instant given.
func Today(now time.Time) Date { return frist.Today(now) }

// Term is one term that is not delivered. Category, Period and PeriodType are the service's own words; see [Words] for people's. The deadline is zero
// where the service does not tell it.
type Term struct {
	Category   string `json:"category"`
	Period     string `json:"period"`
	Year       string `json:"year"`
	PeriodType string `json:"periodType"`
	Deadline   Date   `json:"deadline,omitzero"`
}

// ID identifies a term of one organisation, whatever its deadline: it is the same from one day to the next.
func (t Term) ID() string {
	return strings.Join([]string{t.Category, t.PeriodType, t.Year, t.Period}, "/")
}

// Urgency says how a term stands towards its deadline.
type Urgency int

// The urgencies, the most pressing last. A term that is due today is not overdue.
const (
	Later Urgency = iota
	Soon
	Overdue
)

// Urgency of the term on the day given; soon is the number of days within which a deadline counts as near.
func (t Term) Urgency(today Date, soon int) Urgency {
	switch left := today.DaysUntil(t.Deadline); {
	case t.Deadline.IsZero():
		return Later
	case left < 0:
		return Overdue
	case left <= soon:
		return Soon
	default:
		return Later
	}
}

// Status is the answer for one organisation.
type Status struct {
	Organisation string      `json:"organisation"`
	FirstTime    bool        `json:"firstTime"` // never delivered a VAT return before
	Terms        []Term      `json:"terms"`     // earliest deadline first
	Deviations   []Deviation `json:"deviations,omitempty"`
	Untold       Untold      `json:"untold,omitempty"`
	Others       int         `json:"others,omitempty"` // deadlines listed that do not speak of VAT
}

// Deviation is a place where an answer was not as the schema says, and was read all the same.
type Deviation struct {
	Path    string `json:"path"`
	Rule    string `json:"rule"` // of XSD 1.0
	Message string `json:"message"`
}

// Untold is what a service does not tell, so that nothing may be concluded from its silence.
type Untold string

// What may be untold.
const (
	Overdues  Untold = "overdue"  // terms whose deadline has passed are not listed
	Deadlines Untold = "deadline" // terms are listed without their deadlines
)

// Sort puts the terms in order of deadline, then of category and period, so that output does not depend on the service's order.
func (s *Status) Sort() {
	slices.SortStableFunc(s.Terms, func(a, b Term) int {
		return cmp.Or(Compare(a.Deadline, b.Deadline), strings.Compare(a.ID(), b.ID()))
	})
}

// Compare orders deadlines, those not told last.
func Compare(a, b Date) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}

// Overdue is how many terms are known to be overdue.
func (s Status) Overdue(today Date) int {
	count := 0
	for _, term := range s.Terms {
		if term.Urgency(today, 0) == Overdue {
			count++
		}
	}
	return count
}

// Urgency is that of the most pressing term, [Later] where there is none.
func (s Status) Urgency(today Date, soon int) Urgency {
	most := Later
	for _, term := range s.Terms {
		most = max(most, term.Urgency(today, soon))
	}
	return most
}

// Change is what differs between two answers for one organisation.
type Change struct {
	Appeared  []Term `json:"appeared,omitempty"`  // not open before
	Delivered []Term `json:"delivered,omitempty"` // open before, no longer listed
	Moved     []Term `json:"moved,omitempty"`     // open in both, with another deadline now
}

// Empty reports whether nothing changed.
func (c Change) Empty() bool { return len(c.Appeared)+len(c.Delivered)+len(c.Moved) == 0 }

// Since compares the status with an earlier one.
func (s Status) Since(before Status) Change {
	was := byID(before.Terms)
	var change Change
	for _, term := range s.Terms {
		old, ok := was[term.ID()]
		switch {
		case !ok:
			change.Appeared = append(change.Appeared, term)
		case old.Deadline != term.Deadline:
			change.Moved = append(change.Moved, term)
		}
		delete(was, term.ID())
	}
	for _, term := range before.Terms {
		if _, gone := was[term.ID()]; gone {
			change.Delivered = append(change.Delivered, term)
		}
	}
	return change
}

func byID(terms []Term) map[string]Term {
	index := make(map[string]Term, len(terms))
	for _, term := range terms {
		index[term.ID()] = term
	}
	return index
}
