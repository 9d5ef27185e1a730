// This file gives lanes to the edges that pass a column, and places to all nodes.

package layout

import (
	"cmp"
	"math"
	"slices"
)

// addLanes places the boxes alone, and then adds lanes where their edges would pass.
func (l *layers) addLanes() {
	for e := range l.graph.Edges {
		l.chain(e, nil)
	}
	l.settle()
	for _, n := range l.boxes {
		n.left, n.right = nil, nil
	}
	lanes := make([][]*node, len(l.columns))
	for e := range l.graph.Edges {
		passed := l.passed(e)
		for _, lane := range passed {
			lanes[lane.column] = append(lanes[lane.column], lane)
		}
		l.chain(e, passed)
	}
	for c := range l.columns {
		l.insert(c, lanes[c])
	}
}

// passed makes the lanes of an edge: none to the next column; one in each column between, and where it does not lead on to the right, one in the
// columns of both its boxes too.
func (l *layers) passed(e int) []*node {
	from, to := l.boxes[l.graph.Edges[e].From], l.boxes[l.graph.Edges[e].To]
	step, first, last := 1, from.column+1, to.column-1
	if to.column <= from.column {
		step, first, last = -1, from.column, to.column
	}
	var lanes []*node
	for c := first; (last-c)*step >= 0; c += step {
		near := to
		if c == from.column && from.column != to.column {
			near = from
		}
		lanes = append(lanes, &node{box: -1, column: c, wanted: near.y + near.height})
	}
	return lanes
}

// insert puts lanes into a column, each into the gap between boxes that is nearest to where it is wanted.
func (l *layers) insert(c int, lanes []*node) {
	if len(lanes) == 0 {
		return
	}
	boxes := l.columns[c]
	gaps := make([][]*node, len(boxes)+1)
	for _, lane := range lanes {
		gap := 0
		for gap < len(boxes) && boxes[gap].y+boxes[gap].height <= lane.wanted {
			gap++
		}
		gaps[gap] = append(gaps[gap], lane)
	}
	var column []*node
	for i, gap := range gaps {
		slices.SortStableFunc(gap, func(a, b *node) int { return cmp.Compare(a.wanted, b.wanted) })
		column = append(column, gap...)
		if i < len(boxes) {
			column = append(column, boxes[i])
		}
	}
	l.columns[c] = column
}

// chain joins the two boxes of an edge by way of lanes.
func (l *layers) chain(e int, lanes []*node) {
	from, to := l.boxes[l.graph.Edges[e].From], l.boxes[l.graph.Edges[e].To]
	back := to.column <= from.column && len(lanes) > 0
	l.chains[e] = nil
	at, onRight := from, true
	for _, lane := range lanes {
		l.join(e, at, onRight, lane, back)
		at, onRight = lane, !back
	}
	l.join(e, at, onRight, to, false)
}

// join adds a piece between two nodes, at the right or the left side of each.
func (l *layers) join(e int, from *node, fromRight bool, to *node, toRight bool) {
	p := &piece{edge: e, channel: from.column}
	if fromRight {
		p.channel++
	}
	p.first = from.add(p, fromRight)
	p.last = to.add(p, toRight)
	l.chains[e] = append(l.chains[e], p)
}

func (n *node) add(p *piece, right bool) *end {
	e := &end{node: n, piece: p}
	if right {
		n.right = append(n.right, e)
	} else {
		n.left = append(n.left, e)
	}
	return e
}

// settle places all nodes: each as near as can be to what it is joined with, in its order.
func (l *layers) settle() {
	for _, column := range l.columns {
		for _, n := range column {
			n.makeRoom(l.graph)
		}
		stack(column, func(*node) float64 { return 0 })
	}
	for round := range rounds {
		l.sortEnds()
		for i := range l.columns {
			c := i
			if round%2 == 1 {
				c = len(l.columns) - 1 - i
			}
			stack(l.columns[c], (*node).aligned)
		}
	}
	l.toTop()
	l.sortEnds()
	l.straighten()
}

// makeRoom makes a box high enough for the ends of its edges.
func (n *node) makeRoom(g Graph) {
	if n.box < 0 {
		n.height = 0
		return
	}
	needed := PortGap * float64(max(len(n.left), len(n.right))+1)
	n.height = 2 * math.Ceil(max(g.Boxes[n.box].Height, needed)/2)
}

// sortEnds orders the ends at each side of a box by where they lead, and spreads them.
func (l *layers) sortEnds() {
	for _, n := range l.boxes {
		n.spread(n.left)
		n.spread(n.right)
	}
}

func (n *node) spread(ends []*end) {
	slices.SortStableFunc(ends, func(a, b *end) int { return cmp.Compare(a.leadsTo(), b.leadsTo()) })
	middle := n.height / 2
	for i, e := range ends {
		e.offset = middle + (float64(i)-float64(len(ends)-1)/2)*PortGap
	}
}

// leadsTo is the height that the other end has, whatever its place among its neighbours.
func (e *end) leadsTo() float64 {
	other := e.other()
	return other.node.y + other.node.height/2
}

// aligned is where the top of a node would be for its edges to be straight.
func (n *node) aligned() float64 {
	sum, count := 0.0, 0
	for _, ends := range [][]*end{n.left, n.right} {
		for _, e := range ends {
			other := e.other()
			if other.node == n {
				continue
			}
			sum += other.y() - e.offset
			count++
		}
	}
	if count == 0 {
		return n.y
	}
	return sum / float64(count)
}

// gap is the least distance between two neighbours in a column.
func gap(a, b *node) float64 {
	if a.box < 0 || b.box < 0 {
		return laneGap
	}
	return boxGap
}

// stack places a column's nodes in their order, without overlap, so that the squares of their distances from where they are wanted have the least sum
// (pool adjacent violators).
func stack(column []*node, wanted func(*node) float64) {
	type pool struct {
		sum, count float64
	}
	var pools []pool
	offsets := make([]float64, len(column))
	for i, n := range column {
		if i > 0 {
			offsets[i] = offsets[i-1] + column[i-1].height + gap(column[i-1], n)
		}
		pools = append(pools, pool{wanted(n) - offsets[i], 1})
		for last := len(pools) - 1; last > 0 && pools[last-1].sum/pools[last-1].count > pools[last].sum/pools[last].count; last-- {
			pools[last-1].sum += pools[last].sum
			pools[last-1].count += pools[last].count
			pools = pools[:last]
		}
	}
	i := 0
	for _, p := range pools {
		for range int(p.count) {
			column[i].y = p.sum/p.count + offsets[i]
			i++
		}
	}
}

// toTop moves everything to begin at 0, and in a high picture the first column to the top, where reading begins.
func (l *layers) toTop() {
	top, bottom := l.extent()
	for _, column := range l.columns {
		for _, n := range column {
			n.y = math.Round(n.y - top)
		}
	}
	if bottom-top > tall && len(l.columns[0]) > 0 {
		stack(l.columns[0], func(*node) float64 { return 0 })
		shift := l.columns[0][0].y
		for _, n := range l.columns[0] {
			n.y = math.Round(n.y - shift)
		}
	}
}

// smallJog is a bend that is not worth its corners.
const smallJog = 10.0

// straighten moves nodes a little where that makes the first of their edges straight.
func (l *layers) straighten() {
	for _, column := range l.columns {
		for i, n := range column {
			if len(n.left) == 0 {
				continue
			}
			first := n.left[0]
			move := first.other().y() - first.y()
			if math.Abs(move) > smallJog || first.other().node.column != n.column-1 {
				continue
			}
			above := i == 0 && n.y+move >= 0 || i > 0 && column[i-1].y+column[i-1].height+gap(column[i-1], n) <= n.y+move
			below := i == len(column)-1 || n.y+move+n.height+gap(n, column[i+1]) <= column[i+1].y
			if above && below {
				n.y += move
			}
		}
	}
}

func (l *layers) extent() (top, bottom float64) {
	first := true
	for _, column := range l.columns {
		for _, n := range column {
			if first {
				top, bottom, first = n.y, n.y+n.height, false
			}
			top, bottom = min(top, n.y), max(bottom, n.y+n.height)
		}
	}
	return top, bottom
}
