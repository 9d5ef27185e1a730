// This file holds looking at eight bytes at a time to looking at each.

package source

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestFirstByteOfAWord(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := make([]byte, 9)
	for range 300_000 {
		for i := range text {
			text[i] = "\x00\x01\x1f !\"#\\]<=\x7f\x80\xee\xef\xf0\xff"[random.IntN(17)]
		}
		word := Word(string(text), 1)
		for _, c := range []byte{'"', '\\', '<', ' ', 0xEF, 0} {
			checkFirst(t, text[1:], "is", c, Equal(word, c), strings.IndexByte(string(text[1:]), c))
			if c < 0x80 {
				below := strings.IndexFunc(string(text[1:]), func(r rune) bool { return r < rune(c) })
				checkFirst(t, text[1:], "is below", c, Below(word, c), below)
				checkFirst(t, text[1:], "is above", c, Above(word, c), slices.IndexFunc(text[1:], func(b byte) bool { return b > c }))
				checkEach(t, text[1:], c, UpTo(word, c))
			}
		}
	}
}

// checkEach holds marks of all bytes that are at most c to the bytes.
func checkEach(t *testing.T, text []byte, c byte, marks uint64) {
	t.Helper()
	for i, b := range text {
		if marked := marks>>(8*i+7)&1 == 1; marked != (b <= c) {
			t.Fatalf("byte %d of %q is marked as at most %q: %t", i, text, c, marked)
		}
	}
}

func checkFirst(t *testing.T, text []byte, what string, c byte, marks uint64, want int) {
	t.Helper()
	got := -1
	if marks != 0 {
		got = First(marks)
	}
	if got != want {
		t.Fatalf("the first byte of %q that %s %q: %d, want %d", text, what, c, got, want)
	}
}
