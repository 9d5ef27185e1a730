// Programs at a terminal: a pseudo-terminal stands in for a person's.

package tokens

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// pseudoTerminal is a terminal, and the end at which a person sits.
func pseudoTerminal(t *testing.T) (person, terminal *os.File) {
	t.Helper()
	person, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		inputs.NotChecked(t, "there are no pseudo-terminals: %v", err)
	}
	t.Cleanup(func() { _ = person.Close() })
	if err := unix.IoctlSetPointerInt(int(person.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	number, err := unix.IoctlGetInt(int(person.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	terminal, err = os.OpenFile(fmt.Sprint("/dev/pts/", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = terminal.Close() })
	return person, terminal
}

// atTerminal runs one of the tests at a terminal, at which a person has written an answer.
func atTerminal(t *testing.T, test, answer string) {
	t.Helper()
	person, terminal := pseudoTerminal(t)
	if _, err := person.WriteString(answer); err != nil {
		t.Fatal(err)
	}
	program := exec.Command(os.Args[0], "-test.run=^"+test+"$", "-test.v")
	program.Env = append(os.Environ(), asked+"=1")
	program.Stdin = terminal
	program.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 0}
	out, err := program.CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("--- PASS: "+test)) {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestWhatAProgramStartedEndsAtATerminalToo(t *testing.T) {
	atTerminal(t, "TestWhatAProgramStartedEndsWithItsCall", "")
}

// asked is the environment variable that says that TestAnAnswer is at a terminal with an answer.
const asked = "TOKENS_TEST_ASKED"

// TestAProgramAsksAtATerminal: that what it starts ends with it does not take the terminal from a program.
func TestAProgramAsksAtATerminal(t *testing.T) { atTerminal(t, "TestAnAnswer", "hemmelig\n") }

func TestAnAnswer(t *testing.T) {
	if os.Getenv(asked) == "" {
		return
	}
	if answer, err := Run(context.Background(), "read -r answer </dev/tty; echo $answer"); err != nil || answer != "hemmelig" {
		t.Errorf("%q, %v", answer, err)
	}
}
