// This file builds the tests once, with all faults in them, and runs those that reach a fault.

package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/conformance/record"
)

const module = "github.com/mvainnsyn/mvainnsyn/"

// tested are the folders with packages whose tests may notice faults.
var tested = []string{"xsd", "tools/internal", "tools/validator"}

// own is the folder of this program, whose tests plant faults by the same numbers.
const own = "tools/internal/mutate"

// longest is how long a test may take without a fault.
const longest = time.Hour

// outside is how long a test may take at most to be run for faults of other packages.
const outside = 5 * time.Second

// suite is the tests of one package, compiled.
type suite struct {
	pkg     string // import path
	dir     string
	program string
}

// test is one of them.
type test struct {
	*suite
	name    string
	took    time.Duration // without an active fault, the short way
	reaches map[int]bool  // the faults whose function it calls
}

// compile plants faults and builds the tests of all packages that depend on one. A change that does not compile is taken out again; those that
// are left are returned too.
func compile(faults []numbered, dir string) ([]*suite, []numbered, error) {
	overlay, faults, err := compilable(faults, dir)
	if err != nil {
		return nil, nil, err
	}
	suites, err := concerned(faults)
	if err != nil {
		return nil, nil, err
	}
	for i, s := range suites {
		s.program = filepath.Join(dir, fmt.Sprintf("%d.test", i))
		if output, err := command("go", "test", "-c", "-vet=off", "-ldflags=-s -w", "-overlay", overlay, "-o", s.program, s.pkg); err != nil {
			return nil, nil, fmt.Errorf("%s: %w\n%s", s.pkg, err, output)
		}
	}
	return suites, faults, nil
}

// compilable lays the faults over the sources, without those that do not compile.
func compilable(faults []numbered, dir string) (overlay string, left []numbered, err error) {
	for {
		if len(faults) == 0 {
			return "", nil, errors.New("no fault compiles")
		}
		overlay, err := plant(faults, dir)
		if err != nil {
			return "", nil, err
		}
		output, err := command("go", append([]string{"build", "-gcflags=-e", "-overlay", overlay}, folders(faults)...)...)
		if err == nil {
			return overlay, faults, nil
		}
		left := slices.DeleteFunc(slices.Clone(faults), func(f numbered) bool { return f.in(output) })
		if len(left) == len(faults) {
			return "", nil, fmt.Errorf("the sources do not compile:\n%s", output)
		}
		faults = left
	}
}

// in reports whether a compiler's messages name the file of the fault, as the original or as it lies in the overlay.
func (f *numbered) in(messages string) bool {
	return regexp.MustCompile(`(?m)^(\S*/)?(` + regexp.QuoteMeta(f.file) + fmt.Sprintf(`|fault%d\.go`, f.number) + `):\d`).MatchString(messages)
}

// folders names the packages with faults, each once.
func folders(faults []numbered) []string {
	var folders []string
	for _, f := range faults {
		folders = append(folders, "./"+path.Dir(f.file))
	}
	slices.Sort(folders)
	return slices.Compact(folders)
}

// concerned lists the packages whose tests depend on one that has a fault.
func concerned(faults []numbered) ([]*suite, error) {
	output, err := exec.Command("go", "list", "-test", "-f", "{{.ImportPath}}\t{{join .Deps \",\"}}", "./...").Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	faulty := map[string]bool{}
	for _, f := range faults {
		faulty[f.home()] = true
	}
	var suites []*suite
	for line := range strings.Lines(string(output)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		pkg, isTest := strings.CutSuffix(fields[0], ".test")
		depends := slices.ContainsFunc(strings.Split(fields[len(fields)-1], ","), func(dependency string) bool {
			plain, _, _ := strings.Cut(dependency, " ")
			return faulty[plain]
		})
		dir := strings.TrimPrefix(pkg, module)
		if isTest && depends && dir != own && slices.ContainsFunc(tested, func(folder string) bool { return strings.HasPrefix(dir+"/", folder+"/") }) {
			suites = append(suites, &suite{pkg: pkg, dir: "./" + dir})
		}
	}
	return suites, nil
}

// home is the import path of the package with the fault.
func (f *fault) home() string { return module + path.Dir(f.file) }

var listed = regexp.MustCompile(`(?m)^(?:Test|Example|Fuzz)\w*$`)

// measure runs each test by itself without an active fault. They have to pass, since those that fail anyway notice nothing. It finds which faults
// they reach and how long they take.
func (s *suite) measure() ([]*test, error) {
	output, err := s.run(longest, "", "-test.list=.")
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", s.pkg, err, output)
	}
	var tests []*test
	for _, name := range listed.FindAllString(output, -1) {
		t := &test{suite: s, name: name}
		if err := t.measure(); err != nil {
			return nil, err
		}
		tests = append(tests, t)
	}
	return tests, nil
}

func (t *test) measure() error {
	trace := t.program + ".reached"
	if err := os.WriteFile(trace, nil, 0o600); err != nil {
		return err
	}
	began := time.Now()
	if output, err := t.run(longest, reachedFaults+"="+trace, "-test.short", t.alone()); err != nil {
		return fmt.Errorf("%s: the tests fail without any fault%s: mend them first", t.pkg, judged(output))
	}
	t.took = time.Since(began)
	data, err := os.ReadFile(trace)
	if err != nil {
		return err
	}
	t.reaches = map[int]bool{}
	for line := range strings.FieldsSeq(string(data)) {
		number, err := strconv.Atoi(line)
		if err != nil {
			return err
		}
		t.reaches[number] = true
	}
	return nil
}

// alone is the flag that runs this test and no other.
func (t *test) alone() string { return "-test.run=^" + t.name + "$" }

// limit is how long a test may take with a fault before it is taken to hang it: with a machine that does other things too, three times as long
// as without.
func (t *test) limit() time.Duration { return 3*t.took + time.Minute }

// run runs the program, with a setting of the environment. What tests measure is not written: they run with a fault, or in part.
func (s *suite) run(limit time.Duration, setting string, flags ...string) (output string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit+30*time.Second)
	defer cancel()
	run := exec.CommandContext(ctx, s.program, append([]string{"-test.paniconexit0", "-test.failfast", "-test.timeout=" + limit.String()}, flags...)...) //nolint:gosec // built above
	run.Dir = s.dir
	run.Env = append(os.Environ(), setting, record.Variable+"=")
	run.WaitDelay = time.Second
	text, err := run.CombinedOutput()
	return string(text), err
}

// notices reports what notices a fault.
func (s *suite) notices(f numbered, limit time.Duration, flags ...string) (by string, noticed bool) {
	output, err := s.run(limit, chosenFault+"="+strconv.Itoa(f.number), flags...)
	if err == nil {
		return "", false
	}
	return judged(output) + " in " + strings.TrimPrefix(s.pkg, module), true
}

// reaching lists the tests that reach a fault: its own package's first, then those of others, the quickest first.
func reaching(f numbered, tests []*test) (ownOnes, others []*test) {
	for _, t := range tests {
		switch {
		case !t.reaches[f.number]:
		case t.pkg == f.home():
			ownOnes = append(ownOnes, t)
		case t.took <= outside:
			others = append(others, t)
		}
	}
	quickest := func(a, b *test) int { return cmp.Compare(a.took, b.took) }
	slices.SortStableFunc(ownOnes, quickest)
	slices.SortStableFunc(others, quickest)
	return ownOnes, others
}

// try runs the tests that reach a fault, the short way, until one notices it, and in the end those of its own package the long way. It says
// what noticed it.
func try(f numbered, tests []*test) (by string, noticed bool) {
	ownOnes, others := reaching(f, tests)
	for _, t := range slices.Concat(ownOnes, others) {
		if by, noticed := t.notices(f, t.limit(), "-test.short", t.alone()); noticed {
			return by, true
		}
	}
	if len(ownOnes) == 0 || !ownOnes[0].knowsShort() {
		return "", false
	}
	return atLength(f, ownOnes)
}

// knowsShort tells whether any test of the package is shorter with the flag -short.
func (s *suite) knowsShort() bool {
	files, _ := filepath.Glob(filepath.Join(s.dir, "*_test.go")) // the pattern is a good one
	return slices.ContainsFunc(files, func(file string) bool {
		text, err := os.ReadFile(file)
		return err != nil || bytes.Contains(text, []byte("testing.Short()"))
	})
}

// atLength runs tests of one package the long way, first with the fault; without it only where they fail, since what fails anyway notices nothing.
func atLength(f numbered, tests []*test) (by string, noticed bool) {
	var names []string
	for _, t := range tests {
		names = append(names, t.name)
	}
	pattern := "-test.run=^(" + strings.Join(names, "|") + ")$"
	if by, noticed = tests[0].notices(f, longest, pattern); !noticed {
		return "", false
	}
	_, err := tests[0].run(longest, "", pattern)
	return by, err == nil
}

func command(name string, arguments ...string) (output string, err error) {
	text, err := exec.Command(name, arguments...).CombinedOutput()
	if missing := (*exec.Error)(nil); errors.As(err, &missing) {
		return "", err
	}
	return string(text), err
}
