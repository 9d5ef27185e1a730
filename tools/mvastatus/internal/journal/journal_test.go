package journal

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
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

func marshal(t *testing.T, entry Entry) []byte {
	t.Helper()
	line, err := json.Marshal(entry)
	if err != nil {
		t.Fatal(err)
	}
	return append(line, '\n')
}

func TestAnswersSurviveTheProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	first := opened(t, path, "test", monday)
	if _, done := first.Today("312409852"); done {
		t.Error("nothing was asked yet")
	}
	if err := first.Add(Entry{Organisation: "312409852", At: monday, Status: open}); err != nil {
		t.Fatal(err)
	}
	closed(t, first)

	sameDay := opened(t, path, "test", monday.Add(time.Hour))
	entry, done := sameDay.Today("312409852")
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
	if _, done := nextDay.Today("312409852"); done {
		t.Error("yesterday's answer is not today's")
	}
	if entry, before := nextDay.Before("312409852"); !before || !cmp.Equal(open, entry.Status) {
		t.Errorf("Before = %+v, %v, want Monday's answer", entry, before)
	}
	if err := nextDay.Add(Entry{Organisation: "312409852", At: tuesday, Status: nothing}); err != nil {
		t.Fatal(err)
	}
	if entry, _ := nextDay.Before("312409852"); !cmp.Equal(open, entry.Status) {
		t.Error("today's answer replaced the earlier day's")
	}
}

func TestSourcesAreKeptApart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	production := opened(t, path, "production", monday)
	if err := production.Add(Entry{Organisation: "312409852", At: monday, Status: open}); err != nil {
		t.Fatal(err)
	}
	closed(t, production)
	test := opened(t, path, "test", monday)
	defer closed(t, test)
	if _, done := test.Today("312409852"); done {
		t.Error("an answer of production was taken for one of the test environment")
	}
}

func TestCutOffLineIsAskedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	first := opened(t, path, "test", monday)
	if err := first.Add(Entry{Organisation: "312409852", At: monday, Status: open}); err != nil {
		t.Fatal(err)
	}
	if err := first.Add(Entry{Organisation: "213023012", At: monday, Status: nothing}); err != nil {
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
	if _, done := second.Today("213023012"); done {
		t.Error("half a line was taken for an answer")
	}
	if err := second.Add(Entry{Organisation: "213023012", At: monday, Status: nothing}); err != nil {
		t.Fatal(err)
	}
	closed(t, second)
	third := opened(t, path, "test", monday)
	defer closed(t, third)
	for _, organisation := range []string{"312409852", "213023012"} {
		if _, done := third.Today("312409852"); !done {
			t.Errorf("%s is lost", organisation)
		}
	}
	if _, done := third.Today("213023012"); !done {
		t.Error("the entry written after the cut-off line is lost")
	}
}

func TestTwoRunsCannotShareAJournal(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	first := opened(t, path, "test", monday)
	if _, err := Open(path, "test", monday); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("second Open: %v, want an error that names the journal", err)
	}
	closed(t, first)
	closed(t, opened(t, path, "test", monday))
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("files left beside the journal: %v, %v", entries, err)
	}
}

// TestEvents: what is known of an organisation after a run that noted these, in a run after it.
func TestEvents(t *testing.T) {
	refused := &Failure{Stage: client.StageService, Cause: client.CauseForbidden, Status: 403, Code: "DAS-008", CorrelationID: "c1"}
	for name, c := range map[string]struct {
		events []Entry
		want   Event
		asked  bool
	}{
		"killed while asking":           {[]Entry{{Event: Asked}}, Asked, true},
		"answered":                      {[]Entry{{Event: Asked}, {Status: open}}, Answered, true},
		"failed":                        {[]Entry{{Event: Asked}, {Event: Failed, Failure: refused}}, Failed, true},
		"never got there":               {[]Entry{{Event: Asked}, {Event: Unasked}}, "", false},
		"answered, then killed":         {[]Entry{{Status: open}, {Event: Asked}}, Answered, true},
		"answered, then not reached":    {[]Entry{{Status: open}, {Event: Asked}, {Event: Unasked}}, Answered, true},
		"failed, then answered":         {[]Entry{{Event: Failed, Failure: refused}, {Event: Asked}, {Status: open}}, Answered, true},
		"yesterday":                     {[]Entry{{At: monday.AddDate(0, 0, -1), Event: Asked}}, "", false},
		"failed yesterday, asked today": {[]Entry{{At: monday.AddDate(0, 0, -1), Event: Failed}, {Event: Asked}}, Asked, true},
	} {
		path := filepath.Join(t.TempDir(), "journal")
		first := opened(t, path, "test", monday)
		for _, event := range c.events {
			event.Organisation = "312409852"
			if event.At.IsZero() {
				event.At = monday
			}
			if err := first.Add(event); err != nil {
				t.Fatal(err)
			}
		}
		closed(t, first)
		second := opened(t, path, "test", monday)
		entry, asked := second.Today("312409852")
		if asked != c.asked || entry.Event != c.want || asked && entry.At.IsZero() {
			t.Errorf("%s: %+v, %v", name, entry, asked)
		}
		if name == "failed" && (!errors.Is(entry.Err(), client.CauseForbidden) || !strings.Contains(entry.Err().Error(), "DAS-008")) {
			t.Errorf("the failure came back as %v", entry.Err())
		}
		closed(t, second)
	}
}
