// This file holds xsdgen generate.

package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
)

// configName is the file that names are stored in where flags say everything else.
const configName = "xsdgen.yaml"

// generateFlags are the flags of generate.
type generateFlags struct {
	sources
	name       string
	out        string
	config     string
	check      bool
	writeNames bool
	strict     bool
	checkNames string
	quiet      bool
}

func generateCommand() *cobra.Command {
	var flags generateFlags
	command := &cobra.Command{
		Use:   "generate [--config FILE | --schema FILE --package NAME --out DIR]",
		Short: "Generate Go packages from a schema",
		Long: `Generate Go packages from a schema and all it includes and imports. It removes generated
files that no longer belong, which it knows by their first line, never touches other files, and lists what it wrote.

Without flags, xsdgen.yaml says what to generate: the one in the working directory or the nearest above it, up to
the root of the module. It can have several schemas (packages:). xsdgen init writes one.

Several namespaces become several packages, which are listed; those that refer to each other in a circle
become one. Where names clash, rules tell them apart: an attribute beside an element of its name gets Attr, a
sign or a small letter is spelt out, another namespace comes before the name. What no such rule settles gets a
name all the same, and a note on standard error says which, or with --strict-names it is an error that prints
the lines for names: of xsdgen.yaml. --write-names stores names and packages, in the file given by --config or
in xsdgen.yaml in the output directory, so that they last. --check-names lists the Go names of an earlier
version that would change, each with the line of names: that keeps it; xsdgen adopt writes such lines.

Exit codes: 0 done, 1 --check found stale files or --check-names other names, 2 could not generate.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return flags.run(cmd) },
	}
	f := command.Flags()
	flags.add(f)
	f.StringVar(&flags.name, "package", "", "name of the Go package")
	f.StringVar(&flags.out, "out", "", "directory to generate into")
	f.StringVar(&flags.config, "config", "", "configuration file with all of these settings")
	f.BoolVar(&flags.check, "check", false, "list what is stale, and write nothing")
	f.BoolVar(&flags.writeNames, "write-names", false, "store the names of what clashes and the packages of namespaces, so that they last")
	f.StringVar(&flags.checkNames, "check-names", "", "list the Go names that would differ from those of this earlier version, and write nothing: a schema, an xsdgen.yaml or the folder of one")
	f.BoolVarP(&flags.quiet, "quiet", "q", false, "do not list what was written")
	f.BoolVar(&flags.strict, "strict-names", false, "make an error of names that clash and that no common rule tells apart")
	return command
}

// run generates, or checks, what each configuration says.
func (f *generateFlags) run(cmd *cobra.Command) error {
	all, err := f.configurations()
	if err != nil {
		return err
	}
	if len(all) > 1 && f.checkNames != "" {
		return fmt.Errorf("--check-names is for one schema, and %s has %d; give --schema, --package and --out", all[0].File, len(all))
	}
	var problems []error
	stale := false
	for _, c := range all {
		found, err := f.one(cmd, c)
		problems = append(problems, err)
		stale = stale || found
	}
	if err := errors.Join(problems...); err != nil {
		if len(all) == 1 {
			return problems[0]
		}
		return err
	}
	if stale {
		return exitStatus(exitFound)
	}
	return nil
}

// one generates, or checks, what one configuration says, and reports whether a check found anything.
func (f *generateFlags) one(cmd *cobra.Command, c *config.Config) (found bool, err error) {
	out := outputDir(c)
	importPath, err := generate.ImportPath(out, c.Package)
	if err != nil {
		return false, err
	}
	options, err := f.texts(cmd.InOrStdin())
	if err != nil {
		return false, err
	}
	job := generate.Job{Config: c, ImportPath: importPath, Load: options, StrictNames: f.strict}
	if f.checkNames != "" {
		return false, f.renamed(cmd, job)
	}
	output, err := generate.Run(job)
	if err != nil {
		return false, err
	}
	if err := warn(cmd, output.Warnings); err != nil {
		return false, err
	}
	if err := f.settle(cmd, c, output); err != nil {
		return false, err
	}
	changes, err := generate.Compare(out, output.Files)
	if err != nil {
		return false, err
	}
	if !f.check {
		if err := generate.Apply(out, changes); err != nil {
			return false, err
		}
		f.tell(cmd, out, changes)
		return false, nil
	}
	for _, change := range changes {
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", change.Kind, filepath.ToSlash(filepath.Join(out, change.Path)))
	}
	return len(changes) > 0, nil
}

// tell says what was written.
func (f *generateFlags) tell(cmd *cobra.Command, out string, changes []generate.Change) {
	written, removed := 0, 0
	for _, change := range changes {
		if change.Kind == generate.Stale {
			removed++
		} else {
			written++
		}
	}
	var words []string
	if written > 0 {
		words = append(words, plural(written, "file written", "files written"))
	}
	if removed > 0 {
		words = append(words, plural(removed, "file removed", "files removed"))
	}
	if len(words) == 0 {
		words = []string{"up to date"}
	}
	if !f.quiet {
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", filepath.ToSlash(filepath.Clean(out)), strings.Join(words, ", "))
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// settle stores the names and packages that rules chose, or says what they are.
func (f *generateFlags) settle(cmd *cobra.Command, c *config.Config, output *generate.Output) error {
	if f.writeNames {
		if len(output.Names)+len(output.Namespaces) == 0 {
			return nil
		}
		if c.Listed {
			return fmt.Errorf("%s has several packages, and names are stored in a file with one; write them under names: of package %s yourself, or give it a file of its own", c.File, c.Package)
		}
		if err := storeChoices(c, output); err != nil {
			return err
		}
		if n := len(output.Names); n > 0 {
			fmt.Fprintf(cmd.OutOrStdout(), "%s: stored %d names\n", c.File, n)
		}
		if n := len(output.Namespaces); n > 0 {
			fmt.Fprintf(cmd.OutOrStdout(), "%s: stored the packages of %d namespaces\n", c.File, n)
		}
		return nil
	}
	for _, note := range output.Notes {
		fmt.Fprintf(cmd.ErrOrStderr(), "note: %v\n", note)
	}
	if len(output.Notes) > 0 {
		fmt.Fprintln(cmd.ErrOrStderr(), "note: --write-names stores these names, so that the next version of the schema has them too")
	}
	if f.check || f.quiet {
		return nil
	}
	listPackages(cmd.OutOrStdout(), output)
	return nil
}

// listPackages lists the packages that rules chose for namespaces, and says whose ReadXML reads what.
func listPackages(w io.Writer, output *generate.Output) {
	for _, namespace := range slices.Sorted(maps.Keys(output.Namespaces)) {
		fmt.Fprintf(w, "%s: package %s\n", spelt(namespace), output.Namespaces[namespace])
	}
	paths := slices.Sorted(maps.Values(output.Namespaces))
	if len(slices.Compact(paths)) < 2 {
		return
	}
	words := ""
	if len(output.Above) > 0 {
		above := make([]string, len(output.Above))
		for i, namespace := range output.Above {
			above[i] = spelt(namespace)
		}
		words = ", those of " + strings.Join(above, ", ") + " where the program imports their packages"
	}
	fmt.Fprintf(w, "ReadXML of %s reads documents of all of them%s\n", output.Main, words)
}

// spelt is a namespace as messages name it.
func spelt(namespace string) string { return cmp.Or(namespace, "(no namespace)") }

// outputDir is the output directory of a configuration as seen from the working directory.
func outputDir(c *config.Config) string {
	if filepath.IsAbs(c.Output) {
		return c.Output
	}
	return filepath.Join(c.Dir(), c.Output)
}

// configurations are what there is to generate: what the file given says, or the flags, or without either the file found from here upwards.
func (f *generateFlags) configurations() ([]*config.Config, error) {
	described := len(f.schemas) > 0 || f.name != "" || f.out != ""
	switch {
	case f.checkNames != "" && (f.check || f.writeNames):
		return nil, errors.New("--check-names writes nothing and looks at names alone: leave out --check and --write-names")
	case f.check && f.writeNames:
		return nil, errors.New("--check writes nothing: leave out --write-names, or --check")
	case f.config != "" && described:
		return nil, errors.New("the file given by --config says all of this: leave out --schema, --package and --out, or --config")
	case described:
		c, err := f.described()
		return []*config.Config{c}, err
	}
	file := f.config
	if file == "" {
		found, ok := findConfiguration()
		if !ok {
			return nil, errNothing
		}
		file = found
	}
	all, err := readConfigurations(file)
	if err != nil {
		return nil, err
	}
	for _, c := range all {
		if err := f.addCatalogs(c, c.Dir()); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// errNothing says what generate can be told.
var errNothing = errors.New("say what to generate: --schema FILE --package NAME --out DIR, or --config FILE; or write it into " + configName + " here or above, as xsdgen init does")

// findConfiguration finds the configuration in the working directory or the nearest one above, up to the root of the module.
func findConfiguration() (string, bool) {
	for dir := "."; ; dir = filepath.Join(dir, "..") {
		file := filepath.Join(dir, configName)
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return file, true
		}
		absolute, err := filepath.Abs(dir)
		if _, missing := os.Stat(filepath.Join(dir, "go.mod")); err != nil || missing == nil || absolute == filepath.Dir(absolute) {
			return "", false
		}
	}
}

// described makes a configuration of the flags and the names stored in the output directory.
func (f *generateFlags) described() (*config.Config, error) {
	switch {
	case f.writeNames && slices.Contains(f.schemas, "-"):
		return nil, errors.New("--write-names stores the schema's file with the names, and standard input has no file: give one")
	}
	if len(f.schemas) == 0 || f.name == "" || f.out == "" {
		return nil, errNothing
	}
	stored := filepath.Join(f.out, configName)
	c := &config.Config{File: stored, Package: f.name, Output: "."}
	if data, err := os.ReadFile(stored); err == nil {
		if c, err = config.Parse(stored, data); err != nil {
			return nil, err
		}
		c.Package, c.Output = f.name, "."
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var err error
	if c.Schemas, err = relativeToAll(f.out, f.schemas); err != nil {
		return nil, err
	}
	return c, f.addCatalogs(c, f.out)
}

// addCatalogs puts the catalogs of the flags before those of a configuration in dir.
func (f *generateFlags) addCatalogs(c *config.Config, dir string) error {
	catalogs, err := relativeToAll(dir, f.catalogs)
	c.Catalogs = append(catalogs, c.Catalogs...)
	return err
}

// readConfigurations reads a file for one schema or for many.
func readConfigurations(file string) ([]*config.Config, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("cannot read the configuration: %w", err)
	}
	return config.ParseAll(file, data)
}

// readConfiguration reads an xsdgen.yaml for one schema.
func readConfiguration(file string) (*config.Config, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("cannot read the configuration: %w", err)
	}
	return config.Parse(file, data)
}

// relativeToAll is relativeTo for several; standard input is nowhere.
func relativeToAll(dir string, names []string) ([]string, error) {
	var all []string
	for _, name := range names {
		if name != "-" {
			relative, err := relativeTo(dir, name)
			if err != nil {
				return nil, err
			}
			name = relative
		}
		all = append(all, name)
	}
	return all, nil
}

// relativeTo returns a path as seen from dir; an absolute path, or one on another drive, stays as it is.
func relativeTo(dir, name string) (string, error) {
	if filepath.IsAbs(name) {
		return name, nil
	}
	from, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	to, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	relative, err := filepath.Rel(from, to)
	if err != nil {
		return to, nil
	}
	return relative, nil
}

// storeChoices adds the names and packages that rules chose to the file of the configuration, which is made where there is none.
func storeChoices(c *config.Config, output *generate.Output) error {
	data, err := os.ReadFile(c.File)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = config.New(c)
	}
	if err == nil && len(output.Names) > 0 {
		data, err = config.WithNames(data, output.Names)
	}
	if err == nil && len(output.Namespaces) > 0 {
		data, err = config.WithNamespaces(data, output.Namespaces)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	return generate.WriteFile(c.File, data)
}
