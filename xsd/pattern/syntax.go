// The syntax tree of an expression, and the laws by which it is simplified
// while it is built.

package pattern

import "math"

// node is an expression: a charNode, concatNode, choiceNode or repeatNode.
type node interface {
	nullable() bool // does the empty string match
}

// charNode matches one character of its set.
type charNode struct{ set charSet }

// concatNode matches its parts in order; without parts, the empty string.
type concatNode struct{ parts []node }

// choiceNode matches one of its branches, two or more.
type choiceNode struct{ branches []node }

// repeatNode matches its body min to max times. Max may be unbounded.
type repeatNode struct {
	body     node
	min, max int
}

// unbounded as a maximum means any number of times. It is the largest number,
// so that maxima compare as numbers do.
const unbounded = math.MaxInt32

func (charNode) nullable() bool { return false }

func (n concatNode) nullable() bool {
	for _, part := range n.parts {
		if !part.nullable() {
			return false
		}
	}
	return true
}

func (n choiceNode) nullable() bool {
	for _, branch := range n.branches {
		if branch.nullable() {
			return true
		}
	}
	return false
}

func (n repeatNode) nullable() bool { return n.min == 0 || n.body.nullable() }

// empty matches the empty string only.
var empty = concatNode{}

// isEmpty reports whether n is written as the empty string.
func isEmpty(n node) bool {
	c, ok := n.(concatNode)
	return ok && len(c.parts) == 0
}

// concat joins parts, dropping empty ones.
func concat(parts []node) node {
	var kept []node
	for _, part := range parts {
		if inner, ok := part.(concatNode); ok {
			kept = append(kept, inner.parts...)
			continue
		}
		kept = append(kept, part)
	}
	if len(kept) == 1 {
		return kept[0]
	}
	return concatNode{kept}
}

// choice joins branches; neighbours of one character become one class.
func choice(branches []node) node {
	var kept []node
	for len(branches) > 0 {
		n, set := leadingChars(branches)
		if n > 0 {
			kept = append(kept, charNode{set})
			branches = branches[n:]
			continue
		}
		kept = append(kept, branches[0])
		branches = branches[1:]
	}
	if len(kept) == 1 {
		return kept[0]
	}
	return choiceNode{kept}
}

// leadingChars returns how many branches at the beginning match just one
// character, and all of those characters.
func leadingChars(branches []node) (n int, set charSet) {
	var spans []span
	for _, branch := range branches {
		class, ok := branch.(charNode)
		if !ok {
			break
		}
		spans = append(spans, class.set...)
		n++
	}
	return n, newCharSet(spans...)
}

// repeat builds body{low,high} in its simplest form.
func repeat(body node, low, high int) node {
	if body.nullable() {
		low = 0 // an iteration may be empty, so none of them is needed
	}
	if high == 0 || isEmpty(body) {
		return empty
	}
	if low == 1 && high == 1 {
		return body
	}
	if inner, ok := body.(repeatNode); ok {
		if joined, ok := joinRepeats(inner, low, high); ok {
			return joined
		}
	}
	return repeatNode{body, low, high}
}

// joinRepeats writes inner{low,high} as one repetition if the numbers of
// times that it allows have no gap: a{2,3}{2,3} is a{4,9}, but a{5}{1,2} is
// a five or ten times.
func joinRepeats(inner repeatNode, low, high int) (node, bool) {
	if low < high {
		ends, next := times(inner.max, low), times(inner.min, low+1)
		if ends != unbounded && next > ends+1 {
			return nil, false
		}
		if low == 0 && inner.min > 1 {
			return nil, false
		}
	}
	return repeat(inner.body, times(inner.min, low), times(inner.max, high)), true
}

// times multiplies; what exceeds the largest number is unbounded.
func times(a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	if a == unbounded || b == unbounded || int64(a)*int64(b) >= unbounded {
		return unbounded
	}
	return a * b
}
