// This file compares the names of two versions of a schema: what both have should be called the same in Go.

package model

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Rename is something that two versions of a schema have and that is called otherwise in the later one.
type Rename struct {
	Path     string // by which names: of the configuration names it in the later version
	Old, New string // what names: has to say for it to be called so
	Position diag.Position
}

// Renames compares the Go names of an earlier version of a schema with those of a later one, in the order of the later one. What stands in a
// type or branch that is called otherwise is left out: its name begins with theirs.
func Renames(earlier, later *View) []Rename {
	c := nameComparison{oldMain: earlier.main(), newMain: later.main()}
	types, elements := map[string]Type{}, map[string]*Element{}
	for _, p := range earlier.Packages {
		for _, t := range p.Types {
			types[t.Base().Path] = t
		}
		for _, e := range p.Elements {
			elements[e.Path] = e
		}
	}
	for _, p := range later.Packages {
		for _, t := range p.Types {
			if old := types[t.Base().Path]; old != nil {
				c.types(old, t)
			}
		}
		for _, e := range p.Elements {
			if old := elements[e.Path]; old != nil {
				c.note(e.Path, old.word(), e.word(), e.Position)
			}
		}
	}
	return c.found
}

// main is the target namespace of the first document.
func (v *View) main() string { return v.Packages[0].Namespaces[0] }

// word is the part of a descriptor's name that the configuration says.
func (e *Element) word() string { return e.GoName[:len(e.GoName)-len("Element")] }

// nameComparison collects what is called otherwise.
type nameComparison struct {
	oldMain, newMain string
	found            []Rename
}

// note compares two names, and reports whether they are the same.
func (c *nameComparison) note(path, old, now string, position diag.Position) bool {
	if old != now {
		c.found = append(c.found, Rename{Path: path, Old: old, New: now, Position: position})
	}
	return old == now
}

// types compares two types of one path.
func (c *nameComparison) types(old, now Type) {
	n := now.Base()
	key := n.Path
	if globalOwner(now.Component()) != nil {
		key += "/type"
	}
	if !c.note(key, old.Base().GoName, n.GoName, n.Position) {
		return
	}
	switch now := now.(type) {
	case *Struct:
		if old, ok := old.(*Struct); ok {
			if old.Any != "" && now.Any != "" {
				c.note(n.Path+"/interface", old.Any, now.Any, n.Position)
			}
			c.fields(old.Fields, now.Fields)
		}
	case *Simple:
		if old, ok := old.(*Simple); ok {
			c.values(old.Values, now.Values)
		}
	}
}

func (c *nameComparison) values(old, now []*Value) {
	for _, v := range now {
		if i := slices.IndexFunc(old, func(o *Value) bool { return o.Text == v.Text }); i >= 0 {
			c.note(v.Path, old[i].GoName, v.GoName, v.Position)
		}
	}
}

// fields compares the fields that two structs or branches have both.
func (c *nameComparison) fields(old, now []*Field) {
	left := slices.Clone(old) // a choice that was parted is the first of its parts
	for _, f := range now {
		i := slices.IndexFunc(left, func(o *Field) bool { return c.sameField(o, f) })
		if i < 0 {
			continue
		}
		o := left[i]
		left = slices.Delete(left, i, i+1)
		if c.note(f.Path, o.GoName, f.GoName, f.Position) && o.DefaultMethod != "" && f.DefaultMethod != "" {
			c.note(f.Path+"/default", o.DefaultMethod, f.DefaultMethod, f.Position)
		}
		if f.Sum != nil && o.Sum != nil {
			c.sums(o.Sum, f.Sum)
		}
	}
}

// sameField reports whether two fields stand for the same thing: choices do where they share a branch.
func (c *nameComparison) sameField(old, now *Field) bool {
	if old.Kind != now.Kind {
		return false
	}
	if now.Kind == ChoiceField {
		return slices.ContainsFunc(now.Sum.Branches, func(b *Branch) bool { return c.branch(old.Sum, b) != nil })
	}
	return c.sameName(old.Name, now.Name)
}

// sameName compares names; the target namespaces of the versions are the same one.
func (c *nameComparison) sameName(old, now schema.Name) bool {
	return old.Local == now.Local && (old.Space == now.Space || (old.Space == c.oldMain && now.Space == c.newMain))
}

// branch finds the earlier version of a branch.
func (c *nameComparison) branch(old *Sum, b *Branch) *Branch {
	i := slices.IndexFunc(old.Branches, func(o *Branch) bool {
		return o.Wildcard == b.Wildcard && o.Apart == b.Apart && c.sameName(o.Name, b.Name)
	})
	if i < 0 {
		return nil
	}
	return old.Branches[i]
}

// sums compares the interface of a choice or list, and what it holds.
func (c *nameComparison) sums(old, now *Sum) {
	c.note(now.Path, old.GoName, now.GoName, now.Position)
	if old.Text != "" && now.Text != "" {
		c.note(now.Field.Path+"/text", old.Text, now.Text, now.Position)
	}
	for _, b := range now.Branches {
		if o := c.branch(old, b); o != nil && c.note(b.Path, o.GoName, b.GoName, b.Position) {
			c.fields(o.Fields, b.Fields)
		}
	}
}
