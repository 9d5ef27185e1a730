// This file reads what most JSON texts consist of, each in one step: members with a scalar, objects, and arrays of those.

package codec

import (
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// direct reads members of the object opened last, up to one that needs more care, or to the end of the object.
func (r jsonCursor) direct(l *layout, p unsafe.Pointer) {
	for r.err == nil && r.at == atNothing && len(r.frames) > 0 {
		f := r.top()
		if f.phase == inArray && r.directItems(f, &l.slots[f.array], p) {
			continue
		}
		if f.phase != inContent || f.plan == nil {
			return
		}
		key, kind, ok := r.json.MemberAhead()
		switch {
		case !ok:
			return
		case kind != jsontext.ObjectEnd:
			if !r.directMember(f, l, p, key, kind) {
				return
			}
		case f.wrapper == inWrapper || !r.json.TakeMember():
			return
		default:
			f.phase = done
			r.endMembers(f)
			return
		}
	}
}

// directMember reads the member ahead. It returns false, and has moved nowhere, where Next must look at it.
func (r jsonCursor) directMember(f *frame, l *layout, p unsafe.Pointer, key string, kind jsontext.Kind) bool {
	i, known := f.fieldOf(key)
	if !known || f.counts[i] > 0 {
		return false
	}
	s, facts := &l.slots[i], &f.plan.facts[i]
	switch {
	case !r.isDirect(f, facts):
	case kind == jsontext.ArrayStart:
		if facts.field.Max != 1 && !facts.field.isNamed() {
			if r.json.TakeMember() {
				f.phase, f.array = inArray, i
			}
			return true
		}
	case facts.field.Max != 1:
	case kind == jsontext.ObjectStart:
		if r.isStruct(s, facts) {
			if r.json.TakeMember() {
				r.directObject(f, i, s, p)
			}
			return true
		}
	case s.isSimple():
		if text, ok := r.takeMember(facts.takes, kind); ok && r.json.TakeMember() {
			f.arriveDirectly(i, facts)
			s.store(r.target(s, p), text)
			return true
		}
	}
	if r.json.TakeMember() && r.memberValue(f, i, key) {
		r.readSlot(&l.slots[r.Field()], p)
	}
	return true
}

// isDirect reports whether nothing but the value of a member has to be looked at.
func (r *Reader) isDirect(f *frame, facts *fieldFacts) bool {
	switch facts.field.Kind {
	case ElementField:
		return facts.foreseen && r.isUnfollowed(facts.symbol)
	case AttributeField:
		return !r.ident.active()
	case TextField:
		return !r.ident.active() && !f.declared.isConstrained()
	}
	return false
}

// directObject reads the object whose start is the current token, as the struct of field i.
func (r jsonCursor) directObject(f *frame, i int, s *slot, holder unsafe.Pointer) {
	plan := s.inner.compiled()
	l, err := plan.layout()
	if err != nil || plan.err != nil {
		r.standAt(f, i)
		r.readSlot(s, holder)
		return
	}
	facts := &f.plan.facts[i]
	f.arriveDirectly(i, facts)
	r.enter(plan, facts, f.counts[i], f.lenient).phase = inContent
	r.content(l, r.structTarget(s, holder))
}

// arriveDirectly counts what has come for a field.
func (f *frame) arriveDirectly(i int, facts *fieldFacts) {
	f.counts[i]++
	if f.plan.model != nil && facts.field.Kind == ElementField {
		f.arrivals = append(f.arrivals, arrival{i, facts.symbol})
	}
}

// isStruct reports whether an object is the struct of a field, of the type that is declared.
func (r *Reader) isStruct(s *slot, facts *fieldFacts) bool {
	if s.inner == nil || facts.plainComplex != s.inner {
		return false
	}
	return r.isAsDeclared(s)
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

// directItems reads the items of the array that the reader is in, up to one that needs more care. It returns true at the end of the array.
func (r jsonCursor) directItems(f *frame, s *slot, holder unsafe.Pointer) bool {
	i := f.array
	facts := &f.plan.facts[i]
	if !r.isDirect(f, facts) || facts.field.isNamed() {
		return false
	}
	for r.err == nil {
		kind, ok := r.json.ItemAhead()
		switch {
		case !ok:
			return false
		case kind == jsontext.ArrayEnd:
			if f.counts[i] == 0 || !r.json.TakeItem() {
				return false
			}
			f.phase = inContent
			return true
		case kind == jsontext.ObjectStart && r.isStruct(s, facts):
			if r.json.TakeItem() {
				r.directObject(f, i, s, holder)
			}
			f = r.top()
		case s.isSimple():
			text, ok := r.takeMember(facts.takes, kind)
			if !ok || !r.json.TakeItem() {
				return false
			}
			f.arriveDirectly(i, facts)
			s.store(r.target(s, holder), text)
		default:
			return false
		}
	}
	return false
}

// takeMember returns the text of the scalar ahead, if it looks as values of t do and is one.
func (r *Reader) takeMember(t *simple.SimpleType, kind jsontext.Kind) (text string, ok bool) {
	if t == nil {
		return "", false
	}
	e := t.Compiled()
	switch {
	case e.HoldsNames:
		return "", false
	case kind == jsontext.String && (e.Form == simple.StringForm || e.Form == simple.ScalarForm),
		kind == jsontext.Number && e.Form == simple.NumberForm,
		(kind == jsontext.True || kind == jsontext.False) && e.Form == simple.BooleanForm:
		return e.Take(r.json.MemberText(), nil)
	}
	return "", false
}
