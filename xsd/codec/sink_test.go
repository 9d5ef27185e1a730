// This file writes values alone, which are in no document.

package codec

import (
	"errors"
	"testing"
)

// There is no text of a value that is missing, and that is a violation.
func TestNoTextOfNoValue(t *testing.T) {
	text, err := MarshalText(nil)
	var violations Violations
	if !errors.As(err, &violations) || text != nil {
		t.Errorf("got %q, %v, want violations", text, err)
	}
}
