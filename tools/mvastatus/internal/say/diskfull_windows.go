package say

import (
	"errors"

	"golang.org/x/sys/windows"
)

// diskFull tells whether the system has no room: Windows does not say it as other systems do.
func diskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}
