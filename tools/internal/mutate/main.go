// Command mutate measures what the tests notice: it plants small faults, one at a time, in the runtime and in the compiler, runs the tests of
// the package concerned, and lists the faults that no test saw, each with the reason on record. A change that does not compile is no fault, and
// counts for nothing. The tests have to pass without any fault; by the time they take then follows when a fault hangs them, which is noticed. The
// choice of faults follows from the seed and from the sources, so a run can be repeated. The tree is not touched: each fault is an overlay of one
// file.
//
// Usage: go run ./tools/internal/mutate [-count 50] [-seed 1]
//
// It exits with 1 when a survivor has no reason in survivors.txt.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

func main() {
	count := flag.Int("count", 50, "how many faults to plant")
	seed := flag.Uint64("seed", 1, "what the choice of faults follows from")
	flag.Parse()
	if err := run(*count, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

func run(count int, seed uint64) error {
	files, err := sources(".")
	if err != nil {
		return err
	}
	faults, err := choose(files, count, seed)
	if err != nil {
		return err
	}
	reasons, err := readReasons(filepath.Join("tools", "internal", "mutate", "survivors.txt"))
	if err != nil {
		return err
	}
	took, err := passing(faults)
	if err != nil {
		return err
	}
	verdicts := tryAll(faults, took)
	return summarise(faults, verdicts, reasons)
}

// verdict is what the tests made of a fault.
type verdict int

const (
	killed verdict = iota
	survived
	uncompilable // no fault at all: it says nothing of the tests
)

func (v verdict) String() string {
	return [...]string{"noticed ", "SURVIVED", "no fault"}[v]
}

// tryAll tries all faults, as many at a time as there are processors, and shows progress.
func tryAll(faults []fault, took durations) []verdict {
	verdicts := make([]verdict, len(faults))
	queue := make(chan int)
	var workers sync.WaitGroup
	for range runtime.NumCPU() {
		workers.Go(func() {
			for i := range queue {
				var by string
				verdicts[i], by = try(faults[i], took)
				fmt.Fprintf(os.Stderr, "%3d/%d %s %s%s\n", i+1, len(faults), verdicts[i], faults[i].id, by)
			}
		})
	}
	for i := range faults {
		queue <- i
	}
	close(queue)
	workers.Wait()
	return verdicts
}

// try runs the tests that concern the faulty file's package: its own, and those of the packages that test it from outside. It says too what
// noticed the fault.
func try(f fault, took durations) (v verdict, by string) {
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return uncompilable, ": " + err.Error()
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
	overlay, err := f.overlay(dir)
	if err != nil {
		return uncompilable, ": " + err.Error()
	}
	for _, packages := range []string{f.tests(), featureCases} {
		output, err := test("-timeout", took.limit(packages).String(), "-overlay", overlay, packages)
		if err != nil {
			return judged(output)
		}
	}
	return survived, ""
}

const module = "github.com/mvainnsyn/mvainnsyn/"

// featureCases exercise the runtime and all of the compiler's stages from outside.
const featureCases = module + "tools/internal/cases/..."

// tests are the package whose own tests are to notice the fault.
func (f fault) tests() string { return module + path.Dir(f.file) }

// test runs the tests of packages and nothing else: what vet says is not theirs to notice.
func test(arguments ...string) (output string, err error) {
	text, err := exec.Command("go", append([]string{"test", "-vet=off"}, arguments...)...).CombinedOutput()
	return string(text), err
}

// passing demands that the tests pass without any fault, since those that fail anyway notice nothing, and measures how long they take.
func passing(faults []fault) (durations, error) {
	packages := []string{featureCases}
	for _, f := range faults {
		packages = append(packages, f.tests())
	}
	slices.Sort(packages)
	output, err := test(append([]string{"-count=1"}, slices.Compact(packages)...)...)
	if err != nil {
		_, by := judged(output)
		return nil, fmt.Errorf("the tests fail without any fault%s: mend them first", by)
	}
	return durationsIn(output), nil
}

// durations are how long the tests of packages take.
type durations map[string]time.Duration

var passed = regexp.MustCompile(`(?m)^ok\s+(\S+)\s+(\S+)`)

func durationsIn(output string) durations {
	took := durations{}
	for _, match := range passed.FindAllStringSubmatch(output, -1) {
		took[match[1]], _ = time.ParseDuration(match[2])
	}
	return took
}

// limit is how long the tests may take with a fault before it is taken to hang them: with a machine that does other things too, three times as long
// as without.
func (d durations) limit(packages string) time.Duration {
	longest := time.Duration(0)
	for name, took := range d {
		if prefix, all := strings.CutSuffix(packages, "..."); name == packages || all && strings.HasPrefix(name+"/", prefix) {
			longest = max(longest, took)
		}
	}
	return 3*longest + time.Minute
}

var (
	unbuilt = regexp.MustCompile(`\[(build|setup) failed\]`)
	failing = regexp.MustCompile(`(?m)^ *--- FAIL: (\S+)|^fatal error: .*`)
)

// judged reads what failing tests wrote: whether they were built at all, and which one failed.
func judged(output string) (v verdict, by string) {
	first := failing.FindStringSubmatch(output)
	switch {
	case unbuilt.MatchString(output):
		return uncompilable, ""
	case strings.Contains(output, "panic: test timed out"), first == nil:
		return killed, ", by the time they took"
	case first[1] == "":
		return killed, ", by a " + first[0]
	default:
		return killed, ", by " + first[1]
	}
}

// summarise prints the figures and the survivors, and fails where a survivor has no reason.
func summarise(faults []fault, verdicts []verdict, reasons map[string]string) error {
	counts := map[verdict]int{}
	unexplained := 0
	for i, f := range faults {
		counts[verdicts[i]]++
		if verdicts[i] != survived {
			continue
		}
		reason, ok := reasons[f.id]
		if !ok {
			reason, unexplained = "NO REASON ON RECORD", unexplained+1
		}
		fmt.Printf("survived: %s\n    %s\n", f.id, reason)
	}
	fmt.Printf("%d faults: %d noticed, %d survived, %d did not compile\n", len(faults), counts[killed], counts[survived], counts[uncompilable])
	if unexplained > 0 {
		return errors.New("survivors without a reason: write a test that notices them, or the reason into tools/internal/mutate/survivors.txt")
	}
	return nil
}
