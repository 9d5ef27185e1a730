// Where output goes: standard output, or a file that appears only when it is complete.

package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
)

func (o *options) write(r report.Report, format report.Format, output string) error {
	if output == "" {
		return r.Write(o.world.Stdout, format, o.style())
	}
	return replaceFile(output, func(w io.Writer) error { return r.Write(w, format, report.Style{}) })
}

// replaceFile writes beside the file and then takes its place, so that a reader, such as a metrics collector, never sees half a file and a
// failure leaves the old one as it was.
func replaceFile(path string, write func(io.Writer) error) error {
	var content bytes.Buffer
	if err := write(&content); err != nil {
		return err
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	_, err = temporary.Write(content.Bytes())
	err = errors.Join(err, temporary.Chmod(0o644), temporary.Close())
	if err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temporary.Name()))
	}
	return nil
}

// writePrivate writes a file that only its owner can read.
func writePrivate(path string, data []byte) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}
