// This file says how much memory a comparison, or judging documents, may take to be quick.

package main

import (
	"os"
	"runtime/debug"
)

// What a command allows itself: garbage is let lie for longer than by default, which takes a third of the processor time off, until memory is at the limit.
const (
	garbagePercent = 300
	memoryLimit    = 768 << 20
)

// spendMemory makes a command quick, unless the environment says how garbage is to be collected.
func spendMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}
