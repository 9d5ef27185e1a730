// This file reads the structs of complex types.

package codec

import (
	"reflect"
	"unsafe"
)

// Struct reads the complex type t at the element that the reader is at. v is a pointer to the struct that the schema lists for t. It
// returns fatal errors only.
func (r *Reader) Struct(t *ComplexType, v any) error {
	l, p, err := t.compiled().memory(v)
	if err != nil {
		r.fail(err)
		return r.err
	}
	r.readStruct(t, l, p)
	return r.err
}

// readStruct reads a struct at an address.
func (r *Reader) readStruct(t *ComplexType, l *layout, p unsafe.Pointer) {
	r.Open(t)
	for r.Next() {
		r.readSlot(&l.slots[r.Field()], p)
	}
	_ = r.Close() // its error stays in the reader
}

// readSlot reads what the reader is at into its slot.
func (r *Reader) readSlot(s *slot, holder unsafe.Pointer) {
	for i := range s.steps {
		holder = s.steps[i].enter(r, holder)
	}
	p := at(holder, s.offset)
	switch s.occurs {
	case optional:
		target := r.memory.take(&s.memory)
		*(*unsafe.Pointer)(p) = target
		p = target
	case many:
		p = appendZero(s.list, s.memory.size, p)
	}
	r.readOne(s, p)
	if r.at != atNothing && r.err == nil {
		r.discard()
	}
}

// enter returns the address of the branch that a step leads to.
func (s *step) enter(r *Reader, holder unsafe.Pointer) unsafe.Pointer {
	p := at(holder, s.offset)
	if s.list != nil {
		p = appendZero(s.list, unsafe.Sizeof(interfaceWords{}), p)
	}
	return s.branch.open((*interfaceWords)(p), &r.memory)
}

// readOne reads one value at an address.
func (r *Reader) readOne(s *slot, p unsafe.Pointer) {
	switch s.holds {
	case textValue:
		if r.at == atChars {
			*textAt(p) = r.Chars()
			return
		}
		*textAt(p) = r.Text(s.text)
	case boolValue:
		*(*bool)(p) = r.Bool(s.text)
	case intValue:
		storeInt(p, s.memory.size, r.Int(s.text))
	case uintValue:
		storeUint(p, s.memory.size, r.Uint(s.text))
	case floatValue:
		storeFloat(p, s.memory.size, r.Float(s.text))
	case structure:
		l, err := s.inner.compiled().layout()
		if err != nil {
			r.fail(err)
			return
		}
		r.readStruct(s.inner, l, p)
	case typedValue:
		r.readTyped(reflect.NewAt(s.memory.goType, p).Elem())
	case ownValue:
		r.Value(valueAt(s.memory.goType, p))
	}
}
