// The reference that the automaton is measured against: derivatives of particle trees, with counts unrolled one at a time.

package content

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

var refEmpty = Node{Op: SequenceOp, Min: 1, Max: 1}

func isRefEmpty(n Node) bool { return n.Max == 0 || n.Op == SequenceOp && len(n.Children) == 0 }

func refNullable(n Node) bool {
	if n.Min == 0 || n.Max == 0 {
		return true
	}
	switch n.Op {
	case LeafOp:
		return false
	case ChoiceOp:
		return slices.ContainsFunc(n.Children, refNullable)
	default:
		return !slices.ContainsFunc(n.Children, func(c Node) bool { return !refNullable(c) })
	}
}

func refSequence(nodes ...Node) Node {
	var kids []Node
	for _, n := range nodes {
		switch {
		case isRefEmpty(n):
		case n.Op == SequenceOp && n.Min == 1 && n.Max == 1:
			kids = append(kids, n.Children...)
		default:
			kids = append(kids, n)
		}
	}
	return Node{Op: SequenceOp, Min: 1, Max: 1, Children: kids}
}

// key tells nodes apart.
func key(n Node) string {
	b := []byte{byte(n.Op), byte(n.Min), byte(n.Max), byte(n.Leaf), byte(len(n.Children))}
	for _, c := range n.Children {
		b = append(b, key(c)...)
	}
	return string(b)
}

// derive is what may follow an element of the leaf: the partial derivatives of n (Antimirov), sequences all.
func derive(n Node, leaf int) (rests []Node) {
	if n.Max == 0 {
		return nil
	}
	again := n
	again.Min = max(n.Min-1, 0)
	if n.Max != Unbounded {
		again.Max--
	}
	for _, d := range deriveBody(n, leaf) {
		rests = append(rests, refSequence(d, again))
	}
	return rests
}

func deriveBody(n Node, leaf int) (rests []Node) {
	switch n.Op {
	case LeafOp:
		if n.Leaf == leaf {
			return []Node{refEmpty}
		}
	case ChoiceOp:
		for _, c := range n.Children {
			rests = append(rests, derive(c, leaf)...)
		}
	case SequenceOp:
		for i, c := range n.Children {
			for _, d := range derive(c, leaf) {
				rests = append(rests, refSequence(append([]Node{d}, n.Children[i+1:]...)...))
			}
			if !refNullable(c) {
				break
			}
		}
	case AllOp:
		for i, c := range n.Children {
			others := slices.Delete(slices.Clone(n.Children), i, i+1)
			for _, d := range derive(c, leaf) {
				rests = append(rests, refSequence(d, Node{Op: AllOp, Min: 1, Max: 1, Children: others}))
			}
		}
	}
	return rests
}

// reference is the set of what may follow the word so far.
type reference struct {
	leaves []Leaf
	rest   []Node
}

func newReference(root Node, leaves []Leaf) *reference {
	return &reference{leaves, []Node{root}}
}

// after is what may follow if the next element is one of the leaf.
func (r *reference) after(leaf int) *reference {
	next := &reference{leaves: r.leaves}
	seen := map[string]bool{}
	for _, n := range r.rest {
		for _, d := range derive(n, leaf) {
			if k := key(d); !seen[k] {
				seen[k] = true
				next.rest = append(next.rest, d)
			}
		}
	}
	return next
}

func (r *reference) expected() (leaves []int) {
	for i := range r.leaves {
		if len(r.after(i).rest) > 0 {
			leaves = append(leaves, i)
		}
	}
	return leaves
}

func (r *reference) next(name source.Name) *reference {
	next := &reference{leaves: r.leaves}
	for i := range r.leaves {
		if r.leaves[i].Allows(name) {
			next.rest = append(next.rest, r.after(i).rest...)
		}
	}
	return next
}

// key tells places apart.
func (r *reference) key() string {
	keys := make([]string, len(r.rest))
	for i, n := range r.rest {
		keys[i] = key(n)
	}
	slices.Sort(keys)
	return strings.Join(keys, "\n")
}

func (r *reference) atEnd() bool { return slices.ContainsFunc(r.rest, refNullable) }

// randomTree draws a small tree; leaves are named from the first letters of the alphabet, wildcards are among them.
func randomTree(random *rand.Rand, depth int, leaves *[]Leaf) Node {
	bounds := [][2]int{{1, 1}, {1, 1}, {1, 1}, {0, 1}, {0, 1}, {0, Unbounded}, {1, Unbounded}, {2, 2}, {2, 3}, {1, 2}, {0, 2}, {2, Unbounded}}
	b := bounds[random.Intn(len(bounds))]
	n := Node{Min: b[0], Max: b[1]}
	if depth == 0 || random.Intn(3) == 0 {
		n.Leaf = len(*leaves)
		*leaves = append(*leaves, randomLeaf(random))
		return n
	}
	n.Op = Op(1 + random.Intn(2))
	for range 1 + random.Intn(3) {
		n.Children = append(n.Children, randomTree(random, depth-1, leaves))
	}
	return n
}

func randomLeaf(random *rand.Rand) Leaf {
	if random.Intn(8) == 0 {
		return Leaf{Any: &Wildcard{Namespaces: []NamespaceConstraint{Any(), Not("n"), List("n", "")}[random.Intn(3)]}}
	}
	l := Leaf{Element: letter(random.Intn(3))}
	if random.Intn(8) == 0 {
		l.Substitutes = []source.Name{letter(3)}
	}
	return l
}

func randomAll(random *rand.Rand) (Node, []Leaf) {
	n := Node{Op: AllOp, Min: random.Intn(2), Max: 1}
	var leaves []Leaf
	for i := range random.Intn(4) {
		n.Children = append(n.Children, Node{Min: random.Intn(2), Max: 1, Leaf: i})
		leaves = append(leaves, Leaf{Element: letter(i)})
	}
	return n, leaves
}

// alphabet is every name that makes a difference in random trees.
var alphabet = []source.Name{letter(0), letter(1), letter(2), letter(3), {Space: "n", Local: "a"}, {Space: "m", Local: "x"}}

func letter(i int) source.Name { return source.Name{Local: string(rune('a' + i))} }

// show writes a tree as a regular expression.
func show(n Node, leaves []Leaf) string {
	text := ""
	if n.Op == LeafOp {
		l := leaves[n.Leaf]
		text = l.Element.Local
		if l.Any != nil {
			text = "<" + l.Any.Namespaces.String() + ">"
		}
		for _, s := range l.Substitutes {
			text += "/" + s.Local
		}
	} else {
		var parts []string
		for _, c := range n.Children {
			parts = append(parts, show(c, leaves))
		}
		text = "(" + strings.Join(parts, [...]string{"", ", ", " | ", " & "}[n.Op]) + ")"
	}
	return fmt.Sprintf("%s{%d,%s}", text, n.Min, bound(n.Max))
}
