// This file decides what tolerant reading takes in JSON that is written otherwise than the mapping has it.

package codec

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// tolerantMember finds the field of a member whose name is known but for white space around it, and looks into an object
// that stands alone under the name of the root element.
func (r jsonCursor) tolerantMember(f *frame, key string) int {
	trimmed := strings.TrimSpace(key)
	if i, ok := f.plan.keys()[trimmed]; ok && trimmed != key && !f.plan.typ.Fields[i].Item {
		v := r.violation("cvc-complex-type.2.4.a", key, "the member's name has white space around it; it was read as "+simple.Quote(trimmed))
		v.Path += "/" + trimmed
		r.add(v)
		return i
	}
	if !r.isWrapper(f, trimmed) {
		r.unknownMember(f, key)
		return absent
	}
	v := r.violation("cvc-complex-type.2.4.a", key, "the members stand in one named like the root element")
	if r.nextToken() != jsontext.ObjectStart {
		r.refuse("cvc-complex-type.2.4.a", r.tokenText(), "an object is expected")
		r.failOn(r.json.Skip())
		return absent
	}
	f.wrapper = inWrapper
	r.add(v)
	return absent
}

// isWrapper reports whether a member of the outermost object is named like a root element of its type.
func (r jsonCursor) isWrapper(f *frame, key string) bool {
	if len(r.frames) != 1 || f.wrapper != noWrapper {
		return false
	}
	for _, d := range f.plan.globals() {
		if d.Name.Local == key {
			return true
		}
	}
	return false
}

// objectAsScalar reads, in tolerant reading, the value of an object's only member in place of the object, if it is a string: what the
// member's name says of a date, a number or a boolean may be what counts.
func (r jsonCursor) objectAsScalar(t *simple.SimpleType, form simple.Form) (text string, ok bool) {
	switch {
	case r.tolerant() && r.nilInstead(form):
		return "", false
	case !r.tolerant() || !takesParts(t):
		r.refuse("cvc-type.3.1.2", "{", "%s is expected, not an object", form)
		r.failOn(r.json.Skip())
		return "", false
	}
	v := r.violation("cvc-type.3.1.2", "", form.String()+" is expected; the value of the object's only member was read")
	members := 0
	for r.nextToken() == jsontext.Key && r.err == nil {
		members++
		v.Text = r.json.Text()
		kind := r.nextToken()
		if members == 1 && r.err == nil && kind != jsontext.Null {
			text, ok = r.scalarInside(t, kind)
			continue
		}
		r.failOn(r.json.Skip())
	}
	if members != 1 || !ok {
		r.refuse("cvc-type.3.1.2", "{", "%s is expected, not an object", form)
		return "", false
	}
	r.add(v)
	return text, true
}

// nilInstead takes an object or array where an element may be nil for nil: no value of its type is known, which is what nil says. The
// deviation has what stands there.
func (r jsonCursor) nilInstead(form simple.Form) bool {
	if r.at == atAttribute || r.cur.field == nil || !r.cur.field.Nillable {
		return false
	}
	v := r.violation("cvc-type.3.1.2", "", form.String()+" is expected; the element was read as nil")
	raw, _, err := r.json.SkipRaw(maxViolationText)
	r.failOn(err)
	v.Text = raw
	r.add(v)
	r.cur.nilled = true
	return true
}

// scalarInside is scalar for the member of an object: objects do not nest.
func (r jsonCursor) scalarInside(t *simple.SimpleType, kind jsontext.Kind) (text string, ok bool) {
	if kind == jsontext.ObjectStart || kind == jsontext.ArrayStart {
		r.failOn(r.json.Skip())
		return "", false
	}
	return r.scalar(t)
}
