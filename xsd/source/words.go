// Eight bytes of text at a time.

package source

import "math/bits"

const (
	eachByte = 0x0101010101010101
	eachHigh = 0x8080808080808080
)

// Word returns the eight bytes of text at an offset, the first one lowest.
func Word(text string, at int) uint64 {
	b := text[at : at+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// HalfWord returns the four bytes of text at an offset, the first one lowest.
func HalfWord(text string, at int) uint32 {
	b := text[at : at+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// Equal marks the bytes of a word that are c. Of the marks the first is right; after it there may be others than there should.
func Equal(word uint64, c byte) uint64 {
	differing := word ^ eachByte*uint64(c)
	return (differing - eachByte) & ^differing & eachHigh
}

// Below marks the bytes of a word that are less than c, an ASCII character, as Equal marks its bytes.
func Below(word uint64, c byte) uint64 {
	return (word - eachByte*uint64(c)) & ^word & eachHigh
}

// Above marks the bytes of a word that are greater than c, an ASCII character, and no others.
func Above(word uint64, c byte) uint64 {
	return ((word | eachHigh) - eachByte*uint64(c+1) | word) & eachHigh
}

// UpTo marks the bytes of a word that are at most c, an ASCII character, and no others.
func UpTo(word uint64, c byte) uint64 { return Above(word, c) ^ eachHigh }

// First returns the place in the word, from 0, of the first of marks. There must be one.
func First(marks uint64) int { return bits.TrailingZeros64(marks) / 8 }
