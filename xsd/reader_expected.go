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
				r.checkAhead(facts.plain)
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
	plain := kind == jsontext.String
	if kind == jsontext.Key {
		kind = r.nextJSONToken()
	}
	if !facts.single || kind == jsontext.Null || r.err != nil {
		return r.err == nil && r.memberValue(f, i, facts.key), true
	}
	r.standAt(f, i)
	if t := facts.plain; plain && t != nil && t.form == stringForm && !t.names && !r.ident.active() {
		r.checkText(t, r.json.Text(), nil)
	} else {
		r.checkAhead(t)
	}
	return true, true
}

// standAt makes the element that has come for field i the current one: the one its declaration names, with nothing said about it.
func (r *Reader) standAt(f *frame, i int) {
	f.field = i
	f.counts[i]++
	c := &r.cur
	c.begin(f.lenient)
	c.index, c.element = f.counts[i], f.plan.facts[i].element
	setOwn(&c.own, Name{})
	r.at = atElement
}

// checkAhead checks the text of the current element ahead of its reading, if nothing but the text has to be looked at.
func (r *Reader) checkAhead(t *compiledType) {
	switch {
	case t == nil || r.ident.active():
	case r.xml == nil:
		r.checkScalar(t)
	case len(r.xml.Attrs()) == 0:
		if text, ok := r.xml.TextAhead(); ok {
			r.checkText(t, text, r.xml)
		}
	}
}

// checkScalar checks the current value of JSON ahead of its reading, if it is spelled as values of the type are.
func (r *Reader) checkScalar(t *compiledType) {
	kind := r.json.Kind()
	text := r.json.Text()
	ok := false
	switch t.form {
	case stringForm:
		ok = kind == jsontext.String && !t.names && isXMLText(text)
	case booleanForm:
		ok = kind == jsontext.True || kind == jsontext.False
	case numberForm:
		ok = kind == jsontext.Number && !strings.ContainsAny(text, "eE")
	}
	if ok {
		r.checkText(t, text, nil)
	}
}

// checkText checks the text of the current element: if it is of its type, it is ready to be taken.
func (r *Reader) checkText(t *compiledType, text string, ns PrefixResolver) {
	if t.quick == nil || !t.quick(text) {
		text = t.white.normalize(text)
		if t.rules.check(text, ns) != noFault {
			return
		}
	}
	r.cur.text, r.cur.checked = text, true
}

// isChecked reports whether the text of the current element was checked against t.
func (r *Reader) isChecked(t *SimpleType) bool {
	return r.cur.checked && r.at == atElement && r.cur.field.Simple == t
}

// takeChecked reads the text that was checked.
func (r *Reader) takeChecked() string {
	r.at, r.wasNil, r.cur.checked = atNothing, false, false
	if r.xml != nil {
		r.xml.TakeText()
	}
	return r.cur.text
}
