// Package cli is the command line of mvastatus: commands, flags, terminal and exit codes. What the commands do lies in the packages beside it.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/commandline"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// World is what the command sees of its surroundings, so that tests can give it others.
type World struct {
	Context        context.Context // ends a command early, as Ctrl-C does
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	LookupEnv      func(string) (string, bool)
	Now            func() time.Time
	Width          func(io.Writer) (columns int, terminal bool)
}

// System is the world of the operating system.
func System() World {
	return World{
		Context: context.Background(),
		Stdin:   os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		LookupEnv: os.LookupEnv, Now: time.Now, Width: terminalWidth,
	}
}

func terminalWidth(w io.Writer) (columns int, terminal bool) {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) { //nolint:gosec // a file descriptor is an int
		return 0, false
	}
	columns, _, err := term.GetSize(int(file.Fd())) //nolint:gosec // the same
	return columns, err == nil
}

// The exit codes, as monitoring systems expect them. The first four are those of [report.Outcome].
const (
	exitOK            = int(report.NothingDue)
	exitCouldNotCheck = int(report.CouldNotCheck)
	exitUsage         = 64
)

// exit ends a command with a code and, where err is set, a message.
type exit struct {
	code int
	err  error
}

func (e *exit) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exit) Unwrap() error { return e.err }

// couldNotCheck is the end of a command that has no answer.
func couldNotCheck(err error) error { return &exit{code: exitCouldNotCheck, err: err} }

// usage is the end of a command that was called wrongly.
func usage(err error) error { return &exit{code: exitUsage, err: err} }

// Main runs the command and returns its exit code. A panic ends in "could not check": the code Go would end with, 2, means "overdue" here.
func Main(arguments []string, world World) (code int) {
	voice := say.In(languageOf(arguments, world.LookupEnv))
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(world.Stderr, "mvastatus: %s\n%s\n%s", voice.Say("internal error: %s", fmt.Sprint(fault)), voice.Say("Please report it with these lines:"), debug.Stack())
			code = exitCouldNotCheck
		}
	}()
	ctx, stop := signal.NotifyContext(world.Context, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends it at once
	o := &options{world: &world, voice: voice}
	root := newRoot(o)
	root.SetArgs(arguments)
	return o.exitCode(root.ExecuteContext(ctx))
}

func (o *options) exitCode(err error) int {
	if err == nil {
		return exitOK
	}
	var end *exit
	if !errors.As(err, &end) {
		end = &exit{code: exitUsage, err: err} // cobra's own errors concern the command line
	}
	if end.err != nil {
		o.complain(end.err)
	}
	if end.code == exitUsage {
		o.tell(o.voice.Say("Run mvastatus --help for the commands and their flags."))
	}
	return end.code
}

// complain says an error and what to do about it on standard error.
func (o *options) complain(err error) {
	o.tell("mvastatus: " + o.voice.Error(err))
	if remedy := o.voice.Remedy(err); remedy != "" {
		o.tell(o.voice.Say("What to do: %s", remedy))
	}
}

// warn says something that stops nothing.
func (o *options) warn(err error) { o.tell(o.voice.Say("warning: %s", err)) }

// tell writes to standard error, wrapped where that is a terminal.
func (o *options) tell(text string) {
	width, terminal := o.world.Width(o.world.Stderr)
	if !terminal {
		width = 0
	}
	for _, line := range strings.Split(text, "\n") {
		fmt.Fprintln(o.world.Stderr, say.Wrap(line, width, "  "))
	}
}

func newRoot(o *options) *cobra.Command {
	v := o.voice
	root := &cobra.Command{
		Use:   "mvastatus",
		Short: v.Say("Which VAT returns has this organisation not delivered, and by when?"),
		Long: v.Say(`mvastatus asks Skatteetaten which VAT terms an organisation has not delivered, and
shows them with the days that are left.

The status service (--service status) was documented and never put into operation: try
it with --sandbox. For use today, --service frister tells deadlines ahead, and --service
meldingsopplysning what was delivered of the last three terms.

Exit codes: 0 nothing due soon, 1 something due within --soon days, 2 something overdue,
3 could not check (wins over the others), 64 wrong use.`),
		Example: v.Say(`mvastatus status --sandbox 312409852          see it work, no set-up needed
mvastatus status 974761076 "NO 974 760 673 MVA"
mvastatus batch clients.xlsx --output status.csv
mvastatus doctor 974761076                    find out why it does not work
mvastatus completion bash                     completion for the shell`),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          o.noCommand,
		RunE:          func(command *cobra.Command, _ []string) error { return command.Help() },
		Version:       commandline.Version(),
	}
	root.SetIn(o.world.Stdin)
	root.SetOut(o.world.Stdout)
	root.SetErr(o.world.Stderr)
	o.addTo(root)
	o.addHelp(root)
	root.AddCommand(newStatus(o), newBatch(o), newSandbox(o), newDoctor(o), newKeygen(o), newSchema(o), newCompletion(o))
	return root
}

// noCommand refuses what is no command, with a guess at what was meant.
func (o *options) noCommand(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return nil
	}
	if guesses := commandline.Commands(command.Root(), arguments[0]); len(guesses) > 0 {
		return usage(say.Errorf("there is no command %q: did you mean %s?", arguments[0], say.List(guesses)))
	}
	return usage(say.Errorf("there is no command %q", arguments[0]))
}

// noArguments refuses arguments of a command that takes none.
func noArguments(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return nil
	}
	return usage(say.Errorf("%s takes no arguments: %q is one too many", command.CommandPath(), arguments[0]))
}
