// Devices, pipes, and files that must be written in their place.

package outfile

import (
	"errors"
	"io/fs"
	"os"
)

// stream is written into where it is.
type stream struct {
	path  string
	flags int // beyond writing: os.O_TRUNC or os.O_APPEND
}

func (s stream) write(data []byte, _ fs.FileMode) error {
	file, err := os.OpenFile(s.path, os.O_WRONLY|s.flags, 0)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Close())
}

// check asks the file's mode only: opening a pipe waits for its reader.
func (s stream) check(int64, fs.FileMode) error { return mayWrite(s.path) }
