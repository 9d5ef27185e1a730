// This file holds looking ahead to what Next says of the same text.

package jsontext

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// step is a token as a caller sees it.
type step struct {
	Kind     Kind
	Depth    int
	Text     string
	Position source.Position
}

func stepOf(r *Reader) step { return step{r.Kind(), r.Depth(), r.Text(), r.Position()} }

// steps reads to the end with Next.
func steps(r *Reader) (all []step, err error) {
	for {
		kind, err := r.Next()
		if err != nil || kind == End {
			return all, err
		}
		all = append(all, stepOf(r))
	}
}

// checkAhead reads a text with NextMember, NextItem and NextEnd wherever they lead on, and compares with Next, in bytes and in a stream. A
// value that NextMember moves to is two steps, of which the key is not seen. It returns how often looking ahead led on.
func checkAhead(t *testing.T, data []byte, limits source.Limits) (used int) {
	t.Helper()
	known, _ := steps(NewReader(data, source.Limits{}))
	for name, open := range map[string]func() *Reader{
		"bytes":  func() *Reader { return NewReader(data, limits) },
		"stream": func() *Reader { return NewStreamReader(iotest.HalfReader(bytes.NewReader(data)), limits) },
	} {
		want, wantErr := steps(open())
		got, err := aheadSteps(open(), known, &used)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s of %q, ahead (-Next +ahead):\n%s", name, data, diff)
		}
		if diff := cmp.Diff(fmt.Sprint(wantErr), fmt.Sprint(err)); diff != "" {
			t.Errorf("%s of %q, the error (-Next +ahead):\n%s", name, data, diff)
		}
	}
	return used
}

// aheadSteps reads to the end and tries the keys of what is known of the text, wherever it is.
func aheadSteps(r *Reader, known []step, used *int) (all []step, err error) {
	keys := []string{"never"}
	for _, s := range known {
		if s.Kind == Key && isPlain(s.Text) && !slices.Contains(keys, s.Text) {
			keys = append(keys, s.Text)
		}
	}
	for {
		kind := NoToken
		for i := 0; i < len(keys) && kind == NoToken; i++ {
			kind = r.NextMember(keys, i)
		}
		switch {
		case kind == NoToken && r.NextEnd():
			kind = ObjectEnd
		case kind == NoToken:
			kind = r.NextItem()
		case kind != Key:
			all = append(all, known[min(len(all), len(known)-1)]) // the key
		}
		if kind != Key && !isXML(r.Text()) {
			return all, fmt.Errorf("%q is called plain", r.Text())
		}
		if kind != NoToken {
			*used++
		} else if kind, err = r.Next(); err != nil || kind == End {
			return all, err
		}
		all = append(all, stepOf(r))
	}
}

// isPlain reports whether a key is one that NextMember can be asked for.
func isPlain(key string) bool {
	for i := range len(key) {
		if needsCare[key[i]] {
			return false
		}
	}
	return true
}

func isXML(text string) bool {
	for _, c := range text {
		if !source.IsXMLChar(c) {
			return false
		}
	}
	return true
}

var aheadTests = []struct {
	name, text string
	used       int // how often looking ahead leads on, in bytes and stream together
}{
	{"plain", `{"a":"x","b":"y"}`, 6},
	{"white space", "{ \"a\" : \"x\" ,\n\t\"b\"\r:\n\"y\" }", 6},
	{"other values", `{"a":1,"b":true,"c":null,"d":[],"e":{"f":""}}`, 18},
	{"escapes in values", `{"a":"\n","b":"\u0041","c":"x"}`, 8},
	{"escapes in keys", `{"\u0061":"x","b":"y"}`, 4}, // the first one is a, but does not look like it
	{"not ASCII", `{"å":"æøå","b":"` + "\uFFFE" + `","c":"` + "\uFB01" + `"}`, 8},
	{"objects in arrays", `[{"a":"x"},{"a":"y"},"a"]`, 16},
	{"items", "[ \"a\" , {} ,[true,\tfalse],[],1,null,\"\\n\",\"x\" ]", 22},
	{"comma missing between items", `["a" "b"]`, 2},
	{"comma too many in an array", `["a",]`, 2},
	{"comma before the first item", `[,"a"]`, 0},
	{"literals that are none", `{"a":[tru],"b":falsehood}`, 2},
	{"array that closes an object", `{"a":"x"]`, 2},
	{"key that begins another", `{"ab":"x","a":"y"}`, 6},
	{"key twice", `{"a":"x","a":"y"}`, 2},
	{"comma missing", `{"a":"x" "b":"y"}`, 2},
	{"comma too many", `{"a":"x",}`, 2},
	{"colon missing", `{"a" "x"}`, 0},
	{"value missing", `{"a":}`, 2},
	{"end too many", `{"a":"x"}}`, 4},
	{"end in a value", `{"a":"x`, 2},
	{"control character", "{\"a\":\"\x01\"}", 2},
}

func TestAheadIsWhatNextSays(t *testing.T) {
	for _, test := range aheadTests {
		t.Run(test.name, func(t *testing.T) {
			if used := checkAhead(t, []byte(test.text), source.Limits{}); used != test.used {
				t.Errorf("looking ahead led on %d times, want %d", used, test.used)
			}
		})
	}
}

// At every limit that the text exceeds, and at those it keeps to just so, looking ahead refuses what Next refuses.
func TestAheadKeepsLimits(t *testing.T) {
	text := []byte(`{"aaaa":"xxxxxxxxxxxx",          "b":          {"c":"y"},"d":1}`)
	for max := 1; max < 40; max++ {
		for _, limits := range []source.Limits{{MaxTextBytes: max}, {MaxNameBytes: max}, {MaxDepth: max}, {MaxMembers: max}, {MaxBytes: int64(2 * max)}} {
			checkAhead(t, text, limits)
		}
	}
}

func FuzzAhead(f *testing.F) {
	for _, test := range aheadTests {
		f.Add([]byte(test.text))
	}
	for _, test := range readTests {
		f.Add([]byte(test.text))
	}
	for _, test := range malformedTests {
		f.Add([]byte(test.text))
	}
	limits := source.Limits{MaxDepth: 20, MaxMembers: 20, MaxNameBytes: 50, MaxTextBytes: 200, MaxNumberBytes: 30}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) <= 10_000 {
			checkAhead(t, data, limits)
		}
	})
}
