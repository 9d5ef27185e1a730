//go:build unix

// Runs that are killed, as processes of their own: every row once, nobody asked for twice, and an exit code that is true.

package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// killed is the sheet of the test: what must come of each of its rows.
type killed struct {
	text  strings.Builder
	wants []string // per row: an organisation number, "bad" for one that cannot be read, "blank"
}

// rowFaults are the ways a row is written, one in a hundred each.
var rowFaults = []struct {
	format string // of the organisation number
	want   string // empty: the organisation
}{
	{"\"Klient;%s\r\n", "bad"},
	{"Klient;%.8s\r\n", "bad"},
	{"Klient;\r\n", "bad"},
	{";\r\n", "blank"},
	{"Klient;=\"%s\"\r\n", ""},
	{"\"Klient, AS\";%s;\r\n", ""},
	{"\"Klient\r\nStorgata 1\";%s\r\n", ""},
	{"Klient;%s\r", ""},
	{"Klient;NO%sMVA\n", ""},
	{"Klient \"Baren\" AS;%s.0\r\n", ""},
	{"Klient;3,10E+08\r\n", "bad"},
}

func killedSheet(organisations []string) *killed {
	k := &killed{}
	k.text.WriteString("Kunder\r\n\r\nNavn;Org.nr.\r\n")
	each := len(organisations) / 100
	for i, organisation := range organisations {
		format, want := "Klient;%s\r\n", organisation
		if fault := i/each - 50; fault >= 0 && fault < len(rowFaults) { // the service's faults come before in the sheet
			format = rowFaults[fault].format
			if rowFaults[fault].want != "" {
				want = rowFaults[fault].want
			}
		}
		if strings.Contains(format, "%") {
			format = fmt.Sprintf(format, organisation)
		}
		k.text.WriteString(format)
		k.wants = append(k.wants, want)
	}
	return k
}

func TestKilledRuns(t *testing.T) {
	if testing.Short() {
		return
	}
	t.Parallel() // it waits more than it works
	organisations := clienttest.Organisations(batchRows)
	server, failing := faultyServer(t, organisations)
	world, sheet := around(server), killedSheet(organisations)
	path := filepath.Join(t.TempDir(), "klienter.csv")
	if err := os.WriteFile(path, []byte(sheet.text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	output := filepath.Join(filepath.Dir(path), "status.csv")
	for i := range 10 {
		signal := []syscall.Signal{syscall.SIGKILL, syscall.SIGTERM}[i%2]
		killAt(t, server, start(t, world, "batch", path, "--output", output), 40+i*170, signal)
	}
	last := start(t, world, "batch", path, "--output", output)
	if code := last.end(t); code != exitCouldNotCheck {
		t.Errorf("exit code %d, want %d\n%s", code, exitCouldNotCheck, last.stderr.String())
	}
	lost := checkRows(t, records(t, output)[1:], sheet.wants, failing)
	if lost > 5*5 {
		t.Errorf("%d answers were lost to five kills with five calls in flight", lost)
	}
	t.Logf("%d rows, %d calls of the service, %d of Maskinporten, %d answers lost to kills", len(sheet.wants), server.Count(clienttest.StatusEndpoint),
		server.Count(clienttest.TokenEndpoint), lost)
	checkAskedOnce(t, server, organisations)
	again := start(t, world, "batch", path, "--output", output, "--again=failed")
	if code := again.end(t); code != exitCouldNotCheck {
		t.Errorf("with --again=failed: exit code %d", code)
	}
	if still := checkRows(t, records(t, output)[1:], sheet.wants, failing); still != 0 {
		t.Errorf("%d answers are still lost", still)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 3 {
		t.Errorf("left behind beside sheet, journal and output: %v, %v", entries, err)
	}
}

// killAt ends a run once so many calls have reached the service in all.
func killAt(t *testing.T, server *clienttest.Server, p *process, calls int, signal syscall.Signal) {
	t.Helper()
	ended := make(chan int)
	go func() { ended <- p.end(t) }()
	for {
		select {
		case code := <-ended:
			t.Fatalf("a run ended by itself with %d: %s", code, p.stderr.String())
		case <-time.After(time.Millisecond):
		}
		if server.Count(clienttest.StatusEndpoint) >= calls {
			break
		}
	}
	if err := p.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	want := map[syscall.Signal]int{syscall.SIGKILL: -1, syscall.SIGTERM: exitCouldNotCheck}[signal]
	if code := <-ended; code != want {
		t.Errorf("after %v: exit code %d, want %d\n%s", signal, code, want, p.stderr.String())
	}
}

// checkRows holds the rows against what they must be, and counts those whose answer a kill took.
func checkRows(t *testing.T, rows [][]string, wants []string, failing map[string]bool) (lost int) {
	t.Helper()
	if len(rows) != len(wants) {
		t.Fatalf("%d rows, want %d", len(rows), len(wants))
	}
	for i, row := range rows {
		result, asked, note := row[3], row[10], row[11]
		switch want := wants[i]; {
		case want == "blank":
			if result != "" {
				t.Errorf("row %d is blank, and has %q", i, row)
			}
		case want == "bad":
			if result == "ok" || note == "" || asked != "" {
				t.Errorf("row %d cannot be read, and has %q", i, row)
			}
		case !strings.Contains(strings.Join(row[:3], " "), want):
			t.Errorf("row %d is %q, want %s", i, row, want)
		case strings.Contains(note, "killed"):
			lost++
		case (result == "ok") == failing[want] || asked == "" || result != "ok" && note == "":
			t.Errorf("row %d: %q, failing %v", i, row, failing[want])
		}
	}
	return lost
}

// checkAskedOnce: of those without a fault of the service, nobody was asked for twice.
func checkAskedOnce(t *testing.T, server *clienttest.Server, organisations []string) {
	t.Helper()
	times := map[string]int{}
	for _, request := range server.Requests(clienttest.StatusEndpoint) {
		times[request.Organisation]++
	}
	for _, organisation := range organisations[len(faults)*len(organisations)/100:] {
		if times[organisation] > 1 {
			t.Errorf("%s was asked for %d times", organisation, times[organisation])
		}
	}
	if most := server.MaxInFlight(clienttest.StatusEndpoint); most > 5 {
		t.Errorf("%d calls in flight", most)
	}
}
