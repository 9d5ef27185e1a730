// The command that asks for organisations named on the command line.

package cli

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

func newStatus(o *options) *cobra.Command {
	out := output{perm: outfile.Shared}
	command := &cobra.Command{
		Use:   "status " + o.voice.Say("ORGNR..."),
		Short: o.voice.Say("Show the open terms of organisations"),
		Long: o.voice.Say(`Shows the VAT terms that each organisation has not delivered, the most pressing first.
Organisation numbers are taken in every form: 974761076, "974 761 076", NO974761076MVA,
0192:974761076.`),
		Example: o.voice.Say(`mvastatus status --sandbox 312409852
mvastatus status 974761076 --format json
mvastatus status 974761076 --format ics --output mva.ics
mvastatus status 974761076 --format prometheus --output mva.prom`),
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usage(say.Errorf("no organisation number is given: %s", "mvastatus status 974761076"))
			}
			return nil
		},
		RunE: func(command *cobra.Command, arguments []string) error {
			return showStatus(command.Context(), o, arguments, out)
		},
	}
	out.addFlags(command, o.voice, report.Table)
	o.addSandboxFlag(command)
	return command
}

func showStatus(ctx context.Context, o *options, arguments []string, out output) error {
	numbers, err := parseNumbers(o, arguments)
	if err != nil {
		return usage(err)
	}
	if err := out.check(len(numbers)); err != nil {
		return err
	}
	session, err := o.open(nil)
	if err != nil {
		return err
	}
	defer session.close()
	ctx, cancel := o.limited(ctx)
	defer cancel()
	answer := session.report(session.askAll(ctx, numbers))
	if session.fault == nil || !out.forPeople() {
		if err := o.report(out, answer); err != nil {
			return couldNotCheck(errors.Join(session.fault, err))
		}
	}
	if session.fault != nil {
		return couldNotCheck(session.fault)
	}
	return conclude(answer)
}

// parseNumbers reads all numbers, says everything that is wrong with them at once, and leaves out repetitions.
func parseNumbers(o *options, arguments []string) ([]orgnr.Number, error) {
	var numbers []orgnr.Number
	var faults []error
	for _, argument := range arguments {
		number, err := say.ParseNumber(argument)
		switch {
		case err != nil:
			faults = append(faults, err)
			continue
		case slices.Contains(numbers, number):
			continue
		case !number.CheckDigit():
			o.warn(say.Mistyped(number))
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

// newSchema prints what programs that read the JSON may rely on.
func newSchema(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: o.voice.Say("Print the JSON Schema of --format json"),
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := o.world.Stdout.Write(report.Schema)
			return err
		},
	}
}
