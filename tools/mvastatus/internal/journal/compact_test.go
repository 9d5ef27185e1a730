package journal

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

func organisations(count int) []orgnr.Number {
	list := make([]orgnr.Number, count)
	for i := range list {
		list[i] = orgnr.Number(fmt.Sprintf("9%08d", i))
	}
	return list
}

// askAll notes a question and an answer for each organisation.
func askAll(t *testing.T, path string, now time.Time, list []orgnr.Number) {
	t.Helper()
	journal := opened(t, path, "test", now)
	for _, organisation := range list {
		for _, entry := range []Entry{{Event: Asked}, {Status: open}} {
			entry.Organisation, entry.At = organisation, now
			if err := journal.Add(entry); err != nil {
				t.Fatal(err)
			}
		}
	}
	closed(t, journal)
}

func TestYearsOfDaysAreBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	list := organisations(60)
	askAll(t, path, monday, list)
	day := size(t, path)
	var most int64
	for n := range 120 {
		askAll(t, path, monday.AddDate(0, 0, n+1), list)
		most = max(most, size(t, path))
	}
	// A week, the answers before it, and as much again that is not needed, or what is too little to be worth it.
	if bound := (fullDays+3)*day*2 + leastGain; most > bound {
		t.Errorf("the journal grew to %d bytes, with %d a day", most, day)
	}
	last := opened(t, path, "test", monday.AddDate(0, 0, 121))
	defer closed(t, last)
	for _, organisation := range list {
		if _, known := last.Before(organisation); !known {
			t.Errorf("%s is forgotten", organisation)
		}
	}
}

func size(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// knowledge is all that a run of each source at that time knows, read without compacting.
func knowledge(t *testing.T, path string, now time.Time) map[string]any {
	t.Helper()
	known := map[string]any{}
	for _, source := range []string{"test", "production"} {
		journal := &Journal{
			source: source, today: terms.Today(now),
			latest: map[orgnr.Number]Entry{}, before: map[orgnr.Number]Entry{}, good: map[orgnr.Number]time.Time{},
		}
		for line := range strings.Lines(text(t, path)) {
			if entry, ok := parse([]byte(line)); ok && entry.Source == source {
				journal.take(entry)
			}
		}
		known[source] = []any{journal.latest, journal.before, journal.good}
	}
	return known
}

func text(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// history writes a journal of random events over forty days, some of them out of order, and of lines that are none.
func history(t *testing.T, path string, random *rand.Rand) {
	t.Helper()
	events := []Event{Answered, Answered, Asked, Failed, Unasked, "of a later version"}
	var out strings.Builder
	for day := range 40 {
		for range random.IntN(8) {
			entry := Entry{
				Source: []string{"test", "production"}[random.IntN(2)], Organisation: organisations(5)[random.IntN(5)],
				At: monday.AddDate(0, 0, day-random.IntN(2)*random.IntN(10)), Event: events[random.IntN(len(events))],
			}
			if entry.Event == Answered {
				entry.Status.Others = out.Len()
			}
			out.Write(marshal(t, entry))
		}
		if random.IntN(5) == 0 {
			out.WriteString(`{"source":"test","organisa` + "\n")
		}
	}
	if err := os.WriteFile(path, []byte(out.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}

// compacted compacts a journal whatever it is worth, and returns the copy that was made on the way.
func compacted(t *testing.T, path string, now time.Time) (draft string) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	journal, lines := &Journal{file: file}, newSurvey(now)
	journal.source = "nobody" // of whom no entry is
	if err := journal.read(lines); err != nil {
		t.Fatal(err)
	}
	name, err := draftOf(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := writeDraft(file, name, lines); err != nil {
		t.Fatal(err)
	}
	draft = text(t, name)
	if err := finish(file, name); err != nil {
		t.Fatal(err)
	}
	return draft
}

// TestCompactionForgetsNothing that a run of the next days knows, nor one whose clock goes back again by less than a week.
func TestCompactionForgetsNothing(t *testing.T) {
	shorter := 0
	for seed := range uint64(50) {
		path := filepath.Join(t.TempDir(), "journal")
		history(t, path, rand.New(rand.NewPCG(seed, 1)))
		now, long := monday.AddDate(0, 0, 40), size(t, path)
		var before, after []any
		views := []int{1 - fullDays, -3, 0, 1, 10}
		for _, days := range views {
			before = append(before, knowledge(t, path, now.AddDate(0, 0, days)))
		}
		compacted(t, path, now)
		for _, days := range views {
			after = append(after, knowledge(t, path, now.AddDate(0, 0, days)))
		}
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatalf("seed %d (-before +after):\n%s", seed, diff)
		}
		if short := size(t, path); short < long/2 {
			shorter++
		}
	}
	if shorter < 35 {
		t.Errorf("only %d of 50 journals became half as long", shorter)
	}
}

// TestKilledWhileCompacting goes through what a kill can leave: a part of the copy and the journal as it was, or the whole copy and a journal of
// which a part is written over.
func TestKilledWhileCompacting(t *testing.T) {
	path, now := filepath.Join(t.TempDir(), "journal"), monday.AddDate(0, 0, 40)
	history(t, path, rand.New(rand.NewPCG(1, 1)))
	want, before := knowledge(t, path, now), text(t, path)
	draft := compacted(t, path, now)
	after := text(t, path)
	resume := func(journal, draft string) {
		t.Helper()
		for name, text := range map[string]string{path: journal, path + ".compacting": draft} {
			if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		closed(t, opened(t, path, "test", now))
		if diff := cmp.Diff(want, knowledge(t, path, now)); diff != "" {
			t.Fatalf("journal %d bytes, copy %d bytes (-want +got):\n%s", len(journal), len(draft), diff)
		}
		if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
			t.Fatalf("left beside the journal: %v, %v", left, err)
		}
	}
	for cut := 0; cut < len(draft); cut += 41 {
		resume(before, draft[:cut])
	}
	resume(before, draft[:len(draft)-1])
	for written := 0; written <= len(after); written += 41 {
		resume(after[:written]+before[written:], draft)
	}
	resume(after, draft)
}

// TestAFileNamedByMistake keeps its lines, however many they are.
func TestAFileNamedByMistake(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kunder.csv")
	rows := strings.Repeat("Kunde AS;312409852\n", 50_000)
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	for n := range 3 {
		askAll(t, path, monday.AddDate(0, n, 0), organisations(1000))
	}
	if !strings.HasPrefix(text(t, path), rows) {
		t.Error("the rows are gone")
	}
}

// TestNoRoomForACopy leaves the journal as it is.
func TestNoRoomForACopy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	for n := range 3 {
		askAll(t, path, monday.AddDate(0, 0, n), organisations(1000))
	}
	if err := os.Symlink(filepath.Join(t.TempDir(), "nothing"), path+".compacting"); err != nil {
		t.Log("NOT CHECKED: there are no links here")
		return
	}
	long := size(t, path)
	askAll(t, path, monday.AddDate(0, 1, 0), organisations(1))
	if now := size(t, path); now <= long {
		t.Errorf("%d bytes of %d are left", now, long)
	}
	askAll(t, path, monday.AddDate(0, 1, 1), organisations(1)) // the link is gone
	if now := size(t, path); now >= long/2 {
		t.Errorf("%d bytes of %d are left: nothing was compacted", now, long)
	}
}

func TestOnlyOrdinaryFilesKeepJournals(t *testing.T) {
	if journal, err := Open(os.DevNull, "test", monday); err == nil || !strings.Contains(err.Error(), "ordinary file") {
		t.Errorf("%v, %v", journal, err)
	}
}
