// Package batch asks for the status of every organisation in a spreadsheet: a few at a time, each once a day, and every row ends as a result or
// as a stated error.
package batch

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/journal"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/sheet"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// Ask gets the status of one organisation. The report's Result has its error.
type Ask func(ctx context.Context, organisation orgnr.Number) report.Result

// Again says who is asked once more although they were asked for today.
type Again string

// The values of Again.
const (
	Nobody Again = ""
	Failed Again = "failed" // those who were asked for today and not answered for
	All    Again = "all"
)

// Job is what to do.
type Job struct {
	Rows     []sheet.Row
	Column   int // of the organisation number
	Ask      Ask
	Unable   error // why nobody can be asked; nil where somebody can
	Journal  *journal.Journal
	Again    Again
	InFlight int                   // how many organisations are asked for at the same time
	Grace    time.Duration         // how long calls in flight may take to their end when the run is interrupted
	Now      func() time.Time      // nil: time.Now
	Progress func(done, total int) // called after each organisation, from one goroutine at a time; may be nil
}

// Row is the outcome of one row of the spreadsheet, in its order.
type Row struct {
	Source   sheet.Row
	Blank    bool // nothing stands in it, and nothing is wrong with that
	Result   report.Result
	Warnings []error
	Change   terms.Change // since the last day on which the organisation was asked for
	Known    bool         // whether there was such a day
	Cached   bool         // told by an earlier run of the same day
	Left     bool         // the run ended before its turn came; nothing is wrong with the row
}

// ErrInterrupted is the error of the rows that were not asked for because the run was stopped.
var ErrInterrupted = say.WithRemedy(say.Errorf("not asked: the run was interrupted"), "run the same command again: it continues where it stopped")

var errNoRoom = say.WithRemedy(say.Errorf("not asked: the answers cannot be kept"), "make room on the disk and run again")

// Run asks for every organisation that was not asked for today, each once however often it stands in the file. The error is about the journal; the
// outcome of each row stands in the row. Cancelling ctx ends the run: nobody else is asked for, and answers on their way are waited for a while.
// After five refusals in a row that would be the same for every organisation, the others are not asked for.
func Run(ctx context.Context, job Job) ([]Row, error) {
	if job.Now == nil {
		job.Now = time.Now
	}
	rows, pending := plan(job)
	r := &runner{job: job, done: len(rows) - len(pending), total: len(rows), answers: map[orgnr.Number]report.Result{}}
	r.report()
	if job.Unable == nil {
		r.askAll(ctx, pending)
	}
	for i := range rows {
		r.settle(&rows[i])
	}
	return rows, r.err
}

// plan reads the organisation numbers, sees what is known of today already and lists the organisations to ask for, in the file's order.
func plan(job Job) (rows []Row, pending []orgnr.Number) {
	rows = make([]Row, len(job.Rows))
	listed := map[orgnr.Number]bool{}
	for i, source := range job.Rows {
		rows[i] = parseRow(source, job.Column)
		number := rows[i].Result.Organisation
		if rows[i].Blank || rows[i].Result.Err != nil || listed[number] {
			continue
		}
		listed[number] = true
		if job.wants(number) {
			pending = append(pending, number)
		}
	}
	return rows, pending
}

// wants reports whether to ask for an organisation.
func (job Job) wants(number orgnr.Number) bool {
	entry, asked := job.Journal.Today(number)
	switch {
	case !asked || job.Again == All:
		return true
	case job.Again == Failed:
		return entry.Event != journal.Answered
	}
	return false
}

func parseRow(source sheet.Row, column int) Row {
	row := Row{Source: source, Blank: source.Blank(), Result: report.Result{Line: source.Line}}
	if source.Warning != nil {
		row.Warnings = append(row.Warnings, source.Warning)
	}
	if row.Blank {
		return row
	}
	number, err := readNumber(source, column)
	if err != nil {
		row.Result.Err = say.WithRemedy(err, "correct the row and run again")
		return row
	}
	row.Result.Organisation = number
	if !number.CheckDigit() {
		row.Warnings = append(row.Warnings, say.Mistyped(number))
	}
	return row
}

func readNumber(source sheet.Row, column int) (orgnr.Number, error) {
	if source.Err != nil {
		return "", source.Err
	}
	cell := source.Field(column)
	if err := sheet.Rounded(cell); err != nil {
		return "", err
	}
	return say.ParseNumber(sheet.Number(cell))
}

// runner is the state of one run.
type runner struct {
	mu      sync.Mutex
	job     Job
	streak  client.Streak
	answers map[orgnr.Number]report.Result
	done    int
	total   int
	err     error // of the journal
}

// askAll runs the workers. Rows without a need for an answer count as done from the start.
func (r *runner) askAll(ctx context.Context, pending []orgnr.Number) {
	asking, end := withGrace(ctx, r.job.Grace)
	defer end()
	queue := make(chan orgnr.Number)
	var workers sync.WaitGroup
	for range max(1, r.job.InFlight) {
		workers.Go(func() {
			for number := range queue {
				r.ask(ctx, asking, number)
			}
		})
	}
	for _, number := range pending {
		if ctx.Err() != nil {
			break
		}
		queue <- number
	}
	close(queue)
	workers.Wait()
}

// withGrace is a context that outlives ctx by a while, but not its deadline: that one is meant.
func withGrace(ctx context.Context, grace time.Duration) (context.Context, context.CancelFunc) {
	asking, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })
	end := func() { stop(); cancel() }
	deadline, ok := ctx.Deadline()
	if !ok {
		return asking, end
	}
	asking, cancelDeadline := context.WithDeadline(asking, deadline)
	return asking, func() { end(); cancelDeadline() }
}

// ask asks for one organisation: the question is noted before it is sent, so that nobody is asked for twice whatever happens to this process.
func (r *runner) ask(ctx, asking context.Context, number orgnr.Number) {
	if ctx.Err() != nil || r.stopped() {
		return
	}
	at := r.job.Now()
	if !r.note(journal.Entry{Organisation: number, At: at, Event: journal.Asked}) {
		return
	}
	result := report.Guard(number, func() report.Result { return r.job.Ask(asking, number) })
	if result.CheckedAt.IsZero() {
		result.CheckedAt = at
	}
	if !reached(result.Err) {
		result.CheckedAt = time.Time{}
	}
	r.streak.Add(result.Err)
	r.add(number, result, at)
}

// stopped tells whether the journal or a row of refusals has ended the run.
func (r *runner) stopped() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err != nil || r.streak.Err() != nil
}

// note writes to the journal. The run ends where that is not possible: an answer that is not kept would have to be asked for again.
func (r *runner) note(entry journal.Entry) bool {
	err := r.job.Journal.Add(entry)
	if err == nil {
		return true
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil {
		r.err = err
	}
	return false
}

func (r *runner) add(number orgnr.Number, result report.Result, at time.Time) {
	r.note(entryOf(number, result, at))
	r.mu.Lock()
	defer r.mu.Unlock()
	r.answers[number] = result
	r.done++
	r.report()
}

// entryOf is how an outcome is remembered.
func entryOf(number orgnr.Number, result report.Result, at time.Time) journal.Entry {
	entry := journal.Entry{Organisation: number, At: at}
	var failure *client.Error
	switch {
	case result.Err == nil:
		entry.At, entry.Status = result.CheckedAt, result.Status
	case result.CheckedAt.IsZero():
		entry.Event = journal.Unasked
	case errors.As(result.Err, &failure):
		entry.Event, entry.Failure = journal.Failed, journal.FailureOf(failure)
	default:
		entry.Event = journal.Failed
	}
	return entry
}

// reached tells whether a question with this outcome got to anyone who looked at it. What failed on the way may be sent again the same day.
func reached(err error) bool {
	var failure *client.Error
	if err == nil || !errors.As(err, &failure) {
		return true
	}
	switch failure.Cause {
	case client.CauseRefused, client.CauseUnreachable, client.CauseNameServer, client.CauseQueue, client.CauseNotAsked, client.CauseTokenServer,
		client.CauseTokenOther, client.CauseNoToken, client.CauseGrant:
		return false
	case client.CauseCancelled, client.CauseDeadline:
		return failure.Attempts > 0
	}
	return !failure.Cause.ForAll()
}

func (r *runner) report() {
	if r.job.Progress != nil {
		r.job.Progress(r.done, r.total)
	}
}

// settle gives a row its answer: of this run, else what the journal knows of today, else the reason why it was not asked.
func (r *runner) settle(row *Row) {
	if row.Blank || row.Result.Err != nil {
		return
	}
	number := row.Result.Organisation
	result, ok := r.answers[number]
	if !ok {
		result, row.Cached = r.known(number)
		row.Left = !row.Cached
	} else {
		row.Left = result.CheckedAt.IsZero() && (errors.Is(result.Err, client.CauseDeadline) || errors.Is(result.Err, client.CauseCancelled))
	}
	result.Organisation, result.Line, result.LastSuccess = number, row.Source.Line, r.job.Journal.LastSuccess(number)
	row.Result = result
	if before, known := r.job.Journal.Before(number); known && result.Err == nil {
		row.Known, row.Change = true, result.Status.Since(before.Status)
	}
}

// known is what the journal knows of an organisation that this run did not ask for.
func (r *runner) known(number orgnr.Number) (result report.Result, cached bool) {
	entry, asked := r.job.Journal.Today(number)
	switch {
	case !asked && r.job.Unable != nil:
		return report.Result{Err: r.job.Unable}, false
	case !asked && r.err != nil:
		return report.Result{Err: errNoRoom}, false
	case !asked && r.streak.Err() != nil:
		return report.Result{Err: r.streak.Err()}, false
	case !asked:
		return report.Result{Err: ErrInterrupted}, false
	case entry.Event == journal.Answered:
		return report.Result{Status: entry.Status, CheckedAt: entry.At}, true
	}
	return report.Result{Err: entry.Err(), CheckedAt: entry.At}, true
}
