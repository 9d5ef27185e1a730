// This file works out how often each Go field of a struct is written, where the fields lie as the content model does: the model need not be followed then.

package codec

import (
	"math"
	"slices"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// directGroup is an optional group of a content model, by what is zero where a part of it is not there. If some part is there, those that it requires are.
type directGroup struct{ parts, required emptyWords }

// isWhole reports whether all of the group that must be there is in the struct or branch at holder.
func (g *directGroup) isWhole(holder unsafe.Pointer) bool {
	isThere := func(offset uint32) bool { return !isZero(holder, offset) }
	return slices.IndexFunc(g.required, func(offset uint32) bool { return isZero(holder, offset) }) < 0 || !slices.ContainsFunc(g.parts, isThere)
}

// areWhole reports whether each group in the struct or branch at holder is whole.
func areWhole(groups []directGroup, holder unsafe.Pointer) bool {
	for i := range groups {
		if !groups[i].isWhole(holder) {
			return false
		}
	}
	return true
}

// bounds gives the parts of a struct or branch the bounds of the particles that they stand for one by one, and returns the optional groups that they are in. It is not
// ok where they are laid out otherwise than the content model: that must be followed then.
func bounds(model content.Node, parts []directPart) (groups []directGroup, ok bool) {
	var b binder
	if rest, ok := b.node(model, parts); !ok || len(rest) > 0 {
		return nil, false
	}
	return b.groups, true
}

// binder goes through a content model and parts together.
type binder struct{ groups []directGroup }

// node takes the parts that stand for a node, and returns those behind them.
func (b *binder) node(n content.Node, parts []directPart) (rest []directPart, ok bool) {
	switch {
	case n.Op == content.LeafOp:
		return boundLeaf(n, parts)
	case n.Op == content.ChoiceOp:
		return boundChoice(n, parts)
	case n.Max != 1:
		return nil, false
	case n.Min == 0:
		return b.optional(n, parts)
	}
	return b.nodes(n.Children, parts)
}

func (b *binder) nodes(children []content.Node, parts []directPart) (rest []directPart, ok bool) {
	for _, child := range children {
		if parts, ok = b.node(child, parts); !ok {
			return nil, false
		}
	}
	return parts, true
}

func boundLeaf(n content.Node, parts []directPart) (rest []directPart, ok bool) {
	if len(parts) == 0 || parts[0].facts == nil || parts[0].field != n.Leaf {
		return nil, false
	}
	q := &parts[0]
	q.least, q.optional = n.Min, n.Min == 0
	if q.most = n.Max; n.Max == content.Unbounded {
		q.most = math.MaxInt
	}
	return parts[1:], true
}

// boundChoice takes a choice of which each branch is an alternative.
func boundChoice(n content.Node, parts []directPart) (rest []directPart, ok bool) {
	if len(parts) == 0 || parts[0].kind != choice || n.Max != 1 || len(n.Children) != len(parts[0].cases) {
		return nil, false
	}
	q := &parts[0]
	q.optional = n.Min == 0
	for i, child := range n.Children {
		if q.cases[i].groups, ok = bounds(child, q.cases[i].parts); !ok {
			return nil, false
		}
	}
	return parts[1:], true
}

// optional takes an optional group. Its parts need not be there, and the group tells which of them must be there together.
func (b *binder) optional(n content.Node, parts []directPart) (rest []directPart, ok bool) {
	if rest, ok = b.nodes(n.Children, parts); !ok {
		return nil, false
	}
	var g directGroup
	for i := range parts[:len(parts)-len(rest)] {
		q := &parts[i]
		isRequired := !q.optional
		if q.optional = true; q.occurs != many {
			q.least = 0
		}
		offset := q.emptyAt()
		if offset == unknown {
			return nil, false
		}
		g.parts = append(g.parts, offset)
		if isRequired {
			g.required = append(g.required, offset)
		}
	}
	b.groups = append(b.groups, g)
	return rest, true
}
