// Runs of the command as processes of their own, for what a process does only once: it is killed, and it reads the environment.

package cli

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"testing"
)

// asCommand is the variable that makes the test program the command itself.
const asCommand = "MVASTATUS_TEST_AS_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		os.Exit(Main(os.Args[1:], System()))
	}
	os.Exit(m.Run())
}

// process is a run of the command of its own.
type process struct {
	*exec.Cmd
	stdout, stderr bytes.Buffer
}

func start(t *testing.T, world *surroundings, arguments ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command(os.Args[0], arguments...)}
	p.Env = append(os.Environ(), asCommand+"=1")
	for name, value := range world.environment {
		p.Env = append(p.Env, name+"="+value)
	}
	p.Stdout, p.Stderr = &p.stdout, &p.stderr
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// end waits for the process and returns its exit code, -1 when a signal ended it.
func (p *process) end(t *testing.T) int {
	t.Helper()
	var exit *exec.ExitError
	if err := p.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return p.ProcessState.ExitCode()
}
