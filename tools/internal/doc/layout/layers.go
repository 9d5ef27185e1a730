// This file holds the columns while they are worked on, and the order of boxes in them.

package layout

import (
	"cmp"
	"slices"
)

// node is a box, or a lane on which an edge passes a column.
type node struct {
	box    int // -1 for a lane
	column int
	height float64
	y      float64 // of the top
	wanted float64 // of a lane: where its edge would like it
	left   []*end
	right  []*end
}

// end is where a piece of an edge meets a node; offset is from the node's top.
type end struct {
	node   *node
	piece  *piece
	offset float64
}

func (e *end) y() float64 { return e.node.y + e.offset }

// other is the end at the other side of the piece.
func (e *end) other() *end {
	if e.piece.first == e {
		return e.piece.last
	}
	return e.piece.first
}

// piece is the part of an edge in one channel: channel i is to the left of column i.
type piece struct {
	edge        int
	channel     int
	first, last *end
	track       int
}

// layers are the columns of a graph.
type layers struct {
	graph   Graph
	columns [][]*node
	boxes   []*node
	chains  [][]*piece // by edge, from start to end
}

func newLayers(g Graph) *layers {
	l := &layers{graph: g, chains: make([][]*piece, len(g.Edges))}
	for i, b := range g.Boxes {
		n := &node{box: i, column: b.Column, height: b.Height}
		l.boxes = append(l.boxes, n)
		for len(l.columns) <= b.Column {
			l.columns = append(l.columns, nil)
		}
		l.columns[b.Column] = append(l.columns[b.Column], n)
	}
	return l
}

// rounds is how often the columns are gone through, forth and back; more changes little.
const rounds = 6

// order sorts each column by the places of what its boxes are joined with in the neighbouring ones, and keeps the order with the fewest crossings.
func (l *layers) order() {
	neighbours := l.neighbours()
	best, fewest := l.orders(), l.crossings()
	for round := range rounds {
		if fewest == 0 {
			break
		}
		l.sweep(neighbours, round%2 == 1)
		if n := l.crossings(); n < fewest {
			best, fewest = l.orders(), n
		}
	}
	for c := range l.columns {
		copy(l.columns[c], best[c])
	}
}

func (l *layers) orders() [][]*node {
	copied := make([][]*node, len(l.columns))
	for c, column := range l.columns {
		copied[c] = slices.Clone(column)
	}
	return copied
}

// neighbours are the boxes in the next columns that each box is joined with.
func (l *layers) neighbours() map[*node][]*node {
	joined := map[*node][]*node{}
	for _, e := range l.graph.Edges {
		from, to := l.boxes[e.From], l.boxes[e.To]
		if d := from.column - to.column; d == 1 || d == -1 {
			joined[from] = append(joined[from], to)
			joined[to] = append(joined[to], from)
		}
	}
	return joined
}

// sweep sorts the columns one after the other, from the right where back.
func (l *layers) sweep(neighbours map[*node][]*node, back bool) {
	step, column := 1, 1
	if back {
		step, column = -1, len(l.columns)-2
	}
	for ; column >= 0 && column < len(l.columns); column += step {
		place := map[*node]int{}
		for i, n := range l.columns[column-step] {
			place[n] = i
		}
		weight := map[*node]float64{}
		for i, n := range l.columns[column] {
			weight[n] = mean(neighbours[n], place, float64(i))
		}
		slices.SortStableFunc(l.columns[column], func(a, b *node) int { return cmp.Compare(weight[a], weight[b]) })
	}
}

// mean is the mean place of those nodes that have one.
func mean(nodes []*node, place map[*node]int, otherwise float64) float64 {
	sum, count := 0, 0
	for _, n := range nodes {
		if i, ok := place[n]; ok {
			sum += i
			count++
		}
	}
	if count == 0 {
		return otherwise
	}
	return float64(sum) / float64(count)
}

// crossings counts the pairs of edges between neighbouring columns that cross.
func (l *layers) crossings() int {
	place := map[*node]int{}
	for _, column := range l.columns {
		for i, n := range column {
			place[n] = i
		}
	}
	byChannel := make([][][2]int, len(l.columns))
	for _, e := range l.graph.Edges {
		from, to := l.boxes[e.From], l.boxes[e.To]
		if to.column == from.column+1 {
			byChannel[to.column] = append(byChannel[to.column], [2]int{place[from], place[to]})
		}
	}
	count := 0
	for _, pairs := range byChannel {
		for i, a := range pairs {
			for _, b := range pairs[:i] {
				if (a[0]-b[0])*(a[1]-b[1]) < 0 {
					count++
				}
			}
		}
	}
	return count
}
