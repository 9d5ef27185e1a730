// What JSON texts read as. The expectations are written by hand from RFC 8259 and RFC 7493.

package jsontext

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/internal/lent"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// trace reads to the end and returns a word for each token, the last one for End or the error.
func trace(r *Reader) []string { return lent.Said(collect(r)) }

// collect reads all tokens. Each word is said when it is asked for.
func collect(r *Reader) []func() string {
	var words []func() string
	for {
		kind, err := r.Next()
		if err != nil {
			return append(words, func() string { return "error " + err.Error() })
		}
		text := r.Text()
		words = append(words, func() string { return word(kind, text) })
		if kind == End {
			return words
		}
	}
}

func word(kind Kind, text string) string {
	switch kind {
	case ObjectStart:
		return "{"
	case ObjectEnd:
		return "}"
	case ArrayStart:
		return "["
	case ArrayEnd:
		return "]"
	case Key:
		return fmt.Sprintf("%q:", text)
	case String:
		return fmt.Sprintf("%q", text)
	case End:
		return "end"
	}
	return text
}

// traceLent traces a text that is lent, and gone when the words are said.
func traceLent(data []byte, limits source.Limits) []string {
	return lent.Read(data, func(lent []byte) []func() string {
		var r Reader
		r.ResetLent(lent, limits)
		return collect(&r)
	})
}

// traceAll traces a text in all ways of reading it and requires them to agree.
func traceAll(t *testing.T, text string, limits source.Limits) []string {
	t.Helper()
	want := trace(NewReader([]byte(text), limits))
	streams := map[string]io.Reader{
		"whole":       strings.NewReader(text),
		"one byte":    iotest.OneByteReader(strings.NewReader(text)),
		"half":        iotest.HalfReader(strings.NewReader(text)),
		"data at EOF": iotest.DataErrReader(strings.NewReader(text)),
	}
	for name, stream := range streams {
		if diff := cmp.Diff(want, trace(NewStreamReader(stream, limits))); diff != "" {
			t.Errorf("%q as a stream (%s) reads differently (-bytes +stream):\n%s", text, name, diff)
		}
	}
	if diff := cmp.Diff(want, traceLent([]byte(text), limits)); diff != "" {
		t.Errorf("%q reads differently when it is lent (-bytes +lent):\n%s", text, diff)
	}
	return want
}

var readTests = []struct {
	name string
	text string
	want string // the words of trace
}{
	{"object", `{}`, `{ } end`},
	{"array", `[]`, `[ ] end`},
	{"string", `"a"`, `"a" end`},
	{"empty string", `""`, `"" end`},
	{"literals", `[true,false,null]`, `[ true false null ] end`},
	{"white space", " \t\r\n{ \"a\"\n:\t[ 1 , 2 ] } \n", `{ "a": [ 1 2 ] } end`},
	{"members", `{"a":1,"b":{"a":"x"},"c":[]}`, `{ "a": 1 "b": { "a": "x" } "c": [ ] } end`},
	{"nesting", `[[[]],{"a":[{}]}]`, `[ [ [ ] ] { "a": [ { } ] } ] end`},
	{"byte order mark", "\uFEFF[]", `[ ] end`},
	{
		"numbers", `[0,-0,1,-12,1.50,0.0,1e3,1E+3,-1.5e-10,123456789012345678901234567890.10]`,
		`[ 0 -0 1 -12 1.50 0.0 1e3 1E+3 -1.5e-10 123456789012345678901234567890.10 ] end`,
	},
	{"number alone", "12", "12 end"},
	{"number alone, spaced", " 1.5e3 ", "1.5e3 end"},
	{"literal alone", "null", "null end"},
	{"escapes", `"\"\\\/\b\f\n\r\t"`, `"\"\\/\b\f\n\r\t" end`},
	{"code points", `"\u0041\u00e6\u00E6\u20AC"`, `"Aææ€" end`},
	{"NUL", `"\u0000"`, `"\x00" end`},
	{"surrogate pair", `"\uD83D\uDE00\ud83d\ude00"`, `"😀😀" end`},
	{"characters as they are", "\"æ😀\u2028\u007F\uFFFE/\"", `"æ😀\u2028\x7f\ufffe/" end`},
	{"escape in a key", `{"a\u0062":1}`, `{ "ab": 1 } end`},
	{"text after an escape", `["\na","b"]`, `[ "\na" "b" ] end`},
	{"same key in other objects", `{"a":{"a":1},"b":[{"a":1},{"a":1}]}`, `{ "a": { "a": 1 } "b": [ { "a": 1 } { "a": 1 } ] } end`},
	{"empty key", `{"":1}`, `{ "": 1 } end`},
}

func TestRead(t *testing.T) {
	for _, test := range readTests {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(traceAll(t, test.text, source.Limits{}), " ")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.text, diff)
			}
		})
	}
}

// A text that is cut anywhere is refused, unless it was a number.
func TestReadTruncated(t *testing.T) {
	for _, test := range readTests {
		text := strings.TrimRight(test.text, " \n")
		if strings.HasPrefix(test.name, "number alone") {
			continue
		}
		for cut := range text {
			r := NewReader([]byte(text[:cut]), source.Limits{})
			last := trace(r)
			if _, err := r.Next(); !isSyntaxError(err) {
				t.Errorf("%q: read as %q, want a syntax error", text[:cut], last)
			}
			traceAll(t, text[:cut], source.Limits{})
		}
	}
}

func isSyntaxError(err error) bool {
	var syntax *source.SyntaxError
	return errors.As(err, &syntax)
}

var malformedTests = []struct {
	name string
	text string
	want string // the error's beginning
}{
	{"empty", "", "line 1, column 1: the text is empty"},
	{"white space", " \n", "line 2, column 1: the text is empty"},
	{"HTML", "<html>", "line 1, column 1: a value is expected, but a < stands there; this is XML or HTML"},
	{"plain text", "Internal error", "line 1, column 1: a value is expected; write a string"},
	{"two values", "{}\n{}", "line 2, column 1: something stands after the value"},
	{"literal that goes on", "truex", "line 1, column 5: something stands after the value"},
	{"wrong literal", "[nul]", "line 1, column 2: a value is expected; write null"},
	{"literal in capitals", "True", "line 1, column 1: a value is expected"},
	{"NaN", "NaN", "line 1, column 1: a value is expected"},
	{"single quotes", "{'a':1}", "line 1, column 2: a key is expected"},
	{"key without quotes", "{a:1}", "line 1, column 2: a key is expected"},
	{"number as a key", "{1:1}", "line 1, column 2: a key is expected"},
	{"comma at the end of an array", "[1,]", "line 1, column 4: a value is expected"},
	{"comma at the end of an object", `{"a":1,}`, "line 1, column 8: a key is expected"},
	{"comma first", "[,1]", "line 1, column 2: a value is expected"},
	{"two commas", "[1,,2]", "line 1, column 4: a value is expected"},
	{"no comma", "[1 2]", "line 1, column 4: a comma is missing"},
	{"no comma between members", `{"a":1 "b":2}`, "line 1, column 8: a comma is missing"},
	{"no colon", `{"a" 1}`, "line 1, column 6: a colon is missing"},
	{"no value", `{"a":}`, "line 1, column 6: a value is expected"},
	{"comma for a value", `{"a":,"b":1}`, "line 1, column 6: a value is expected"},
	{"colon in an array", "[1:2]", "line 1, column 3: a comma is missing"},
	{"wrong bracket", "[1}", "line 1, column 3: a } closes what it did not open"},
	{"wrong bracket at once", "{]", "line 1, column 2: a ] closes what it did not open"},
	{"bracket too many", "[]]", "line 1, column 3: something stands after the value"},
	{"bracket alone", "]", "line 1, column 1: a value is expected"},
	{"comment", "[1 // x\n]", "line 1, column 4: a comma is missing"},
	{"not ended", `{"a":[1`, "line 1, column 8: the text ends before an array does"},
	{"object not ended", `{"a":1`, "line 1, column 7: the text ends before an object does"},
	{"ends after a key", `{"a"`, "line 1, column 5: the text ends after a key"},
	{"leading zero", "[01]", "line 1, column 2: a number is malformed"},
	{"leading zero, negative", "[-00]", "line 1, column 2: a number is malformed"},
	{"plus", "[+1]", "line 1, column 2: a value is expected"},
	{"minus alone", "[-]", "line 1, column 2: a number is malformed"},
	{"point first", "[.5]", "line 1, column 2: a value is expected"},
	{"point last", "[1.]", "line 1, column 2: a number is malformed"},
	{"no exponent", "[1e]", "line 1, column 2: a number is malformed"},
	{"sign without exponent", "[1e+]", "line 1, column 2: a number is malformed"},
	{"point in an exponent", "[1e1.5]", "line 1, column 5: a comma is missing"},
	{"hexadecimal", "[0x1]", "line 1, column 3: a comma is missing"},
	{"number that ends at the end", "1.", "line 1, column 3: the text ends inside a number"},
	{"string not ended", `["a]`, "line 1, column 5: the text ends inside a string"},
	{"line feed in a string", "[\"a\nb\"]", "line 1, column 4: a control character stands in a string"},
	{"tab in a string", "[\"\t\"]", "line 1, column 3: a control character stands in a string"},
	{"NUL in a string", "\"\x00\"", "line 1, column 2: a control character stands in a string"},
	{"unknown escape", `"\x41"`, "line 1, column 2: a backslash begins no escape"},
	{"escaped quote", `"\'"`, "line 1, column 2: a backslash begins no escape"},
	{"escape beyond ASCII", `"\æ"`, "line 1, column 2: a backslash begins no escape"},
	{"capital U", `"\U0041"`, "line 1, column 2: a backslash begins no escape"},
	{"short code point", `"\u041"`, "line 1, column 2: an escape is malformed"},
	{"bad digit", `"\u004G"`, "line 1, column 2: an escape is malformed"},
	{"digit @", `"\u004@"`, "line 1, column 2: an escape is malformed"},
	{"high surrogate alone", `"a\uD83Dx"`, "line 1, column 3: half of a surrogate pair stands alone"},
	{"high surrogate at the end", `"\uD83D"`, "line 1, column 2: half of a surrogate pair stands alone"},
	{"low surrogate alone", `"\uDE00"`, "line 1, column 2: half of a surrogate pair stands alone"},
	{"two high surrogates", `"\uD83D\uD83D"`, "line 1, column 2: half of a surrogate pair stands alone"},
	{"high surrogate before another character", `"\uD83D\u0041"`, "line 1, column 2: half of a surrogate pair stands alone"},
	{"high surrogate before an escape", `"\uD83D\n"`, "line 1, column 2: half of a surrogate pair stands alone"},
	{"invalid UTF-8", "\"a\xE6b\"", "line 1, column 3: the byte 0xE6 is not UTF-8"},
	{"surrogate in UTF-8", "\"\xED\xA0\x80\"", "line 1, column 2: the byte 0xED is not UTF-8"},
	{"key twice", `{"a":1,"b":2,"a":3}`, `line 1, column 14: the key "a" is there twice; remove one`},
	{"key twice by an escape", `{"a":1,"\u0061":3}`, `line 1, column 8: the key "a" is there twice`},
	{"key twice after an object", `{"a":{"b":1},"a":3}`, `line 1, column 14: the key "a" is there twice`},
	{"form feed", "[\f]", "line 1, column 2: a value is expected"},
	{"mark inside", "[\uFEFF]", "line 1, column 2: a value is expected"},
}

func TestMalformed(t *testing.T) {
	for _, test := range malformedTests {
		t.Run(test.name, func(t *testing.T) {
			got := traceAll(t, test.text, source.Limits{})
			last := strings.TrimPrefix(got[len(got)-1], "error ")
			if !strings.HasPrefix(last, test.want) {
				t.Errorf("%q (-want +got):\n%s", test.text, cmp.Diff(test.want, last))
			}
			r := NewReader([]byte(test.text), source.Limits{})
			trace(r)
			if _, err := r.Next(); !isSyntaxError(err) {
				t.Errorf("%q: %v is no *source.SyntaxError", test.text, err)
			}
		})
	}
}

func TestPositions(t *testing.T) {
	const text = "{\r\n \"æ\" : [1,\n true],\"b\":\n{}}\n"
	want := []string{
		"start of an object 1:1 0", "key 2:2 4", "start of an array 2:9 11", "number 2:10 12", "true 3:2 16",
		"end of an array 3:6 20", "key 3:8 22", "start of an object 4:1 27", "end of an object 4:2 28",
		"end of an object 4:3 29", "end of the text 5:1 31",
	}
	for name, r := range bothReaders(text, source.Limits{}) {
		var got []string
		for r.Kind() != End {
			kind, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			p := r.Position()
			got = append(got, fmt.Sprintf("%v %d:%d %d", kind, p.Line, p.Column, p.Offset))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// bothReaders returns a reader of bytes and one of a stream that trickles.
func bothReaders(text string, limits source.Limits) map[string]*Reader {
	return map[string]*Reader{
		"bytes":  NewReader([]byte(text), limits),
		"stream": NewStreamReader(iotest.OneByteReader(strings.NewReader(text)), limits),
	}
}

func advance(t *testing.T, r *Reader, n int) {
	t.Helper()
	for range n {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
}

// Duplicates are found among many keys as among few, in objects inside each other.
func TestManyKeys(t *testing.T) {
	var b strings.Builder
	b.WriteString("{")
	for i := range 100 {
		fmt.Fprintf(&b, `"k%d":{"k%d":{},"x":1},`, i, i)
	}
	for _, test := range []struct{ last, want string }{
		{`"k100":1}`, "end"},
		{`"k50":1}`, `error line 1, column 2282: the key "k50" is there twice; remove one of the two members: readers differ in which one counts`},
		{`"y":` + b.String() + `"z":1}}`, "end"},
	} {
		got := traceAll(t, b.String()+test.last, source.Limits{})
		if diff := cmp.Diff(test.want, got[len(got)-1]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.last, diff)
		}
	}
}

func TestSkip(t *testing.T) {
	const text = `{"a":{"x":[{}]},"b":1,"c":[[],2],"d":"x"}`
	for name, r := range bothReaders(text, source.Limits{}) {
		advance(t, r, 2) // "a"
		skip := func(kind Kind, depth int) {
			t.Helper()
			if err := r.Skip(); err != nil || r.Kind() != kind || r.Depth() != depth {
				t.Errorf("%s: at %v, depth %d, %v; want %v, depth %d", name, r.Kind(), r.Depth(), err, kind, depth)
			}
		}
		skip(ObjectEnd, 2)
		skip(ObjectEnd, 2)
		advance(t, r, 1) // "b"
		skip(Number, 1)
		skip(Number, 1)
		advance(t, r, 2) // [
		skip(ArrayEnd, 2)
		if diff := cmp.Diff(`"d": "x" } end`, strings.Join(trace(r), " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for name, r := range bothReaders(`{"a":[}`, source.Limits{}) {
		advance(t, r, 2)
		if err := r.Skip(); !isSyntaxError(err) {
			t.Errorf("%s: Skip over a broken value: %v", name, err)
		}
		if err := r.Skip(); !isSyntaxError(err) {
			t.Errorf("%s: Skip after an error: %v", name, err)
		}
	}
}

func TestSkipRaw(t *testing.T) {
	const text = `{"a" : { "x":[ "æ" ]} ,"b":1}`
	tests := []struct {
		max      int
		raw      string
		complete bool
	}{
		{100, `{ "x":[ "æ" ]}`, true},
		{15, `{ "x":[ "æ" ]}`, true},
		{14, `{ "x":[ "æ" ]`, false},
		{10, `{ "x":[ "`, false},
		{0, "", false},
	}
	for _, test := range tests {
		for name, r := range bothReaders(text, source.Limits{}) {
			advance(t, r, 2)
			raw, complete, err := r.SkipRaw(test.max)
			if raw != test.raw || complete != test.complete || err != nil {
				t.Errorf("%s, %d bytes: %q, %t, %v", name, test.max, raw, complete, err)
			}
			if diff := cmp.Diff(`"b": 1 } end`, strings.Join(trace(r), " ")); diff != "" {
				t.Errorf("%s, after it (-want +got):\n%s", name, diff)
			}
		}
	}
	for name, r := range bothReaders(`[ 1.50 ]`, source.Limits{}) {
		advance(t, r, 2)
		if raw, complete, err := r.SkipRaw(9); raw != "1.50" || !complete || err != nil {
			t.Errorf("%s: %q, %t, %v", name, raw, complete, err)
		}
	}
	for name, r := range bothReaders(`{"a":[}`, source.Limits{}) {
		advance(t, r, 2)
		if _, _, err := r.SkipRaw(9); !isSyntaxError(err) {
			t.Errorf("%s: over a broken value: %v", name, err)
		}
	}
}

func TestRecord(t *testing.T) {
	const text = "{\"a\":\n {\"b\":[1,\"æ\"],\"c\":null} ,\"d\":2 }"
	for name, r := range bothReaders(text, source.Limits{}) {
		advance(t, r, 2)
		recording, err := r.Record()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(`"d": 2 } end`, strings.Join(trace(r), " ")); diff != "" {
			t.Errorf("%s, after it (-want +got):\n%s", name, diff)
		}
		if diff := cmp.Diff(`{"b":[1,"æ"],"c":null}`, recording.Raw()); diff != "" {
			t.Errorf("%s, raw (-want +got):\n%s", name, diff)
		}
		for range 2 {
			got := strings.Join(trace(NewReplay(recording)), " ")
			if diff := cmp.Diff(`{ "b": [ 1 "æ" ] "c": null } end`, got); diff != "" {
				t.Errorf("%s, replay (-want +got):\n%s", name, diff)
			}
		}
		replay := NewReplay(recording)
		advance(t, replay, 7) // "c"
		if diff := cmp.Diff(source.Position{Line: 2, Column: 16, Offset: 21}, replay.Position()); diff != "" {
			t.Errorf("%s, position (-want +got):\n%s", name, diff)
		}
	}
}

func TestRecordScalars(t *testing.T) {
	for name, r := range bothReaders(`["x\n",12]`, source.Limits{}) {
		advance(t, r, 2)
		for _, want := range []string{`"x\n" end`, "12 end"} {
			recording, err := r.Record()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, strings.Join(trace(NewReplay(recording)), " ")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
			advance(t, r, 1)
		}
		if _, err := r.Record(); err == nil {
			t.Errorf("%s: recorded the end of an array", name)
		}
	}
}

func TestRecordFaults(t *testing.T) {
	for name, r := range bothReaders(`{"a":[1,}`, source.Limits{}) {
		if _, err := r.Record(); err == nil {
			t.Errorf("%s: recorded nothing", name)
		}
		advance(t, r, 2)
		for range 2 {
			if _, err := r.Record(); !isSyntaxError(err) {
				t.Errorf("%s: recorded a broken value: %v", name, err)
			}
		}
	}
	r := bothReaders(`[[12345,12345]]`, source.Limits{MaxBytes: 10})["stream"]
	advance(t, r, 2)
	var limit *source.LimitError
	if _, err := r.Record(); !errors.As(err, &limit) || limit.Limit != "MaxBytes" {
		t.Errorf("recorded more than MaxBytes: %v", err)
	}
}

// A reader that is used again remembers nothing, even after an error in the middle.
func TestReset(t *testing.T) {
	var r Reader
	for _, test := range readTests {
		r.Reset([]byte(`{"a":{"b":[1,"\n",`), source.Limits{})
		trace(&r)
		r.Reset([]byte(test.text), source.Limits{})
		if diff := cmp.Diff(test.want, strings.Join(trace(&r), " ")); diff != "" {
			t.Errorf("%s after Reset (-want +got):\n%s", test.name, diff)
		}
		r.ResetStream(strings.NewReader(test.text), source.Limits{})
		if diff := cmp.Diff(test.want, strings.Join(trace(&r), " ")); diff != "" {
			t.Errorf("%s after ResetStream (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestErrorIsFinal(t *testing.T) {
	for name, r := range bothReaders("[1,", source.Limits{}) {
		trace(r)
		_, first := r.Next()
		_, second := r.Next()
		if first == nil || first != second || r.Kind() != NoToken || r.Text() != "" {
			t.Errorf("%s: %v, then %v, kind %v, text %q", name, first, second, r.Kind(), r.Text())
		}
	}
}

func TestStreamError(t *testing.T) {
	broken := errors.New("connection reset")
	r := NewStreamReader(io.MultiReader(strings.NewReader("[1,2"), iotest.ErrReader(broken)), source.Limits{})
	if diff := cmp.Diff("[ 1 error connection reset", strings.Join(trace(r), " ")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What the reader returns does not change with the caller's bytes.
func TestReaderOwnsItsText(t *testing.T) {
	data := []byte(`["text"]`)
	r := NewReader(data, source.Limits{})
	clear(data)
	advance(t, r, 2)
	if diff := cmp.Diff("text", r.Text()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAtEnd: after the value there is nothing but white space, and not too much of it.
func TestAtEnd(t *testing.T) {
	for _, test := range []struct {
		text   string
		tokens int
		want   bool
	}{
		{"[1] \n", 3, true},
		{"[1]", 2, false},
		{"[1", 2, false}, // nothing is left, but more is expected
		{" ", 0, false},
		{"[1] x", 3, false},
		{"[1]" + strings.Repeat(" ", 9), 3, false},
		{"x", 1, false},
	} {
		r := NewReader([]byte(test.text), source.Limits{MaxTextBytes: 8})
		for range test.tokens {
			_, _ = r.Next()
		}
		if got := r.AtEnd(); got != test.want {
			t.Errorf("%q after %d tokens: %t, want %t", test.text, test.tokens, got, test.want)
		}
	}
}
