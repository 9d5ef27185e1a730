//go:build unix

package journal

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
)

// asWriter is the variable that makes the test program one that opens a journal again and again, with an entry each time, until it is killed.
const asWriter = "JOURNAL_TEST_PATH"

func TestMain(m *testing.M) {
	if path := os.Getenv(asWriter); path != "" {
		fmt.Println(write(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// write prints each organisation once its answer is noted. A month passes from one to the next, so that there is something to compact each time.
func write(path string) error {
	for n, organisation := range organisations(2000) {
		now := monday.AddDate(0, n, 0)
		journal, err := Open(path, "test", now)
		if err != nil {
			return err
		}
		filler := Entry{Organisation: "312409852", At: now, Event: Failed, Failure: &Failure{Message: strings.Repeat("x", 2*leastGain)}}
		if err := errors.Join(journal.Add(filler), journal.Add(Entry{Organisation: organisation, At: now, Status: open}), journal.Close()); err != nil {
			return err
		}
		fmt.Println(string(organisation))
	}
	return errors.New("nobody killed this")
}

func TestKilledAtAnyMoment(t *testing.T) {
	interrupted, noted := 0, 0
	for n := range 12 {
		path := filepath.Join(t.TempDir(), "journal")
		printed := killedAfter(t, path, 3, time.Duration(2*n)*time.Millisecond)
		if _, err := os.Stat(path + ".compacting"); err == nil {
			interrupted++
		}
		journal := opened(t, path, "test", monday.AddDate(200, 0, 0))
		for _, organisation := range printed {
			noted++
			if _, known := journal.Before(orgnr.Number(organisation)); !known {
				t.Errorf("after the kill %d: %s is lost", n, organisation)
			}
		}
		closed(t, journal)
	}
	t.Logf("%d answers noted; %d of 12 kills came while a copy was there", noted, interrupted)
}

// killedAfter has another process write until it has noted so many answers, and kills it a while later. It returns what that noted.
func killedAfter(t *testing.T, path string, answers int, later time.Duration) (noted []string) {
	t.Helper()
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), asWriter+"="+path)
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		noted = append(noted, lines.Text())
		if len(noted) == answers {
			time.AfterFunc(later, func() { _ = command.Process.Kill() })
		}
	}
	_ = command.Wait() // it was killed
	return noted
}
