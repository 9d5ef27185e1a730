// Package report shows answers about organisations in the forms people and programs read: a table, JSON, XML, CSV, a calendar, and Prometheus
// metrics. Every form states what could not be checked: silence must never read as "nothing open".
package report

import (
	"cmp"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strconv"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// Result is the outcome for one organisation: either a status or an error, never both.
type Result struct {
	Organisation orgnr.Number // empty where a spreadsheet's row holds none
	Line         int          // of the spreadsheet, 0 where there is none
	Status       terms.Status
	Err          error
	CheckedAt    time.Time // when the organisation was asked for; zero where it was not
	LastSuccess  time.Time // when it was last answered for; zero where that is not known
}

// Name names the organisation, or the row where it is not known.
func (r Result) Name(v say.Voice) string {
	if r.Organisation != "" {
		return r.Organisation.String()
	}
	return v.Say("line %s", strconv.Itoa(r.Line))
}

// Guard runs ask and turns a panic into the organisation's error: one organisation stops none of the others, and a crash, which Go ends with
// exit code 2, must not look like "overdue" to a monitoring system.
func Guard(organisation orgnr.Number, ask func() Result) (result Result) {
	defer func() {
		if fault := recover(); fault != nil {
			err := say.WithRemedy(say.Errorf("internal error: %s", fmt.Sprint(fault)), "please report it, with this trace: %s", string(debug.Stack()))
			result = Result{Organisation: organisation, Err: err}
		}
	}()
	return ask()
}

// Report is the outcome for all organisations asked for, in the order they were given.
type Report struct {
	Results       []Result
	Now           time.Time
	Soon          int // days within which a deadline counts as near
	Words         terms.Words
	AcceptUnknown bool      // take what a service does not tell for nothing to worry about
	KeyEnds       time.Time // when the key's certificate ends; zero without one
}

// Today is the calendar day in Norway the report speaks of.
func (r Report) Today() terms.Date { return terms.Today(r.Now) }

// Outcome is what a monitoring system wants to know of a report; its value is the exit code.
type Outcome int

// The outcomes. "Could not check" wins over all others, since what is not known may be overdue.
const (
	NothingDue Outcome = iota
	DueSoon
	SomethingOverdue
	CouldNotCheck
)

// Outcome of the whole report. What the service does not tell may be overdue as well.
func (r Report) Outcome() Outcome {
	outcome := NothingDue
	for _, result := range r.Results {
		if result.Err != nil || result.Status.Untold != "" && !r.AcceptUnknown {
			return CouldNotCheck
		}
		outcome = max(outcome, Outcome(result.Status.Urgency(r.Today(), r.Soon)))
	}
	return outcome
}

// line is one open term of one organisation.
type line struct {
	organisation orgnr.Number
	term         terms.Term
	left         int
	urgency      terms.Urgency
}

// lines are the open terms of all organisations, each once, the most pressing first.
func (r Report) lines() []line {
	today := r.Today()
	var lines []line
	for _, result := range r.Results {
		for _, term := range result.Status.Terms {
			lines = append(lines, line{
				organisation: result.Organisation, term: term,
				left: today.DaysUntil(term.Deadline), urgency: term.Urgency(today, r.Soon),
			})
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(terms.Compare(a.term.Deadline, b.term.Deadline), cmp.Compare(a.organisation, b.organisation), cmp.Compare(a.term.ID(), b.term.ID()))
	})
	return slices.Compact(lines)
}

// urgencyCode is the word for an urgency in formats that programs read.
func urgencyCode(t terms.Term, u terms.Urgency) string {
	switch {
	case t.Deadline.IsZero():
		return "unknown"
	case u == terms.Overdue:
		return "overdue"
	case u == terms.Soon:
		return "soon"
	default:
		return "later"
	}
}

// Format is a form of output.
type Format string

// The formats.
const (
	Table      Format = "table"
	JSON       Format = "json"
	XML        Format = "xml"
	CSV        Format = "csv"
	ICS        Format = "ics"
	Prometheus Format = "prometheus"
)

// Formats lists all formats, for help texts and completion.
func Formats() []string {
	return []string{string(Table), string(JSON), string(XML), string(CSV), string(ICS), string(Prometheus)}
}

// Write writes the report in the format; style concerns the table only.
func (r Report) Write(w io.Writer, format Format, style Style) error {
	switch format {
	case Table:
		return r.writeTable(w, style)
	case JSON:
		return r.writeJSON(w)
	case XML:
		return r.writeXML(w)
	case CSV:
		return r.writeCSV(w)
	case ICS:
		return r.writeICS(w)
	case Prometheus:
		return r.writePrometheus(w)
	default:
		return NoFormat(string(format))
	}
}

// NoFormat is the error for a format that there is not.
func NoFormat(name string) error {
	return say.Errorf("there is no format %q: use one of %s", name, say.List(Formats()))
}
