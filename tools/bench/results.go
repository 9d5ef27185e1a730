// This file prints what was measured, a line for each row.

package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/run"
)

// results gathers what was measured.
type results struct {
	rounds int
	rows   []run.Result
	facts  []fact
}

// fact is what a process needed, in words.
type fact struct{ title, said string }

// addFact keeps what was found out about a process and prints it.
func (r *results) addFact(p process, said string) {
	r.facts = append(r.facts, fact{p.title, said})
	fmt.Printf("%-28s %s: %s\n", p.name, p.title, said)
}

// add keeps a row and prints it.
func (r *results) add(row run.Result) {
	r.rows = append(r.rows, row)
	printRow(os.Stdout, row)
}

// printRow prints a row: the first contender's time, and how many times as long each of the others takes.
func printRow(w io.Writer, row run.Result) {
	if row.Error != "" {
		fmt.Fprintf(w, "%-28s FAILED: %s\n", row.Row, row.Error)
		return
	}
	first := row.Figures[0]
	var line strings.Builder
	fmt.Fprintf(&line, "%-28s %s %v, %.0f MB/s, %.1f allocations (%.2f for 150 bytes);", row.Row, first.Name, first.PerCall,
		float64(row.Bytes)/first.PerCall.Seconds()/1e6, first.Allocations, first.Allocations*150/float64(row.Bytes))
	for _, f := range row.Figures[1:] {
		fmt.Fprintf(&line, "  %s x%.2f", f.Name, f.Ratio)
	}
	if row.Written > 0 && row.Written != row.Bytes {
		fmt.Fprintf(&line, "; wrote %d bytes, %.2f of the compact original", row.Written, float64(row.Written)/float64(row.Bytes))
	}
	fmt.Fprintln(w, line.String())
}
