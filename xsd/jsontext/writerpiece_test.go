package jsontext

import (
	"encoding/json"
	"testing"
)

// Of all texts of two bytes between letters, addEscaped takes those that XML can hold, but for characters that begin as U+FFFE does, and encoding/json reads
// them back.
func TestAddEscaped(t *testing.T) {
	taken := 0
	for i := range 1 << 16 {
		text := "å" + string([]byte{byte(i >> 8), byte(i)}) + "z"
		p := Piece{[]byte("x")}
		ok := p.addEscaped(text)
		got := string(p.Buffer)
		if !ok {
			if got != "x" {
				t.Fatalf("%q: %q is left", text, got)
			}
			continue
		}
		taken++
		var back string
		if err := json.Unmarshal([]byte(got[1:]), &back); err != nil || back != text {
			t.Fatalf("%q: %s: %q, %v", text, got, back, err)
		}
		for _, c := range text {
			if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
				t.Fatalf("XML cannot hold %q", text)
			}
		}
	}
	// ASCII but for 29 control characters, in both places; and characters of two bytes, the first of which is one of 30.
	if want := 99*99 + 30*64; taken != want {
		t.Errorf("%d were taken, want %d", taken, want)
	}
}
