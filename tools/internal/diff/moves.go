// Moves: changes of who may stand for whom show wherever those stand for whom that is. Moves that show at different places share a round.

package diff

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// shownAt lists the types of a side in whose contents a change moves elements to or from. It is a guess, by what the change does to declarations alone:
// where a round shows moves elsewhere, its changes are judged one by one.
func (j *judge) shownAt(t *task, at Side) []schema.Type {
	var shown []schema.Type
	for c, other := range t.edits[at].replace {
		e, ok := c.(*schema.Element)
		changed, also := other.(*schema.Element)
		if !ok || !also {
			continue
		}
		for _, head := range j.movedFor(e, changed, at) {
			shown = append(shown, j.places[at].of(head)...)
		}
	}
	return shown
}

// movedFor lists the heads for which others may stand once e is another element, both before and after.
func (j *judge) movedFor(e, other *schema.Element, at Side) (heads []*schema.Element) {
	if e.Block != other.Block {
		heads = append(heads, e)
	}
	if e.Block == other.Block && e.Abstract == other.Abstract && j.own(e.Head, at) == j.own(other.Head, at) {
		return heads
	}
	for _, of := range []*schema.Element{e, other} {
		for head := j.own(of.Head, at); head != nil; head = j.own(head.Head, at) {
			if slices.Contains(heads, head) {
				break // as in a circle, which no schema has in the end
			}
			heads = append(heads, head)
		}
	}
	return heads
}

// own is the element of a side that has the place of one of either side, or that one itself.
func (j *judge) own(e *schema.Element, at Side) *schema.Element {
	if partner, ok := j.partners[at][e].(*schema.Element); ok {
		return partner
	}
	return e
}

// places are the types in whose contents an element stands, made when first asked for.
type places struct {
	side  *side
	types map[*schema.Element][]schema.Type
}

func (p *places) of(e *schema.Element) []schema.Type {
	if p.types == nil {
		p.types = map[*schema.Element][]schema.Type{}
		for _, t := range p.side.types {
			p.add(t)
		}
	}
	return p.types[e]
}

func (p *places) add(t schema.Type) {
	content := elementContent(t)
	if content == nil {
		return
	}
	for _, leaf := range content.Leaves {
		e, ok := leaf.Term.(*schema.Element)
		if ok && !slices.Contains(p.types[e], t) {
			p.types[e] = append(p.types[e], t)
		}
	}
}

// elementContent is the content of a type that has elements, nil for others.
func elementContent(t schema.Type) *schema.ElementContent {
	c, ok := t.(*schema.ComplexType)
	if !ok {
		return nil
	}
	content, _ := c.Content.(*schema.ElementContent)
	return content
}

// recompiled lists the types of a side whose contents allow other elements in a variant because others may stand for one.
func (v *variant) recompiled(s *side) map[schema.Type]bool {
	contents := make(map[*schema.ElementContent]bool, len(v.set.Recompiled))
	for _, content := range v.set.Recompiled {
		contents[content] = true
	}
	types := map[schema.Type]bool{}
	for _, t := range s.types {
		of, ok := v.set.Of(t).(schema.Type)
		if content := elementContent(of); ok && contents[content] {
			types[t] = true
		}
	}
	return types
}

// expects reports whether all that moves in a round was expected: rounds are made so that it then is of one change alone. Where only one change is made, it is
// that.
func (r *round) expects(j *judge, variants [2]*variant) bool {
	for at, v := range variants {
		if len(r.tasks) == 1 || len(v.set.Recompiled) == 0 {
			continue
		}
		expected := map[schema.Type]bool{}
		for _, t := range r.tasks {
			for _, shown := range t.moves[at] {
				expected[shown] = true
			}
		}
		types := v.recompiled(j.c.on(Side(at)))
		if len(types) < len(v.set.Recompiled) {
			return false // contents of what was taken in from the other schema
		}
		for t := range types {
			if !expected[t] {
				return false
			}
		}
	}
	return true
}

// addMoves makes sites of the types in whose contents the changes of a round move elements: of those where that was expected, or of all of them where a change is
// alone.
func (r *round) addMoves(j *judge, variants [2]*variant) {
	for at, v := range variants {
		if len(v.set.Recompiled) == 0 {
			continue
		}
		types := v.recompiled(j.c.on(Side(at)))
		for _, t := range r.tasks {
			shown := t.moves[at]
			if len(r.tasks) == 1 {
				shown = j.c.on(Side(at)).types
			}
			t.edits[at].addTypes(shown, types)
		}
	}
}

// addTypes makes sites of those types that are in a set.
func (r *replacement) addTypes(all []schema.Type, in map[schema.Type]bool) {
	for _, t := range all {
		if in[t] && !slices.Contains(r.types, t) {
			r.types = append(r.types, t)
		}
	}
}
