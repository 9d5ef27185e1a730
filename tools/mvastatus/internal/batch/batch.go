// Package batch asks for the status of every organisation in a spreadsheet: a few at a time, each once a day, and every row ends as a result or
// as a stated error.
package batch

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/journal"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/sheet"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// Ask gets the status of one organisation. The report's Result has its error and remedy.
type Ask func(ctx context.Context, organisation orgnr.Number) report.Result

// Job is what to do.
type Job struct {
	Rows     []sheet.Row
	Column   int // of the organisation number
	Ask      Ask
	Journal  *journal.Journal
	InFlight int                   // how many organisations are asked for at the same time
	Progress func(done, total int) // called after each organisation, from one goroutine at a time; may be nil
}

// Row is the outcome of one row of the spreadsheet, in its order.
type Row struct {
	Source  sheet.Row
	Result  report.Result
	Warning string       // about the organisation number
	Change  terms.Change // since the last day on which the organisation was asked for
	Known   bool         // whether there was such a day
	Cached  bool         // answered by an earlier run of the same day
}

// ErrInterrupted is the error of the rows that were not asked for because the run was stopped.
var ErrInterrupted = errors.New("not asked: the run was interrupted")

// Run asks for every organisation that was not answered today, each once however often it stands in the file. The error is about the journal;
// the outcome of each row stands in the row. Cancelling ctx ends the run: answers that came are kept.
func Run(ctx context.Context, job Job) ([]Row, error) {
	rows, pending := plan(job)
	answers, err := ask(ctx, job, pending, len(rows))
	for i := range rows {
		settle(&rows[i], job, answers)
	}
	return rows, err
}

// plan reads the organisation numbers, takes the answers that are there already and lists the organisations to ask for, in the file's order.
func plan(job Job) (rows []Row, pending []orgnr.Number) {
	rows = make([]Row, len(job.Rows))
	listed := map[orgnr.Number]bool{}
	for i, source := range job.Rows {
		rows[i] = parseRow(source, job.Column)
		number := rows[i].Result.Organisation
		if rows[i].Result.Err != nil || listed[number] {
			continue
		}
		listed[number] = true
		if _, done := job.Journal.Done(number); !done {
			pending = append(pending, number)
		}
	}
	return rows, pending
}

func parseRow(source sheet.Row, column int) Row {
	row := Row{Source: source}
	if source.Err != nil {
		row.Result = report.Result{Err: source.Err, Remedy: "correct the row and run again"}
		return row
	}
	number, err := orgnr.Parse(source.Field(column))
	row.Result.Organisation = number
	if err != nil {
		row.Result.Err, row.Result.Remedy = fmt.Errorf("line %d: %w", source.Line, err), "correct the row and run again"
		return row
	}
	if !number.CheckDigit() {
		row.Warning = fmt.Sprintf("%s fails the check digit: is it mistyped?", number)
	}
	return row
}

// ask runs the workers. Rows without a need for an answer count as done from the start.
func ask(ctx context.Context, job Job, pending []orgnr.Number, total int) (map[orgnr.Number]report.Result, error) {
	queue := make(chan orgnr.Number)
	collector := collector{job: job, done: total - len(pending), total: total, answers: map[orgnr.Number]report.Result{}}
	collector.report()
	var workers sync.WaitGroup
	for range max(1, job.InFlight) {
		workers.Go(func() {
			for number := range queue {
				collector.add(number, askOne(ctx, job, number))
			}
		})
	}
	feed(ctx, queue, pending)
	workers.Wait()
	return collector.answers, collector.err
}

func feed(ctx context.Context, queue chan<- orgnr.Number, pending []orgnr.Number) {
	defer close(queue)
	for _, number := range pending {
		select {
		case queue <- number:
		case <-ctx.Done():
			return
		}
	}
}

func askOne(ctx context.Context, job Job, number orgnr.Number) report.Result {
	if ctx.Err() != nil {
		return interrupted(number)
	}
	result := report.Guard(number, func() report.Result { return job.Ask(ctx, number) })
	if result.Err != nil && ctx.Err() != nil {
		return interrupted(number)
	}
	return result
}

func interrupted(number orgnr.Number) report.Result {
	return report.Result{Organisation: number, Err: ErrInterrupted, Remedy: "run the same command again: it goes on where it stopped"}
}

// collector takes the answers of all workers, writes them to the journal and reports progress.
type collector struct {
	mu      sync.Mutex
	job     Job
	answers map[orgnr.Number]report.Result
	done    int
	total   int
	err     error
}

func (c *collector) add(number orgnr.Number, result report.Result) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.answers[number] = result
	if result.Err == nil {
		c.err = errors.Join(c.err, c.job.Journal.Add(number, result.CheckedAt, result.Status))
	}
	c.done++
	c.report()
}

func (c *collector) report() {
	if c.job.Progress != nil {
		c.job.Progress(c.done, c.total)
	}
}

// settle gives a row its answer: today's from the journal, else the error, else the word that it was not asked.
func settle(row *Row, job Job, answers map[orgnr.Number]report.Result) {
	if row.Result.Err != nil {
		return
	}
	number := row.Result.Organisation
	answer, asked := answers[number]
	if entry, done := job.Journal.Done(number); done && !asked {
		answer = report.Result{Organisation: number, Status: entry.Status, CheckedAt: entry.At}
		row.Cached = true
	} else if !asked {
		answer = interrupted(number)
	}
	row.Result = answer
	if before, known := job.Journal.Before(number); known && answer.Err == nil {
		row.Known, row.Change = true, answer.Status.Since(before.Status)
	}
}
