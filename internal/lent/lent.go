// Package lent tests, for readers of bytes that they do not copy, that what they return does not go with the bytes.
package lent

import "bytes"

// Said returns what is said of each thing that was read.
func Said(things []func() string) []string {
	all := make([]string, len(things))
	for i, say := range things {
		all[i] = say()
	}
	return all
}

// Read has read read a copy of data, writes over the copy, and returns what is said of what was read only then.
func Read(data []byte, read func(lent []byte) (things []func() string)) []string {
	lent := bytes.Clone(data)
	things := read(lent)
	copy(lent, bytes.Repeat([]byte("!"), len(lent)))
	return Said(things)
}
