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
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
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
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return 0, false
	}
	columns, _, err := term.GetSize(int(file.Fd()))
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
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(world.Stderr, "mvastatus: internal error: %v\nPlease report it with these lines:\n%s", fault, debug.Stack())
			code = exitCouldNotCheck
		}
	}()
	ctx, stop := signal.NotifyContext(world.Context, os.Interrupt)
	defer stop()
	root := newRoot(&world)
	root.SetArgs(arguments)
	return exitCode(root.ExecuteContext(ctx), world.Stderr)
}

func exitCode(err error, stderr io.Writer) int {
	if err == nil {
		return exitOK
	}
	var end *exit
	if !errors.As(err, &end) {
		end = &exit{code: exitUsage, err: err} // cobra's own errors concern the command line
	}
	if end.err != nil {
		fmt.Fprintln(stderr, "mvastatus:", end.err)
	}
	if end.code == exitUsage {
		fmt.Fprintln(stderr, "Run mvastatus --help for the commands and their flags.")
	}
	return end.code
}

func newRoot(world *World) *cobra.Command {
	options := &options{world: world}
	root := &cobra.Command{
		Use:   "mvastatus",
		Short: "Which VAT returns has this organisation not delivered, and by when?",
		Long: `mvastatus asks Skatteetaten's status service which VAT terms an organisation has not
delivered, and shows them with the days that are left.

Exit codes: 0 nothing due soon, 1 something due within --soon days, 2 something overdue,
3 could not check (wins over the others), 64 wrong use.`,
		Example: strings.TrimLeft(`
  mvastatus status --sandbox 312409852          see it work, no set-up needed
  mvastatus status 974761076 "NO 974 760 673 MVA"
  mvastatus batch clients.csv --output status.csv
  mvastatus doctor 974761076                    find out why it does not work`, "\n"),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(command *cobra.Command, _ []string) error { return command.Help() },
	}
	root.SetIn(world.Stdin)
	root.SetOut(world.Stdout)
	root.SetErr(world.Stderr)
	options.addTo(root)
	root.AddCommand(newStatus(options), newBatch(options), newSandbox(options), newDoctor(options), newKeygen(options))
	return root
}
