// This file routes the edges in the channels.

package layout

import (
	"cmp"
	"math"
	"slices"
)

// channel is the space to the left of a column, with the pieces in it.
type channel struct {
	pieces []*piece
	tracks int
	labels float64 // width of the zone of labels
	x      float64 // where it begins
}

func (c *channel) width() float64 {
	if len(c.pieces) == 0 {
		return 0
	}
	return stub + float64(max(c.tracks-1, 0))*trackGap + stub + c.labels
}

// trackX is where the vertical pieces of a track are.
func (c *channel) trackX(track int) float64 { return c.x + stub + float64(track)*trackGap }

// route gives x to columns and corners to edges.
func (l *layers) route() Placed {
	channels := l.channels()
	widths := make([]float64, len(l.columns))
	for i, b := range l.graph.Boxes {
		widths[l.boxes[i].column] = max(widths[l.boxes[i].column], b.Width)
	}
	x := 0.0
	columnX := make([]float64, len(l.columns))
	for c := range channels {
		channels[c].x = x
		x += channels[c].width()
		if c < len(widths) {
			columnX[c] = x
			x += widths[c]
		}
	}
	_, height := l.extent()
	placed := Placed{Width: x, Height: height}
	for i, b := range l.graph.Boxes {
		n := l.boxes[i]
		placed.Boxes = append(placed.Boxes, Rect{columnX[n.column], n.y, b.Width, n.height})
	}
	for e := range l.graph.Edges {
		placed.Edges = append(placed.Edges, l.routed(e, channels, placed.Boxes))
	}
	return placed
}

// channels collects the pieces of each channel and gives them tracks.
func (l *layers) channels() []channel {
	channels := make([]channel, len(l.columns)+1)
	for e, chain := range l.chains {
		for _, p := range chain {
			channels[p.channel].pieces = append(channels[p.channel].pieces, p)
		}
		if w := l.graph.Edges[e].LabelWidth; w > 0 {
			c := &channels[chain[len(chain)-1].channel]
			c.labels = max(c.labels, w+labelPad+arrow)
		}
	}
	for i := range channels {
		channels[i].assign()
	}
	return channels
}

// routed are the corners of one edge.
func (l *layers) routed(e int, channels []channel, boxes []Rect) Route {
	chain := l.chains[e]
	start := chain[0].first
	from := boxes[start.node.box]
	points := []Point{{from.X + from.Width, start.y()}}
	for _, p := range chain {
		if !p.straight() {
			x := channels[p.channel].trackX(p.track)
			points = append(points, Point{x, p.first.y()}, Point{x, p.last.y()})
		}
	}
	last := chain[len(chain)-1].last
	to := boxes[last.node.box]
	points = append(points, Point{to.X, last.y()})
	r := Route{Points: points}
	if w := l.graph.Edges[e].LabelWidth; w > 0 {
		r.Label = Rect{to.X - arrow - w, last.y() - 3 - LabelHeight, w, LabelHeight}
	}
	return r
}

// straight reports whether a piece needs no vertical part.
func (p *piece) straight() bool { return math.Abs(p.first.y()-p.last.y()) < 0.01 }

// span is the vertical extent of a piece.
func (p *piece) span() (top, bottom float64) {
	return min(p.first.y(), p.last.y()), max(p.first.y(), p.last.y())
}

// near is how close two parallel pieces may come.
const near = 4.0

func (p *piece) overlaps(q *piece) bool {
	top, bottom := p.span()
	otherTop, otherBottom := q.span()
	return top-near < otherBottom && otherTop-near < bottom
}

// atLeft reports whether an end comes from the left side of the channel.
func (e *end) atLeft() bool { return e.piece.channel == e.node.column+1 }

// assign gives tracks to the pieces that have a vertical part, from the left: in an order with few crossings, each as far to the left as those allow
// that it must be right of.
func (c *channel) assign() {
	var bent []*piece
	for _, p := range c.pieces {
		if !p.straight() {
			bent = append(bent, p)
		}
	}
	slices.SortStableFunc(bent, func(a, b *piece) int {
		aTop, _ := a.span()
		bTop, _ := b.span()
		return cmp.Compare(aTop, bTop)
	})
	var order []*piece
	for _, p := range bent {
		order = slices.Insert(order, cheapest(order, p), p)
	}
	for i, p := range order {
		p.track = 0
		for _, q := range order[:i] {
			if p.overlaps(q) {
				p.track = max(p.track, q.track+1)
			}
		}
		c.tracks = max(c.tracks, p.track+1)
	}
}

// cheapest is the place in the order at which a piece makes the fewest crossings.
func cheapest(order []*piece, p *piece) int {
	cost := 0
	for _, q := range order {
		cost += crossing(p, q)
	}
	best, least := 0, cost
	for i, q := range order {
		cost += crossing(q, p) - crossing(p, q)
		if cost < least {
			best, least = i+1, cost
		}
	}
	return best
}

// onOneLine is what it costs when two edges run on one line: more than any crossing.
const onOneLine = 100

// crossing is what it costs to have piece a to the left of b.
func crossing(a, b *piece) int {
	if !a.overlaps(b) {
		return 0
	}
	cost := 0
	for _, e := range []*end{a.first, a.last} {
		if !e.atLeft() {
			cost += meets(e, b, true)
		}
	}
	for _, e := range []*end{b.first, b.last} {
		if e.atLeft() {
			cost += meets(e, a, false)
		}
	}
	return cost
}

// meets is what it costs that the horizontal part at an end crosses another piece.
func meets(e *end, p *piece, leftOfOther bool) int {
	for _, o := range []*end{p.first, p.last} {
		if o.atLeft() == leftOfOther && math.Abs(o.y()-e.y()) < near {
			return onOneLine
		}
	}
	top, bottom := p.span()
	if e.y() > top && e.y() < bottom {
		return 1
	}
	return 0
}
