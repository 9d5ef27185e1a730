// This file tests how texts are copied out of a window.

package source

import (
	"fmt"
	"strings"
	"testing"
	"unsafe"
)

// TestCopiesStay: a text is what it was when it was copied, whatever is copied after it, and after its window has changed.
func TestCopiesStay(t *testing.T) {
	var c copies
	var want, got []string
	for i := range 5000 {
		window := []byte(fmt.Sprintf("%d%s", i, strings.Repeat("x", i*i%700)))
		want = append(want, string(window))
		got = append(got, c.of(unsafe.String(&window[0], len(window))))
		clear(window)
		if i%97 == 0 {
			c.forget()
		}
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("text %d: %q, want %q", i, got[i], want[i])
		}
	}
	if text := c.of(""); text != "" {
		t.Errorf("the empty text: %q", text)
	}
}

// TestCopiesShareBlocks: the texts of a part of a document like the one before take one piece of memory, and two parts share none.
func TestCopiesShareBlocks(t *testing.T) {
	var c copies
	kept := make([]string, 40)
	part := func() {
		for i := range kept {
			kept[i] = c.of("ten bytes.")
		}
		c.forget()
	}
	part()
	last := unsafe.StringData(kept[39])
	part()
	if next := unsafe.Add(unsafe.Pointer(last), len(kept[39])); next == unsafe.Pointer(unsafe.StringData(kept[0])) {
		t.Error("the second part begins where the first ended")
	}
	if n := testing.AllocsPerRun(100, part); n != 1 {
		t.Errorf("%v allocations, want 1", n)
	}
}
