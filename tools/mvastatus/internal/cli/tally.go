// How a batch went, in figures.

package cli

import (
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/batch"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// tally counts rows by what came of them.
type tally struct {
	rows, overdue, changed, notAsked int
	failed                           []batch.Row
	why                              error // of the first that was not asked
}

func tallyOf(rows []batch.Row, answer report.Report) tally {
	var t tally
	for _, row := range rows {
		if row.Blank {
			continue
		}
		t.rows++
		t.add(row, answer)
	}
	return t
}

func (t *tally) add(row batch.Row, answer report.Report) {
	result := row.Result
	switch {
	case result.Err == nil:
		if result.Status.Overdue(answer.Today()) > 0 {
			t.overdue++
		}
		if !row.Change.Empty() {
			t.changed++
		}
	case row.Left:
		if t.notAsked++; t.why == nil {
			t.why = result.Err
		}
	default:
		t.failed = append(t.failed, row)
	}
}

func (t *tally) sentence(v say.Voice) string {
	return v.Say("%d rows", t.rows) + ": " + v.Say("%d with something overdue", t.overdue) + ", " + v.Say("%d changed since the last day", t.changed) + ", " +
		v.Say("%d failed", len(t.failed)) + ", " + v.Say("%d not asked", t.notAsked)
}
