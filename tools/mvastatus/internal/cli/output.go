// Where output goes: standard output, or a file that appears only when it is complete.

package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// output is where and how a command writes its answers.
type output struct {
	format, path string
	perm         fs.FileMode // of a new file
}

// addFlags adds --format, with completion, and --output.
func (out *output) addFlags(command *cobra.Command, v say.Voice, standard report.Format) {
	command.Flags().StringVarP(&out.format, "format", "f", string(standard), v.Say("`FORMAT` of the output: %s", say.List(report.Formats())))
	command.Flags().StringVarP(&out.path, "output", "o", "", v.Say("`FILE` to write to instead of standard output"))
	complete := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return report.Formats(), cobra.ShellCompDirectiveNoFileComp
	}
	if err := command.RegisterFlagCompletionFunc("format", complete); err != nil {
		panic(err) // the flag was defined above
	}
}

// rowRoom is about what the answer about an organisation needs on the disk.
const rowRoom = 1 << 10

// check sees before anything is asked that the format is one, and that so many answers will have a place.
func (out *output) check(answers int) error {
	if !slices.Contains(report.Formats(), out.format) {
		return usage(report.NoFormat(out.format))
	}
	if out.path == "" {
		return nil
	}
	if err := outfile.Check(out.path, int64(answers+1)*rowRoom, out.perm); err != nil {
		return couldNotCheck(err)
	}
	return nil
}

// forPeople tells whether a person reads the output as it comes, beside what is said on standard error.
func (out *output) forPeople() bool {
	return out.path == "" && report.Format(out.format) == report.Table
}

// write writes in one go: a reader, such as a metrics collector, never sees half of a file, and a failure leaves the old one as it was.
func (o *options) write(out output, write func(io.Writer) error) error {
	if out.path == "" {
		return write(o.world.Stdout)
	}
	var content bytes.Buffer
	if err := write(&content); err != nil {
		return err
	}
	return outfile.Write(out.path, content.Bytes(), out.perm)
}

// report writes a report in its format. Metrics keep the last successes of those that a run could not check, which the file written before knows.
func (o *options) report(out output, r report.Report) error {
	style := report.Style{Deviations: o.verbose}
	if out.path == "" {
		style = o.style()
	}
	if report.Format(out.format) == report.Prometheus && out.path != "" {
		keepSuccesses(out.path, r.Results)
	}
	return o.write(out, func(w io.Writer) error { return r.Write(w, report.Format(out.format), style) })
}

// keepSuccesses fills in last successes from a file of metrics. One that is missing or no regular file knows none.
func keepSuccesses(path string, results []report.Result) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return
	}
	file, err := os.Open(path)
	if err != nil {
		return
	}
	defer file.Close() //nolint:errcheck // read only
	known := report.LastSuccesses(file)
	for i := range results {
		if results[i].LastSuccess.IsZero() {
			results[i].LastSuccess = known[results[i].Organisation]
		}
	}
}

// samePath tells whether two names lead to one file, or would if there were one.
func samePath(a, b string) bool {
	left, leftErr := os.Stat(a)
	right, rightErr := os.Stat(b)
	if errors.Join(leftErr, rightErr) == nil {
		return os.SameFile(left, right)
	}
	leftPath, leftErr := filepath.Abs(a)
	rightPath, rightErr := filepath.Abs(b)
	return errors.Join(leftErr, rightErr) == nil && leftPath == rightPath
}
