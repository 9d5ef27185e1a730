// This file tests the small rules; the packages that use them test what follows from them.

package wire_test

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

func TestLoopback(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "127.0.0.1": true, "127.9.9.9": true, "::1": true,
		"localhost.example.no": false, "0.0.0.0": false, "10.0.0.1": false, "example.no": false, "": false,
	} {
		if got := wire.Loopback(host); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"  to \t\r\n ord ", "to ord"},
		{"\x1b[31mrød\x00\u202e", "[31mrød"},
		{"a\xffb", "a\uFFFDb"},
		{strings.Repeat("å", 501), strings.Repeat("å", 500) + "…"},
		{strings.Repeat("å", 500), strings.Repeat("å", 500)},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, wire.Clean(test.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

// Whatever comes in, one bounded line of printable text comes out, and cleaning it again changes nothing.
func FuzzClean(f *testing.F) {
	f.Add("a\nb\x1b[0m")
	f.Add(strings.Repeat("x ", 600))
	f.Fuzz(func(t *testing.T, text string) {
		got := wire.Clean(text)
		if !utf8.ValidString(got) || utf8.RuneCountInString(got) > 1001 {
			t.Errorf("%q", got)
		}
		for _, r := range got {
			if r != ' ' && !unicode.IsPrint(r) {
				t.Errorf("%q holds %q", got, r)
			}
		}
		if again := wire.Clean(got); !strings.HasSuffix(got, "…") && again != got {
			t.Errorf("%q became %q", got, again)
		}
	})
}

func TestReadBody(t *testing.T) {
	read := func(body string, length, limit int64) (string, error) {
		response := &http.Response{Body: io.NopCloser(strings.NewReader(body)), ContentLength: length}
		got, err := wire.ReadBody(response, limit)
		return string(got), err
	}
	for _, length := range []int64{-1, 5, 1 << 40} {
		if got, err := read("hello", length, 5); got != "hello" || err != nil {
			t.Errorf("length %d: %q %v", length, got, err)
		}
		got, err := read("hello!", length, 5)
		var large *wire.TooLargeError
		if !errors.As(err, &large) || got != "hello" || err.Error() != "the answer is longer than 5 bytes" {
			t.Errorf("length %d: %q %v", length, got, err)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	date := func(d time.Duration) string { return now.Add(d).Format(http.TimeFormat) }
	tests := []struct {
		value, date string
		want        time.Duration
		ok          bool
	}{
		{"", "", 0, false},
		{" 120 ", "", 2 * time.Minute, true},
		{"0", "", 0, true},
		{"-1", "", 0, false},
		{"1.5", "", 0, false},
		{"99999999999999999999", "", 0, false},
		{date(time.Minute), "", time.Minute, true},
		{date(time.Minute), date(30 * time.Second), 30 * time.Second, true},
		{date(-time.Minute), "", 0, true},
	}
	for _, test := range tests {
		header := http.Header{"Retry-After": {test.value}, "Date": {test.date}}
		got, ok := wire.RetryAfter(header, now)
		if got != test.want || ok != test.ok {
			t.Errorf("%q: %s %v", test.value, got, ok)
		}
	}
}
