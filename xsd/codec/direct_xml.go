// This file reads what most XML documents consist of, each in one step: elements that hold nothing but a text, with or without attributes,
// and elements without attributes that hold elements. Their names are known to the reader of the text, and the content model allows them.

package codec

import (
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// directXML reads children of the element opened last, up to one that needs more care, or to the end of the element.
func (r *Reader) directXML(l *layout, p unsafe.Pointer) {
	if len(r.frames) == 0 || !r.atContent() {
		return
	}
	for r.err == nil {
		f := r.top()
		switch r.xml.NextPart() {
		case xmltext.Leaf:
			r.leafXML(f, l, p)
		case xmltext.StartElement:
			r.startXMLChild(f, l, p)
		case xmltext.EndElement:
			f.phase = done
			r.endContent(f)
			return
		default:
			return
		}
	}
}

// atContent reports whether the element opened last holds elements, the next of which is still to come. An element without attributes, whose
// type asks for none, is brought there.
func (r *Reader) atContent() bool {
	f := r.top()
	if r.at != atNothing || f.nilled || f.plan == nil || f.plan.typ.Mixed || len(f.plan.elements) == 0 {
		return false
	}
	if f.phase == inAttributes && len(r.xml.Attrs()) == 0 && len(f.plan.watched) == 0 && !r.ident.active() {
		f.phase = inContent
	}
	return f.phase == inContent
}

// leafXML reads the element that the reader of the text has found, which has no attributes and holds nothing but a text.
func (r *Reader) leafXML(f *frame, l *layout, p unsafe.Pointer) {
	symbol := r.xml.LeafSymbol()
	i, ok := r.matchKnown(f, symbol)
	if !ok {
		r.xml.OpenLeaf()
		r.childWithCare(f, l, p)
		return
	}
	s, facts := &l.slots[i], &f.plan.facts[i]
	if t := s.leaf(facts); t != nil && r.isUnfollowed(symbol) {
		if text, ok := t.Compiled().Take(r.xml.LeafText(), r.xml); ok {
			f.counts[i]++
			r.xml.TakeLeaf()
			r.storeLeaf(s, p, text)
			return
		}
	}
	r.xml.OpenLeaf()
	r.reachSlot(f, i, s, p)
}

// childWithCare reads the child whose start is the current token.
func (r *Reader) childWithCare(f *frame, l *layout, p unsafe.Pointer) {
	if r.childXML(f) {
		r.readSlot(&l.slots[r.Field()], p)
	}
}

// reachSlot reads the child whose start is the current token and that has come for field i.
func (r *Reader) reachSlot(f *frame, i int, s *slot, p unsafe.Pointer) {
	if r.reach(f, i) {
		r.readSlot(s, p)
	}
}

// leaf returns the type of the text of an element that holds a text and has no attributes, if nothing else has to be looked at; else nil.
func (s *slot) leaf(facts *fieldFacts) *simple.SimpleType {
	switch {
	case !facts.foreseen:
		return nil
	case s.isSimple():
		return facts.takes
	case s.inner != nil && facts.plainComplex == s.inner:
		return s.inner.compiled().textOnly
	}
	return nil
}

// storeLeaf stores a valid text.
func (r *Reader) storeLeaf(s *slot, holder unsafe.Pointer, text string) {
	if s.inner == nil {
		s.store(r.target(s, holder), text)
		return
	}
	plan := s.inner.compiled()
	l, err := plan.layout()
	if err != nil {
		r.fail(err)
		return
	}
	inner := &l.slots[plan.text]
	inner.store(r.target(inner, r.structTarget(s, holder)), text)
}

// startXMLChild reads the child whose start is the current token.
func (r *Reader) startXMLChild(f *frame, l *layout, p unsafe.Pointer) {
	i, ok := r.matchKnown(f, r.xml.Symbol())
	if !ok {
		r.childWithCare(f, l, p)
		return
	}
	s, facts := &l.slots[i], &f.plan.facts[i]
	if s.inner == nil || !facts.foreseen || facts.plainComplex != s.inner {
		r.reachSlot(f, i, s, p)
		return
	}
	plan := s.inner.compiled()
	inner, err := plan.layout()
	bare := len(r.xml.Attrs()) == 0
	switch {
	case err != nil || !r.isUnfollowed(facts.symbol):
		r.reachSlot(f, i, s, p)
	case plan.text != absent && s.holds == structure:
		f.counts[i]++
		target := r.target(s, p)
		if !r.textXML(plan, inner, target) {
			f.counts[i]--
			if r.reach(f, i) {
				r.readOne(s, target)
			}
		}
	case bare && plan.err == nil:
		f.counts[i]++
		r.enter(plan, facts, f.counts[i], f.lenient)
		r.readContent(inner, r.structTarget(s, p))
	default:
		r.reachSlot(f, i, s, p)
	}
}

// textXML reads an element of simple content whose start is the current token, with its attributes. Where more has to be looked at, or
// something is not valid, it moves nowhere and returns false.
func (r *Reader) textXML(p *plan, l *layout, target unsafe.Pointer) bool {
	takes := p.facts[p.text].takes
	if takes == nil || p.err != nil || !r.plainAttributes(p, l, target) {
		return false
	}
	text, ok := r.xml.TextAhead()
	if !ok {
		return false
	}
	if text, ok = takes.Compiled().Take(text, r.xml); !ok {
		return false
	}
	r.xml.TakeText()
	s := &l.slots[p.text]
	s.store(r.target(s, target), text)
	return true
}

// plainAttributes stores the attributes of the current start, if all of them are those of the type and valid, and none is missing.
func (r *Reader) plainAttributes(p *plan, l *layout, target unsafe.Pointer) bool {
	attrs := r.xml.Attrs()
	watched := 0
	for n := range attrs {
		i, ok := p.attributeOf.find(attrs[n].Symbol)
		if !ok {
			return false
		}
		s, facts := &l.slots[i], &p.facts[i]
		if facts.takes == nil || !s.isSimple() {
			return false
		}
		text, ok := facts.takes.Compiled().Take(attrs[n].Value, r.xml)
		if !ok {
			return false
		}
		s.store(r.target(s, target), text)
		if facts.watched {
			watched++
		}
	}
	return watched == len(p.watched)
}
