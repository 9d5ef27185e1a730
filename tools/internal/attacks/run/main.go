// Command run reads every attack in every way and prints how many blocks of the program ran for it: one line for each, name, way, size, blocks at
// the size and blocks at four times the size, with tabs in between. The test of package attacks builds it with counters. What a process does only
// once, such as preparing a type, is done before anything is counted.
package main

import (
	"fmt"
	"os"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/attacks"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/attacks/counters"
)

func main() {
	for _, a := range attacks.All {
		for _, way := range a.Ways {
			if err := report(a, way); err != nil {
				fmt.Fprintf(os.Stderr, "%s (%s): %v\n", a.Name, way, err)
				os.Exit(2)
			}
		}
	}
}

func report(a attacks.Attack, way attacks.Way) error {
	nothing := []byte(a.Text(0))
	if err := attacks.Read(way, nothing); err != nil {
		return err
	}
	fixed, err := steps(way, nothing)
	if err != nil {
		return err
	}
	few, err := steps(way, []byte(a.Text(a.Size)))
	if err != nil {
		return err
	}
	many, err := steps(way, []byte(a.Text(4*a.Size)))
	if err != nil {
		return err
	}
	_, err = fmt.Printf("%s\t%s\t%d\t%d\t%d\n", a.Name, way, a.Size, few-min(few, fixed), many-min(many, fixed))
	return err
}

// steps returns how many blocks run while an attack is read.
func steps(way attacks.Way, text []byte) (uint64, error) {
	before, err := counters.Now()
	if err != nil {
		return 0, err
	}
	if err := attacks.Read(way, text); err != nil {
		return 0, err
	}
	after, err := counters.Now()
	return after.Since(before), err
}
