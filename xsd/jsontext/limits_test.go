// Input that is made to cost much: it ends at a limit, in bounded time and memory.

package jsontext

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

func TestLimits(t *testing.T) {
	tests := []struct {
		name   string
		limits source.Limits
		within string
		beyond string
		limit  string
		column int
	}{
		{"depth", source.Limits{MaxDepth: 2}, `[{},[]]`, `[{"a":[]}]`, "MaxDepth", 7},
		{"members", source.Limits{MaxMembers: 2}, `{"a":1,"b":{"c":1}}`, `{"a":1,"b":2,"c":3}`, "MaxMembers", 14},
		{"key", source.Limits{MaxNameBytes: 4}, `{"abcd":1}`, `{"abcde":1}`, "MaxNameBytes", 2},
		{"number", source.Limits{MaxNumberBytes: 4}, `[-1.5]`, `[-1.55]`, "MaxNumberBytes", 2},
		{"string", source.Limits{MaxTextBytes: 6}, `["123456"]`, `["1234567"]`, "MaxTextBytes", 2},
		{"string behind white space", source.Limits{MaxTextBytes: 6}, `[  "123456"]`, `[  "1234567"]`, "MaxTextBytes", 4},
		{"white space", source.Limits{MaxTextBytes: 6}, `[      1]`, `[       1]`, "MaxTextBytes", 2},
		{"size", source.Limits{MaxBytes: 6, MaxStreamBytes: 6}, `["12"]`, `["123"]`, "", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := traceAll(t, test.within, test.limits); got[len(got)-1] != "end" {
				t.Errorf("%s: %q", test.within, got)
			}
			for name, r := range bothReaders(test.beyond, test.limits) {
				trace(r)
				_, err := r.Next()
				var limit *source.LimitError
				if !errors.As(err, &limit) {
					t.Fatalf("%s, %s: %v", name, test.beyond, err)
				}
				if test.limit != "" && (limit.Limit != test.limit || limit.Column != test.column) {
					t.Errorf("%s, %s: %v, want %s in column %d", name, test.beyond, limit, test.limit, test.column)
				}
			}
		})
	}
}

// hostile delivers a text n times, after a start.
func hostile(start, text string, n int) io.Reader {
	readers := []io.Reader{strings.NewReader(start)}
	block := strings.Repeat(text, 1000)
	for range n / 1000 {
		readers = append(readers, strings.NewReader(block))
	}
	return io.MultiReader(readers...)
}

func TestHostileStreams(t *testing.T) {
	tests := []struct {
		name  string
		start string
		text  string
		times int
		want  string
	}{
		{"100,000 levels", "", "[", 100_000, "error line 1, column 1001: the number of objects and arrays inside each other exceeds the limit of 1000; raise Limits.MaxDepth"},
		{"100,000 levels of objects", `{"a":`, `{"a":`, 100_000, "error line 1, column 5001: the number of objects"},
		{"a string of 200 MB", `["`, "12345678901234567890", 10_000_000, "error line 1, column 2: the size in bytes of this string"},
		{"a number of 200 MB", "[", "12345678901234567890", 10_000_000, "error line 1, column 2: the size in bytes of a number"},
		{"white space of 200 MB", "[", "          \n         ", 10_000_000, "error line 1, column 2: the size in bytes of this white space"},
		{"a million items", "[1", ",1", 1_000_000, "error line 1, column 2000003: the text ends before an array does"},
		{"a million escapes", `["`, `\n`, 1_000_000, "error line 1, column 2000003: the text ends inside a string"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var last string
			cost.AtMost(t, 1000, func() { last = lastWord(NewStreamReader(hostile(test.start, test.text, test.times), source.Limits{})) })
			if !strings.HasPrefix(last, test.want) {
				t.Errorf("(-want +got):\n%s", cmp.Diff(test.want, last))
			}
		})
	}
}

// lastWord is trace without the words before the last, and without looking at text.
func lastWord(r *Reader) string {
	for {
		kind, err := r.Next()
		if err != nil {
			return "error " + err.Error()
		}
		if kind == End {
			return "end"
		}
	}
}

// Many members are hashed instead of compared with each other, and refused beyond the limit.
func TestManyMembers(t *testing.T) {
	var b strings.Builder
	b.WriteString("{")
	for i := range 100_000 {
		fmt.Fprintf(&b, `"k%d":1,`, i)
	}
	got := lastWord(NewReader([]byte(b.String()+`"z":1}`), source.Limits{}))
	if !strings.Contains(got, "the number of members of an object exceeds the limit of 100000; raise Limits.MaxMembers") {
		t.Error(got)
	}
	r := NewReader([]byte(b.String()+`"k70000":1}`), source.Limits{MaxMembers: -1})
	got = lastWord(r)
	if !strings.Contains(got, `the key "k70000" is there twice`) {
		t.Error(got)
	}
	if n := len(r.keys.table); n != 100_000 {
		t.Errorf("%d keys are hashed, want all", n)
	}
}
