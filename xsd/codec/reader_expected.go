// This file moves on where XML goes on in the commonest way: with what the schema lists next, and nothing special about it.
// Everything else is left to the files that know all of it.

package codec

import "github.com/mvainnsyn/mvainnsyn/xsd/simple"

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
func (r *Reader) takeText(t *simple.SimpleType) (text string, ok bool) {
	if r.at == atMatch && r.tape.shape.texts[r.tape.part] == t {
		r.at, r.wasNil = atNothing, false
		return r.textOnTape(), true
	}
	if !r.cur.textual || r.at != atElement || r.cur.field.Simple != t {
		return "", false
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
