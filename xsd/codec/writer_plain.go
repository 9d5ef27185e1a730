// This file writes what most of a document consists of: elements about which nothing is special. All others,
// and all values that are not valid, are written with more care (writer.go and writer_value.go), to the same end.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// isAlone reports whether the document says and asks nothing about an element beside its field.
func (w *Writer) isAlone(facts *fieldFacts) bool {
	if w.err != nil || w.notes != nil {
		return false
	}
	return !w.ident.active() || facts.field.Kind == ElementField && !w.ident.follows(facts.symbol)
}

// count takes the element at the writer's position, which is of a field, if it is allowed here. Else it has done nothing.
func (w *Writer) count(f *writeFrame, facts *fieldFacts) bool {
	number := w.cur.number
	if !f.take(number, facts) {
		return false
	}
	f.counts[number]++
	w.cur.index = f.counts[number]
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
	if facts.field.Kind != ElementField {
		return w.plainPart(f, facts, t, text)
	}
	if !w.count(f, facts) {
		return false
	}
	switch {
	case w.json != nil:
		w.plainMember(f, facts, t, text)
	case !w.xml.Element(&facts.tag, text):
		w.checkCharacters(text)
	}
	w.at = atNothing
	return true
}

// plainPart writes an attribute, or the text of simple content, about which nothing is special.
func (w *Writer) plainPart(f *writeFrame, facts *fieldFacts, t *simple.SimpleType, text string) bool {
	number := w.cur.number
	switch {
	case f.counts[number] > 0:
		if w.xml != nil {
			w.xml.Hold(facts.field.Name)
		}
		return false
	case facts.field.Kind == TextField && f.declared.field != nil && f.declared.field.Constraint != nil:
		return false
	}
	f.counts[number]++
	switch {
	case w.json != nil:
		w.plainText(&facts.member, t, text)
	case facts.field.Kind == TextField:
		if !w.xml.PlainText(text) {
			w.checkCharacters(text)
		}
	case !w.xml.AttrOf(&facts.attribute, text):
		w.checkCharacters(text)
	}
	w.at = atNothing
	return true
}

// plainMember writes a plain element as JSON.
func (w *Writer) plainMember(f *writeFrame, facts *fieldFacts, t *simple.SimpleType, text string) {
	if facts.single {
		w.endArrays(f, facts)
		w.plainText(&facts.member, t, text)
		return
	}
	w.plainKey(f, facts)
	if e := t.Compiled(); e.Form == simple.StringForm && !e.Names {
		w.json.String(text)
	} else {
		putJSON(w.json, t, text, nil)
	}
	w.checkCharacters(text)
	w.endItem(f)
}

// plainText writes a member for a text of type t.
func (w *Writer) plainText(member *jsontext.Member, t *simple.SimpleType, text string) {
	if e := t.Compiled(); e.Form == simple.StringForm && !e.Names {
		if !w.json.StringMember(member, text) {
			w.checkCharacters(text)
		}
		return
	}
	w.json.StartMember(member)
	w.checkCharacters(text)
	putJSON(w.json, t, text, nil)
}

// plainKey is elementKey for an element that has the name of its field.
func (w *Writer) plainKey(f *writeFrame, facts *fieldFacts) {
	number := w.cur.number
	switch {
	case facts.field.Item:
		w.openArray(f, f.plan.items, &contentMember)
		w.beginItem(f, facts.key)
	case facts.field.Max == 1:
		w.endArrays(f, facts)
		w.json.StartMember(&facts.member)
	default:
		if f.array != number {
			w.endArrays(f, facts)
		}
		w.openArray(f, number, &facts.member)
	}
}

// startPlain begins the element at the writer's position, which is of complex type t, if nothing is special about it. Else it returns
// false and has done nothing.
func (w *Writer) startPlain(p *plan, t *ComplexType) bool {
	outer := w.top()
	facts := &outer.plan.facts[w.cur.number]
	if facts.plainComplex != t || p.err != nil || !w.isAlone(facts) || !w.count(outer, facts) {
		return false
	}
	if w.json != nil {
		w.plainKey(outer, facts)
		w.json.ObjectStart()
	} else {
		w.xml.StartTag(&facts.tag)
		if t.Mixed {
			w.inline()
		}
	}
	w.at = atNothing
	return true
}

// pushPlain opens the frame of the element that startPlain began.
func (w *Writer) pushPlain(p *plan) {
	facts := &w.top().plan.facts[w.cur.number]
	tracked := w.ident.start(facts.symbol, nil, false)
	f := w.push(p, facts.element, w.cur.index)
	f.object, f.tracked = w.json != nil, tracked
}

// endPlain ends the element that startPlain began, whose content is written.
func (w *Writer) endPlain() {
	if w.xml != nil {
		w.xml.End()
		return
	}
	w.json.ObjectEnd()
	w.endItem(w.top())
}

// checkCharacters reports what XML cannot hold.
func (w *Writer) checkCharacters(text string) bool {
	if simple.IsXMLText(text) {
		return true
	}
	w.violate("cvc-datatype-valid.1.2.1", text, "the text has a character that XML cannot hold")
	return false
}
