package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/journal"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
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
	out, err := Run(ctx, Job{Rows: rows, Ask: s.ask, Journal: book, InFlight: 5})
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

func TestWriteKeepsTheUsersColumns(t *testing.T) {
	words, err := terms.In(terms.English)
	if err != nil {
		t.Fatal(err)
	}
	rows := []Row{
		{
			Source: sheet.Row{Fields: []string{"312409852", "+47 22 33"}}, Known: true, Change: terms.Change{Appeared: []terms.Term{openTerm("januar-februar")}},
			Result: report.Result{Organisation: "312409852", CheckedAt: monday, Status: terms.Status{Terms: []terms.Term{openTerm("januar-februar")}}},
		},
		{Source: sheet.Row{Fields: []string{"12"}}, Result: report.Result{Err: errors.New("too short"), Remedy: "correct it"}},
	}
	var out bytes.Buffer
	if err := Write(&out, sheet.Dialect{Separator: ';', CRLF: true}, []string{"orgnr", "telefon"}, rows, terms.Date{Year: 2026, Month: 4, Day: 11}, words); err != nil {
		t.Fatal(err)
	}
	want := "orgnr;telefon;mva_result;mva_open_terms;mva_overdue;mva_next_deadline;mva_days_left;mva_terms;mva_changes;mva_checked;mva_note\r\n" +
		"312409852;+47 22 33;ok;1;1;2026-04-10;-1;General January–February 2026 (2026-04-10);new: General January–February 2026 (2026-04-10);2026-04-06T08:00:00+02:00;\r\n" +
		"12;;error;;;;;;;;too short; correct it\r\n"
	if diff := cmp.Diff(want, strings.ReplaceAll(out.String(), `"`, "")); diff != "" {
		t.Error(diff)
	}
}
