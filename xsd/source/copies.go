// This file copies texts out of a window that goes before they do.

package source

import (
	"strings"
	"unsafe"
)

// The sizes of the blocks that texts are copied into.
const (
	firstBlock   = 64
	largestBlock = 4096
)

// copies are texts in blocks of memory of their own, so that what keeps a text keeps no window. The zero value has none.
type copies struct {
	block  []byte
	at     int // how much of the block is used
	full   int // bytes in the blocks before it
	before int // bytes of the texts before the last forget
}

// of returns a copy of a text. A large one has memory of its own.
func (c *copies) of(text string) string {
	own := c.block[c.at:]
	if len(text) > len(own) {
		if len(text) > largestBlock/8 {
			return strings.Clone(text)
		}
		own = c.begin(len(text))
	}
	n := copy(own, text)
	c.at += n
	return unsafe.String(unsafe.SliceData(own), n)
}

// begin makes another block, with room for so many bytes at least and for as many as are to be expected: as many as there were before, or as there are already.
func (c *copies) begin(least int) []byte {
	c.full += c.at
	likely := min(max(c.before-c.full, c.full, firstBlock), largestBlock)
	c.block, c.at = make([]byte, max(least, likely)), 0
	return c.block
}

// forget lets the texts that follow share no memory with those before.
func (c *copies) forget() {
	if c.block != nil {
		*c = copies{before: c.full + c.at}
	}
}
