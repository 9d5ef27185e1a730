// Normal form of particle trees: what vanishes is gone, groups that only bracket are dissolved, and repeated repetitions are
// one repetition where that accepts the same.

package content

import (
	"fmt"
	"math"
)

// maxDepth bounds the nesting of groups, and with it the stack that compiling needs.
const maxDepth = 10_000

// term is a particle in normal form. Its bounds are those that matter: min is 0 where the body accepts nothing at all, max
// may be Unbounded. A group has at least two children, unless its bounds cannot be merged with those of its only child.
type term struct {
	op       Op
	min, max int
	leaf     int
	kids     []*term
	nullable bool // the particle, with its bounds, accepts the empty sequence

	// Set by builder.
	first span   // the edges that the body may begin with
	pos   int32  // of a leaf
	spans []span // of a sequence: what may follow each child within one iteration
}

// The terms without leaves: empty accepts the empty sequence only, never accepts nothing, as xs:choice without particles.
var (
	empty = &term{op: SequenceOp, min: 1, max: 1, nullable: true}
	never = &term{op: ChoiceOp, min: 1, max: 1}
)

// once reports whether the particle occurs exactly once, so that its bounds say nothing.
func (t *term) once() bool { return t.min == 1 && t.max == 1 }

// loops reports whether the body may occur more than once.
func (t *term) loops() bool { return t.max != 1 }

// counted reports whether iterations of the body have to be counted.
func (t *term) counted() bool {
	if t.max == Unbounded {
		return t.min > 1
	}
	return t.max > 1
}

// normaliser turns nodes into terms; leaves is the number of leaves there are.
type normaliser struct{ leaves int }

func (z normaliser) node(n *Node, depth int) (*term, error) {
	if err := z.check(n, depth); err != nil {
		return nil, err
	}
	if n.Max == 0 {
		return empty, nil
	}
	body, err := z.body(n, depth)
	if err != nil {
		return nil, err
	}
	if body.op == AllOp && n.Max != 1 {
		return nil, fmt.Errorf("an all group may occur at most once, here maxOccurs is %s", bound(n.Max))
	}
	return repeat(body, n.Min, n.Max), nil
}

// check refuses nodes that no schema can hold.
func (z normaliser) check(n *Node, depth int) error {
	switch {
	case depth > maxDepth:
		return fmt.Errorf("groups are nested more than %d deep", maxDepth)
	case n.Min < 0 || n.Max < Unbounded:
		return fmt.Errorf("occurrence bounds %d and %d are negative", n.Min, n.Max)
	case n.Max != Unbounded && n.Min > n.Max:
		return fmt.Errorf("minOccurs %d is greater than maxOccurs %d", n.Min, n.Max)
	case n.Op == LeafOp && (n.Leaf < 0 || n.Leaf >= z.leaves):
		return fmt.Errorf("leaf %d does not exist, there are %d", n.Leaf, z.leaves)
	case n.Op > AllOp:
		return fmt.Errorf("unknown kind of particle %d", n.Op)
	default:
		return nil
	}
}

// body is the node without its bounds.
func (z normaliser) body(n *Node, depth int) (*term, error) {
	if n.Op == LeafOp {
		return &term{op: LeafOp, min: 1, max: 1, leaf: n.Leaf}, nil
	}
	kids := make([]*term, 0, len(n.Children))
	for i := range n.Children {
		kid, err := z.node(&n.Children[i], depth+1)
		if err != nil {
			return nil, err
		}
		kids = append(kids, kid)
	}
	switch n.Op {
	case SequenceOp:
		return sequence(kids), nil
	case ChoiceOp:
		return choice(kids), nil
	default:
		return all(kids)
	}
}

// sequence joins terms; sequences that occur once are spliced in. Where the first is one, it grows: each term has one owner, and types that extend
// each other nest sequences in their first child, as deep as they are derived.
func sequence(terms []*term) *term {
	kids, nullable := make([]*term, 0, len(terms)), true
	if len(terms) > 0 && terms[0].op == SequenceOp && terms[0].once() && terms[0] != empty {
		kids, nullable, terms = terms[0].kids, terms[0].nullable, terms[1:]
	}
	for _, t := range terms {
		switch {
		case t == never:
			return never
		case t == empty:
			continue
		case t.op == SequenceOp && t.once():
			kids = append(kids, t.kids...)
		default:
			kids = append(kids, t)
		}
		nullable = nullable && t.nullable
	}
	switch len(kids) {
	case 0:
		return empty
	case 1:
		return kids[0]
	default:
		return &term{op: SequenceOp, min: 1, max: 1, kids: kids, nullable: nullable}
	}
}

// choice unites terms; choices that occur at most once are spliced in.
func choice(terms []*term) *term {
	kids := make([]*term, 0, len(terms))
	optional := false
	for _, t := range terms {
		switch {
		case t == never:
		case t == empty:
			optional = true
		case t.op == ChoiceOp && t.max == 1:
			kids = append(kids, t.kids...)
			optional = optional || t.min == 0
		default:
			kids = append(kids, t)
		}
	}
	body := never
	switch len(kids) {
	case 0:
	case 1:
		body = kids[0]
	default:
		body = &term{op: ChoiceOp, min: 1, max: 1, kids: kids}
		for _, k := range kids {
			body.nullable = body.nullable || k.nullable
		}
	}
	if optional {
		return repeat(body, 0, 1)
	}
	return body
}

// all is an all group: elements that occur at most once (XSD 1.0 Part 1, section 3.8.6, All Group Limited).
func all(terms []*term) (*term, error) {
	body := &term{op: AllOp, min: 1, max: 1, nullable: true}
	for _, t := range terms {
		if t == empty {
			continue
		}
		if t.op != LeafOp || t.max != 1 {
			return nil, fmt.Errorf("an all group holds elements that occur at most once, nothing else")
		}
		body.kids = append(body.kids, t)
		body.nullable = body.nullable && t.nullable
	}
	if len(body.kids) == 0 {
		return empty, nil
	}
	return body, nil
}

// repeat is t occurring between low and high times.
func repeat(t *term, low, high int) *term {
	switch {
	case t == never && low == 0, t == empty, high == 0:
		return empty
	case t == never:
		return never
	case low == 1 && high == 1:
		return t
	case t.once():
		if t.nullable && t.op != AllOp {
			low = 0 // iterations that match nothing make up for those that are missing
		}
		return withBounds(t, low, high)
	}
	if least, most, ok := multiply(t.min, t.max, low, high); ok {
		return withBounds(t, least, most)
	}
	if low == 0 && high != 1 {
		t, low, high = repeat(t, 1, high), 0, 1
	}
	if t.nullable {
		low = 0
	}
	return &term{op: SequenceOp, min: low, max: high, kids: []*term{t}, nullable: low == 0}
}

func withBounds(t *term, least, most int) *term {
	changed := *t
	changed.min, changed.max = least, most
	changed.nullable = t.nullable || least == 0
	return &changed
}

// multiply merges t{p,q} repeated between low and high times into one repetition, where the numbers of t that it accepts have
// no gaps: k iterations give kp to kq of them, so each k must reach as far as the next begins, and the first is decisive.
func multiply(p, q, low, high int) (least, most int, ok bool) {
	gapless := low == high || q == Unbounded && low > 0 || p <= 1
	if !gapless && low > 0 {
		gapless = times(low+1, p) <= saturated(times(low, q), 1)
	}
	if !gapless {
		return 0, 0, false
	}
	least = times(low, p)
	if q == Unbounded || high == Unbounded {
		return least, Unbounded, true
	}
	if most = times(high, q); most == math.MaxInt {
		most = Unbounded // more than there can be elements
	}
	return least, most, true
}

// times is a product of numbers that are not negative, at most math.MaxInt.
func times(a, b int) int {
	if a != 0 && b > math.MaxInt/a {
		return math.MaxInt
	}
	return a * b
}

func saturated(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}

func bound(most int) string {
	if most == Unbounded {
		return "unbounded"
	}
	return fmt.Sprint(most)
}
