// What this run of the tests could not check, printed once for the module.

package inputs

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"testing"
)

// TestNotChecked prints which inputs and tools are missing and where tests
// skip for want of them. The go command shows the output of a passing test
// only with -v, so without it the lines go to the terminal, if there is one.
func TestNotChecked(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	lines, err := Summary(root)
	if err != nil {
		t.Fatal(err)
	}
	out := io.Writer(os.Stdout)
	if !testing.Verbose() {
		terminal, err := openTerminal()
		if err != nil {
			return // nobody is there to read it
		}
		defer terminal.Close()
		out = terminal
	}
	for _, line := range lines {
		fmt.Fprintln(out, line)
	}
}

// openTerminal opens the terminal that the tests were started from.
func openTerminal() (*os.File, error) {
	name := "/dev/tty"
	if runtime.GOOS == "windows" {
		name = "CONOUT$"
	}
	return os.OpenFile(name, os.O_WRONLY, 0)
}
