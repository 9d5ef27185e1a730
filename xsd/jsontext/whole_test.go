// This file holds what a caller reads and writes itself to what the reader and the writer make of it.

package jsontext

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/internal/output"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// drawn returns a text of a few parts, which are JSON, parts of it, and neither.
func drawn(random *rand.Rand) string {
	parts := []string{`"`, `\`, `\n`, `\u0041`, `\u00e6`, `\ud83d\ude00`, `\ud83d`, `\/`, `\x`, "a", "bcdefghijk", "æ", "\x01", "1", "-", "0", ".5", "e3", "true", "false", " ", ",", ":", "}", "]"}
	var b strings.Builder
	for range 1 + random.IntN(6) {
		b.WriteString(parts[random.IntN(len(parts))])
	}
	return b.String()
}

// Where a value is found at an offset, the reader finds the same.
func TestValuesAtAnOffset(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	found := map[Kind]int{}
	at := map[Kind]func(src string, i int) (string, int, bool){
		String: func(src string, i int) (string, int, bool) {
			if text, end, ok := StringAt(src, i); ok {
				return text, end, ok
			}
			return EscapedAt(src, i)
		},
		Number: func(src string, i int) (string, int, bool) { return NumberAt(src, i, 1000) },
		True:   BooleanAt,
	}
	for range 200_000 {
		src := "[" + drawn(random)
		if random.IntN(2) == 0 {
			src = `["` + drawn(random) + `"`
		}
		src += "]"
		for kind, find := range at {
			text, end, ok := find(src, 1)
			if !ok {
				continue
			}
			r := NewReader([]byte(src), source.Limits{})
			_, _ = r.Next()
			got, err := r.Next()
			if got == False {
				got = True
			}
			if err != nil || got != kind || r.Text() != text || r.Offset() != end {
				t.Fatalf("%q: %v %q to %d, the reader %v %q to %d, %v", src, kind, text, end, got, r.Text(), r.Offset(), err)
			}
			found[kind]++
		}
	}
	for kind := range at {
		if found[kind] < 1000 {
			t.Errorf("%v was found %d times, want 1000", kind, found[kind])
		}
	}
}

// A key is found with its colon, and nothing else is.
func TestKeyAt(t *testing.T) {
	for src, want := range map[string]string{
		`"a":1`: "a 4", `"ab" : 1`: "ab 7", `"":1`: " 3", `"a"`: "", `"a" 1`: "", `"a\n":1`: "", `"a`: "", `x`: "", "": "", "\"\x01\":1": "",
	} {
		key, value, ok := KeyAt(src, 0)
		if got := key + " " + string(rune('0'+value)); ok != (want != "") || ok && got != want {
			t.Errorf("%s: %q, %t, want %q", src, got, ok, want)
		}
	}
}

// Members put together come to what the writer makes of them.
func TestPieces(t *testing.T) {
	a, b := NewMember("a"), NewMember(`"é`)
	var straight, pieces Writer
	for _, w := range []*Writer{&straight, &pieces} {
		w.ObjectStart()
	}
	straight.Key("a")
	straight.String("x")
	straight.Key(`"é`)
	straight.Number("-1.50")
	straight.Key("a")
	straight.ArrayStart()
	straight.String("\n")
	straight.ArrayEnd()

	text, ok := pieces.Piece()
	if !ok {
		t.Fatal("nothing can be appended to an object")
	}
	text.AddSafe(NewReady(a.StringStart()), "x")
	if !text.AddNumber(NewReady(b.Start()), "-1.50") {
		t.Fatal("a number is not added")
	}
	text.Add(a.Start())
	var value Writer
	value.Continue(text.Buffer)
	value.ArrayStart()
	value.String("\n")
	value.ArrayEnd()
	all, err := value.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	text.Buffer = all
	pieces.PutPiece(text)
	straight.ObjectEnd()
	pieces.ObjectEnd()
	want, _ := straight.Bytes()
	if got, err := pieces.Bytes(); err != nil || string(got) != string(want) {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
	for _, text := range []string{"\n", `"`, `\`, "\ufffe", "\xff", "12345678\x01", "1234567\x80", "æ\xc3"} {
		if isPlain(text) {
			t.Errorf("%q passes as plain", text)
		}
	}
	for _, text := range []string{"", "01", "1.", "+1", "1e3", "-"} {
		if new(Piece).AddNumber(Nothing, text) {
			t.Errorf("%q passes as a number", text)
		}
	}
}

// A string is added as it is, whatever its length, and where something in it needs care, nothing is added. All characters near those that XML has not need care.
func TestPlainTexts(t *testing.T) {
	const plain = "abcdefghijklmnopqrstuvwxyz0123456789"
	for length := range len(plain) {
		text := plain[:length]
		checkPlain(t, text, true)
		for at := range length {
			for _, c := range []string{"\x00", "\t", "\x1f", `"`, `\`, "\ufffe", "\uffff", "\xff", "\xc3", "\x80", "\ufffd"} {
				checkPlain(t, text[:at]+c+text[at+1:], false)
			}
			for _, c := range []string{"\x7f", " ", "!", "#", "[", "]", "~", "é", "\ueeee", "𝄞"} {
				checkPlain(t, text[:at]+c+text[at+1:], true)
			}
		}
	}
}

func checkPlain(t *testing.T, text string, want bool) {
	t.Helper()
	if got := isPlain(text); got != want {
		t.Fatalf("isPlain(%q) = %v", text, got)
	}
	for _, before := range []string{`"`, `,"key":"`, `,"aKeyThatIsLongerThanThirtyTwoBytes":"`} {
		p := Piece{append(make(output.Buffer, 0, len(text)), '{')}
		all := "{"
		if want {
			all += before + text + `"`
		}
		if ok := p.AddPlain(NewReady(before), text); ok != want || string(p.Buffer) != all {
			t.Fatalf("%q behind %q: %s, %v", text, before, p.Buffer, ok)
		}
	}
}

// What Piece gives can be dropped, and handed back as it is, whether or not the object has members.
func TestPiecesDropped(t *testing.T) {
	m := NewMember("a")
	for _, filled := range []bool{false, true} {
		var w Writer
		w.ObjectStart()
		if filled {
			w.Key("b")
			w.Null()
		}
		text, _ := w.Piece()
		text.Add(m.Start())
		w.DropPiece()
		text, _ = w.Piece()
		w.PutPiece(text)
		text, _ = w.Piece()
		text.Add(m.Start())
		text.Add("null")
		w.PutPiece(text)
		w.Key("c")
		w.Null()
		w.ObjectEnd()
		want := `{"a":null,"c":null}`
		if filled {
			want = `{"b":null,"a":null,"c":null}`
		}
		if got, err := w.Bytes(); err != nil || string(got) != want {
			t.Errorf("%s, %v; want %s", got, err, want)
		}
	}
}

// Objects and arrays are completed, with and without what is in them.
func TestEnds(t *testing.T) {
	for _, c := range []struct{ text, want string }{{"", "[{}[]]"}, {",1", "[{1}[1]]"}, {",1,2", "[{1,2}[1,2]]"}} {
		var p Piece
		p.AddByte('[')
		p.Add(c.text)
		p.EndObject(len("["))
		begin := len(p.Buffer)
		p.Add(c.text)
		p.EndArray(begin)
		p.AddByte(']')
		if got := string(p.Buffer); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// Nothing is appended where no member can begin.
func TestNoPiece(t *testing.T) {
	for name, prepare := range map[string]func(w *Writer){
		"empty":    func(*Writer) {},
		"array":    func(w *Writer) { w.ArrayStart() },
		"keyed":    func(w *Writer) { w.ObjectStart(); w.Key("a") },
		"indented": func(w *Writer) { w.SetIndent(" "); w.ObjectStart() },
		"failed":   func(w *Writer) { w.ObjectStart(); w.Number("x") },
	} {
		var w Writer
		prepare(&w)
		if _, ok := w.Piece(); ok {
			t.Errorf("%s: a member can be appended", name)
		}
	}
	if bad := NewMember("\xff"); bad.Start() != "" {
		t.Error("a key that is not UTF-8 is made ready")
	}
}
