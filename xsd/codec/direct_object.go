// This file reads JSON objects without frames: it goes through the text itself, member by member. What needs more care than a member's key and the type of
// its value is read with frames, which the objects around it get then; nothing is read twice.

package codec

import (
	"math/bits"
	"strings"
	"sync/atomic"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// objectReader reads one object and those in it.
type objectReader struct {
	r      *Reader
	src    string
	limits *source.Limits
	stack  []*object // kept for reuse
	open   int       // how many of them are being read
	wild   wildName
	any    AnyElement // that is being read, and not in the struct yet

	written, run string // the run of text among items that came last, as it is written and what it says
}

// object is an object that is being read. Members are numbers of fields, as storing a pointer has its price while the garbage collector runs.
type object struct {
	around *object // nil where it is that of the innermost frame, which knows nothing of it yet, or of the root
	field  int     // what it is of the object around it
	shape  *jsonShape
	holder unsafe.Pointer // its struct
	depth  int
	came   uint64 // the members that came
	empty  uint64 // those that are an array with too few items
	last   int    // the member that came last, or absent
	array  int    // the member whose array is open, or absent
	items  phase  // of ordered content: inContent before it, inItems, afterItem in the object of an item, done behind it
	item   int    // the element that came last in it, or absent
	framed bool

	passed   []string  // the keys of members that were passed over
	arrivals []arrival // the elements of ordered content
	proved   *inOrder  // of an object before at the same depth, nil while there was none
}

// direct reads the object of the element opened last, if nothing of it has been read.
func (r jsonCursor) direct(holder unsafe.Pointer) {
	f := r.top()
	if r.json.Kind() == jsontext.ObjectStart && f.phase == inContent && f.plan != nil && !f.nilled && !f.declared.isConstrained() && r.isFree() {
		if r.readWhole(f.plan, holder) == ended {
			f.phase = done
		}
	}
}

// isFree reports whether nothing is to be looked at but the document.
func (r *Reader) isFree() bool { return r.err == nil && r.at == atNothing && !r.ident.active() }

func (r jsonCursor) plainRoot(p *plan, holder unsafe.Pointer) progress {
	if r.err != nil || r.json.Kind() != jsontext.ObjectStart || r.as.Local != "" || p.plainRoot() == nil {
		return stuck
	}
	return r.readWhole(p, holder)
}

// readWhole reads the object that has begun, which is that of the innermost frame or of the root without one, or as much of it as needs no care. It is stuck where it
// read nothing; where it moved, there is a frame.
func (r *Reader) readWhole(p *plan, holder unsafe.Pointer) progress {
	src, limits, whole := r.json.Whole()
	if !whole {
		return stuck
	}
	d := &r.objects
	d.r, d.src, d.limits = r, src, limits
	depth := r.json.Depth()
	shape := p.jsonShape()
	if !d.fits(shape, depth) {
		return stuck
	}
	came := moved
	o := d.enter(nil, absent, shape, holder, depth)
	if end, ok := d.members(o, r.json.Offset()); ok {
		r.json.EndObject(end)
		came = ended
	}
	d.leave()
	return came
}

// isAsDeclared reports whether nothing in the objects ahead says that they are of another type than the declared one, or nil.
func (r *Reader) isAsDeclared(s *slot) bool {
	switch s.holds {
	case typedValue:
		return !r.json.HasAhead(keyType) && !r.json.HasAhead(keyTypeLong)
	case nillableValue:
		return !r.json.HasAhead(keyNil)
	}
	return true
}

// enter begins to read an object, and leave ends it.
func (d *objectReader) enter(around *object, field int, shape *jsonShape, holder unsafe.Pointer, depth int) *object {
	if d.open == len(d.stack) {
		d.stack = append(d.stack, new(object))
	}
	o := d.stack[d.open]
	d.open++
	if o.around != around {
		o.around = around
	}
	if o.shape != shape {
		o.shape = shape
	}
	o.holder, o.field, o.depth = holder, field, depth
	o.came, o.empty = 0, 0
	o.last, o.array, o.item = absent, absent, absent
	o.items, o.framed = inContent, false
	if len(o.arrivals) > 0 || len(o.passed) > 0 {
		o.arrivals, o.passed = o.arrivals[:0], o.passed[:0]
	}
	return o
}

func (d *objectReader) leave() { d.open-- }

// reset forgets the text and what was read of it.
func (d *objectReader) reset() {
	if d.src == "" {
		return
	}
	d.src, d.written, d.run = "", "", ""
	d.any.release()
	for _, o := range d.stack {
		o.holder = nil
		clear(o.passed[:cap(o.passed)])
	}
}

// fits reports whether objects of a shape can be read without frames at a depth.
func (d *objectReader) fits(s *jsonShape, depth int) bool {
	return s != noJSONShape && s.longestKey <= d.limits.MaxNameBytes && len(s.members) <= d.limits.MaxMembers && depth < d.limits.MaxDepth-1
}

// members reads the members of an object from an offset on, and returns where it ends.
func (d *objectReader) members(o *object, i int) (end int, ok bool) {
	for begin := i; ; {
		m, value := d.nextMember(o, i, i == begin)
		switch {
		case m == nil && value > 0 && d.isFull(o):
			return value, true
		case m == &orderedContent && o.items == inContent:
			next, ok := d.items(o, value)
			switch {
			case ok:
				o.last, i = absent, next
				continue
			case o.framed:
				return 0, false
			}
			return d.care(o, i, i == begin)
		case m == nil:
			if next, ok := d.unknown(o, i, i == begin); ok {
				i = next
				continue
			}
			return d.care(o, i, i == begin)
		case o.came&(m.bit|m.excluded) != 0 || d.kindAt(value) == 'n' && !m.mayBeNull():
			return d.care(o, i, i == begin)
		}
		if m.text.atOnce { // as most members
			if next, ok := d.textAtOnce(o, m, value); ok {
				o.came |= m.bit
				o.last, i = m.field, next
				continue
			}
		}
		next, ok := d.member(o, m, value)
		switch {
		case ok:
			o.last, i = m.field, next
		case o.framed:
			return 0, false
		default:
			return d.care(o, i, i == begin)
		}
	}
}

// textAtOnce reads the value of a member that is read at once, and returns where it ends. It is not ok, and nothing was done, where the value needs a closer look.
func (d *objectReader) textAtOnce(o *object, m *jsonMember, i int) (end int, ok bool) {
	var text string
	if m.text.isNumber {
		text, end, ok = jsontext.NumberAt(d.src, i, d.limits.MaxNumberBytes)
	} else {
		text, end, ok = jsontext.StringAt(d.src, i)
	}
	if !ok {
		return 0, false
	}
	text, constant := simple.Constant(m.text.texts, text)
	if !constant {
		if !m.text.quick(text) {
			return 0, false
		}
		text = d.r.input.Own(text)
	}
	if m.text.inPlace {
		*textAt(at(o.holder, m.text.offset)) = text
	} else {
		*textAt(d.r.target(m.slot, o.holder)) = text
	}
	return end, true
}

// mayBeNull reports whether null is a value of the member.
func (m *jsonMember) mayBeNull() bool { return m.directPart != nil && m.holds == nillableValue }

// isFull reports whether nothing is missing at the end of an object.
func (d *objectReader) isFull(o *object) bool {
	return o.shape.all.isFull(o.came&^o.empty) && (!o.shape.ordered || d.isInOrder(o))
}

// nextMember finds the member that comes next, and where its value begins. There is none where it needs a closer look, or where the object ends: then value is
// the offset behind it.
func (d *objectReader) nextMember(o *object, i int, isFirst bool) (m *jsonMember, value int) {
	src := d.src
	m = o.following().Load()
	if m != nil {
		start := m.start
		if isFirst {
			start = start[len(","):]
		}
		if strings.HasPrefix(src[i:], start) {
			return m, jsontext.SkipSpace(src, i+len(start))
		}
	}
	if i = jsontext.SkipSpace(src, i); i == len(src) {
		return nil, 0
	}
	switch {
	case src[i] == '}':
		return nil, i + 1
	case isFirst:
	case src[i] != ',':
		return nil, 0
	default:
		i = jsontext.SkipSpace(src, i+1)
	}
	key, value, ok := jsontext.KeyAt(src, i)
	if !ok {
		return nil, 0
	}
	switch {
	case o.shape.ordered && key == keyContent:
		o.following().Store(&orderedContent)
		return &orderedContent, value
	case m == nil || m == &orderedContent || m.facts.key != key:
		m = o.named(key)
	}
	if m == nil {
		return nil, 0
	}
	return m, value
}

// following returns which member came last time behind the one that came last.
func (o *object) following() *atomic.Pointer[jsonMember] {
	if o.last == absent {
		return &o.shape.first
	}
	return &o.shape.members[o.last].next
}

// named returns the member with a key, nil where it is none that is read directly.
func (o *object) named(key string) *jsonMember {
	i, ok := o.shape.plan.keys()[key]
	if !ok {
		return nil
	}
	m := &o.shape.members[i]
	if m.directPart == nil || m.facts.key != key || m.item {
		return nil
	}
	o.following().Store(m)
	return m
}

// kindAt returns the first byte of a value, 0 at the end of the text.
func (d *objectReader) kindAt(i int) byte {
	if i == len(d.src) {
		return 0
	}
	return d.src[i]
}

// member reads the value of a member, and returns where it ends. It is not ok where it needs more care; frames were made then, or nothing was done.
func (d *objectReader) member(o *object, m *jsonMember, i int) (end int, ok bool) {
	q := m.directPart
	switch {
	case q.occurs == many:
		return d.list(o, m, i)
	case q.kind == structElement:
		return d.structure(o, m, i)
	case q.kind == wildcard:
		return d.wildcard(o, m, i)
	}
	if end, ok = d.value(o, q, i); ok {
		o.came |= m.bit
	}
	return end, ok
}

// scalar returns a simple value, and where it ends. It is not ok where it is not valid, or needs a closer look.
func (d *objectReader) scalar(q *directPart, i int) (text string, end int, ok bool) {
	switch q.form {
	case simple.StringForm, simple.ScalarForm:
		if text, end, ok = d.text(i); !ok {
			text, end, ok = d.numberAsText(q, i)
		}
	case simple.NumberForm:
		text, end, ok = jsontext.NumberAt(d.src, i, d.limits.MaxNumberBytes)
	case simple.BooleanForm:
		text, end, ok = jsontext.BooleanAt(d.src, i)
	}
	switch {
	case !ok:
	case q.quick != nil && q.quick(text):
	default:
		text, ok = d.take(q, text)
	}
	return text, end, ok
}

// take returns the value that a text is in the type of a part, or is taken for.
func (d *objectReader) take(q *directPart, raw string) (text string, ok bool) {
	t := q.slot.text
	if text, ok = t.Compiled().Take(raw, nil); ok || !d.passesOver(q) {
		return text, ok
	}
	text, _, ok = takenFor(t, raw, nil)
	return t.Normalize(text), ok
}

// numberAsText returns a number that stands where a string is expected, and where it ends.
func (d *objectReader) numberAsText(q *directPart, i int) (text string, end int, ok bool) {
	if !d.passesOver(q) || q.form != simple.StringForm {
		return "", 0, false
	}
	text, end, ok = jsontext.NumberAt(d.src, i, d.limits.MaxNumberBytes)
	return q.slot.text.Spell(text), end, ok
}

// passesOver reports whether a text that deviates is to be read without a word.
func (d *objectReader) passesOver(q *directPart) bool {
	return q.holds == textValue && d.r.isSilent()
}

// list reads an array.
func (d *objectReader) list(o *object, m *jsonMember, i int) (end int, ok bool) {
	q := m.directPart
	if d.kindAt(i) != '[' {
		return 0, false
	}
	if i = jsontext.SkipSpace(d.src, i+1); d.kindAt(i) == ']' {
		o.came |= m.bit
		o.empty |= m.bit
		return i + 1, true
	}
	o.came |= m.bit
	count, begin := 0, i
	for ; ; count++ {
		from := i
		if count > 0 {
			switch d.kindAt(i) {
			case ']':
				if count < q.facts.least {
					o.empty |= m.bit // not full; the count says so with care
				}
				m.came(count, i-begin)
				return i + 1, true
			case ',':
				i = jsontext.SkipSpace(d.src, i+1)
			default:
				return d.careInList(o, q, from, false)
			}
		}
		end, ok := 0, false
		if count < q.facts.most {
			d.r.memory.expected = m.expect(count, i-begin, len(d.src)-i)
			end, ok = d.item(o, m, i)
		}
		if !ok {
			return d.careInList(o, q, from, from == begin)
		}
		i = jsontext.SkipSpace(d.src, end)
	}
}

// item reads an item of an array.
func (d *objectReader) item(o *object, m *jsonMember, i int) (end int, ok bool) {
	q := m.directPart
	switch q.kind {
	case structElement:
		o.array = q.field
		end, ok = d.structure(o, m, i)
		if ok {
			o.array = absent
		}
		return end, ok
	case wildcard:
		return d.wildcard(o, m, i)
	}
	return d.value(o, q, i)
}

// value stores a simple value, or that there is none, and returns where it ends.
func (d *objectReader) value(o *object, q *directPart, i int) (end int, ok bool) {
	if q.holds == nillableValue && d.kindAt(i) == 'n' {
		if end, ok = jsontext.NullAt(d.src, i); ok {
			q.slot.storeNil(d.r.target(q.slot, o.holder))
		}
		return end, ok
	}
	text, end, ok := d.scalar(q, i)
	if ok {
		q.slot.store(d.r.target(q.slot, o.holder), text, d.r.input)
	}
	return end, ok
}

// structure reads an object as the struct of an element.
func (d *objectReader) structure(o *object, m *jsonMember, i int) (end int, ok bool) {
	q := m.directPart
	if d.kindAt(i) != '{' || !d.r.isAsDeclared(q.slot) {
		return 0, false
	}
	depth := o.depth + 1
	switch {
	case o.array != absent:
		depth++
	case o.items == afterItem:
		depth += 2
	}
	shape := m.shape()
	if !d.fits(shape, depth) {
		return 0, false
	}
	o.came |= m.bit
	inner := d.enter(o, q.field, shape, d.r.structTarget(q.slot, o.holder), depth)
	end, ok = d.members(inner, i+1)
	if !ok {
		d.finish(inner)
	}
	d.leave()
	return end, ok
}

// finish reads the rest of an object that has got a frame.
func (d *objectReader) finish(o *object) {
	d.r.readContent(o.shape.layout, o.holder)
}

// care makes frames for an object and those around it. What begins at an offset is read with them.
func (d *objectReader) care(o *object, i int, isFirst bool) (end int, ok bool) {
	d.r.memory.expected = expectation{}
	d.frame(o)
	d.r.json.Resume(i, isFirst)
	return 0, false
}

// careInList does it in an array, unless it was done in the item.
func (d *objectReader) careInList(o *object, q *directPart, i int, isFirst bool) (end int, ok bool) {
	if o.framed {
		return 0, false
	}
	o.array = q.field
	return d.care(o, i, isFirst)
}

// frame makes the frame of an object, after those around it, and tells it what came.
func (d *objectReader) frame(o *object) {
	if o.framed {
		return
	}
	o.framed = true
	r := d.r
	if o.around != nil {
		d.frame(o.around)
		r.json.Enter(false)
		r.enter(o.shape.plan, o.field)
	} else if len(r.frames) == 0 {
		r.Open(o.shape.plan.typ)
	}
	f := r.top()
	f.phase = inContent
	f.cursor = o.last + 1
	for set := o.came; set != 0; set &= set - 1 {
		o.count(r, f, &o.shape.members[bits.TrailingZeros64(set)])
	}
	for _, key := range o.passed {
		r.json.Has(key)
		f.unknown = true
	}
	if o.array != absent {
		f.phase, f.array = inArray, o.array
		r.json.Enter(true)
	}
	if o.items != inContent {
		o.frameItems(r, f)
	}
}

// count notes in a frame what came of a member.
func (o *object) count(r *Reader, f *frame, m *jsonMember) {
	r.json.Has(m.facts.key)
	n := 1
	if m.occurs == many {
		n = m.length(o.holder)
	}
	f.counts[m.field] = n
	if n == 0 && r.tolerant() {
		f.emptied = append(f.emptied, m.field)
	}
	switch {
	case m.kind == wildcard:
		m.countWild(f, o.holder)
	case f.plan.model != nil && m.facts.field.Kind == ElementField:
		for range n {
			f.arrivals = append(f.arrivals, arrival{m.field, m.facts.symbol})
		}
	}
}

// countWild notes in a frame the elements that a wildcard let in.
func (m *jsonMember) countWild(f *frame, holder unsafe.Pointer) {
	for n := range f.counts[m.field] {
		name := anyElementAt(m.value(holder, n)).Name
		f.countOther(name)
		if f.plan.model != nil {
			f.arrivals = append(f.arrivals, arrival{m.field, source.SymbolOf(name)})
		}
	}
}

// length returns how many values a field that repeats has.
func (q *directPart) length(holder unsafe.Pointer) int {
	p, ok := q.slot.find(holder)
	if !ok {
		return 0
	}
	return (*sliceWords)(p).length
}

// value returns the address of a value of a field that has it, counting from 0.
func (q *directPart) value(holder unsafe.Pointer, n int) unsafe.Pointer {
	p, _ := q.slot.find(holder)
	switch q.occurs {
	case many:
		return unsafe.Add((*sliceWords)(p).first, uintptr(n)*q.slot.memory.size)
	case optional:
		return *(*unsafe.Pointer)(p)
	}
	return p
}

// find returns the address of the Go field within the struct at holder. It is not ok where a choice has taken another branch.
func (s *slot) find(holder unsafe.Pointer) (p unsafe.Pointer, ok bool) {
	for i := range s.steps {
		step := &s.steps[i]
		words := (*interfaceWords)(at(holder, step.offset))
		if words.kind != step.branch.kind {
			return nil, false
		}
		holder = step.branch.value(words)
	}
	return at(holder, s.offset), true
}
