// This file reads the structs of complex types. What most documents consist of is read in short steps (direct_xml.go, direct_object.go); all
// else goes through Next, which knows the whole of the language.

package codec

import (
	"reflect"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Struct reads the element at the reader's position, which is of the complex type t. v is a pointer to the struct that the schema lists for t.
// The error is a fatal one.
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
	came := stuck
	if r.at == atRoot {
		came = r.cursor.plainRoot(t.compiled(), p)
	}
	if came == stuck {
		r.Open(t)
	}
	switch {
	case came == ended:
		r.at = atNothing
	case r.err != nil:
		_ = r.Close()
	default:
		r.readContent(l, p)
	}
}

// readContent reads the attributes and the content of the element opened last, and closes it.
func (r *Reader) readContent(l *layout, p unsafe.Pointer) {
	for {
		r.cursor.direct(p)
		if !r.Next() {
			break
		}
		r.readSlot(&l.slots[r.Field()], p)
	}
	_ = r.Close() // its error stays in the reader
}

// enter opens the struct of a child that has come for field i, and was counted, and of which only the content needs a check.
func (r *Reader) enter(p *plan, i int) {
	f := r.newFrameFor(i)
	r.arena.push(p, &f.contents)
}

// newFrameFor adds the frame of a child that has come for field i, and was counted, still without its contents.
func (r *Reader) newFrameFor(i int) *frame {
	around := r.top()
	around.field = i
	facts, index, lenient := &around.plan.facts[i], around.counts[i], around.lenient
	tracked := r.ident.active() && r.ident.start(facts.symbol, nil, false)
	f := r.newFrame()
	setOwn(&f.own, Name{})
	if f.declared != facts.element { // storing a pointer has its price while the garbage collector runs
		f.declared = facts.element
	}
	f.index, f.nilled, f.lenient, f.tracked = index, false, lenient, tracked
	return f
}

// isUnfollowed reports whether no identity constraint is interested in children of this name.
func (r *Reader) isUnfollowed(name source.Symbol) bool {
	return !r.ident.active() || !r.ident.follows(name)
}

// isSimple reports whether the values of a slot are those of a simple type, as texts.
func (s *slot) isSimple() bool {
	switch s.holds {
	case structure, ownValue, typedValue:
		return false
	case nillableValue:
		return s.inside.isSimple()
	}
	return true
}

// store stores a valid text of an input as what Go has for it.
func (s *slot) store(p unsafe.Pointer, text string, from *source.Input) {
	switch s.holds {
	case textValue, numeral:
		*textAt(p) = from.Own(text)
	case boolValue:
		*(*bool)(p) = simple.ParseBoolean(text)
	case intValue:
		storeInt(p, s.memory.size, simple.ParseSigned(text))
	case uintValue:
		storeUint(p, s.memory.size, simple.ParseUnsigned(text))
	case floatValue:
		storeFloat(p, s.memory.size, simple.ParseFloat(text, int(s.memory.size)*8))
	case nillableValue:
		s.inside.store(at(p, s.inside.offset), text, from)
	}
}

// storeNil stores that an element is nil, where a Nillable is kept.
func (s *slot) storeNil(p unsafe.Pointer) { *(*bool)(p) = true }

// readSlot reads what is at the reader's position into its slot.
func (r *Reader) readSlot(s *slot, holder unsafe.Pointer) {
	r.readOne(s, r.target(s, holder))
	if r.at != atNothing && r.err == nil {
		r.discard()
	}
}

// target returns the address for one more value of a field, within the struct at holder.
func (r *Reader) target(s *slot, holder unsafe.Pointer) unsafe.Pointer {
	for i := range s.steps {
		holder = s.steps[i].enter(r, holder)
	}
	p := at(holder, s.offset)
	switch s.occurs {
	case optional:
		target := r.memory.take(&s.memory)
		*(*unsafe.Pointer)(p) = target
		return target
	case many:
		return r.memory.append(&s.list, &s.memory, p)
	}
	return p
}

// structTarget returns the address of the struct for one more value of a field of complex type.
func (r *Reader) structTarget(s *slot, holder unsafe.Pointer) unsafe.Pointer {
	p := r.target(s, holder)
	switch s.holds {
	case typedValue:
		return s.declared.point((*interfaceWords)(p), &r.memory)
	case nillableValue:
		return at(p, s.inside.offset)
	}
	return p
}

// enter returns the address of the branch that a step leads to.
func (s *step) enter(r *Reader, holder unsafe.Pointer) unsafe.Pointer {
	if s.items != nil {
		return s.branch.fill(s.items.append(holder, &r.memory), &r.memory)
	}
	return s.branch.open((*interfaceWords)(at(holder, s.offset)), &r.memory)
}

// readOne reads one value at an address.
func (r *Reader) readOne(s *slot, p unsafe.Pointer) {
	switch s.holds {
	case textValue, numeral:
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
	case ownValue, nillableValue:
		r.Value(valueAt(s.memory.goType, p))
	}
}
