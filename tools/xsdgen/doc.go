// This file holds xsdgen doc.

package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
)

// docFlags are the flags of doc.
type docFlags struct {
	sources
	out       string
	format    string
	root      string
	depth     int
	dataTypes bool
}

func docCommand() *cobra.Command {
	var flags docFlags
	command := &cobra.Command{
		Use:   "doc --schema FILE --out DIR",
		Short: "Draw the information model of a schema",
		Long: `Draw the information model of a schema as classes in UML: the root marked, simple parts with their types, parts that are
classes as associations with how often they come, extension and substitution as generalisation, and choices as constraints.
A class stands as far to the right as it is away from the root, and once: what leads back to it is an arrow back.

Without --depth a picture goes as far as it can be read. Where it does not show everything, each class has a picture of its own,
and the names lead from one to the other. Names are those of the generated code. The same schema gives the same bytes.

Exit codes: 0 done, 2 could not read the schema or write.`,
		Example: `  xsdgen doc --schema order.xsd --out doc
  xsdgen doc --schema order.xsd --out doc --format svg --root order --depth 2 --data-types`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return flags.run(cmd) },
	}
	f := command.Flags()
	flags.add(f)
	f.StringVar(&flags.out, "out", "", "directory to write into")
	f.StringVar(&flags.format, "format", doc.Formats()[0], strings.Join(doc.Formats(), ", "))
	f.StringVar(&flags.root, "root", "", "element or type to begin with, as name or {namespace}name; without it, the elements that are part of no other")
	f.IntVar(&flags.depth, "depth", diagram.Automatic, "how far from the root classes are drawn; -1 for as far as a picture can be read")
	f.BoolVar(&flags.dataTypes, "data-types", false, "list enumerations and data types below the classes")
	return command
}

func (f *docFlags) run(cmd *cobra.Command) error {
	switch {
	case len(f.schemas) == 0 || f.out == "":
		return errors.New("say what to draw and where to: xsdgen doc --schema FILE --out DIR")
	case f.depth < diagram.Automatic:
		return errors.New("--depth is a number from 0, or -1 for as far as a picture can be read")
	}
	draft, err := f.prepare(cmd)
	if err != nil {
		return err
	}
	drawing := diagram.Options{Root: f.root, Depth: f.depth, DataTypes: f.dataTypes}
	files, err := doc.Files(doc.Request{Set: draft.Set, Packages: draft.Packages, Drawing: drawing}, f.format)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.out, 0o755); err != nil {
		return err
	}
	for _, file := range files {
		if err := outfile.Write(filepath.Join(f.out, file.Name), file.Data, outfile.Shared); err != nil {
			return err
		}
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s\n", filepath.ToSlash(filepath.Join(f.out, files[0].Name)))
	if more := len(files) - 1; more > 0 {
		fmt.Fprintf(cmd.OutOrStdout(), "and %d more, which it leads to\n", more)
	}
	return nil
}

// prepare finds components and Go names. A schema from which no Go can be generated is drawn with its own names.
func (f *docFlags) prepare(cmd *cobra.Command) (*generate.Draft, error) {
	options, err := f.options(cmd.InOrStdin())
	if err != nil {
		return nil, err
	}
	c := &config.Config{Package: "schema", Schemas: f.schemas}
	draft, err := generate.Prepare(generate.Job{Config: c, ImportPath: "schema", Load: options})
	if draft != nil && draft.Set != nil {
		return draft, nil
	}
	return nil, err
}
