// This file holds the rules of the layout to random graphs.

package layout

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

// TestRandomGraphs: whatever the graph, boxes and labels keep clear of each other, and edges of boxes that are not theirs.
func TestRandomGraphs(t *testing.T) {
	for seed := range uint64(300) {
		g := randomGraph(rand.New(rand.NewPCG(seed, 0)))
		placed := Place(g)
		for _, fault := range Faults(g, placed) {
			t.Errorf("seed %d: %s", seed, fault)
		}
		if again := Place(g); !reflect.DeepEqual(placed, again) {
			t.Errorf("seed %d: placed otherwise the second time", seed)
		}
	}
}

func randomGraph(random *rand.Rand) Graph {
	var g Graph
	for range 1 + random.IntN(25) {
		g.Boxes = append(g.Boxes, Box{20 + float64(random.IntN(300)), 10 + float64(random.IntN(200)), random.IntN(5)})
	}
	for range random.IntN(40) {
		g.Edges = append(g.Edges, Edge{random.IntN(len(g.Boxes)), random.IntN(len(g.Boxes)), float64(random.IntN(3) * random.IntN(120))})
	}
	return g
}

// TestStraight: a chain of boxes of one height is a straight line.
func TestStraight(t *testing.T) {
	g := Graph{Boxes: []Box{{100, 40, 0}, {100, 40, 1}, {100, 40, 2}}, Edges: []Edge{{0, 1, 50}, {1, 2, 50}}}
	for _, r := range Place(g).Edges {
		if len(r.Points) != 2 || r.Points[0].Y != r.Points[1].Y {
			t.Errorf("not straight: %v", r.Points)
		}
	}
}

// TestCrossings: where an order without crossings exists between two columns, it is found.
func TestCrossings(t *testing.T) {
	g := Graph{
		Boxes: []Box{{50, 40, 0}, {50, 40, 0}, {50, 40, 1}, {50, 40, 1}},
		Edges: []Edge{{0, 3, 0}, {1, 2, 0}},
	}
	l := newLayers(g)
	l.order()
	if n := l.crossings(); n != 0 {
		t.Errorf("%d crossings", n)
	}
}
