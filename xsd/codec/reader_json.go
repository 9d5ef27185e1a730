// This file steps through the members of a JSON object, field by field.

package codec

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// arrival is an element that came, in the order it came.
type arrival struct {
	field int
	name  source.Symbol
}

// wrapperState says whether the object's members were found inside a member named like the root element.
type wrapperState uint8

const (
	noWrapper wrapperState = iota
	inWrapper
	afterWrapper
)

func (r jsonCursor) start() {
	if r.nextToken(); r.err == nil {
		r.cur.index = 1
		r.at = atRoot
	}
}

func (r jsonCursor) end() {
	r.popRecordings()
	if !r.json.AtEnd() {
		_, err := r.json.Next()
		r.failOn(err)
	}
}

// nextToken reads the next token; what it returns after an error is of no use.
func (r jsonCursor) nextToken() jsontext.Kind {
	if len(r.around) > 0 {
		r.popRecordings()
	}
	kind, err := r.json.Next()
	if err != nil {
		r.fail(err)
	}
	return kind
}

// root returns the global element of the type, or the one that the option As names; one made for its name where the schema has none.
func (r jsonCursor) root(roots []*declaration, t *ComplexType, st *simple.SimpleType) *declaration {
	var name Name
	switch {
	case r.as.Local != "":
		if i := slices.IndexFunc(roots, func(d *declaration) bool { return d.Name == r.as }); i >= 0 {
			return roots[i]
		}
		return t.rootCalled(r.as)
	case len(roots) > 0:
		if i := slices.IndexFunc(roots, func(d *declaration) bool { return !d.Abstract }); i >= 0 {
			return roots[i]
		}
		return roots[0]
	case t != nil:
		name.Local = t.GoName
	case st != nil:
		name = st.Name()
	}
	return &declaration{Field: Field{Name: name, Min: 1, Max: 1}, schema: t.schemaOrNil()}
}

// instance takes null for nil.
func (r jsonCursor) instance() {
	c := &r.cur
	c.nilled = r.json.Kind() == jsontext.Null
	c.saysNil = c.nilled
	if c.nilled && c.takes != nil {
		c.takes = nil
	}
}

func (r jsonCursor) open(f *frame) {
	switch kind := r.json.Kind(); {
	case kind == jsontext.ObjectStart:
		f.phase = inContent
	case kind == jsontext.Null && f.nilled:
		r.ident.saysNil(r, "true")
		f.phase = done
	case r.tolerant() && f.plan.text != absent && kind != jsontext.ArrayStart && kind != jsontext.Null:
		r.violate("cvc-complex-type.2.2", r.json.Text(), "a value alone stands where an object with %q is expected", keyText)
		f.phase = inText
	default:
		r.refuse("cvc-complex-type.2", r.tokenText(), "an object is expected")
		r.failOn(r.json.Skip())
		f.phase = done
	}
}

// tokenText is the current token as a message shows it.
func (r jsonCursor) tokenText() string {
	switch r.json.Kind() {
	case jsontext.ObjectStart:
		return "{"
	case jsontext.ArrayStart:
		return "["
	}
	return r.json.Text()
}

func (r jsonCursor) skip(standing) { r.failOn(r.json.Skip()) }

func (r jsonCursor) position() source.Position { return r.json.Position() }

func (jsonCursor) unparsed(string) (declared bool, unread string) { return false, "" }

func (jsonCursor) judge(*walker, int) {}

func (r jsonCursor) next(f *frame) bool {
	switch f.phase {
	case inArray:
		return r.nextInArray(f)
	case inItems:
		return r.nextItem(f)
	case afterItem:
		r.endItem(f)
		return false
	case inText:
		return r.nextText(f)
	}
	return r.nextMember(f)
}

// nextMember moves to the next member that a field stands for.
func (r jsonCursor) nextMember(f *frame) bool {
	kind := r.nextToken()
	switch {
	case r.err != nil:
		return false
	case kind == jsontext.ObjectEnd && f.wrapper == inWrapper:
		f.wrapper = afterWrapper
		return false
	case kind == jsontext.ObjectEnd:
		f.phase = done
		r.endMembers(f)
		return false
	}
	key := r.json.Text()
	i, known := f.fieldOf(key)
	if !known {
		if i = r.otherMember(f, key); i == absent {
			return false
		}
		key = f.plan.facts[i].key
	}
	r.nextToken()
	return r.err == nil && r.memberValue(f, i, key)
}

// fieldOf returns the field that a member's name stands for: the one that comes next where members come in the order of the fields, if the
// name is its own.
func (f *frame) fieldOf(key string) (field int, ok bool) {
	if field = f.nextKeyed(key); field == absent {
		if field, ok = f.plan.keys()[key]; !ok {
			return 0, false
		}
	}
	f.cursor = field + 1
	return field, !f.plan.facts[field].field.Item
}

// nearKeys is how many fields are compared with a key before it is looked up.
const nearKeys = 4

// nextKeyed returns the field of a member's name if it is one of those that come next, absent if not.
func (f *frame) nextKeyed(key string) int {
	facts := f.plan.facts
	for i := f.cursor; i < len(facts) && i < f.cursor+nearKeys; i++ {
		if facts[i].key == key && facts[i].keyed {
			return i
		}
	}
	return absent
}

// symbolOf returns the symbol of a name, which is mostly that of the field.
func (facts *fieldFacts) symbolOf(name Name) source.Symbol {
	if name == facts.field.Name {
		return facts.symbol
	}
	return source.SymbolOf(name)
}

// memberValue looks at the value of the member of field i.
func (r jsonCursor) memberValue(f *frame, i int, key string) bool {
	field := &f.plan.typ.Fields[i]
	kind := r.json.Kind()
	if field.Kind == AttributeField && f.counts[i] > 0 {
		r.refuse("cvc-attribute", r.tokenText(), "the attribute %s is there already; remove one of the two members", field.Name)
		r.failOn(r.json.Skip())
		return false
	}
	if f.plan.facts[i].single && kind != jsontext.Null {
		r.standAt(f, i)
		return true
	}
	switch field.Kind {
	case AttributeField, AnyAttributeField:
		return r.memberAttribute(f, i)
	case TextField:
		f.counts[i]++
		r.standAtText(f, i)
		r.expectText(f)
		return true
	}
	name := f.plan.nameOf(i, key)
	switch {
	case field.Max == 1 && field.Kind == WildcardField:
		return r.onlyItem(f, i)
	case field.Max == 1:
		return r.memberElement(f, i, name)
	case kind == jsontext.ArrayStart:
		f.phase, f.array = inArray, i
		return false
	}
	r.cur.begin(f.lenient)
	r.cur.element, r.cur.own = undeclared, name
	r.at = atElement
	r.violate("cvc-complex-type.2.4", r.tokenText(), "an array is expected")
	if kind == jsontext.Null {
		r.at = atNothing
		return false
	}
	if field.Kind == WildcardField {
		r.at = atNothing
		return r.onlyItem(f, i)
	}
	return r.memberElement(f, i, name)
}

// onlyItem moves into the object that names the element which a wildcard lets in, where no array is around it.
func (r jsonCursor) onlyItem(f *frame, i int) bool {
	if r.json.Kind() != jsontext.ObjectStart {
		r.noItem()
		return false
	}
	f.array = i
	return r.itemObject(f)
}

// nameOf returns the name of the element that a member stands for: the field's own, or of one that may stand for it.
func (p *plan) nameOf(i int, key string) Name {
	if p.typ.Fields[i].Kind == WildcardField {
		return parseName(key)
	}
	if p.facts[i].key != key {
		for n, d := range p.facts[i].substitutes {
			if p.facts[i].standInKeys[n] == key {
				return d.Name
			}
		}
	}
	return p.typ.Fields[i].Name
}

func (r jsonCursor) memberAttribute(f *frame, i int) bool {
	f.field = i
	name := r.cur.name()
	field := &f.plan.typ.Fields[i]
	if field.Kind == AttributeField {
		name = field.Name
	}
	r.standAtAttribute(f.plan.facts[i].element, name, 0, "")
	if takes := f.plan.facts[i].takes; takes != nil && !r.ident.active() {
		r.cur.takes = takes
	}
	switch r.json.Kind() {
	case jsontext.Null:
		r.violate("cvc-attribute", "null", "an attribute has a value; leave the member out")
		r.at = atNothing
		return false
	case jsontext.ObjectStart:
		r.refuse("cvc-attribute", "{", "an attribute has a simple value")
		r.discard()
		return false
	}
	f.counts[i]++
	if field.Kind == AnyAttributeField {
		r.cur.text, _ = r.scalar(r.attributeType())
	}
	return true
}

// memberElement makes the current value the element of field i.
func (r jsonCursor) memberElement(f *frame, i int, name Name) bool {
	r.cur.begin(f.lenient)
	r.at = atElement
	if f.plan.model != nil {
		f.arrivals = append(f.arrivals, arrival{i, f.plan.facts[i].symbolOf(name)})
	}
	if r.arrive(f, i, name, f.number(i, name)) {
		return true
	}
	if n := len(f.arrivals); n > 0 {
		f.arrivals = f.arrivals[:n-1]
	}
	r.at = atNothing
	return false
}

// otherMember deals with a member that is no field by its name alone, and returns the field it belongs to after all.
func (r jsonCursor) otherMember(f *frame, key string) int {
	p := f.plan
	switch {
	case key == keyContent && p.items != absent:
		r.openItems(f)
	case key == keyType || key == keyTypeLong:
		r.memberType(f)
	case key == keyNil:
		r.memberNil(f)
	case strings.HasPrefix(key, "@") && p.letsAttributeIn(parseName(key[1:])):
		name := parseName(key[1:])
		if i, ok := p.attributeOf.find(source.SymbolOf(name)); ok { // which a wildcard would let in as well
			return i
		}
		r.cur.own = name
		return p.anyAttr
	case r.tolerant():
		return r.tolerantMember(f, key)
	default:
		r.unknownMember(f, key)
	}
	return absent
}

// letsAttributeIn reports whether the type has a wildcard for attributes of a name.
func (p *plan) letsAttributeIn(name Name) bool {
	return p.anyAttr != absent && isAttributeName(name) && !isInstance(name) && p.typ.Fields[p.anyAttr].Any.Namespaces.Allows(name.Space)
}

// memberType checks xsi:type, which ReadTyped has looked at already where types may vary.
func (r jsonCursor) memberType(f *frame) {
	if r.nextToken() != jsontext.String || parseName(r.json.Text()) != f.plan.typ.Name {
		r.violate("cvc-elt.4.3", r.tokenText(), "the type here is %s", f.plan.typ.Name)
	}
	if f.plan.typ != f.declared.complex {
		r.ident.saysType(r, f.plan.typ.Name)
	}
	r.failOn(r.json.Skip())
}

func (r jsonCursor) memberNil(f *frame) {
	switch r.nextToken() {
	case jsontext.True:
		nillable := f.declared.field != nil && f.declared.field.Nillable
		if !nillable {
			r.violate("cvc-elt.3.1", "", "the element may not be nil")
		}
		f.nilled = nillable || !r.tolerant() // what nil leaves out would be zero
		r.ident.saysNil(r, "true")
	case jsontext.False:
	default:
		r.violate("cvc-elt.3.1", r.tokenText(), "%s is true or left out", keyNil)
		r.failOn(r.json.Skip())
	}
}

// unknownMember reports and skips the member whose key is the current token.
func (r jsonCursor) unknownMember(f *frame, key string) {
	name := strings.TrimSpace(key)
	refused := r.losesItem(name)
	var v Violation
	if refused || r.listsMore() {
		v = r.unknownKey(key)
	}
	raw, complete, err := r.json.SkipRaw(maxViolationText)
	r.failOn(err)
	f.unknown = true
	parts := strings.HasPrefix(raw, "{") || strings.HasPrefix(raw, "[")
	switch {
	case f.plan.resemblesList(name), parts && (!complete || strings.Contains(raw, "[")):
		f.resembles(rival)
	case parts:
		f.resembles(structured)
	}
	v.Text = raw
	if refused {
		r.decline(v)
		return
	}
	r.add(v)
}

// unknownKey is the violation for a member that the type does not know.
func (r jsonCursor) unknownKey(key string) Violation {
	rule := "cvc-complex-type.2.4.a"
	if strings.HasPrefix(key, "@") {
		rule = "cvc-complex-type.3.2.2"
	}
	v := r.violation(rule, "", "member "+simple.Quote(key)+" is not known here; remove it")
	v.Path += "/" + key
	return v
}

// endMembers checks at the end of an object that nothing is missing.
func (r jsonCursor) endMembers(f *frame) {
	if len(f.plan.attributes) > 0 {
		r.endAttributes(f)
	}
	switch {
	case f.nilled:
		r.checkNilled(f)
	case f.plan.text != absent:
		if f.counts[f.plan.text] == 0 {
			r.refuse("cvc-complex-type.2.2", "", "member %q is missing", keyText)
		}
	default:
		if !r.tolerant() || !f.disorder {
			r.matchArrivals(f)
		}
		r.endContent(f)
	}
}

// checkNilled reports members of an object that says it is nil.
func (r jsonCursor) checkNilled(f *frame) {
	for i := range f.plan.typ.Fields {
		kind := f.plan.typ.Fields[i].Kind
		if kind != AttributeField && kind != AnyAttributeField && f.counts[i] > 0 {
			r.violate("cvc-elt.3.2.1", "", "the element says that it is nil, so it must be empty")
			return
		}
	}
}

// matchArrivals matches the elements that came against the content model, in the schema's order: that of members means nothing.
func (r jsonCursor) matchArrivals(f *frame) {
	p := f.plan
	if p.model == nil {
		r.countArrivals(f)
		return
	}
	slices.SortStableFunc(f.arrivals, func(a, b arrival) int { return p.place(a.field) - p.place(b.field) })
	for _, a := range f.arrivals {
		if _, ok := f.matcher.NextSymbol(a.name); !ok {
			r.refuse("cvc-complex-type.2.4.a", "", "element %s is not allowed beside the others; %s", a.name.Value(), f.expected())
			f.disorder = true
			return
		}
	}
}

// place is where a field stands in the schema; ordered content stands where its first field does.
func (p *plan) place(i int) int {
	if p.typ.Fields[i].Item {
		return p.items
	}
	return i
}

// countArrivals checks the members of a plain sequence: each as often as the schema says.
func (r jsonCursor) countArrivals(f *frame) {
	if !r.tolerant() && f.plan.order != nil && f.hasAll() {
		f.cursor = len(f.plan.elements)
		return
	}
	for c, i := range f.plan.elements {
		facts, count := &f.plan.facts[i], f.counts[i]
		if field := facts.field; count > facts.most {
			r.refuse("cvc-complex-type.2.4.a", "", "element %s comes %d times; it may come %d times", field.Name, count, field.Max)
			f.disorder = true
		}
		if f.cursor = c; count < facts.least {
			return
		}
	}
	f.cursor = len(f.plan.elements)
}
