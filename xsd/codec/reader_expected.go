// This file moves on where XML goes on in the commonest way: with what the schema lists next, and nothing special about it.
// Everything else is left to the files that know all of it.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// standAt makes the element that has come for field i the current one: the one its declaration names, with nothing said about it.
func (r *Reader) standAt(f *frame, i int) {
	f.field = i
	f.counts[i]++
	facts, c := &f.plan.facts[i], &r.cur
	c.begin(f.lenient)
	c.index = f.counts[i]
	if c.element != facts.element {
		c.element = facts.element
	}
	setOwn(&c.own, Name{})
	if facts.takes != nil && !r.ident.active() {
		c.takes = facts.takes
	}
	r.at = atElement
}

// takeText reads the current text, if nothing but that has to be looked at and it is of type t.
func (r *Reader) takeText(t *simple.SimpleType) (text string, ok bool) {
	if r.cur.takes != t || t == nil || r.at == atNothing {
		return "", false
	}
	if r.at == atAttribute && r.json == nil {
		if text, ok = t.Compiled().Take(r.cur.text, r.xml); ok {
			r.at = atNothing
		}
		return text, ok
	}
	if r.json != nil {
		return r.takeScalar(t)
	}
	if text, ok = r.xml.TextAhead(); !ok {
		return "", false
	}
	if text, ok = t.Compiled().Take(text, r.xml); ok {
		r.xml.TakeText()
		r.at, r.wasNil = atNothing, false
	}
	return text, ok
}

// takeScalar is takeText for a value of JSON that looks as values of t do.
func (r *Reader) takeScalar(t *simple.SimpleType) (text string, ok bool) {
	e := t.Compiled()
	switch kind := r.json.Kind(); {
	case e.HoldsNames:
		return "", false
	case kind == jsontext.String && (e.Form == simple.StringForm || e.Form == simple.ScalarForm):
		text, ok = r.json.PlainText()
	case kind == jsontext.Number && e.Form == simple.NumberForm,
		(kind == jsontext.True || kind == jsontext.False) && e.Form == simple.BooleanForm:
		text, ok = r.json.Text(), true
	}
	if !ok {
		return "", false
	}
	if text, ok = e.Take(text, nil); ok {
		r.at, r.wasNil = atNothing, false
	}
	return text, ok
}
