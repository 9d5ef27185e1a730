// This file writes the members of JSON objects: their names, and the arrays around what may repeat.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// contentMember is the member for ordered content.
var contentMember = jsontext.NewMember(keyContent)

// attributeKey writes the name of the member for an attribute or for the text of simple content.
func (w *Writer) attributeKey(f *writeFrame, field int) {
	if !f.object {
		w.json.ObjectStart()
		w.json.Key(keyNil)
		w.json.Bool(true)
		f.object = true
	}
	if f.plan.typ.Fields[field].Kind != AnyAttributeField { // those name themselves
		w.json.StartMember(&f.plan.facts[field].member)
	}
}

// elementKey writes the name of the member for the element at the writer's position, and opens the array it belongs in.
func (w *Writer) elementKey(f *writeFrame) {
	i := w.cur.number
	field, facts := &f.plan.typ.Fields[i], &f.plan.facts[i]
	if facts.single && w.cur.own.Local == "" {
		w.endArrays(f, facts)
		w.json.StartMember(&facts.member)
		return
	}
	member := facts.keyOf(w.cur.name())
	if field.Kind == WildcardField {
		member = expandedKey(w.cur.name())
	}
	switch {
	case field.Item:
		w.openArray(f, f.plan.items, &contentMember)
		w.beginItem(f, member)
	case field.Max == 1:
		w.endArrays(f, facts)
		if field.Kind == WildcardField {
			w.json.Key(facts.key)
			w.beginItem(f, member)
			return
		}
		w.json.Key(member)
	default:
		if f.array != i {
			w.endArrays(f, facts)
		}
		w.openArray(f, i, &facts.member)
		if field.isNamed() {
			w.beginItem(f, member)
		}
	}
}

// endArrays closes the array before an element, and writes the arrays of those between that did not come.
func (w *Writer) endArrays(f *writeFrame, facts *fieldFacts) {
	if f.plan.arrays {
		w.closeArray(f)
		w.emptyArrays(f, facts.place)
	}
}

// openArray opens the array of a field unless it is open.
func (w *Writer) openArray(f *writeFrame, field int, member *jsontext.Member) {
	if f.array == field {
		return
	}
	w.closeArray(f)
	w.json.StartMember(member)
	w.json.ArrayStart()
	f.array = field
}

func (w *Writer) closeArray(f *writeFrame) {
	if f.array != absent {
		w.json.ArrayEnd()
		f.array = absent
	}
}

// emptyArrays writes the repeated elements that did not come, of those up to the given place in the content.
func (w *Writer) emptyArrays(f *writeFrame, place int) {
	for ; f.empty < place; f.empty++ {
		i := f.plan.elements[f.empty]
		if f.plan.facts[i].emptyArray && f.counts[i] == 0 {
			w.json.EmptyArrayMember(&f.plan.facts[i].member)
		}
	}
}

// beginItem opens an object of one member, which names the element.
func (w *Writer) beginItem(f *writeFrame, key string) {
	w.json.ObjectStart()
	w.json.Key(key)
	f.item = true
}

// endItem closes the object of one member, if there is one.
func (w *Writer) endItem(f *writeFrame) {
	if f.item {
		w.json.ObjectEnd()
		f.item = false
	}
}

// endValue ends an element that opened no frame.
func (w *Writer) endValue() {
	if len(w.frames) > 0 && w.at == atElement {
		w.endItem(w.top())
	}
}

// putJSON writes a simple value in the form of its type.
func putJSON(j *jsontext.Writer, t *simple.SimpleType, text string, ns simple.PrefixResolver) {
	switch simple.FormOf(t) {
	case simple.ArrayForm:
		j.ArrayStart()
		for word, rest := simple.FirstWord(t.Normalize(text)); word != ""; word, rest = simple.FirstWord(rest) {
			putJSON(j, t.Item(), word, ns)
		}
		j.ArrayEnd()
	case simple.BooleanForm:
		if text = t.Normalize(text); simple.IsBoolean(text) {
			j.Bool(simple.ParseBoolean(text))
			return
		}
		j.String(text)
	case simple.NumberForm:
		putNumber(j, t.Normalize(text))
	case simple.ScalarForm:
		putUnion(j, t, text, ns)
	default:
		if simple.IsNameType(t) {
			text = expandedText(text, ns)
		}
		j.String(text)
	}
}

func putNumber(j *jsontext.Writer, text string) {
	if j.PlainNumber(text) {
		return
	}
	if number, ok := jsonNumber(text); ok {
		j.Number(number)
		return
	}
	j.String(text) // INF, NaN, or unchecked
}

// jsonNumber spells a number as JSON allows it.
func jsonNumber(text string) (number string, ok bool) {
	mantissa, exponent, hasExponent := simple.CutExponent(text)
	if !simple.IsDecimal(mantissa) || hasExponent && !simple.IsInteger(exponent) {
		return "", false
	}
	number = simple.JSONNumber(mantissa)
	if hasExponent {
		number += "E" + exponent
	}
	return number, true
}

// putUnion writes a value in the form of the member that takes it. The text of such a value is what tells its member, so it stays as it is spelt.
func putUnion(j *jsontext.Writer, t *simple.SimpleType, text string, ns simple.PrefixResolver) {
	value, fault := t.Parse(text, ns)
	if fault != nil || value.Type().Variety() == simple.VarietyUnion {
		j.String(text)
		return
	}
	putSpelt(j, value.Type(), text, ns)
}

// putSpelt is putJSON, but writes a string where the form of the type would have another spelling.
func putSpelt(j *jsontext.Writer, t *simple.SimpleType, text string, ns simple.PrefixResolver) {
	switch simple.FormOf(t) {
	case simple.ArrayForm:
		j.ArrayStart()
		for word, rest := simple.FirstWord(t.Normalize(text)); word != ""; word, rest = simple.FirstWord(rest) {
			putSpelt(j, t.Item(), word, ns)
		}
		j.ArrayEnd()
	case simple.BooleanForm:
		if text = t.Normalize(text); text == "true" || text == "false" {
			j.Bool(text == "true")
			return
		}
		j.String(text)
	case simple.NumberForm:
		text = t.Normalize(text)
		if number, ok := jsonNumber(text); ok && number == text {
			j.Number(text)
			return
		}
		j.String(text)
	default:
		putJSON(j, t, text, ns)
	}
}

// expandedText spells a prefixed name with its namespace.
func expandedText(text string, ns simple.PrefixResolver) string {
	prefix, local := simple.SplitName(text)
	if ns == nil {
		return text
	}
	space, _ := ns.LookupPrefix(prefix)
	return Name{Space: space, Local: local}.String()
}
