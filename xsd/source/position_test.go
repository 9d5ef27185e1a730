package source

import (
	"fmt"
	"strings"
	"testing"
)

// TestCountLines: a line ends with a line feed, a carriage return, or both together.
func TestCountLines(t *testing.T) {
	tests := []struct {
		text        string
		n           int
		lines, last int
	}{
		{"", 0, 0, 0},
		{"ab", 2, 0, 0},
		{"a\nb", 3, 1, 2},
		{"a\rb", 3, 1, 2},
		{"a\r\nb", 4, 1, 3},
		{"a\r\nb", 2, 0, 0}, // the line feed is still to come
		{"a\r\nb", 3, 1, 3},
		{"a\r", 2, 1, 2}, // nothing comes
		{"a\n\rb\r\rc\r\n\nd", 10, 6, 10},
		{"a\r\nb\nc\rd", 4, 1, 3},
		{"\r\n\r\n", 4, 2, 4},
	}
	for _, test := range tests {
		lines, last := countLines(test.text, test.n)
		if got, want := fmt.Sprint(lines, last), fmt.Sprint(test.lines, test.last); got != want {
			t.Errorf("%q, %d bytes: got %s, want %s", test.text, test.n, got, want)
		}
	}
}

func BenchmarkCountLines(b *testing.B) {
	text := strings.Repeat("                <AccountID>1500</AccountID>\r\n", 1500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		countLines(text, len(text))
	}
}
