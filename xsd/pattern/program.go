// An expression as a program: a nondeterministic automaton whose bounded
// repetitions count instead of being written out.

package pattern

import (
	"encoding/binary"
	"fmt"
)

// maxContexts bounds how many combinations of outer counters a program may
// have to tell apart.
const maxContexts = 1 << 17

// opcode says what an instruction does.
type opcode uint8

const (
	opChar   opcode = iota // consume a character of a set, go to next
	opSplit                // go to next and to other
	opEnter                // start counting a loop at 0, go to next
	opRepeat               // count an iteration: go to other for one more, to next when done
	opAccept               // the whole string has matched
)

// instruction is a state of the automaton.
type instruction struct {
	op          opcode
	set         int32 // opChar: index into program.sets
	loop        int32 // innermost counted loop around the instruction, or none
	next, other int32
}

// none is the loop of an instruction outside of all counted loops.
const none = -1

// loop is a repetition that counts.
type loop struct {
	min, max int32
	outer    int32 // the counted loop around it, or none
}

// program is immutable once compiled.
type program struct {
	code     []instruction
	start    int32
	loops    []loop
	sets     []charSet
	alphabet *alphabet // nil: too many characters to tell apart
}

// compiler translates a syntax tree from its end to its beginning.
type compiler struct {
	program
	setIndex map[string]int32
	contexts int // combinations of outer counters so far
}

// compileProgram translates n. The error's text says what to simplify.
func compileProgram(n node) (*program, error) {
	c := &compiler{setIndex: map[string]int32{}}
	accept := c.emit(instruction{op: opAccept, loop: none})
	c.start = c.compile(n, accept, none)
	if c.contexts > maxContexts {
		return nil, fmt.Errorf("counted repetitions are nested with more than %d combinations; write the outer one with * or +, or simplify it", maxContexts)
	}
	c.alphabet = newAlphabet(c.sets)
	return &c.program, nil
}

func (c *compiler) emit(i instruction) int32 {
	c.code = append(c.code, i)
	return int32(len(c.code) - 1)
}

// compile translates n so that it goes on to next, and returns where n
// begins. Loop is the innermost counted loop around n.
func (c *compiler) compile(n node, next, loop int32) int32 {
	switch n := n.(type) {
	case charNode:
		return c.emit(instruction{op: opChar, set: c.setOf(n.set), loop: loop, next: next})
	case concatNode:
		for i := len(n.parts) - 1; i >= 0; i-- {
			next = c.compile(n.parts[i], next, loop)
		}
		return next
	case choiceNode:
		start := c.compile(n.branches[len(n.branches)-1], next, loop)
		for i := len(n.branches) - 2; i >= 0; i-- {
			branch := c.compile(n.branches[i], next, loop)
			start = c.emit(instruction{op: opSplit, loop: loop, next: branch, other: start})
		}
		return start
	case repeatNode:
		return c.compileRepeat(n, next, loop)
	}
	panic("pattern: unknown node")
}

// compileRepeat translates ?, * and + into splits and any other repetition
// into a counted loop.
func (c *compiler) compileRepeat(n repeatNode, next, outer int32) int32 {
	switch {
	case n.min == 0 && n.max == 1:
		body := c.compile(n.body, next, outer)
		return c.emit(instruction{op: opSplit, loop: outer, next: body, other: next})
	case n.min <= 1 && n.max == unbounded:
		split := c.emit(instruction{op: opSplit, loop: outer, next: next})
		body := c.compile(n.body, split, outer)
		c.code[split].other = body
		if n.min == 1 {
			return body
		}
		return split
	}
	index := c.addLoop(n, outer)
	again := c.emit(instruction{op: opRepeat, loop: index, next: next})
	body := c.compile(n.body, again, index)
	c.code[again].other = body
	enter := c.emit(instruction{op: opEnter, loop: outer, next: body})
	if n.min > 0 {
		return enter
	}
	return c.emit(instruction{op: opSplit, loop: outer, next: enter, other: next})
}

// addLoop registers a counted loop and the combinations of counters around it.
func (c *compiler) addLoop(n repeatNode, outer int32) int32 {
	combinations := 1
	for o := outer; o != none && combinations <= maxContexts; o = c.loops[o].outer {
		combinations *= int(c.loops[o].values())
	}
	if outer != none {
		c.contexts = min(c.contexts+combinations, maxContexts+1)
	}
	c.loops = append(c.loops, loop{int32(n.min), int32(n.max), outer})
	return int32(len(c.loops) - 1)
}

// values returns how many values the loop's counter can have.
func (l loop) values() int32 {
	if l.max == unbounded {
		return l.min
	}
	return l.max
}

// setOf returns the index of set, the same for equal sets.
func (c *compiler) setOf(set charSet) int32 {
	var key []byte
	for _, s := range set {
		key = binary.AppendVarint(binary.AppendVarint(key, int64(s.lo)), int64(s.hi))
	}
	index, ok := c.setIndex[string(key)]
	if !ok {
		index = int32(len(c.sets))
		c.sets = append(c.sets, set)
		c.setIndex[string(key)] = index
	}
	return index
}
