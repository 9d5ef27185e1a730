// Package output holds the text that the writers of XML and JSON build.
package output

import "slices"

// Buffer is a text that grows. Append would do, but it stores the slice's pointer each time, which has its price while the
// garbage collector runs; Buffer stores it only when it needs more memory.
type Buffer []byte

// Extend appends n bytes and returns them, to be filled in.
func (b *Buffer) Extend(n int) []byte {
	old := len(*b)
	if n > cap(*b)-old {
		*b = slices.Grow(*b, n)
	}
	*b = (*b)[:old+n]
	return (*b)[old:]
}

// Add appends text.
func (b *Buffer) Add(text string) { copy(b.Extend(len(text)), text) }

// AddByte appends one byte.
func (b *Buffer) AddByte(c byte) { *b = append(*b, c) }

// Cut removes the last n bytes.
func (b *Buffer) Cut(n int) { *b = (*b)[:len(*b)-n] }
