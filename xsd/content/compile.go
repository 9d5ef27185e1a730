package content

import "github.com/mvainnsyn/mvainnsyn/xsd/source"

// Model is a compiled content model. It is immutable and safe for concurrent use.
type Model struct {
	root   Node
	leaves []Leaf
}

// Compile makes an automaton of a particle tree. The nodes and leaves must not be changed afterwards.
func Compile(root Node, leaves []Leaf) (*Model, error) {
	return &Model{root: root, leaves: leaves}, nil
}

// Root is the particle tree the model was compiled from.
func (m *Model) Root() Node { return m.root }

// Leaves are the leaves the model was compiled with.
func (m *Model) Leaves() []Leaf { return m.leaves }

// NewMatcher returns a matcher at the start of the model's content.
func (m *Model) NewMatcher() Matcher { return Matcher{} }

// Matcher follows a sequence of elements through a model.
type Matcher struct{}

// Reset puts the matcher at the start of the content of m.
func (x *Matcher) Reset(m *Model) {}

// Next takes the next element: the leaf it is, or false where it is not allowed here; the matcher then stays where it is.
func (x *Matcher) Next(name source.Name) (leaf int, ok bool) { return 0, false }

// AtEnd reports whether the content may end here.
func (x *Matcher) AtEnd() bool { return false }

// Expected returns the leaves allowed next, in order.
func (x *Matcher) Expected() []int { return nil }
