// Where structs lie as the content model does, each part has the bounds of its particle, and optional groups are whole.

package codec

import (
	"math"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

func leaf(field, least, most int) content.Node {
	return content.Node{Op: content.LeafOp, Leaf: field, Min: least, Max: most}
}

func sequenceOf(least, most int, children ...content.Node) content.Node {
	return content.Node{Op: content.SequenceOp, Min: least, Max: most, Children: children}
}

// pointers returns parts for fields that are pointers, one word each.
func pointers(n int) []directPart {
	parts := make([]directPart, n)
	for i := range parts {
		parts[i] = directPart{kind: simpleElement, occurs: optional, offset: uintptr(i) * 8, field: i, facts: new(fieldFacts)}
	}
	return parts
}

func TestBounds(t *testing.T) {
	// (a, (b, c?)?, d)?, e
	model := sequenceOf(1, 1, sequenceOf(0, 1, leaf(0, 1, 1), sequenceOf(0, 1, leaf(1, 1, 1), leaf(2, 0, 1)), leaf(3, 1, 1)), leaf(4, 1, 1))
	parts := pointers(5)
	parts[4].occurs = one
	groups, ok := bounds(model, parts)
	want := []directGroup{{parts: emptyWords{8, 16}, required: emptyWords{8}}, {parts: emptyWords{0, 8, 16, 24}, required: emptyWords{0, 24}}}
	if diff := cmp.Diff(want, groups, cmp.AllowUnexported(directGroup{})); !ok || diff != "" {
		t.Errorf("ok %t\n%s", ok, diff)
	}
	if q := parts[4]; q.least != 1 || q.optional {
		t.Errorf("what stands behind the group need not be there: %+v", q)
	}
	for there, whole := range map[string]bool{"": true, "ad": true, "abd": true, "abcd": true, "acd": false, "a": false, "d": false, "b": false, "c": false, "bc": false, "abc": false} {
		var holder [5]uintptr
		for _, name := range there {
			holder[name-'a'] = 1
		}
		if areWhole(groups, unsafe.Pointer(&holder)) != whole {
			t.Errorf("%q: want whole %t", there, whole)
		}
	}
}

// What repeats, and what no word tells the presence of, has the content model followed.
func TestNoBounds(t *testing.T) {
	plain := pointers(2)
	plain[1].occurs = one
	for name, c := range map[string]struct {
		model content.Node
		parts []directPart
	}{
		"repeated":      {sequenceOf(1, 2, leaf(0, 1, 1), leaf(1, 1, 1)), pointers(2)},
		"unbounded":     {sequenceOf(0, content.Unbounded, leaf(0, 1, 1), leaf(1, 1, 1)), pointers(2)},
		"another order": {sequenceOf(1, 1, leaf(1, 1, 1), leaf(0, 1, 1)), pointers(2)},
		"too few":       {sequenceOf(1, 1, leaf(0, 1, 1), leaf(1, 1, 1)), pointers(1)},
		"too many":      {sequenceOf(1, 1, leaf(0, 1, 1)), pointers(2)},
		"unseen":        {sequenceOf(0, 1, leaf(0, 1, 1), leaf(1, 1, 1)), plain},
	} {
		if groups, ok := bounds(c.model, c.parts); ok || groups != nil {
			t.Errorf("%s: the bounds are taken to be known: %v", name, groups)
		}
	}
	parts := pointers(1)
	if _, ok := bounds(leaf(0, 0, content.Unbounded), parts); !ok || parts[0].most != math.MaxInt || !parts[0].optional {
		t.Errorf("%+v", parts[0])
	}
}
