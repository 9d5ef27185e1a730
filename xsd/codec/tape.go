// This file reads elements whose text matched a shape: all that was to be checked of them is behind, and what they hold lies ready.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// tape is what an element that matched a shape holds, in the order of the document.
type tape struct {
	matches []source.Match
	open    []tapeFrame // the element that matched, and those open in it; empty where nothing is read from the tape
	shape   *shape      // of the innermost
	at      int         // the match stood at
	part    int         // and its field
	next    int         // the match that comes next
	around  int         // how many frames are around the tape

	// What the tape begins with: its declaration, its name where that has another one, and its place among its siblings.
	declared *element
	own      Name
	index    int

	// The reader of the document, while one reads again what is on the tape; see stand.
	xml  *xmltext.Reader
	json *jsontext.Reader
}

// tapeFrame is an open element of the tape.
type tapeFrame struct {
	shape *shape
	match int // -1 for the first
	end   int // the match that comes after all that is in it
}

// startTape matches the current element, of plan p, against the shape of its type. It reports whether the element is now read from the tape.
func (r *Reader) startTape(p *plan) (started bool) {
	t, c := &r.tape, &r.cur
	if len(t.open) > 0 || r.notes != nil || c.identity != nil || r.ident.active() {
		return false
	}
	s := p.shape()
	switch {
	case s == nil:
		return false
	case r.json != nil:
		t.matches, started = r.json.Match(&s.Shape, t.matches[:0])
	case len(r.xml.Attrs()) == 0:
		t.matches, started = r.xml.Match(&s.Shape, t.matches[:0])
	}
	if !started {
		return false
	}
	t.open = append(t.open, tapeFrame{shape: s, match: -1, end: len(t.matches)})
	t.shape, t.declared, t.index = s, c.element, c.index
	t.next, t.around = 0, len(r.frames)
	setOwn(&t.own, c.own)
	r.at = atNothing
	return true
}

// onTape reports whether the innermost open element is read from the tape.
func (r *Reader) onTape() bool { return len(r.tape.open) > 0 && len(r.frames) == r.tape.around }

// nextOnTape moves to the next element in the innermost open one.
func (r *Reader) nextOnTape() bool {
	t := &r.tape
	if t.xml != nil || t.json != nil {
		r.leaveReplay()
	}
	r.at = atNothing
	if t.next == t.open[len(t.open)-1].end || r.err != nil {
		return false
	}
	t.at = t.next
	m := &t.matches[t.at]
	t.part, t.next = int(m.Part), int(m.Next)
	r.at = atMatch
	return true
}

// openOnTape opens the element stood at, if it is of complex type c.
func (r *Reader) openOnTape(c *ComplexType) bool {
	t := &r.tape
	inner := t.shape.inner[t.part]
	if inner == nil || inner.plan.typ != c {
		return false
	}
	t.open = append(t.open, tapeFrame{shape: inner, match: t.at, end: t.next})
	t.shape = inner
	t.next = t.at + 1
	r.at = atNothing
	return true
}

// closeOnTape ends the element opened last.
func (r *Reader) closeOnTape() {
	t := &r.tape
	if t.xml != nil || t.json != nil {
		r.leaveReplay()
	}
	last := len(t.open) - 1
	t.next = t.open[last].end
	t.open = t.open[:last]
	if last > 0 {
		t.shape = t.open[last-1].shape
	}
	r.at, r.wasNil = atNothing, false
}

// textOnTape returns the text of the element stood at.
func (r *Reader) textOnTape() string {
	m := r.tape.matches[r.tape.at]
	if r.json != nil {
		return r.json.Matched(m)
	}
	return r.xml.Matched(m)
}

// stand makes the element stood at one that is read from its text again, for who asks for more than the tape tells. The tape goes on behind
// it.
func (r *Reader) stand() {
	if r.at != atMatch {
		return
	}
	t := &r.tape
	m := t.matches[t.at]
	r.cur.begin(r.cur.lenient)
	r.cur.element, r.cur.index = t.shape.plan.facts[t.part].element, t.indexOf(&t.open[len(t.open)-1], t.at)
	setOwn(&r.cur.own, Name{})
	r.at = atElement
	if r.json != nil {
		t.json = r.json
		r.json = jsontext.NewReplay(r.json.RecordMatch(m, r.cur.complex != nil))
		r.nextJSONToken()
		return
	}
	t.xml = r.xml
	r.xml = xmltext.NewReplay(r.xml.RecordMatch(m, r.cur.complex != nil))
	r.nextToken()
}

// leaveReplay goes back to the reader of the document.
func (r *Reader) leaveReplay() {
	t := &r.tape
	if t.json != nil {
		r.json, t.json = t.json, nil
	}
	if t.xml != nil {
		r.xml, t.xml = t.xml, nil
	}
}

// indexOf returns the place among its siblings of the same name of match n, which is in the element of f.
func (t *tape) indexOf(f *tapeFrame, n int) int {
	index := 1
	for k := f.match + 1; k < n; k = int(t.matches[k].Next) {
		if t.matches[k].Part == t.matches[n].Part {
			index++
		}
	}
	return index
}

// appendPath appends the steps to the innermost open element of the tape.
func (t *tape) appendPath(path []byte) []byte {
	for i := range t.open {
		f := &t.open[i]
		if i == 0 {
			path = appendStep(path, t.declared.named(t.own), t.index)
			continue
		}
		around := &t.open[i-1]
		path = appendStep(path, around.shape.plan.typ.Fields[t.matches[f.match].Part].Name, t.indexOf(around, f.match))
	}
	return path
}
