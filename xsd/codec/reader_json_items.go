// This file steps through the arrays of a JSON text: the values of a repeated element, and the items of ordered content.

package codec

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// nextInArray moves to the next value of a repeated element.
func (r jsonCursor) nextInArray(f *frame) bool {
	switch kind := r.nextToken(); {
	case f.plan.facts[f.array].foreseen && f.plan.order != nil && kind != jsontext.ArrayEnd && kind != jsontext.Null && r.err == nil:
		r.standAt(f, f.array)
		return true
	case kind == jsontext.ArrayEnd || r.err != nil:
		f.phase = inContent
		if f.counts[f.array] == 0 && r.tolerant() {
			f.emptied = append(f.emptied, f.array)
		}
		return false
	case !f.plan.typ.Fields[f.array].isNamed():
		return r.memberElement(f, f.array, f.plan.typ.Fields[f.array].Name)
	case kind == jsontext.ObjectStart:
		return r.itemObject(f)
	default:
		r.noItem()
		return false
	}
}

// noItem reports and skips what stands where an object has to name an element.
func (r jsonCursor) noItem() {
	r.violate("cvc-complex-type.2.4", r.tokenText(), "an object of one member is expected, which names the element")
	r.failOn(r.json.Skip())
}

// nextItem moves to the next item of ordered content: a text, or an object of one member.
func (r jsonCursor) nextItem(f *frame) bool {
	switch kind := r.nextToken(); {
	case r.err != nil:
		return false
	case kind == jsontext.ArrayEnd:
		f.phase = inContent
		return false
	case kind == jsontext.String && f.plan.mixed != absent:
		f.field = f.plan.mixed
		r.cur = current{own: f.own, index: f.index, element: f.declared, text: r.plainText()}
		if f.fixedMixed(f.declared) != nil {
			f.mixed = append(f.mixed, r.cur.text...)
		}
		r.at = atChars
		return true
	case kind == jsontext.ObjectStart:
		return r.itemObject(f)
	default:
		r.violate("cvc-complex-type.2.3", r.tokenText(), "an item is an object of one member; in mixed content it may be a string")
		r.failOn(r.json.Skip())
		return false
	}
}

// plainText returns the current string, which XML must be able to hold.
func (r jsonCursor) plainText() string {
	text := r.json.Text()
	if !simple.IsXMLText(text) {
		r.refuse("cvc-datatype-valid.1.2.1", text, "the text has a character that XML cannot hold")
	}
	return text
}

func (r jsonCursor) itemObject(f *frame) bool {
	if kind := r.nextToken(); kind == jsontext.ObjectEnd || r.err != nil {
		r.violate("cvc-complex-type.2.4", "{}", noMember)
		return false
	}
	key := r.json.Text()
	i := f.array
	known := f.phase != inItems && f.plan.isNamed(i, key)
	if f.phase == inItems {
		i, known = f.itemField(key)
	}
	f.resume, f.phase = f.phase, afterItem
	if !known {
		r.unknownMember(f, key)
		return false
	}
	r.nextToken()
	return r.err == nil && r.memberElement(f, i, f.plan.nameOf(i, key))
}

// itemKey returns the field of ordered content that a member's name stands for.
func (p *plan) itemKey(key string) (field int, ok bool) {
	for _, i := range p.elements {
		if p.typ.Fields[i].Item && p.isNamed(i, key) {
			return i, true
		}
	}
	return absent, false
}

// isNamed reports whether a member's name is that of field i or of an element that may stand for it.
func (p *plan) isNamed(i int, key string) bool {
	if f := &p.typ.Fields[i]; f.Kind == WildcardField {
		name := parseName(key)
		return strings.HasPrefix(key, "{") && isElementName(name) && f.Any.Namespaces.Allows(name.Space)
	}
	return p.facts[i].key == key || p.nameOf(i, key) != p.typ.Fields[i].Name
}

// endItem reads the end of an item's object.
func (r jsonCursor) endItem(f *frame) {
	f.phase = f.resume
	for r.nextToken() == jsontext.Key && r.err == nil {
		r.violate("cvc-complex-type.2.4", r.json.Text(), "an item is an object of one member; begin another item")
		r.failOn(r.json.Skip())
	}
}

func (r jsonCursor) openItems(f *frame) {
	if r.nextToken() != jsontext.ArrayStart && r.err == nil {
		r.violate("cvc-complex-type.2.4", r.tokenText(), "%s is an array", keyContent)
		r.failOn(r.json.Skip())
		return
	}
	f.phase = inItems
}
