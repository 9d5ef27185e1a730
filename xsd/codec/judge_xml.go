// This file judges what most XML documents consist of, each in one step, as direct_xml.go reads it: where there is no value to store, the
// names, the content model and the texts are all there is to look at.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// judge judges children of the element opened last, up to one that needs more care, or to the end of the element. depth counts the elements
// around it.
func (r xmlCursor) judge(w *walker, depth int) {
	if r.notes != nil || len(r.frames) == 0 || !r.atContent() {
		return
	}
	var p xmltext.Part
	for r.err == nil {
		f := r.top()
		from, end, ok := r.xml.Parts()
		if !ok || r.xml.Depth() >= r.xml.MaxDepth() {
			return
		}
		switch r.xml.PartAt(&p, from, end, nil); p.Kind {
		case xmltext.NoToken:
			return
		case xmltext.EndElement:
			r.xml.MoveOnto(&p)
			f.phase = done
			r.endContent(f)
			return
		case xmltext.Leaf:
			if len(r.xml.PartAttrs()) == 0 {
				w.leaf(f, &p, depth)
				continue
			}
		}
		r.xml.MoveOnto(&p)
		w.start(f, depth)
	}
}

// leaf judges the element that was found, which has no attributes and holds nothing but a text.
func (w *walker) leaf(f *frame, p *xmltext.Part, depth int) {
	r := w.r
	i, ok := xmlCursor{r}.matchKnown(&f.contents, p.Name.Symbol())
	if !ok {
		r.xml.MoveOnto(p)
		w.withCare(depth)
		return
	}
	if t := f.plan.facts[i].leafText(); t != nil && r.isUnfollowed(p.Name.Symbol()) {
		if _, ok := t.Compiled().Take(r.xml.PartText(p), r.xml); ok {
			f.counts[i]++
			r.xml.MoveTo(p.End)
			return
		}
	}
	r.xml.MoveOnto(p)
	w.arrived(f, i, depth)
}

// leafText returns the type of the text of an element that holds a text and has no attributes, if nothing else has to be looked at; else nil.
func (facts *fieldFacts) leafText() *simple.SimpleType {
	switch {
	case !facts.foreseen:
		return nil
	case facts.complex == nil:
		return facts.takes
	case facts.plainComplex == nil:
		return nil
	}
	return facts.plainComplex.compiled().textOnly
}

// start judges the child whose start is the current token.
func (w *walker) start(f *frame, depth int) {
	r := w.r
	i, ok := xmlCursor{r}.matchKnown(&f.contents, r.xml.Symbol())
	if !ok {
		w.withCare(depth)
		return
	}
	facts := &f.plan.facts[i]
	t := facts.plainComplex
	if t == nil || !facts.foreseen || !r.isUnfollowed(facts.symbol) {
		w.arrived(f, i, depth)
		return
	}
	switch p := t.compiled(); {
	case p.text != absent && r.passText(p):
		f.counts[i]++
	case p.text == absent && p.err == nil && len(r.xml.Attrs()) == 0:
		f.counts[i]++
		r.enter(p, i)
		w.contents(t, depth+1, false)
	default:
		w.arrived(f, i, depth)
	}
}

// withCare judges the child whose start is the current token, and which the content model does not allow as it is.
func (w *walker) withCare(depth int) {
	if (xmlCursor{w.r}).child(w.r.top()) {
		w.child(depth, false)
		w.leave()
	}
}

// arrived judges the child whose start is the current token and that has come for field i.
func (w *walker) arrived(f *frame, i, depth int) {
	if (xmlCursor{w.r}).reach(f, i) {
		w.child(depth, false)
		w.leave()
	}
}

// leave goes past what was left unread.
func (w *walker) leave() {
	if r := w.r; r.at != atNothing && r.err == nil {
		r.discard()
	}
}

// passText goes past an element of simple content whose start is the current token, with its attributes. Where more has to be looked at, or
// something is not valid, it moves nowhere and returns false.
func (r *Reader) passText(p *plan) bool {
	takes := p.facts[p.text].takes
	if takes == nil || p.err != nil || !r.attributesPass(p) {
		return false
	}
	text, ok := r.xml.PeekText()
	if !ok {
		return false
	}
	if _, ok = takes.Compiled().Take(text, r.xml); ok {
		r.xml.TakeText()
	}
	return ok
}

// attributesPass reports whether the attributes of the current start are those of the type and valid, and none is missing.
func (r *Reader) attributesPass(p *plan) bool {
	attrs := r.xml.Attrs()
	watched := 0
	for n := range attrs {
		i, ok := p.attributeOf.find(attrs[n].Symbol)
		if !ok || p.facts[i].takes == nil {
			return false
		}
		if _, ok := p.facts[i].takes.Compiled().Take(attrs[n].Value, r.xml); !ok {
			return false
		}
		if p.facts[i].watched {
			watched++
		}
	}
	return watched == len(p.watched)
}
