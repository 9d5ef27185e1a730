// This file moves on where a document goes on in the commonest way: with what the schema lists next, and nothing special about
// it. Everything else is left to the files that know all of it.

package xsd

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
)

// nextExpected moves to the element that a plain sequence expects, or to the end of the content. It returns false where
// something else comes.
func (r *Reader) nextExpected(f *frame) bool {
	p := f.plan
	for n := f.cursor; n < len(p.elements); n++ {
		i := p.elements[n]
		facts, count := &p.facts[i], f.counts[i]
		if field := facts.field; count < field.Max || field.Max == Unbounded {
			if !facts.foreseen {
				return false
			}
			if r.xml.NextStart(&field.Name) {
				f.cursor = n
				r.standAt(f, i)
				return true
			}
		}
		if count < facts.field.Min {
			break
		}
	}
	if len(p.elements) == 0 || !r.xml.NextEnd() {
		return false
	}
	f.phase = done
	r.endContent(f)
	return true
}

// nextExpectedMember moves to the value of the member that comes next where members come in the order of the fields. It is not
// found where something else comes, and not moved where the member was dealt with.
func (r *Reader) nextExpectedMember(f *frame) (moved, found bool) {
	i := f.cursor
	if i >= len(f.plan.facts) || f.plan.facts[i].ownKey == absent {
		return false, false
	}
	facts := &f.plan.facts[i]
	kind := r.json.NextMember(f.plan.ownKeys, facts.ownKey)
	if kind == jsontext.NoToken {
		return false, false
	}
	f.cursor = i + 1
	plain := kind != jsontext.Key
	if !plain {
		kind = r.nextJSONToken()
	}
	if !facts.single || kind == jsontext.Null || r.err != nil {
		return r.err == nil && r.memberValue(f, i, facts.key), true
	}
	r.standAt(f, i)
	r.cur.plain = plain
	return true, true
}

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
	c.textual = facts.textual && !r.ident.active()
	r.at = atElement
}

// takeText reads the current element, if nothing but its text has to be looked at and that is of type t.
func (r *Reader) takeText(t *SimpleType) (text string, ok bool) {
	if !r.cur.textual || r.at != atElement || r.cur.field.Simple != t {
		return "", false
	}
	e := t.engine()
	if r.xml == nil {
		if text, ok = r.scalarAhead(e); ok {
			text, ok = e.take(text, nil)
		}
	} else if text, ok = r.xml.TextAhead(); ok {
		if text, ok = e.take(text, r.xml); ok {
			r.xml.TakeText()
		}
	}
	if ok {
		r.at, r.wasNil = atNothing, false
	}
	return text, ok
}

// scalarAhead returns the current value of JSON, if it is spelled as values of the type are.
func (r *Reader) scalarAhead(e *compiledType) (text string, ok bool) {
	kind := r.json.Kind()
	text = r.json.Text()
	switch e.form {
	case stringForm:
		ok = kind == jsontext.String && !e.names && (r.cur.plain || isXMLText(text))
	case booleanForm:
		ok = kind == jsontext.True || kind == jsontext.False
	case numberForm:
		ok = kind == jsontext.Number && !strings.ContainsAny(text, "eE")
	}
	return text, ok
}

// take returns a text with white space normalised, if it is of the type.
func (e *compiledType) take(text string, ns PrefixResolver) (normalized string, ok bool) {
	if e.quick != nil && e.quick(text) {
		return text, true
	}
	text = e.white.normalize(text)
	return text, e.rules.check(text, ns) == noFault
}
