// Package counters says how many blocks of a program have run, from the counters that the go command puts into a program built with -cover
// and -covermode=atomic.
package counters

import (
	"bytes"
	"encoding/binary"
	"errors"
	"runtime/coverage"
)

// A counter is one block's place among all: a program counts blocks by package and function.
type counter struct{ of, function, block uint64 }

// A State is how often each block has run. Each is kept modulo 2^32, and so is their difference.
type State map[counter]uint32

// headerSize and footerSize are those of the form that internal/coverage writes; a segment in between holds one state of the counters.
const (
	headerSize = 32
	footerSize = 16
	magic      = "\x00cwm"
)

// flavour is how numbers are written behind the header: as LEB128, which is what the runtime does.
const flavour = 2

var errForm = errors.New("the runtime's coverage counters have another form: see internal/coverage for the new one")

// Now reads the counters of this program.
func Now() (State, error) {
	var out bytes.Buffer
	if err := coverage.WriteCounters(&out); err != nil {
		return nil, err
	}
	return parse(out.Bytes())
}

// parse reads one segment of counters: how many functions, the sizes of two tables that it skips, and for each function its number of
// counters, its package, its number and the counters.
func parse(data []byte) (State, error) {
	if len(data) < headerSize+footerSize+16 || string(data[:4]) != magic || binary.LittleEndian.Uint32(data[4:]) != 1 || data[24] != flavour {
		return nil, errForm
	}
	functions := binary.LittleEndian.Uint64(data[headerSize:])
	tables := int(binary.LittleEndian.Uint32(data[headerSize+8:])) + int(binary.LittleEndian.Uint32(data[headerSize+12:]))
	at := headerSize + 16 + (tables+3)&^3
	if at > len(data)-footerSize {
		return nil, errForm
	}
	numbers := numbers{rest: data[at : len(data)-footerSize]}
	found := State{}
	for range functions {
		blocks, of, function := numbers.next(), numbers.next(), numbers.next()
		for block := uint64(0); block < blocks && !numbers.ended; block++ {
			found[counter{of, function, block}] = uint32(numbers.next())
		}
	}
	if numbers.ended {
		return nil, errForm
	}
	return found, nil
}

// numbers reads numbers as LEB128.
type numbers struct {
	rest  []byte
	ended bool // more was read than there is
}

func (n *numbers) next() uint64 {
	value, size := binary.Uvarint(n.rest)
	if size <= 0 {
		n.ended = true
		return 0
	}
	n.rest = n.rest[size:]
	return value
}

// Since adds up how many blocks have run since an earlier state.
func (s State) Since(earlier State) (sum uint64) {
	for at, count := range s {
		sum += uint64(count - earlier[at])
	}
	return sum
}
