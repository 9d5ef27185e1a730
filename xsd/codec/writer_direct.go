// This file decides what is written directly: the values of what most documents consist of, and valid ones. The first value that is not so has
// the struct that it is in written with care (writer_struct.go), which says where and why it is not valid.

package codec

import (
	"strconv"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// outcome is what came of writing a value directly.
type outcome uint8

const (
	written outcome = iota
	special         // something in it is written with care alone, whatever its value
	invalid         // it is not valid
)

// direct writes the content of the element begun last, if that is possible. Else nothing of it is written.
func (w *Writer) direct(p *plan, holder unsafe.Pointer) bool {
	if w.careful {
		return false
	}
	t := p.direct()
	if !t.isOpen() {
		return false
	}
	return w.isWritten(t, w.sink.putStruct(t, holder))
}

// isWritten reports whether a value of a type was written directly, and notes what came of it.
func (w *Writer) isWritten(t *directType, result outcome) bool {
	switch result {
	case written:
		t.worked()
	case special:
		t.rest()
	case invalid:
		w.careful = true
	}
	return result == written
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
	case nillableValue:
		return s.inside.textOf(at(p, s.inside.offset))
	}
	return *textAt(p)
}
