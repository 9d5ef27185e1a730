// Package journal remembers a batch's questions and answers on disk, a line each as soon as it is known, so that a run that was interrupted or killed
// continues where it stopped, nobody is asked twice on one day, and the next day's run can say what changed.
package journal

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"sync"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// Event is what a line tells of an organisation.
type Event string

// The events.
const (
	Answered Event = ""       // there is a status
	Asked    Event = "asked"  // a question was sent; no answer is known yet
	Failed   Event = "failed" // the question was answered, with no status
	Unasked  Event = "void"   // the question noted before never got there
)

// Entry is a line. Source tells answers of different services apart (test and production, say).
type Entry struct {
	Source       string       `json:"source"`
	Organisation orgnr.Number `json:"organisation"`
	At           time.Time    `json:"at"`
	Event        Event        `json:"event,omitempty"`
	Status       terms.Status `json:"status,omitzero"`
	Failure      *Failure     `json:"failure,omitempty"`
}

// Failure is an error of a call, as far as it can be told again.
type Failure struct {
	Stage         client.Stage `json:"stage"`
	Cause         client.Cause `json:"cause"`
	Status        int          `json:"httpStatus,omitempty"`
	Code          string       `json:"code,omitempty"`
	Message       string       `json:"message,omitempty"`
	CorrelationID string       `json:"correlationId,omitempty"`
	Attempts      int          `json:"attempts,omitempty"`
}

// FailureOf is what is kept of an error.
func FailureOf(e *client.Error) *Failure {
	return &Failure{
		Stage: e.Stage, Cause: e.Cause, Status: e.Status, Code: e.Code, Message: e.Message, CorrelationID: e.CorrelationID, Attempts: e.Attempts,
	}
}

// Err is why an entry has no status.
func (e Entry) Err() error {
	switch f := e.Failure; {
	case e.Event == Asked:
		return ErrLost
	case f == nil:
		return say.WithRemedy(say.Errorf("it failed earlier today"), "ask again with --again=failed")
	default:
		return say.WithRemedy(&client.Error{
			Stage: f.Stage, Cause: f.Cause, Status: f.Status, Code: f.Code, Message: f.Message, CorrelationID: f.CorrelationID, Attempts: f.Attempts,
		}, "ask again with --again=failed")
	}
}

// ErrLost is the error of an organisation that was asked for by a run that did not live to see the answer.
var ErrLost = say.WithRemedy(say.Errorf("asked, but the run was killed before the answer was there"),
	"ask again with --again=failed")

// Journal is an open file of entries. It is safe for concurrent use by one process; the file is locked against others.
type Journal struct {
	mu     sync.Mutex
	file   *os.File
	source string
	today  terms.Date
	latest map[orgnr.Number]Entry // of today
	before map[orgnr.Number]Entry // the last answer of an earlier day
	good   map[orgnr.Number]time.Time
}

// Open reads the journal at path, creating it where there is none, and locks it until it is closed or the process ends, however it ends. Lines that
// cannot be read, such as the last one of a run that was killed while it wrote, are left out. A journal that has grown is compacted.
func Open(path, source string, now time.Time) (*Journal, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	journal := &Journal{
		file: file, source: source, today: terms.Today(now),
		latest: map[orgnr.Number]Entry{}, before: map[orgnr.Number]Entry{}, good: map[orgnr.Number]time.Time{},
	}
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, errors.Join(err, say.Errorf("%s is no ordinary file, and cannot keep a journal: name one with --journal", path), file.Close())
	}
	if err := lock(file); err != nil {
		return nil, errors.Join(say.Errorf("another run is using %s: wait until it has ended", path), file.Close())
	}
	if err := journal.load(path, newSurvey(now)); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return journal, nil
}

// load takes in the entries of this source, and leaves the file without lines that nobody needs where they are many.
func (j *Journal) load(path string, lines *survey) error {
	draft, err := draftOf(path)
	if err != nil {
		return err
	}
	if err := finish(j.file, draft); err != nil {
		return err
	}
	if err := j.read(lines); err != nil {
		return err
	}
	if !lines.worthwhile() {
		return nil
	}
	return compact(j.file, draft, lines)
}

// read takes in the entries of this source and leaves the file's position at its end, on a fresh line.
func (j *Journal) read(lines *survey) error {
	last, err := eachLine(j.file, func(line []byte, offset int64) error {
		entry, ok := parse(line)
		if ok {
			lines.add(entry, offset, len(line))
		}
		if ok && entry.Source == j.source {
			j.take(entry)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return j.endLine(last)
}

// eachLine reads a file from its start and hands over each line with its end, and where it begins. It returns what stands behind the last line's
// end, which was handed over too.
func eachLine(file io.ReadSeeker, do func(line []byte, offset int64) error) (last []byte, err error) {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	reader := bufio.NewReader(file)
	for offset := int64(0); ; {
		line, err := reader.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if fault := do(line, offset); fault != nil {
			return nil, fault
		}
		if err != nil {
			return line, nil
		}
		offset += int64(len(line))
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

// parse reads a line; not ok where it is no entry.
func parse(line []byte) (entry Entry, ok bool) {
	err := json.Unmarshal(line, &entry)
	return entry, err == nil && entry.Organisation != ""
}

func (j *Journal) take(entry Entry) {
	number := entry.Organisation
	if entry.Event == Answered {
		j.good[number] = entry.At
	}
	known, asked := j.latest[number]
	switch today := terms.Today(entry.At) == j.today; {
	case !today && entry.Event == Answered && terms.Today(entry.At).Compare(j.today) < 0:
		j.before[number] = entry
	case !today, entry.Event == Asked && asked && known.Event == Answered: // asking again does not take away what was answered
	case entry.Event != Unasked:
		j.latest[number] = entry
	case known.Event == Asked:
		delete(j.latest, number)
	}
}

// Today is what is known of an organisation that was asked for today.
func (j *Journal) Today(organisation orgnr.Number) (Entry, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	entry, ok := j.latest[organisation]
	return entry, ok
}

// Before returns the last answer of an earlier day.
func (j *Journal) Before(organisation orgnr.Number) (Entry, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	entry, ok := j.before[organisation]
	return entry, ok
}

// LastSuccess is when the organisation was last answered for; zero where it never was.
func (j *Journal) LastSuccess(organisation orgnr.Number) time.Time {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.good[organisation]
}

// Add writes an entry through to the system before it returns: not even a kill loses it then. The source is filled in.
func (j *Journal) Add(entry Entry) error {
	entry.Source = j.source
	line, err := json.Marshal(entry)
	if err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, err := j.file.Write(append(line, '\n')); err != nil {
		return say.Errorf("the journal cannot be written: %s", err)
	}
	j.take(entry)
	return nil
}

// Close flushes the file to the disk and gives the lock back.
func (j *Journal) Close() error { return errors.Join(j.file.Sync(), j.file.Close()) }
