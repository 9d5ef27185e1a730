// Package content compiles content models (XSD 1.0 Part 1, section 3.8) to automata with counters and matches sequences of
// element names against them. Particle trees are plain data, so that generated code can hold them in static tables.
//
// Occurrence bounds are never unrolled: maxOccurs="1000000" costs as much as maxOccurs="2".
package content

import "github.com/mvainnsyn/mvainnsyn/xsd/source"

// Unbounded is the value of Node.Max for maxOccurs="unbounded".
const Unbounded = -1

// Op says what a Node is.
type Op uint8

// The kinds of nodes: a leaf (an element or a wildcard) and the three compositors.
const (
	LeafOp Op = iota
	SequenceOp
	ChoiceOp
	AllOp
)

// Node is a particle (XSD 1.0 Part 1, section 3.9): a term with its occurrence bounds. Leaf is the index into the model's
// leaves where Op is LeafOp; Children are the particles of a group otherwise.
type Node struct {
	Op       Op
	Min, Max int
	Leaf     int
	Children []Node
}

// Leaf is an element particle with the elements that may stand for it, or a wildcard where Any is not nil.
type Leaf struct {
	Element     source.Name
	Substitutes []source.Name
	Any         *Wildcard
}

// Allows reports whether an element of the given name can be what the leaf stands for.
func (l *Leaf) Allows(name source.Name) bool {
	if l.Any != nil {
		return l.Any.Namespaces.Allows(name.Space)
	}
	if l.Element == name {
		return true
	}
	for _, s := range l.Substitutes {
		if s == name {
			return true
		}
	}
	return false
}
