package inputs

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// goOutput opens what the go command that runs this test writes to, so that pipes and logs have the lines too: its standard output, else its
// standard error, else the terminal.
func goOutput() (*os.File, error) {
	parent := os.Getppid()
	if program, err := os.Readlink(fmt.Sprintf("/proc/%d/exe", parent)); err == nil && filepath.Base(program) == "go" {
		for fd := 1; fd <= 2; fd++ {
			if file, err := outputOf(parent, fd); err == nil {
				return file, nil
			}
		}
	}
	return os.OpenFile("/dev/tty", os.O_WRONLY, 0)
}

// outputOf opens a file that a process has open. Of a regular file, where to write is known to that process alone, unless it appends: then
// the descriptor itself is asked for, which shares the place.
func outputOf(process, fd int) (*os.File, error) {
	path := fmt.Sprintf("/proc/%d/fd/%d", process, fd)
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || appends(process, fd) {
		return os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	}
	handle, err := unix.PidfdOpen(process, 0)
	if err != nil {
		return nil, err
	}
	defer unix.Close(handle) //nolint:errcheck // nothing was written to it
	shared, err := unix.PidfdGetfd(handle, fd, 0)
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(shared), path), nil
}

// appends reports whether a process opened a file to append to it.
func appends(process, fd int) bool {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/fdinfo/%d", process, fd))
	if err != nil {
		return false
	}
	_, after, found := strings.Cut(string(text), "flags:")
	if !found {
		return false
	}
	flags, err := strconv.ParseInt(strings.Fields(after)[0], 8, 64)
	return err == nil && flags&unix.O_APPEND != 0
}
