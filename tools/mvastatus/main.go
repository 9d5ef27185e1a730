// Command mvastatus tells an accountant which VAT returns a client has not delivered, and by when they are due.
package main

import (
	"os"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.System()))
}
