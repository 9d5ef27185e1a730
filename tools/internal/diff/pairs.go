// Which components of the two schemas are taken for the same.

package diff

import "github.com/mvainnsyn/mvainnsyn/tools/internal/schema"

// pairing holds components of one kind that belong together, each in one pair at most.
type pairing[T comparable] struct {
	toNew, toOld map[T]T
}

func newPairing[T comparable]() pairing[T] {
	return pairing[T]{toNew: map[T]T{}, toOld: map[T]T{}}
}

// add pairs two components neither of which has a partner.
func (p *pairing[T]) add(before, after T) bool {
	_, hasNew := p.toNew[before]
	_, hasOld := p.toOld[after]
	if hasNew || hasOld {
		return false
	}
	p.toNew[before], p.toOld[after] = after, before
	return true
}

// has reports whether the two are a pair.
func (p *pairing[T]) has(before, after T) bool {
	partner, ok := p.toNew[before]
	return ok && partner == after
}

// pairs are the components of both schemas that belong together.
type pairs struct {
	types      pairing[schema.Type]
	elements   pairing[*schema.Element]
	attributes pairing[*schema.Attribute]
	groups     pairing[*schema.GroupDefinition]
}

func newPairs() *pairs {
	return &pairs{
		types: newPairing[schema.Type](), elements: newPairing[*schema.Element](), attributes: newPairing[*schema.Attribute](),
		groups: newPairing[*schema.GroupDefinition](),
	}
}

// sameType reports whether two types, of whichever schemas, are taken for the same.
func (p *pairs) sameType(a, b schema.Type) bool {
	return a == b || p.types.has(a, b) || p.types.has(b, a)
}

// sameElement reports whether two declarations, of whichever schemas, are taken for the same.
func (p *pairs) sameElement(a, b *schema.Element) bool {
	return a == b || p.elements.has(a, b) || p.elements.has(b, a)
}

// pair is two things that belong together.
type pair[T any] struct{ old, new T }

// on returns the one of a side.
func (p pair[T]) on(s Side) T {
	if s == OldSide {
		return p.old
	}
	return p.new
}

// other is the side across.
func (s Side) other() Side { return NewSide - s }
