// This file copies texts out of the window of a stream.

package xmltext

import "strings"

// The sizes of the blocks that texts are copied into.
const (
	firstBlock   = 64
	largestBlock = 4096
)

// copies are texts of a stream in blocks of memory of their own, so that what keeps a text keeps no window. The zero value has none.
type copies struct {
	block  strings.Builder // never grows: another block follows one that is full
	used   int             // bytes of the texts so far
	before int             // of those before the last forget
}

// of returns a copy of a text. A large one has memory of its own.
func (c *copies) of(text string) string {
	if len(text) > largestBlock/8 {
		return strings.Clone(text)
	}
	c.used += len(text)
	if c.block.Cap()-c.block.Len() < len(text) {
		c.block.Reset()
		c.block.Grow(max(len(text), c.likely()))
	}
	from := c.block.Len()
	c.block.WriteString(text)
	return c.block.String()[from:]
}

// likely is how many bytes of texts are to be expected: as many as there were before, or as there are already.
func (c *copies) likely() int {
	return min(max(c.before-c.used, c.used, firstBlock), largestBlock)
}

// forget lets the texts that follow share no memory with those before.
func (c *copies) forget() { *c = copies{before: c.used} }
