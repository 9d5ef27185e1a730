// Command xsdgen compiles XML Schemas to Go: types, reading, writing and validation, and a thin client where the schema has a
// service. This package holds flags and file I/O only; the stages are in tools/internal.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/commandline"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

// The exit codes all commands share.
const (
	exitDone    = 0
	exitFound   = 1 // what was looked for: stale files, invalid documents, breaking changes
	exitFailure = 2 // the command could not do its work
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run executes a command line and returns its exit code.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	cmd, err := root.ExecuteC()
	var status exitStatus
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &status):
		return int(status)
	}
	complain(cmd, errs, err)
	return exitFailure
}

// exitStatus ends a command that has said what it had to say.
type exitStatus int

func (s exitStatus) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "xsdgen",
		Short: "Compile XML Schemas to Go",
		Long: `xsdgen compiles XML Schemas (XSD 1.0) to Go: types, reading and writing of XML and JSON with
validation, and a thin client where the schema has a service.

  xsdgen init && xsdgen generate
  xsdgen generate --schema status.xsd --package status --out generated/status/v1
  xsdgen generate --config xsdgen.yaml
  xsdgen diff status-v1.xsd status-v2.xsd

Exit codes: 0 done, 1 found something (stale files, invalid documents, breaking changes), 2 could not do the work.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArguments,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.Version = commandline.Version()
	root.SetVersionTemplate("xsdgen {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().String(problemsFlag, string(diag.Text), "format of messages on standard error: text, json, sarif or github")
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		_, err := printer(cmd)
		return err
	}
	root.AddCommand(commands()...)
	return root
}

// noArguments refuses arguments, at the root names of commands that there are not.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fmt.Errorf("unknown command %q for %q%s; %s --help says what there is", args[0], cmd.CommandPath(),
		didYouMean(commandline.Commands(cmd, args[0])), cmd.CommandPath())
}

// flagError adds to what is wrong with a flag which one may have been meant.
func flagError(cmd *cobra.Command, err error) error {
	guess := ""
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "" {
		guess = didYouMean(commandline.Flags(cmd, unknown.GetSpecifiedName()))
	}
	return fmt.Errorf("%w%s; %s --help lists the flags", err, guess, cmd.CommandPath())
}

// didYouMean is the guess behind a message, empty without any.
func didYouMean(guesses []string) string {
	if len(guesses) == 0 {
		return ""
	}
	return " (did you mean " + strings.Join(guesses, ", ") + "?)"
}

// commands are all subcommands; each has a file of its own.
func commands() []*cobra.Command {
	return []*cobra.Command{
		initCommand(),
		generateCommand(),
		validateCommand(),
		sampleCommand(),
		docCommand(),
		diffCommand(),
		logCommand(),
		adoptCommand(),
		convertCommand(),
		vendorCommand(),
		explainCommand(),
	}
}
