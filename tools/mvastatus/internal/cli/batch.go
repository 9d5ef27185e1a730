// The command that asks for every organisation in a spreadsheet.

package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/batch"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/journal"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/service"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/sheet"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// batchOptions are the flags of batch.
type batchOptions struct {
	*options
	column, format, output, journal string
	same, quiet                     bool
}

func newBatch(shared *options) *cobra.Command {
	o := &batchOptions{options: shared}
	command := &cobra.Command{
		Use:   "batch FILE.csv",
		Short: "Check every organisation in a spreadsheet",
		Long: `Reads a CSV file with a column orgnr (comma, semicolon or tab; UTF-8 or windows-1252), asks for each
organisation once, five at a time, and writes the file again with the answers behind its columns.

Answers are kept in a journal beside the file. Interrupt the run whenever you like: the same command goes on
where it stopped, asks for nobody twice on the same day, and tells what changed since the last day.`,
		Example: strings.TrimLeft(`
  mvastatus batch clients.csv --output status.csv
  mvastatus batch clients.csv --same --output status.csv    in the encoding and separators of clients.csv
  mvastatus batch clients.csv --format ics --output mva.ics`, "\n"),
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) != 1 {
				return usage(errors.New("one file is expected: mvastatus batch clients.csv"))
			}
			return nil
		},
		RunE: func(command *cobra.Command, arguments []string) error { return o.run(command.Context(), arguments[0]) },
	}
	addFormatFlags(command, &o.format, &o.output, report.CSV, report.Formats())
	command.Flags().StringVar(&o.column, "column", "orgnr", "name of the column with the organisation numbers")
	command.Flags().StringVar(&o.journal, "journal", "", "file that remembers the answers (default FILE.csv.journal)")
	command.Flags().BoolVar(&o.same, "same", false, "write the CSV in the encoding, separator and line ends it came in, instead of UTF-8 for Excel")
	command.Flags().BoolVarP(&o.quiet, "quiet", "q", false, "no progress")
	o.addSandboxFlag(command)
	return command
}

func (o *batchOptions) run(ctx context.Context, path string) error {
	if !slices.Contains(report.Formats(), o.format) {
		return usage(fmt.Errorf("no format %q: use one of %s", o.format, strings.Join(report.Formats(), ", ")))
	}
	if o.output != "" && samePath(o.output, path) {
		return usage(fmt.Errorf("%s would be overwritten: name another file with --output", path))
	}
	book, column, err := o.read(path)
	if err != nil {
		return usage(err)
	}
	if err := o.checkOutput(book); err != nil {
		return couldNotCheck(err)
	}
	session, err := o.open()
	if err != nil {
		return err
	}
	defer session.close()
	rows, err := o.ask(ctx, session, path, book, column)
	if err != nil && rows == nil {
		return couldNotCheck(err)
	}
	answer := report.Report{Results: results(rows), Now: o.world.Now(), Soon: session.settings.Soon, Words: session.words}
	if err := errors.Join(err, o.writeRows(book, rows, answer)); err != nil {
		return couldNotCheck(err)
	}
	o.summarise(rows, answer)
	return conclude(answer)
}

func samePath(a, b string) bool {
	left, err := os.Stat(a)
	if err != nil {
		return filepath.Clean(a) == filepath.Clean(b)
	}
	right, err := os.Stat(b)
	return err == nil && os.SameFile(left, right)
}

func (o *batchOptions) read(path string) (*sheet.Sheet, int, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer file.Close() //nolint:errcheck // read only
	book, err := sheet.Read(file)
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", path, err)
	}
	names := []string{o.column}
	if o.column == "orgnr" {
		names = append(names, "organisasjonsnummer", "organisation number", "organization number", "orgno")
	}
	column, err := book.Column(names...)
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w; name it with --column", path, err)
	}
	return book, column, nil
}

func (o *batchOptions) ask(ctx context.Context, session *session, path string, book *sheet.Sheet, column int) (rows []batch.Row, err error) {
	journalPath := o.journal
	if journalPath == "" {
		journalPath = path + ".journal"
	}
	answers, err := journal.Open(journalPath, session.settings.BaseURL, o.world.Now())
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, answers.Close()) }()
	progress := o.progress()
	defer progress.finish()
	return batch.Run(ctx, batch.Job{
		Rows: book.Rows, Column: column, Ask: session.service.Ask, Journal: answers, InFlight: service.MaxInFlight, Progress: progress.show,
	})
}

// rowRoom is about what the answer to a row needs on the disk.
const rowRoom = 1 << 10

// checkOutput sees before anything is asked that the answers will have a place.
func (o *batchOptions) checkOutput(book *sheet.Sheet) error {
	if o.output == "" {
		return nil
	}
	return outfile.Check(o.output, int64(len(book.Rows)+1)*rowRoom, outfile.Private)
}

// results are the rows' results, each organisation once and unreadable rows all.
func results(rows []batch.Row) []report.Result {
	var out []report.Result
	seen := map[orgnr.Number]bool{}
	for _, row := range rows {
		number := row.Result.Organisation
		if number != "" && seen[number] {
			continue
		}
		seen[number] = true
		out = append(out, row.Result)
	}
	return out
}

// excel is the dialect Norwegian spreadsheets open by a double click.
var excel = sheet.Dialect{Encoding: sheet.UTF8WithBOM, Separator: ';', CRLF: true}

func (o *batchOptions) writeRows(book *sheet.Sheet, rows []batch.Row, answer report.Report) error {
	if report.Format(o.format) != report.CSV {
		return o.write(answer, report.Format(o.format), o.output, outfile.Private)
	}
	dialect := excel
	if o.same {
		dialect = book.Dialect
	}
	write := func(w io.Writer) error {
		return batch.Write(w, dialect, book.Header, rows, answer.Today(), answer.Words)
	}
	if o.output == "" {
		return write(o.world.Stdout)
	}
	return writeFile(o.output, outfile.Private, write)
}

// summarise tells on standard error how it went, since the answers went elsewhere.
func (o *batchOptions) summarise(rows []batch.Row, answer report.Report) {
	counts := map[string]int{}
	for _, row := range rows {
		switch {
		case errors.Is(row.Result.Err, batch.ErrInterrupted):
			counts["interrupted"]++
		case row.Result.Err != nil:
			counts["failed"]++
			fmt.Fprintf(o.world.Stderr, "line %d: %v\n", row.Source.Line, row.Result.Err)
		case !row.Change.Empty():
			counts["changed"]++
		}
		if row.Result.Err == nil && row.Result.Status.Urgency(answer.Today(), answer.Soon) == terms.Overdue {
			counts["overdue"]++
		}
	}
	fmt.Fprintf(o.world.Stderr, "%d rows: %d with something overdue, %d changed since the last day, %d failed, %d not asked\n",
		len(rows), counts["overdue"], counts["changed"], counts["failed"], counts["interrupted"])
	if counts["interrupted"] > 0 {
		fmt.Fprintln(o.world.Stderr, "Run the same command again: it goes on where it stopped.")
	}
}

// progress is a bar on a terminal and a line now and then elsewhere.
type progress struct {
	stderr   io.Writer
	bar      *progressbar.ProgressBar
	quiet    bool
	terminal bool
	said     time.Time
	now      func() time.Time
}

func (o *batchOptions) progress() *progress {
	_, terminal := o.world.Width(o.world.Stderr)
	return &progress{stderr: o.world.Stderr, quiet: o.quiet, terminal: terminal, now: o.world.Now}
}

// sayEvery is the pause between lines where there is no terminal.
const sayEvery = 30 * time.Second

func (p *progress) show(done, total int) {
	switch {
	case p.quiet:
	case p.terminal:
		p.bar = p.barOf(total)
		_ = p.bar.Set(done) // a progress bar that cannot be drawn is no reason to stop
	case p.now().Sub(p.said) >= sayEvery || done == total:
		p.said = p.now()
		fmt.Fprintf(p.stderr, "%d of %d\n", done, total)
	}
}

func (p *progress) barOf(total int) *progressbar.ProgressBar {
	if p.bar != nil {
		return p.bar
	}
	return progressbar.NewOptions(total, progressbar.OptionSetWriter(p.stderr), progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true), progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish())
}

func (p *progress) finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
