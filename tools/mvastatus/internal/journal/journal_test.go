package journal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

var (
	monday  = time.Date(2026, 4, 6, 6, 0, 0, 0, time.UTC)
	tuesday = monday.AddDate(0, 0, 1)
	open    = terms.Status{Organisation: "312409852", Terms: []terms.Term{{Category: "alminnelig", Period: "januar-februar", Year: "2026", Deadline: terms.Date{Year: 2026, Month: 4, Day: 10}}}}
	nothing = terms.Status{Organisation: "312409852"}
)

func opened(t *testing.T, path, source string, now time.Time) *Journal {
	t.Helper()
	journal, err := Open(path, source, now)
	if err != nil {
		t.Fatal(err)
	}
	return journal
}

func closed(t *testing.T, journal *Journal) {
	t.Helper()
	if err := journal.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAnswersSurviveTheProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	first := opened(t, path, "test", monday)
	if _, done := first.Done("312409852"); done {
		t.Error("nothing was asked yet")
	}
	if err := first.Add("312409852", monday, open); err != nil {
		t.Fatal(err)
	}
	closed(t, first)

	sameDay := opened(t, path, "test", monday.Add(time.Hour))
	entry, done := sameDay.Done("312409852")
	if !done {
		t.Fatal("the answer of the same day is lost")
	}
	if diff := cmp.Diff(open, entry.Status); diff != "" {
		t.Error(diff)
	}
	if _, before := sameDay.Before("312409852"); before {
		t.Error("there was no earlier day")
	}
	closed(t, sameDay)

	nextDay := opened(t, path, "test", tuesday)
	defer closed(t, nextDay)
	if _, done := nextDay.Done("312409852"); done {
		t.Error("yesterday's answer is not today's")
	}
	if entry, before := nextDay.Before("312409852"); !before || !cmp.Equal(open, entry.Status) {
		t.Errorf("Before = %+v, %v, want Monday's answer", entry, before)
	}
	if err := nextDay.Add("312409852", tuesday, nothing); err != nil {
		t.Fatal(err)
	}
	if entry, _ := nextDay.Before("312409852"); !cmp.Equal(open, entry.Status) {
		t.Error("today's answer replaced the earlier day's")
	}
}

func TestSourcesAreKeptApart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	production := opened(t, path, "production", monday)
	if err := production.Add("312409852", monday, open); err != nil {
		t.Fatal(err)
	}
	closed(t, production)
	test := opened(t, path, "test", monday)
	defer closed(t, test)
	if _, done := test.Done("312409852"); done {
		t.Error("an answer of production was taken for one of the test environment")
	}
}

func TestCutOffLineIsAskedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	first := opened(t, path, "test", monday)
	if err := first.Add("312409852", monday, open); err != nil {
		t.Fatal(err)
	}
	if err := first.Add("213023012", monday, nothing); err != nil {
		t.Fatal(err)
	}
	closed(t, first)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data[:len(data)-7], 0o600); err != nil {
		t.Fatal(err)
	}
	second := opened(t, path, "test", monday)
	if _, done := second.Done("213023012"); done {
		t.Error("half a line was taken for an answer")
	}
	if err := second.Add("213023012", monday, nothing); err != nil {
		t.Fatal(err)
	}
	closed(t, second)
	third := opened(t, path, "test", monday)
	defer closed(t, third)
	for _, organisation := range []string{"312409852", "213023012"} {
		if _, done := third.Done("312409852"); !done {
			t.Errorf("%s is lost", organisation)
		}
	}
	if _, done := third.Done("213023012"); !done {
		t.Error("the entry written after the cut-off line is lost")
	}
}

func TestTwoRunsCannotShareAJournal(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	first := opened(t, path, "test", monday)
	if _, err := Open(path, "test", monday); err == nil || !strings.Contains(err.Error(), ".lock") {
		t.Errorf("second Open: %v, want an error that names the lock", err)
	}
	closed(t, first)
	closed(t, opened(t, path, "test", monday))
}

func TestStaleLockIsTakenOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	if err := os.WriteFile(path+".lock", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-2 * staleLock)
	if err := os.Chtimes(path+".lock", old, old); err != nil {
		t.Fatal(err)
	}
	closed(t, opened(t, path, "test", monday))
}
