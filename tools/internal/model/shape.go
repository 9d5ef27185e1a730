// This file decides the Go shape of a content model: which particles become fields, which a choice, and which an ordered
// list of items. It knows no names yet.

package model

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Occurrence is how often a field's value can be there.
type Occurrence uint8

// The occurrences: a value, a pointer or nil interface, a slice.
const (
	One Occurrence = iota
	Optional
	Many
)

// part is a piece of a content model with a Go form of its own: *leafPart, *choicePart or *contentPart.
type part interface {
	// leaves lists the leaves in it, in order.
	leaves() []leafPart
}

// leafPart is one element particle or wildcard.
type leafPart struct {
	leaf     int // index in the content model
	particle *schema.Particle
	occurs   Occurrence
}

// choicePart is a choice taken at most once; each branch is the parts of one alternative.
type choicePart struct {
	optional bool
	branches [][]part
}

// contentPart is a group that repeats or interleaves: its elements in document order.
type contentPart struct{ items []leafPart }

func (p leafPart) leaves() []leafPart    { return []leafPart{p} }
func (p choicePart) leaves() []leafPart  { return leavesOf(slices.Concat(p.branches...)) }
func (p contentPart) leaves() []leafPart { return p.items }

func leavesOf(parts []part) []leafPart {
	var out []leafPart
	for _, p := range parts {
		out = append(out, p.leaves()...)
	}
	return out
}

// shapeOf returns the parts of element content. Mixed content, and content in which a name occurs in two places or more than
// one group repeats, is one ordered list; there a field per particle could not say what stood where.
func shapeOf(c *schema.ElementContent) []part {
	s := shaper{content: c}
	parts := s.group(c.Particle, false)
	if c.Mixed || ambiguous(parts) {
		all := leavesOf(parts)
		for i := range all {
			all[i].occurs = One
		}
		return []part{contentPart{items: all}}
	}
	return parts
}

// ambiguous reports whether fields would lose the order of what they hold.
func ambiguous(parts []part) bool {
	lists := 0
	for _, p := range flatParts(parts) {
		if _, ok := p.(contentPart); ok {
			lists++
		}
	}
	return lists > 1 || repeatsName(leavesOf(parts)) || (lists == 1 && nestedContent(parts))
}

// flatParts lists the parts with those inside choices.
func flatParts(parts []part) []part {
	var out []part
	for _, p := range parts {
		out = append(out, p)
		if c, ok := p.(choicePart); ok {
			out = append(out, flatParts(slices.Concat(c.branches...))...)
		}
	}
	return out
}

// nestedContent reports whether a repeated group stands inside a branch.
func nestedContent(parts []part) bool {
	return !slices.ContainsFunc(parts, func(p part) bool { _, ok := p.(contentPart); return ok })
}

// repeatsName reports whether two leaves have the same element name, or are both wildcards.
func repeatsName(leaves []leafPart) bool {
	seen := make(map[schema.Name]bool, len(leaves))
	for _, l := range leaves {
		name := leafName(l.particle)
		if seen[name] {
			return true
		}
		seen[name] = true
	}
	return false
}

// leafName is the name of an element particle, and the zero name of a wildcard.
func leafName(p *schema.Particle) schema.Name {
	if e, ok := p.Term.(*schema.Element); ok {
		return e.Name
	}
	return schema.Name{}
}

// shaper walks a content model in the order of its leaves.
type shaper struct {
	content *schema.ElementContent
	next    int // the leaf to look for p from
}

// leaf numbers a leaf particle as the content model does. A named group referred to twice gives the same particle twice.
func (s *shaper) leaf(p *schema.Particle) int {
	for i := s.next; i < len(s.content.Leaves); i++ {
		if s.content.Leaves[i] == p {
			s.next = i + 1
			return i
		}
	}
	return -1
}

// group returns the parts of a particle; optional says that a group around it may be absent.
func (s *shaper) group(p *schema.Particle, optional bool) []part {
	if p.Max == 0 {
		return nil
	}
	optional = optional || p.Min == 0
	group, ok := p.Term.(*schema.ModelGroup)
	if !ok {
		return []part{s.single(p, optional)}
	}
	switch parts := s.members(group, optional); {
	case p.Max == 1:
		return parts
	case len(parts) == 1 && isLeaf(parts[0]):
		only := parts[0].(leafPart)
		only.occurs = Many
		return []part{only}
	case len(parts) == 0:
		return nil
	default:
		return []part{contentPart{items: ones(leavesOf(parts))}}
	}
}

func (s *shaper) single(p *schema.Particle, optional bool) leafPart {
	l := leafPart{leaf: s.leaf(p), particle: p}
	switch {
	case p.Max == schema.Unbounded || p.Max > 1:
		l.occurs = Many
	case optional:
		l.occurs = Optional
	}
	return l
}

// members returns the parts of a group taken once.
func (s *shaper) members(g *schema.ModelGroup, optional bool) []part {
	if g.Compositor == schema.Choice && alternatives(g) > 1 {
		return []part{s.choice(g, optional)}
	}
	var parts []part
	for i, p := range g.Particles {
		if found := s.group(p, optional); i == 0 {
			parts = found // which grows: types that extend each other nest groups in their first particle, as deep as they are derived
		} else {
			parts = append(parts, found...)
		}
	}
	return parts
}

// alternatives counts the particles of a group that can occur.
func alternatives(g *schema.ModelGroup) int {
	n := 0
	for _, p := range g.Particles {
		if p.Max != 0 {
			n++
		}
	}
	return n
}

// isUnsatisfiable reports whether a particle must occur and is a choice of which no alternative can be taken.
func isUnsatisfiable(p *schema.Particle) bool {
	g, ok := p.Term.(*schema.ModelGroup)
	if !ok || p.Min == 0 || g.Compositor != schema.Choice {
		return false
	}
	return !slices.ContainsFunc(g.Particles, func(p *schema.Particle) bool { return p.Max != 0 && !isUnsatisfiable(p) })
}

// choice returns a choice with a branch per alternative; a choice directly inside gives its own alternatives.
func (s *shaper) choice(g *schema.ModelGroup, optional bool) part {
	c := choicePart{optional: optional}
	for _, p := range g.Particles {
		if p.Max == 0 || isUnsatisfiable(p) {
			continue
		}
		parts := s.group(p, false)
		if inner, ok := onlyChoice(parts); ok {
			c.branches = append(c.branches, inner.branches...)
			c.optional = c.optional || inner.optional
			continue
		}
		if len(parts) == 0 || p.Min == 0 {
			c.optional = true
		}
		if len(parts) > 0 {
			c.branches = append(c.branches, required(parts))
		}
	}
	return c
}

// required makes a branch of one optional element hold the element: that it was chosen says that it is there.
func required(parts []part) []part {
	if l, ok := parts[0].(leafPart); ok && len(parts) == 1 && l.occurs == Optional {
		l.occurs = One
		return []part{l}
	}
	return parts
}

func onlyChoice(parts []part) (choicePart, bool) {
	if len(parts) != 1 {
		return choicePart{}, false
	}
	c, ok := parts[0].(choicePart)
	return c, ok
}

func isLeaf(p part) bool {
	_, ok := p.(leafPart)
	return ok
}

// ones makes single items of leaves: in a list each element stands for itself, however often it may come.
func ones(leaves []leafPart) []leafPart {
	for i := range leaves {
		leaves[i].occurs = One
	}
	return leaves
}
