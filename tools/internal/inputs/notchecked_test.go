// What this run of the tests could not check, printed once for the module.

package inputs

import (
	"fmt"
	"testing"
)

// TestNotChecked prints which inputs and tools are missing and where tests
// skip for want of them. The go command shows the output of a passing test
// only with -v.
func TestNotChecked(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	lines, err := Summary(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		fmt.Println(line)
	}
}
