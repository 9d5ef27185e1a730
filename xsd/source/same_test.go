package source

import (
	"strings"
	"testing"
)

// Strings are the same by what is in them, wherever that is.
func TestSame(t *testing.T) {
	const a = "urn:example"
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{a, a, true},
		{a, strings.Clone(a), true},
		{a, a[:len(a)-1], false},
		{a, "urn:examplf", false},
		{"", "", true},
		{"", a[:0], true},
		{a, "", false},
	} {
		if Same(test.a, test.b) != test.want || Same(test.b, test.a) != test.want {
			t.Errorf("%q and %q: want %t", test.a, test.b, test.want)
		}
	}
}
