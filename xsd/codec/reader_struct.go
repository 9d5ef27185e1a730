// This file reads the structs of complex types. What most documents consist of is read in one step each: elements that hold nothing but a
// text, with or without attributes. All else goes through Next, which knows the whole of the language.

package codec

import (
	"reflect"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
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
	for {
		switch {
		case r.json != nil:
			r.readPlainJSON(l, p)
		case r.notes == nil:
			r.readPlainXML(l, p)
		}
		if !r.Next() {
			break
		}
		r.readSlot(&l.slots[r.Field()], p)
	}
	_ = r.Close() // its error stays in the reader
}

// readPlainXML reads children of the element opened last, as long as they are those that the content model allows and their names are known
// to the reader of the text.
func (r *Reader) readPlainXML(l *layout, p unsafe.Pointer) {
	if len(r.frames) == 0 || !r.atContent() {
		return
	}
	for r.err == nil {
		f := r.top()
		switch r.xml.NextPart() {
		case xmltext.Leaf:
			if r.readLeaf(f, l, p) {
				continue
			}
		case xmltext.EndElement:
			f.phase = done
			r.endContent(f)
			return
		case xmltext.StartElement:
		default:
			return
		}
		if r.childXML(f) {
			r.readSlot(&l.slots[f.field], p)
		}
	}
}

// atContent reports whether the element opened last holds elements, the next of which is still to come. An element without attributes, whose
// type asks for none, is brought there.
func (r *Reader) atContent() bool {
	f := r.top()
	if r.at != atNothing || f.nilled || f.plan == nil || f.plan.typ.Mixed || len(f.plan.elements) == 0 {
		return false
	}
	if f.phase == inAttributes && len(r.xml.Attrs()) == 0 && len(f.plan.watched) == 0 && !r.ident.active() {
		f.phase = inContent
	}
	return f.phase == inContent
}

// readLeaf reads the element that the reader of the text has found, which holds nothing but a text. Where more than the text has to be looked
// at, or it is not of the type, it has done nothing but count the element, and it returns false.
func (r *Reader) readLeaf(f *frame, l *layout, p unsafe.Pointer) bool {
	symbol := r.xml.LeafSymbol()
	if r.ident.active() && r.ident.follows(symbol) {
		r.xml.OpenLeaf()
		return false
	}
	i, ok := r.matchKnown(f, symbol)
	if !ok {
		r.xml.OpenLeaf()
		return false
	}
	s, facts := &l.slots[i], &f.plan.facts[i]
	if t := s.leaf(facts); t != nil {
		if text, ok := t.Compiled().Take(r.xml.LeafText(), r.xml); ok {
			f.counts[i]++
			r.xml.TakeLeaf()
			r.storeLeaf(s, p, text)
			return true
		}
	}
	r.xml.OpenLeaf()
	if r.reach(f, i) {
		r.readSlot(s, p)
	}
	return true
}

// leaf returns the type of the text of an element that holds a text and has no attributes, if nothing else has to be looked at; else nil.
func (s *slot) leaf(facts *fieldFacts) *simple.SimpleType {
	switch {
	case !facts.foreseen:
		return nil
	case s.holds == structure && (facts.field.Constraint != nil || facts.identity != nil):
		return nil
	case s.holds == structure:
		return s.inner.compiled().textOnly
	case s.holds == ownValue, s.holds == typedValue:
		return nil
	}
	return facts.takes
}

// storeLeaf stores a valid text.
func (r *Reader) storeLeaf(s *slot, holder unsafe.Pointer, text string) {
	p := r.target(s, holder)
	if s.holds != structure {
		s.store(p, text)
		return
	}
	plan := s.inner.compiled()
	l, err := plan.layout()
	if err != nil {
		r.fail(err)
		return
	}
	inner := &l.slots[plan.text]
	inner.store(r.target(inner, p), text)
}

// store stores a valid text as what Go has for it.
func (s *slot) store(p unsafe.Pointer, text string) {
	switch s.holds {
	case textValue, numeral:
		*textAt(p) = text
	case boolValue:
		*(*bool)(p) = simple.ParseBoolean(text)
	case intValue:
		storeInt(p, s.memory.size, simple.ParseSigned(text))
	case uintValue:
		storeUint(p, s.memory.size, simple.ParseUnsigned(text))
	case floatValue:
		storeFloat(p, s.memory.size, simple.ParseFloat(text, int(s.memory.size)*8))
	}
}

// readPlainJSON reads members of the object opened last, as long as they are those that the type has and nothing about them is special.
func (r *Reader) readPlainJSON(l *layout, p unsafe.Pointer) {
	for r.err == nil {
		if len(r.frames) == 0 || r.at != atNothing {
			return
		}
		f := r.top()
		if f.phase != inContent || f.plan == nil {
			return
		}
		key, kind, ok := r.json.MemberAhead()
		if !ok {
			return
		}
		i, known := f.fieldOf(key)
		if !known || f.counts[i] > 0 {
			return
		}
		s, facts := &l.slots[i], &f.plan.facts[i]
		if t := s.member(f, facts); t != nil && !r.ident.active() {
			if text, ok := r.takeMember(t, kind); ok {
				if !r.json.TakeMember() {
					return
				}
				f.counts[i]++
				s.store(r.target(s, p), text)
				continue
			}
		}
		if !r.json.TakeMember() {
			return
		}
		if r.memberValue(f, i, key) {
			r.readSlot(&l.slots[f.field], p)
		}
	}
}

// member returns the type of a member whose value is a scalar, if nothing else has to be looked at; else nil.
func (s *slot) member(f *frame, facts *fieldFacts) *simple.SimpleType {
	switch {
	case facts.field.Kind == TextField && f.declared.isConstrained():
		return nil
	case s.holds == structure, s.holds == ownValue, s.holds == typedValue:
		return nil
	case facts.single || facts.field.Kind == AttributeField || facts.field.Kind == TextField:
		return facts.takes
	}
	return nil
}

// takeMember returns the text of the member's scalar, if it looks as values of t do and is one.
func (r *Reader) takeMember(t *simple.SimpleType, kind jsontext.Kind) (text string, ok bool) {
	e := t.Compiled()
	if e.HoldsNames {
		return "", false
	}
	switch kind {
	case jsontext.String:
		if e.Form == simple.StringForm || e.Form == simple.ScalarForm {
			return e.Take(r.json.MemberText(), nil)
		}
	case jsontext.Number:
		if e.Form == simple.NumberForm {
			return e.Take(r.json.MemberText(), nil)
		}
	case jsontext.True, jsontext.False:
		if e.Form == simple.BooleanForm {
			return e.Take(r.json.MemberText(), nil)
		}
	}
	return "", false
}

// readSlot reads what the reader is at into its slot.
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
		return appendZero(s.list, s.memory.size, p)
	}
	return p
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
	case ownValue:
		r.Value(valueAt(s.memory.goType, p))
	}
}

// follows reports whether a child of this name of the innermost element is followed: some path goes on there.
func (t *tracker) follows(name source.Symbol) bool {
	l := &t.levels[len(t.levels)-1]
	for _, s := range t.seekers[l.seekers:] {
		if s.state.step(name) != nil {
			return true
		}
	}
	for _, g := range t.gatherers[l.gatherers:] {
		if g.state.step(name) != nil {
			return true
		}
	}
	return false
}
