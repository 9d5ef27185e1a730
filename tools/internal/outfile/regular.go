// Regular files: written beside their place and moved there.

package outfile

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// regular is a regular file, or the place for a new one.
type regular struct {
	path string
	old  fs.FileInfo // nil where there is none yet
}

func (r regular) write(data []byte, perm fs.FileMode) error {
	if err := r.writable(); err != nil {
		return err
	}
	file, err := r.beside(perm)
	if r.old != nil && errors.Is(err, fs.ErrPermission) {
		return stream{path: r.path, flags: os.O_TRUNC}.write(data, perm) // the folder is closed to us, the file is not
	}
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync() // a full disk may show only now
	}
	err = errors.Join(err, r.inherit(file), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), r.path)
	}
	if err != nil {
		_ = os.Remove(file.Name()) // nothing else can be done about it
	}
	return err
}

// check writes the room into a file beside the place and takes it away again: quotas and network disks tell the truth to writers only.
func (r regular) check(room int64, perm fs.FileMode) error {
	if err := r.writable(); err != nil {
		return err
	}
	file, err := r.beside(perm)
	if r.old != nil && errors.Is(err, fs.ErrPermission) {
		return nil
	}
	if err != nil {
		return err
	}
	removed := os.Remove(file.Name()) // at once, so that nothing stays behind when the process is killed; Windows does it after closing
	err = errors.Join(fill(file, room), file.Close())
	if removed != nil {
		err = errors.Join(err, os.Remove(file.Name()))
	}
	return err
}

// writable asks whether the old file itself may be written: taking its place would be possible for a read-only one too.
func (r regular) writable() error {
	if r.old == nil {
		return nil
	}
	file, err := os.OpenFile(r.path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return file.Close()
}

// beside makes a file next to the place, whose mode is perm less the umask. The name is hidden and never taken twice.
func (r regular) beside(perm fs.FileMode) (*os.File, error) {
	name := filepath.Join(filepath.Dir(r.path), ".mvainnsyn-"+rand.Text())
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
}

// inherit gives the file mode and owner of the old one.
func (r regular) inherit(file *os.File) error {
	if r.old == nil {
		return nil
	}
	keepOwner(file, r.old) // before the mode: changing owners takes set-user-id bits away
	return file.Chmod(r.old.Mode())
}

// fill writes so many bytes that no file system stores in less room.
func fill(file *os.File, room int64) error {
	block := make([]byte, 64<<10)
	for room > 0 {
		_, _ = rand.Read(block)
		n, err := file.Write(block[:min(room, int64(len(block)))])
		if err != nil {
			return err
		}
		room -= int64(n)
	}
	return file.Sync()
}
