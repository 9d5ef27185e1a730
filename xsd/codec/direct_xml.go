// This file reads XML elements without frames: it goes through the text itself, from part to part (xmltext.Part). What needs more care than a name and the
// type of a value is read with frames, which the elements around it get then; no more than a start tag is read twice.

package codec

import (
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// elementReader reads the content of one element and the elements in it.
type elementReader struct {
	r      *Reader
	part   xmltext.Part   // found last
	stack  []*openElement // kept for reuse
	open   int            // how many of them are being read
	habits [][]habit      // by the number of a shape, and in it by what came before
	wild   wildName
	any    AnyElement // that is being read, and not in the struct yet
}

// openElement is an element that is being read.
type openElement struct {
	around   *openElement // nil where it is that of the innermost frame
	field    int          // what it is in the element around it
	name     *xmltext.KnownName
	end      string // the end tag
	shape    *xmlShape
	holder   unsafe.Pointer // its struct
	habits   []habit
	run      int // where the first element of the field begins that came last
	depth    int
	framed   bool
	lenient  bool      // in tolerant reading: it lacks its namespace, so its children may
	contents *contents // of its frame, or its own
	own      contents
	others   tally // of what wildcards let in, while there is no frame
}

// habit is what came last time behind an element, or first in its parent, and how many elements like it there were.
type habit struct {
	name   *xmltext.KnownName
	member *xmlMember
	count  int // of elements of the field in their parent
	bytes  int // from the first of them to the last
}

// progress is how far reading of an element's content has come.
type progress uint8

const (
	ended progress = iota // to its end
	moved                 // to a place between two children; the element has a frame
	stuck                 // to such a place too, and what comes next needs care
)

// The name of the root has to be looked at.
func (xmlCursor) plainRoot(*plan, unsafe.Pointer) progress { return stuck }

// direct reads children of the element opened last, up to one that needs more care, or to the end of the element.
func (r xmlCursor) direct(holder unsafe.Pointer) {
	if r.notes != nil {
		return
	}
	d := &r.elements
	d.r = r.Reader
	for r.err == nil && len(r.frames) > 0 && r.atContent() {
		f := r.top()
		shape := f.plan.xmlShape()
		if shape == noXMLShape {
			return
		}
		from, end, ok := r.xml.Parts()
		if !ok {
			return
		}
		e := d.enter()
		e.around, e.shape, e.holder, e.end, e.depth = nil, shape, holder, end, r.xml.Depth()
		e.framed, e.lenient, e.contents = true, f.lenient, &f.contents
		_, came := d.children(e, from)
		d.leave()
		switch came {
		case ended:
			r.xml.MoveOnto(&d.part)
			f.phase = done
			r.endContent(f)
			return
		case stuck:
			return
		}
	}
}

// atContent reports whether the element opened last holds elements, the next of which is still to come. An element without attributes, whose
// type asks for none, is brought there.
func (r *Reader) atContent() bool {
	f := r.top()
	switch {
	case r.at != atNothing || f.nilled || f.plan == nil || len(f.plan.elements) == 0 && f.plan.mixed == absent:
		return false
	case f.plan.typ.Mixed && (f.plan.mixed == absent || f.declared.isConstrained()):
		return false
	}
	if f.phase == inAttributes && len(r.xml.Attrs()) == 0 && len(f.plan.watched) == 0 && !r.ident.active() {
		f.phase = inContent
	}
	return f.phase == inContent
}

// enter begins to read an element, which is still to be filled in, and leave ends it.
func (d *elementReader) enter() *openElement {
	if d.open == len(d.stack) {
		d.stack = append(d.stack, new(openElement))
	}
	d.open++
	return d.stack[d.open-1]
}

func (d *elementReader) leave() { d.open-- }

// reset forgets what was read.
func (d *elementReader) reset() {
	d.open = 0
	d.any.release()
	for _, e := range d.stack {
		e.holder = nil
	}
}

// children reads the children of an element from an offset on. It returns where the element ends, if it comes to its end.
func (d *elementReader) children(e *openElement, i int) (end int, came progress) {
	if e.depth >= d.r.xml.MaxDepth() {
		return d.care(e, i)
	}
	e.habits = d.habitsOf(e.shape)
	part := &d.part
	for h := &e.habits[0]; ; {
		if e.shape.mixed != nil {
			end, ok := d.run(e, i)
			if !ok {
				return d.care(e, i)
			}
			i = end
		}
		d.r.xml.PartAt(part, i, e.end, h.name)
		switch {
		case part.Kind == xmltext.NoToken:
			return d.care(e, i)
		case part.Kind != xmltext.EndElement:
		case e.around != nil && !e.contents.complete():
			return d.care(e, i)
		default:
			if items := e.shape.layout.items; items != nil {
				items.came(e.holder)
			}
			return part.End, ended
		}
		m := d.match(e, h)
		if m == nil {
			return d.care(e, i)
		}
		h = &e.habits[m.field+1]
		if m.atOnce && part.Kind == xmltext.Leaf && e.around != nil && len(d.r.xml.PartAttrs()) == 0 { // most children are so
			text, ok := simple.Constant(m.texts, d.r.xml.PartText(part))
			if !ok && m.quick(text) {
				text, ok = d.r.input.Own(text), true
			}
			if ok {
				e.contents.counts[m.field]++
				*textAt(d.r.target(m.slot, e.holder)) = text
				i = part.End
				continue
			}
		}
		if i, came = d.child(e, m); came != ended {
			return 0, came
		}
	}
}

// run stores the run of text at an offset of mixed content, and returns where it ends. It is not ok, and stores nothing, where that needs a closer look.
func (d *elementReader) run(e *openElement, i int) (end int, ok bool) {
	part := &d.part
	if d.r.xml.TextAt(part, i); part.Kind == xmltext.NoToken {
		return i, false
	}
	if part.Text < part.Close {
		*textAt(d.r.target(e.shape.mixed, e.holder)) = d.r.input.Own(d.r.xml.PartText(part))
	}
	return part.End, true
}

// habitsOf returns what came last time in elements of a shape: first, and behind each field.
func (d *elementReader) habitsOf(s *xmlShape) []habit {
	if s.number >= len(d.habits) {
		d.habits = append(d.habits, make([][]habit, s.number+1-len(d.habits))...)
	}
	habits := d.habits[s.number]
	if habits == nil {
		habits = make([]habit, len(s.members)+1)
		d.habits[s.number] = habits
	}
	return habits
}

// match finds the member that the start tag found last stands for, where the content model allows it; nil where it does not, or not simply.
func (d *elementReader) match(e *openElement, h *habit) *xmlMember {
	name := d.part.Name
	if m := h.member; h.name == name && e.has(m, name.Symbol()) && e.contents.take(m.field, m.facts) {
		return m
	}
	if field, ok := (xmlCursor{d.r}).matchKnown(e.contents, name.Symbol()); ok {
		h.name, h.member = name, &e.shape.members[field]
		return h.member
	}
	if !e.lenient {
		return nil
	}
	if m := e.shape.bareMember(name.Symbol()); m != nil && e.contents.take(m.field, m.facts) {
		h.name, h.member = name, m
		return m
	}
	return nil
}

// has reports whether an element of this name is the member.
func (e *openElement) has(m *xmlMember, name source.Symbol) bool {
	return m.facts.symbol == name || e.lenient && e.shape.bareName(m) == name
}

// meant returns the name that an element of the member has, with its namespace where it lacks that.
func (e *openElement) meant(m *xmlMember, name source.Symbol) source.Symbol {
	if e.lenient && e.shape.bareName(m) == name {
		return m.facts.symbol
	}
	return name
}

// child reads the element whose start was found last, which has come for a member, and returns where it ends.
func (d *elementReader) child(e *openElement, m *xmlMember) (end int, came progress) {
	if e.around == nil && !d.r.isUnfollowed(e.meant(m, d.part.Name.Symbol())) {
		return d.careFor(e, m, nil)
	}
	switch m.kind {
	case textMember:
		switch {
		case d.part.Kind == xmltext.Leaf && len(d.r.xml.PartAttrs()) == 0:
			return d.text(e, m)
		case m.slot.holds == nillableValue && d.isNil():
			return d.nothing(e, m)
		}
	case structMember:
		if shape := m.shape(); shape != noXMLShape && !d.part.Empty {
			return d.structure(e, m, shape)
		}
	case wildMember:
		if !d.r.drops {
			return d.wildcard(e, m)
		}
	}
	return d.careFor(e, m, nil)
}

// text reads an element that holds nothing but a text.
func (d *elementReader) text(e *openElement, m *xmlMember) (end int, came progress) {
	text, ok := d.take(m, d.r.xml.PartText(&d.part))
	if !ok {
		return d.careFor(e, m, nil)
	}
	e.contents.counts[m.field]++
	if m.slot.occurs == many {
		d.expect(e, m)
	}
	m.slot.store(d.r.target(m.slot, e.holder), text, d.r.input)
	return d.part.End, ended
}

// take returns the value that a text is, or is taken for where nothing more is to be said of that.
func (d *elementReader) take(m *xmlMember, raw string) (text string, ok bool) {
	if text, ok = m.take(raw, d.r.xml); ok || m.slot.holds != textValue || !d.r.isSilent() {
		return text, ok
	}
	text, _, ok = takenFor(m.takes, raw, d.r.xml)
	return m.takes.Normalize(text), ok
}

// isNil reports whether the element whose start was found last says that it is nil, and nothing else.
func (d *elementReader) isNil() bool {
	attrs := d.r.xml.PartAttrs()
	return d.part.Empty && len(attrs) == 1 && attrs[0].Name == nilAttribute && isTrue(attrs[0].Value)
}

// nothing reads an element of simple type that is nil.
func (d *elementReader) nothing(e *openElement, m *xmlMember) (end int, came progress) {
	e.contents.counts[m.field]++
	if m.slot.occurs == many {
		d.expect(e, m)
	}
	m.slot.storeNil(d.r.target(m.slot, e.holder))
	return d.part.End, ended
}

// structure reads an element of complex type.
func (d *elementReader) structure(e *openElement, m *xmlMember, shape *xmlShape) (end int, came progress) {
	text := ""
	if m.slot.occurs == many {
		d.expect(e, m)
	}
	if t := shape.text; t != nil {
		ok := d.part.Kind == xmltext.Leaf
		if ok {
			text, ok = t.take(d.r.xml.PartText(&d.part), d.r.xml)
		}
		if !ok {
			return d.careFor(e, m, nil)
		}
	}
	target, ok := d.attributes(e, m, shape)
	if !ok {
		return d.careFor(e, m, target)
	}
	e.contents.counts[m.field]++
	if t := shape.text; t != nil {
		t.slot.store(d.r.target(t.slot, target), text, d.r.input)
		return d.part.End, ended
	}
	return d.content(e, m, shape, target)
}

// expect tells the memory of lists how many values are likely to come, counting one that is about to: as many as last time, if the text has room for them.
func (d *elementReader) expect(e *openElement, m *xmlMember) {
	h, count := &e.habits[m.field+1], e.contents.counts[m.field]
	if count == 0 {
		d.r.memory.expected = expectation{likely: h.count, count: h.count, bytes: h.bytes, left: d.r.xml.Left(d.part.Start)}
		e.run, h.count = d.part.Start, 1
		return
	}
	h.count, h.bytes = count+1, d.part.Start-e.run
	d.r.memory.expected = expectation{count: count, bytes: h.bytes, left: d.r.xml.Left(d.part.Start)}
}

// attributes returns the address of the struct of an element with its attributes stored, if all of them are those of the type and valid, and none is missing.
// Otherwise the struct is still to be read at that address, or there is none yet.
func (d *elementReader) attributes(e *openElement, m *xmlMember, shape *xmlShape) (target unsafe.Pointer, ok bool) {
	r := d.r
	switch {
	case len(r.xml.PartAttrs()) == 0 && len(shape.plan.watched) == 0:
		return r.structTarget(m.slot, e.holder), true
	case m.slot.holds != structure:
		return nil, false
	}
	target = r.target(m.slot, e.holder)
	return target, d.plainAttributes(shape, target)
}

// content reads the content of an element that holds elements.
func (d *elementReader) content(e *openElement, m *xmlMember, shape *xmlShape, target unsafe.Pointer) (end int, came progress) {
	o := d.enter()
	o.around, o.field, o.name, o.end = e, m.field, d.part.Name, d.part.Name.EndTag()
	o.shape, o.holder, o.depth, o.framed, o.lenient = shape, target, e.depth+1, false, e.lenient
	o.contents, o.own.cursor, o.own.matcher = &o.own, 0, nil
	o.others.reset()
	d.r.arena.push(shape.plan, &o.own)
	from := d.part.Inner
	if shape.mixed != nil { // white space is text there
		from = d.part.Text
	}
	if end, came = d.children(o, from); came == ended {
		d.r.arena.pop(&o.own)
	} else {
		d.r.readContent(shape.layout, target)
		came = moved
	}
	d.leave()
	return end, came
}

// care leaves what begins at an offset to frames.
func (d *elementReader) care(e *openElement, i int) (end int, came progress) {
	d.r.memory.expected = expectation{}
	d.frame(e)
	d.r.xml.MoveTo(i)
	return 0, stuck
}

// careFor reads the element whose start was found last with care, into the struct at target if there is one already.
func (d *elementReader) careFor(e *openElement, m *xmlMember, target unsafe.Pointer) (end int, came progress) {
	r, holder := d.r, e.holder
	r.memory.expected = expectation{}
	d.frame(e)
	r.xml.MoveOnto(&d.part)
	switch {
	case !xmlCursor{r}.reach(r.top(), m.field):
	case target == nil:
		r.readSlot(m.slot, holder)
	default:
		r.readOne(m.slot, target)
	}
	return 0, moved
}

// frame makes the frame of an element, after those around it.
func (d *elementReader) frame(e *openElement) {
	if e.framed {
		return
	}
	e.framed = true
	d.frame(e.around)
	r := d.r
	r.xml.Enter(e.name)
	f := r.newFrameFor(e.field)
	f.contents, f.phase = e.own, inContent
	f.others.set(&e.others)
}

// plainAttributes stores the attributes of the start found last, if all of them are those of the type and valid, and none is missing.
func (d *elementReader) plainAttributes(shape *xmlShape, target unsafe.Pointer) bool {
	r, attrs := d.r, d.r.xml.PartAttrs()
	watched := 0
	for n := range attrs {
		i, ok := shape.plan.attributeOf.find(attrs[n].Symbol)
		if !ok {
			return false
		}
		m := &shape.members[i]
		if m.kind != attributeMember {
			return false
		}
		text, ok := m.take(attrs[n].Value, r.xml)
		if !ok {
			return false
		}
		m.slot.store(r.target(m.slot, target), text, r.input)
		if m.facts.watched {
			watched++
		}
	}
	return watched == len(shape.plan.watched)
}
