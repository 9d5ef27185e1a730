// Command mutate measures what the tests notice: it plants small faults in the runtime and in the compiler, runs for each the tests that reach it,
// and lists the faults that no test saw, each with the reason on record. A change that does not compile is no fault, and counts for nothing. The
// tests have to pass without any fault; by the time they take then follows when a fault hangs them, which is noticed. The choice of faults follows
// from the seed and from the sources, so a run can be repeated. The tree is not touched: the faults are an overlay of files.
//
// Everything is compiled once, with all faults in it, and which of them is active is said when a test is run. A fault is put first to the tests of its
// own package that call its function, then to those of other packages that do and take at most five seconds, the quickest first, in the end to those
// of its own package the long way. The first test that fails ends it.
//
// Usage: go run ./tools/internal/mutate [-count 250] [-seed 1] [-record docs/conformance.md]
//
// It exits with 1 when a survivor has no reason in survivors.txt.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/conformance/record"
)

func main() {
	count := flag.Int("count", 250, "how many faults to plant")
	seed := flag.Uint64("seed", 1, "what the choice of faults follows from")
	page := flag.String("record", "", "the page to write the result into")
	flag.Parse()
	if err := run(*count, *seed, *page); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

func run(count int, seed uint64, page string) error {
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
	verdicts, err := tryAll(faults)
	if err != nil {
		return err
	}
	text, unexplained := summary(faults, verdicts, reasons)
	fmt.Print(text)
	if unexplained > 0 {
		return errors.New("survivors without a reason: write a test that notices them, or the reason into tools/internal/mutate/survivors.txt")
	}
	if page == "" {
		return nil
	}
	return record.Replace(page, "mutate", text)
}

// verdict is what the tests made of a fault.
type verdict int

const (
	uncompilable verdict = iota // no fault at all: it says nothing of the tests
	killed
	survived
)

func (v verdict) String() string {
	return [...]string{"no fault", "noticed ", "SURVIVED"}[v]
}

// tryAll tries all faults.
func tryAll(faults []fault) ([]verdict, error) {
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
	all := make([]numbered, len(faults))
	for i, f := range faults {
		all[i] = numbered{f, i + 1}
	}
	suites, left, err := compile(all, dir)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(os.Stderr, "%d faults compile; running the tests of %d packages without any\n", len(left), len(suites))
	tests, err := measureAll(suites)
	if err != nil {
		return nil, err
	}
	verdicts := make([]verdict, len(faults))
	return verdicts, atOnce(len(left), func(i int) error {
		f := left[i]
		by, noticed := try(f, tests)
		v := survived
		if noticed {
			v = killed
		}
		verdicts[f.number-1] = v
		fmt.Fprintf(os.Stderr, "%3d/%d %s %s%s\n", i+1, len(left), v, f.id, by)
		return nil
	})
}

// measureAll runs all tests without an active fault.
func measureAll(suites []*suite) ([]*test, error) {
	found := make([][]*test, len(suites))
	err := atOnce(len(suites), func(i int) (err error) {
		found[i], err = suites[i].measure()
		return err
	})
	return slices.Concat(found...), err
}

// atOnce does count things, as many at a time as there are processors.
func atOnce(count int, do func(i int) error) error {
	errs := make([]error, count)
	queue := make(chan int)
	var workers sync.WaitGroup
	for range runtime.NumCPU() {
		workers.Go(func() {
			for i := range queue {
				errs[i] = do(i)
			}
		})
	}
	for i := range count {
		queue <- i
	}
	close(queue)
	workers.Wait()
	return errors.Join(errs...)
}

var failing = regexp.MustCompile(`(?m)^ *--- FAIL: (\S+)|^fatal error: .*`)

// judged reads in what failing tests wrote which one failed.
func judged(output string) (by string) {
	first := failing.FindStringSubmatch(output)
	switch {
	case strings.Contains(output, "panic: test timed out"), first == nil:
		return ", by the time they took"
	case first[1] == "":
		return ", by a " + first[0]
	default:
		return ", by " + first[1]
	}
}

// code sets text as code in Markdown.
func code(text string) string {
	if strings.Contains(text, "`") {
		return "`` " + text + " ``"
	}
	return "`" + text + "`"
}

// summary tells the figures and the survivors, and how many of these have no reason.
func summary(faults []fault, verdicts []verdict, reasons map[string]string) (text string, unexplained int) {
	counts := map[verdict]int{}
	var survivors strings.Builder
	for i, f := range faults {
		counts[verdicts[i]]++
		if verdicts[i] != survived {
			continue
		}
		reason, ok := reasons[f.id]
		if !ok {
			reason, unexplained = "NO REASON ON RECORD", unexplained+1
		}
		fmt.Fprintf(&survivors, "\n- %s\n  %s\n", code(f.id), reason)
	}
	text = fmt.Sprintf("%d faults: tests noticed %d, and %d survived. %d more changes do not compile.\n",
		counts[killed]+counts[survived], counts[killed], counts[survived], counts[uncompilable])
	if counts[survived] > 0 {
		text += "\nThe survivors, what changed between « and », and why no test notices:\n" + survivors.String()
	}
	return text, unexplained
}
