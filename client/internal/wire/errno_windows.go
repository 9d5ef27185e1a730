// This file holds the error numbers of Windows: those of package syscall are inventions there.

package wire

import "syscall"

var (
	errRefused     = []error{syscall.Errno(10061)}
	errReset       = []error{syscall.Errno(10053), syscall.Errno(10054), syscall.Errno(109)}
	errUnreachable = []error{syscall.Errno(10049), syscall.Errno(10050), syscall.Errno(10051), syscall.Errno(10065)}
)
