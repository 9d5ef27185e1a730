// This file reads simple values of JSON, and looks ahead for the type of an object.

package codec

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

func (r jsonCursor) attributeText(t *simple.SimpleType) (text string, ok bool) { return r.scalar(t) }

func (r jsonCursor) names(t *simple.SimpleType, raw string, _ *Field) (text string, ns simple.PrefixResolver) {
	return expandedQNames(t, raw)
}

func (r jsonCursor) simpleValue(t *simple.SimpleType) (text string, ns simple.PrefixResolver, ok bool) {
	if r.cur.nilled {
		r.ident.saysNil(r, "true")
		return "", nil, false
	}
	if text, ok = r.scalar(t); !ok {
		return "", nil, false
	}
	if text == "" { // of a list, an array without items
		text = r.cur.field.expandedDefault(t)
	}
	text, ns, ok = r.check(t, text, r.cur.field)
	if ok && r.ident.active() {
		r.ident.value(r, t, text, ns)
	}
	return text, ns, ok
}

// scalar returns the text of the current value, which is to look as values of t do. It ends at the end of the value.
func (r jsonCursor) scalar(t *simple.SimpleType) (text string, ok bool) {
	form := simple.FormOf(t)
	switch kind := r.json.Kind(); kind {
	case jsontext.ObjectStart:
		return r.objectAsScalar(t, form)
	case jsontext.ArrayStart:
		if form == simple.ArrayForm || form == simple.ScalarForm {
			text, ok = r.arrayText(t.Item())
			return t.Spell(text), ok
		}
		if r.tolerant() && r.nilInstead(form) {
			return "", false
		}
		r.refuse("cvc-type.3.1.2", "[", "%s is expected, not an array", form)
		r.failOn(r.json.Skip())
		return "", false
	case jsontext.Null:
		r.refuse("cvc-elt.3.1", "null", "%s is expected, not null", form)
		return "", false
	default:
		text = r.json.Text()
		if !simple.IsXMLText(text) {
			r.refuse("cvc-datatype-valid.1.2.1", text, "the text has a character that XML cannot hold")
			return "", false
		}
		if !fits(form, kind, text) {
			r.violate("cvc-datatype-valid.1.2.1", text, "%s is expected", form)
		}
		switch {
		case kind == jsontext.Number && t.Primitive() == typeDecimal:
			text, ok = r.decimal(text)
			return t.Spell(text), ok
		case kind == jsontext.Number:
			return t.Spell(text), true
		case kind == jsontext.True:
			return t.Spell("true"), true
		case kind == jsontext.False:
			return t.Spell("false"), true
		}
		return text, true
	}
}

// decimal spells a JSON number as xs:decimal does: without exponent.
func (r jsonCursor) decimal(number string) (text string, ok bool) {
	text, err := simple.DecimalOfJSON(number)
	if err != nil {
		r.refuse("cvc-datatype-valid.1.2.1", number, "%s", err)
	}
	return text, err == nil
}

// arrayText returns the items of a list with a space between them. Without an item type, it is a list in a union.
func (r jsonCursor) arrayText(itemType *simple.SimpleType) (text string, ok bool) {
	var items strings.Builder
	ok = true
	for n := 0; ; n++ {
		kind := r.nextToken()
		if kind == jsontext.ArrayEnd || r.err != nil {
			return items.String(), ok && r.err == nil
		}
		item, itemOK := r.arrayItem(itemType)
		if itemOK && (item == "" || strings.ContainsAny(item, " \t\r\n")) {
			r.violate("cvc-datatype-valid.1.2.2", item, "an item of a list has no white space and is not empty")
		}
		if ok = ok && itemOK; !ok {
			continue
		}
		if n > 0 {
			items.WriteByte(' ')
		}
		items.WriteString(item)
	}
}

func (r jsonCursor) arrayItem(t *simple.SimpleType) (text string, ok bool) {
	if t != nil {
		return r.scalar(t)
	}
	kind := r.json.Kind()
	if kind == jsontext.ObjectStart || kind == jsontext.ArrayStart || kind == jsontext.Null {
		r.refuse("cvc-type.3.1.2", r.tokenText(), "%s is expected", simple.ScalarForm)
		r.failOn(r.json.Skip())
		return "", false
	}
	return r.plainText(), true
}

func (r jsonCursor) typeOfUndeclared() { r.lookForType() }

// lookForType finds xsi:type of the object at the reader's position, wherever it stands among the members.
func (r jsonCursor) lookForType() {
	if r.json.Kind() != jsontext.ObjectStart || r.cur.typeName.Local != "" || !r.json.HasAhead(keyType) && !r.json.HasAhead(keyTypeLong) {
		return
	}
	if recording, ok := r.record(); ok {
		replay := jsontext.NewReplay(recording)
		r.cur.typeName = r.typeMember(replay)
		replay.ResetReplay(recording)
		r.pushRecording(replay)
	}
}

// typeMember returns the type that an object says it is of. "@type" is an attribute for types that have one of that name.
func (r jsonCursor) typeMember(object *jsontext.Reader) (said Name) {
	if _, err := object.Next(); err != nil {
		return Name{}
	}
	for kind, err := object.Next(); err == nil && kind == jsontext.Key; kind, err = object.Next() {
		key := object.Text()
		kind, _ = object.Next()
		if kind == jsontext.String && (key == keyTypeLong || key == keyType && said.Local == "") {
			if name := parseName(object.Text()); key == keyTypeLong || r.isTypeMember(name) {
				said = name
			}
		}
		if object.Skip() != nil {
			return said
		}
	}
	return said
}

// isTypeMember reports whether "@type" with this value is xsi:type and not an attribute.
func (r jsonCursor) isTypeMember(said Name) bool {
	entry, known := r.cur.schema.complexType(said)
	if !known {
		return !r.cur.complex.hasKey(keyType)
	}
	return !entry.Descriptor.hasKey(keyType)
}

// hasKey reports whether a member's name stands for a field.
func (t *ComplexType) hasKey(key string) bool {
	if t == nil {
		return false
	}
	_, ok := t.compiled().keys()[key]
	return ok
}

// take reads a value that looks as values of t do.
func (r jsonCursor) take(t *simple.SimpleType) (text string, ok bool) {
	e := t.Compiled()
	switch kind := r.json.Kind(); {
	case e.HoldsNames:
		return "", false
	case kind == jsontext.String && (e.Form == simple.StringForm || e.Form == simple.ScalarForm):
		text, ok = r.json.PlainText()
	case kind == jsontext.Number && e.Form == simple.NumberForm,
		(kind == jsontext.True || kind == jsontext.False) && e.Form == simple.BooleanForm:
		text, ok = r.json.Text(), true
	}
	if !ok {
		return "", false
	}
	if text, ok = e.Take(text, nil); ok {
		r.at, r.wasNil = atNothing, false
	}
	return text, ok
}

// anySimple reads an object that says its type, or a scalar.
func (r jsonCursor) anySimple() (said Name, text string) {
	if r.json.Kind() != jsontext.ObjectStart {
		said = r.cur.typeName
		return said, r.Text(typeAnySimpleType)
	}
	if r.lookForType(); r.err != nil {
		return Name{}, ""
	}
	said = r.cur.typeName
	t := r.cur.schema.simpleType(said)
	if t == nil {
		r.refuse("cvc-elt.4.2", said.String(), "a string, or an object with %s and %s is expected", keyType, keyText)
		t = typeAnySimpleType
	}
	text, names := r.typedText(t)
	return said, t.ExpandNames(text, names.Resolver())
}

// typedText reads an object that names the simple type t and holds a text of it.
func (r jsonCursor) typedText(t *simple.SimpleType) (text string, names simple.Prefixes) {
	element, said, hasText := r.cur, r.cur.typeName, false
	element.typeName = Name{}
	r.wasNil = false
	tracked := r.startTracking()
	r.ident.saysType(r, said)
	for r.nextToken() == jsontext.Key && r.err == nil {
		key := r.json.Text()
		r.nextToken()
		switch {
		case r.err != nil:
		case key == keyText:
			r.cur, r.at, hasText = element, atElement, true
			text, names = r.textIn(t)
		case key == keyNil && r.json.Kind() == jsontext.True && element.field != nil && element.field.Nillable:
			r.wasNil = true
			r.ident.saysNil(r, "true")
		case key != keyType:
			r.violate("cvc-type.3.1.1", key, "member %q is not known here", key)
			r.failOn(r.json.Skip())
		}
	}
	if tracked {
		r.ident.end(r)
	}
	r.cur, r.at = element, atElement
	switch {
	case r.wasNil && hasText:
		r.violate("cvc-elt.3.2.1", text, "the element is nil, so it has no %q; leave it or %q out", keyText, keyNil)
	case !r.wasNil && !hasText && r.err == nil:
		r.refuse("cvc-type.3.1.3", "", "member %q is missing", keyText)
	}
	r.at = atNothing
	return text, names
}

// textIn reads the string that spells a value of type t.
func (r jsonCursor) textIn(t *simple.SimpleType) (text string, names simple.Prefixes) {
	if r.json.Kind() != jsontext.String {
		r.refuse("cvc-datatype-valid.1.2.1", r.tokenText(), "a string is expected")
		r.failOn(r.json.Skip())
		return "", nil
	}
	if text = r.json.Text(); text == "" {
		text = r.cur.field.expandedDefault(t)
	}
	text, ns, ok := r.check(t, text, r.cur.field)
	if ok && r.ident.active() {
		r.ident.value(r, t, text, ns)
	}
	if ok {
		names = madePrefixes(ns)
	}
	return text, names
}
