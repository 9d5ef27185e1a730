// This file holds xsdgen log.

package main

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/changelog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/origin"
)

// logFlags are the flags of log.
type logFlags struct {
	repo, since, format, output string
	root                        string
	documents                   []string
	budget                      time.Duration
	noCache                     bool
	sources                     // the catalogs alone: PATH is the schema
}

func logCommand() *cobra.Command {
	var flags logFlags
	command := &cobra.Command{
		Use:   "log PATH [REV..REV]",
		Short: "Say what each commit did to a schema, and for whom",
		Long: `Go through the history of a schema in git, and judge each commit that changed the schema or anything that it includes or imports:
what broke for readers, for writers and for Go programs, with a document that shows it. The newest commit comes last. The headline
counts what breaks, and what is undecided apart.

PATH is a file, whose renames are followed, or a folder, as seen from the working directory; with --repo it is seen from there.
REV..REV says which commits; --since REV is REV..HEAD. A merge counts as what it brought to its first parent.

With --root only documents that begin with that element count, and only changes of what they can hold are reported.

--document says from which commit on a document of yours is no longer valid, or is again.

Verdicts are kept by the contents of both versions in the user's cache directory, so that the next run is quick; with --no-cache
or a catalog each run looks again. A commit whose schema cannot be compiled is named as that, and the next one is judged against the last that could.

Exit codes: 0 done, 2 could not do it.`,
		Example: `  xsdgen log schemas/order.xsd
  xsdgen log schemas/order.xsd --since v1.2.0 --document examples/order.xml
  xsdgen log xsd/tax.xsd 2022..2023 --repo ../authority --format html --output tax.html`,
		Args: cobra.RangeArgs(1, 2),
		RunE: flags.run,
	}
	f := command.Flags()
	f.StringVar(&flags.repo, "repo", "", "folder of the repository, where it is not the working directory's")
	f.StringVar(&flags.since, "since", "", "the revision after which to begin, such as a tag")
	f.StringVar(&flags.format, "format", "text", strings.Join(changelog.Formats(), ", "))
	f.StringVar(&flags.output, "output", "", "file for the log, instead of standard output")
	f.StringSliceVar(&flags.documents, "document", nil, "documents of yours: when they stop being valid")
	flags.addCatalog(f)
	f.DurationVar(&flags.budget, "budget", defaultBudget, "how long to judge one commit; what is open then is undecided; 0 for no end")
	f.StringVar(&flags.root, "root", "", "the one root element whose documents count, such as Invoice or {namespace}Invoice")
	f.BoolVar(&flags.noCache, "no-cache", false, "judge every commit anew, and keep no verdict")
	return command
}

func (f *logFlags) run(cmd *cobra.Command, args []string) error {
	if err := changelog.CheckFormat(f.format); err != nil {
		return err
	}
	between, err := f.between(args)
	if err != nil {
		return err
	}
	spendMemory()
	steps := progressOn(cmd.ErrOrStderr())
	defer steps.done()
	options, err := f.options(steps, args[0], between)
	if err != nil {
		return err
	}
	log, err := changelog.Write(options)
	if err != nil {
		return err
	}
	steps.done()
	var out bytes.Buffer
	if err := log.Show(&out, f.format); err != nil {
		return err
	}
	if f.output != "" {
		return generate.WriteFile(f.output, out.Bytes())
	}
	_, err = cmd.OutOrStdout().Write(out.Bytes())
	return err
}

// between is which commits are asked for.
func (f *logFlags) between(args []string) (string, error) {
	switch {
	case len(args) > 1 && f.since != "":
		return "", fmt.Errorf("say either %s or --since %s", args[1], f.since)
	case len(args) > 1:
		return args[1], nil
	case f.since != "":
		return f.since + "..HEAD", nil
	}
	return "", nil
}

func (f *logFlags) options(steps *progress, path, between string) (changelog.Options, error) {
	c, err := (&diffFlags{sources: f.sources}).configuration()
	if err == nil {
		err = addCatalog(&load.Options{}, c) // else no commit could be compiled, one after the other
	}
	if err != nil {
		return changelog.Options{}, err
	}
	options := changelog.Options{
		Repo: f.repo, Path: path, Root: f.root, Between: between, Documents: f.documents, Progress: steps.step,
		Read: func(name string, found *origin.Origin) (diff.Input, error) { return inputAt(name, found, c, c.Package) },
		Compare: func(before, after diff.Input) (*diff.Report, error) {
			return diff.CompareWithin(diff.Options{Stop: budget(f.budget), Root: f.root}, before, after)
		},
	}
	if !f.noCache && len(f.catalogs) == 0 { // what catalogs lead to is not among the contents that verdicts are kept by
		options.Cache = changelog.OpenCache("root " + f.root)
	}
	return options, nil
}
