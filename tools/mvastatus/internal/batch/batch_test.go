package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/journal"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/sheet"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

var monday = time.Date(2026, 4, 6, 6, 0, 0, 0, time.UTC)

// service counts who asked for what, and how many at the same time.
type service struct {
	mu       sync.Mutex
	asked    map[orgnr.Number]int
	inFlight int
	most     int
	answer   func(orgnr.Number) report.Result
	again    Again
}

func (s *service) ask(_ context.Context, number orgnr.Number) report.Result {
	s.mu.Lock()
	s.asked[number]++
	s.inFlight++
	s.most = max(s.most, s.inFlight)
	s.mu.Unlock()
	time.Sleep(time.Millisecond)
	s.mu.Lock()
	s.inFlight--
	s.mu.Unlock()
	return s.answer(number)
}

func openTerm(period string) terms.Term {
	return terms.Term{Category: "alminnelig", Period: period, Year: "2026", PeriodType: "toMaaned", Deadline: terms.Date{Year: 2026, Month: 4, Day: 10}}
}

func okay(now time.Time) func(orgnr.Number) report.Result {
	return func(number orgnr.Number) report.Result {
		return report.Result{Organisation: number, CheckedAt: now, Status: terms.Status{Terms: []terms.Term{openTerm("januar-februar")}}}
	}
}

func run(t *testing.T, ctx context.Context, path string, now time.Time, s *service, rows []sheet.Row) []Row {
	t.Helper()
	book, err := journal.Open(path, "test", now)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := book.Close(); err != nil {
			t.Error(err)
		}
	}()
	out, err := Run(ctx, Job{Rows: rows, Ask: s.ask, Journal: book, InFlight: 5, Grace: time.Minute, Now: func() time.Time { return now }, Again: s.again})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func numbers(count int) []sheet.Row {
	rows := make([]sheet.Row, count)
	for i := range rows {
		rows[i] = sheet.Row{Line: i + 2, Fields: []string{fmt.Sprintf("2%08d", i)}}
	}
	return rows
}

func TestEveryRowEndsAsResultOrError(t *testing.T) {
	s := &service{asked: map[orgnr.Number]int{}}
	s.answer = func(number orgnr.Number) report.Result {
		switch {
		case strings.HasSuffix(string(number), "7"):
			return report.Result{Organisation: number, Err: errors.New("refused")}
		case strings.HasSuffix(string(number), "13"):
			panic("a fault of ours")
		default:
			return okay(monday)(number)
		}
	}
	rows := append(numbers(200), sheet.Row{Line: 202, Fields: []string{"12"}}, sheet.Row{Line: 203, Err: errors.New("quotes")}, sheet.Row{Line: 204, Fields: []string{"2 0000 0001"}})
	got := run(t, context.Background(), filepath.Join(t.TempDir(), "j"), monday, s, rows)
	counts := map[string]int{}
	for i, row := range got {
		if row.Source.Line != rows[i].Line {
			t.Fatalf("row %d is out of order", i)
		}
		switch {
		case row.Result.Err == nil && len(row.Result.Status.Terms) == 1:
			counts["ok"]++
		case row.Result.Err != nil:
			counts["error"]++
		}
	}
	// 20 refused, 2 panics (13, 113), one short number, one unreadable row; the repeated number is answered twice but asked once.
	if diff := cmp.Diff(map[string]int{"ok": 179, "error": 24}, counts); diff != "" {
		t.Error(diff)
	}
	for number, times := range s.asked {
		if times != 1 {
			t.Errorf("%s was asked for %d times", number, times)
		}
	}
	if s.most > 5 {
		t.Errorf("%d at the same time, at most 5 are allowed", s.most)
	}
}

func TestInterruptedRunGoesOnWithoutAskingTwice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j")
	ctx, cancel := context.WithCancel(context.Background())
	first := &service{asked: map[orgnr.Number]int{}}
	var once sync.Once
	first.answer = func(number orgnr.Number) report.Result {
		if strings.HasSuffix(string(number), "50") {
			once.Do(cancel)
		}
		return okay(monday)(number)
	}
	answered := 0
	for _, row := range run(t, ctx, path, monday, first, numbers(100)) {
		switch {
		case row.Result.Err == nil:
			answered++
		case !errors.Is(row.Result.Err, ErrInterrupted):
			t.Errorf("unexpected error %v", row.Result.Err)
		}
	}
	if answered == 0 || answered == 100 {
		t.Fatalf("%d rows answered: the run was not interrupted in the middle", answered)
	}
	second := &service{asked: map[orgnr.Number]int{}, answer: okay(monday)}
	cached := 0
	for _, row := range run(t, context.Background(), path, monday, second, numbers(100)) {
		if row.Result.Err != nil {
			t.Errorf("line %d: %v", row.Source.Line, row.Result.Err)
		}
		if row.Cached {
			cached++
		}
	}
	if cached != answered || len(second.asked) != 100-answered {
		t.Errorf("the second run took %d answers and asked for %d, want %d and %d", cached, len(second.asked), answered, 100-answered)
	}
}

func TestChangesSinceTheDayBefore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j")
	rows := []sheet.Row{{Line: 2, Fields: []string{"312409852"}}}
	run(t, context.Background(), path, monday, &service{asked: map[orgnr.Number]int{}, answer: okay(monday)}, rows)
	tuesday := monday.AddDate(0, 0, 1)
	s := &service{asked: map[orgnr.Number]int{}, answer: func(number orgnr.Number) report.Result {
		return report.Result{Organisation: number, CheckedAt: tuesday, Status: terms.Status{Terms: []terms.Term{openTerm("mars-april")}}}
	}}
	got := run(t, context.Background(), path, tuesday, s, rows)
	want := terms.Change{Appeared: []terms.Term{openTerm("mars-april")}, Delivered: []terms.Term{openTerm("januar-februar")}}
	if diff := cmp.Diff(want, got[0].Change); diff != "" {
		t.Error(diff)
	}
}

// failing is a service that answers with errors of these causes in turn, and with a status where a cause is empty.
func failing(causes ...client.Cause) *service {
	s := &service{asked: map[orgnr.Number]int{}}
	turn := 0
	s.answer = func(number orgnr.Number) report.Result {
		s.mu.Lock()
		defer s.mu.Unlock()
		cause := causes[min(turn, len(causes)-1)]
		turn++
		if cause == "" {
			return okay(monday)(number)
		}
		return report.Result{Organisation: number, Err: &client.Error{Stage: client.StageMaskinporten, Cause: cause, Attempts: 1}}
	}
	return s
}

func TestRefusalsThatConcernAllStopTheRun(t *testing.T) {
	for name, c := range map[string]struct {
		causes []client.Cause
		most   int // asked for; those in flight when it stops may be more than five
	}{
		"no such client":       {[]client.Cause{client.CauseClientUnknown}, 5 + 5},
		"unknown key":          {[]client.Cause{client.CauseKeyUnknown}, 5 + 5},
		"not delegated":        {[]client.Cause{client.CauseNotDelegated}, 200},
		"forbidden":            {[]client.Cause{client.CauseForbidden}, 200},
		"a success in between": {[]client.Cause{client.CauseClock, client.CauseClock, client.CauseClock, client.CauseClock, ""}, 200},
		"passes with time":     {[]client.Cause{client.CauseUnavailable}, 200},
	} {
		s := failing(c.causes...)
		rows := run(t, context.Background(), filepath.Join(t.TempDir(), "j"), monday, s, numbers(200))
		if len(rows) != 200 || len(s.asked) > c.most || c.most == 200 && len(s.asked) != 200 {
			t.Errorf("%s: %d rows, %d asked for, want %d at most", name, len(rows), len(s.asked), c.most)
		}
		for _, row := range rows {
			if row.Result.Err == nil && name != "a success in between" {
				t.Errorf("%s: line %d has no error", name, row.Source.Line)
			}
			if number := row.Result.Organisation; (s.asked[number] == 0) != errors.Is(row.Result.Err, client.CauseNotAsked) {
				t.Errorf("%s: %s, asked %d times, ends with %v", name, number, s.asked[number], row.Result.Err)
			}
		}
	}
}

// TestWhoIsAskedOnceMoreTheSameDay by how it ended before, and by what was asked for.
func TestWhoIsAskedOnceMoreTheSameDay(t *testing.T) {
	for _, c := range []struct {
		cause              client.Cause
		plain, failed, all int
	}{
		{"", 0, 0, 1},
		{client.CauseForbidden, 0, 1, 1},
		{client.CauseServer, 0, 1, 1},
		{client.CauseNotDelegated, 0, 1, 1},
		{client.CauseRefused, 1, 1, 1},       // nobody was there to be asked
		{client.CauseClientUnknown, 1, 1, 1}, // the service never saw the question
	} {
		for again, want := range map[Again]int{Nobody: c.plain, Failed: c.failed, All: c.all} {
			path := filepath.Join(t.TempDir(), "j")
			run(t, context.Background(), path, monday, failing(c.cause), numbers(1))
			second := failing("")
			second.again = again
			row := run(t, context.Background(), path, monday.Add(time.Hour), second, numbers(1))[0]
			if len(second.asked) != want {
				t.Errorf("%q with --again=%s: asked %d times, want %d", c.cause, again, len(second.asked), want)
			}
			if want == 0 && (!row.Cached || row.Result.CheckedAt != monday || (row.Result.Err != nil) != (c.cause != "")) {
				t.Errorf("%q with --again=%s: %+v", c.cause, again, row.Result)
			}
		}
	}
}

func TestAKilledRunsQuestionsAreNotAskedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j")
	book, err := journal.Open(path, "test", monday)
	if err != nil {
		t.Fatal(err)
	}
	if err := book.Add(journal.Entry{Organisation: "200000000", At: monday, Event: journal.Asked}); err != nil {
		t.Fatal(err)
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	s := &service{asked: map[orgnr.Number]int{}, answer: okay(monday)}
	rows := run(t, context.Background(), path, monday, s, numbers(3))
	if !errors.Is(rows[0].Result.Err, journal.ErrLost) || rows[0].Result.CheckedAt != monday || len(s.asked) != 2 {
		t.Errorf("%+v, %d asked for", rows[0].Result, len(s.asked))
	}
}

func TestTheRunEndsWhenAnswersCannotBeKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j")
	book, err := journal.Open(path, "test", monday)
	if err != nil {
		t.Fatal(err)
	}
	if err := book.Close(); err != nil { // writing fails from now on, as on a full disk
		t.Fatal(err)
	}
	s := &service{asked: map[orgnr.Number]int{}, answer: okay(monday)}
	rows, err := Run(context.Background(), Job{Rows: numbers(100), Ask: s.ask, Journal: book, InFlight: 5})
	if err == nil || len(s.asked) != 0 {
		t.Errorf("%v, %d asked for", err, len(s.asked))
	}
	for _, row := range rows {
		if !row.Left || !errors.Is(row.Result.Err, errNoRoom) {
			t.Fatalf("%+v", row)
		}
	}
}

// TestARunThatCannotBegin: what was answered today stands there, every other row has the reason, and the journal learns of no question.
func TestARunThatCannotBegin(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j")
	run(t, context.Background(), path, monday, &service{asked: map[orgnr.Number]int{}, answer: okay(monday)}, numbers(2))
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := journal.Open(path, "test", monday)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close() //nolint:errcheck // nothing was written
	reason := errors.New("no key")
	nobody := func(context.Context, orgnr.Number) report.Result { panic("asked") }
	rows, err := Run(context.Background(), Job{Rows: numbers(4), Ask: nobody, Unable: reason, Journal: book, InFlight: 5})
	if err != nil || len(rows) != 4 {
		t.Fatal(rows, err)
	}
	for i, row := range rows {
		if answered := i < 2; answered != (row.Result.Err == nil) || answered == row.Left || !answered && !errors.Is(row.Result.Err, reason) {
			t.Errorf("row %d: %+v", i, row)
		}
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the journal changed: %s, %v", after, err)
	}
}

// TestADeadlineIsNoInterruption: a call that --timeout cuts off says so, and its row counts among those that were not asked. On a busy machine the
// time may be over before anybody is asked; more is given then.
func TestADeadlineIsNoInterruption(t *testing.T) {
	for timeout := 10 * time.Millisecond; !cutOff(t, timeout); timeout *= 4 {
	}
}

// cutOff runs a batch whose calls last as long as they may, and reports whether all were asked.
func cutOff(t *testing.T, timeout time.Duration) bool {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	book, err := journal.Open(filepath.Join(t.TempDir(), "j"), "test", monday)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close() //nolint:errcheck // of the test
	var asked atomic.Int32
	ask := func(ctx context.Context, number orgnr.Number) report.Result {
		asked.Add(1)
		<-ctx.Done()
		failure := &client.Error{Stage: client.StageToken, Cause: client.CauseCancelled}
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			failure.Cause = client.CauseDeadline
		}
		return report.Result{Organisation: number, Err: failure}
	}
	rows, err := Run(ctx, Job{Rows: numbers(3), Ask: ask, Journal: book, InFlight: 5, Grace: time.Hour})
	if err != nil || len(rows) != 3 {
		t.Fatal(rows, err)
	}
	if asked.Load() < 3 {
		return false
	}
	for _, row := range rows {
		if !row.Left || !errors.Is(row.Result.Err, client.CauseDeadline) {
			t.Errorf("%+v", row)
		}
	}
	return true
}

func TestBlankRowsAreNothing(t *testing.T) {
	s := &service{asked: map[orgnr.Number]int{}, answer: okay(monday)}
	rows := run(t, context.Background(), filepath.Join(t.TempDir(), "j"), monday, s,
		[]sheet.Row{{Line: 2, Fields: []string{"", ""}}, {Line: 3, Fields: []string{"", "x"}}, {Line: 4, Fields: []string{`="312409852"`}}, {Line: 5, Fields: []string{"3,12E+08"}}})
	if !rows[0].Blank || rows[1].Blank || rows[1].Result.Err == nil || rows[2].Result.Err != nil || rows[3].Result.Err == nil {
		t.Errorf("%+v", rows)
	}
}

func TestWriteKeepsTheUsersColumns(t *testing.T) {
	rows := []Row{
		{
			Source: sheet.Row{Fields: []string{"312409852", "+47 22 33"}}, Known: true, Change: terms.Change{Appeared: []terms.Term{openTerm("januar-februar")}},
			Result: report.Result{Organisation: "312409852", CheckedAt: monday, Status: terms.Status{Terms: []terms.Term{openTerm("januar-februar")}}},
		},
		{Source: sheet.Row{Fields: []string{"12"}}, Result: report.Result{Err: say.WithRemedy(say.Errorf("it failed"), "run again later")}},
		{Source: sheet.Row{Fields: []string{""}}, Blank: true},
		{
			Source: sheet.Row{Fields: []string{"213023012"}},
			Result: report.Result{Organisation: "213023012", CheckedAt: monday, Status: terms.Status{Deviations: []terms.Deviation{{Path: "/a", Rule: "b", Message: "c"}}}},
		},
	}
	book := &sheet.Sheet{Above: [][]string{{"Kunder"}}, Header: []string{"orgnr", "telefon"}}
	for language, want := range map[say.Language]string{
		say.English: "Kunder\r\norgnr;telefon;mva_result;mva_open_terms;mva_overdue;mva_next_deadline;mva_days_left;mva_terms;mva_changes;mva_asked;mva_note\r\n" +
			"312409852;+47 22 33;ok;1;1;2026-04-10;-1;General January–February 2026 (2026-04-10);new: General January–February 2026 (2026-04-10);2026-04-06 08:00:00;\r\n" +
			"12;;not asked;;;;;;;;it failed; run again later\r\n" +
			";;;;;;;;;;\r\n" +
			"213023012;;ok;0;0;;;;;2026-04-06 08:00:00;nothing open\r\n",
		say.Bokmaal: "Kunder\r\norgnr;telefon;mva_resultat;mva_åpne_terminer;mva_frist_ute;mva_neste_frist;mva_dager_til_frist;mva_terminer;mva_endringer;mva_spurt;mva_merknad\r\n" +
			"312409852;+47 22 33;ok;1;1;2026-04-10;-1;Alminnelig næring januar–februar 2026 (10.04.2026);ny: Alminnelig næring januar–februar 2026 (10.04.2026);2026-04-06 08:00:00;\r\n" +
			"12;;ikke spurt;;;;;;;;den feilet; kjør på nytt senere\r\n" +
			";;;;;;;;;;\r\n" +
			"213023012;;ok;0;0;;;;;2026-04-06 08:00:00;ingen åpne terminer\r\n",
	} {
		var out bytes.Buffer
		words := terms.Words{Voice: say.In(language)}
		if err := Write(&out, sheet.Dialect{Separator: ';', End: "\r\n"}, book, rows, terms.Date{Year: 2026, Month: 4, Day: 11}, words); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, strings.ReplaceAll(out.String(), `"`, "")); diff != "" {
			t.Error(diff)
		}
	}
}
