// This file writes what most of a document consists of: elements about which nothing is special. All others,
// and all values that are not valid, are written with more care (writer.go and writer_value.go), to the same end.

package codec

import "github.com/mvainnsyn/mvainnsyn/xsd/simple"

// isAlone reports whether the document says and asks nothing about an element beside its field.
func (w *Writer) isAlone() bool { return w.err == nil && w.notes == nil && !w.ident.active() }

// count takes the element of a settled field that the writer stands at, if it is allowed here. Else it has done nothing.
func (w *Writer) count(f *writeFrame, facts *fieldFacts) bool {
	number := w.cur.number
	if !f.matchField(number, facts) {
		return false
	}
	f.counts[number]++
	w.cur.index = f.counts[number]
	return true
}

// plainValue writes the element of simple type t that the writer stands at, if nothing is special about it and its value is
// valid. Else it returns false and has done nothing.
func (w *Writer) plainValue(t *simple.SimpleType, text string) bool {
	f := w.top()
	facts := &f.plan.facts[w.cur.number]
	if facts.plainType != t || !w.isAlone() {
		return false
	}
	if e := t.Compiled(); !w.unchecked && (e.Quick == nil || !e.Quick(text)) && !e.TakesAlone(text) {
		return false
	}
	if !w.count(f, facts) {
		return false
	}
	switch {
	case w.json != nil:
		w.plainMember(facts, t, text)
	case !w.xml.Element(&facts.tag, text):
		w.checkCharacters(text)
	}
	w.at = atNothing
	return true
}

// plainMember writes a plain element as JSON.
func (w *Writer) plainMember(facts *fieldFacts, t *simple.SimpleType, text string) {
	f, e := w.top(), t.Compiled()
	if facts.single && e.Form == simple.StringForm && !e.Names {
		w.endArrays(f, facts)
		if !w.json.StringMember(&facts.member, text) {
			w.checkCharacters(text)
		}
		return
	}
	w.stand()
	w.checkCharacters(text)
	w.elementKey(f)
	w.putJSON(t, text, nil)
	w.endValue()
}

// openPlain begins the element of complex type t that the writer stands at, if nothing is special about it. Else it returns
// false and has done nothing.
func (w *Writer) openPlain(p *plan, t *ComplexType) bool {
	outer := w.top()
	facts := &outer.plan.facts[w.cur.number]
	if facts.plainComplex != t || p.err != nil || !w.isAlone() || !w.count(outer, facts) {
		return false
	}
	if w.json != nil {
		w.stand()
		w.elementKey(outer)
		w.json.ObjectStart()
	} else {
		w.xml.StartTag(&facts.tag)
	}
	f := w.push(p, facts.element, w.cur.index)
	f.object = w.json != nil
	w.at = atNothing
	return true
}

// checkCharacters reports what XML cannot hold.
func (w *Writer) checkCharacters(text string) bool {
	if simple.IsXMLText(text) {
		return true
	}
	w.violate("cvc-datatype-valid.1.2.1", text, "the text has a character that XML cannot hold")
	return false
}
