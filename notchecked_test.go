// What this run of the tests could not check, printed once for the module.

package mvainnsyn_test

import (
	"fmt"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// TestNotChecked prints which inputs and tools are missing and where tests
// skip for want of them. The go command shows the output of a passing test
// with -v, or when it is run in the module's root without arguments.
func TestNotChecked(t *testing.T) {
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	lines, err := inputs.Summary(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		fmt.Println(line)
	}
}
