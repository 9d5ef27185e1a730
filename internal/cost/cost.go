// Package cost counts for tests what a piece of work costs. Bytes allocated do not depend on how busy the machine is, as time does.
package cost

import (
	"runtime"
	"testing"
)

// Of returns how many bytes work allocates, garbage included. Nothing else must run meanwhile.
func Of(work func()) (bytes uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// AtMost fails the test if work allocates more than a number of megabytes.
func AtMost(t testing.TB, megabytes uint64, work func()) {
	t.Helper()
	used := Of(work) >> 20
	if used > megabytes {
		t.Errorf("%d MB were allocated, want at most %d", used, megabytes)
	}
	t.Logf("%d MB allocated", used)
}
