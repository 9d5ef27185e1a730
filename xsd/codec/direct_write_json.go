// This file writes structs as JSON directly, without a frame for each object.

package codec

import (
	"strconv"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// directJSON appends to a text what is in structs.
type directJSON struct {
	w    *Writer
	wild wildWritten
}

func (w jsonSink) putStruct(t *directType, holder unsafe.Pointer) outcome {
	text, ok := w.json.Piece()
	if !ok {
		return invalid
	}
	d := directJSON{w: w.Writer}
	text, result := d.object(text, t, holder)
	if result == written {
		w.json.PutPiece(text)
	}
	return result
}

// object appends the members of an object that has begun.
func (d *directJSON) object(text []byte, t *directType, p unsafe.Pointer) (all []byte, result outcome) {
	if len(t.attributes.parts) > 0 {
		if text, result = d.parts(text, nil, &t.attributes, p); result != written {
			return text, result
		}
	}
	if !t.followed {
		return d.parts(text, nil, &t.content, p)
	}
	var c contents
	d.w.arena.push(t.plan, &c)
	if text, result = d.parts(text, &c, &t.content, p); result == written && !c.complete() {
		result = invalid
	}
	d.w.arena.pop(&c)
	return text, result
}

// parts appends what is in the Go fields of a struct or branch. c follows the content model, nil where that need not be.
func (d *directJSON) parts(text []byte, c *contents, list *directList, holder unsafe.Pointer) (all []byte, result outcome) {
	for i, offset := range list.json {
		if isEmpty(holder, offset) {
			continue
		}
		q := &list.parts[i]
		p := at(holder, q.offset)
		switch q.occurs {
		case optional:
			if p = *(*unsafe.Pointer)(p); p == nil {
				if q.least > 0 {
					return text, invalid
				}
				continue
			}
			text, result = d.member(text, c, q, p)
		case many:
			if list := (*sliceWords)(p); q.kind == items {
				text, result = d.items(text, c, q, list)
			} else {
				text, result = d.list(text, c, q, list)
			}
		default:
			text, result = d.member(text, c, q, p)
		}
		if result != written {
			return text, result
		}
	}
	return text, written
}

// list appends the member of a field that repeats.
func (d *directJSON) list(text []byte, c *contents, q *directPart, list *sliceWords) (all []byte, result outcome) {
	switch {
	case list.length == 0 && q.optional && (q.facts == nil || !q.facts.emptyArray):
		return text, written
	case list.length == 0 && q.optional: // written, as it says that there is none
	case q.kind == withCare:
		return text, special
	case list.length < q.least || list.length > q.most:
		return text, invalid
	}
	text, ok := q.facts.member.AppendTo(text)
	if !ok {
		return text, invalid
	}
	text = append(text, '[')
	for n := range list.length {
		if n > 0 {
			text = append(text, ',')
		}
		if c != nil && !c.allow(q) {
			return text, invalid
		}
		if text, result = d.item(text, q, unsafe.Add(list.first, uintptr(n)*q.slot.memory.size)); result != written {
			return text, result
		}
	}
	return append(text, ']'), written
}

// member appends the member of a field that has one value.
func (d *directJSON) member(text []byte, c *contents, q *directPart, p unsafe.Pointer) (all []byte, result outcome) {
	if q.item {
		return text, special
	}
	switch q.kind {
	case choice:
		return d.choice(text, c, q, (*interfaceWords)(p))
	case simpleElement:
		if c != nil && !c.allow(q) {
			return text, invalid
		}
		if q.isNil(p) {
			return d.null(text, q)
		}
		return d.scalar(text, q, p)
	case attribute, simpleText:
		return d.scalar(text, q, p)
	}
	switch {
	case q.isAbsent(p):
		return text, written
	case q.kind == withCare:
		return text, special
	case c != nil && !c.allow(q):
		return text, invalid
	}
	text, ok := q.facts.member.AppendTo(text)
	if !ok {
		return text, invalid
	}
	if q.kind == wildcard {
		return d.wildcard(text, q, p)
	}
	return d.structure(text, q, p)
}

// scalar appends the member of a field that has one simple value.
func (d *directJSON) scalar(text []byte, q *directPart, p unsafe.Pointer) (all []byte, result outcome) {
	value := q.textAt(p)
	safe, ok := q.check(value, d.w.unchecked)
	if !ok {
		return text, invalid
	}
	if safe && q.form == simple.StringForm {
		text, ok = q.facts.member.AppendSafe(text, value)
	} else if text, ok = q.facts.member.AppendTo(text); ok {
		return d.checked(text, q, value, safe)
	}
	if !ok {
		return text, invalid
	}
	return text, written
}

// null appends the member of an element of simple type that is nil.
func (d *directJSON) null(text []byte, q *directPart) (all []byte, result outcome) {
	text, ok := q.facts.member.AppendTo(text)
	if !ok {
		return text, invalid
	}
	return append(text, "null"...), written
}

// choice appends the members of the branch that an interface holds.
func (d *directJSON) choice(text []byte, c *contents, q *directPart, words *interfaceWords) (all []byte, result outcome) {
	if words.kind == nil {
		return text, q.absence()
	}
	branch := q.branch(words)
	if branch == nil {
		return text, invalid
	}
	return d.parts(text, c, &branch.directList, branch.value(words))
}

// items appends the member for ordered content.
func (d *directJSON) items(text []byte, c *contents, q *directPart, list *sliceWords) (all []byte, result outcome) {
	if list.length == 0 {
		return text, written
	}
	text, _ = contentMember.AppendTo(text)
	text = append(text, '[')
	begin := len(text)
	for n := range list.length {
		words := interfaceAt(list, n)
		switch branch := q.branch(words); {
		case branch == nil:
			return text, invalid
		case branch.text:
			text, result = d.run(text, *textAt(words.data), len(text) == begin)
		default:
			text, result = d.named(text, c, branch.parts, branch.value(words), len(text) == begin)
		}
		if result != written {
			return text, result
		}
	}
	if len(text) == begin {
		return text, special // runs without a character are nothing
	}
	return append(text, ']'), written
}

// run appends a run of text.
func (d *directJSON) run(text []byte, value string, isFirst bool) (all []byte, result outcome) {
	if value == "" {
		return text, written
	}
	if !isFirst {
		text = append(text, ',')
	}
	text, ok := appendText(text, value)
	if !ok {
		return d.careful(text, typeString, value)
	}
	return text, written
}

// appendText appends a text that XML can hold. It is not ok, and appends nothing, where it cannot, or seems not to.
func appendText(text []byte, value string) (all []byte, ok bool) {
	if text, ok = jsontext.AppendPlain(text, value); ok {
		return text, true
	}
	return jsontext.AppendEscaped(text, value)
}

// named appends the object that names the element of an item.
func (d *directJSON) named(text []byte, c *contents, parts []directPart, holder unsafe.Pointer, isFirst bool) (all []byte, result outcome) {
	if len(parts) != 1 {
		return text, special
	}
	q := &parts[0]
	p := at(holder, q.offset)
	if q.occurs == optional {
		p = *(*unsafe.Pointer)(p)
	}
	switch {
	case q.kind != simpleElement && q.kind != structElement || q.occurs == many || p == nil || q.isAbsent(p):
		return text, special
	case c != nil && !c.allow(q):
		return text, invalid
	case !isFirst:
		text = append(text, ',')
	}
	text, ok := q.facts.member.AppendTo(append(text, '{'))
	if !ok {
		return text, invalid
	}
	if text, result = d.item(text, q, p); result != written {
		return text, result
	}
	return append(text, '}'), written
}

// item appends one value of a field that repeats.
func (d *directJSON) item(text []byte, q *directPart, p unsafe.Pointer) (all []byte, result outcome) {
	switch q.kind {
	case structElement:
		return d.structure(text, q, p)
	case wildcard:
		return d.wildcard(text, q, p)
	}
	if q.isNil(p) {
		return append(text, "null"...), written
	}
	value := q.textAt(p)
	safe, ok := q.check(value, d.w.unchecked)
	if !ok {
		return text, invalid
	}
	return d.checked(text, q, value, safe)
}

// checked appends a simple value that is valid. It is safe where it is known to be written as it is.
func (d *directJSON) checked(text []byte, q *directPart, value string, safe bool) (all []byte, result outcome) {
	ok := false
	switch q.form {
	case simple.StringForm:
		if safe {
			return append(append(append(text, '"'), value...), '"'), written
		}
		text, ok = appendText(text, value)
	case simple.NumberForm:
		text, ok = jsontext.AppendNumber(text, value)
	case simple.BooleanForm:
		if ok = simple.IsBoolean(value); ok {
			text = strconv.AppendBool(text, simple.ParseBoolean(value))
		}
	}
	if ok {
		return text, written
	}
	return d.careful(text, q.slot.text, value)
}

// careful appends a simple value whose characters must be looked at.
func (d *directJSON) careful(text []byte, t *simple.SimpleType, value string) (all []byte, result outcome) {
	if !d.w.unchecked && !simple.IsXMLText(value) {
		return text, invalid
	}
	j := &d.w.value
	j.Continue(text)
	putJSON(j, t, value, nil)
	all, err := j.Bytes()
	if err != nil {
		return text, invalid
	}
	return all, written
}

// structure appends the object of an element of complex type.
func (d *directJSON) structure(text []byte, q *directPart, p unsafe.Pointer) (all []byte, result outcome) {
	t, p, ok := q.inner(p)
	if !ok {
		return text, special
	}
	text, result = d.object(append(text, '{'), t, p)
	switch result {
	case special:
		t.rest()
	case written:
		text = append(text, '}')
	}
	return text, result
}
