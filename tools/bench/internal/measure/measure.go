// Package measure compares how much processor time contenders take, on a machine that others use too: they take turns in one process, only
// the time that the process really ran counts, and of each round's ratios the median is reported.
package measure

import (
	"fmt"
	"runtime"
	"slices"
	"syscall"
	"time"
)

// Contender is one way to do the work.
type Contender struct {
	Name string
	Run  func() error
}

// Figure is what a contender needed.
type Figure struct {
	Name string
	// PerCall is the median of the processor time of one call.
	PerCall time.Duration
	// Ratio is how many times as long it took as the first contender: the median of the ratios of all rounds.
	Ratio float64
	// Allocations is how many objects one call allocates.
	Allocations float64
}

// Plan says how long to measure.
type Plan struct {
	Rounds int
	Turn   time.Duration // the least a contender runs before it is the next one's turn
}

// Compare lets the contenders take turns. The first is the one that all are compared with.
func Compare(plan Plan, contenders []Contender) ([]Figure, error) {
	calls := make([]int, len(contenders))
	figures := make([]Figure, len(contenders))
	for i, c := range contenders {
		if err := warm(c, plan.Turn, &calls[i], &figures[i]); err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	times := make([][]float64, len(contenders))
	for range plan.Rounds {
		for i, c := range contenders {
			times[i] = append(times[i], float64(turn(c, calls[i])))
		}
	}
	for i := range contenders {
		ratios := make([]float64, plan.Rounds)
		for round := range ratios {
			ratios[round] = times[i][round] / times[0][round]
		}
		figures[i].Ratio = median(ratios)
		figures[i].PerCall = time.Duration(median(times[i]))
	}
	return figures, nil
}

// warm runs a contender until a turn is filled, and finds out how many calls that takes.
func warm(c Contender, least time.Duration, calls *int, figure *Figure) error {
	if err := c.Run(); err != nil {
		return err
	}
	var before, after runtime.MemStats
	for *calls = 1; ; {
		runtime.ReadMemStats(&before)
		spent := timed(c, *calls)
		runtime.ReadMemStats(&after)
		*figure = Figure{Name: c.Name, Allocations: float64(after.Mallocs-before.Mallocs) / float64(*calls)}
		if spent >= least*3/4 {
			return nil
		}
		// Not by more than four times at once: what runs for the first time says little about the next.
		*calls = min(*calls*4, int(float64(*calls)*float64(least)/float64(spent+1))+1)
	}
}

// turn returns the processor time of one call, taken over several. Half as many run before, so that the contender has collected what others
// left behind and has its own memory and pools. Nothing is collected on purpose: Go's runtime would give most of the heap back to the system,
// and a contender would pay for pages according to who went before it.
func turn(c Contender, calls int) time.Duration {
	timed(c, calls/2+1)
	return timed(c, calls) / time.Duration(calls)
}

// timed returns the processor time of some calls.
func timed(c Contender, calls int) time.Duration {
	start := CPU()
	for range calls {
		_ = c.Run()
	}
	return CPU() - start
}

// CPU returns the processor time that this process has used.
func CPU() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err) // it has no reason to fail
	}
	return Spent(&usage)
}

// Spent returns the processor time in a record of the system.
func Spent(usage *syscall.Rusage) time.Duration {
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}
