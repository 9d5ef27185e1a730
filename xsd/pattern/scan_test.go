// Rows of runs, which one look at the next character decides.

package pattern

import "testing"

// A row of characters ends where its bounds and its members do, whatever stands behind it.
func TestRows(t *testing.T) {
	for _, test := range []struct {
		expr, text string
		matches    bool
	}{
		{"[0-9]{3}", "012", true},
		{"[0-9]{3}", "909", true},
		{"[0-9]{3}", "01", false},
		{"[0-9]{3}", "0123", false},
		{"[0-9]{3}", "01/", false},
		{"[0-9]{3}", "01:", false},
		{"[0-9]{3}", "01\u0660", false},
		{"[0-9]{0,2}x", "12x", true},
		{"[0-9]{0,2}x", "x", true},
		{"[0-9]{0,2}x", "123x", false},
		{"[0-9]*", "", true},
		{"[\t-~]{2}", "\t~", true},
		{"[\t-~]{2}", "\t\u007f", false},
		{"[\t-~]{2}", "\b~", false},
	} {
		p, err := Compile(test.expr)
		if err != nil {
			t.Fatal(err)
		}
		if p.scanner == nil {
			t.Fatalf("%q is no row of runs", test.expr)
		}
		if got := p.Match(test.text); got != test.matches {
			t.Errorf("%q matches %q: %t, want %t", test.expr, test.text, got, test.matches)
		}
	}
}
