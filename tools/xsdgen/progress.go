// This file says on a terminal what a command is busy with. In files and pipes it says nothing.

package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// progress is a line that is written over and over.
type progress struct {
	out     io.Writer // nil where there is no terminal
	written bool
}

func progressOn(out io.Writer) *progress {
	file, ok := out.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) { //nolint:gosec // a file descriptor is an int
		return &progress{}
	}
	return &progress{out: out}
}

const clearLine = "\r\x1b[K"

func (p *progress) step(what string) {
	if p.out != nil {
		fmt.Fprint(p.out, clearLine, what, " ...")
		p.written = true
	}
}

// done removes the line.
func (p *progress) done() {
	if p.written {
		fmt.Fprint(p.out, clearLine)
		p.written = false
	}
}
