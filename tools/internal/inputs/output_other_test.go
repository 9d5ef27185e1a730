//go:build !linux

package inputs

import (
	"os"
	"runtime"
)

// goOutput opens the terminal that the tests were started from.
func goOutput() (*os.File, error) {
	name := "/dev/tty"
	if runtime.GOOS == "windows" {
		name = "CONOUT$"
	}
	return os.OpenFile(name, os.O_WRONLY, 0)
}
