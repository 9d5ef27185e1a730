// The order of a search: the shortest words first, and among words of one length those found first.

package automaton

import "slices"

// turn is what waits in a queue.
type turn interface {
	// take looks at the places that the turn leads to; ended says that one of them answers the question.
	take(s *search) (found Result, ended bool)
}

// reached is a place whose turn it is.
type reached struct{ *place }

// following are all places that one element more than at a place leads to.
type following struct{ from *place }

// stride is the place that several equal elements more lead to.
type stride struct {
	from *place
	step
}

// queue holds turns by the lengths of their words, none of which is shorter than those whose turn has been.
type queue struct {
	lines   map[int][]turn
	lengths []int // of the lines, the longest first
}

func (q *queue) push(length int, t turn) {
	if q.lines == nil {
		q.lines = map[int][]turn{}
	}
	line, waiting := q.lines[length]
	if !waiting {
		at, _ := slices.BinarySearchFunc(q.lengths, length, func(other, length int) int { return length - other })
		q.lengths = slices.Insert(q.lengths, at, length)
	}
	q.lines[length] = append(line, t)
}

// pop takes out whose turn it is; false where nobody is left.
func (q *queue) pop() (turn, bool) {
	for len(q.lengths) > 0 {
		shortest := q.lengths[len(q.lengths)-1]
		line := q.lines[shortest]
		if len(line) > 0 {
			q.lines[shortest] = line[1:]
			return line[0], true
		}
		delete(q.lines, shortest)
		q.lengths = q.lengths[:len(q.lengths)-1]
	}
	return nil, false
}
