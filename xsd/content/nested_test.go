package content

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// TestNestedSequencesCostTheirLength: types that extend each other nest sequences in their first child. Twice as deep costs about twice the memory.
func TestNestedSequencesCostTheirLength(t *testing.T) {
	compiled := func(depth int) uint64 {
		node := Node{Op: LeafOp, Min: 1, Max: 1}
		leaves := []Leaf{{Element: source.Name{Local: "e"}}}
		for i := range depth {
			leaves = append(leaves, Leaf{Element: source.Name{Local: "e", Space: string(rune('a' + i%26))}})
			node = Node{Op: SequenceOp, Min: 1, Max: 1, Children: []Node{node, {Op: LeafOp, Min: 1, Max: 1, Leaf: i + 1}}}
		}
		var m *Model
		var err error
		used := cost.Of(func() { m, err = Compile(node, leaves) })
		if err != nil {
			t.Fatal(err)
		}
		var matcher Matcher
		matcher.Reset(m)
		for i, leaf := range leaves {
			if got, ok := matcher.Next(leaf.Element); !ok || got != i {
				t.Fatalf("element %d is %d, %t", i, got, ok)
			}
		}
		if !matcher.AtEnd() {
			t.Fatal("the content is not complete at its end")
		}
		return used
	}
	short, long := compiled(2000), compiled(4000)
	if long > 3*short {
		t.Errorf("%d bytes for 2000 types and %d for 4000", short, long)
	}
}
