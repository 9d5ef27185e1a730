// This file looks at types and packages as graphs: types that contain themselves by value, packages that import each other.

package model

import "slices"

// breakValueCycles keeps fields behind pointers where a struct would otherwise contain itself.
func breakValueCycles(packages []*Package) {
	g := valueGraph{structs: map[Ref]*Struct{}, state: map[*Struct]int{}}
	for _, p := range packages {
		for _, t := range p.Types {
			if s, ok := t.(*Struct); ok {
				g.structs[Ref{Package: p.Path, Name: s.GoName}] = s
			}
		}
	}
	for _, p := range packages {
		for _, t := range p.Types {
			if s, ok := t.(*Struct); ok {
				g.visit(s)
			}
		}
	}
}

// valueGraph has an edge from each struct to those it holds by value.
type valueGraph struct {
	structs map[Ref]*Struct
	state   map[*Struct]int // 1 while on the path, 2 when done
}

func (g *valueGraph) visit(s *Struct) {
	if g.state[s] != 0 {
		return
	}
	g.state[s] = 1
	for _, f := range s.Fields {
		if target := g.held(f); target != nil {
			g.visit(target)
			f.Pointer = g.state[target] == 1
		}
	}
	g.state[s] = 2
}

// held returns the struct that a field holds by value, nil where it holds none.
func (g *valueGraph) held(f *Field) *Struct {
	if f.Occurs != One || f.Sum != nil {
		return nil
	}
	value := f.Type
	for value.Arg != nil {
		value = *value.Arg
	}
	if value.Interface {
		return nil
	}
	return g.structs[value]
}

// circles returns the sets of packages that reach each other, in order.
func circles(packages []*Package) [][]*Package {
	c := circleFinder{byPath: map[string]*Package{}, number: map[*Package]int{}, low: map[*Package]int{}, open: map[*Package]bool{}}
	for _, p := range packages {
		c.byPath[p.Path] = p
	}
	for _, p := range packages {
		if c.number[p] == 0 {
			c.visit(p)
		}
	}
	order := func(p *Package) int { return slices.Index(packages, p) }
	for _, circle := range c.found {
		slices.SortFunc(circle, func(a, b *Package) int { return order(a) - order(b) })
	}
	slices.SortFunc(c.found, func(a, b []*Package) int { return order(a[0]) - order(b[0]) })
	return c.found
}

// circleFinder finds strongly connected components (R. Tarjan, Depth-first search and linear graph algorithms, 1972).
type circleFinder struct {
	byPath      map[string]*Package
	number, low map[*Package]int
	open        map[*Package]bool
	stack       []*Package
	found       [][]*Package
}

func (c *circleFinder) visit(p *Package) {
	c.number[p] = len(c.number) + 1
	c.low[p] = c.number[p]
	c.stack = append(c.stack, p)
	c.open[p] = true
	for _, path := range p.Imports {
		next := c.byPath[path]
		switch {
		case next == nil:
		case c.number[next] == 0:
			c.visit(next)
			c.low[p] = min(c.low[p], c.low[next])
		case c.open[next]:
			c.low[p] = min(c.low[p], c.number[next])
		}
	}
	if c.low[p] != c.number[p] {
		return
	}
	i := slices.Index(c.stack, p)
	circle := slices.Clone(c.stack[i:])
	c.stack = c.stack[:i]
	for _, q := range circle {
		c.open[q] = false
	}
	if len(circle) > 1 {
		c.found = append(c.found, circle)
	}
}
