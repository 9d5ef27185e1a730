// This file reads values of simple types, in either format: checked, with white space normalised, defaults filled in.

package codec

import (
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// takeText reads the current text, if nothing but that has to be looked at and it is of type t.
func (r *Reader) takeText(t *simple.SimpleType) (text string, ok bool) {
	if r.cur.takes != t || t == nil || r.at == atNothing {
		return "", false
	}
	return r.cursor.take(t)
}

// Text reads a value of type t and returns its text with white space normalised.
func (r *Reader) Text(t *simple.SimpleType) string {
	text, ok := r.takeText(t)
	if !ok {
		text, _, _ = r.value(t)
	}
	return text
}

// Bool reads a value of a type derived from xs:boolean.
func (r *Reader) Bool(t *simple.SimpleType) bool {
	stood := r.at
	text, _, ok := r.value(t)
	value := ok && simple.ParseBoolean(text)
	if ok && r.notes != nil {
		r.noteSpelling(stood, text, strconv.FormatBool(value))
	}
	return value
}

// Int reads a value of a type derived from xs:long, or of another type of integers whose facets keep them in its bounds.
func (r *Reader) Int(t *simple.SimpleType) int64 {
	stood := r.at
	text, _, ok := r.value(t)
	if !ok {
		return 0
	}
	if r.tolerant() && !typeLong.Accepts(text, nil) {
		r.refuseNumber(text)
		return 0
	}
	value := simple.ParseSigned(text)
	if r.notes != nil {
		r.noteSpelling(stood, text, strconv.FormatInt(value, 10))
	}
	return value
}

// Uint reads a value of a type derived from xs:unsignedLong, or of another type of integers whose facets keep them in its bounds.
func (r *Reader) Uint(t *simple.SimpleType) uint64 {
	stood := r.at
	text, _, ok := r.value(t)
	if !ok {
		return 0
	}
	if r.tolerant() && !typeUnsignedLong.Accepts(text, nil) {
		r.refuseNumber(text)
		return 0
	}
	value := simple.ParseUnsigned(text)
	if r.notes != nil {
		r.noteSpelling(stood, text, strconv.FormatUint(value, 10))
	}
	return value
}

// refuseNumber refuses an integer that tolerant reading let through although facets are against it, and that Go has no room for.
func (r *Reader) refuseNumber(text string) {
	r.refuse("cvc-datatype-valid.1", text, "the Go type of the value has 64 bits, which do not hold it")
}

// Float reads a value of a type derived from xs:float or xs:double.
func (r *Reader) Float(t *simple.SimpleType) float64 {
	stood := r.at
	text, _, ok := r.value(t)
	if !ok {
		return 0
	}
	bits := 64
	if t.Primitive() == typeFloat {
		bits = 32
	}
	value := simple.ParseFloat(text, bits)
	if r.notes != nil {
		r.noteSpelling(stood, text, simple.FormatFloat(value, bits))
	}
	return value
}

// Chars returns the run of text at the reader's position, in mixed content.
func (r *Reader) Chars() string {
	if r.at != atChars {
		r.misused()
		return ""
	}
	r.at = atNothing
	return r.cur.text
}

// value reads a value of type t: its normalised text and the namespaces its prefixes are resolved with; ok is false where
// there is no value, because it is not valid or nil.
func (r *Reader) value(t *simple.SimpleType) (text string, ns simple.PrefixResolver, ok bool) {
	if text, ok = r.takeText(t); ok {
		_, ns = r.cursor.names(t, text, nil)
		return text, ns, true
	}
	if r.err == nil && r.at == atRoot {
		r.enterRoot(simpleRoots.of(t), nil, t)
	}
	if r.err != nil {
		return "", nil, false
	}
	if r.at == atElement || r.at == atAttribute {
		t = r.cur.narrowed(t)
	}
	switch r.at {
	case atItem:
		text, ns, ok = r.cur.text, r.list.ns, true
	case atAlone:
		text, ns, ok = r.check(t, r.cur.text, nil)
	case atAttribute:
		text, ns, ok = r.attributeValue(t)
	case atElement:
		text, ns, ok = r.elementValue(t)
	case atText:
		text, ns, ok = r.cursor.simpleValue(t)
	default:
		r.misused()
	}
	r.at = atNothing
	return text, ns, ok
}

// narrowed returns the declared type where that is derived from t: a Go type such as Integer serves several built-in types.
func (c *current) narrowed(t *simple.SimpleType) *simple.SimpleType {
	if c.field != nil && c.field.Simple != nil && c.field.Simple != t && c.field.Simple.DerivedFrom(t) {
		return c.field.Simple
	}
	return t
}

func (r *Reader) attributeValue(t *simple.SimpleType) (text string, ns simple.PrefixResolver, ok bool) {
	if text, ok = r.cursor.attributeText(t); !ok {
		return "", nil, false
	}
	text, ns, ok = r.check(t, text, r.cur.field)
	if ok && r.ident.active() {
		r.ident.attribute(r, r.cur.name(), t, text, ns)
	}
	return text, ns, ok
}

// elementValue reads an element of simple type.
func (r *Reader) elementValue(t *simple.SimpleType) (text string, ns simple.PrefixResolver, ok bool) {
	actual := r.instanceSimpleType(t)
	r.noteType(r.cur.typeName)
	tracked := r.startTracking()
	text, ns, ok = r.cursor.simpleValue(actual)
	if ok && actual != t && !t.Accepts(text, ns) {
		r.violate("cvc-type.3.1.3", text, "the value is not of the declared type %s", t)
	}
	if tracked {
		r.ident.end(r)
	}
	r.wasNil = r.cur.nilled
	return text, ns, ok
}

// takesParts tells whether tolerant reading takes the text of an only part in place of a value of type t: what the part's name says
// of a date, a number or a boolean may be what counts.
func takesParts(t *simple.SimpleType) bool {
	return t.Variety() == simple.VarietyAtomic && t.Primitive() == typeString
}

// defaultText is the text of an empty element: its default or fixed value, or "".
func (f *Field) defaultText() string {
	if f == nil || f.Constraint == nil {
		return ""
	}
	return f.Constraint.Text
}

// expandedDefault is defaultText as JSON spells it for type t.
func (f *Field) expandedDefault(t *simple.SimpleType) string {
	if f == nil || f.Constraint == nil {
		return ""
	}
	return t.ExpandNames(f.Constraint.Text, f.Constraint.resolver())
}

// check returns the normalised text of a value, and reports it where it is not valid.
func (r *Reader) check(t *simple.SimpleType, raw string, f *Field) (text string, ns simple.PrefixResolver, ok bool) {
	raw, ns = r.cursor.names(t, raw, f)
	e := t.Compiled()
	text = e.White.Normalize(raw)
	if !e.Passes(text, ns) {
		if text, ok = r.mend(t, raw, ns); !ok {
			return "", nil, false
		}
	}
	if f != nil && f.Constraint != nil && f.Constraint.Fixed && !sameValue(t, text, ns, f.Constraint) {
		r.violate(f.fixedRule(), raw, "the value is fixed as %q; write that, or leave it out", f.Constraint.Text)
	}
	if e.IDs {
		r.ident.note(r, t, text, ns)
		if f != nil {
			r.checkWildID(t, f)
		}
	}
	return text, ns, true
}

// checkWildID reports an attribute of type xs:ID that a wildcard let in where the element has another, or could have one by its type
// (cvc-complex-type.5). f is the attribute's declaration; that of a wildcard's has no name of its own.
func (r *Reader) checkWildID(t *simple.SimpleType, f *Field) {
	if r.at != atAttribute || f.Name.Local != "" || !isIDType(t) || len(r.frames) == 0 || r.top().plan == nil {
		return
	}
	open := r.top()
	if own, ok := open.plan.ownID(); ok {
		r.violate("cvc-complex-type.5.2", "", "the type has an attribute of type xs:ID, %s; another is not allowed", own)
		return
	}
	if open.identified {
		r.violate("cvc-complex-type.5.1", "", "the element has another attribute of type xs:ID already; one is allowed")
	}
	open.identified = true
}

// ownID returns the attribute of type xs:ID that the type declares.
func (p *plan) ownID() (name Name, ok bool) {
	for _, i := range p.attributes {
		if f := &p.typ.Fields[i]; f.Simple != nil && isIDType(f.Simple) {
			return f.Name, true
		}
	}
	return Name{}, false
}

// isIDType reports whether values of t are IDs.
func isIDType(t *simple.SimpleType) bool {
	return t.Variety() == simple.VarietyAtomic && t.BuiltInAncestor() == typeID
}

// mend reports a text that is no value of type t, and returns the value that tolerant reading takes it for.
func (r *Reader) mend(t *simple.SimpleType, raw string, ns simple.PrefixResolver) (text string, ok bool) {
	if r.tolerant() {
		text, ok = r.tolerantText(t, raw, ns)
		return t.Normalize(text), ok
	}
	if r.listsMore() {
		fault := t.Check(raw, ns)
		r.violate(fault.Rule, raw, "%s", fault.Message)
	}
	return "", false
}

// resolver returns the namespaces for a value's prefixes, nil (no typed nil) where there are none.
func (c *ValueConstraint) resolver() simple.PrefixResolver {
	if c.Namespaces == nil {
		return nil
	}
	return c.Namespaces
}

func (f *Field) fixedRule() string {
	if f.Kind == AttributeField {
		return "cvc-attribute.4"
	}
	return "cvc-elt.5.2.2.2.2"
}

// sameValue reports whether text is the fixed value in the value space of t.
func sameValue(t *simple.SimpleType, text string, ns simple.PrefixResolver, fixed *ValueConstraint) bool {
	if text == fixed.Text && ns == nil {
		return true
	}
	value, fault := t.Parse(text, ns)
	if fault != nil {
		return false
	}
	wanted, fault := t.Parse(fixed.Text, fixed.resolver())
	return fault == nil && value.Equal(wanted)
}

// listState is a list whose items are being read.
type listState struct {
	active bool
	rest   string
	ns     simple.PrefixResolver
}

// Items reads a value of the list type t: each call moves to the next item, which [Reader.Value] reads, and returns false
// after the last.
func (r *Reader) Items(t *simple.SimpleType) bool {
	if !r.list.active {
		stood := r.at
		text, ns, ok := r.value(t)
		if ok && r.notes != nil {
			r.noteList(stood, t, text)
		}
		r.list = listState{active: ok, rest: text, ns: ns}
	}
	word, rest, _ := strings.Cut(r.list.rest, " ")
	if r.err != nil || word == "" {
		r.list = listState{}
		return false
	}
	r.list.rest = rest
	r.cur.text = word
	r.at = atItem
	return true
}
