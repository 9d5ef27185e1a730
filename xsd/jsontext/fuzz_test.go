// Fuzzing: bytes and streams agree, what is accepted encoding/json accepts and reads alike,
// and what is written reads as what was meant.

package jsontext

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

func FuzzRead(f *testing.F) {
	for _, test := range readTests {
		f.Add([]byte(test.text))
	}
	for _, test := range malformedTests {
		f.Add([]byte(test.text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 10_000 {
			return
		}
		limits := source.Limits{MaxDepth: 20, MaxMembers: 20, MaxNameBytes: 50, MaxTextBytes: 200, MaxNumberBytes: 30}
		got := trace(NewReader(data, limits))
		stream := trace(NewStreamReader(iotest.OneByteReader(bytes.NewReader(data)), limits))
		if diff := cmp.Diff(withoutLimits(got, stream)); diff != "" {
			t.Fatalf("bytes and stream differ (-bytes +stream):\n%s", diff)
		}
		if diff := cmp.Diff(got, traceLent(data, limits)); diff != "" {
			t.Fatalf("bytes and lent ones differ (-bytes +lent):\n%s", diff)
		}
		data = bytes.TrimPrefix(data, []byte("\uFEFF"))
		last := got[len(got)-1]
		if last != "end" {
			if json.Valid(data) && !stricter(last) {
				t.Errorf("%s, but encoding/json accepts it", last)
			}
			return
		}
		if diff := cmp.Diff(tracePeer(t, data), got); diff != "" {
			t.Errorf("encoding/json differs (-encoding/json +jsontext):\n%s", diff)
		}
		again := rewrite(t, data)
		if diff := cmp.Diff(got, trace(NewReader(again, source.Limits{}))); diff != "" {
			t.Errorf("%s reads differently (-read +written):\n%s", again, diff)
		}
	})
}

// withoutLimits takes off a refusal where either reader met a limit: the stream's token may be too long for its window before the bytes' reader
// comes to what is wrong in it.
func withoutLimits(a, b []string) ([]string, []string) {
	lastA, lastB := a[len(a)-1], b[len(b)-1]
	if strings.HasPrefix(lastA, "error ") && strings.HasPrefix(lastB, "error ") && strings.Contains(lastA+lastB, "exceeds the limit") {
		return a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

// stricter reports whether an error is one of those that encoding/json does not make.
func stricter(message string) bool {
	for _, reason := range []string{"is there twice", "surrogate pair", "is not UTF-8", "exceeds the limit"} {
		if strings.Contains(message, reason) {
			return true
		}
	}
	return false
}

// tracePeer is trace, by encoding/json.
func tracePeer(t *testing.T, data []byte) []string {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var words []string
	var open []json.Delim
	keyNext := false
	for d.More() || len(open) > 0 {
		token, err := d.Token()
		if err != nil {
			t.Fatalf("encoding/json refuses it: %v", err)
		}
		inObject := len(open) > 0 && open[len(open)-1] == '{'
		isKey := inObject && keyNext
		keyNext = inObject && !isKey
		switch token := token.(type) {
		case json.Delim:
			words = append(words, token.String())
			if token == '{' || token == '[' {
				open = append(open, token)
				keyNext = token == '{'
			} else {
				open = open[:len(open)-1]
				keyNext = true
			}
		case string:
			word := fmt.Sprintf("%q", token)
			if isKey {
				word += ":"
			}
			words = append(words, word)
		case nil:
			words = append(words, "null")
		default:
			words = append(words, fmt.Sprint(token))
		}
	}
	return append(words, "end")
}

// rewrite reads a text and writes it.
func rewrite(t *testing.T, data []byte) []byte {
	t.Helper()
	r := NewReader(data, source.Limits{})
	var w Writer
	for kind := NoToken; kind != End; {
		var err error
		if kind, err = r.Next(); err != nil {
			t.Fatal(err)
		}
		switch kind {
		case ObjectStart:
			w.ObjectStart()
		case ObjectEnd:
			w.ObjectEnd()
		case ArrayStart:
			w.ArrayStart()
		case ArrayEnd:
			w.ArrayEnd()
		case Key:
			w.Key(r.Text())
		case String:
			w.String(r.Text())
		case Number:
			w.Number(r.Text())
		case True, False:
			w.Bool(kind == True)
		case Null:
			w.Null()
		}
	}
	written, err := w.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return written
}

// A string that is UTF-8 is written and read as it is, also by encoding/json; numbers are
// those of encoding/json.
func FuzzWrite(f *testing.F) {
	for _, text := range []string{"", "a\"\\\n\x00\x7f", "\u2028æ😀", "1.5e3", "-0", "01", "\xE6"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var w Writer
		w.String(text)
		written, err := w.Bytes()
		if (err == nil) != utf8.ValidString(text) {
			t.Fatalf("%q: %v", text, err)
		}
		if err == nil {
			var peer string
			if err := json.Unmarshal(written, &peer); err != nil || peer != text {
				t.Errorf("encoding/json reads %s as %q: %v", written, peer, err)
			}
			want := []string{fmt.Sprintf("%q", text), "end"}
			if diff := cmp.Diff(want, trace(NewReader(written, source.Limits{}))); diff != "" {
				t.Errorf("%s (-meant +read):\n%s", written, diff)
			}
		}
		isNumber := json.Valid([]byte(text)) && strings.Trim(text, "-+.eE0123456789") == "" && text != ""
		if got := IsNumber(text); got != isNumber {
			t.Errorf("IsNumber(%q) = %t", text, got)
		}
	})
}
