// Command bench compares the generated code with what people would use in its place: encoding/xml and encoding/json with hand-written structs,
// and libxml2 and expat in C. It generates the packages of the families that are not committed, and the status schema with one more feature at
// a time, builds programs with them, and prints one line for each row;
// a whole run writes the tables of docs/performance.md.
//
//	bench                              everything (a quarter of an hour)
//	bench -quick                       everything, less exactly (two minutes, after the first build)
//	bench -only ubl/xmlread            the rows whose name has these parts in this order; several with commas between
//	bench -only ubl/1M/xmlwrite -cpuprofile ubl.prof [-contender unchecked]
//
// What counts is processor time, not time on the clock, so that the ratios hold on a machine that others use too.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/run"
)

// settings are what the command line says.
type settings struct {
	root, generated string // the main module, and where to generate
	only            string
	quick, list     bool
	rounds          int
	turn            time.Duration
	profile         string
	contender       string
	megabytes       int
	output          string
}

func main() {
	var s settings
	flag.StringVar(&s.only, "only", "", "measure the rows whose names have these parts, such as ubl/xmlread; several with commas between")
	flag.BoolVar(&s.quick, "quick", false, "measure less exactly, in two minutes after the first build")
	flag.BoolVar(&s.list, "list", false, "list the rows")
	flag.IntVar(&s.rounds, "rounds", 0, "rounds of taking turns; 15, or 5 with -quick")
	flag.DurationVar(&s.turn, "turn", 0, "processor time of a turn; 60ms, or 15ms with -quick")
	flag.StringVar(&s.profile, "cpuprofile", "", "write a profile of one contender of one row instead")
	flag.StringVar(&s.contender, "contender", "", "with -cpuprofile, the contender; the first otherwise")
	flag.IntVar(&s.megabytes, "range", 100, "megabytes of the SAF-T file that Range and xsdgen validate read; 10 with -quick")
	flag.StringVar(&s.output, "o", "", "file to write the tables to; docs/performance.md after a whole run that is not quick")
	flag.Parse()
	if err := s.run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func (s *settings) run() error {
	if err := s.defaults(); err != nil {
		return err
	}
	if s.list {
		return s.printNames()
	}
	b := builder{settings: s}
	if err := b.start(); err != nil {
		return err
	}
	all := results{rounds: s.rounds}
	for _, group := range groups(s) {
		if err := b.measure(group, all.add); err != nil {
			return err
		}
	}
	if s.profile != "" {
		return nil
	}
	for _, p := range processes {
		if run.Selected(s.only, p.name) {
			all.addFact(p, b.fact(p))
		}
	}
	if len(all.rows)+len(all.facts) == 0 {
		return fmt.Errorf("no row is called %s; -list lists them", s.only)
	}
	return all.write(s)
}

// defaults fills in what the command line leaves open.
func (s *settings) defaults() error {
	var err error
	if s.root, err = mainModule(); err != nil {
		return err
	}
	if s.profile != "" {
		if s.profile, err = filepath.Abs(s.profile); err != nil {
			return err
		}
	}
	s.generated = filepath.Join(s.root, "tools", "bench", "_gen")
	rounds, turn := 15, 60*time.Millisecond
	if s.quick {
		rounds, turn = 5, 15*time.Millisecond
		s.megabytes = min(s.megabytes, 10)
	}
	if s.rounds == 0 {
		s.rounds = rounds
	}
	if s.turn == 0 {
		s.turn = turn
	}
	return nil
}

// mainModule finds the root of the main module: the folder, here or above, that has the compiler.
func mainModule() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for at := start; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "tools", "xsdgen")); err == nil {
			return at, nil
		}
		if at == filepath.Dir(at) {
			return "", errors.New("run it inside the repository: it needs the compiler and the schemas")
		}
	}
}
