// Text that is written often, such as keys.

package output

import "slices"

// block is how much of a Ready is copied at once, whether it is as long or not.
const block = 32

// A Ready is a text made ready to be written often. It is immutable and safe for concurrent use.
type Ready struct {
	text  string
	first [block]byte // the first bytes of text
	_     [16]byte    // it is as long as what a processor loads at once
}

// NewReady makes a text ready.
func NewReady(text string) *Ready {
	r := &Ready{text: text}
	copy(r.first[:], text)
	return r
}

// String returns the text.
func (r *Ready) String() string { return r.text }

// AddReady appends a text.
func (b *Buffer) AddReady(r *Ready) {
	end := r.Put(b.Room(r.Room()), len(*b))
	*b = (*b)[:end]
}

// Room returns all memory of the buffer, which has room for n further bytes.
func (b *Buffer) Room(n int) []byte {
	if n > cap(*b)-len(*b) {
		b.grow(n)
	}
	return (*b)[:cap(*b)]
}

// grow is kept a call, so that Room is small enough not to be one.
//
//go:noinline
func (b *Buffer) grow(n int) { *b = slices.Grow(*b, n) }

// Room returns how much room Put asks for.
func (r *Ready) Room() int { return block + len(r.text) }

// Put puts the text at an offset in memory that has room for it, and returns where it ends. What lies behind it there may change.
func (r *Ready) Put(memory []byte, at int) (end int) {
	*(*[block]byte)(memory[at:]) = r.first
	if len(r.text) > block {
		copy(memory[at+block:], r.text[block:])
	}
	return at + len(r.text)
}
