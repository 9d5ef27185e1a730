// This file takes lines that nobody needs out of a journal: an office runs batch every day for years.
//
// The journal stays the same file, since it is the one that is locked, on Windows too. So a copy of the lines that stay is made beside it first,
// whole and on the disk, and then written over the journal. Whoever opens a journal with such a copy beside it completes the work; a copy that is
// not whole is worth nothing, since the journal was not touched then.

package journal

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// fullDays is how long every line stays. It is more than the one day that counts, for clocks that were wrong.
const fullDays = 7

// leastGain is how many bytes a compaction has to be worth.
const leastGain = 256 << 10

// survey finds the lines that nobody needs: those of old days, but for the last answer of each organisation.
type survey struct {
	full terms.Date // the first day of which every line stays
	last map[subject]place
	size int64 // of all lines
	old  int64 // of those of old days
}

// subject is whom a line is about, and by which service.
type subject struct {
	source       string
	organisation orgnr.Number
}

// place is where a line stands.
type place struct {
	offset int64
	length int
}

func newSurvey(now time.Time) *survey {
	return &survey{full: terms.Today(now.AddDate(0, 0, -fullDays)), last: map[subject]place{}}
}

// add takes note of a line. What is no entry is not noted, and stays: the file may be one that was named by mistake.
func (s *survey) add(entry Entry, offset int64, length int) {
	s.size += int64(length)
	if !s.isOld(entry) {
		return
	}
	s.old += int64(length)
	if entry.Event == Answered {
		s.last[subjectOf(entry)] = place{offset, length}
	}
}

func (s *survey) isOld(entry Entry) bool { return terms.Today(entry.At).Compare(s.full) < 0 }

func subjectOf(entry Entry) subject { return subject{entry.Source, entry.Organisation} }

// worthwhile tells whether the lines that nobody needs are many, and most of the journal: what one compaction costs is then paid by the days before.
func (s *survey) worthwhile() bool {
	gain := s.old
	for _, answer := range s.last {
		gain -= int64(answer.length)
	}
	return gain >= leastGain && gain > s.size/2
}

// stays tells whether a line is needed.
func (s *survey) stays(line []byte, offset int64) bool {
	entry, ok := parse(line)
	return !ok || !s.isOld(entry) || entry.Event == Answered && s.last[subjectOf(entry)].offset == offset
}

// draftOf is the name of the copy beside a journal, by whatever link that is opened.
func draftOf(path string) (string, error) {
	end, err := filepath.EvalSymlinks(path)
	return end + ".compacting", err
}

// seal is the last line of a copy, which makes it whole.
func seal(lines int) string { return fmt.Sprintf("{\"lines\":%d}\n", lines) }

// compact leaves in the journal what the survey says, and the file's position at its end. A copy that cannot be made, on a full disk for example,
// is no fault: the journal stays as it is then.
func compact(journal *os.File, draft string, lines *survey) error {
	if err := writeDraft(journal, draft, lines); err != nil {
		_ = os.Remove(draft) // what is left is not whole
		_, err := journal.Seek(0, io.SeekEnd)
		return err
	}
	return finish(journal, draft)
}

func writeDraft(journal *os.File, draft string, lines *survey) error {
	file, err := os.OpenFile(draft, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck // synced before
	writer, count := bufio.NewWriter(file), 0
	_, err = eachLine(journal, func(line []byte, offset int64) error {
		if len(line) == 0 || !lines.stays(line, offset) {
			return nil
		}
		count++
		_, err := writer.Write(line)
		return err
	})
	if err != nil {
		return err
	}
	_, err = writer.WriteString(seal(count))
	if err := errors.Join(err, writer.Flush(), file.Sync()); err != nil {
		return err
	}
	syncFolder(filepath.Dir(draft))
	return nil
}

// syncFolder brings a new file's name onto the disk, where the system knows how to.
func syncFolder(path string) {
	if folder, err := os.Open(path); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
}

// finish writes the copy, where there is a whole one, over the journal, and removes it.
func finish(journal *os.File, draft string) error {
	file, err := os.Open(draft)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck // read only
	if size, whole, err := sealed(file); err != nil {
		return err
	} else if whole {
		if err := overwrite(journal, file, size); err != nil {
			return err
		}
	}
	if err := file.Close(); err != nil { // Windows removes no file that is open
		return err
	}
	return os.Remove(draft)
}

// sealed looks for the seal behind a copy's lines, and tells the size of these.
func sealed(draft io.ReadSeeker) (size int64, whole bool, err error) {
	count := 0
	var last []byte
	var lastOffset int64
	_, err = eachLine(draft, func(line []byte, offset int64) error {
		if len(line) > 0 {
			count, last, lastOffset = count+1, line, offset
		}
		return nil
	})
	return lastOffset, err == nil && bytes.Equal(last, []byte(seal(count-1))), err
}

// overwrite replaces the journal's content. It needs no room on the disk: what is written takes the place of what was there.
func overwrite(journal *os.File, draft io.ReadSeeker, size int64) error {
	_, err := draft.Seek(0, io.SeekStart)
	if _, seekErr := journal.Seek(0, io.SeekStart); errors.Join(err, seekErr) != nil {
		return errors.Join(err, seekErr)
	}
	if _, err := io.CopyN(journal, draft, size); err != nil {
		return err
	}
	return errors.Join(journal.Truncate(size), journal.Sync())
}
