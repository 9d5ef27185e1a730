// The command that asks for organisations named on the command line.

package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
)

func newStatus(o *options) *cobra.Command {
	var format, output string
	command := &cobra.Command{
		Use:   "status ORGNR...",
		Short: "Show the open terms of organisations",
		Long: `Shows the VAT terms that each organisation has not delivered, the most pressing first.
Organisation numbers are taken in every form: 974761076, "974 761 076", NO974761076MVA, 0192:974761076.`,
		Example: strings.TrimLeft(`
  mvastatus status --sandbox 312409852
  mvastatus status 974761076 --format json
  mvastatus status 974761076 --format ics --output mva.ics
  mvastatus status 974761076 --format prometheus --output /var/lib/node_exporter/mva.prom`, "\n"),
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usage(errors.New("no organisation number given: mvastatus status 974761076"))
			}
			return nil
		},
		RunE: func(command *cobra.Command, arguments []string) error {
			return showStatus(command.Context(), o, arguments, report.Format(format), output)
		},
	}
	addFormatFlags(command, &format, &output, report.Table, report.Formats())
	o.addSandboxFlag(command)
	return command
}

// addFormatFlags adds --format, with completion, and --output.
func addFormatFlags(command *cobra.Command, format, output *string, standard report.Format, formats []string) {
	command.Flags().StringVarP(format, "format", "f", string(standard), "form of the output: "+strings.Join(formats, ", "))
	command.Flags().StringVarP(output, "output", "o", "", "file to write to instead of standard output; it is replaced when complete")
	complete := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return formats, cobra.ShellCompDirectiveNoFileComp
	}
	if err := command.RegisterFlagCompletionFunc("format", complete); err != nil {
		panic(err) // the flag was defined above
	}
}

func showStatus(ctx context.Context, o *options, arguments []string, format report.Format, output string) error {
	if !slices.Contains(report.Formats(), string(format)) {
		return usage(fmt.Errorf("no format %q: use one of %s", format, strings.Join(report.Formats(), ", ")))
	}
	numbers, err := parseNumbers(o, arguments)
	if err != nil {
		return usage(err)
	}
	if output != "" {
		if err := outfile.Check(output, int64(len(numbers)+1)*rowRoom, outfile.Shared); err != nil {
			return couldNotCheck(err)
		}
	}
	session, err := o.open()
	if err != nil {
		return err
	}
	defer session.close()
	answer := report.Report{Results: session.service.AskAll(ctx, numbers), Now: o.world.Now(), Soon: session.settings.Soon, Words: session.words}
	if err := o.write(answer, format, output, outfile.Shared); err != nil {
		return couldNotCheck(err)
	}
	return conclude(answer)
}

// parseNumbers reads all numbers, says everything that is wrong with them at once, and leaves out repetitions.
func parseNumbers(o *options, arguments []string) ([]orgnr.Number, error) {
	var numbers []orgnr.Number
	var faults []error
	for _, argument := range arguments {
		number, err := orgnr.Parse(argument)
		switch {
		case err != nil:
			faults = append(faults, err)
			continue
		case slices.Contains(numbers, number):
			continue
		case !number.CheckDigit():
			fmt.Fprintf(o.world.Stderr, "warning: %s fails the check digit: is it mistyped?\n", number)
		}
		numbers = append(numbers, number)
	}
	return numbers, errors.Join(faults...)
}

// conclude turns the outcome into the exit code.
func conclude(r report.Report) error {
	if outcome := r.Outcome(); outcome != report.NothingDue {
		return &exit{code: int(outcome)}
	}
	return nil
}
