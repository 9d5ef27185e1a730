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
				r.standAt(f, i, true)
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
	if i >= len(f.plan.facts) || !f.plan.facts[i].isKey {
		return false, false
	}
	facts := &f.plan.facts[i]
	kind := r.json.NextMember(facts.key)
	if kind == jsontext.NoToken {
		return false, false
	}
	f.cursor = i + 1
	inXML := kind == jsontext.String
	if !inXML {
		kind = r.nextJSONToken()
	}
	if !facts.single || kind == jsontext.Null || r.err != nil {
		return r.err == nil && r.memberValue(f, i, facts.key), true
	}
	r.standAt(f, i, inXML)
	return true, true
}

// standAt makes the element that has come for field i the current one: the one its declaration names, with nothing said about it.
// inXML is as for checkText.
func (r *Reader) standAt(f *frame, i int, inXML bool) {
	facts := &f.plan.facts[i]
	f.field = i
	f.counts[i]++
	c := &r.cur
	c.begin(f.lenient)
	c.index, c.element = f.counts[i], facts.element
	setOwn(&c.own, Name{})
	r.at = atElement
	if facts.plain != nil && !r.ident.active() {
		r.checkText(facts.plain, inXML)
	}
}

// checkText checks the text of the current element ahead of its reading, if nothing but the text has to be looked at: a text
// that is plain and of its type is then ready to be taken. inXML says that JSON's string is known to hold characters of XML alone.
func (r *Reader) checkText(t *compiledType, inXML bool) {
	var raw string
	var ok bool
	var ns PrefixResolver
	if r.xml == nil {
		raw, ok = r.textInJSON(t, inXML)
	} else if len(r.xml.Attrs()) == 0 {
		raw, ok = r.xml.TextAhead()
		ns = r.xml
	}
	if !ok {
		return
	}
	text := t.white.normalize(raw)
	if t.rules.check(text, ns) == noFault {
		r.cur.text, r.cur.checked = text, true
	}
}

// textInJSON returns the text of the current value, if it is spelled as values of the type are.
func (r *Reader) textInJSON(t *compiledType, inXML bool) (text string, ok bool) {
	if t.names {
		return "", false
	}
	kind, text := r.json.Kind(), r.json.Text()
	switch t.form {
	case stringForm:
		return text, kind == jsontext.String && (inXML || isXMLText(text))
	case booleanForm:
		return text, kind == jsontext.True || kind == jsontext.False
	case numberForm:
		return text, kind == jsontext.Number && !strings.ContainsAny(text, "eE")
	}
	return "", false
}

// takeChecked reads the value whose text was checked.
func (r *Reader) takeChecked() (text string, ns PrefixResolver, ok bool) {
	r.at, r.wasNil, r.cur.checked = atNothing, false, false
	if r.xml == nil {
		return r.cur.text, nil, true
	}
	r.xml.TakeText()
	return r.cur.text, r.xml, true
}
