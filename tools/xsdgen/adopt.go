// This file holds xsdgen adopt.

package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/adopt"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/report"
)

func adoptCommand() *cobra.Command {
	var request adopt.Request
	var catalogs sources
	command := &cobra.Command{
		Use:   "adopt NEW.xsd",
		Short: "File a new version of a schema, generate its package, and say what it breaks",
		Long: `File a new version of a schema beside its predecessors, in one go:

  1. find its family below --schemas by namespace or name, and its version by its namespace (:v2), by its version attribute,
     or by a message of ISO 20022 (pain.001.001.09), a date or a number that its namespace ends in
  2. copy the schema to <schemas>/<name>/<version>/, with SOURCE (where it is from, and its sha256)
  3. write xsdgen.yaml from the predecessor's: names: as far as they still apply, service:, output
  4. generate the package beside the old one, and add a go:generate line to generate.go after the predecessor's
  5. compare with the predecessor, and write the report beside the schema, as diff.md

and say what is left to decide. With --convert it also writes a package below the new one, from<old>, that turns documents of the
old version into documents of the new, and says what is lost: xsdgen convert --help. With --first it is the first version of a family: xsdgen.yaml is new, the package goes where those
of other families go, or below generated, and there is nothing to compare. The old version and its package stay as they are. It overwrites nothing and can be run again:
it skips what is there already.

With --catalog, documents that the catalog leads to stay where they are, and catalog: in xsdgen.yaml names the catalog.

A schema that was edited in place, under the namespace it had, needs --version with the day it was published: v1_20230102.

Exit codes: 0 done, 2 could not adopt; what was done until then is listed.`,
		Example: `  xsdgen adopt order-v2.xsd --origin "https://example.com/schemas at 4f2c1aa"
  xsdgen adopt order.xsd --version v1_20230102 --convert
  xsdgen adopt invoice.xsd --first --version v1`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("say what to adopt: xsdgen adopt NEW.xsd; there are %d arguments, not 1", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			request.File, request.Today, request.Catalogs = args[0], time.Now(), catalogs.catalogs
			result, err := adopt.Run(request)
			printAdoption(cmd.OutOrStdout(), result)
			return err
		},
	}
	f := command.Flags()
	f.StringVar(&request.Schemas, "schemas", "xsd/schemas", "directory of the schema versions: <name>/<version>/xsdgen.yaml")
	f.StringVar(&request.Name, "name", "", "family that the schema belongs to, where namespace and file name do not tell")
	f.BoolVar(&request.First, "first", false, "the schema is the first version of its family, which is called as --name says, or as the file")
	f.StringVar(&request.Version, "version", "", "version, where the schema does not tell: v2, v1_1, v1_20230102")
	catalogs.addCatalog(f)
	f.BoolVar(&request.Convert, "convert", false, "write a package too that turns documents of the version before into documents of the new one")
	f.StringVar(&request.Origin, "origin", "", "where the schema was published, for SOURCE")
	return command
}

// printAdoption says what was done, what changed and what is left to decide.
func printAdoption(out io.Writer, result *adopt.Result) {
	for _, step := range result.Steps {
		fmt.Fprintln(out, step)
	}
	if result.Report != nil {
		fmt.Fprintf(out, "\nFrom %s to %s:\n", result.Report.Old.Name, result.Report.New.Name)
		for _, line := range report.Answers(result.Report) {
			fmt.Fprintln(out, line)
		}
	}
	if len(result.Decisions) > 0 {
		fmt.Fprintln(out, "\nLeft to decide:")
	}
	for _, decision := range result.Decisions {
		fmt.Fprintln(out, "-", decision)
	}
}
