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
	config    string
	name      string
	root      string
	depth     int
	dataTypes bool
}

func docCommand() *cobra.Command {
	var flags docFlags
	command := &cobra.Command{
		Use:   "doc (--schema FILE | --config FILE) --out DIR",
		Short: "Draw the information model of a schema, and write its reference",
		Long: `Draw the information model of a schema, and describe each element and type: its documentation, how often it occurs, its values
in words, where it is used, its name in Go, and an example in XML, JSON and Go.

  html      one page that needs nothing else, with search and an address for each part
  markdown  the same content, with the pictures beside it
  svg       the pictures alone
  plantuml  the model for PlantUML

The picture has classes in UML: the root marked, simple parts with their types, parts that are classes as associations with how
often they come, extension and substitution as generalisation, and choices as constraints. Each class is drawn once,
the further from the root the further to the right; recursion is an arrow back. Without --depth a picture ends before it is too
large to read. Where it does not show everything, each class has a picture of its own, and the names lead from one to the other.

Names are those of the generated code: --config gives the xsdgen.yaml that it is generated with, --package its name alone. The
same schema gives the same bytes.

Exit codes: 0 done, 2 could not read the schema or write.`,
		Example: `  xsdgen doc --schema order.xsd --out doc
  xsdgen doc --schema order.xsd --out doc --format svg --root order --depth 2 --data-types`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return flags.run(cmd) },
	}
	f := command.Flags()
	flags.add(f)
	f.StringVar(&flags.out, "out", "", "directory to write into")
	f.StringVar(&flags.config, "config", "", "xsdgen.yaml of the generated code")
	f.StringVar(&flags.name, "package", "", "name of the Go package; without it the name of the schema's file")
	f.StringVar(&flags.format, "format", doc.Formats()[0], strings.Join(doc.Formats(), ", "))
	f.StringVar(&flags.root, "root", "", "element or type to begin with, as name or {namespace}name; without it, the elements that are part of no other")
	f.IntVar(&flags.depth, "depth", diagram.Automatic, "how far from the root classes are drawn; -1 for as far as a picture can be read")
	f.BoolVar(&flags.dataTypes, "data-types", false, "list enumerations and data types below the classes")
	return command
}

func (f *docFlags) run(cmd *cobra.Command) error {
	switch {
	case len(f.schemas) == 0 && f.config == "" || f.out == "":
		return errors.New("say what to draw and where to: xsdgen doc --schema FILE --out DIR")
	case len(f.schemas) > 0 && f.config != "":
		return errors.New("the file given by --config says which schema: leave out --schema, or --config")
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

// prepare finds components and Go names. A schema from which no Go can be generated is documented with its own names.
func (f *docFlags) prepare(cmd *cobra.Command) (*generate.Draft, error) {
	c, importPath, err := f.configuration()
	if err != nil {
		return nil, err
	}
	options, err := f.texts(cmd.InOrStdin())
	if err != nil {
		return nil, err
	}
	draft, err := generate.Prepare(generate.Job{Config: c, ImportPath: importPath, Load: options})
	if draft != nil && draft.Set != nil {
		return draft, nil
	}
	return nil, err
}

// configuration is that of the file given, or one made of the flags.
func (f *docFlags) configuration() (*config.Config, string, error) {
	if f.config == "" {
		c := &config.Config{Package: f.packageName(), Schemas: f.schemas, Catalogs: f.catalogs}
		return c, c.Package, nil
	}
	c, err := readConfiguration(f.config)
	if err != nil {
		return nil, "", err
	}
	importPath, err := generate.ImportPath(outputDir(c), c.Package)
	return c, importPath, err
}

// packageName is the name given, or one after the schema's file.
func (f *docFlags) packageName() string {
	if f.name != "" {
		return f.name
	}
	return packageFor(f.schemas[0])
}
