// This file writes JSON: the members of objects, their names, and the arrays around what may repeat.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// jsonSink writes JSON.
type jsonSink struct{ *Writer }

// The root has no name in JSON, and names in values no prefixes.
func (jsonSink) namesRoot() bool { return false }

func (jsonSink) beginRoot(*declaration, *ComplexType) {}

func (w jsonSink) takePart(f *writeFrame, field int) {
	if !f.object {
		w.json.ObjectStart()
		w.json.Key(keyNil)
		w.json.Bool(true)
		f.object = true
	}
	if f.plan.typ.Fields[field].Kind != AnyAttributeField { // those name themselves
		w.json.StartMember(f.plan.facts[field].member())
	}
}

// takeElement also opens the array that the element belongs in. Inside an element that no schema declares, putItems has written the key.
func (w jsonSink) takeElement(f *writeFrame) {
	if f == nil || f.plan == nil {
		return
	}
	i := w.cur.number
	field, facts := &f.plan.typ.Fields[i], &f.plan.facts[i]
	if facts.single && w.cur.own.Local == "" {
		w.endArrays(f, facts)
		w.json.StartMember(facts.member())
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
		w.openArray(f, i, facts.member())
		if field.isNamed() {
			w.beginItem(f, member)
		}
	}
}

func (w jsonSink) openElement(f *writeFrame, t *ComplexType, differs bool) {
	if f.nilled {
		w.ident.saysNil(w, "true")
	}
	if f.nilled && !differs {
		return
	}
	w.json.ObjectStart()
	f.object = true
	if f.nilled {
		w.json.Key(keyNil)
		w.json.Bool(true)
	}
	if differs {
		w.json.Key(t.typeKey())
		w.json.String(t.Name.String())
		w.ident.saysType(w, t.Name)
	}
}

func (w jsonSink) closeElement(f *writeFrame) {
	w.closeArray(f)
	switch {
	case !f.object:
		w.json.Null()
	case f.nilled:
		w.json.ObjectEnd()
	default:
		w.emptyArrays(f, len(f.plan.elements))
		w.json.ObjectEnd()
	}
	w.endInner()
}

func (w jsonSink) openPlain(f *writeFrame, facts *fieldFacts, _ *ComplexType) {
	w.plainKey(f, facts)
	w.json.ObjectStart()
}

func (w jsonSink) closePlain() {
	w.json.ObjectEnd()
	w.endItem(w.top())
}

func (w jsonSink) putPlain(f *writeFrame, facts *fieldFacts, t *simple.SimpleType, text string) {
	if facts.single {
		w.endArrays(f, facts)
	}
	if facts.single || facts.field.Kind != ElementField {
		w.plainText(facts.member(), t, text)
		return
	}
	w.plainKey(f, facts)
	if e := t.Compiled(); e.Form == simple.StringForm && !e.Names {
		w.json.String(text)
	} else {
		putJSON(w.json, t, text, nil)
	}
	w.checkCharacters(text)
	w.endItem(f)
}

// plainText writes a member for a text of type t.
func (w jsonSink) plainText(member *jsontext.Member, t *simple.SimpleType, text string) {
	if e := t.Compiled(); e.Form == simple.StringForm && !e.Names {
		if !w.json.StringMember(member, text) {
			w.checkCharacters(text)
		}
		return
	}
	w.json.StartMember(member)
	w.checkCharacters(text)
	putJSON(w.json, t, text, nil)
}

// plainKey is takeElement for an element that has the name of its field.
func (w jsonSink) plainKey(f *writeFrame, facts *fieldFacts) {
	number := w.cur.number
	switch {
	case facts.field.Item:
		w.openArray(f, f.plan.items, &contentMember)
		w.beginItem(f, facts.key)
	case facts.field.Max == 1:
		w.endArrays(f, facts)
		w.json.StartMember(facts.member())
	default:
		if f.array != number {
			w.endArrays(f, facts)
		}
		w.openArray(f, number, facts.member())
	}
}

func (w jsonSink) putValue(t *simple.SimpleType, text string, ns simple.Prefixes) {
	w.checkNames(t, text, ns.Resolver())
	if w.at == atElement && w.cur.saysType {
		w.putUntold(text, ns)
		return
	}
	putJSON(w.json, t, text, ns.Resolver())
	w.endValue()
}

func (w jsonSink) putEmpty() {
	if w.cur.nilled {
		w.ident.saysNil(w, "true")
	}
	w.json.Null()
	w.endValue()
}

func (w jsonSink) putNil(*simple.SimpleType) {
	w.cur.nilled = true
	w.putEmpty()
}

func (w jsonSink) putChars(f *writeFrame, text string) {
	w.openArray(f, f.plan.items, &contentMember)
	w.putRun(text)
}

// putRun writes a run of text. What XML cannot hold is no text, there as in XML.
func (w jsonSink) putRun(text string) {
	if !w.unchecked {
		w.checkCharacters(text)
	}
	w.json.String(text)
}

func (w jsonSink) noted(_ *simple.SimpleType, text string, _ simple.Prefixes) string { return text }

func (w jsonSink) output() []byte { return w.json.Buffer() }

func (w jsonSink) document() ([]byte, error) { return w.json.Bytes() }

// contentMember is the member for ordered content.
var contentMember = jsontext.NewMember(keyContent)

// endArrays closes the array before an element, and writes the arrays of those between that did not come.
func (w jsonSink) endArrays(f *writeFrame, facts *fieldFacts) {
	if f.plan.arrays {
		w.closeArray(f)
		w.emptyArrays(f, facts.place)
	}
}

// openArray opens the array of a field unless it is open.
func (w jsonSink) openArray(f *writeFrame, field int, member *jsontext.Member) {
	if f.array == field {
		return
	}
	w.closeArray(f)
	w.json.StartMember(member)
	w.json.ArrayStart()
	f.array = field
}

func (w jsonSink) closeArray(f *writeFrame) {
	if f.array != absent {
		w.json.ArrayEnd()
		f.array = absent
	}
}

// emptyArrays writes the repeated elements that did not come, of those up to the given place in the content.
func (w jsonSink) emptyArrays(f *writeFrame, place int) {
	for ; f.empty < place; f.empty++ {
		i := f.plan.elements[f.empty]
		if f.plan.facts[i].emptyArray && f.counts[i] == 0 {
			w.json.EmptyArrayMember(f.plan.facts[i].member())
		}
	}
}

// beginItem opens an object of one member, which names the element.
func (w jsonSink) beginItem(f *writeFrame, key string) {
	w.json.ObjectStart()
	w.json.Key(key)
	f.item = true
}

// endItem closes the object of one member, if there is one.
func (w jsonSink) endItem(f *writeFrame) {
	if f.item {
		w.json.ObjectEnd()
		f.item = false
	}
}

// endInner closes the one that names the element of the innermost frame, if there is one.
func (w jsonSink) endInner() {
	if n := len(w.frames); n > 1 {
		w.endItem(&w.frames[n-2])
	}
}

// endValue ends an element that opened no frame.
func (w jsonSink) endValue() {
	if len(w.frames) > 0 && w.at == atElement {
		w.endItem(w.top())
	}
}

// typeKey is the member for xsi:type: "@type", unless the type has an attribute of that name.
func (t *ComplexType) typeKey() string {
	if t.hasKey(keyType) {
		return keyTypeLong
	}
	return keyType
}
