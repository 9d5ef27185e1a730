package journal

import (
	"os"

	"golang.org/x/sys/windows"
)

// lock takes the file for this handle alone, or fails at once. The system gives it back when the process ends.
func lock(file *os.File) error {
	const all = ^uint32(0)
	return windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, all, all, new(windows.Overlapped))
}
