// This file decides which methods tell what types derived from one another have in common: those that all of them can answer.

package model

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// addGetters gives getters to all structs that others are derived from, and to those.
func (b *builder) addGetters() {
	g := getterFinder{structs: map[*schema.ComplexType]*Struct{}, derived: map[*Struct][]*Struct{}, done: map[*Struct]bool{}}
	var all []*Struct
	for _, p := range b.packages {
		for _, t := range p.Types {
			if s, ok := t.(*Struct); ok {
				g.structs[s.Definition] = s
				all = append(all, s)
			}
		}
	}
	for _, s := range all {
		for base := g.base(s); base != nil; base = g.base(base) {
			if base.Any != "" {
				g.derived[base] = append(g.derived[base], s)
			}
		}
	}
	for _, s := range all {
		g.fill(s)
	}
}

// getterFinder knows which structs are derived from which.
type getterFinder struct {
	structs map[*schema.ComplexType]*Struct
	derived map[*Struct][]*Struct // from each that has an interface
	done    map[*Struct]bool
}

// base returns the struct that one is derived from, nil for none.
func (g *getterFinder) base(s *Struct) *Struct {
	base, ok := s.Definition.Base.(*schema.ComplexType)
	if !ok {
		return nil
	}
	return g.structs[base]
}

// fill gives getters to a struct and to those derived from it, after the structs that it is derived from itself: theirs come first, and a name has
// one type.
func (g *getterFinder) fill(s *Struct) {
	if g.done[s] {
		return
	}
	g.done[s] = true
	if base := g.base(s); base != nil {
		g.fill(base)
	}
	if s.Any == "" {
		return
	}
	for _, getter := range s.Getters { // of the types it is derived from
		getter.Own = true
	}
	for _, f := range s.Fields {
		name := "Get" + f.GoName
		if !slices.ContainsFunc(s.Getters, func(other *Getter) bool { return other.GoName == name }) {
			g.add(s, f, name)
		}
	}
}

// add gives a getter of a field to a struct and to all derived from it, if all of them can answer.
func (g *getterFinder) add(s *Struct, f *Field, name string) {
	found := []*Getter{{GoName: name, Base: f, Field: f, Own: true}}
	for _, d := range g.derived[s] {
		own, ok := counterpart(f, d)
		if !ok {
			return
		}
		found = append(found, &Getter{GoName: name, Base: f, Field: own})
	}
	for i, holder := range append([]*Struct{s}, g.derived[s]...) {
		holder.Getters = append(holder.Getters, found[i])
	}
}

// counterpart returns the field of a derived type that holds what a field of the base holds, in a form that a getter of the base's can return. It is
// nil for an optional attribute that the derived type does not have.
func counterpart(base *Field, derived *Struct) (f *Field, ok bool) {
	if base.Sum != nil {
		return nil, false
	}
	i := slices.IndexFunc(derived.Fields, func(f *Field) bool { return f.Kind == base.Kind && f.Name == base.Name })
	if i < 0 {
		return nil, base.Kind == AttributeField && base.Occurs == Optional
	}
	f = derived.Fields[i]
	required := f.Occurs == One && !f.Pointer && base.Occurs == Optional // by restriction
	return f, sameRef(f.Type, base.Type) && (required || f.Occurs == base.Occurs && f.Pointer == base.Pointer)
}

func sameRef(a, b Ref) bool {
	if a.Arg != nil && b.Arg != nil && !sameRef(*a.Arg, *b.Arg) {
		return false
	}
	return a.Package == b.Package && a.Name == b.Name && a.Interface == b.Interface && (a.Arg == nil) == (b.Arg == nil)
}
