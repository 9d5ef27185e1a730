// This file writes the structs of complex types.

package codec

import (
	"cmp"
	"reflect"
	"unsafe"
)

// Struct writes the complex type t where the writer is. v is a pointer to the struct that the schema lists for t.
func (w *Writer) Struct(t *ComplexType, v any) error {
	l, p, err := t.compiled().memory(v)
	if err == errNoValue {
		return w.missing()
	}
	if err != nil {
		w.fail(err)
		return w.err
	}
	w.writeStruct(t, l, p)
	return w.err
}

// writeStruct writes the struct at an address.
func (w *Writer) writeStruct(t *ComplexType, l *layout, p unsafe.Pointer) {
	plan := t.compiled()
	whole := w.gap == nil || !w.gap.isIn(w, t)
	if w.at == atRoot && whole && w.writePlainRoot(plan, p) {
		return
	}
	if w.at == atField && w.startPlain(plan, t) {
		if whole && w.direct(plan, p) {
			w.sink.closePlain()
			return
		}
		w.pushPlain(plan)
	} else {
		w.Open(t)
		if whole && w.isBare() && w.direct(plan, p) {
			w.closeDirect()
			return
		}
	}
	w.writeParts(l.parts, p)
	_ = w.Close() // its error stays in the writer
}

// isBare reports whether nothing has to be looked at in the element opened last but its struct.
func (w *Writer) isBare() bool {
	return w.err == nil && w.notes == nil && !w.ident.active() && !w.top().nilled && !w.top().declared.isConstrained()
}

// closeDirect ends the element opened last, whose content is written.
func (w *Writer) closeDirect() {
	f := w.top()
	f.empty = len(f.plan.elements)
	w.sink.closeElement(f)
	if f.tracked {
		w.ident.end(w)
	}
	w.arena.pop(&f.contents)
	w.frames = w.frames[:len(w.frames)-1]
	w.at = atNothing
}

// writeParts writes the Go fields of a struct or branch.
func (w *Writer) writeParts(parts []part, holder unsafe.Pointer) {
	for i := range parts {
		q := &parts[i]
		p := at(holder, q.offset)
		switch {
		case q.slot != nil:
			w.writeSlot(q.field, q.slot, p)
		case q.sum.Kind == ItemSum:
			list := (*sliceWords)(p)
			for n := range list.length {
				w.writeCase(q, interfaceAt(list, n))
			}
		case (*interfaceWords)(p).kind != nil:
			w.writeCase(q, (*interfaceWords)(p))
		}
	}
}

// writeCase writes what an interface holds.
func (w *Writer) writeCase(q *part, words *interfaceWords) {
	for i := range q.cases {
		c := &q.cases[i]
		switch {
		case words.kind != c.kind:
		case c.text:
			w.Chars(*textAt(words.data))
			return
		default:
			w.writeParts(c.parts, c.value(words))
			return
		}
	}
	w.UnknownBranch(q.sum.Go, reflect.NewAt(q.holder, unsafe.Pointer(words)).Elem().Interface())
}

// writeSlot writes the values of a field, or what comes in their place.
func (w *Writer) writeSlot(field int, s *slot, p unsafe.Pointer) {
	if w.gap != nil && w.gap.isBelow(w, field) {
		w.gap.step(w, field, s, p)
		return
	}
	w.writeValues(field, s, p)
}

// writeValues writes the values of a field.
func (w *Writer) writeValues(field int, s *slot, p unsafe.Pointer) {
	switch s.occurs {
	case optional:
		if target := *(*unsafe.Pointer)(p); target != nil {
			w.writeOne(field, s, target)
		}
	case many:
		list := (*sliceWords)(p)
		for n := range list.length {
			w.writeOne(field, s, unsafe.Add(list.first, uintptr(n)*s.memory.size))
		}
	default:
		if s.holds == typedValue && (*interfaceWords)(p).kind == nil {
			return
		}
		w.writeOne(field, s, p)
	}
}

// writeOne writes one value.
func (w *Writer) writeOne(field int, s *slot, p unsafe.Pointer) {
	switch s.holds {
	case ownValue, nillableValue:
		w.Value(field, valueAt(s.memory.goType, p))
		return
	case typedValue:
		v, _ := reflect.NewAt(s.memory.goType, p).Elem().Interface().(XMLValue)
		w.Value(field, v)
		return
	}
	if !w.startField(field) {
		return
	}
	switch s.holds {
	case textValue:
		_ = w.Text(s.text, *textAt(p))
	case numeral:
		_ = w.Text(s.text, cmp.Or(*textAt(p), "0"))
	case boolValue:
		_ = w.Bool(s.text, *(*bool)(p))
	case intValue:
		_ = w.Int(s.text, loadInt(p, s.memory.size))
	case uintValue:
		_ = w.Uint(s.text, loadUint(p, s.memory.size))
	case floatValue:
		_ = w.Float(s.text, loadFloat(p, s.memory.size), int(s.memory.size)*8)
	case structure:
		l, err := s.inner.compiled().layout()
		if err != nil {
			w.fail(err)
			return
		}
		w.writeStruct(s.inner, l, p)
	}
}
