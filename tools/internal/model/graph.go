// This file looks at types and packages as graphs: types that contain themselves by value, packages that import each other.

package model

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

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

// checkImports fills in what each package imports and refuses circles, which Go does not have.
func (b *builder) checkImports() {
	imports := map[string][]string{}
	for _, p := range b.packages {
		set := map[string]bool{}
		b.references(p, set)
		delete(set, p.Path)
		for path := range set {
			p.Imports = append(p.Imports, path)
		}
		slices.Sort(p.Imports)
		imports[p.Path] = p.Imports
	}
	for _, circle := range circles(b.packages, imports) {
		var namespaces []string
		for _, p := range circle {
			namespaces = append(namespaces, p.Namespaces...)
		}
		lines := make([]string, len(namespaces))
		for i, ns := range namespaces {
			lines[i] = "  " + YAMLKey(ns) + ": " + circle[0].Path
		}
		b.problems.Addf(diag.Position{File: b.config.File}, "",
			"these namespaces refer to each other in a circle, which Go packages cannot; put them into one package:\nnamespaces:\n%s",
			strings.Join(lines, "\n"))
	}
}

// circles returns the sets of packages that reach each other, in order.
func circles(packages []*Package, imports map[string][]string) [][]*Package {
	reach := map[string]map[string]bool{}
	for _, p := range packages {
		reach[p.Path] = map[string]bool{}
		var follow func(path string)
		follow = func(path string) {
			for _, next := range imports[path] {
				if !reach[p.Path][next] {
					reach[p.Path][next] = true
					follow(next)
				}
			}
		}
		follow(p.Path)
	}
	var out [][]*Package
	done := map[string]bool{}
	for _, p := range packages {
		if done[p.Path] || !reach[p.Path][p.Path] {
			continue
		}
		var circle []*Package
		for _, q := range packages {
			if reach[p.Path][q.Path] && reach[q.Path][p.Path] {
				circle = append(circle, q)
				done[q.Path] = true
			}
		}
		out = append(out, circle)
	}
	return out
}
