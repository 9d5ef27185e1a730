// This file finds the place in a value that it leaves to the items of a sequence.

package codec

import (
	"fmt"
	"reflect"
	"unsafe"
)

// gap is the list at the end of a path, which the value being written leaves empty. Of several lists that the path leads to it is the first.
type gap struct {
	steps []string
	item  reflect.Type
	// fill writes the items, as the field of the innermost open element that s describes.
	fill func(w *Writer, field int, s *slot)

	level   int // how many elements are open where the next step is looked for, 0 once the gap was reached
	reached bool
	entered int          // how many elements of the path were found inside each other
	last    *ComplexType // the type of the innermost of them
}

// isIn reports whether the element about to be written, which is of type t, is one of the path, so that it may hold the gap.
func (g *gap) isIn(w *Writer, t *ComplexType) bool {
	if len(w.frames)+1 != g.level {
		return false
	}
	if g.entered < g.level {
		g.entered, g.last = g.level, t
	}
	return true
}

// isBelow reports whether a field of the innermost open element is the next step.
func (g *gap) isBelow(w *Writer, field int) bool {
	if len(w.frames) != g.level {
		return false
	}
	f := &w.top().plan.typ.Fields[field]
	return f.Kind == ElementField && f.Name.Local == g.steps[g.level-1]
}

// step writes the values of the field that is the next step, and fills the gap in the first of them that has it.
func (g *gap) step(w *Writer, field int, s *slot, p unsafe.Pointer) {
	if w.err != nil {
		return
	}
	if g.level < len(g.steps) {
		g.level++
		w.writeValues(field, s, p)
		if !g.reached {
			g.level--
		}
		return
	}
	g.level, g.reached = 0, true
	if err := g.misfit(s, p); err != nil {
		w.fail(err)
		return
	}
	g.fill(w, field, s)
}

// misfit returns why the items cannot be the values of a field.
func (g *gap) misfit(s *slot, p unsafe.Pointer) error {
	last := g.steps[len(g.steps)-1]
	switch {
	case s.occurs != many:
		return noList(last)
	case s.list.typ.Elem() != g.item:
		return fmt.Errorf("xsd: WriteRange: the elements %q are of the Go type %s, and the items of %s", last, s.list.typ.Elem(), g.item)
	case (*sliceWords)(p).length > 0:
		return fmt.Errorf("xsd: WriteRange: the value has elements %q of its own; leave the list empty, and let the sequence begin with them", last)
	}
	return nil
}

func noList(step string) error {
	return fmt.Errorf("xsd: WriteRange: the elements %q are no list of their own in Go: choose a path that ends with what they are in", step)
}

// missing returns why the gap was not reached.
func (g *gap) missing() error {
	number := max(g.entered, 1)
	step := g.steps[number-1]
	if g.entered == len(g.steps) && !g.last.hasList(step) {
		return noList(step)
	}
	return fmt.Errorf("xsd: WriteRange: the value has no place for elements %q, step %d of the path: give it what they are in, and take the branches of choices that lead there",
		step, number)
}

// hasList reports whether Go has the elements of this local name in a list of their own.
func (t *ComplexType) hasList(local string) bool {
	l, err := t.compiled().layout()
	for i := range t.Fields {
		if f := &t.Fields[i]; err == nil && f.Kind == ElementField && f.Name.Local == local && l.slots[i].occurs == many {
			return true
		}
	}
	return false
}
