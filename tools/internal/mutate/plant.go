// This file plants all faults at once, so that everything is compiled once: a function with a fault has its body twice, as it is and faulty, and a
// variable of the environment says of which fault the faulty one runs.

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

const (
	chosenFault   = "MUTATE_FAULT"   // the number of the fault that is active
	reachedFaults = "MUTATE_REACHED" // the file that takes the numbers of faults whose function was called
)

// mostFaults bounds their numbers.
const mostFaults = "4096"

// switchFile is laid into each package with a fault.
const switchFile = `package %s

import (
	"os"
	"strconv"
	"sync/atomic"
)

var (
	plantedNumber, _ = strconv.Atoi(os.Getenv("` + chosenFault + `"))
	plantedTrace     = os.Getenv("` + reachedFaults + `")
	plantedSeen      [` + mostFaults + `]atomic.Bool // without allocating: tests count that
)

func plantedFault(number int) bool {
	if plantedTrace != "" {
		plantedNote(number)
	}
	return number == plantedNumber
}

func plantedNote(number int) {
	if plantedSeen[number].Swap(true) {
		return
	}
	file, err := os.OpenFile(plantedTrace, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	if _, err := file.WriteString(strconv.Itoa(number) + "\n"); err != nil {
		panic(err)
	}
}
`

// plant writes the faulty files into a folder, with the overlay description that the go command takes, and returns the latter's path. The numbers of
// faults begin with 1. A file takes one fault.
func plant(faults []numbered, dir string) (string, error) {
	replace := map[string]string{}
	lay := func(over, name, text string) error {
		original, err := filepath.Abs(over)
		if err != nil {
			return err
		}
		replace[original] = filepath.Join(dir, name)
		return os.WriteFile(replace[original], []byte(text), 0o600)
	}
	for _, f := range faults {
		source, err := os.ReadFile(f.file)
		if err != nil {
			return "", err
		}
		if err := lay(f.file, fmt.Sprintf("fault%d.go", f.number), f.planted(string(source))); err != nil {
			return "", err
		}
		if err := lay(path.Join(path.Dir(f.file), "planted_fault_switch.go"), fmt.Sprintf("switch%d.go", f.number), fmt.Sprintf(switchFile, f.pkg)); err != nil {
			return "", err
		}
	}
	data, err := json.Marshal(map[string]map[string]string{"Replace": replace})
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, data, 0o600)
}

// numbered is a fault with the number that makes it active.
type numbered struct {
	fault
	number int
}

// planted doubles the body of the function around the fault. The original one comes last, so that what follows it in the file stands where it did,
// but for one line.
func (f *numbered) planted(source string) string {
	body := source[f.body.start:f.body.end]
	return source[:f.body.start] + fmt.Sprintf("{ if plantedFault(%d) ", f.number) + f.faulty(source) + " else " + body + " }" + source[f.body.end:]
}

// faulty is the body with the change. Its labels are renamed, since those of a function have to differ.
func (f *numbered) faulty(source string) string {
	type edit struct {
		span
		text string
	}
	edits := []edit{{span{f.start, f.end}, f.text}}
	for _, label := range f.labels {
		edits = append(edits, edit{label, source[label.start:label.end] + "OfFault"})
	}
	slices.SortFunc(edits, func(a, b edit) int { return a.start - b.start })
	var b strings.Builder
	at := f.body.start
	for _, e := range edits {
		b.WriteString(source[at:e.start] + e.text)
		at = e.end
	}
	return b.String() + source[at:f.body.end]
}
