//go:build unix

package say

import (
	"errors"
	"syscall"
)

// diskFull tells whether the system has no room.
func diskFull(err error) bool { return errors.Is(err, syscall.ENOSPC) }
