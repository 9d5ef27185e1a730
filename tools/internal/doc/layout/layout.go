// Package layout places boxes in columns and routes edges between them at right angles. It knows sizes and nothing else.
//
// It is a layered layout of our own. The pure Go ports of Graphviz and ELK that there are run a whole program in WebAssembly or bring a hundred thousand
// lines; they give curves that cross boxes, and other bytes from version to version. What is drawn here is simpler than a graph in general: the column
// of a box is its distance from the root, so an edge leads to the next column, or back. That allows rules which hold by construction:
//
//   - boxes of a column stand below each other, and columns do not overlap;
//   - an edge runs in the channels between columns, and passes a column in a lane of its own between two boxes;
//   - a label stands above the last piece of its edge, in a zone of the channel that no vertical piece enters.
//
// The steps are Sugiyama's (K. Sugiyama, S. Tagawa, M. Toda, Methods for visual understanding of hierarchical system structures, 1981): order the
// boxes of each column, place them, route the edges. All of them are deterministic.
package layout

// Graph has the boxes and edges to place.
type Graph struct {
	Boxes []Box
	Edges []Edge
}

// Box is a box by its size; Column counts from 0.
type Box struct {
	Width, Height float64
	Column        int
}

// Edge leads from one box to another, by their indices. Its label stands at the end.
type Edge struct {
	From, To   int
	LabelWidth float64 // 0 without a label
}

// Point is a place; y grows downwards.
type Point struct{ X, Y float64 }

// Rect is a rectangle.
type Rect struct{ X, Y, Width, Height float64 }

// Placed is a graph with places, in the order of what was given. A box may be higher than asked for, to hold the ends of its edges.
type Placed struct {
	Boxes         []Rect
	Edges         []Route
	Width, Height float64
}

// Route is the way of an edge: corners from the border of one box to that of the other, and the place of the label, empty without one.
type Route struct {
	Points []Point
	Label  Rect
}

// The measures, in pixels.
const (
	LabelHeight = 14.0
	PortGap     = 20.0 // between ends of edges at one side of a box: a label and its edge
	boxGap      = 26.0
	laneGap     = 12.0 // above and below a lane
	trackGap    = 9.0  // between vertical pieces in a channel
	stub        = 18.0 // of an edge beside a box; holds the head of an arrow
	labelPad    = 6.0
	arrow       = 14.0  // between a label and the box, for the head of an arrow
	tall        = 900.0 // from this height on, the first column is aligned with the top
)

// Place places a graph.
func Place(g Graph) Placed {
	l := newLayers(g)
	l.order()
	l.addLanes()
	l.settle()
	return l.route()
}
