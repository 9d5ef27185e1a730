// Where output goes: standard output, or a file that appears only when it is complete.

package cli

import (
	"bytes"
	"io"
	"io/fs"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
)

func (o *options) write(r report.Report, format report.Format, output string, perm fs.FileMode) error {
	if output == "" {
		return r.Write(o.world.Stdout, format, o.style())
	}
	return writeFile(output, perm, func(w io.Writer) error { return r.Write(w, format, report.Style{}) })
}

// writeFile writes a file in one go: a reader, such as a metrics collector, never sees half of it, and a failure leaves the old one as it was.
func writeFile(path string, perm fs.FileMode, write func(io.Writer) error) error {
	var content bytes.Buffer
	if err := write(&content); err != nil {
		return err
	}
	return outfile.Write(path, content.Bytes(), perm)
}
