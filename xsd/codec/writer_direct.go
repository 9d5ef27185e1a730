// This file writes whole structs without a frame for each element: the values of what most documents consist of, and valid ones. The
// first value that is not so sends the writer back to where the struct began, and all of it is written with care (writer_struct.go), which
// says where and why it is not valid.

package codec

import (
	"strconv"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// outcome is what came of writing a value directly.
type outcome uint8

const (
	written outcome = iota
	special         // something in it is written with care alone, whatever its value
	invalid         // it is not valid
)

// direct writes the content of the element begun last, if that is possible. Else nothing of it is written.
func (w *Writer) direct(p *plan, l *layout, at unsafe.Pointer) bool {
	if w.careful || p.special.Load() {
		return false
	}
	var x xmltext.Place
	var j jsontext.Place
	if w.xml != nil {
		x = w.xml.Place()
	} else {
		j = w.json.Place()
	}
	d := directWriter{w: w, plan: p}
	result := d.content(l.parts, at)
	if result == written && w.isSound() {
		return true
	}
	if result == special {
		p.special.Store(true)
	} else {
		w.careful = true
	}
	if w.xml != nil {
		w.xml.Rewind(x)
	} else {
		w.json.Rewind(j)
	}
	return false
}

// isSound reports whether the writer of the text has no error.
func (w *Writer) isSound() bool {
	if w.xml != nil {
		return w.xml.Err() == nil
	}
	return w.json.Err() == nil
}

// directWriter writes the content of one element.
type directWriter struct {
	w    *Writer
	plan *plan
	contents
}

// content writes the parts of a struct, and checks that they are what the content model allows.
func (d *directWriter) content(parts []part, at unsafe.Pointer) outcome {
	p := d.plan
	switch {
	case p.err != nil || p.typ.Mixed || p.typ.Abstract || p.order == nil && p.model == nil:
		return special
	case p.model == nil:
		return d.parts(parts, at)
	}
	d.w.arena.push(p, &d.contents)
	result := d.parts(parts, at)
	if result == written && !d.complete() {
		result = invalid
	}
	d.w.arena.pop(&d.contents)
	return result
}

// parts writes the Go fields of a struct or branch.
func (d *directWriter) parts(parts []part, holder unsafe.Pointer) outcome {
	for i := range parts {
		q := &parts[i]
		p := at(holder, q.offset)
		result := special
		switch {
		case q.slot == nil:
			if q.sum.Kind == ChoiceSum {
				result = d.choice(q, (*interfaceWords)(p))
			}
		case q.slot.occurs == optional && *(*unsafe.Pointer)(p) == nil && d.plan.facts[q.field].least == 0,
			q.slot.silent && (*sliceWords)(p).length == 0:
			continue
		default:
			result = d.slot(q.field, q.slot, p)
		}
		if result != written {
			return result
		}
	}
	return written
}

// choice writes the branch that an interface holds.
func (d *directWriter) choice(q *part, words *interfaceWords) outcome {
	if words.kind == nil {
		return written
	}
	for i := range q.cases {
		if c := &q.cases[i]; c.kind == words.kind {
			return d.parts(c.parts, c.value(words))
		}
	}
	return invalid
}

// slot writes the values of a field.
func (d *directWriter) slot(field int, s *slot, p unsafe.Pointer) outcome {
	facts := &d.plan.facts[field]
	switch s.occurs {
	case many:
		return d.list(field, facts, s, (*sliceWords)(p))
	case optional:
		if p = *(*unsafe.Pointer)(p); p == nil {
			if facts.least > 0 && d.plan.model == nil {
				return invalid
			}
			return written
		}
	}
	return d.single(field, facts, s, p)
}

// allow takes one more element of a field in the content model.
func (d *directWriter) allow(field int, facts *fieldFacts) bool {
	if d.plan.model == nil {
		return true
	}
	if !d.take(field, facts) {
		return false
	}
	d.counts[field]++
	return true
}

// single writes the value of a field that has one.
func (d *directWriter) single(field int, facts *fieldFacts, s *slot, p unsafe.Pointer) outcome {
	if s.holds == typedValue && (*interfaceWords)(p).kind == nil && (facts.least == 0 || d.plan.model != nil) {
		return written
	}
	if !s.plain {
		return special
	}
	w := d.w
	switch facts.field.Kind {
	case ElementField:
		if !d.allow(field, facts) {
			return invalid
		}
		if facts.field.Max != 1 || facts.field.Item {
			return special // a list is kept as one
		}
	case AttributeField, TextField:
	default:
		return special
	}
	if s.inner != nil {
		if w.json != nil {
			w.json.StartMember(&facts.member)
		}
		return w.directElement(facts, s, p)
	}
	text := s.textOf(p)
	if !w.accepts(s.text, text) {
		return invalid
	}
	switch {
	case w.json != nil:
		return w.directMember(facts, s.text, text)
	case facts.field.Kind == AttributeField:
		return w.sound(w.xml.AttrOf(&facts.attribute, text), text)
	case facts.field.Kind == TextField:
		return w.sound(w.xml.PlainText(text), text)
	}
	return w.sound(w.xml.Element(&facts.tag, text), text)
}

// list writes the values of a field that repeats.
func (d *directWriter) list(field int, facts *fieldFacts, s *slot, list *sliceWords) outcome {
	w := d.w
	switch {
	case list.length == 0 && (facts.least == 0 || d.plan.model != nil):
		if w.json != nil && facts.emptyArray {
			w.json.EmptyArrayMember(&facts.member)
		}
		return written
	case facts.field.Kind != ElementField || facts.field.Item || !s.plain:
		return special
	case d.plan.model == nil && (list.length < facts.least || list.length > facts.most):
		return invalid
	}
	if w.json != nil {
		w.json.StartMember(&facts.member)
		w.json.ArrayStart()
	}
	for n := range list.length {
		if !d.allow(field, facts) {
			return invalid
		}
		if result := w.directItem(facts, s, unsafe.Add(list.first, uintptr(n)*s.memory.size)); result != written {
			return result
		}
	}
	if w.json != nil {
		w.json.ArrayEnd()
	}
	return written
}

// directItem writes one value of a field that repeats.
func (w *Writer) directItem(facts *fieldFacts, s *slot, p unsafe.Pointer) outcome {
	if s.inner != nil {
		return w.directElement(facts, s, p)
	}
	text := s.textOf(p)
	switch {
	case !w.accepts(s.text, text):
		return invalid
	case w.xml != nil:
		return w.sound(w.xml.Element(&facts.tag, text), text)
	case !w.unchecked && !simple.IsXMLText(text):
		return invalid
	}
	w.putJSON(s.text, text, nil)
	return written
}

// directElement writes an element of complex type.
func (w *Writer) directElement(facts *fieldFacts, s *slot, p unsafe.Pointer) outcome {
	plan := s.inner.compiled()
	if plan.special.Load() {
		return special
	}
	if s.holds == typedValue {
		words := (*interfaceWords)(p)
		if words.kind != s.declared.kind || words.data == nil {
			return special // of another type, which is said in the document
		}
		p = words.data
	}
	l, err := plan.layout()
	if err != nil {
		return special
	}
	if w.xml != nil {
		w.xml.StartTag(&facts.tag)
	} else {
		w.json.ObjectStart()
	}
	d := directWriter{w: w, plan: plan}
	result := d.content(l.parts, p)
	switch {
	case result == special:
		plan.special.Store(true)
		return special
	case result != written:
		return result
	case w.xml != nil:
		w.xml.End()
	default:
		w.json.ObjectEnd()
	}
	return written
}

// directMember writes a member with a scalar value.
func (w *Writer) directMember(facts *fieldFacts, t *simple.SimpleType, text string) outcome {
	if e := t.Compiled(); e.Form == simple.StringForm && !e.Names {
		return w.sound(w.json.StringMember(&facts.member, text), text)
	}
	w.json.StartMember(&facts.member)
	w.putJSON(t, text, nil)
	return w.sound(false, text)
}

// accepts reports whether a text is a value of the type that can be written without its context.
func (w *Writer) accepts(t *simple.SimpleType, text string) bool {
	e := t.Compiled()
	return e.Quick != nil && e.Quick(text) || w.unchecked && !e.IDs || e.TakesAlone(text)
}

// sound is what came of writing a text: plain says that it was written as it is.
func (w *Writer) sound(plain bool, text string) outcome {
	if plain || w.unchecked || simple.IsXMLText(text) {
		return written
	}
	return invalid
}

// textOf returns the text of the value at an address.
func (s *slot) textOf(p unsafe.Pointer) string {
	switch s.holds {
	case numeral:
		if text := *textAt(p); text != "" {
			return text
		}
		return "0"
	case boolValue:
		return s.text.Spell(strconv.FormatBool(*(*bool)(p)))
	case intValue:
		return s.text.Spell(strconv.FormatInt(loadInt(p, s.memory.size), 10))
	case uintValue:
		return s.text.Spell(strconv.FormatUint(loadUint(p, s.memory.size), 10))
	case floatValue:
		return s.text.Spell(simple.FormatFloat(loadFloat(p, s.memory.size), int(s.memory.size)*8))
	}
	return *textAt(p)
}
