// Command run reads one attack in one way: run NAME WAY N. The test of package attacks builds it so that it counts its statements.
package main

import (
	"fmt"
	"os"
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/attacks"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("usage: run NAME WAY N")
	}
	n, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	for _, a := range attacks.All {
		if a.Name == args[0] {
			return attacks.Read(attacks.Way(args[1]), []byte(a.Text(n)))
		}
	}
	return fmt.Errorf("no attack is called %q", args[0])
}
