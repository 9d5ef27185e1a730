package counters

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// segment is a state as the runtime writes it: two functions of package 5, one with two blocks that ran 3 and 300 times, one with a block that ran
// once; tables of 3 and 2 bytes, and so 3 bytes up to a multiple of four.
func segment() []byte {
	header := append([]byte(magic+"\x01\x00\x00\x00"), make([]byte, 16)...)
	header = append(header, flavour, 0, 0, 0, 0, 0, 0, 0)
	header = append(header, 2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0)
	header = append(header, 's', 't', 'r', 'a', 'r', 0, 0, 0)
	header = append(header, 2, 5, 0, 3, 0xAC, 0x02, 1, 5, 7, 1)
	return append(header, make([]byte, footerSize)...)
}

func TestParse(t *testing.T) {
	got, err := parse(segment())
	if err != nil {
		t.Fatal(err)
	}
	want := State{{5, 0, 0}: 3, {5, 0, 1}: 300, {5, 7, 0}: 1}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(counter{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if sum := got.Since(State{{5, 0, 0}: 1, {5, 0, 1}: 299}); sum != 2+1+1 {
		t.Errorf("%d blocks since", sum)
	}
	if sum := (State{{5, 0, 0}: 1}).Since(State{{5, 0, 0}: 1<<32 - 1}); sum != 2 {
		t.Errorf("%d blocks since a count that has begun anew", sum)
	}
}

func TestParseRefuses(t *testing.T) {
	for name, change := range map[string]func([]byte) []byte{
		"another magic":   func(b []byte) []byte { b[1] = 'x'; return b },
		"another version": func(b []byte) []byte { b[4] = 2; return b },
		"another flavour": func(b []byte) []byte { b[24] = 1; return b },
		"cut":             func(b []byte) []byte { return append(b[:57], make([]byte, footerSize)...) },
		"tables too long": func(b []byte) []byte { b[41] = 9; return b },
		"empty":           func([]byte) []byte { return nil },
	} {
		if _, err := parse(change(segment())); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
