// This file writes structs as JSON directly, without a frame for each object.

package codec

import (
	"strconv"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// directJSON adds to a text what is in structs.
type directJSON struct {
	w    *Writer
	text jsontext.Piece
	wild wildWritten
}

func (w jsonSink) putStruct(t *directType, holder unsafe.Pointer) outcome {
	text, ok := w.json.Piece()
	if !ok {
		return invalid
	}
	d := directJSON{w: w.Writer, text: text}
	result := d.content(t, holder)
	if result == written {
		w.json.PutPiece(d.text)
	} else {
		w.json.DropPiece()
	}
	return result
}

// object adds the object for a struct.
func (d *directJSON) object(t *directType, p unsafe.Pointer) outcome {
	begin := len(d.text.Buffer)
	result := d.content(t, p)
	switch result {
	case written:
		d.text.EndObject(begin)
	case special:
		t.rest()
	}
	return result
}

// content adds the members of the object for a struct.
func (d *directJSON) content(t *directType, p unsafe.Pointer) outcome {
	switch {
	case !areWhole(t.groups, p):
		return invalid
	case !t.followed:
		return d.members(nil, &t.json, p)
	}
	var c contents
	d.w.arena.push(t.plan, &c)
	result := d.members(&c, &t.json, p)
	if result == written && !c.complete() {
		result = invalid
	}
	d.w.arena.pop(&c)
	return result
}

// members adds what is in the Go fields of a struct or branch. c follows the content model, nil where that need not be. Most members are texts, numbers and structs, which
// are written in the loop itself: one call more for each takes a fifth of the time.
func (d *directJSON) members(c *contents, list *jsonList, holder unsafe.Pointer) outcome {
	steps := list.steps[:len(list.empty)]
	for i, offset := range list.empty {
		if isEmpty(holder, offset) {
			continue
		}
		s := &steps[i]
		p := at(holder, s.offset)
		if s.pointed {
			if p = *(*unsafe.Pointer)(p); p == nil {
				if s.part.least > 0 {
					return invalid
				}
				continue
			}
		}
		switch s.action {
		case textStep:
			value := *textAt(p)
			switch {
			case !s.free && !d.w.unchecked && !s.quick(value):
			case s.safe && !d.w.unchecked:
				d.text.AddSafe(s.start, value)
				continue
			case d.text.AddPlain(s.start, value):
				continue
			}
		case numberStep:
			value := *textAt(p)
			if (s.free || d.w.unchecked || s.quick(value)) && d.text.AddNumber(s.start, value) {
				continue
			}
		case listStep:
			if s.none != nil && (*sliceWords)(p).length == 0 {
				d.text.AddReady(s.none)
				continue
			}
		case structStep:
			t := s.inner.Load()
			if t == nil {
				t = s.part.findInner(&s.inner)
			}
			if !t.isOpen() {
				return special
			}
			d.text.AddReady(s.start)
			if result := d.object(t, p); result != written {
				return result
			}
			continue
		}
		if result := d.step(c, s, p); result != written {
			return result
		}
	}
	return written
}

// step adds what is in a Go field, or at the pointer that it has, where that is not done at once.
func (d *directJSON) step(c *contents, s *jsonStep, p unsafe.Pointer) outcome {
	switch s.action {
	case branchStep:
		return d.choice(c, s.part, (*interfaceWords)(p))
	case listStep:
		return d.list(c, s.part, (*sliceWords)(p))
	case itemsStep:
		return d.items(c, s.part, (*sliceWords)(p))
	}
	return d.member(c, s.part, p)
}

// list adds the member of a field that repeats.
func (d *directJSON) list(c *contents, q *directPart, list *sliceWords) outcome {
	switch {
	case list.length == 0 && q.optional && (q.facts == nil || !q.facts.emptyArray):
		return written
	case list.length == 0 && q.optional: // written, as it says that there is none
	case q.kind == withCare:
		return special
	case list.length < q.least || list.length > q.most:
		return invalid
	}
	if !d.key(q) {
		return invalid
	}
	begin := len(d.text.Buffer)
	for n := range list.length {
		if c != nil && !c.allow(q) {
			return invalid
		}
		d.text.AddByte(',')
		if result := d.item(q, unsafe.Add(list.first, uintptr(n)*q.slot.memory.size)); result != written {
			return result
		}
	}
	d.text.EndArray(begin)
	return written
}

// key adds what stands before the value of a member. It is not ok where the key is not UTF-8.
func (d *directJSON) key(q *directPart) (ok bool) {
	if q.key == nil {
		return false
	}
	d.text.AddReady(q.key)
	return true
}

// member adds the member of a field that has one value.
func (d *directJSON) member(c *contents, q *directPart, p unsafe.Pointer) outcome {
	if q.item {
		return special
	}
	switch q.kind {
	case simpleElement:
		if c != nil && !c.allow(q) {
			return invalid
		}
		if q.isNil(p) {
			return d.null(q)
		}
		return d.scalar(q, p)
	case attribute, simpleText:
		return d.scalar(q, p)
	}
	switch {
	case q.isAbsent(p):
		return written
	case q.kind == withCare:
		return special
	case c != nil && !c.allow(q) || !d.key(q):
		return invalid
	case q.kind == wildcard:
		return d.wildcard(q, p)
	}
	return d.structure(q, p)
}

// scalar adds the member of a field that has one simple value.
func (d *directJSON) scalar(q *directPart, p unsafe.Pointer) outcome {
	value := q.textAt(p)
	safe, ok := q.check(value, d.w.unchecked)
	if !ok || !d.key(q) {
		return invalid
	}
	return d.checked(q, value, safe)
}

// null adds the member of an element of simple type that is nil.
func (d *directJSON) null(q *directPart) outcome {
	if !d.key(q) {
		return invalid
	}
	d.text.Add("null")
	return written
}

// choice adds the members of the branch that an interface holds.
func (d *directJSON) choice(c *contents, q *directPart, words *interfaceWords) outcome {
	if words.kind == nil {
		return q.absence()
	}
	branch := q.branch(words)
	if branch == nil || !areWhole(branch.groups, branch.value(words)) {
		return invalid
	}
	return d.members(c, &branch.json, branch.value(words))
}

// items adds the member for ordered content.
func (d *directJSON) items(c *contents, q *directPart, list *sliceWords) outcome {
	row, result := d.w.itemsOf(c, q, list)
	if result == written && len(row) > 0 {
		result = d.inOrder(q, list, row)
	}
	d.w.endItems(row)
	return result
}

// inOrder adds the member for items whose cases are in a row.
func (d *directJSON) inOrder(q *directPart, list *sliceWords, row []int) outcome {
	d.text.Add(contentMember.Start())
	begin := len(d.text.Buffer)
	for n, i := range row {
		if result := d.anItem(&q.cases[i], interfaceAt(list, n)); result != written {
			return result
		}
	}
	if len(d.text.Buffer) == begin {
		return special // runs without a character are nothing
	}
	d.text.EndArray(begin)
	return written
}

// anItem adds an item of ordered content.
func (d *directJSON) anItem(branch *directCase, words *interfaceWords) outcome {
	if branch.text {
		return d.run(*textAt(words.data))
	}
	q := &branch.parts[0]
	p := at(branch.value(words), q.offset)
	if branch.item.text != nil {
		if value := *textAt(p); d.itemText(&branch.item, q, value) {
			d.text.AddByte('}')
			return written
		}
	}
	if branch.item.start == nil {
		return invalid
	}
	d.text.AddReady(branch.item.start)
	result := d.item(q, p)
	d.text.AddByte('}')
	return result
}

// itemText adds the text of an item, up to the end of its string. It is not ok, and adds nothing, where it needs a closer look.
func (d *directJSON) itemText(s *itemStep, q *directPart, value string) (ok bool) {
	switch {
	case d.w.unchecked:
		return d.text.AddPlain(s.text, value)
	case !q.free && !q.quick(value):
		return false
	case q.safe:
		d.text.AddSafe(s.text, value)
		return true
	}
	return d.text.AddPlain(s.text, value)
}

// run adds a run of text.
func (d *directJSON) run(value string) outcome {
	if value == "" {
		return written
	}
	d.text.AddByte(',')
	if !d.text.AddText(value) {
		return d.careful(typeString, value)
	}
	return written
}

// item adds one value of a field that repeats.
func (d *directJSON) item(q *directPart, p unsafe.Pointer) outcome {
	switch q.kind {
	case structElement:
		return d.structure(q, p)
	case wildcard:
		return d.wildcard(q, p)
	}
	if q.isNil(p) {
		d.text.Add("null")
		return written
	}
	value := q.textAt(p)
	safe, ok := q.check(value, d.w.unchecked)
	if !ok {
		return invalid
	}
	return d.checked(q, value, safe)
}

// checked adds a simple value that is valid. It is safe where it is known to be written as it is.
func (d *directJSON) checked(q *directPart, value string, safe bool) outcome {
	ok := false
	switch q.form {
	case simple.StringForm:
		if ok = safe; safe {
			d.text.AddSafe(jsontext.Quote, value)
		} else {
			ok = d.text.AddText(value)
		}
	case simple.NumberForm:
		ok = d.number(value)
	case simple.BooleanForm:
		if ok = simple.IsBoolean(value); ok {
			d.text.Add(strconv.FormatBool(simple.ParseBoolean(value)))
		}
	}
	if !ok {
		return d.careful(q.slot.text, value)
	}
	return written
}

// number adds a number that has no exponent. It is not ok, and adds nothing, where it has one, or is none.
func (d *directJSON) number(value string) (ok bool) {
	if d.text.AddNumber(jsontext.Nothing, value) {
		return true
	}
	number, ok := jsonNumber(value)
	return ok && d.text.AddNumber(jsontext.Nothing, number)
}

// careful adds a simple value whose characters must be looked at.
func (d *directJSON) careful(t *simple.SimpleType, value string) outcome {
	if !d.w.unchecked && !simple.IsXMLText(value) {
		return invalid
	}
	j := &d.w.value
	j.Continue(d.text.Buffer)
	putJSON(j, t, value, nil)
	all, err := j.Bytes()
	if err != nil {
		return invalid
	}
	d.text.Buffer = all
	return written
}

// structure adds the object of an element of complex type.
func (d *directJSON) structure(q *directPart, p unsafe.Pointer) outcome {
	t, p, ok := q.inner(p)
	if !ok {
		return special
	}
	return d.object(t, p)
}
