// This file holds the error numbers of systems other than Windows.

//go:build !windows

package wire

import "syscall"

var (
	errRefused     = []error{syscall.ECONNREFUSED}
	errReset       = []error{syscall.ECONNRESET, syscall.ECONNABORTED, syscall.EPIPE}
	errUnreachable = []error{syscall.ENETUNREACH, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.EADDRNOTAVAIL}
)
