// The command that asks for every organisation in a spreadsheet.

package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/batch"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/journal"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/service"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/sheet"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// batchOptions are the flags of batch.
type batchOptions struct {
	*options
	out                      output
	column, page, references string
	journal                  string
	again                    string
	same, quiet              bool
}

func newBatch(shared *options) *cobra.Command {
	o := &batchOptions{options: shared, out: output{perm: outfile.Private}}
	v := o.voice
	command := &cobra.Command{
		Use:   "batch " + v.Say("FILE"),
		Short: v.Say("Check every organisation in a spreadsheet"),
		Long: v.Say(`Reads a spreadsheet with a column of organisation numbers (.xlsx, or CSV of any kind), asks
for each organisation once, five at a time, and writes it as CSV with the answers behind
its columns.

What was asked and answered is kept in a journal beside the file. Interrupt the run
whenever you like: the same command continues where it stopped, asks for nobody twice on one
day, and tells what changed since the last day.`),
		Example: v.Say(`mvastatus batch clients.xlsx --output status.csv
mvastatus batch clients.csv --same --output status.csv
mvastatus batch clients.csv --again=failed --output status.csv
mvastatus batch clients.csv --format ics --output mva.ics`),
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) != 1 {
				return usage(say.Errorf("one file is expected: %s", "mvastatus batch clients.csv"))
			}
			return nil
		},
		RunE: func(command *cobra.Command, arguments []string) error { return o.run(command.Context(), arguments[0]) },
	}
	o.addFlags(command)
	return command
}

func (o *batchOptions) addFlags(command *cobra.Command) {
	v, flags := o.voice, command.Flags()
	o.out.addFlags(command, v, report.CSV)
	flags.StringVar(&o.column, "column", "", v.Say("`NAME` of the column with the organisation numbers (standard: orgnr, Org.nr., organisasjonsnummer and the like)"))
	flags.StringVar(&o.page, "sheet", "", v.Say("`NAME` of the worksheet in a workbook (standard: the first with such a column)"))
	flags.StringVar(&o.references, "external-ref-column", "", v.Say("`NAME` of a column with the external reference of each organisation's system user"))
	flags.StringVar(&o.journal, "journal", "", v.Say("`FILE` that remembers the answers (standard: the spreadsheet's name with .journal behind it)"))
	flags.StringVar(&o.again, "again", "", v.Say("`WHOM` to ask again of those asked today: failed or all (all where nothing is said)"))
	flags.Lookup("again").NoOptDefVal = string(batch.All)
	flags.BoolVar(&o.same, "same", false, v.Say("write CSV in the encoding, separator and line ends it came in, instead of UTF-8 for Excel"))
	flags.BoolVarP(&o.quiet, "quiet", "q", false, v.Say("no progress"))
	o.addSandboxFlag(command)
}

// book is a spreadsheet with the outcome of each of its rows.
type book struct {
	path  string
	sheet *sheet.Sheet
	rows  []batch.Row
}

func (o *batchOptions) run(ctx context.Context, path string) error {
	found, err := o.prepareBook(path)
	if err != nil {
		return err
	}
	references, err := o.externalReferences(found.sheet)
	if err != nil {
		return usage(err)
	}
	session, err := o.open(references)
	if err != nil {
		return err
	}
	defer session.close()
	ctx, cancel := o.limited(ctx)
	defer cancel()
	err = o.ask(ctx, session, found)
	if err != nil && found.rows == nil {
		return couldNotCheck(err)
	}
	answer := session.report(results(found.rows))
	if err := errors.Join(err, o.writeRows(found, answer)); err != nil {
		return couldNotCheck(say.WithRemedy(err, "the answers that came are in the journal: mend this and run the same command again"))
	}
	o.summarise(found, answer, session.fault)
	if session.fault != nil { // it was said
		return &exit{code: exitCouldNotCheck}
	}
	return conclude(answer)
}

// prepareBook reads the spreadsheet, after everything that can be wrong with the command line and the places for the answers.
func (o *batchOptions) prepareBook(path string) (*book, error) {
	switch batch.Again(o.again) {
	case batch.Nobody, batch.Failed, batch.All:
	default:
		return nil, usage(say.Errorf("--again is %q: use failed or all, with a = before it", o.again))
	}
	for _, other := range []string{o.out.path, o.journalOf(path)} {
		if other != "" && samePath(other, path) {
			return nil, usage(say.Errorf("%s would be overwritten: name another file with --output", path))
		}
	}
	if o.out.path != "" && samePath(o.out.path, o.journalOf(path)) {
		return nil, usage(say.Errorf("%s is the journal, which the answers would replace: name another file with --output", o.out.path))
	}
	found, err := o.read(path)
	if err != nil {
		return nil, usage(err)
	}
	if err := o.out.check(len(found.sheet.Rows)); err != nil {
		return nil, err
	}
	if err := outfile.Check(o.journalOf(path), int64(len(found.sheet.Rows))*rowRoom, outfile.Private); err != nil {
		return nil, couldNotCheck(err)
	}
	return found, nil
}

func (o *batchOptions) journalOf(path string) string {
	if o.journal != "" {
		return o.journal
	}
	return path + ".journal"
}

func (o *batchOptions) read(path string) (*book, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // read only
	found, err := sheet.Read(file, sheet.Options{Column: o.column, Page: o.page})
	if err != nil {
		return nil, say.Errorf("%s: %s", path, unfiled(err))
	}
	if found.Warning != nil {
		o.warn(found.Warning)
	}
	return &book{path: path, sheet: found}, nil
}

// unfiled takes the path off an error of the system, where it is said already.
func unfiled(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// externalReferences are those of a column, by organisation; nil where the settings' one is for all.
func (o *batchOptions) externalReferences(found *sheet.Sheet) (func(string) string, error) {
	if o.references == "" {
		return nil, nil
	}
	column, err := found.ColumnNamed(o.references)
	if err != nil {
		return nil, err
	}
	references := map[string]string{}
	for _, row := range found.Rows {
		if number, err := orgnr.Parse(sheet.Number(row.Field(found.Column))); err == nil && references[string(number)] == "" {
			references[string(number)] = row.Field(column)
		}
	}
	return func(organisation string) string { return references[organisation] }, nil
}

// grace is how long answers on their way are waited for when the run is interrupted.
const grace = 10 * time.Second

func (o *batchOptions) ask(ctx context.Context, session *session, found *book) (err error) {
	answers, err := journal.Open(o.journalOf(found.path), source(session.settings), o.world.Now())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, answers.Close()) }()
	progress := o.progress()
	defer progress.finish()
	found.rows, err = batch.Run(ctx, batch.Job{
		Rows: found.sheet.Rows, Column: found.sheet.Column, Ask: session.service.Ask, Unable: session.fault, Journal: answers, Again: batch.Again(o.again),
		InFlight: service.MaxInFlight, Grace: grace, Now: o.world.Now, Progress: progress.show,
	})
	return err
}

// source names where answers come from: those of one service are none of another's.
func source(s settings.Settings) string {
	if s.Service == settings.ServiceStatus {
		return s.BaseURL
	}
	return s.Service + " " + s.BaseURL + s.Path
}

// results are the rows' results, each organisation once and unreadable rows all.
func results(rows []batch.Row) []report.Result {
	var out []report.Result
	seen := map[orgnr.Number]bool{}
	for _, row := range rows {
		number := row.Result.Organisation
		if row.Blank || number != "" && seen[number] {
			continue
		}
		seen[number] = true
		out = append(out, row.Result)
	}
	return out
}

func (o *batchOptions) writeRows(found *book, answer report.Report) error {
	if report.Format(o.out.format) != report.CSV {
		return o.report(o.out, answer)
	}
	dialect := report.Excel
	if o.same {
		dialect = found.sheet.Dialect
	}
	return o.write(o.out, func(w io.Writer) error {
		return batch.Write(w, dialect, found.sheet, found.rows, answer.Today(), answer.Words)
	})
}

// warnOfRows tells what is odd about rows.
func (o *batchOptions) warnOfRows(rows []batch.Row) {
	count := 0
	for _, row := range rows {
		for _, warning := range row.Warnings {
			if count++; count <= mostTold {
				o.warn(say.Errorf("line %s: %s", fmt.Sprint(row.Source.Line), warning))
			}
		}
	}
	if count > mostTold {
		o.tell(o.voice.Say("and %d more warnings, each in the output", count-mostTold))
	}
}

// mostTold is how many failures, and how many warnings, are listed one by one; the output file has them all.
const mostTold = 20

// summarise tells on standard error how it went, since the answers went elsewhere, and what kept the run from asking at all.
func (o *batchOptions) summarise(found *book, answer report.Report, fault error) {
	v, t := o.voice, tallyOf(found.rows, answer)
	if fault != nil {
		t.why = fault
	}
	for i, row := range t.failed {
		if i == mostTold {
			o.tell(v.Say("and %d more, each with its reason in the output", len(t.failed)-mostTold))
			break
		}
		o.tell(v.Say("line %s: %s", fmt.Sprint(row.Source.Line), row.Result.Err))
	}
	o.warnOfRows(found.rows)
	if t.why != nil {
		o.complain(t.why)
	}
	if first, count := batch.AskedToday(found.rows); count > 0 {
		o.tell(v.Say("%d rows were asked for earlier today, the first at %s; --again asks again", count, first.In(terms.Oslo).Format("15:04")))
	}
	o.tell(t.sentence(v))
}
