// This file writes structs as XML directly, without a frame for each element.

package codec

import (
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// directXML appends to a text what is in structs.
type directXML struct {
	w    *Writer
	bare string // the namespace of elements without a prefix
	xsi  string // the prefix of xsi:nil, "" until it is asked for
	wild wildWritten
}

func (w xmlSink) putStruct(t *directType, holder unsafe.Pointer) outcome {
	text, ok := w.xml.Piece()
	if !ok {
		return invalid
	}
	d := directXML{w: w.Writer, bare: w.xml.Bare()}
	text, tagged, result := d.element(text, t, holder)
	if result == written {
		w.xml.PutPiece(text, tagged)
	} else {
		w.xml.DropPiece()
	}
	return result
}

// element appends the attributes and the content of an element whose start tag has begun.
func (d *directXML) element(text []byte, t *directType, p unsafe.Pointer) (all []byte, tagged bool, result outcome) {
	if len(t.attributes.parts) > 0 {
		if text, result = d.parts(text, nil, &t.attributes, p); result != written {
			return text, false, result
		}
	}
	text = append(text, '>')
	begin := len(text)
	switch {
	case !areWhole(t.groups, p):
		return text, false, invalid
	case !t.followed:
		text, result = d.parts(text, nil, &t.content, p)
		return text, len(text) == begin, result
	}
	var c contents
	d.w.arena.push(t.plan, &c)
	if text, result = d.parts(text, &c, &t.content, p); result == written && !c.complete() {
		result = invalid
	}
	d.w.arena.pop(&c)
	return text, len(text) == begin, result
}

// parts appends what is in the Go fields of a struct or branch. c follows the content model, nil where that need not be.
func (d *directXML) parts(text []byte, c *contents, list *xmlList, holder unsafe.Pointer) (all []byte, result outcome) {
	for i, offset := range list.empty {
		if isEmpty(holder, offset) {
			continue
		}
		q := &list.parts[i]
		p := at(holder, q.offset)
		switch q.occurs {
		case many:
			if list := (*sliceWords)(p); q.kind == items {
				text, result = d.items(text, c, q, list)
			} else {
				text, result = d.list(text, c, q, list)
			}
			if result != written {
				return text, result
			}
			continue
		case optional:
			if p = *(*unsafe.Pointer)(p); p == nil {
				if q.least > 0 {
					return text, invalid
				}
				continue
			}
		}
		if q.atOnce && c == nil { // one call more for each takes a tenth of the time
			if value := *textAt(p); value != "" && !d.w.unchecked && q.quick(value) {
				if start, end, ok := q.tags.In(d.bare); ok {
					text = append(append(append(text, start...), value...), end...)
					continue
				}
			}
		}
		if text, result = d.part(text, c, q, p); result != written {
			return text, result
		}
	}
	return text, written
}

// list appends the values of a field that repeats.
func (d *directXML) list(text []byte, c *contents, q *directPart, list *sliceWords) (all []byte, result outcome) {
	switch {
	case list.length == 0 && q.optional:
		return text, written
	case q.kind == withCare:
		return text, special
	case list.length < q.least || list.length > q.most:
		return text, invalid
	}
	for n := range list.length {
		if text, result = d.part(text, c, q, unsafe.Add(list.first, uintptr(n)*q.slot.memory.size)); result != written {
			return text, result
		}
	}
	return text, written
}

// part appends one value of a field.
func (d *directXML) part(text []byte, c *contents, q *directPart, p unsafe.Pointer) (all []byte, result outcome) {
	switch q.kind {
	case simpleElement:
		if c != nil && !c.allow(q) {
			return text, invalid
		}
		if q.isNil(p) {
			return d.null(text, q, nil, nil)
		}
		return d.simple(text, q, p)
	case structElement:
		if q.isAbsent(p) {
			return text, written
		}
		if c != nil && !c.allow(q) {
			return text, invalid
		}
		return d.structure(text, q, p)
	case attribute:
		return d.attribute(text, q, p)
	case simpleText:
		value := q.textAt(p)
		safe, ok := q.check(value, d.w.unchecked)
		if !ok {
			return text, invalid
		}
		return appendContent(text, value, safe)
	case choice:
		return d.choice(text, c, q, (*interfaceWords)(p))
	case wildcard:
		return d.wildcard(text, q, p)
	}
	if q.isAbsent(p) {
		return text, written
	}
	return text, special
}

// choice appends the branch that an interface holds.
func (d *directXML) choice(text []byte, c *contents, q *directPart, words *interfaceWords) (all []byte, result outcome) {
	if words.kind == nil {
		return text, q.absence()
	}
	branch := q.branch(words)
	if branch == nil || !areWhole(branch.groups, branch.value(words)) {
		return text, invalid
	}
	return d.parts(text, c, &branch.xml, branch.value(words))
}

// items appends ordered content.
func (d *directXML) items(text []byte, c *contents, q *directPart, list *sliceWords) (all []byte, result outcome) {
	row, result := d.w.itemsOf(c, q, list)
	for n := 0; n < len(row) && result == written; n++ {
		text, result = d.item(text, &q.cases[row[n]], interfaceAt(list, n))
	}
	d.w.endItems(row)
	return text, result
}

// item appends an item of ordered content.
func (d *directXML) item(text []byte, branch *directCase, words *interfaceWords) (all []byte, result outcome) {
	if branch.text {
		return appendContent(text, *textAt(words.data), false)
	}
	q := &branch.parts[0]
	p := at(branch.value(words), q.offset)
	if q.isAbsent(p) {
		return text, special // each item is something
	}
	return d.part(text, nil, q, p)
}

// tags returns the tags of an element.
func (d *directXML) tags(q *directPart) (start, end string, ok bool) {
	if start, end, ok = q.tags.In(d.bare); ok {
		return start, end, true
	}
	return d.w.xml.Spell(q.tag)
}

// simple appends an element of simple type.
func (d *directXML) simple(text []byte, q *directPart, p unsafe.Pointer) (all []byte, result outcome) {
	value := q.textAt(p)
	safe, ok := q.check(value, d.w.unchecked)
	if !ok {
		return text, invalid
	}
	start, end, ok := d.tags(q)
	if !ok {
		return text, invalid
	}
	if value == "" {
		return append(append(text, start[:len(start)-len(">")]...), "/>"...), written
	}
	text = append(text, start...)
	if safe {
		return append(append(text, value...), end...), written
	}
	text, ok = xmltext.AppendText(text, value)
	if !ok {
		return text, invalid
	}
	return append(text, end...), written
}

// appendContent appends character data.
func appendContent(text []byte, value string, safe bool) (all []byte, result outcome) {
	if safe {
		return append(text, value...), written
	}
	text, ok := xmltext.AppendText(text, value)
	if !ok {
		return text, invalid
	}
	return text, written
}

// attribute appends an attribute.
func (d *directXML) attribute(text []byte, q *directPart, p unsafe.Pointer) (all []byte, result outcome) {
	value, start := q.textAt(p), q.start
	safe, ok := q.check(value, d.w.unchecked)
	if !ok || start == "" {
		return text, invalid
	}
	text = append(text, start...)
	if safe {
		text = append(text, value...)
	} else if text, ok = xmltext.AppendValue(text, value); !ok {
		return text, invalid
	}
	return append(text, '"'), written
}

// structure appends an element of complex type.
func (d *directXML) structure(text []byte, q *directPart, p unsafe.Pointer) (all []byte, result outcome) {
	if q.isNil(p) {
		t, ok := q.innerType()
		if !ok {
			return text, special
		}
		return d.null(text, q, t, at(p, q.slot.inside.offset))
	}
	t, p, ok := q.inner(p)
	if !ok {
		return text, special
	}
	start, end, ok := d.tags(q)
	if !ok {
		return text, invalid
	}
	text, tagged, result := d.element(append(text, start[:len(start)-len(">")]...), t, p)
	switch {
	case result == special:
		t.rest()
	case result == invalid:
	case tagged:
		text[len(text)-1] = '/'
		text = append(text, '>')
	default:
		text = append(text, end...)
	}
	return text, result
}

// null appends an element that is nil. Of a complex type, t, it has the attributes of the struct at an address.
func (d *directXML) null(text []byte, q *directPart, t *directType, p unsafe.Pointer) (all []byte, result outcome) {
	start, _, ok := d.tags(q)
	if !ok || !d.declaresNil() {
		return text, special
	}
	text = append(append(text, start[:len(start)-len(">")]...), ' ')
	text = append(append(text, d.xsi...), `:nil="true"`...)
	if t != nil {
		if text, result = d.parts(text, nil, &t.attributes, p); result != written {
			return text, result
		}
	}
	return append(text, "/>"...), written
}

// declaresNil reports whether xsi:nil has a prefix, which the root declares.
func (d *directXML) declaresNil() bool {
	if d.xsi == "" {
		d.xsi, _ = d.w.xml.AttrPrefix(instanceNamespace)
	}
	return d.xsi != ""
}
