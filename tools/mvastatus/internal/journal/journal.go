// Package journal remembers a batch's answers on disk, a line each as soon as it is there, so that an interrupted run goes on where it stopped
// and the next day's run can say what changed.
package journal

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// Entry is one organisation's answer. Source tells answers of different services apart (test and production, say).
type Entry struct {
	Source       string       `json:"source"`
	Organisation orgnr.Number `json:"organisation"`
	At           time.Time    `json:"at"`
	Status       terms.Status `json:"status"`
}

// Journal is an open file of entries. It is safe for concurrent use by one process; the file is locked against others by [Open]'s lock file.
type Journal struct {
	mu     sync.Mutex
	file   *os.File
	lock   string
	source string
	latest map[orgnr.Number]Entry
	before map[orgnr.Number]Entry // the last answer of an earlier day
	today  terms.Date
}

// Open reads the journal at path, creating it where there is none, and takes its lock. Lines that cannot be read, such as the last one of a
// run that was killed while it wrote, are left out: the organisations are then asked again.
func Open(path, source string, now time.Time) (*Journal, error) {
	lock := path + ".lock"
	if err := takeLock(lock); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, errors.Join(err, os.Remove(lock))
	}
	journal := &Journal{
		file: file, lock: lock, source: source, today: terms.Today(now),
		latest: map[orgnr.Number]Entry{}, before: map[orgnr.Number]Entry{},
	}
	if err := journal.read(); err != nil {
		return nil, errors.Join(err, journal.Close())
	}
	return journal, nil
}

// staleLock is the age from which a lock file is taken for one that a killed process left: longer than any batch runs without writing.
const staleLock = 12 * time.Hour

func takeLock(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		if info, statErr := os.Stat(path); statErr == nil && time.Since(info.ModTime()) > staleLock {
			return errors.Join(os.Remove(path), takeLock(path))
		}
		return fmt.Errorf("another run is using this file's journal; if none is, remove %s", path)
	}
	if err != nil {
		return err
	}
	return file.Close()
}

// read takes in the entries of this source and leaves the file's position at its end, on a fresh line.
func (j *Journal) read() error {
	reader := bufio.NewReader(j.file)
	for {
		line, err := reader.ReadBytes('\n')
		j.remember(line)
		if errors.Is(err, io.EOF) {
			return j.endLine(line)
		}
		if err != nil {
			return err
		}
	}
}

// endLine completes a last line that was cut off, so that the next entry starts on one of its own.
func (j *Journal) endLine(last []byte) error {
	if len(last) == 0 {
		return nil
	}
	_, err := j.file.WriteString("\n")
	return err
}

func (j *Journal) remember(line []byte) {
	var entry Entry
	if json.Unmarshal(line, &entry) != nil || entry.Source != j.source || entry.Organisation == "" {
		return
	}
	if terms.Today(entry.At).Compare(j.today) < 0 {
		j.before[entry.Organisation] = entry
	}
	j.latest[entry.Organisation] = entry
}

// Done returns today's answer for the organisation, if there is one.
func (j *Journal) Done(organisation orgnr.Number) (Entry, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	entry, found := j.latest[organisation]
	return entry, found && terms.Today(entry.At) == j.today
}

// Before returns the last answer of an earlier day.
func (j *Journal) Before(organisation orgnr.Number) (Entry, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	entry, found := j.before[organisation]
	return entry, found
}

// Add writes an answer through to the disk before it returns: what was asked is not asked again.
func (j *Journal) Add(organisation orgnr.Number, at time.Time, status terms.Status) error {
	entry := Entry{Source: j.source, Organisation: organisation, At: at, Status: status}
	line, err := json.Marshal(entry)
	if err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, err := j.file.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("the journal cannot be written: %w", err)
	}
	j.latest[organisation] = entry
	return nil
}

// Close flushes the file to the disk and gives the lock back.
func (j *Journal) Close() error {
	return errors.Join(j.file.Sync(), j.file.Close(), os.Remove(j.lock))
}
