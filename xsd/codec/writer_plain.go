// This file writes what most of a document consists of: elements about which nothing is special. All others,
// and all values that are not valid, are written with more care (writer.go and writer_value.go), to the same end.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// isAlone reports whether the document says and asks nothing about an element beside its field.
func (w *Writer) isAlone(facts *fieldFacts) bool {
	if w.err != nil || w.notes != nil {
		return false
	}
	return !w.ident.active() || facts.field.Kind == ElementField && !w.ident.follows(facts.symbol)
}

// count takes what is at the writer's position, which is of a field, if it is allowed here and its field tells all of it. Else it has done nothing.
func (w *Writer) count(f *writeFrame, facts *fieldFacts) bool {
	number := w.cur.number
	switch {
	case facts.field.Kind == ElementField:
		if !f.take(number, facts) {
			return false
		}
		w.cur.index = f.counts[number] + 1
	case f.counts[number] > 0 || facts.field.Kind == TextField && f.declared.field != nil && f.declared.field.Constraint != nil:
		return false
	}
	f.counts[number]++
	return true
}

// plainValue writes the element at the writer's position, which is of simple type t, if nothing is special about it and its value is
// valid. Else it returns false and has done nothing.
func (w *Writer) plainValue(t *simple.SimpleType, text string) bool {
	f := w.top()
	facts := &f.plan.facts[w.cur.number]
	if facts.plainType != t || !w.isAlone(facts) {
		return false
	}
	if e := t.Compiled(); !w.unchecked && (e.Quick == nil || !e.Quick(text)) && !e.TakesAlone(text) {
		return false
	}
	if !w.count(f, facts) {
		return false
	}
	w.sink.putPlain(f, facts, t, text)
	w.at = atNothing
	return true
}

// startPlain begins the element at the writer's position, which is of complex type t, if nothing is special about it. Else it returns
// false and has done nothing.
func (w *Writer) startPlain(p *plan, t *ComplexType) bool {
	outer := w.top()
	facts := &outer.plan.facts[w.cur.number]
	if facts.plainComplex != t || p.err != nil || !w.isAlone(facts) || !w.count(outer, facts) {
		return false
	}
	w.sink.openPlain(outer, facts, t)
	w.at = atNothing
	return true
}

// pushPlain opens the frame of the element that startPlain began.
func (w *Writer) pushPlain(p *plan) {
	facts := &w.top().plan.facts[w.cur.number]
	tracked := w.ident.start(facts.symbol, nil, false)
	f := w.push(p, facts.element, w.cur.index)
	f.object, f.tracked = true, tracked
}

// checkCharacters reports what XML cannot hold.
func (w *Writer) checkCharacters(text string) bool {
	if simple.IsXMLText(text) {
		return true
	}
	w.violate("cvc-datatype-valid.1.2.1", text, "the text has a character that XML cannot hold")
	return false
}
