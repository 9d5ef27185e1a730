// Package run is what the program made for a measurement does: the packages to measure register with it, and it measures the rows asked for.
// It prints one line of JSON for each row.
package run

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/measure"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Package is a package to measure.
type Package struct {
	New  func() xsd.XMLValue // a new root value
	Peer func() any          // a new root of the hand-written structs, nil where there are none
}

var registered = map[string]Package{}

// Register adds a package under the name of its family, or of its feature with "features/" before it.
func Register(name string, p Package) { registered[name] = p }

// Result is a measured row.
type Result struct {
	Row     string
	Bytes   int // of the document
	Written int // of what is written, where that is the work
	Figures []measure.Figure
	Error   string
}

// A row is prepared only when it is asked for.
type row struct {
	name    string
	prepare func() (work, error)
}

// work is what a row measures.
type work struct {
	bytes, written int
	contenders     []measure.Contender
}

// settings are where things are and how long to measure.
type settings struct {
	root, generated string
	only            string
	plan            measure.Plan
	profile         string
	contender       string
	list            bool
}

// Main measures.
func Main() {
	var s settings
	flag.StringVar(&s.root, "root", ".", "root of the main module")
	flag.StringVar(&s.generated, "generated", ".", "folder with what was generated for the measurement")
	flag.StringVar(&s.only, "only", "", "rows to measure")
	flag.IntVar(&s.plan.Rounds, "rounds", 11, "rounds of taking turns")
	flag.DurationVar(&s.plan.Turn, "turn", 50*time.Millisecond, "processor time of a turn")
	flag.StringVar(&s.profile, "cpuprofile", "", "write a profile of one contender of one row instead of measuring")
	flag.StringVar(&s.contender, "contender", "", "with -cpuprofile, the contender; the first otherwise")
	flag.BoolVar(&s.list, "list", false, "list the rows")
	flag.Parse()
	runtime.GOMAXPROCS(1) // the collector's work is then part of what a contender costs, to whom it belongs
	debug.SetGCPercent(400)
	if err := s.run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func (s *settings) run() error {
	out := json.NewEncoder(os.Stdout)
	for _, r := range s.rows() {
		switch {
		case !Selected(s.only, r.name):
		case s.list:
			fmt.Println(r.name)
		case s.profile != "":
			return s.profileOf(r)
		default:
			if err := out.Encode(s.measure(r)); err != nil {
				return err
			}
		}
	}
	return nil
}

// measure measures a row; what goes wrong is part of the result, since the other rows are of interest all the same.
func (s *settings) measure(r row) Result {
	w, err := r.prepare()
	result := Result{Row: r.name, Bytes: w.bytes, Written: w.written}
	if err == nil {
		result.Figures, err = measure.Compare(s.plan, w.contenders)
	}
	if err != nil {
		result.Error = err.Error()
	}
	return result
}

// profileOf runs one contender of a row for some seconds and profiles it.
func (s *settings) profileOf(r row) error {
	w, err := r.prepare()
	if err != nil {
		return err
	}
	chosen := w.contenders[0]
	for _, c := range w.contenders {
		if c.Name == s.contender {
			chosen = c
		}
	}
	file, err := os.Create(filepath.Clean(s.profile))
	if err != nil {
		return err
	}
	for range 3 {
		if err := chosen.Run(); err != nil {
			return err
		}
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		return err
	}
	calls, start := 0, measure.CPU()
	for measure.CPU()-start < 4*time.Second {
		for range 16 { // asking for the time is not to be seen in the profile
			_ = chosen.Run()
		}
		calls += 16
	}
	pprof.StopCPUProfile()
	fmt.Fprintf(os.Stderr, "%s, %s: %v a call\n", r.name, chosen.Name, (measure.CPU()-start)/time.Duration(calls))
	return file.Close()
}

// Selected reports whether a row is asked for: the parts of the selection must be parts of its name, in that order. An empty one selects all.
func Selected(selection, name string) bool {
	if selection == "" {
		return true
	}
	for one := range strings.SplitSeq(selection, ",") {
		if inOrder(strings.Split(one, "/"), strings.Split(name, "/")) {
			return true
		}
	}
	return false
}

func inOrder(wanted, parts []string) bool {
	for _, part := range parts {
		if len(wanted) > 0 && wanted[0] == part {
			wanted = wanted[1:]
		}
	}
	return len(wanted) == 0
}
