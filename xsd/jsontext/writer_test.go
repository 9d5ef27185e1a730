// What is written: by hand from RFC 8259, and read again.

package jsontext

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

var writeTests = []struct {
	name  string
	write func(w *Writer)
	want  string
}{
	{"string", func(w *Writer) { w.String("a") }, `"a"`},
	{"number", func(w *Writer) { w.Number("1.50") }, `1.50`},
	{"true", func(w *Writer) { w.Bool(true) }, `true`},
	{"false", func(w *Writer) { w.Bool(false) }, `false`},
	{"null", func(w *Writer) { w.Null() }, `null`},
	{"empty object", func(w *Writer) { w.ObjectStart(); w.ObjectEnd() }, `{}`},
	{"empty array", func(w *Writer) { w.ArrayStart(); w.ArrayEnd() }, `[]`},
	{
		"escapes", func(w *Writer) { w.String("\"\\/\b\f\n\r\t\x00\x1f\x7f<>&'æ😀\u2028") },
		`"\"\\/\b\f\n\r\t\u0000\u001f` + "\x7f<>&'æ😀\u2028\"",
	},
	{"escape in a key", func(w *Writer) { w.ObjectStart(); w.Key("a\n"); w.Null(); w.ObjectEnd() }, `{"a\n":null}`},
	{"nesting", writeNested, `{"a":[1,"x",{},[]],"b":{"c":true},"d":null}`},
	{"indentation", func(w *Writer) { w.SetIndent("  "); writeNested(w) }, `{
  "a": [
    1,
    "x",
    {},
    []
  ],
  "b": {
    "c": true
  },
  "d": null
}
`},
	{"indented string", func(w *Writer) { w.SetIndent("\t"); w.String("a") }, "\"a\"\n"},
}

func writeNested(w *Writer) {
	w.ObjectStart()
	w.Key("a")
	w.ArrayStart()
	w.Number("1")
	w.String("x")
	w.ObjectStart()
	w.ObjectEnd()
	w.ArrayStart()
	w.ArrayEnd()
	w.ArrayEnd()
	w.Key("b")
	w.ObjectStart()
	w.Key("c")
	w.Bool(true)
	w.ObjectEnd()
	w.Key("d")
	w.Null()
	w.ObjectEnd()
}

func TestWrite(t *testing.T) {
	var w Writer
	for _, test := range writeTests {
		t.Run(test.name, func(t *testing.T) {
			w.Reset(nil)
			test.write(&w)
			got, err := w.Bytes()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if last := lastWord(NewReader(got, source.Limits{})); last != "end" {
				t.Errorf("%s cannot be read: %s", got, last)
			}
		})
	}
}

func TestWriteFaults(t *testing.T) {
	tests := []struct {
		name  string
		write func(w *Writer)
		want  string
	}{
		{"nothing", func(w *Writer) {}, "the text is not complete"},
		{"not ended", func(w *Writer) { w.ArrayStart() }, "the text is not complete"},
		{"two values", func(w *Writer) { w.Null(); w.Null() }, "a JSON text is one value"},
		{"value without a key", func(w *Writer) { w.ObjectStart(); w.Null() }, "a value stands in an object without a key"},
		{"second value", func(w *Writer) { w.ObjectStart(); w.Key("a"); w.Null(); w.Null() }, "a value stands in an object without a key"},
		{"key without a value", func(w *Writer) { w.ObjectStart(); w.Key("a"); w.ObjectEnd() }, "a } stands where nothing can end"},
		{"key after a key", func(w *Writer) { w.ObjectStart(); w.Key("a"); w.Key("b") }, `the key "b" stands where no member can begin`},
		{"key in an array", func(w *Writer) { w.ArrayStart(); w.Key("a") }, `the key "a" stands where no member can begin`},
		{"key outside", func(w *Writer) { w.Key("a") }, `the key "a" stands where no member can begin`},
		{"wrong end", func(w *Writer) { w.ArrayStart(); w.ObjectEnd() }, "a } stands where nothing can end"},
		{"end too many", func(w *Writer) { w.ArrayEnd() }, "a ] stands where nothing can end"},
		{"number that is none", func(w *Writer) { w.Number("01") }, `"01" is not a number as JSON spells it`},
		{"INF", func(w *Writer) { w.Number("INF") }, `"INF" is not a number`},
		{"not UTF-8", func(w *Writer) { w.String("a\xE6") }, `the string "a\xe6" is not UTF-8`},
		{"key not UTF-8", func(w *Writer) { w.ObjectStart(); w.Key("\xFF") }, `the string "\xff" is not UTF-8`},
		{"long string not UTF-8", func(w *Writer) { w.String(strings.Repeat("a", 100) + "\xE6") }, `a…" is not UTF-8`},
		{"indentation", func(w *Writer) { w.SetIndent("-") }, `the indentation "-" is not white space`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var w Writer
			test.write(&w)
			_, err := w.Bytes()
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("%v, want %q", err, test.want)
			}
			// Nothing that comes after the first error changes it, or panics.
			if first := w.Err(); first != nil {
				w.SetIndent("x")
				w.ObjectStart()
				w.Key("b")
				w.String("x")
				w.Number("x")
				w.ObjectEnd()
				w.ArrayEnd()
				if w.Err() != first {
					t.Errorf("%v became %v", first, w.Err())
				}
			}
		})
	}
}

func TestIsNumber(t *testing.T) {
	tests := map[string]bool{
		"0": true, "-0": true, "10": true, "1.0": true, "1e5": true, "1E-05": true, "-1.25e+3": true,
		"": false, "-": false, "01": false, "+1": false, ".5": false, "1.": false, "1e": false, "1 ": false, " 1": false,
		"0x1": false, "1e5.5": false, "INF": false, "NaN": false, "١": false, "1,5": false, "--1": false,
	}
	for text, want := range tests {
		if got := IsNumber(text); got != want {
			t.Errorf("IsNumber(%q) = %t, want %t", text, got, want)
		}
	}
}

// Writing allocates nothing once the writer has its memory.
func TestWriteWithoutAllocation(t *testing.T) {
	var w Writer
	var buf []byte
	write := func() {
		w.Reset(buf)
		w.ArrayStart()
		for range 100 {
			w.ObjectStart()
			w.Key("key")
			w.String("a \"text\"\n with escapes, æ")
			w.Key("number")
			w.Number("123.45")
			w.ObjectEnd()
		}
		w.ArrayEnd()
		var err error
		if buf, err = w.Bytes(); err != nil || w.Depth() != 0 {
			t.Fatal(err)
		}
	}
	write()
	if allocs := testing.AllocsPerRun(10, write); allocs > 0 {
		t.Errorf("%v allocations", allocs)
	}
}
