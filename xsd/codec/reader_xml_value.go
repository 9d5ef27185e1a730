// This file reads simple values of XML.

package codec

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

func (r xmlCursor) take(t *simple.SimpleType) (text string, ok bool) {
	if r.at == atAttribute {
		if text, ok = t.Compiled().Take(r.cur.text, r.xml); ok {
			r.at = atNothing
		}
		return text, ok
	}
	if text, ok = r.xml.TextAhead(); !ok {
		return "", false
	}
	if text, ok = t.Compiled().Take(text, r.xml); ok {
		r.xml.TakeText()
		r.at, r.wasNil = atNothing, false
	}
	return text, ok
}

func (r xmlCursor) attributeText(*simple.SimpleType) (text string, ok bool) { return r.cur.text, true }

func (r xmlCursor) simpleValue(t *simple.SimpleType) (text string, ns simple.PrefixResolver, ok bool) {
	if r.at == atElement {
		r.onlyInstanceAttributes()
		r.instanceFields()
		if r.cur.nilled {
			r.skipNilled()
			return "", nil, false
		}
	}
	return r.contentFrom(t, r.nextToken())
}

// onlyInstanceAttributes reports attributes of an element of simple type.
func (r xmlCursor) onlyInstanceAttributes() {
	attrs := r.xml.Attrs()
	for i := range attrs {
		name := attrs[i].Name
		if isInstance(name) {
			continue
		}
		v := r.violation("cvc-type.3.1.1", attrs[i].Value, "an element of simple type has no attribute "+name.String()+"; remove it")
		v.Path += "/@" + name.Local
		p := r.xml.AttrPosition(i)
		v.Line, v.Column, v.Offset = p.Line, p.Column, p.Offset
		r.lose(v)
		r.add(v)
	}
}

// contentFrom reads the text between the start tag and the end tag, the first token of which has been read.
func (r xmlCursor) contentFrom(t *simple.SimpleType, kind xmltext.Kind) (text string, ns simple.PrefixResolver, ok bool) {
	if r.err != nil {
		return "", nil, false
	}
	if r.tolerant() && takesParts(t) && (kind == xmltext.StartElement || kind == xmltext.Text && r.xml.Blank()) {
		return r.textOrChild(t, kind)
	}
	if kind == xmltext.Text {
		text = r.xml.Text()
		text, ns, ok = r.check(t, text, r.cur.field)
		kind = r.nextToken()
	} else if kind == xmltext.EndElement {
		if r.cur.field != nil && r.cur.field.Constraint != nil {
			r.noteEmpty()
		}
		text, ns, ok = r.check(t, r.cur.field.defaultText(), r.cur.field)
	}
	if kind == xmltext.StartElement && r.err == nil {
		r.refuse(r.textRule(), r.xml.Name().Local, "element %s is not allowed here: the value is a text", r.xml.Name())
		ok = false
	}
	r.skipFrom(kind)
	if r.err != nil {
		return "", nil, false
	}
	if ok && r.ident.active() {
		r.ident.value(r, t, text, ns)
	}
	return text, ns, ok
}

// textRule is the rule that an element breaks that stands in the current value: of a simple type, or of a complex type with simple content.
func (r xmlCursor) textRule() string {
	if r.at == atText {
		return "cvc-complex-type.2.2"
	}
	return "cvc-type.3.1.2"
}

// textOrChild is contentFrom in tolerant reading: an only child stands for its text, as the only member of an object does in JSON.
func (r xmlCursor) textOrChild(t *simple.SimpleType, kind xmltext.Kind) (text string, ns simple.PrefixResolver, ok bool) {
	raw := r.cur.field.defaultText()
	if kind == xmltext.Text {
		raw, kind = r.xml.Text(), r.nextToken()
	} else if kind == xmltext.EndElement && r.cur.field != nil && r.cur.field.Constraint != nil {
		r.noteEmpty()
	}
	isText := kind != xmltext.StartElement
	if !isText && r.err == nil && strings.TrimSpace(raw) == "" {
		raw, kind, isText = r.onlyChild()
	}
	if !isText && r.err == nil {
		r.refuse(r.textRule(), r.xml.Name().Local, "element %s is not allowed here: the value is a text", r.xml.Name())
		r.skipFrom(kind)
		return "", nil, false
	}
	r.skipFrom(kind)
	if r.err != nil {
		return "", nil, false
	}
	if text, ns, ok = r.check(t, raw, r.cur.field); ok && r.ident.active() {
		r.ident.value(r, t, text, ns)
	}
	return text, ns, ok
}

// onlyChild reads the text of the child whose start was read last, and returns the token that ends the element around it. Where the
// child has children, or sisters, it is not the text, and the token is where reading stands.
func (r xmlCursor) onlyChild() (text string, kind xmltext.Kind, ok bool) {
	v := r.violation("cvc-type.3.1.2", r.xml.Name().Local, "the value is a text; that of the only child was read")
	if kind = r.nextToken(); kind == xmltext.Text {
		text, kind = r.xml.Text(), r.nextToken()
	}
	plain := kind == xmltext.EndElement
	r.skipFrom(kind)
	if kind = r.nextToken(); kind == xmltext.Text && strings.TrimSpace(r.xml.Text()) == "" {
		kind = r.nextToken()
	}
	if !plain || kind != xmltext.EndElement || r.err != nil {
		return "", kind, false
	}
	r.add(v)
	return text, kind, true
}

// names has the namespaces in scope; those of the schema document for a value that it supplies.
func (r xmlCursor) names(_ *simple.SimpleType, raw string, f *Field) (text string, ns simple.PrefixResolver) {
	if r.at != atAttribute && f != nil && f.Constraint != nil && r.xml.Kind() == xmltext.EndElement {
		return raw, f.Constraint.resolver()
	}
	return raw, r.xml
}

func (r xmlCursor) anySimple() (said Name, text string) {
	said = r.cur.typeName
	if t := r.cur.schema.simpleType(said); t != nil && t.Compiled().HoldsNames {
		text, ns, _ := r.value(typeAnySimpleType)
		return said, t.ExpandNames(text, ns)
	}
	return said, r.Text(typeAnySimpleType)
}

func (r xmlCursor) typedText(t *simple.SimpleType) (text string, names simple.Prefixes) {
	r.cur.typeName = Name{}
	uses := len(r.uses)
	if text, _, _ = r.value(t); r.wasNil {
		return "", nil
	}
	r.noteUses(text)
	if t.Compiled().HoldsNames && hasBareName(text) && !r.drops {
		r.uses = append(r.uses, "")
	}
	return text, r.usedSince(uses, false)
}

// hasBareName reports whether one of the names in a text has no prefix, and so is in the default namespace.
func hasBareName(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if strings.IndexByte(word, ':') < 0 {
			return true
		}
	}
	return false
}
