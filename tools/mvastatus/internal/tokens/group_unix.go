//go:build unix

package tokens

import (
	"os"
	"os/exec"
	"syscall"
)

// withAllItStarts makes a program end with everything that it started, such as a browser's helper that hangs. It gets a group of processes for
// that, unless there is a terminal, at which it may ask a person: there Ctrl-C reaches all of them, and another group would not be let read.
func withAllItStarts(program *exec.Cmd) {
	if terminal, err := os.Open("/dev/tty"); err == nil {
		_ = terminal.Close() // nothing was done with it
		withItsOwn(program)
		return
	}
	program.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	program.Cancel = func() error { return syscall.Kill(-program.Process.Pid, syscall.SIGKILL) }
}
