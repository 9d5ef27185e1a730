// Keys made ready in advance against keys as they are: what is written is the same.

package jsontext

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// writtenBy writes a text of random steps, drawn from seed, with members made ready or with plain keys.
func writtenBy(seed uint64, ready bool) (string, error) {
	draw := rand.New(rand.NewPCG(seed, 1))
	pick := func(of ...string) string { return of[draw.IntN(len(of))] }
	var w Writer
	if draw.IntN(4) == 0 {
		w.SetIndent(pick(" ", "\t"))
	}
	w.ObjectStart()
	for range draw.IntN(20) {
		key := pick("a", "b", "blåbær", `"`, "\xff", "a", "b", "c")
		member := NewMember(key)
		switch draw.IntN(7) {
		case 0, 1, 2:
			text := pick("", "text", "text", "text", "\"", "\\", "\x01", "blåbær", "\xff")
			if !ready {
				w.Key(key)
				w.String(text)
			} else if w.StringMember(&member, text) && text != "" && text != "text" {
				return "called plain: " + text, nil
			}
		case 3, 4:
			if ready {
				w.StartMember(&member)
			} else {
				w.Key(key)
			}
			if draw.IntN(2) == 0 {
				w.ObjectStart()
			} else {
				w.Null()
			}
		case 5:
			w.Bool(true)
		default:
			w.ObjectEnd()
		}
	}
	for w.Depth() > 0 && w.Err() == nil {
		w.ObjectEnd()
	}
	text, err := w.Bytes()
	return string(text), err
}

func TestMembersWriteWhatKeysWrite(t *testing.T) {
	texts := 0
	for seed := range uint64(20000) {
		want, wantErr := writtenBy(seed, false)
		got, err := writtenBy(seed, true)
		if diff := cmp.Diff(want, got); diff != "" || (wantErr == nil) != (err == nil) {
			t.Fatalf("seed %d: %v and %v (-keys +members):\n%s", seed, wantErr, err, diff)
		}
		if err == nil {
			texts++
		}
	}
	if texts < 1000 {
		t.Errorf("only %d texts were written without an error", texts)
	}
}
