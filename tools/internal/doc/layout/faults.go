// This file judges a layout by its geometry alone, without the rules by which it was made.

package layout

import "fmt"

// Faults lists what a picture must not have: boxes or labels that overlap, and edges that run through a box that is not theirs.
func Faults(g Graph, p Placed) []string {
	var faults []string
	for i, a := range p.Boxes {
		for j, b := range p.Boxes[:i] {
			if a.Overlaps(b) {
				faults = append(faults, fmt.Sprintf("boxes %d and %d overlap", j, i))
			}
		}
		if a.X < 0 || a.Y < 0 || a.X+a.Width > p.Width || a.Y+a.Height > p.Height {
			faults = append(faults, fmt.Sprintf("box %d sticks out", i))
		}
	}
	for i, e := range p.Edges {
		faults = append(faults, labelFaults(p, i)...)
		for j, b := range p.Boxes {
			if e.crosses(b) {
				faults = append(faults, fmt.Sprintf("edge %d from %d to %d runs through box %d", i, g.Edges[i].From, g.Edges[i].To, j))
			}
		}
	}
	return faults
}

func labelFaults(p Placed, i int) []string {
	var faults []string
	label := p.Edges[i].Label
	for j, b := range p.Boxes {
		if label.Overlaps(b) {
			faults = append(faults, fmt.Sprintf("the label of edge %d overlaps box %d", i, j))
		}
	}
	for j, e := range p.Edges {
		if j < i && label.Overlaps(e.Label) {
			faults = append(faults, fmt.Sprintf("the labels of edges %d and %d overlap", j, i))
		}
		if j != i && e.crosses(label) {
			faults = append(faults, fmt.Sprintf("edge %d runs through the label of edge %d", j, i))
		}
	}
	return faults
}

// Overlaps reports whether two rectangles share more than a border; an empty one shares nothing.
func (r Rect) Overlaps(o Rect) bool {
	if r.Width == 0 || o.Width == 0 {
		return false
	}
	return r.X < o.X+o.Width && o.X < r.X+r.Width && r.Y < o.Y+o.Height && o.Y < r.Y+r.Height
}

// crosses reports whether a part of the route is inside a rectangle; its border is not.
func (r Route) crosses(b Rect) bool {
	for i := 1; i < len(r.Points); i++ {
		from, to := r.Points[i-1], r.Points[i]
		if max(from.X, to.X) > b.X && min(from.X, to.X) < b.X+b.Width && max(from.Y, to.Y) > b.Y && min(from.Y, to.Y) < b.Y+b.Height {
			return true
		}
	}
	return false
}
