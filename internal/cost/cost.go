// Package cost counts for tests what a piece of work costs. Bytes allocated do not depend on how busy the machine is, as time does.
package cost

import (
	"runtime"
	"runtime/debug"
	"testing"
)

// collectFrom is the size of the heap, in bytes, at which the collector runs during a measurement too.
const collectFrom = 2 << 30

// Of returns how many bytes work allocates, garbage included. Nothing else must run meanwhile.
//
// The work has one processor and, below 2 GB, no collector: other processors do not see all of what a sync.Pool keeps, and the collector empties it.
func Of(work func()) (bytes uint64) {
	bytes, _ = count(work)
	return bytes
}

// Values returns how many values work allocates, counted as Of counts bytes.
func Values(work func()) (values uint64) {
	_, values = count(work)
	return values
}

func count(work func()) (bytes, values uint64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(collectFrom))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs
}

// Steady returns how many bytes work allocates once everything that is kept has been made: the least of several times.
// One time would not do, since the race detector loses now and then what a sync.Pool is given.
func Steady(work func()) (bytes uint64) {
	const times = 8
	bytes = Of(work)
	for range times - 1 {
		bytes = min(bytes, Of(work))
	}
	return bytes
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
