// What this run of the tests could not check, printed once for the module.

package inputs

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
)

// TestMain keeps the go command from caching the result of this package: every run must say what is missing. The go command
// caches only results whose test left a log of what it looked at.
func TestMain(m *testing.M) {
	flag.Parse()
	if err := flag.Set("test.testlogfile", ""); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// TestNotChecked prints which inputs and tools are missing and which tests skip without them. Of a passing test the go command shows
// nothing without -v or -json; the lines then go to where it writes itself, see goOutput.
func TestNotChecked(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	lines, err := Summary(root)
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) == 0 {
		return
	}
	out := io.Writer(os.Stdout)
	if !testing.Verbose() {
		terminal, err := goOutput()
		if err != nil {
			return // nobody is there to read it
		}
		defer terminal.Close()
		out = terminal
	}
	// In one piece, so that lines of the go command do not come in between.
	fmt.Fprint(out, strings.Join(lines, "\n")+"\n")
}
