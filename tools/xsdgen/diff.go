// This file holds xsdgen diff.

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/catalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/origin"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/report/drawing"
)

// diffFlags are the flags of diff.
type diffFlags struct {
	format     string
	failOn     []string
	witnessDir string
	config     string
	oldConfig  string
	output     string
	sources    // the catalogs alone: OLD and NEW are the schemas
	acceptAll  bool
	rules      bool
	all        bool
	budget     time.Duration

	noAssumptions bool
	root          string

	inputs [2]diff.Input // what was compared
}

func diffCommand() *cobra.Command {
	var flags diffFlags
	command := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what a new version of a schema breaks, and for whom",
		Long: `Compare two versions of a schema and say what each change breaks. Three questions are answered for every change, and for
all together:

  readers  you receive documents: is every document of the new schema one that a reader built on the old one takes?
  writers  you send documents: is every document of the old schema valid under the new one?
  go       you use the generated package: does your source compile with the new one, and mean the same?

The answer is compatible, breaking or undecided (with the reason; it counts as breaking). Readers and writers are called breaking
only with a document that the one schema accepts and the other rejects; --witness-dir writes these documents.

OLD and NEW are files, folders (all .xsd files in it that no other of them includes), or REV:path in git, with a path as seen from
the top of the repository (REV:./path: from here). A name that exists on disk is that file or folder.

accept: in the file given by --config lists changes that are known; they do not fail the comparison. The file needs nothing else.
An entry says rule, path and reason, and perhaps until: the last day on which it holds, for: the questions it covers, and change:
the fingerprint of what was accepted, so that another change at the same place is not. --accept-all writes an entry for each
change that is not compatible; write your reasons into them.

The answers for go are about the packages that are generated with the file given by --config: its names:, generate: and types:.
Where the package of OLD was generated with another file, --old-config names that, so that what changed in it counts too.

Where no Go package can be generated from a schema, go is undecided, and readers and writers have their answers.

Exit codes: 0 nothing that --fail-on names, 1 something broke or is undecided and nobody has accepted it, or the day of an
acceptance has passed, 2 could not compare.

Some documents are valid by the letter of the standard alone, such as those in which a strict wildcard takes an element that no
schema declares because its xsi:type names a type. A verdict that holds without them says what it assumes; --no-assumptions
counts them.

A schema may declare far more than you exchange. With --root only documents that begin with that element count, and only changes
of what they can hold are shown.

After --budget the comparison stops: it reports what it has judged, and calls the rest undecided.`,
		Example: `  xsdgen diff order-v1.xsd order-v2.xsd
  xsdgen diff origin/main:schemas/order.xsd schemas/order.xsd --format github --fail-on readers,writers
  xsdgen diff old new --format html --output report.html --witness-dir witnesses
  xsdgen diff order-v1.xsd order-v2.xsd --config xsdgen.yaml --accept-all
  xsdgen diff --rules`,
		Args: func(cmd *cobra.Command, args []string) error {
			if flags.rules {
				return cobra.NoArgs(cmd, args)
			}
			if len(args) != 2 {
				return fmt.Errorf("say what to compare: xsdgen diff OLD NEW; there are %d arguments, not 2", len(args))
			}
			return nil
		},
		RunE: flags.run,
	}
	f := command.Flags()
	f.StringVar(&flags.format, "format", "text", strings.Join(report.Formats(), ", "))
	f.StringSliceVar(&flags.failOn, "fail-on", []string{"readers", "writers", "go"}, "questions whose answer may fail the comparison, or none")
	f.StringVar(&flags.witnessDir, "witness-dir", "", "directory to write the documents into that prove what breaks")
	f.StringVar(&flags.config, "config", "", "xsdgen.yaml with accept:, and with what the packages are generated with")
	f.StringVar(&flags.oldConfig, "old-config", "", "xsdgen.yaml that the package of OLD was generated with, where that is another one")
	flags.addCatalog(f)
	f.StringVar(&flags.output, "output", "", "file for the report, instead of standard output")
	f.BoolVar(&flags.acceptAll, "accept-all", false, "write accept: entries for all changes that are not compatible")
	f.BoolVar(&flags.rules, "rules", false, "print all kinds of change and what each does, as text or markdown")
	f.DurationVar(&flags.budget, "budget", defaultBudget, "how long to judge changes; what is open then is undecided, and the report says so; 0 for no end")
	f.BoolVar(&flags.noAssumptions, "no-assumptions", false, "count documents, too, in which a wildcard lets in what only one of the schemas declares")
	f.StringVar(&flags.root, "root", "", "the one root element whose documents count, such as Invoice or {namespace}Invoice")
	f.BoolVar(&flags.all, "all", false, "show changes without effect too, such as documentation")
	return command
}

func (f *diffFlags) run(cmd *cobra.Command, args []string) error {
	if f.rules {
		var out bytes.Buffer
		if err := report.WriteRules(&out, f.format); err != nil {
			return err
		}
		return f.deliver(cmd, out.Bytes())
	}
	questions, err := f.questions()
	if err != nil {
		return err
	}
	c, err := f.configuration()
	if err != nil {
		return err
	}
	before, err := f.configurationOfOld(c)
	if err != nil {
		return err
	}
	spendMemory()
	steps := progressOn(cmd.ErrOrStderr())
	defer steps.done()
	r, err := f.compare(steps, [2]*config.Config{before, c}, [2]string{args[0], args[1]})
	if err != nil {
		return err
	}
	steps.done()
	if err := f.accept(cmd, c, r); err != nil {
		return err
	}
	return f.show(cmd, r, questions)
}

// questions checks what was asked for before anything is read.
func (f *diffFlags) questions() ([]diff.Question, error) {
	if err := report.CheckFormat(f.format); err != nil {
		return nil, err
	}
	if f.acceptAll && f.config == "" {
		return nil, errors.New("--accept-all writes into the file given by --config; give one")
	}
	var questions []diff.Question
	for _, word := range f.failOn {
		q, err := questionNamed(strings.TrimSpace(word))
		switch {
		case err == nil:
			questions = append(questions, q)
		case word != "none" || len(f.failOn) > 1:
			return nil, err
		}
	}
	return questions, nil
}

func questionNamed(word string) (diff.Question, error) {
	for _, q := range diff.Questions {
		if q.String() == word {
			return q, nil
		}
	}
	return 0, fmt.Errorf("--fail-on: there is no question %q; name some of readers, writers, go with commas between, or none alone", word)
}

// configuration reads the configuration, or makes one that says nothing.
func (f *diffFlags) configuration() (*config.Config, error) {
	c := &config.Config{Package: "schema"}
	if f.config != "" {
		data, err := os.ReadFile(f.config)
		if err != nil {
			return nil, fmt.Errorf("cannot read the configuration: %w", err)
		}
		if c, err = config.ParseAccepted(f.config, data); err != nil {
			return nil, err
		}
		if c.Package == "" {
			c.Package = "schema"
		}
	}
	catalogs, err := relativeToAll(c.Dir(), f.catalogs)
	c.Catalogs = append(catalogs, c.Catalogs...)
	return c, err
}

// configurationOfOld is that of the old package: the one given for it, or that of the new one. Where packages go is the same for both.
func (f *diffFlags) configurationOfOld(c *config.Config) (*config.Config, error) {
	if f.oldConfig == "" {
		return c, nil
	}
	old := *f
	old.config = f.oldConfig
	before, err := old.configuration()
	if err != nil {
		return nil, err
	}
	before.Package, before.Namespaces = c.Package, c.Namespaces
	return before, nil
}

// compare finds both versions and compares them, as packages with one import path.
func (f *diffFlags) compare(steps *progress, configs [2]*config.Config, names [2]string) (*diff.Report, error) {
	importPath, err := f.importPath(configs[1])
	if err != nil {
		return nil, err
	}
	var inputs [2]diff.Input
	var problems []error
	for i, name := range names {
		steps.step("reading " + name)
		inputs[i], err = input(name, configs[i], importPath)
		problems = append(problems, err)
	}
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	f.inputs = inputs
	steps.step("comparing")
	options := diff.Options{Stop: budget(f.budget), NoAssumptions: f.noAssumptions, Root: f.root, Progress: func(judged, all int) {
		steps.step(fmt.Sprintf("comparing: %d of %d changes judged", judged, all))
	}}
	return diff.CompareWithin(options, inputs[0], inputs[1])
}

// defaultBudget is long enough for every schema that we know, many times over.
const defaultBudget = 2 * time.Minute

// budget tells when the time is up; it never is where there is no limit.
func budget(limit time.Duration) func() bool {
	if limit <= 0 {
		return nil
	}
	end := time.Now().Add(limit)
	return func() bool { return time.Now().After(end) }
}

// importPath is where the configuration puts packages; namespaces: must be at or below it.
func (f *diffFlags) importPath(c *config.Config) (string, error) {
	if f.config == "" || c.Output == "" {
		return c.Package, nil
	}
	return generate.ImportPath(outputDir(c), c.Package)
}

// input reads one version of a schema.
func input(name string, c *config.Config, importPath string) (diff.Input, error) {
	found, err := origin.Find(name)
	if err != nil {
		return diff.Input{}, err
	}
	return inputAt(name, found, c, importPath)
}

// inputAt builds the version of a schema at a place.
func inputAt(name string, found *origin.Origin, c *config.Config, importPath string) (diff.Input, error) {
	own := *c
	own.File, own.Schemas, own.Catalogs = "", found.Schemas, nil
	if err := addCatalog(&found.Load, c); err != nil {
		return diff.Input{}, err
	}
	draft, err := generate.Prepare(generate.Job{Config: &own, ImportPath: importPath, Load: found.Load})
	if err != nil && (draft == nil || draft.Set == nil) {
		return diff.Input{}, err
	}
	return diff.Input{Name: name, Documents: draft.Documents, Set: draft.Set, Packages: draft.Packages, NoPackages: err}, nil
}

// addCatalog adds the catalogs of a configuration, which are on the disk also where the schemas are in git.
func addCatalog(options *load.Options, c *config.Config) error {
	if len(c.Catalogs) == 0 {
		return nil
	}
	files := make([]string, len(c.Catalogs))
	for i, file := range c.Catalogs {
		if !filepath.IsAbs(file) {
			file = filepath.Join(c.Dir(), file)
		}
		absolute, err := filepath.Abs(file)
		if err != nil {
			return err
		}
		files[i] = absolute
	}
	read, err := catalog.Read(nil, files...)
	if err != nil {
		return err
	}
	options.Catalog, options.CatalogOnDisk = read, true
	return nil
}

// accept applies accept: of the configuration, after all that is open was written into it if that was asked for.
func (f *diffFlags) accept(cmd *cobra.Command, c *config.Config, r *diff.Report) error {
	today := time.Now()
	r.Accept(c.Accept, today)
	open := report.Open(r)
	if !f.acceptAll || len(open) == 0 {
		return nil
	}
	data, err := os.ReadFile(c.File)
	if err != nil {
		return err
	}
	var entries []config.Accept
	for _, change := range open {
		reason := fmt.Sprintf("Accepted with --accept-all on %s: %s", today.Format(diff.DateLayout), change.Message)
		entries = append(entries, config.Accept{Rule: change.Rule.ID, Path: change.Path, Reason: reason, Change: change.Fingerprint(), Questions: words(change.Open())})
	}
	if data, err = config.WithAccepted(data, entries); err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	if err := generate.WriteFile(c.File, data); err != nil {
		return err
	}
	if c, err = f.configuration(); err != nil {
		return err
	}
	r.Accept(c.Accept, today)
	what := "1 change; write your reason into it"
	if len(open) > 1 {
		what = fmt.Sprintf("%d changes; write your reasons into it", len(open))
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%s: accepted %s\n", c.File, what)
	return nil
}

// words are questions as they are written.
func words(questions []diff.Question) (all []string) {
	for _, q := range questions {
		all = append(all, q.String())
	}
	return all
}

// show writes the report and its witnesses, and says by its error whether the comparison fails.
func (f *diffFlags) show(cmd *cobra.Command, r *diff.Report, questions []diff.Question) error {
	var out bytes.Buffer
	options := report.Options{All: f.all, FailOn: questions}
	if f.format == "html" {
		var err error
		if options.Picture, err = drawing.Of(f.inputs[0], f.inputs[1], r); err != nil {
			return err
		}
	}
	if err := report.Write(&out, f.format, r, options); err != nil {
		return err
	}
	if err := f.deliver(cmd, out.Bytes()); err != nil {
		return err
	}
	if f.witnessDir != "" {
		if err := writeWitnesses(f.witnessDir, report.Witnesses(r)); err != nil {
			return err
		}
	}
	if report.Fails(r, questions) {
		return exitStatus(exitFound)
	}
	return nil
}

func (f *diffFlags) deliver(cmd *cobra.Command, data []byte) error {
	if f.output != "" {
		return outfile.Write(f.output, data, outfile.Shared)
	}
	_, err := cmd.OutOrStdout().Write(data)
	return err
}

// ownWitness is the name of a document that an earlier comparison wrote.
var ownWitness = regexp.MustCompile(`^(\d{3,}-[a-z-]+|total)-(readers|writers)\.(accepted|rejected)-by-(old|new)\.xml$`)

// writeWitnesses writes the documents in place of those of an earlier comparison.
func writeWitnesses(dir string, files []report.File) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if ownWitness.MatchString(entry.Name()) {
			if err := os.Remove(filepath.Join(dir, entry.Name())); err != nil {
				return err
			}
		}
	}
	for _, file := range files {
		if err := generate.WriteFile(filepath.Join(dir, file.Name), file.Data); err != nil {
			return err
		}
	}
	return nil
}
