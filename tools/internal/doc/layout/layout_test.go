// This file holds the rules of the layout to random graphs.

package layout

import (
	"math/rand/v2"
	"reflect"
	"slices"
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

// TestFaults: what a picture must not have is seen.
func TestFaults(t *testing.T) {
	g := Graph{Boxes: make([]Box, 3), Edges: []Edge{{From: 0, To: 1}, {From: 0, To: 2}}}
	p := Placed{
		Boxes: []Rect{{0, 0, 10, 10}, {5, 5, 10, 10}, {30, 0, 10, 10}}, Width: 40, Height: 20,
		Edges: []Route{
			{Points: []Point{{10, 5}, {15, 5}}, Label: Rect{31, 1, 5, 5}},
			{Points: []Point{{10, 8}, {30, 8}}, Label: Rect{33, 3, 5, 8}},
		},
	}
	want := []string{
		"boxes 0 and 1 overlap", "the label of edge 0 overlaps box 2",
		"the label of edge 1 overlaps box 2", "the labels of edges 0 and 1 overlap", "edge 1 from 0 to 2 runs through box 1",
	}
	got := Faults(g, p)
	for _, fault := range want {
		if !slices.Contains(got, fault) {
			t.Errorf("not seen: %s in %q", fault, got)
		}
	}
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
